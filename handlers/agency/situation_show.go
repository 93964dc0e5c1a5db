package agency

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// situation shows where things stand in the period that is being worked on:
// to the agency the digest, to leaders three numbers and three names, to the
// head of a block its standings.
func situation(t *turn.Turn) error {
	t.CloseQuestion()
	p := t.Working()
	if t.Member.Agency() || !t.Member.Holds(report.Leader) {
		return showDigest(t, p, digest.Main, 0)
	}
	sum, err := t.Tx.Summary(p)
	if err != nil {
		return err
	}
	examples, err := examplesOf(t, p)
	if err != nil {
		return err
	}
	m, err := digest.Leader(sum, examples, t.Office)
	if err != nil {
		return err
	}
	return t.Show(m)
}

// examplesOf are the examples of a period as the member may see them: the
// agency as they were written, leaders as the configuration says.
func examplesOf(t *turn.Turn, p report.Period) ([]privacy.View, error) {
	audience := t.Options.Leaders
	if t.Member.Agency() {
		audience = privacy.Desk
	}
	units := t.Tx.Directory()
	examples, err := t.Tx.Introduced(p, units)
	return privacy.Views(examples, units, audience, t.Today()), err
}

// showDigest shows a section or page of the digest.
func showDigest(t *turn.Turn, p report.Period, section string, page int) error {
	if !t.Member.Agency() && !t.Member.Holds(report.Leader) {
		return showBlockDigest(t, p, section, page)
	}
	sum, err := t.Tx.Summary(p)
	if err != nil {
		return err
	}
	var examples []privacy.View
	if section == digest.Examples {
		if examples, err = examplesOf(t, p); err != nil {
			return err
		}
	}
	m := digest.Section(sum, examples, t.Office, section, page)
	if !t.Member.Agency() {
		m.Buttons = withoutVerb(m.Buttons, digest.VerbQueue)
	}
	return t.Show(m)
}

// showBlockDigest shows the head of a block the standings of its units, and
// not what they introduced.
func showBlockDigest(t *turn.Turn, p report.Period, section string, page int) error {
	var units []report.Unit
	for _, post := range t.Member.Posts {
		if post.Role == report.BlockHead {
			units = append(units, t.Tx.Directory().Block(post.Block)...)
		}
	}
	if len(units) == 0 {
		return t.Refuse(digest.VerbShow)
	}
	sum, err := t.Tx.SummaryOf(p, report.NewDirectory(units))
	if err != nil {
		return err
	}
	if section == digest.Gaps || section == digest.Unconnected || section == digest.Lost {
		return t.Show(digest.Section(sum, nil, t.Office, section, page))
	}
	return t.Show(digest.Block(sum, t.Office))
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
