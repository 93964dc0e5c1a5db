package form

import (
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/choice"
	"guongsang/internal/citizen"
	"guongsang/internal/correction"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/said"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// AnswerPreview reads a text that was typed under a preview, where nothing is
// asked: a field may be corrected by its label, or the consent in words.
func AnswerPreview(d *report.Draft, text string) (r Reading) {
	refusal := bounded(d, func() { r = answerPreview(d, letters.Tidy(text)) })
	if refusal != "" {
		return Reading{Outcome: Refused, Note: refusal}
	}
	return r
}

func answerPreview(d *report.Draft, text string) Reading {
	switch {
	case citizen.HoldsID(text):
		return Reading{Outcome: Refused, Note: texts.CitizenID()}
	case letters.Unreadable(text):
		return Reading{Outcome: Refused, Note: texts.BrokenLetters()}
	}
	if r, ok := (Question{Key: "preview"}).rightAsked(*d, text); ok {
		return r
	}
	if r, ok := (Question{Key: "preview"}).asksAbout(*d, text); ok {
		return r
	}
	if more := addition(text); more != "" && (d.Content.Summary != "" || strings.Contains(text, ":")) {
		if another(*d, more) {
			return Reading{Outcome: Doubtful, Steer: ToSummary}
		}
		return Reading{Outcome: Kept, Note: takeTold(d, more)}
	}
	if r, ok := deedBehind(d, text, answerPreview); ok {
		return r
	}
	if bareWords(text) == "xem lai" {
		return Reading{Outcome: Kept}
	}
	if to, sure := (Question{}).steerOf(text); to == GoBack && sure {
		return Reading{Outcome: Steered, Steer: GoBack}
	}
	if r, ok := (Question{Key: "preview"}).around(d, text); ok {
		return r
	}
	if note, ok := severalFields(d, text); ok {
		return Reading{Outcome: Kept, Note: note}
	}
	if r, ok := ofPhoto(d, text, false); ok {
		return r
	}
	text = completed(text)
	if key, value, ok := correction.Of(text); ok {
		note, refusal := correct(d, key, correction.PartOfPlace(d.Content.Place, text, value))
		if refusal == "" {
			return Reading{Outcome: Kept, Note: note}
		}
		return Reading{Outcome: Refused, Note: refusal}
	}
	if note, ok := notButThis(d, "", text); ok {
		return Reading{Outcome: Kept, Note: note}
	}
	if note, ok := changeTo(d, text); ok {
		return Reading{Outcome: Kept, Note: note}
	}
	if note, ok := thisIs(d, "", text); ok {
		return Reading{Outcome: Kept, Note: note}
	}
	if note, ok := replaced(d, text); ok {
		return Reading{Outcome: Kept, Note: note}
	}
	if d.Content.Consent == report.NameAndPhoto && intent.RefusesPhoto(text) {
		chooseConsent(d, string(report.NameOnly))
		return Reading{Outcome: Kept, Note: texts.Corrected(texts.FieldName("consent", d.Content), texts.Consent(report.NameOnly))}
	} else if d.Content.Consent != "" && d.Content.Consent != report.NotGiven && refusesName(text) {
		chooseConsent(d, string(report.NotGiven))
		return Reading{Outcome: Kept, Note: texts.Corrected(texts.FieldName("consent", d.Content), texts.Consent(report.NotGiven))}
	} else if intent.ConsentIn(text) != "" && (d.Content.Consent == "" && len(strings.Fields(text)) <= shortConsent || intent.OfConsent(text)) {
		if note, refusal := correct(d, "consent", text); refusal == "" {
			return Reading{Outcome: Kept, Note: note}
		}
	}
	if saysSend(text) || saysDone(text) {
		return Reading{Outcome: Refused, Note: texts.PressSend(len(ToRenew(*d)) > 0)} // only the button sends
	}
	switch m := intent.Understand(intent.Speaker{Serves: true, Open: "preview", Today: today(*d)}, text); m.Intent {
	case intent.NoIntent:
		return Reading{}
	case intent.AskStop:
		return Reading{Outcome: Steered, Steer: GoAway}
	default:
		return Reading{Outcome: Aside, Meaning: m}
	}
}

// notButThis takes what a text says in place of something else for the field of the draft
// that has it: "nhầm bản rồi, không phải Nà Cúng mà là Nậm Cung", "không phải 2 cháu mà là 3
// cháu". The asked question's own answer it leaves to that.
func notButThis(d *report.Draft, asked, text string) (note string, ok bool) {
	not, right, denied := letters.NotBut(text)
	if !denied && asked != "" && !intent.SaysWrong(text) { // at a question that is an answer
		return "", false
	}
	if !denied {
		if right, ok = letters.TakenBack(text); !ok || asked != "" {
			right, ok = reallyIs(text)
		}
		if !ok {
			return "", false
		}
	}
	right = strings.TrimSpace(right[strings.LastIndex(right, ",")+1:])
	about := text
	if denied {
		old, now, ok := correction.Narrowed(not, right)
		if !ok {
			return "", false
		}
		not, right, about = old, now, old
	}
	key, value := meantIn(*d, about, right)
	switch {
	case key != "" || !denied:
	case d.Content.Born != 0 && letters.Digits(not) == strconv.Itoa(d.Content.Born) && letters.Digits(right) != "":
		key, value = "born", letters.Digits(right)
	default:
		if note, ok = putInstead(d, not, right); ok {
			return note, true
		}
		if not, right = correction.WithoutSame(not, right); letters.IsDigits(not) { // which may stand for many a thing
			return "", false
		}
		return putInstead(d, not, right)
	}
	if key == "" || key == asked || guessed(*d, key, text) && (asked == "name" || asked == "place") {
		return "", false
	}
	note, refusal := correct(d, key, value)
	return note, refusal == ""
}

// guessed reports whether a field is meant by what the new value looks like alone.
func guessed(d report.Draft, key, text string) bool {
	q, _ := Find(key)
	return q.shown(d) == "" || !names(" "+strings.Join(foldedWords(text), " ")+" ", q.shown(d)) && (key == "name" || key == "place")
}

// meantIn is whether the name or the place of a draft is meant, and what it is now.
func meantIn(d report.Draft, text, right string) (key, value string) {
	said, place := " "+strings.Join(foldedWords(text), " ")+" ", paste.BarePlace(right)
	switch {
	case names(said, d.Content.Place):
		return "place", correction.InPlaceOf(d.Content.Place, place)
	case paste.PlaceTold(place) != "":
		return "place", place
	case names(said, d.Content.Name), d.Content.Category != report.NewModel && paste.IsPersonName(paste.BareName(right)):
		return "name", right
	}
	return "", ""
}

// reallyIs is what somebody gives as right: "ghi nhầm họ, Pờ Lóng Tơ mới đúng".
func reallyIs(text string) (right string, ok bool) {
	folded, runes := letters.Fold(text), []rune(text)
	m := meantRight().FindStringSubmatchIndex(folded)
	if m == nil || len(folded) != len(runes) { // folding keeps each letter one byte
		return "", false
	}
	return string(runes[m[2]:m[3]]), true
}

// shortConsent is how many words an answer to the consent has at most that names neither
// the name nor the photo.
const shortConsent = 6

var meantRight = letters.Pattern(`^(?:.*[,.:] *)?([^,.:]+?) moi (?:dung|phai)(?: (?:em|chi|anh|a|nhe|nha))*[.!]?$`)

// names reports whether a text, folded, names the first part of a value: of bản Nà
// Cúng, xã Dào San the village, with or without the word for it.
func names(said, value string) bool {
	first, _, _ := strings.Cut(value, ",")
	words := foldedWords(first)
	if len(words) > 2 && slices.Contains(villages, words[0]) {
		words = words[1:]
	}
	return len(words) > 0 && strings.Contains(said, " "+strings.Join(words, " ")+" ")
}

// villages are the words by which people say what kind of place they mean.
var villages = strings.Split(vietnamese.Village+"|xa|to", "|")

// changeTo takes "đổi sang hộ gia đình" for the object or category that it names.
func changeTo(d *report.Draft, text string) (note string, ok bool) {
	m := changing().FindStringSubmatchIndex(letters.Fold(text))
	if m == nil {
		m = rather().FindStringSubmatchIndex(letters.Fold(text))
	}
	if m == nil {
		return "", false
	}
	to := strings.Join(strings.Fields(letters.Fold(text)[m[2]:m[3]]), " ")
	for _, key := range []string{"category", "object"} {
		q, _ := Find(key)
		if c, ok := choice.Exactly(q.Choices(nil), to); ok {
			note, refusal := correct(d, key, c.Label)
			return note, refusal == ""
		}
	}
	return "", false
}

// saysSend reports whether a text says under a preview that it is to be sent, also where
// a keyboard left of its marks what was typed for them: guwir.
func saysSend(text string) bool {
	switch {
	case said.Sends(text):
		return true
	case said.Withholds(text):
		return false
	}
	words := strings.Fields(bareWords(text))
	for i, w := range words {
		if strings.Contains(w, "g") && letters.Untyped(w)[1] == "gui" {
			words[i] = "gui"
		}
	}
	return sending().MatchString(strings.Join(words, " "))
}

// saysDone reports whether a text says that its writer is done, which answers nothing.
func saysDone(text string) bool { return done().MatchString(bareWords(text)) }

var done = letters.Pattern(`^(?:(?:ok|oke|the|vay|da|la|em|chi|anh|toi|minh|guong|anh gui|gui anh) )*(?:xong|du|het)(?: (?:roi|het|ca|anh|nhe|nha|a|em|day|do|oi|chi|rui))*$`)

var sending = letters.Pattern(`^(?:(?:ok|oke|chuan|dung|duoc|dong y|nhat tri|roi|thi|the|vay|het|em) )*gui(?: (?:di|lai|luon|thoi|ngay|giup|bai|nay|len|cho|huyen|xa|not|cai|guong|kia|do|con|ban|nghe|nghen|hen|nhe|nha|em|chi|anh|a|ad))*$`)

// rather is how people say what something is, where it was taken for something else.
var rather = letters.Pattern(`^(?:day |do |cai nay |nay )?(?:la |cua |phai la )(?:mot )?([a-z ]+?)(?: (?:co ma|chu|ma|a|day|nhe|em|chi|ad))*(?:,? (?:chu )?khong phai .*)?$`)

// completed is a text that gives a field which is missing, as one with the field's name
// before a colon: "bổ sung năm sinh 2014".
func completed(text string) string {
	folded := letters.Fold(text)
	m := completing().FindStringSubmatchIndex(folded)
	if m == nil {
		return text
	}
	words, lead, name := strings.Fields(text), len(strings.Fields(folded[:m[2]])), len(strings.Fields(folded[m[2]:m[3]]))
	if lead+name >= len(words) {
		return text
	}
	label := strings.TrimRight(strings.Join(words[lead:lead+name], " "), ":")
	value := strings.TrimLeft(strings.Join(words[lead+name:], " "), ": ")
	if head, rest, ok := strings.Cut(value, " "); ok && letters.Fold(head) == "la" {
		value = rest
	}
	return label + ": " + value
}

var completing = letters.Pattern(`^(?:(?:em|cho em|xin|nho) )*(?:bo sung|them|ghi them|dien them)(?: phan| muc)? (nam sinh|ngay sinh|tuoi|chuc vu|noi o|dia chi|dan toc|ket qua)(?: |:)`)

var changing = letters.Pattern(`^(?:cho |em |xin |nho )*(?:doi|chuyen|sua|chon|xep|dua|cho)(?: lai)?(?: doi tuong| loai)? (?:sang|thanh|qua|la|vao) (.+?)(?: di| giup| gium| ho| voi| em| nhe| nha| a| cho)*$`)

// severalFields takes "tên: Hà Thị Nguyên; nơi ở: xóm Đồng" for all that it corrects.
func severalFields(d *report.Draft, text string) (note string, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' })
	if len(parts) < 2 {
		return "", false
	}
	changed := *d
	var notes []string
	for _, part := range parts {
		key, value, ok := correction.Of(strings.TrimSpace(part))
		if !ok {
			return "", false
		}
		note, refusal := correct(&changed, key, value)
		if refusal != "" {
			return "", false
		}
		notes = append(notes, note)
	}
	*d = changed
	return strings.Join(notes, " "), true
}

// SaysGo reports whether a text only says that what is shown may go out as it is.
func SaysGo(text string) bool {
	return saysSend(text) || saysDone(text)
}
