package unit

import (
	"strconv"

	"guongsang/handlers/turn"
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
func nilOf(t *turn.Turn, unit, period, at string) (f report.Filing, ok bool, err error) {
	p, err := report.ParsePeriod(period)
	if err != nil || !t.Serves(unit) {
		return f, false, nil
	}
	filings, err := t.Tx.Filings(p, unit)
	for _, f := range filings {
		if f.Nil() && strconv.FormatInt(f.At.UnixNano(), 10) == at {
			return f, true, nil
		}
	}
	return f, false, err
}

// askReason asks why there is nothing: unit, period, time.
func askReason(t *turn.Turn, do chat.Action) error {
	_, ok, err := nilOf(t, do.Arg(0), do.Arg(1), do.Arg(2))
	if err != nil {
		return err
	}
	if !ok {
		return t.Stale()
	}
	t.Ask(questionReason, do.Arg(0), do.Arg(1), do.Arg(2))
	return t.Say(chat.Message{Text: texts.AskReason(), Buttons: turn.Column(turn.Button(texts.ToSkip, verbSkipReason))})
}

// answerReason writes the reason beside the nil.
func answerReason(t *turn.Turn) error {
	f, ok, err := nilOf(t, t.Arg(0), t.Arg(1), t.Arg(2))
	if err != nil {
		return err
	}
	if !ok {
		t.CloseQuestion()
		return t.Stale()
	}
	reason, refusal := form.ReadRemark(t.Event.Text)
	if refusal != "" {
		return t.Say(chat.Message{Text: refusal, Buttons: turn.Column(turn.Button(texts.ToSkip, verbSkipReason))})
	}
	f.Reason = reason
	if err := t.Tx.PutNil(f); err != nil {
		return err
	}
	t.CloseQuestion()
	return t.Say(chat.Message{Text: texts.ReasonKept()})
}

// skipReason closes the question.
func skipReason(t *turn.Turn, _ chat.Action) error {
	if t.Talk.Ask == questionReason {
		t.CloseQuestion()
	}
	return t.Show(chat.Message{Text: texts.ReasonSkipped()})
}

// undoNil takes a nil back that was pressed by mistake: unit, period, time.
func undoNil(t *turn.Turn, do chat.Action) error {
	f, ok, err := nilOf(t, do.Arg(0), do.Arg(1), do.Arg(2))
	if err != nil {
		return err
	}
	if !ok {
		return t.Stale()
	}
	if err := t.Tx.DeleteNil(f.Period, f.Unit); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, "nil taken back", f.Unit+" "+f.Period.String()); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.NilUndone(f.Period), Buttons: turn.Column(turn.Button(texts.LabelIntroduce, chat.VerbIntroduce, f.Unit, f.Period))})
}
