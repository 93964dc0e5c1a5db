package handlers

import (
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	verbFull   = "full" // number
	verbPhotos = "pics" // number
	verbAccept = "acc"  // number version
	verbReturn = "ret"  // number version
)

// childAge is the age below which both consents are needed.
const childAge = 16

// announce brings an example to the officers: a card for each version, with
// the card of the version before marked as past; or, when the unit withdrew
// it, the card marked as withdrawn.
func (t *turn) announce(e report.Example) error {
	if e.Review == report.Withdrawn {
		return t.markCards(e, e.Version, t.Office.WithdrawnByUnit(t.tx.Now))
	}
	if e.Version > 1 {
		if err := t.markCards(e, e.Version-1, texts.Superseded()); err != nil {
			return err
		}
	}
	card, err := t.card(e, "")
	if err != nil {
		return err
	}
	officers, err := t.agency()
	if err != nil {
		return err
	}
	for _, o := range officers {
		row := storage.Row{Chat: o.ID, Key: cardKey(e, e.Version, o.ID), Message: card, Guard: &storage.Guard{Member: o.ID}}
		if _, err := t.tx.Put(row); err != nil {
			return err
		}
	}
	return nil
}

func cardKey(e report.Example, version int, member int64) string {
	return fmt.Sprintf("card/%s/%d/%d", e.Number, version, member)
}

// card makes the review card of an example. With a verdict it has no buttons
// to rule by.
func (t *turn) card(e report.Example, verdict string) (chat.Message, error) {
	u, err := t.tx.Unit(e.Unit)
	if err != nil {
		return chat.Message{}, err
	}
	c := texts.Card{Example: e, Unit: u, Verdict: verdict, Minor: e.Content.Born > 0 && t.today().Year-e.Content.Born < childAge}
	if len(e.Periods) > 0 {
		schedule, err := t.tx.Schedule(u, e.Periods[0])
		if err != nil {
			return chat.Message{}, err
		}
		c.Timing = schedule.Timing(e.ReceivedFor(e.Periods[0]), t.Rules.Zone)
	}
	alike, err := t.tx.Namesakes(e.Content.Name, t.tx.Now.AddDate(-1, 0, 0))
	if err != nil {
		return chat.Message{}, err
	}
	for _, other := range alike {
		if other.Number != e.Number {
			c.Alike = append(c.Alike, other.Number)
		}
	}
	m := chat.Message{Title: texts.CardTitle(e), Text: t.Office.CardText(c)}
	m.Buttons = cardButtons(e, verdict == "" && e.Review == report.Received)
	return m, nil
}

func cardButtons(e report.Example, open bool) (lines [][]chat.Button) {
	if open {
		lines = append(lines, []chat.Button{
			button(texts.LabelAccept, verbAccept, e.Number, e.Version),
			button(texts.LabelReturn, verbReturn, e.Number, e.Version),
		})
	}
	line := []chat.Button{button(texts.LabelFull, verbFull, e.Number)}
	if report.Pictures(e.Content.Media) > 0 {
		line = append(line, button(texts.LabelPhotos, verbPhotos, e.Number))
	}
	lines = append(lines, line)
	if praised(e) {
		lines = append(lines, []chat.Button{button(texts.PaperName(paperCard), verbPraise, e.Number)})
	}
	return lines
}

const verbPraise = "praise" // number

// praised reports whether an example was taken up, so that there can be a
// praise card of it.
func praised(e report.Example) bool {
	switch e.Review {
	case report.Accepted, report.Selected, report.Published:
		return true
	}
	return false
}
