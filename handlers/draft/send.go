package draft

import (
	"slices"

	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbSend turn.Verb = "d.send"

// sendDraft turns a draft into an example. Sure is who was asked already
// whether to send in spite of what was found.
func sendDraft(t *turn.Turn, d report.Draft, p report.Period, sure bool) error {
	if _, ok := form.Missing(d, unitOf(&t.Reading, d)); ok {
		return goOn(t, d, "")
	}
	if len(form.ToRenew(d)) > 0 {
		return showPreview(t, d, "", p)
	}
	if d.Amends != "" {
		return sendVersion(t, d, sure)
	}
	ok, err := duty.Offers(&t.Reading, d.Unit, p)
	if err != nil {
		return err
	}
	if !ok && (d.OnBehalf == "" || p != d.Period) {
		d.Period = report.Period{}
		return preview(t, d, texts.PeriodMoved())
	}
	if !sure {
		alike, all, err := t.SameAs(d)
		if err != nil {
			return err
		}
		if all > 0 {
			return warnAlike(t, d, p, alike, all)
		}
	}
	return sendNew(t, d, p)
}

// warnAlike asks whether to send in spite of examples that introduce the same.
func warnAlike(t *turn.Turn, d report.Draft, p report.Period, alike []texts.Alike, all int) error {
	lines := [][]chat.Button{{
		turn.Button(texts.ToSendStill, verbSend, d.ID, d.Version, p, 1), turn.Button(texts.ToReview, verbReview, d.ID, d.Version),
	}}
	if all > len(alike) {
		lines = append(lines, turn.Column(turn.Button(texts.ToAllAlike(all), verbAlike, d.ID, d.Version, p, 0))...)
	}
	return t.Show(chat.Message{Text: texts.AlikeAsk(alike, all), Buttons: lines})
}

// sendNew files a new example, or lets it wait for the unit's head.
func sendNew(t *turn.Turn, d report.Draft, p report.Period) error {
	a, heads, err := approval(t, d)
	if err != nil {
		return err
	}
	if len(heads) > 0 {
		return submit(t, d, p, heads)
	}
	_, err = file(t, d, p, a)
	return err
}

// file files a new example, and does what follows.
func file(t *turn.Turn, d report.Draft, p report.Period, a report.Approval) (report.Example, error) {
	e, err := t.Tx.NewExample(newExample(t, d, p, a))
	if err != nil {
		return e, err
	}
	return e, sent(t, d, e, report.ExampleSent)
}

// newExample is what a draft becomes.
func newExample(t *turn.Turn, d report.Draft, p report.Period, a report.Approval) report.Example {
	e := report.Example{
		Unit: d.Unit, By: t.Member.ID, Periods: []report.Period{p}, Content: d.Content, Review: report.Received,
		Sent: t.At, Received: t.At, OnBehalf: d.OnBehalf, Approval: a,
	}
	if !d.Received.IsZero() {
		e.Received = d.Received
	}
	return withHashes(t, e)
}

// sendVersion sends a changed example again, as its next version.
func sendVersion(t *turn.Turn, d report.Draft, sure bool) error {
	e, err := t.Tx.Example(d.Amends)
	if err != nil {
		return err
	}
	if !e.Open() {
		return t.Show(chat.Message{Text: t.Office.TakenUp(e), Buttons: turn.Column(
			turn.Button(texts.ToDrop, verbDrop, d.ID, d.Version), turn.Button(texts.ToSave, verbSave, d.ID, d.Version))})
	}
	if e.Version != d.Base && !sure { // somebody else of the unit was quicker
		return t.Show(chat.Message{Text: texts.NewerVersion(e.Version) + " " + texts.OverwriteAsk(), Buttons: [][]chat.Button{{
			turn.Button(texts.ToSendStill, verbSend, d.ID, d.Version, d.Period, 1), turn.Button(texts.ToReview, verbReview, d.ID, d.Version)}}})
	}
	a, heads, err := approval(t, d)
	if err != nil {
		return err
	}
	if len(heads) > 0 {
		d.Base = e.Version
		return submit(t, d, e.Periods[0], heads)
	}
	before := e.Content
	e, change, err := newVersion(t, d, e, a)
	if err != nil {
		return err
	}
	return sent(t, d, e, change, report.Changed(before, e.Content)...)
}

// newVersion writes the changed example, and says what became of it by that.
func newVersion(t *turn.Turn, d report.Draft, e report.Example, a report.Approval) (report.Example, report.Deed, error) {
	change := report.ExampleAmended
	if e.Review == report.Returned {
		change = report.ExampleCompleted
	}
	e.Content, e.Review, e.Reason, e.Due, e.Approval = d.Content, report.Received, "", report.Date{}, a
	e, err := t.Tx.NewVersion(withHashes(t, e))
	return e, change, err
}

// withHashes notes which files are in the house already.
func withHashes(t *turn.Turn, e report.Example) report.Example {
	e.Content.Media = slices.Clone(e.Content.Media)
	for i, m := range e.Content.Media {
		if m.Hash == "" {
			e.Content.Media[i].Hash = t.Tx.MediaHash(m.Unique)
		}
	}
	return e
}
