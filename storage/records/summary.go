package records

import (
	"bytes"
	"fmt"
	"slices"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Summary counts a period as of the transaction's now, with the period before
// for comparison. It reads the filings of both and no example.
func (tx *Snapshot) Summary(p report.Period) (report.Summary, error) {
	return tx.SummaryOf(p, tx.Directory())
}

// SummaryOf is the Summary of some of the units, such as those of one block; of
// the others nothing is read.
func (tx *Snapshot) SummaryOf(p report.Period, units report.Directory) (report.Summary, error) {
	contacts, err := tx.Contacts(units)
	if err != nil {
		return report.Summary{}, err
	}
	before, err := tx.summaryBefore(p, units, contacts)
	if err != nil {
		return report.Summary{}, err
	}
	return tx.summarize(p, units, contacts, before)
}

// summaryBefore counts the period before; nil if nobody filed anything for it,
// as before the first period under this program.
func (tx *Snapshot) summaryBefore(p report.Period, units report.Directory, contacts map[string]report.Contact) (*report.Summary, error) {
	if !kv.HasAny(tx, layout.BucketFilings, layout.Key(p.Add(-1))) {
		return nil, nil
	}
	sum, err := tx.summarize(p.Add(-1), units, contacts, nil)
	return &sum, err
}

func (tx *Snapshot) summarize(p report.Period, units report.Directory, contacts map[string]report.Contact, before *report.Summary) (sum report.Summary, err error) {
	filings, err := tx.FilingsOf(p, units)
	if err != nil {
		return sum, err
	}
	standings, err := tx.standings(p, units, filings)
	if err != nil {
		return sum, err
	}
	extensions, err := tx.Extensions(p)
	if err != nil {
		return sum, err
	}
	// No unit and no block: only what was extended for all counts here.
	schedule := tx.rules.ScheduleOf(report.Unit{}, p, extensions)
	sum = report.Summarize(units.As(schedule.Owed), schedule, standings, filings, contacts, before, tx.Now)
	if sum.ByPlace, err = tx.PublishedAt(filings, units); err != nil || sum.Total.Exempt == 0 {
		return sum, err
	}
	return sum, tx.namePaused(&sum, units, standings)
}

// namePaused says in a summary which units are freed from the period, and why.
func (tx *Snapshot) namePaused(sum *report.Summary, units report.Directory, standings []report.Standing) error {
	pauses, err := tx.pausesIn(sum.Schedule.Period)
	of := make(map[string]report.Pause, len(pauses))
	for _, p := range pauses {
		of[p.Unit] = p
	}
	for _, st := range standings {
		if u, ok := units.Unit(st.Unit); ok && st.State == report.Exempt {
			sum.Paused = append(sum.Paused, report.Paused{Unit: u, Pause: of[st.Unit]})
		}
	}
	return err
}

// PublishedAt counts where the published ones of some filings can be read.
func (tx *Snapshot) PublishedAt(filings []report.Filing, units report.Directory) (by map[string]int, err error) {
	for _, f := range filings {
		if _, of := units.Unit(f.Unit); f.Nil() || f.Facets.Review != report.Published || !of {
			continue
		}
		p, err := tx.Publication(f.Example)
		if err := IgnoreNotFound(err); err != nil {
			return nil, err
		}
		if by == nil {
			by = map[string]int{}
		}
		seen := map[string]bool{"telegram": p.Progress == Posted}
		for _, place := range p.Places {
			seen[place.Kind] = true
		}
		for kind, stands := range seen {
			if stands {
				by[kind]++
			}
		}
	}
	return by, nil
}

// FiledExamples are the filings of the examples that some units introduced for
// a period, in the order of their numbers. The examples are not read.
func (tx *Snapshot) FiledExamples(p report.Period, units report.Directory) ([]report.Filing, error) {
	filings, err := tx.FilingsOf(p, units)
	filings = slices.DeleteFunc(filings, report.Filing.Nil)
	slices.SortFunc(filings, func(a, b report.Filing) int { return report.CompareNumbers(a.Example, b.Example) })
	return filings, err
}

// Introduced are the examples that some units introduced for a period, as a
// summary of these units counts them, by number.
func (tx *Snapshot) Introduced(p report.Period, units report.Directory) ([]report.Example, error) {
	filings, err := tx.FiledExamples(p, units)
	if err != nil {
		return nil, err
	}
	return tx.ExamplesFiled(filings)
}

// FiledIn counts the examples that were introduced for a period, as its standings
// do. No value is read, unless some unit is in training.
func (tx *Snapshot) FiledIn(p report.Period) (n int, err error) {
	if tx.Directory().Trains() {
		filings, err := tx.FilingsIn(p)
		return len(slices.DeleteFunc(filings, report.Filing.Nil)), err
	}
	err = kv.Each(tx, layout.BucketFilings, layout.Key(p), func(k, _ []byte) error {
		if !bytes.HasSuffix(k, noExample) {
			n++
		}
		return nil
	})
	return n, err
}

// noExample ends the key of a filing that says that there is nothing to introduce.
var noExample = layout.Key("")

// MeasuredIn reads of the examples of some filings only what a report.Balance
// measures: to read all of each would take half as long again.
func (tx *Snapshot) MeasuredIn(filings []report.Filing) ([]report.Example, error) {
	list := make([]report.Example, 0, len(filings))
	for _, f := range filings {
		k, err := exampleKey(f.Example)
		if err != nil {
			return nil, err
		}
		var m measured
		if err := kv.Get(tx, layout.BucketExamples, k, &m); err != nil {
			return nil, fmt.Errorf("example %s: %w", f.Example, err)
		}
		c := m.Content
		list = append(list, report.Example{Number: f.Example, Review: m.Review, Content: report.Content{
			Object: c.Object, Groups: c.Groups, Field: c.Field, Gender: c.Gender, Ethnicity: c.Ethnicity, Position: c.Position,
		}})
	}
	return list, nil
}

// measured are the fields of a stored example that a balance measures.
type measured struct {
	Review  report.Review
	Content struct {
		Object    report.Object
		Groups    []report.Group
		Field     report.Field
		Gender    string
		Ethnicity string
		Position  string
	}
}

// ExamplesFiled reads the examples of some filings.
func (tx *Snapshot) ExamplesFiled(filings []report.Filing) ([]report.Example, error) {
	numbers := make([]string, len(filings))
	for i, f := range filings {
		numbers[i] = f.Example
	}
	return tx.ExamplesNumbered(numbers)
}
