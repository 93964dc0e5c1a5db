package pick

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
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

func matches(text, want string) bool {
	for word := range strings.FieldsSeq(want) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
