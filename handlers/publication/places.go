package publication

import (
	"net/url"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/dates"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// askPlace asks where else an example was published.
func askPlace(t *turn.Reading, c chosen) error {
	var kinds []chat.Button
	for _, kind := range texts.PlaceKinds() {
		kinds = append(kinds, turn.Button(texts.PlaceKind(kind), verbPlace, c.pub.Number, c.pub.Version, kind))
	}
	back := turn.Button(texts.LabelBack, verbPage, c.pub.Number)
	return t.Show(chat.Message{Title: c.pub.Number, Text: texts.AskPlaceKind, Buttons: append(turn.Pairs(kinds), []chat.Button{back})})
}

// askPlaceLink asks for the link or the day.
func askPlaceLink(t *turn.Reading, c chosen, kind string) error {
	t.Ask(questionPlace, c.pub.Number, c.pub.Version, kind)
	return t.Say(chat.Message{Text: texts.PlaceKind(kind) + ": " + texts.AskPlaceLink, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// backToPlaces asks for the place anew.
func backToPlaces(t *turn.Reading, c chosen, _ string) error { return askPlace(t, c) }

// takePlace keeps where and when it was published. Where leave is needed and was not
// given, it may have been published all the same, and then is known.
func takePlace(t *turn.Turn, c chosen, kind string) error {
	if c.pub.Progress == records.TakenBack {
		t.CloseQuestion()
		return t.Stale()
	}
	place := records.Place{Kind: kind, Day: t.Today(), By: t.Member.ID}
	for word := range strings.FieldsSeq(t.Event.Text) {
		if u, err := url.Parse(word); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
			place.Link = word
		}
	}
	said := strings.TrimSpace(strings.ReplaceAll(t.Event.Text, place.Link, ""))
	day, dated := texts.ReadDay(said)
	if past, ok := dates.Past(said, t.Today()); ok && !dated && past.Day != 0 {
		day, dated = past, true
	}
	if dated {
		place.Day = day
	}
	no := ""
	switch {
	case place.Link == "" && !dated:
		no = texts.BadPlaceLink
	case t.Today().Before(place.Day):
		no = texts.PlaceNotYet(place.Day)
	}
	if no != "" {
		return t.Say(chat.Message{Text: no, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	t.CloseQuestion()
	c.pub.Places = append(c.pub.Places, place)
	if err := t.Tx.Audit(t.Member.ID, report.PublishedElsewhere, c.example.Ref()); err != nil {
		return err
	}
	if err := publisherOf(&t.Reading).Published(t.Tx, c.pub, texts.PlaceLine(place.Kind, place.Link, place.Day, report.Date{})); err != nil {
		return err
	}
	c, err := again(&t.Reading, c)
	if err != nil {
		return err
	}
	return showPage(&t.Reading, c)
}

// tickGone notes that it was taken down at a place.
func tickGone(t *turn.Turn, c chosen, n int) error {
	if n >= len(c.pub.Places) || !c.pub.Places[n].Gone.IsZero() || c.pub.Progress != records.TakenBack {
		return t.Stale()
	}
	c.pub.Places[n].Gone = t.Today()
	c, err := keep(t, c, report.TakenDownElsewhere)
	if err != nil {
		return err
	}
	return showPage(&t.Reading, c)
}
