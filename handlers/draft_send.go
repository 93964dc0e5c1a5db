package handlers

import (
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbSend = "d.send" // draft version period [sure]

// What became of an example by a sending.
const (
	changeSent      = "sent"
	changeAmended   = "amended"
	changeCompleted = "completed"
)

// sendDraft turns a draft into an example: draft, version, period, [sure].
func (t *turn) sendDraft(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	if _, ok := form.Missing(d); ok {
		return t.goOn(d, "")
	}
	if d.Amends != "" {
		return t.sendVersion(d, do.Arg(3) != "")
	}
	p, ok, err := t.offers(d.Unit, do.Arg(2))
	if err != nil {
		return err
	}
	if !ok && (d.OnBehalf == "" || p != d.Period) {
		d.Period = report.Period{}
		return t.preview(d, texts.PeriodMoved())
	}
	if do.Arg(3) == "" {
		alike, err := t.namesakes(d)
		if err != nil {
			return err
		}
		if len(alike) > 0 {
			return t.warnAlike(d, p, alike)
		}
	}
	return t.sendNew(d, p)
}

// namesakes lists examples of the last twelve months with the same name.
func (t *turn) namesakes(d report.Draft) ([]report.Example, error) {
	list, err := t.tx.Namesakes(d.Content.Name, t.tx.Now.AddDate(-1, 0, 0))
	return slices.DeleteFunc(list, func(e report.Example) bool { return e.Number == d.Amends }), err
}

// warnAlike asks whether to send in spite of namesakes. Of other units only
// the number is shown.
func (t *turn) warnAlike(d report.Draft, p report.Period, alike []report.Example) error {
	var lines []string
	for _, e := range alike[:min(len(alike), 3)] {
		own := t.serves(e.Unit) || t.member.Agency()
		lines = append(lines, texts.AlikeLine(e, own))
	}
	return t.show(chat.Message{Text: t.Office.Alike(lines, len(alike)), Buttons: [][]chat.Button{{
		button(texts.ToSendStill, verbSend, d.ID, d.Version, p, 1), button(texts.ToReview, verbReview, d.ID, d.Version),
	}}})
}

// sendNew files a new example.
func (t *turn) sendNew(d report.Draft, p report.Period) error {
	e := report.Example{
		Unit: d.Unit, By: t.member.ID, Periods: []report.Period{p}, Content: d.Content, Review: report.Received,
		Sent: t.tx.Now, Received: t.tx.Now, OnBehalf: d.OnBehalf,
	}
	if !d.Received.IsZero() {
		e.Received = d.Received
	}
	e, err := t.tx.NewExample(t.withHashes(e))
	if err != nil {
		return err
	}
	return t.sent(d, e, changeSent)
}

// sendVersion sends a changed example again, as its next version.
func (t *turn) sendVersion(d report.Draft, sure bool) error {
	e, err := t.tx.Example(d.Amends)
	if err != nil {
		return err
	}
	if !e.Open() {
		return t.show(chat.Message{Text: t.Office.TakenUp(e), Buttons: column(
			button(texts.ToDrop, verbDrop, d.ID, d.Version), button(texts.ToSave, verbSave, d.ID, d.Version))})
	}
	if e.Version != d.Base && !sure { // somebody else of the unit was quicker
		return t.show(chat.Message{Text: texts.NewerVersion(e.Version) + " " + texts.OverwriteAsk(), Buttons: [][]chat.Button{{
			button(texts.ToSendStill, verbSend, d.ID, d.Version, d.Period, 1), button(texts.ToReview, verbReview, d.ID, d.Version)}}})
	}
	change := changeAmended
	if e.Review == report.Returned {
		change = changeCompleted
	}
	e.Content, e.Review, e.Reason, e.Due = d.Content, report.Received, "", report.Date{}
	e, err = t.tx.NewVersion(t.withHashes(e))
	if err != nil {
		return err
	}
	return t.sent(d, e, change)
}

// withHashes notes which files are in the house already.
func (t *turn) withHashes(e report.Example) report.Example {
	e.Content.Media = slices.Clone(e.Content.Media)
	for i, m := range e.Content.Media {
		if m.Hash == "" {
			e.Content.Media[i].Hash = t.tx.MediaHash(m.Unique)
		}
	}
	return e
}
