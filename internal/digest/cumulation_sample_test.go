package digest_test

import (
	"fmt"
	"time"

	"guongsang/internal/assess"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

var (
	firstHalf  = report.Period{Duty: report.Half, Year: 2026, Number: 1}
	secondHalf = report.Period{Duty: report.Half, Year: 2026, Number: 2} // not over yet
	wholeYear  = report.Period{Duty: report.Year, Year: 2026, Number: 1}
)

// cumulated makes the input for the report of half a year or a year: each month has
// that many examples, of which the first three are those of its quarter too. A year
// before there was a little less.
func cumulated(p report.Period, eachMonth int) digest.ReportInput {
	return cumulatedOf(p, eachMonth, func([]report.Example) {})
}

func cumulatedOf(p report.Period, eachMonth int, change func([]report.Example)) digest.ReportInput {
	return cumulatedAt(madeAt(p), p, eachMonth, change)
}

// cumulatedAt is one that is made at that time.
func cumulatedAt(at time.Time, p report.Period, eachMonth int, change func([]report.Example)) digest.ReportInput {
	dir, today := report.NewDirectory(units()), report.DateOf(at)
	var parts []report.PartOf
	var all []report.Example
	quarters := map[report.Period][]report.Filing{}
	contacts := map[string]report.Contact{}
	for _, part := range p.Parts() {
		schedule := rules.Schedule(part)
		if schedule.From.After(today) {
			continue // nothing of it is there
		}
		examples := 0
		if part.Duty == report.Month {
			examples = eachMonth
		}
		in, introduced := writtenAt(at, part, examples, nil, func(some []report.Example) {
			for i := range some {
				some[i].Number = fmt.Sprintf("G-2026-%02d%02d", part.Number, i+1)
			}
			change(some)
		})
		var filings []report.Filing
		for i, e := range introduced {
			filings = append(filings, report.Filed(e, part))
			if i < 3 {
				quarters[part.Quarter()] = append(quarters[part.Quarter()], report.Filed(e, part.Quarter()))
			}
		}
		filings = append(filings, quarters[part]...)
		all = append(all, introduced...)
		for _, g := range in.Summary.Gaps {
			contacts[g.Unit.Code] = g.Contact
		}
		standings := standingsOf(dir, part, eachMonth)
		parts = append(parts, report.PartOf{Standings: standings, Filings: filings, Summary: report.Summarize(dir, schedule, standings, filings, contacts, nil, at)})
	}
	c := report.Cumulate(dir, rules.Schedule(p), parts, contacts, today)
	c.At = at
	lastYear := c.Total
	lastYear.Examples = c.ExamplesDue
	lastYear.OnTime, lastYear.Missing, lastYear.Examples = lastYear.OnTime*9/10, lastYear.Missing+lastYear.OnTime-lastYear.OnTime*9/10, lastYear.Examples*8/10
	balance := report.BalanceOf(all, nil, texts.Traits())
	findings := assess.Of(assess.Figures{
		Period: p, Unfinished: c.Unfinished, Total: c.Total, LastYear: &lastYear, Blocks: c.Blocks, ByReview: c.ByReview, Balance: balance,
		IdleGroups: assess.Idle(c.ByGroup), Run: 1, Silent: len(c.Gaps), Nils: c.Nils,
	})
	return digest.ReportInput{
		Office: office, Letterhead: letterheadOf, Summary: c.Summary, Balance: balance, Assessment: office.Assessment(findings), Cumulated: &c, LastYear: &lastYear,
		Examples: privacy.Views(all, dir, privacy.Public, today), Open: openPhoto,
	}
}
