package digest

import (
	"fmt"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// writeGaps writes the units that have not handed in, with how often they
// were reminded. Those that cannot be asked are named as such.
func writeGaps(p *page, in WorkbookInput) error {
	if err := p.list(in, []float64{5, 13, 48, 45, 7, 7, 14, 10, 17}, texts.GapColumns()); err != nil {
		return err
	}
	times, last := reminded(in.Reminders)
	for i, g := range in.Summary.Gaps {
		err := p.write(
			cell{lookRank, i + 1}, cell{lookText, g.Unit.Code}, cell{lookText, g.Unit.Name}, cell{lookText, g.Unit.Block},
			cell{lookWhole, g.Need}, cell{lookWhole, g.Have}, cell{lookText, texts.StateWord(report.Pending, g.Contact)},
			cell{lookWhole, times[g.Unit.Code]}, cell{lookMoment, last[g.Unit.Code]},
		)
		if err != nil {
			return fmt.Errorf("unit %s: %w", g.Unit.Code, err)
		}
	}
	if len(in.Summary.Gaps) == 0 {
		return p.write(cell{lookNote, texts.NothingListed()})
	}
	return p.filter(listTop, len(texts.GapColumns()))
}

// reminded counts the reminders that went out to people of the unit, by unit.
// That others were told of it is in the log and is not a reminder.
func reminded(log []Reminder) (times map[string]int, last map[string]time.Time) {
	times, last = map[string]int{}, map[string]time.Time{}
	for _, r := range log {
		if r.Result == ReminderSent && !slices.Contains(toOthers, r.Stage) {
			times[r.Unit]++
			if r.At.After(last[r.Unit]) {
				last[r.Unit] = r.At
			}
		}
	}
	return times, last
}

// toOthers are the stages at which somebody else is told of a unit.
var toOthers = []string{"escalate/blockhead", "escalate/agency", "lost"}

// writeReminders writes the log of reminders.
func writeReminders(p *page, in WorkbookInput) error {
	if err := p.list(in, []float64{5, 17, 13, 48, 12, 37, 22, 25}, texts.ReminderColumns()); err != nil {
		return err
	}
	for i, r := range in.Reminders {
		u, _ := in.Units.Unit(r.Unit)
		to := r.To
		if to == "" {
			to = in.Office.Agency
		}
		err := p.write(
			cell{lookRank, i + 1}, cell{lookMoment, r.At}, cell{lookText, r.Unit}, cell{lookText, u.Name}, cell{lookDay, r.Deadline},
			cell{lookText, texts.Stage(r.Stage)}, cell{lookText, to}, cell{lookText, texts.ReminderResult(string(r.Result))},
		)
		if err != nil {
			return fmt.Errorf("reminder %d: %w", i+1, err)
		}
	}
	if len(in.Reminders) == 0 {
		return p.write(cell{lookNote, texts.NothingListed()})
	}
	return p.filter(listTop, len(texts.ReminderColumns()))
}

// listTop is the row with the heads of a plain list.
const listTop = 3

// list begins a plain list: widths, title, heads that stay in sight.
func (p *page) list(in WorkbookInput, widths []float64, columns []string) error {
	if err := p.setWidths(widths...); err != nil {
		return err
	}
	if err := p.freeze(listTop, 0); err != nil {
		return err
	}
	if err := p.heading(in); err != nil {
		return err
	}
	if err := p.repeat(listTop, listTop); err != nil {
		return err
	}
	return p.head(columns...)
}
