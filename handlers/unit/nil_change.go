package unit

import (
	"strconv"

	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbReason     turn.Verb = "n.why"
	verbSkipReason turn.Verb = "n.skip"

	// VerbUndo takes a nil back.
	VerbUndo turn.Verb = "n.undo"
)

const questionReason turn.Question = "n.why"

// filedNil is the nil that a button was made for.
var filedNil = turn.Join(duty.Of, turn.Text("time"), func(t *turn.Reading, o duty.Owed, at string) (report.Filing, turn.Refusal) {
	filings, err := t.Tx.Filings(o.Period, o.Unit)
	for _, f := range filings {
		if f.Nil() && strconv.FormatInt(f.At.UnixNano(), 10) == at {
			return f, nil
		}
	}
	if err != nil {
		return report.Filing{}, turn.Failed(err)
	}
	return report.Filing{}, turn.Stale
})

// askReason asks why there is nothing.
func askReason(t *turn.Reading, f report.Filing) error {
	t.Ask(questionReason, f.Unit, f.Period, f.At.UnixNano())
	return t.Say(chat.Message{Text: texts.AskReason(), Buttons: turn.Column(turn.Button(texts.ToSkip, verbSkipReason))})
}

// answerReason writes the reason beside the nil.
func answerReason(t *turn.Turn, f report.Filing) error {
	reason, refusal := form.ReadRemark(t.Event.Text)
	if refusal != "" {
		return t.Say(chat.Message{Text: refusal, Buttons: turn.Column(turn.Button(texts.ToSkip, verbSkipReason))})
	}
	f.Reason = reason
	if err := t.Tx.PutNil(f); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.NilChanged, report.Ref{Unit: f.Unit, Period: f.Period}.With("Reason")); err != nil {
		return err
	}
	t.CloseQuestion()
	return t.Say(chat.Message{Text: texts.ReasonKept()})
}

// skipReason closes the question.
func skipReason(t *turn.Reading) error {
	if t.Asked(questionReason) {
		t.CloseQuestion()
	}
	return t.Show(chat.Message{Text: texts.ReasonSkipped()})
}

// passReason is skipReason, of the open question.
func passReason(t *turn.Reading, _ report.Filing) error { return skipReason(t) }

// ownNil is a nil that the member may take back: of an own unit any, of another
// only what the member recorded on its behalf.
var ownNil = filedNil.If(func(t *turn.Reading, f report.Filing) turn.Refusal {
	if !t.Member.Represents(f.Unit) && f.By != t.Member.ID {
		return turn.Stale
	}
	before, err := t.BeforeTraining(f.Unit, f.At)
	if before && t.Member.Represents(f.Unit) {
		return turn.Saying(texts.BeforeTraining(texts.NilSure(f.Period)))
	}
	return turn.Failed(err)
})

// undoNil takes a nil back that was pressed by mistake. The unit hears of it as it
// heard of the nil.
func undoNil(t *turn.Turn, f report.Filing) error {
	if err := t.Tx.DeleteNil(f.Period, f.Unit); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.NilUndone, report.Ref{Unit: f.Unit, Period: f.Period}); err != nil {
		return err
	}
	if !t.Member.Represents(f.Unit) {
		text := texts.NilUndoneFor(t.UnitName(f.Unit), f.Period)
		if err := t.TellUnit(f.Unit, chat.Message{Text: text}); err != nil {
			return err
		}
		t.Below() // others may be taken back by the message with the button
		return t.Show(chat.Message{Text: text})
	}
	return t.Show(chat.Message{Text: texts.NilUndone(f.Period), Buttons: turn.Column(turn.Button(texts.LabelIntroduce, chat.VerbIntroduce, f.Unit, f.Period))})
}
