package card

import (
	"fmt"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Announce brings an example to the officers: a card for each version, with
// the card of the version before marked as past; or, when the unit withdrew
// it, the card marked as withdrawn.
func Announce(t *turn.Turn, e report.Example) error {
	if e.Review == report.Withdrawn {
		return Mark(t, e, e.Version, t.Office.WithdrawnByUnit(t.Tx.Now))
	}
	if e.Version > 1 {
		if err := Mark(t, e, e.Version-1, texts.Superseded()); err != nil {
			return err
		}
	}
	officers, err := t.Officers()
	if err != nil || len(officers) == 0 {
		return err
	}
	card, err := Of(&t.Reading, e, "")
	if err != nil {
		return err
	}
	for _, o := range officers {
		row := storage.Row{Chat: o.ID, Key: cardKey(e, e.Version, o.ID), Message: card, Guard: turn.As(o, turn.Agency, "")}
		if _, err := t.Tx.Put(row); err != nil {
			return err
		}
	}
	return nil
}

func cardKey(e report.Example, version int, member int64) string {
	return fmt.Sprintf("card/%s/%d/%d", e.Number, version, member)
}

// Of makes the review card of an example, as this member may act by it. With a
// verdict it has no buttons to rule by.
func Of(t *turn.Reading, e report.Example, verdict string) (chat.Message, error) {
	of, err := facts(t, e, verdict, false)
	if err != nil {
		return chat.Message{}, err
	}
	return of.message(t, t.Member.ID), nil
}

// A sheet is what a card is made from, for whichever officer.
type sheet struct {
	card     texts.Card
	handling report.Handling
	past     bool // of a version that was replaced
}

// facts gathers them. Of an example that is known to be like no other, none is looked
// for.
func facts(t *turn.Reading, e report.Example, verdict string, unlike bool) (s sheet, err error) {
	u, err := t.Tx.Unit(e.Unit)
	if err != nil {
		return s, err
	}
	s.card = texts.Card{Example: e, Unit: u, Verdict: verdict, Public: privacy.Of(e, u, privacy.Public, t.Today())}
	if len(e.Periods) > 0 {
		schedule, err := t.Tx.Schedule(u, e.Periods[0])
		if err != nil {
			return s, err
		}
		s.card.Timing = schedule.Timing(e.ReceivedFor(e.Periods[0]), t.Rules.Zone)
	}
	if !unlike {
		if s.card.Alike, _, err = t.Alike(e.Content, u, e.Number); err != nil {
			return s, err
		}
	}
	if s.handling, err = t.Tx.Handling(e.Number); err != nil {
		return s, err
	}
	s.card.Desk = desk(t, s.handling)
	before, err := Before(t, e)
	if err == nil && e.Version > 1 {
		s.card.Changed = texts.Changes(before.Content, e.Content)
	}
	return s, err
}

// Clear reports whether nothing of an example has to be looked at before it is
// accepted: no warning, no open question, and no other officer who looks at it.
func Clear(t *turn.Reading, e report.Example) (bool, error) {
	of, err := facts(t, e, "", false)
	if err != nil {
		return false, err
	}
	by, h := of.handling.HeldBy(t.Tx.Now), of.handling
	asked := len(h.Inquiries) > 0 && h.Inquiries[len(h.Inquiries)-1].Open()
	return !of.card.Warns() && !asked && h.Note.Text == "" && (by == 0 || by == t.Member.ID), nil
}

func (s sheet) message(t *turn.Reading, officer int64) chat.Message {
	return chat.Message{
		Title: texts.CardTitle(s.card.Example), Text: t.Office.CardText(s.card),
		Buttons: Buttons(s.card.Example, s.handling, Seen{By: officer, At: t.Tx.Now, Verdict: s.card.Verdict != "", Past: s.past}),
	}
}

// Verdict says what became of an example, for its card; "" while it waits.
func Verdict(t *turn.Reading, e report.Example) string {
	switch {
	case e.Review == report.Withdrawn:
		return t.Office.WithdrawnByUnit(e.Changed)
	case e.Ruled == 0 || e.Review == report.Received:
		return ""
	}
	return t.Office.Verdict(e, NameOf(t, e.Ruled))
}

// NameOf names a member for officers.
func NameOf(t *turn.Reading, id int64) string {
	m, _ := t.Tx.Member(id)
	return m.Name
}

// desk says what was done with an example beside rulings.
func desk(t *turn.Reading, h report.Handling) texts.Desk {
	d := texts.Desk{Handling: h, Noted: NameOf(t, h.Note.By), Forwarded: NameOf(t, h.Forwarded.By)}
	if by := h.HeldBy(t.Tx.Now); by != 0 {
		d.Held = NameOf(t, by)
	}
	return d
}

// Before is an example as it was in the version before; the first as it is.
func Before(t *turn.Reading, e report.Example) (report.Example, error) {
	if e.Version < 2 {
		return e, nil
	}
	return versionOf(t, e, e.Version-1)
}
