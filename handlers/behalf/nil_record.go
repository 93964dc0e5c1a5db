package behalf

import (
	"time"

	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// fileNilUnits records it of all units of whom it may be recorded now.
func fileNilUnits(t *turn.Turn, n nilUnits) error {
	if n.channel == "" {
		return t.Stale()
	}
	says, err := n.judged(&t.Reading)
	if err != nil {
		return err
	}
	said := map[string]string{}
	for _, u := range says.Ready {
		if err := t.Tx.Audit(t.Member.ID, report.NilOnBehalf, report.Ref{Unit: u.Code, Period: n.period, How: n.channel}); err != nil {
			return err
		}
		text, err := unit.PutNil(t, u.Code, n.period, texts.NilReason(n.channel), n.at)
		if err != nil {
			return err
		}
		said[u.Code] = text
	}
	t.CloseQuestion()
	if err := showNilFiled(&t.Reading, n.period, n.at, 0); err != nil {
		return err
	}
	for _, u := range says.Ready {
		if err := unit.TellNil(t, u.Code, n.period, said[u.Code]); err != nil {
			return err
		}
	}
	if len(n.more) == 0 {
		return nil
	}
	n.period, n.more = n.more[0], n.more[1:]
	m, err := n.question(&t.Reading)
	if err != nil {
		return err
	}
	return t.Say(m)
}

// showNilFiled lists what the member recorded so at one time, to be taken back one
// by one.
func showNilFiled(t *turn.Reading, p report.Period, at time.Time, page int) error {
	filings, err := t.Tx.FilingsIn(p)
	if err != nil {
		return err
	}
	var units []report.Unit
	times := map[string]int64{}
	for _, f := range filings {
		if u, err := t.Tx.Unit(f.Unit); err == nil && f.Nil() && f.By == t.Member.ID && f.At.Unix() == at.Unix() {
			units = append(units, u)
			times[u.Code] = f.At.UnixNano()
		}
	}
	from, to, pages := turn.Bounds(len(units), pick.AtOnce, page)
	var buttons []chat.Button
	for _, u := range units[from:to] {
		buttons = append(buttons, turn.Button(texts.ToUndoNilOf(u), unit.VerbUndo, u.Code, p, times[u.Code]))
	}
	lines := append(turn.Column(buttons...), digest.Pager(from/pick.AtOnce, pages, string(verbNilFiled), p, at.Unix())...)
	return t.Show(chat.Message{Text: texts.NilsFiled(p, units[from:to], len(units)-(to-from)), Buttons: lines})
}
