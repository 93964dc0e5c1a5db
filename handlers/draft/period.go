package draft

import (
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbPeriods turn.Verb = "d.periods"
	verbPeriod  turn.Verb = "d.period"
)

// listPeriods offers other periods.
func listPeriods(t *turn.Reading, d report.Draft) error {
	list, err := duty.PeriodsOf(t, d.Unit)
	if err != nil {
		return err
	}
	var buttons []chat.Button
	for _, o := range list {
		p := o.Schedule.Period
		timing, err := duty.TimingOf(t, d, p)
		if err != nil {
			return err
		}
		buttons = append(buttons, turn.Button(texts.PeriodLabel(p, timing, o.Standing.State.Met()), verbPeriod, d.ID, d.Version, p))
	}
	buttons = append(buttons, turn.Button(texts.ToBack, verbReview, d.ID, d.Version))
	return t.Show(chat.Message{Text: texts.PeriodHead(t.UnitName(d.Unit)), Buttons: turn.Column(buttons...)})
}

// setPeriod lets a draft count for another period.
func setPeriod(t *turn.Turn, d report.Draft, p report.Period) error {
	ok, err := duty.Offers(&t.Reading, d.Unit, p)
	if err != nil {
		return err
	}
	if !ok {
		return t.Stale()
	}
	d.Period = p
	return goOn(t, d, "")
}
