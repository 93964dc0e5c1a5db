package draft

import (
	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Amend opens a sent or returned example as a draft that will be its next
// version. One that was begun already goes on.
func Amend(t *turn.Turn, e report.Example) error {
	d, err := reopened(t, e)
	if err != nil {
		return err
	}
	return goOn(t, d, t.Office.Reopened(e))
}

// AmendWith opens an example so, with what fill puts into the draft. Files that came alone
// before join it where the offer was of both: one that only puts a word right says nothing of them.
func AmendWith(t *turn.Turn, e report.Example, files bool, fill func(*report.Draft) (note string)) error {
	alone, open, err := t.Opened()
	if err != nil {
		return err
	}
	d, err := reopened(t, e)
	if err != nil {
		return err
	}
	note := fill(&d)
	if !files || !open || !FilesOnly(alone) {
		return goOn(t, d, note)
	}
	if _, err := t.Tx.PutDraft(d); err != nil {
		return err
	}
	return attachNoted(t, e, alone, note)
}

// AmendFiles opens an example so, and asks for the files that are to join it.
func AmendFiles(t *turn.Turn, e report.Example) error {
	d, err := reopened(t, e)
	if err != nil {
		return err
	}
	q, _ := form.Find("files")
	return askStep(t, d, q, t.Office.Reopened(e), fromEdit)
}

// LastSent is the example that the member sent last and that can still be changed.
func LastSent(t *turn.Turn) (last report.Example, ok bool, err error) {
	all, err := t.Introduced(func(e report.Example) bool { return e.By == t.Member.ID && e.Open() })
	for _, e := range all {
		if e.Changed.After(last.Changed) {
			last, ok = e, true
		}
	}
	return last, ok, err
}

// Lately reports whether an example was sent so short a while ago that what comes alone may
// well belong to it.
func Lately(t *turn.Turn, e report.Example) bool { return t.Lately(e.Changed, forgotten) }

// reopened is the draft that amends an example, begun now if there is none.
func reopened(t *turn.Turn, e report.Example) (report.Draft, error) {
	d, begun, err := amendment(t, e)
	if err != nil || begun {
		d.Changed = t.Tx.Now.In(t.Rules.Zone)
		return d, err
	}
	return writeDraft(t, report.Draft{Unit: e.Unit, Period: e.Periods[0], Amends: e.Number, Base: e.Version, Content: e.Content, Asked: form.Asked(e)})
}

// amendment is the draft of the member that amends an example, if there is one.
func amendment(t *turn.Turn, e report.Example) (d report.Draft, begun bool, err error) {
	drafts, err := t.Tx.Drafts(t.Member.ID)
	for _, d := range drafts {
		if d.Amends == e.Number && t.Owns(d) {
			return d, true, err
		}
	}
	return d, false, err
}

// SendAnew begins a draft with all that an example told which was withdrawn: whoever
// regrets that types nothing again. It gets a number of its own. One that was begun so
// already goes on.
func SendAnew(t *turn.Turn, e report.Example) error {
	drafts, err := t.Tx.Drafts(t.Member.ID)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if d.Unit == e.Unit && d.Amends == "" && d.Content.Name == e.Content.Name && d.Content.Summary == e.Content.Summary && t.Owns(d) {
			return goOn(t, d, texts.SentAnew(e.Number))
		}
	}
	d, err := writeDraft(t, report.Draft{Unit: e.Unit, Content: e.Content, Asked: form.Asked(e)})
	if err != nil {
		return err
	}
	return goOn(t, d, texts.SentAnew(e.Number))
}
