package handlers

import (
	"slices"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// situation shows where things stand in the period that is being worked on:
// to the agency the digest, to leaders three numbers and three names, to the
// head of a block its standings.
func (t *turn) situation() error {
	t.ask("")
	p := t.working()
	if t.member.Agency() || !t.member.Holds(report.Leader) {
		return t.showDigest(p, digest.Main, 0)
	}
	sum, err := t.tx.Summary(p)
	if err != nil {
		return err
	}
	examples, err := t.examplesOf(p)
	if err != nil {
		return err
	}
	m, err := digest.Leader(sum, examples, t.Office)
	if err != nil {
		return err
	}
	return t.show(m)
}

// examplesOf are the examples of a period as the member may see them: the agency
// as they were written, leaders as the configuration says.
func (t *turn) examplesOf(p report.Period) ([]privacy.View, error) {
	audience := t.Options.Leaders
	if t.member.Agency() {
		audience = privacy.Desk
	}
	units := t.tx.Directory()
	examples, err := t.tx.Introduced(p, units)
	return privacy.Views(examples, units, audience, t.today()), err
}

// working is the period that is being worked on: the earliest month that is
// not locked, or quarter where months are not asked for.
func (t *turn) working() report.Period {
	duty := report.Month
	if t.Rules.Month.Off {
		duty = report.Quarter
	}
	return t.Rules.OpenPeriods(duty, t.today())[0]
}

// pressDigest shows a section or page of the digest.
func (t *turn) pressDigest(do chat.Action) error {
	p, err := report.ParsePeriod(do.Arg(0))
	if err != nil {
		return t.stale()
	}
	page, _ := strconv.Atoi(do.Arg(2))
	return t.showDigest(p, do.Arg(1), page)
}

// inReach reports whether a period is one that anybody could ask about.
func (t *turn) inReach(p report.Period) bool { return p.Year >= 2000 && p.Year <= t.today().Year+1 }

func (t *turn) showDigest(p report.Period, section string, page int) error {
	if !t.inReach(p) {
		return t.stale()
	}
	if !t.member.Agency() && !t.member.Holds(report.Leader) {
		return t.showBlockDigest(p, section, page)
	}
	sum, err := t.tx.Summary(p)
	if err != nil {
		return err
	}
	var examples []privacy.View
	if section == digest.Examples {
		if examples, err = t.examplesOf(p); err != nil {
			return err
		}
	}
	m := digest.Section(sum, examples, t.Office, section, page)
	if !t.member.Agency() {
		m.Buttons = withoutVerb(m.Buttons, digest.VerbQueue)
	}
	return t.show(m)
}

// showBlockDigest shows the head of a block the standings of its units, and
// not what they introduced.
func (t *turn) showBlockDigest(p report.Period, section string, page int) error {
	var units []report.Unit
	for _, post := range t.member.Posts {
		if post.Role == report.BlockHead {
			units = append(units, t.tx.Directory().Block(post.Block)...)
		}
	}
	if len(units) == 0 {
		return t.refuse(digest.VerbShow)
	}
	sum, err := t.tx.SummaryOf(p, report.NewDirectory(units))
	if err != nil {
		return err
	}
	if section == digest.Gaps || section == digest.Lost {
		return t.show(digest.Section(sum, nil, t.Office, section, page))
	}
	return t.show(digest.Block(sum, t.Office))
}

// withoutVerb leaves out the buttons that would be refused.
func withoutVerb(lines [][]chat.Button, verb string) (kept [][]chat.Button) {
	for _, line := range lines {
		line = slices.DeleteFunc(slices.Clone(line), func(b chat.Button) bool { return b.Do.Verb == verb })
		if len(line) > 0 {
			kept = append(kept, line)
		}
	}
	return kept
}
