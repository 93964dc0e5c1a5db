package handlers

import (
	"slices"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A step is one question of an introduction.
type step struct {
	key     string
	ask     func(d report.Draft) string
	choices func(t *turn, d report.Draft) []choice // nil: free text
	several bool                                   // more than one choice can hold
	// take puts an answer (a text, or the value of a choice) into the draft. It
	// gives a refusal, or a note to read with the next question.
	take   func(t *turn, d *report.Draft, answer string) (note, refusal string)
	shown  func(d report.Draft) string // what it holds; empty: not answered
	needed func(d report.Draft) bool   // has to be answered before sending
	extra  func(d report.Draft) bool   // can be answered under "Bổ sung thêm"
}

// A choice is one answer of a question that has a few.
type choice struct{ label, value string }

func always(report.Draft) bool { return true }
func never(report.Draft) bool  { return false }

func person(d report.Draft) bool {
	return d.Content.Object == report.Person && d.Content.Category != report.NewModel
}

func newModel(d report.Draft) bool { return d.Content.Category == report.NewModel }

// plain is a question with a text for an answer, kept on one line or more.
func plain(key string, limit int, ask func() string, field func(*report.Content) *string, needed, extra func(report.Draft) bool) step {
	return step{
		key: key,
		ask: func(report.Draft) string { return ask() },
		take: func(_ *turn, d *report.Draft, answer string) (string, string) {
			if limit <= maxNote {
				answer = line(answer)
			}
			if refusal := within(answer, limit); refusal != "" {
				return "", refusal
			}
			*field(&d.Content) = answer
			return "", ""
		},
		shown:  func(d report.Draft) string { return *field(&d.Content) },
		needed: needed, extra: extra,
	}
}

// steps are all questions in the order in which they are asked.
var steps = []step{
	{key: "unit", ask: func(report.Draft) string { return texts.AskDraftUnit() }, choices: unitChoices, take: takeUnit,
		shown: shownUnit, needed: always, extra: never},
	{key: "category", ask: func(report.Draft) string { return texts.AskCategory() }, choices: categoryChoices,
		take: func(_ *turn, d *report.Draft, answer string) (string, string) {
			d.Content.Category = report.Category(answer)
			return "", ""
		},
		shown: func(d report.Draft) string { return texts.Category(d.Content.Category) }, needed: always, extra: never},
	{key: "object", ask: func(d report.Draft) string { return texts.AskObject(d.Content.Category) }, choices: objectChoices,
		take: func(_ *turn, d *report.Draft, answer string) (string, string) {
			d.Content.Object = report.Object(answer)
			return "", ""
		},
		shown: func(d report.Draft) string { return texts.Object(d.Content.Object) }, needed: always, extra: never},
	{key: "name", ask: func(d report.Draft) string { return texts.AskName(d.Content) }, take: takeName,
		shown: func(d report.Draft) string { return d.Content.Name }, needed: always, extra: never},
	{key: "place", ask: func(report.Draft) string { return texts.AskPlace() }, take: takePlace,
		shown: func(d report.Draft) string { return d.Content.Place }, needed: always, extra: never},
	plain("title", maxTitle, texts.AskTitle, func(c *report.Content) *string { return &c.Title }, always, never),
	{key: "summary", ask: func(report.Draft) string { return texts.AskSummary() }, take: takeSummary,
		shown: shownSummary, needed: always, extra: never},
	plain("spread", maxDetail, texts.AskSpread, func(c *report.Content) *string { return &c.Spread }, newModel,
		func(d report.Draft) bool { return !newModel(d) }),
	{key: "consent", ask: func(report.Draft) string { return texts.AskConsent() }, choices: consentChoices,
		take: func(_ *turn, d *report.Draft, answer string) (string, string) {
			d.Content.Consent = report.Consent(answer)
			return "", ""
		},
		shown: func(d report.Draft) string { return texts.Consent(d.Content.Consent) }, needed: always, extra: never},
	{key: "born", ask: func(report.Draft) string { return texts.AskBorn() }, take: takeBorn, shown: shownBorn, needed: never, extra: person},
	{key: "child", ask: func(report.Draft) string { return texts.AskChild() }, choices: yesOrNo, take: takeChild,
		shown: shownChild, needed: needsChild, extra: never},
	{key: "guardian", ask: func(report.Draft) string { return texts.AskGuardian() }, choices: yesOrNo, take: takeGuardian,
		shown: shownGuardian, needed: minor, extra: never},
	{key: "gender", ask: func(report.Draft) string { return texts.AskGender() }, choices: genderChoices,
		take: func(_ *turn, d *report.Draft, answer string) (string, string) {
			d.Content.Gender = answer
			return "", ""
		},
		shown: func(d report.Draft) string { return d.Content.Gender }, needed: never, extra: person},
	plain("position", maxName, texts.AskPosition, func(c *report.Content) *string { return &c.Position }, never, person),
	plain("ethnicity", 40, texts.AskEthnicity, func(c *report.Content) *string { return &c.Ethnicity }, never, person),
	{key: "groups", ask: func(report.Draft) string { return texts.AskGroups() }, choices: groupChoices, several: true,
		take: takeGroup, shown: shownGroups, needed: never, extra: always},
	{key: "field", ask: func(report.Draft) string { return texts.AskField() }, choices: fieldChoices,
		take: func(_ *turn, d *report.Draft, answer string) (string, string) {
			d.Content.Field = report.Field(answer)
			return "", ""
		},
		shown: func(d report.Draft) string { return texts.Field(d.Content.Field) }, needed: never, extra: always},
	plain("results", maxDetail, texts.AskResults, func(c *report.Content) *string { return &c.Results }, never, always),
	plain("when", maxName, texts.AskWhen, func(c *report.Content) *string { return &c.When }, never, always),
	plain("honoured", maxNote, texts.AskHonoured, func(c *report.Content) *string { return &c.Honoured }, never, always),
	{key: "files", ask: func(report.Draft) string { return texts.AskFiles() }, take: takeFiles,
		shown: shownFiles, needed: never, extra: always},
}

// stepOf finds a question by its key.
func stepOf(key string) (step, bool) {
	i := slices.IndexFunc(steps, func(s step) bool { return s.key == key })
	if i < 0 {
		return step{}, false
	}
	return steps[i], true
}

// missing is the first question that has to be answered and is not.
func missing(d report.Draft) (step, bool) {
	for _, s := range steps {
		if s.needed(d) && s.shown(d) == "" {
			return s, true
		}
	}
	return step{}, false
}

// counted are the steps of the short path, as "Bước 2/7" counts them.
func counted(d report.Draft) (keys []string) {
	for _, s := range steps {
		if s.key != "unit" && s.key != "child" && s.key != "guardian" && s.needed(d) {
			keys = append(keys, s.key)
		}
	}
	return keys
}

// heading says how far the draft is.
func heading(d report.Draft, s step) string {
	keys := counted(d)
	if n := slices.Index(keys, s.key); n >= 0 {
		return texts.Step(n+1, len(keys))
	}
	if s.extra(d) {
		return texts.Extra()
	}
	return ""
}
