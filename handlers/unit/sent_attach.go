package unit

import (
	"slices"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
)

const verbAttach turn.Verb = "s.attach"

// forgotten is for how long after a sending files that come alone may well
// belong to what was sent.
const forgotten = 24 * time.Hour

// filesOnly reports whether a draft holds files and nothing else.
func filesOnly(d report.Draft) bool {
	files := len(d.Content.Media) > 0
	d.Content.Media = nil
	return files && form.Blank(d)
}

// justSent is the example that the member sent last, if the files of a draft
// may have been meant for it.
func justSent(t *turn.Turn, d report.Draft) (last report.Example, ok bool, err error) {
	if !filesOnly(d) {
		return last, false, nil
	}
	for _, unit := range t.Member.Represented() {
		list, err := t.Tx.ExamplesOf(unit, 1)
		if err != nil {
			return last, false, err
		}
		for _, e := range list {
			if e.By == t.Member.ID && e.Open() && t.Tx.Now.Sub(e.Changed) < forgotten && e.Changed.After(last.Changed) {
				last, ok = e, true
			}
		}
	}
	return last, ok, nil
}

// attach moves files that came alone into what was just sent. It opens as a
// draft of the next version.
func attach(t *turn.Turn, e report.Example, d report.Draft) error {
	if !e.Open() || !filesOnly(d) {
		return t.Stale()
	}
	if err := t.Tx.DeleteDraft(d); err != nil {
		return err
	}
	leaveDraft(t)
	if err := amendSent(t, e); err != nil {
		return err
	}
	next, ok, err := t.Opened()
	if err != nil || !ok {
		return err
	}
	var notes []string
	for _, m := range d.Content.Media {
		same := func(other report.Media) bool { return other.Unique == m.Unique }
		full := form.NoRoom(next.Content.Media, m)
		if full == "" && !slices.ContainsFunc(next.Content.Media, same) {
			next.Content.Media = append(next.Content.Media, m)
		}
		notes = append(notes, full)
	}
	if err := t.Tx.JoinDraft(next); err != nil {
		return err
	}
	return count(t, next, notes)
}
