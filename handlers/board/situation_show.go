package board

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
func situation(t *turn.Reading) error {
	t.CloseQuestion()
	p := t.Working()
	if t.Member.Agency() || !t.Member.Holds(report.Leader) {
		return showDigest(t, p, digest.Main, 0)
	}
	sum, err := t.Tx.Summary(p)
	if err != nil {
		return err
	}
	filings, err := t.Tx.FilingsOf(p, t.Tx.Directory())
	if err != nil {
		return err
	}
	filings = slices.DeleteFunc(filings, nothingOf(t))
	examples, err := viewsOf(t, digest.NotableFilings(filings))
	if err != nil {
		return err
	}
	m, err := digest.Leader(sum, examples, t.Office)
	if err != nil {
		return err
	}
	return t.Show(m)
}

// shownFilings are the filings of those examples of a period of which the member
// may see something; so many more are hidden.
func shownFilings(t *turn.Reading, p report.Period) (shown []report.Filing, hidden int, err error) {
	filings, err := t.Tx.FiledExamples(p, t.Tx.Directory())
	all := len(filings)
	shown = slices.DeleteFunc(filings, nothingOf(t))
	return shown, all - len(shown), err
}

// nothingOf tells the filings of examples of which the member may see nothing.
func nothingOf(t *turn.Reading) func(report.Filing) bool {
	as := t.Audience()
	return func(f report.Filing) bool { return f.Nil() || !privacy.Shown(f.Facets.Review, as) }
}

// viewsOf reads the examples of some filings as the member may see them.
func viewsOf(t *turn.Reading, filings []report.Filing) ([]privacy.View, error) {
	examples, err := t.Tx.ExamplesFiled(filings)
	return privacy.Views(examples, t.Tx.Directory(), t.Audience(), t.Today()), err
}

// showDigest shows a section or page of the digest.
func showDigest(t *turn.Reading, p report.Period, section string, page int) error {
	if gaps(section) {
		return showList(t, p, section, narrowed(t, report.Scope{}), page)
	}
	if !t.Member.Agency() && !t.Member.Holds(report.Leader) {
		return showBlockDigest(t, p)
	}
	if section == digest.Examples {
		return showExamples(t, p, page)
	}
	sum, err := t.Tx.Summary(p)
	if err != nil {
		return err
	}
	if t.Member.Agency() {
		overlooked, err := t.Tx.Overlooked()
		if err != nil {
			return err
		}
		sum.Overlooked = len(overlooked)
	}
	m := digest.Section(sum, t.Office, section, page)
	if !t.Member.Agency() {
		m.Buttons = withoutVerb(m.Buttons, digest.VerbQueue)
	}
	return t.Show(m)
}

// showExamples shows a page of the examples and reads no others.
func showExamples(t *turn.Reading, p report.Period, page int) error {
	filings, hidden, err := shownFilings(t, p)
	if err != nil {
		return err
	}
	first, last := digest.ExamplesOn(page, len(filings))
	shown, err := viewsOf(t, filings[first:last])
	if err != nil {
		return err
	}
	return t.Show(digest.ExamplesPage(p, shown, page, len(filings), hidden))
}

// showBlockDigest shows the head of a block the standings of its units, and
// not what they introduced.
func showBlockDigest(t *turn.Reading, p report.Period) error {
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
	return t.Show(digest.Block(sum, t.Office))
}

// withoutVerb leaves out the buttons that would be refused.
func withoutVerb(lines [][]chat.Button, verbs ...string) (kept [][]chat.Button) {
	for _, line := range lines {
		line = slices.DeleteFunc(slices.Clone(line), func(b chat.Button) bool { return slices.Contains(verbs, b.Do.Verb) })
		if len(line) > 0 {
			kept = append(kept, line)
		}
	}
	return kept
}
