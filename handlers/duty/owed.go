package duty

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/report"
)

// An owed is a period of a unit, which it owes or owed.
type Owed struct {
	Unit   string
	Period report.Period
}

// Of is a period of a unit.
var Of = turn.Join(turn.Unit, turn.Period, func(_ *turn.Reading, u report.Unit, p report.Period) (Owed, turn.Refusal) {
	return Owed{u.Code, p}, nil
})

// Owes lists what the member's units still owe, open periods only.
func Owes(t *turn.Reading) (list []Owed, err error) {
	for _, code := range t.Member.Represented() {
		u, err := t.Tx.Unit(code)
		if err != nil {
			return nil, err
		}
		open, err := OpenFor(t, u)
		if err != nil {
			return nil, err
		}
		for _, p := range report.Choices(open, t.SaidOn()) {
			i := slices.IndexFunc(open, func(o report.OpenPeriod) bool { return o.Schedule.Period == p })
			if open[i].Standing.State == report.Pending {
				list = append(list, Owed{code, p})
			}
		}
	}
	return list, nil
}
