package supplement

import (
	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/supplement"
	"guongsang/internal/texts"
)

const (
	verbAdd    turn.Verb = "s.add"
	verbPlease turn.Verb = "s.addplease"
)

// mostOffered is how many examples are offered for what may belong to any of them.
const mostOffered = 3

// Offer offers to add to an example that was sent what a text says: to the one that it
// names, to the one for which the agency asked for more, or to the one that the member just
// sent if it tells more of somebody whom it does not name. It reports whether it does.
func Offer(t *turn.Turn) (bool, error) {
	if t.Event.Forwarded || len(t.Member.Represented()) == 0 {
		return false, nil
	}
	for _, offer := range []func(*turn.Turn) (bool, error){offerNamed, offerReturned, offerJustSent} {
		if offered, err := offer(t); err != nil || offered {
			return offered, err
		}
	}
	return false, nil
}

// offerNamed offers to add to the one that a text names. Of one that was accepted the
// agency is asked.
func offerNamed(t *turn.Turn) (bool, error) {
	a, ok := supplement.Named(t.Event.Text)
	if !ok || t.Talk.Draft != 0 {
		return false, nil
	}
	sent, err := t.Introduced(func(e report.Example) bool { return e.Open() || e.TakenUp() })
	if err != nil || len(sent) == 0 {
		return false, err
	}
	var named, open, both []report.Example
	for _, e := range sent {
		if a.Names(e) {
			named = append(named, e)
		}
		if e.Open() {
			open = append(open, e)
		}
		if a.Names(e) && e.Open() {
			both = append(both, e)
		}
	}
	if len(both) > 0 { // what was accepted can only be asked for
		named = both
	}
	switch {
	case citizen.HoldsID(t.Event.Text):
		return true, t.Say(chat.Message{Text: texts.CitizenID()})
	case len(named) > 0 && len(both) == 0: // of the newest
		return true, askAgency(t, named[0], a.More)
	case len(named) == 1:
		return true, offerTo(t, named[0], a.More, true)
	case len(named) == 0 && a.NamesNobody() && len(open) == 1:
		return true, offerTo(t, open[0], a.More, true)
	case len(named) == 0 && len(open) == 0:
		return false, nil
	case len(named) > 0:
		open = named
	}
	return true, askWhich(t, open, a.More)
}

// offerJustSent offers to add to the example that the member just sent what a text tells
// more of somebody whom it does not name, or the photos that it announces.
func offerJustSent(t *turn.Turn) (bool, error) {
	more, photos := form.Supplement(t.Event.Text)
	if more == "" || t.Talk.Draft != 0 {
		return false, nil
	}
	e, ok, err := draft.LastSent(t)
	if err != nil || !ok || !draft.Lately(t, e) || form.NamesAnother(e.Content, more) {
		return false, err
	}
	if citizen.HoldsID(t.Event.Text) {
		return true, t.Say(chat.Message{Text: texts.CitizenID()})
	}
	t.Talk.Doubt = t.Event.Text
	return true, t.Prompt(chat.Message{Text: texts.OfferAddition(e, t.Event.Text), Buttons: toAdd(t.Event.Text, !photos, e)})
}

// toAdd are the buttons by which a text is added to one of these, or begins one of its own.
func toAdd(text string, ofItsOwn bool, to ...report.Example) [][]chat.Button {
	mark := turn.MarkOf(text)
	var buttons []chat.Button
	for _, e := range to {
		label := texts.ToAddSent
		if len(to) > 1 {
			label = texts.ToAddTo(e)
		}
		buttons = append(buttons, turn.Button(label, verbAdd, e.Number, e.Version, mark))
	}
	if ofItsOwn {
		buttons = append(buttons, draft.ToNewTold(text))
	}
	return turn.Column(append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))...)
}

// offerTo offers to add a text to an example; ofItsOwn says that it may introduce somebody
// else.
func offerTo(t *turn.Turn, e report.Example, more string, ofItsOwn bool) error {
	t.Talk.Doubt = more
	read := report.Draft{Content: e.Content}
	key, _ := supplement.Put(&read, e.Reason, more)
	if _, photos := form.Supplement(more); photos {
		key, ofItsOwn = "files", false
	}
	return t.Prompt(chat.Message{Text: texts.OfferSupplement(e, more, texts.FieldName(key, e.Content)), Buttons: toAdd(more, ofItsOwn, e)})
}

// askWhich asks to which of several a text is to be added.
func askWhich(t *turn.Turn, to []report.Example, more string) error {
	t.Talk.Doubt = more
	to = to[:min(len(to), mostOffered)]
	if len(to) == 1 {
		return t.Prompt(chat.Message{Text: texts.NotNamedSent(to[0], more), Buttons: toAdd(more, true, to...)})
	}
	return t.Prompt(chat.Message{Text: texts.AskWhichSent(more), Buttons: toAdd(more, true, to...)})
}

// askAgency offers to ask the agency for what can no longer be changed.
func askAgency(t *turn.Turn, e report.Example, more string) error {
	t.Talk.Doubt = more
	return t.Prompt(chat.Message{Text: texts.OfferPlease(e, more), Buttons: turn.Column(
		turn.Button(texts.LabelAskCorrection, verbPlease, e.Number, e.Version, turn.MarkOf(more)), turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// please asks why an accepted example is to be changed so.
func please(t *turn.Turn, e report.Example, mark string) error {
	text := t.Talk.Doubt
	if text == "" || turn.MarkOf(text) != mark {
		return t.Stale()
	}
	t.Talk.Doubt = ""
	what, ok := form.Reason(text)
	if !ok {
		return t.Say(chat.Message{Text: texts.Quoted(what, texts.ReasonTooLong(form.MaxReason))})
	}
	return unit.AskWhy(&t.Reading, e, what)
}

// add opens the example as a draft with that added, or asks for the photos.
func add(t *turn.Turn, e report.Example, mark string) error {
	text, ok := asked(t, e, mark)
	if !ok {
		return t.Stale()
	}
	if _, photos := form.Supplement(text); photos {
		return draft.AmendFiles(t, e)
	}
	return draft.AmendWith(t, e, true, func(d *report.Draft) string {
		_, r := supplement.Put(d, e.Reason, text)
		return texts.Noted(t.Office.Reopened(e), r.Note)
	})
}
