package pick

import (
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
)

const Question turn.Question = "unit"

// A Purpose is what a unit is picked for.
type Purpose string

// The purposes.
const (
	ToInvite Purpose = turn.PickToInvite
	ToSee    Purpose = "see"
	ToRecord Purpose = "rec"
	ToExtend Purpose = "ext"
	ToPause  Purpose = "pau"
)

// PurposeKind is a purpose.
var PurposeKind = turn.OneOf("purpose", ToInvite, ToSee, ToRecord, ToExtend, ToPause)

// Ask asks an officer for a unit, by code or part of the name, beside other ways
// on.
func Ask(t *turn.Reading, why Purpose, others ...chat.Button) error {
	t.Ask(Question, why)
	return t.Show(chat.Message{
		Text:    texts.AskForUnit(),
		Buttons: turn.Column(append(others, turn.Button(texts.LabelCancel, turn.VerbCancel))...),
	})
}

// Search finds units by code, or else by all words of the name or of former ones, without
// regard to diacritics, case, and i or y.
func Search(d report.Directory, typed string) (found []report.Unit) {
	want := letters.FoldLoosely(typed)
	if want == "" {
		return nil
	}
	for _, u := range d.Units() {
		if letters.FoldLoosely(u.Code) == want {
			return []report.Unit{u}
		}
		if matches(letters.FoldLoosely(u.Code+" "+u.Name+" "+strings.Join(u.FormerNames(), " ")), want) {
			found = append(found, u)
		}
	}
	return found
}

// longestUnit is how many words the name of a unit has at most that is looked for by
// whatever is typed.
const longestUnit = 8

// Named finds the units that a text is the name of, as people shorten and mistype it: it
// begins with what sort of unit it is.
func Named(d report.Directory, day report.Date, typed string) []report.Unit {
	words := strings.Fields(letters.Fold(typed))
	if len(words) < 2 || len(words) > longestUnit || strings.ContainsAny(typed, ",.:;?") {
		return nil
	}
	if !unitname.SaysKind(typed) || !intent.UnitKinds[words[0]] && paste.IsPersonName(typed) { // Văn, Đặng and Bàn are surnames, too
		return nil
	}
	if found := Search(d, typed); len(found) > 0 {
		return found
	}
	if found := unitname.New(d, day).Name(typed).Units; len(found) > 0 {
		return found
	}
	want := joined(typed)
	return slices.DeleteFunc(d.Units(), func(u report.Unit) bool { return !letters.OneSlip(joined(u.Name), want) })
}

func joined(name string) string { return strings.ReplaceAll(letters.FoldLoosely(name), " ", "") }

func matches(text, want string) bool {
	for word := range strings.FieldsSeq(want) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
