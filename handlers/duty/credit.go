package duty

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Credits says how an example counts for each of its periods.
func Credits(t *turn.Reading, e report.Example) (list []texts.Credit, err error) {
	u, err := t.Tx.Unit(e.Unit)
	if err != nil {
		return nil, err
	}
	for _, p := range e.Periods {
		s, err := t.Tx.Schedule(u, p)
		if err != nil {
			return nil, err
		}
		st, err := t.Tx.Standing(e.Unit, p)
		if err != nil {
			return nil, err
		}
		c := texts.Credit{Schedule: s, Standing: st, Timing: s.Timing(e.ReceivedFor(p), t.Rules.Zone)}
		if f, ok, err := NilFor(t, e.Unit, p); err != nil {
			return nil, err
		} else if ok && f.At.Before(e.ReceivedFor(p)) {
			c.Timing = s.Timing(f.At, t.Rules.Zone)
		}
		list = append(list, c)
	}
	return list, nil
}
