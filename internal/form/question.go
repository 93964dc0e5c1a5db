package form

import (
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// A Question is one question of an introduction.
type Question struct {
	Key     string // names it in buttons, and in Step and Asked of a draft
	Several bool   // more than one choice can hold

	ask func(d report.Draft) string
	// A question has choices, or it takes a text, or a text that is none of the
	// choices. take gives a refusal, or a note to read with the next question.
	choices func(units []Choice) []Choice
	choose  func(d *report.Draft, value string)
	take    func(d *report.Draft, answer string) (note, refusal string)

	shown    func(d report.Draft) string
	clear    func(c *report.Content) // takes the answer back; nil: it cannot be
	needed   rule
	optional rule
}

// A rule says whether something holds of a draft of a unit; nil: never.
type rule func(d report.Draft, u report.Unit) bool

func (r rule) holds(d report.Draft, u report.Unit) bool { return r != nil && r(d, u) }

// Needed reports whether the question has to be answered before a draft of a
// unit can be sent.
func (q Question) Needed(d report.Draft, u report.Unit) bool { return q.needed.holds(d, u) }

// Optional reports whether it can be answered under "Bổ sung thêm".
func (q Question) Optional(d report.Draft, u report.Unit) bool { return q.optional.holds(d, u) }

// Shown is the answer that the draft holds, in words; empty: not answered.
func (q Question) Shown(d report.Draft) string { return q.shown(d) }

// Removable reports whether the answer that the draft of a unit holds can be taken
// out again with nothing in its place.
func (q Question) Removable(d report.Draft, u report.Unit) bool {
	return q.clear != nil && q.optional.holds(d, u) && q.shown(d) != ""
}

// Remove takes the answer out of the draft.
func (q Question) Remove(d *report.Draft) {
	q.clear(&d.Content)
	d.Asked = slices.DeleteFunc(slices.Clone(d.Asked), func(key string) bool { return key == q.Key })
}

// Ask is the question in words, with the answer that it has.
func (q Question) Ask(d report.Draft) string {
	text := q.ask(d)
	if now := q.shown(d); now != "" && q.Key != "files" && !q.Several {
		text += "\n" + texts.NowIs(now)
	}
	return text
}

// Warning says why what is kept is no answer yet: a summary that is too long
// is not thrown away.
func (q Question) Warning(d report.Draft) string {
	if n := letters.Len(d.Content.Summary); q.Key == "summary" && n > report.MaxSummary {
		return texts.SummaryTooLong(report.MaxSummary, n)
	}
	return ""
}

// Questions are all questions in the order in which they are asked.
var Questions = []Question{
	{Key: "unit", ask: asking(texts.AskDraftUnit), choices: unitChoices, choose: chooseUnit,
		shown: shownUnit, needed: always, optional: never},
	{Key: "category", ask: asking(texts.AskCategory), choices: categoryChoices, choose: chooseCategory,
		shown: func(d report.Draft) string { return texts.Category(d.Content.Category) }, needed: always, optional: never},
	{Key: "object", ask: func(d report.Draft) string { return texts.AskObject(d.Content.Category) }, choices: objectChoices, choose: chooseObject,
		shown: func(d report.Draft) string { return texts.Object(d.Content.Object) }, needed: always, optional: never},
	{Key: "name", ask: func(d report.Draft) string { return texts.AskName(d.Content) }, take: takeName,
		shown: func(d report.Draft) string { return d.Content.Name }, needed: always, optional: never},
	{Key: "place", ask: asking(texts.AskPlace), take: takePlace,
		shown: func(d report.Draft) string { return d.Content.Place }, needed: always, optional: never},
	plain("title", report.MaxTitle, texts.AskTitle, func(c *report.Content) *string { return &c.Title }, always, never),
	{Key: "summary", ask: askSummary, take: takeSummary,
		shown: shownSummary, needed: of(untold), optional: of(voiced)},
	plain("spread", report.MaxDetail, texts.AskSpread, func(c *report.Content) *string { return &c.Spread }, of(newModel), of(noModel)),
	{Key: "consent", ask: func(d report.Draft) string { return texts.AskConsent(d.Content) }, choices: consentChoices, choose: chooseConsent, take: takeConsent,
		shown: func(d report.Draft) string { return texts.Consent(d.Content.Consent) }, needed: always, optional: never},
	{Key: "under16", ask: asking(texts.AskUnder16), choices: ageChoices, choose: chooseAge, take: takeBorn,
		shown: shownAge, needed: needsAge, optional: never},
	{Key: "born", ask: asking(texts.AskBorn), take: takeBorn, shown: shownBorn, needed: never, optional: of(person)},
	{Key: "child", ask: askChild, choices: yesOrNo, choose: chooseChild, take: takeAgreed(chooseChild, intent.AgreedByChild),
		shown: shownChild, needed: of(needsChild), optional: never},
	{Key: "guardian", ask: askGuardian, choices: yesOrNo, choose: chooseGuardian, take: takeAgreed(chooseGuardian, intent.AgreedByGuardian),
		shown: shownGuardian, needed: of(needsGuardian), optional: never},
	{Key: "gender", ask: asking(texts.AskGender), choices: genderChoices,
		choose: func(d *report.Draft, value string) { d.Content.Gender = value },
		shown:  func(d report.Draft) string { return d.Content.Gender }, clear: func(c *report.Content) { c.Gender = "" }, needed: never, optional: of(person)},
	plain("position", report.MaxName, texts.AskPosition, func(c *report.Content) *string { return &c.Position }, never, of(person)),
	plain("ethnicity", report.MaxEthnicity, texts.AskEthnicity, func(c *report.Content) *string { return &c.Ethnicity }, never, of(person)),
	{Key: "groups", Several: true, ask: asking(texts.AskGroups), choices: groupChoices, choose: chooseGroup,
		shown: shownGroups, needed: never, optional: always},
	{Key: "field", ask: asking(texts.AskField), choices: fieldChoices,
		choose: func(d *report.Draft, value string) { d.Content.Field = report.Field(value) },
		shown:  func(d report.Draft) string { return texts.Field(d.Content.Field) }, clear: func(c *report.Content) { c.Field = "" }, needed: never, optional: always},
	plain("results", report.MaxDetail, texts.AskResults, func(c *report.Content) *string { return &c.Results }, never, always),
	plain("when", report.MaxName, texts.AskWhen, func(c *report.Content) *string { return &c.When }, never, always),
	plain("honoured", report.MaxNote, texts.AskHonoured, func(c *report.Content) *string { return &c.Honoured }, never, always),
	{Key: "files", ask: asking(texts.AskFiles), take: takeFiles,
		shown: shownFiles, needed: never, optional: always},
	{Key: "captions", ask: askCaptions, take: takeCaptions, shown: shownCaptions, clear: clearCaptions, needed: never, optional: of(pictured)},

	// What letters ask besides (more.go).
	{Key: "phone", ask: asking(texts.AskPhone), take: takePhone(func(m *report.More) *string { return &m.Phone }),
		shown: func(d report.Draft) string { return d.Content.More.Phone }, clear: func(c *report.Content) { c.More.Phone = "" }, needed: never, optional: always},
	besides("author", report.MaxName, texts.AskAuthor, func(m *report.More) *string { return &m.Author }, always),
	besides("authorunit", report.MaxPlace, texts.AskAuthorUnit, func(m *report.More) *string { return &m.AuthorUnit }, always),
	{Key: "authorphone", ask: asking(texts.AskAuthorPhone), take: takePhone(func(m *report.More) *string { return &m.AuthorPhone }),
		shown: func(d report.Draft) string { return d.Content.More.AuthorPhone }, clear: func(c *report.Content) { c.More.AuthorPhone = "" }, needed: never, optional: always},
	theme(),
	{Key: "proposal", ask: asking(texts.AskProposal), choices: proposalChoices, choose: chooseProposal, take: takeProposal,
		shown: func(d report.Draft) string { return texts.Proposal(d.Content.More.Proposal) }, clear: func(c *report.Content) { c.More.Proposal = "" }, needed: never, optional: always},
	{Key: "cleared", ask: asking(texts.AskCleared), choices: ownChoices, choose: chooseCleared, take: takeCleared,
		shown: func(d report.Draft) string { return texts.Cleared(d.Content.More.Cleared) }, clear: func(c *report.Content) { c.More.Cleared = "" }, needed: never, optional: always},
	{Key: "leads", ask: asking(texts.AskLeads), choices: leadsChoices, choose: func(d *report.Draft, value string) { d.Content.More.Leads = value }, take: takeLeads,
		shown: func(d report.Draft) string { return texts.Leads(d.Content.More.Leads) }, clear: func(c *report.Content) { c.More.Leads = "" }, needed: never, optional: of(person)},
	number("members", texts.AskMembers, func(m *report.More) *int { return &m.Members }),
	number("women", texts.AskWomen, func(m *report.More) *int { return &m.Women }),
	besides("chief", report.MaxName, texts.AskChief, func(m *report.More) *string { return &m.Chief }, of(collective)),
	besides("since", report.MaxName, texts.AskSince, func(m *report.More) *string { return &m.Since }, of(newModel)),
	besides("runby", report.MaxPlace, texts.AskRunBy, func(m *report.More) *string { return &m.RunBy }, of(newModel)),
	besides("reach", report.MaxNote, texts.AskReach, func(m *report.More) *string { return &m.Reach }, of(newModel)),
	besides("cost", report.MaxNote, texts.AskCost, func(m *report.More) *string { return &m.Cost }, of(newModel)),
	besides("lasting", report.MaxDetail, texts.AskLasting, func(m *report.More) *string { return &m.Lasting }, of(newModel)),
	besides("quote", report.MaxDetail, texts.AskQuote, func(m *report.More) *string { return &m.Quote }, always),
	link("link", texts.AskLink, func(m *report.More) *string { return &m.Link }),
	link("video", texts.AskVideo, func(m *report.More) *string { return &m.Video }),
	besides("article", report.MaxArticle, texts.AskArticle, func(m *report.More) *string { return &m.Article }, always),
}

func always(report.Draft, report.Unit) bool { return true }

// never is what most questions are needed: nothing has to be looked at for it.
var never rule

// of is a rule that asks for nothing of the unit.
func of(holds func(report.Draft) bool) rule {
	return func(d report.Draft, _ report.Unit) bool { return holds(d) }
}

// untold reports whether the deed has to be told in words.
func untold(d report.Draft) bool { return !voiced(d) }

// askSummary asks for the deed, and of whom it is where nothing is known yet.
func askSummary(d report.Draft) string {
	if d.Told && d.Content.Name == "" {
		return texts.AskWhoDidWhat()
	}
	return texts.AskSummary()
}

func person(d report.Draft) bool {
	return d.Content.Object == report.Person && d.Content.Category != report.NewModel
}

func newModel(d report.Draft) bool { return d.Content.Category == report.NewModel }
func noModel(d report.Draft) bool  { return !newModel(d) }

// asking is a question that is the same whatever the draft holds.
func asking(text func() string) func(report.Draft) string {
	return func(report.Draft) string { return text() }
}

// plain is a question with a text for an answer, kept on one line or more.
func plain(key string, limit int, ask func() string, field func(*report.Content) *string, needed, optional rule) Question {
	return Question{
		Key: key,
		ask: asking(ask),
		take: func(d *report.Draft, answer string) (note, refusal string) {
			if limit <= report.MaxNote {
				answer = letters.OneLine(answer)
			}
			if key == "position" || key == "ethnicity" || key == "when" {
				answer = strings.Join(intent.TrimEnd(strings.Fields(answer)), " ")
			}
			if at, runes := paste.FoundIn(answer, isA()); at != nil && key == "position" && texts.IsPosition(string(runes[at[1]:])) {
				answer = string(runes[at[1]:]) // "dạ anh ấy là giáo viên"
			}
			if refusal := within(answer, limit); refusal != "" {
				return "", refusal
			}
			if key == "when" {
				if noDay(answer, today(*d)) {
					return "", texts.DayUnreadable(today(*d))
				}
				answer = dayNamed(answer, today(*d))
			}
			if head, rest, ok := strings.Cut(answer, ","); ok && key == "position" && saysNone(head) && onlySomebody().MatchString(letters.Fold(rest)) {
				answer = head // "không có chức vụ gì, chỉ là người dân thôi"
			}
			if needed == nil && saysNone(answer) { // that there is none is no answer to keep
				answer = ""
			}
			*field(&d.Content) = answer
			return "", ""
		},
		shown:  func(d report.Draft) string { return *field(&d.Content) },
		clear:  func(c *report.Content) { *field(c) = "" },
		needed: needed, optional: optional,
	}
}

// isA is how people say of whom an office is.
var isA = letters.Pattern(`^(?:da |vang )?(?:` + vietnamese.Somebody + ` )?(?:dang |hien )?la `)

// onlySomebody is how people say that somebody has no post at all.
var onlySomebody = letters.Pattern(`^ ?(?:chi |chi la |la )(?:nguoi )?(?:dan|nguoi dan|dan thuong|nguoi|ba con)\b(?: \w+){0,3}$`)

// Find finds a question by its key.
func Find(key string) (Question, bool) {
	i := slices.IndexFunc(Questions, func(q Question) bool { return q.Key == key })
	if i < 0 {
		return Question{}, false
	}
	return Questions[i], true
}

// Missing is the first question that has to be answered in a draft of a unit
// and is not.
func Missing(d report.Draft, u report.Unit) (Question, bool) {
	for _, q := range inOrder(d) {
		if q.missing(d, u) {
			return q, true
		}
	}
	return Question{}, false
}

func (q Question) missing(d report.Draft, u report.Unit) bool {
	return q.needed != nil && q.shown(d) == "" && q.needed(d, u)
}

// AllMissing are all of those.
func AllMissing(d report.Draft, u report.Unit) (list []Question) {
	for _, q := range inOrder(d) {
		if q.missing(d, u) {
			list = append(list, q)
		}
	}
	return list
}

// toldFirst are asked before all others but the unit in a draft that began with
// what was sent: by their answers others are proposed.
var toldFirst = []string{"unit", "summary", "name", "place"}

// inOrder are the questions in the order in which they are asked in a draft.
func inOrder(d report.Draft) []Question {
	if !d.Told {
		return Questions
	}
	return questionsTold
}

var questionsTold []Question

func init() {
	for _, key := range toldFirst {
		q, _ := Find(key)
		questionsTold = append(questionsTold, q)
	}
	for _, q := range Questions {
		if !slices.Contains(toldFirst, q.Key) {
			questionsTold = append(questionsTold, q)
		}
	}
}

// Blank reports whether nothing was said in a draft yet.
func Blank(d report.Draft) bool {
	c := d.Content
	return d.Amends == "" && d.OnBehalf == "" && c.Category == "" && c.Object == "" && c.Name == "" && c.Place == "" &&
		c.Title == "" && c.Summary == "" && len(c.Media) == 0 && c.Born == 0 && c.Results == "" && c.Spread == ""
}

// Back takes back answers until it comes to the question that was asked
// before the one named, and gives that. The unit is not asked again.
func Back(d *report.Draft, u report.Unit, key string) (Question, bool) {
	for len(d.Asked) > 0 {
		last := d.Asked[len(d.Asked)-1]
		if last == "unit" {
			break
		}
		d.Asked = d.Asked[:len(d.Asked)-1]
		if q, ok := Find(last); ok && last != key && (q.needed.holds(*d, u) || q.optional.holds(*d, u)) {
			return q, true
		}
	}
	return Question{}, false
}

// settle notes that a question was answered, last of all. Who consents has seen
// what was proposed.
func settle(d *report.Draft, key string) {
	d.Proposed = slices.DeleteFunc(slices.Clone(d.Proposed), func(other string) bool { return other == key || key == "consent" })
	d.Asked = append(slices.DeleteFunc(d.Asked, func(other string) bool { return other == key }), key)
}

// uncounted are needed only now and then.
var uncounted = []string{"unit", "under16", "child", "guardian"}

// counted are the questions of the short path, as "Bước 2/7" counts them.
func counted(d report.Draft, u report.Unit) (keys []string) {
	for _, q := range Questions {
		if !slices.Contains(uncounted, q.Key) && q.needed.holds(d, u) {
			keys = append(keys, q.Key)
		}
	}
	return keys
}

// Heading says how far the draft is when the question is asked. What was sent
// before is whole: who corrects it is at no step.
func (q Question) Heading(d report.Draft, u report.Unit) string {
	keys := counted(d, u)
	if n := slices.Index(keys, q.Key); n >= 0 && !d.Told && d.Amends == "" {
		return texts.Step(n+1, len(keys))
	}
	if q.optional.holds(d, u) {
		return texts.Extra()
	}
	return ""
}
