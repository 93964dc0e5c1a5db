package card

import (
	"fmt"
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// What a unit and the agency say to each other about an example beside its versions
// and rulings: questions, which the unit answers, and requests to correct what was
// accepted, which the agency answers.

// VerbAnswer answers a question of the agency: number, place of the question.
const VerbAnswer turn.Verb = "s.answer"

// VerbAgree and VerbDisagree answer a unit that asks to correct an example.
const (
	VerbAgree    turn.Verb = "corr"
	VerbDisagree turn.Verb = "corrno"
)

// InquiryKey names the message that puts a question to a member.
func InquiryKey(number string, n int, member int64) string {
	return fmt.Sprintf("inquiry/%s/%d/%d", number, n, member)
}

// AnnounceCorrection brings a unit's request, the last one, to the officers.
func AnnounceCorrection(t *turn.Turn, e report.Example, h report.Handling) error {
	officers, err := t.Officers()
	if err != nil {
		return err
	}
	n := len(h.Corrections)
	m := chat.Message{Text: texts.CorrectionFor(e, t.UnitName(e.Unit), h.Corrections[n-1]), Buttons: turn.Pairs([]chat.Button{
		turn.Button(texts.LabelAgree, VerbAgree, e.Number, e.Version),
		turn.Button(texts.LabelDisagree, VerbDisagree, e.Number, e.Version),
		turn.Button(texts.LabelFull, VerbFull, e.Number),
	})}
	for _, o := range officers {
		row := storage.Row{Chat: o.ID, Key: correctionKey(e, n, o.ID), Message: m, Guard: turn.As(o, turn.Agency, "")}
		if _, err := t.Tx.Put(row); err != nil {
			return err
		}
	}
	return Refresh(t, e)
}

// EditCorrection writes on the last request, as officers have it, what became of it.
func EditCorrection(t *turn.Turn, e report.Example, h report.Handling, m chat.Message) error {
	n := len(h.Corrections)
	officers, err := t.Officers()
	if err != nil {
		return err
	}
	for _, o := range officers {
		k := correctionKey(e, n, o.ID)
		if _, ok, err := t.Tx.Delivery(k); err != nil {
			return err
		} else if !ok {
			continue // came to the agency after the request
		}
		if err := t.Tx.PutEdit(storage.Row{Chat: o.ID, TargetKey: k, Message: m, Guard: turn.As(o, turn.Agency, "")}); err != nil {
			return err
		}
	}
	return nil
}

func correctionKey(e report.Example, n int, member int64) string {
	return fmt.Sprintf("correction/%s/%d/%d", e.Number, n, member)
}

// AnnounceAnswer brings a unit's answer to the officer who asked, or to all if that
// one left, and writes it on the cards of all.
func AnnounceAnswer(t *turn.Turn, e report.Example, i report.Inquiry) error {
	officers, err := t.Officers()
	if err != nil {
		return err
	}
	if asker := slices.IndexFunc(officers, func(m report.Member) bool { return m.ID == i.By }); asker >= 0 {
		officers = officers[asker : asker+1]
	}
	m := chat.Message{
		Text:    texts.UnitAnswered(e, t.UnitName(e.Unit), i.Text, i.Answer),
		Buttons: turn.Column(turn.Button(e.Number, digest.VerbExample, e.Number)),
	}
	for _, o := range officers {
		if err := t.Tell(o, turn.Agency, "", m); err != nil {
			return err
		}
	}
	return Refresh(t, e)
}
