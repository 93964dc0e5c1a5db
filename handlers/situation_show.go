package handlers

import (
	"slices"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
)

// situation shows where things stand in the period that is being worked on:
// to the agency the digest, to leaders three numbers and three names, to the
// head of a block its standings.
func (t *turn) situation() error {
	t.closeQuestion()
	p := t.working()
	if t.member.Agency() || !t.member.Holds(report.Leader) {
		return t.showDigest(p, digest.Main, 0)
	}
	sum, err := t.tx.Summary(p)
	if err != nil {
		return err
	}
	return t.show(digest.Leader(sum, t.Office))
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
	m := digest.Section(sum, t.Office, section, page)
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
		return t.show(digest.Section(sum, t.Office, section, page))
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
