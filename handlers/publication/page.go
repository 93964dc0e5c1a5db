package publication

import (
	"cmp"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/publicity"
	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// showPage shows how far the publication of an example has come, and what can be done
// then.
func showPage(t *turn.Reading, c chosen) error {
	t.CloseQuestion()
	text, err := textOf(t, c)
	if err != nil {
		return err
	}
	proofs, err := t.Tx.EvidenceOf(c.pub.Number)
	if err != nil {
		return err
	}
	says := texts.PublicityCard{
		Number: c.pub.Number, Name: c.example.Content.Name, Title: c.example.Content.Title, Step: string(c.pub.Progress),
		Photos: len(text.View.Photos), LeftOut: text.LeftOut, Why: texts.Withheld(text.View, c.example.Content),
		Approved: c.pub.Ruling.Yes, Alone: c.pub.Ruling.Alone, Says: c.pub.Ruling.Says, At: c.pub.Ruling.At,
		PostAt: c.pub.PostAt, Link: c.pub.Link, Reason: c.pub.Reason, Replaced: c.pub.Replaced, Evidence: len(proofs),
	}
	if text.Hidden() && c.pub.Progress != records.TakenBack {
		says.Why = cmp.Or(says.Why, texts.HiddenBecause(text.View))
	}
	for _, form := range publicity.All {
		if text.Edited[form] {
			says.Edited = append(says.Edited, texts.PublicityForm(string(form)))
		}
	}
	if c.pub.Ruling.By != 0 {
		m, _ := t.Tx.Member(c.pub.Ruling.By)
		says.By = texts.Person(m.Name)
	}
	for _, place := range c.pub.Places {
		says.Places = append(says.Places, texts.PlaceLine(place.Kind, place.Link, place.Day, place.Gone))
	}
	return t.Show(chat.Message{Title: c.pub.Number, Text: t.Office.Publicity(says), Buttons: turn.Pairs(buttons(t, c, text))})
}

// buttons are what can be done, six at most.
func buttons(t *turn.Reading, c chosen, text publisher.Text) (all []chat.Button) {
	add := func(label string, verb turn.Verb, more ...any) {
		all = append(all, turn.Button(label, verb, append([]any{c.pub.Number, c.pub.Version}, more...)...))
	}
	plain := func(label string, verb turn.Verb) { all = append(all, turn.Button(label, verb, c.pub.Number)) }
	switch c.pub.Progress {
	case records.TakenBack:
		for i, place := range c.pub.Places {
			if place.Gone.IsZero() && len(all) < 6 {
				add(texts.ToGone(i+1, place.Kind), verbGone, i)
			}
		}
		return all
	case records.Doubtful:
		add(texts.LabelThere, verbThere, 1)
		add(texts.LabelNotThere, verbThere, 0)
		plain(texts.LabelConsentBack, verbConsent)
		return all
	}
	if !text.Hidden() {
		all = append(all, turn.Button(texts.LabelForms, verbScreen, c.pub.Number, 0))
	}
	switch c.pub.Progress {
	case records.Waiting:
		if c.pub.Ruling.Yes && !c.pub.Ruling.Alone && c.pub.PostAt.After(t.Tx.Now) {
			add(texts.LabelPostSoon, verbSoon)
		}
		add(texts.LabelStopPost, verbStop)
	case records.Queued:
		add(texts.LabelStopPost, verbStop)
	case records.Chosen, records.Submitted, records.Approved:
		switch {
		case text.Hidden(): // there is nothing to give leave for
		case publisherOf(t).MayLeave(c.pub, text):
			add(texts.LabelPost, verbPost)
		case t.Rules.Publication.Leave == report.BySelf:
			add(texts.LabelApproveAlone, verbAlone)
		case c.pub.Progress == records.Submitted:
			add(texts.LabelSubmitAgain, verbSubmit)
		default:
			add(texts.LabelSubmit, verbSubmit)
		}
	}
	if c.pub.Progress != records.Waiting && c.pub.Progress != records.Queued {
		add(texts.LabelPlaces, verbPlaces)
	}
	if c.pub.Public() {
		add(texts.LabelTakeBack, verbTakeBack)
	}
	if c.example.Content.Consent != report.NotGiven {
		plain(texts.LabelConsentBack, verbConsent)
	}
	plain(texts.LabelEvidence, verbEvidence)
	return all
}
