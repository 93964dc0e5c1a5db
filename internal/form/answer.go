package form

import (
	"cmp"
	"strings"
	"unicode/utf16"

	"guongsang/internal/choice"
	"guongsang/internal/correction"
	"guongsang/internal/dates"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/said"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// A Reading is what a text meant that was typed while a question was open.
type Reading struct {
	Outcome Outcome
	Note    string         // to be read with the question that comes next
	Paste   paste.Paste    // of Another: what the other draft begins with
	Steer   Steer          // of Steered and Doubtful: where to
	Meaning intent.Meaning // of Aside
}

// An Outcome says what a text did to the draft, and what is asked next.
type Outcome int

// The outcomes.
const (
	Refused  Outcome = iota // nothing was kept: the same question, with the reason
	Kept                    // it became part of the draft elsewhere: the same question
	Answered                // the question is answered: the next that is missing
	Filled                  // its labels answered several: the next that is missing
	Another                 // it introduces somebody else: a draft of its own
	Several                 // it introduces several persons: whether each gets a draft is asked
	Steered                 // it says where to go
	Doubtful                // it may be an answer, or say where to go: that is asked
	Aside                   // it asks for something else: that is answered, then the same question
)

// Answer takes a typed text for the answer of the question, in a draft of unit
// u. units are those that the writer serves; rest says that the text can only be
// the rest of the one before, if that went into the summary.
func (q Question) Answer(d *report.Draft, u report.Unit, text string, units []Choice, rest bool) (r Reading) {
	refusal := bounded(d, func() { r = q.answer(d, u, text, units, rest) })
	if refusal != "" {
		return Reading{Outcome: Refused, Note: refusal}
	}
	return r
}

func (q Question) answer(d *report.Draft, u report.Unit, text string, units []Choice, rest bool) Reading {
	said := text
	p := paste.Read(text)
	text = p.Text
	if p.Masked && p.Labels < 2 {
		return Reading{Outcome: Refused, Note: texts.CitizenID()}
	}
	if letters.Broken(text) {
		return Reading{Outcome: Refused, Note: texts.BrokenLetters()}
	}
	if persons, _, _ := paste.PersonsIn(said); len(persons) > 1 && d.OnBehalf == "" && d.Amends == "" && (q.Key != "summary" || p.Labels >= 2) {
		return Reading{Outcome: Several}
	}
	if p.Labels >= 2 {
		if !Fits(*d, p) && d.OnBehalf == "" {
			return Reading{Outcome: Another, Paste: p}
		}
		return Reading{Outcome: Filled, Note: Fill(d, u, p, "")}
	}
	if rest && FillsOneMessage(d.Content.Summary) && !q.offers(text, units) {
		return q.goOn(d, text)
	}
	if q.take != nil && q.choices != nil || q.Key == "gender" {
		if r, ok := deedBehind(d, text, func(d *report.Draft, head string) Reading { return q.answer(d, u, head, units, false) }); ok {
			return r
		}
	}
	text, beside := q.kindBeside(d, text)
	if beside != "" && text == "" {
		return Reading{Outcome: Kept, Note: beside}
	}
	if r, ok := q.instead(d, u, text, units); ok {
		return r
	}
	r := q.own(d, text, units)
	r.Note = strings.TrimSpace(beside + " " + r.Note)
	return r
}

// kindBeside takes what is said at the question of the category of the object, or the
// other way round, alone or behind a comma: "tập thể", "người tốt việc tốt, cá nhân".
// The rest is the answer.
func (q Question) kindBeside(d *report.Draft, text string) (rest, note string) {
	other, ok := Find(map[string]string{"category": "object", "object": "category"}[q.Key])
	if !ok {
		return text, ""
	}
	first, second, _ := strings.Cut(text, ",")
	of, whose := "", ""
	if at, runes := paste.FoundIn(text, ofWhom()); at != nil {
		of, whose = string(runes[:at[0]]), string(runes[at[2]:])
	}
	for _, c := range []struct{ kind, rest string }{{second, first}, {first, second}, {whose, of}, {text, ""}} {
		if c.kind = strings.TrimSpace(c.kind); q.offers(c.kind, nil) || !other.offers(c.kind, nil) || c.rest != "" && !q.offers(c.rest, nil) {
			continue
		}
		if note, refusal := correct(d, other.Key, c.kind); refusal == "" {
			return strings.TrimSpace(c.rest), note
		}
	}
	return text, ""
}

// instead reads a text that is no answer, although it could be taken for one:
// it says where to go, corrects another field, or asks for something else.
func (q Question) instead(d *report.Draft, u report.Unit, text string, units []Choice) (Reading, bool) {
	if q.Key == "summary" && (inFile().MatchString(letters.Fold(text)) || asFile().MatchString(letters.Fold(text))) {
		return Reading{Outcome: Refused, Note: texts.NotRecorded(text, texts.DeedInFile())}, true
	}
	if _, denies := letters.SaidNotAlike(text); denies && q.Key == "name" { // a name may have any words in it
		return Reading{}, false
	}
	if r, ok := q.around(d, text); ok {
		return r, true
	}
	if q.Key == "place" && intent.NamesPlace(text) { // Bản Gửi, Bản Sửa
		return Reading{}, false
	}
	if r, ok := q.rightAsked(*d, text); ok {
		return r, true
	}
	if r, ok := q.asksAbout(*d, text); ok && !q.offers(text, units) {
		return r, true
	}
	if q.Key != "files" && (saysSend(text) || q.InPreview(*d) && saysDone(text)) && !q.offers(text, units) {
		return Reading{Outcome: Refused, Note: texts.AnswerBeforeSending()}, true
	}
	if q.Key != "captions" && q.Key != "consent" {
		if r, ok := ofPhoto(d, text, q.Key == "files"); ok {
			return r, true
		}
	}
	if q.Key == "place" || q.Key == "name" {
		if note, rest, ok := bornFirst(d, text); ok {
			r := q.answer(d, u, rest, units, false)
			r.Note = strings.TrimSpace(note + " " + r.Note)
			return r, true
		}
	}
	if key, value, ok := correction.Of(text); ok && key != q.Key && key != "groups" && q.Key != "captions" && !(q.Key == "summary" && key == "born" && len(strings.Fields(value)) > longestYes) && (q.Key != "consent" || intent.ConsentIn(text) == "") { // who took a photo stands behind "ảnh:"
		if note, refusal := correct(d, key, correction.PartOfPlace(d.Content.Place, text, value)); refusal == "" {
			return Reading{Outcome: Kept, Note: note}, true
		}
	}
	if r, ok := q.saidOf(d, u, text); ok {
		return r, true
	}
	by := intent.Speaker{Serves: d.OnBehalf == "", Agency: d.OnBehalf != "", Open: q.Key, Offers: OffersAt(q.Key), Today: today(*d)}
	if q.choices != nil && (by.AsksHow(text) || q.undecided(text)) { // which has the words of a choice in it
		return q.helped(*d, text), true
	}
	if q.offers(text, units) || q.Key == "consent" && intent.ConsentIn(text) != "" {
		return Reading{}, false
	}
	if note, ok := thisIs(d, q.Key, text); ok {
		return Reading{Outcome: Kept, Note: note}, true
	}
	if note, ok := notButThis(d, q.Key, text); ok {
		return Reading{Outcome: Kept, Note: note}, true
	}
	if q.choices == nil && by.AsksHow(text) { // which may have that in it by which people steer
		return q.helped(*d, text), true
	}
	if to, sure := q.steerOf(text); to != "" {
		if q.Removable(*d, u) && saysNone(text) && !unknown().MatchString(bareWords(text)) {
			q.Remove(d)
			return Reading{Outcome: Answered, Note: texts.FieldRemoved(texts.FieldName(q.Key, d.Content))}, true
		}
		if to == GoAway && tellsDeeds[q.Key] && intent.TellsOfLeaving(text) {
			return Reading{}, false
		}
		if sure {
			return Reading{Outcome: Steered, Steer: to}, true
		}
		return Reading{Outcome: Doubtful, Steer: to}, true
	}
	aloud := (q.Key == "name" || q.Key == "place") && agreesAloud(text)
	own := q.Key == "consent" || (q.Key == "child" || q.Key == "guardian") && !namesPublished(text)
	if (q.choices != nil && !own || aloud) && intent.OfConsent(text) && intent.ConsentIn(text) != "" {
		if note, refusal := correct(d, "consent", text); refusal == "" {
			return Reading{Outcome: Kept, Note: note}, true
		}
	}
	if aloud {
		return Reading{Outcome: Refused, Note: texts.NotRecorded(text, texts.ConsentComes())}, true
	}
	if q.Key == "when" && dates.Names(text, today(*d)) {
		return Reading{}, false
	}
	m := intent.Understand(by, text)
	if m.Unsure && asides[m.Intent] && !(m.Intent == intent.AskStop && said.OtherMarks(text)) {
		return Reading{Outcome: Doubtful, Steer: ToAsk, Meaning: m}, true
	} else if m.Unsure {
		return Reading{}, false
	}
	switch m.Intent {
	case intent.NoIntent, intent.AskPerson, intent.AskBegin, intent.AskReport:
		return Reading{}, false
	case intent.AskSent: // which is said in the words of no name
		return Reading{Outcome: Doubtful, Steer: ToAsk, Meaning: m}, q.Key == "name" || q.Key == "place"
	case intent.AskHelp:
		return q.helped(*d, text), true
	case intent.AskStop:
		if tellsDeeds[q.Key] && intent.TellsOfLeaving(text) || said.OtherMarks(text) {
			return Reading{}, false
		}
		return Reading{Outcome: Steered, Steer: GoAway}, true
	default:
		return Reading{Outcome: Aside, Meaning: m}, true
	}
}

// rightAsked reads what asks for a right of the law on data. Where a text is taken it may
// be that as well, whatever it sounds like: that is asked.
func (q Question) rightAsked(d report.Draft, text string) (Reading, bool) {
	if d.OnBehalf != "" {
		return Reading{}, false
	}
	right, ok := (intent.Speaker{Open: q.Key}).OwnRight(text)
	r := Reading{Outcome: Aside, Meaning: intent.Meaning{Intent: intent.AskRight, Right: right}}
	if q.ask != nil && q.choices == nil {
		r.Outcome, r.Steer = Doubtful, ToAsk
	}
	return r, ok
}

// asksAbout answers what somebody asks beside the question, in short.
func (q Question) asksAbout(d report.Draft, text string) (Reading, bool) {
	about := intent.AskedAbout(text, q.ask != nil && q.choices == nil)
	if about == "" || d.OnBehalf != "" {
		return Reading{}, false
	}
	note := texts.ShortAnswer(string(about))
	if len(strings.Fields(text)) > longestAsked { // that may have been meant to be kept
		note = texts.NotRecorded(text, note)
	}
	return Reading{Outcome: Refused, Note: note}, true
}

// longestYes is how many words a plain yes has at most.
const longestYes = 4

// longestAsked is how many words a question has at most that is surely nothing else.
const longestAsked = 10

// helped says so in place of a text, which is repeated where it may have been meant to be kept.
func (q Question) helped(d report.Draft, text string) Reading {
	r := q.help(d)
	if n := len(strings.Fields(text)); n > longestAsked || n > shortConsent && !intent.Asks(text) {
		r.Note = texts.NotRecorded(text, r.Note)
	}
	return r
}

// help says how to answer the question.
func (q Question) help(d report.Draft) Reading {
	return Reading{Outcome: Refused, Note: texts.HelpAt(q.choices != nil, q.needed.holds(d, report.Unit{}))}
}

// asides are what somebody is asked about who may ask for it in place of an answer.
var asides = map[intent.Intent]bool{
	intent.AskDeadline: true, intent.AskStatus: true, intent.AskNil: true, intent.AskCorrect: true, intent.AskWithdraw: true,
	intent.AskHelp: true, intent.AskContact: true, intent.AskStop: true, intent.AskPeriod: true, intent.AskUnit: true,
	intent.AskSent: true, intent.AskSnooze: true, intent.AskHandover: true,
}

// undecided reports whether a text says at a choice that its writer does not know which.
func (q Question) undecided(text string) bool {
	return q.take == nil && !q.Several && len(intent.Words(text).All) <= longestAsked+2 && !q.offers(text, nil) && choice.Undecided(q.choices(nil), text)
}

// thisIs takes "đây là hộ gia đình chứ không phải cá nhân" for what it says of another
// question than that with the key.
func thisIs(d *report.Draft, asked, text string) (note string, ok bool) {
	not, is, ok := letters.NotBut(text)
	if !ok && !tellsDeeds[asked] { // where a deed is told, "cả bản cùng làm, không phải một mình ông" tells it
		not, is, ok = said.NotBut(text)
	}
	if !ok {
		return "", false
	}
	is = strings.TrimPrefix(strings.TrimPrefix(letters.Fold(is), "day "), "la ")
	for _, key := range []string{"object", "category"} {
		q, _ := Find(key)
		now, _ := choice.Of(q.Choices(nil), is)
		if was, ok := choice.Of(q.Choices(nil), not); ok && key != asked && now.Value != "" && now != was {
			note, refusal := correct(d, key, is)
			return note, refusal == ""
		}
	}
	return "", false
}

// own takes a text for an answer of this question. One that is none, but tells of
// somebody, becomes the summary; one that was refused stays on the screen and
// changes nothing.
func (q Question) own(d *report.Draft, text string, units []Choice) Reading {
	if is, ok := letters.TypedName(text); ok && (q.Key == "name" || q.Key == "place") {
		r := q.own(d, is, units)
		r.Note = cmp.Or(r.Note, texts.ReadFromKeys(is))
		return r
	}
	if q.choices == nil && letters.IsTelex(text) || (q.Key == "name" || q.Key == "place") && letters.IsTypedName(text) {
		return Reading{Outcome: Refused, Note: texts.NotRecorded(text, texts.BrokenLetters())}
	}
	if q.Key == "name" && introduces(text) && !another(*d, text) {
		first := d.Content.Summary
		if letters.Len(first) >= letters.Len(text) {
			return Reading{Outcome: Kept, Note: takeTold(d, text)}
		}
		d.Content.Summary = "" // what was said first only announced it
		note := takeTold(d, text)
		d.Content.Summary = strings.TrimSpace(text + "\n" + first)
		return Reading{Outcome: Kept, Note: note}
	}
	if q.Key == "name" && d.Content.Object == report.Person && paste.UnlikeName(text) {
		return Reading{Outcome: Doubtful, Steer: GoBack}
	}
	before := d.Content.Summary
	if q.Key == "summary" && d.Told {
		if r, ok := q.part(d, text); ok {
			return r
		}
	}
	if q.Key == "summary" && letters.Len(before) > report.MaxSummary && letters.Len(text) >= report.MinSummary {
		return Reading{Outcome: Doubtful, Steer: ToSummary, Note: q.Warning(*d)} // what was too long is not lost without a word
	}
	note, refusal := q.read(d, q.unlabelled(text), units)
	switch {
	case refusal == "":
		settle(d, q.Key)
		if q.Key == "summary" && d.Told {
			takeNames(d, text)
		}
		return Reading{Outcome: Answered, Note: strings.TrimSpace(note + " " + q.nameBehind(d, text))}
	case q.choosesFirst(d, text, &note):
		return Reading{Outcome: Answered, Note: note}
	case d.Told && before != "" && q.choices != nil && another(*d, text):
		return Reading{Outcome: Another, Paste: paste.Read(text)}
	case q.Key == "consent" && agrees(text):
		note := texts.WhichConsent()
		if len(strings.Fields(text)) > longestYes {
			note = texts.NotRecorded(text, note)
		}
		return Reading{Outcome: Doubtful, Note: note}
	case q.Key != "summary" && (before == "" || q.Key == "name" && d.Told && !another(*d, text)) && paste.Tells(text):
		return Reading{Outcome: Kept, Note: takeTold(d, text)}
	case d.Content.Summary != before:
		return Reading{Outcome: Kept, Note: refusal}
	case q.choices != nil && paste.MayTell(text), q.InPreview(*d) && len(strings.Fields(text)) > 3:
		return Reading{Outcome: Doubtful, Steer: ToSummary}
	case q.Key != "summary" && paste.MayTell(text):
		return Reading{Outcome: Doubtful, Steer: ToSummary, Note: refusal}
	case q.choices != nil && len(strings.Fields(text)) > 2:
		return Reading{Outcome: Refused, Note: texts.NotUnderstoodAt(text) + " " + refusal}
	}
	return Reading{Outcome: Refused, Note: texts.NotRecorded(text, refusal)}
}

// bornFirst takes the birth that stands before the answer: "sinh năm 1979, ở bản Hua Nà".
func bornFirst(d *report.Draft, text string) (note, rest string, ok bool) {
	first, rest, cut := strings.Cut(text, ",")
	if !cut || !saysBorn().MatchString(letters.Fold(first)) || strings.TrimSpace(rest) == "" {
		return "", "", false
	}
	key, value, ok := correction.Of(first)
	if !ok || key != "born" {
		return "", "", false
	}
	note, refusal := correct(d, key, value)
	return note, strings.TrimSpace(rest), refusal == ""
}

var saysBorn = letters.Pattern(`^(?:` + vietnamese.Born + `|sinh)\b`)

// choosesFirst takes the kind that a text names before a comma: "tập thể ạ, cả tổ có bảy
// đồng chí". What it says behind it is told, or repeated as not kept.
func (q Question) choosesFirst(d *report.Draft, text string, note *string) bool {
	first, rest, ok := strings.Cut(text, ",")
	if rest = strings.TrimSpace(rest); !q.offers(first, nil) && q.offers(rest, nil) { // "vợ chồng nhà ông ấy, ghi là hộ"
		first, rest = rest, first
	}
	if q.Key != "category" && q.Key != "object" || !ok || rest == "" || !q.offers(first, nil) || q.offers(rest, nil) && !q.offersSame(first, rest) || q.undecided(text) || d.Told && another(*d, rest) {
		return false
	}
	if _, refusal := q.read(d, first, nil); refusal != "" {
		return false
	}
	settle(d, q.Key)
	if *note = q.nameBehind(d, rest); *note == "" && paste.Tells(rest) {
		*note = takeTold(d, rest)
	} else if *note == "" {
		*note = texts.NotRecorded(rest, "")
	}
	return true
}

// part takes the name or the place alone where all was asked for in one text.
func (q Question) part(d *report.Draft, text string) (Reading, bool) {
	if d.Content.Name == "" && paste.IsPersonName(paste.BareName(letters.OneLine(text))) || d.Content.Place == "" && paste.PlaceIn(letters.OneLine(text)) != "" {
		key := "name"
		if !paste.IsPersonName(paste.BareName(letters.OneLine(text))) {
			key = "place"
		}
		if note, refusal := correct(d, key, text); refusal == "" {
			return Reading{Outcome: Kept, Note: note}, true
		}
	}
	return Reading{}, false
}

// introduces reports whether a text at the question for the name tells what the person
// did as well.
func introduces(text string) bool {
	name := paste.ToldBy(text).Name
	return paste.IsPersonName(name) && paste.TellsDeed(text) && len(strings.Fields(text)) > len(strings.Fields(name))+5
}

// another reports whether a text introduces somebody else than the draft.
func another(d report.Draft, text string) bool {
	return d.Content.Name != "" && paste.Tells(text) && NamesAnother(d.Content, text)
}

// NamesAnother reports whether a text names somebody else than whom some content introduces.
func NamesAnother(c report.Content, text string) bool {
	name := letters.Fold(paste.ToldBy(text).Name)
	return name != "" && !strings.Contains(letters.Fold(c.Summary+"\n"+c.Name), name)
}

// fillsMessage is from how many UTF-16 units on a text may be one that a messenger
// cut. It cuts at 4,096, or at a blank before; letters with their marks apart, as
// some keyboards send them, are fewer by the time that they are read.
const fillsMessage = 2000

// FillsOneMessage reports whether a text may be as long as a message can be: what
// comes right after is its rest.
func FillsOneMessage(text string) bool { return len(utf16.Encode([]rune(text))) >= fillsMessage }

// goOn joins a text to the summary, of which it can only be the rest: a
// messenger cuts what is longer than one message, and sends the parts at once.
func (q Question) goOn(d *report.Draft, text string) Reading {
	d.Content.Summary += "\n" + text
	n := letters.Len(d.Content.Summary)
	if q.Key == "summary" {
		return Reading{Outcome: Kept, Note: texts.SummaryTooLong(report.MaxSummary, n)}
	}
	return Reading{Outcome: Kept, Note: texts.SummaryJoined(report.MaxSummary, n)}
}

// offers reports whether a text is one of the choices.
func (q Question) offers(text string, units []Choice) bool {
	_, ok := choice.Of(q.Choices(units), text)
	return ok
}

// offersSame reports whether two texts are the same choice.
func (q Question) offersSame(a, b string) bool {
	one, _ := choice.Of(q.Choices(nil), a)
	other, _ := choice.Of(q.Choices(nil), b)
	return one == other
}

// OffersAt is what tells whether a text is one of the choices of a question; nil:
// there is no such question, or it takes a text. The units of a writer are not
// among them.
func OffersAt(key string) func(text string) bool {
	q, ok := Find(key)
	if !ok || q.choices == nil {
		return nil
	}
	return func(text string) bool { return q.offers(text, nil) }
}

// read puts a typed answer into the draft.
func (q Question) read(d *report.Draft, text string, units []Choice) (note, refusal string) {
	if q.choices == nil {
		return q.take(d, text)
	}
	if text == "" {
		return "", texts.Empty()
	}
	list := q.choices(units)
	picks, ok := q.picks(list, text)
	if !ok && q.take != nil {
		if note, refusal := q.take(d, text); refusal == "" || len(list) == 0 {
			return note, refusal
		}
	}
	if !ok {
		return "", texts.PickOne(len(list))
	}
	for _, c := range picks {
		q.choose(d, c.Value)
	}
	return "", ""
}

// picks finds the choices that a text means: one, or several where several can
// hold.
func (q Question) picks(list []Choice, text string) ([]Choice, bool) {
	if q.Several {
		return choice.SeveralOf(list, text)
	}
	c, ok := choice.Of(list, text)
	return []Choice{c}, ok
}

// cutWords leaves out the first words.
func cutWords(s string, n int) string { return strings.Join(strings.Fields(s)[n:], " ") }
