package handlers

import (
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbReason     = "n.why" // unit period time
	verbSkipReason = "n.skip"
	verbUndo       = "n.undo" // unit period time
)

const questionReason = "n.why" // unit period time

// nilOf finds the nil that a button was made for: unit, period, time.
func (t *turn) nilOf(unit, period, at string) (f report.Filing, ok bool, err error) {
	p, err := report.ParsePeriod(period)
	if err != nil || !t.serves(unit) {
		return f, false, nil
	}
	filings, err := t.tx.Filings(p, unit)
	for _, f := range filings {
		if f.Nil() && strconv.FormatInt(f.At.UnixNano(), 10) == at {
			return f, true, nil
		}
	}
	return f, false, err
}

// askReason asks why there is nothing: unit, period, time.
func (t *turn) askReason(do chat.Action) error {
	_, ok, err := t.nilOf(do.Arg(0), do.Arg(1), do.Arg(2))
	if err != nil {
		return err
	}
	if !ok {
		return t.stale()
	}
	t.ask(questionReason, do.Arg(0), do.Arg(1), do.Arg(2))
	return t.say(chat.Message{Text: texts.AskReason(), Buttons: column(button(texts.ToSkip, verbSkipReason))})
}

// answerReason writes the reason beside the nil.
func (t *turn) answerReason() error {
	f, ok, err := t.nilOf(t.arg(0), t.arg(1), t.arg(2))
	if err != nil {
		return err
	}
	if !ok {
		t.closeQuestion()
		return t.stale()
	}
	reason, refusal := form.ReadRemark(t.ev.Text)
	if refusal != "" {
		return t.say(chat.Message{Text: refusal, Buttons: column(button(texts.ToSkip, verbSkipReason))})
	}
	f.Reason = reason
	if err := t.tx.PutNil(f); err != nil {
		return err
	}
	t.closeQuestion()
	return t.say(chat.Message{Text: texts.ReasonKept()})
}

// skipReason closes the question.
func (t *turn) skipReason(chat.Action) error {
	if t.talk.Ask == questionReason {
		t.closeQuestion()
	}
	return t.show(chat.Message{Text: texts.ReasonSkipped()})
}

// undoNil takes a nil back that was pressed by mistake: unit, period, time.
func (t *turn) undoNil(do chat.Action) error {
	f, ok, err := t.nilOf(do.Arg(0), do.Arg(1), do.Arg(2))
	if err != nil {
		return err
	}
	if !ok {
		return t.stale()
	}
	if err := t.tx.DeleteNil(f.Period, f.Unit); err != nil {
		return err
	}
	if err := t.tx.Audit(t.member.ID, "nil taken back", f.Unit+" "+f.Period.String()); err != nil {
		return err
	}
	return t.show(chat.Message{Text: texts.NilUndone(f.Period), Buttons: column(button(texts.LabelIntroduce, chat.VerbIntroduce, f.Unit, f.Period))})
}
