package card

import (
	"fmt"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	VerbFull   turn.Verb = "full"
	VerbPhotos turn.Verb = "pics"
	VerbAccept turn.Verb = "acc"
	VerbReturn turn.Verb = "ret"
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

// Of makes the review card of an example. With a verdict it has no buttons
// to rule by.
func Of(t *turn.Reading, e report.Example, verdict string) (chat.Message, error) {
	u, err := t.Tx.Unit(e.Unit)
	if err != nil {
		return chat.Message{}, err
	}
	c := texts.Card{Example: e, Unit: u, Verdict: verdict, Public: privacy.Of(e, u, privacy.Public, t.Today())}
	if len(e.Periods) > 0 {
		schedule, err := t.Tx.Schedule(u, e.Periods[0])
		if err != nil {
			return chat.Message{}, err
		}
		c.Timing = schedule.Timing(e.ReceivedFor(e.Periods[0]), t.Rules.Zone)
	}
	if c.Alike, _, err = t.Alike(e.Content, u, e.Number); err != nil {
		return chat.Message{}, err
	}
	m := chat.Message{Title: texts.CardTitle(e), Text: t.Office.CardText(c)}
	m.Buttons = Buttons(e, verdict == "" && e.Review == report.Received)
	return m, nil
}

// Buttons are those of a card; an open one can be ruled by.
func Buttons(e report.Example, open bool) (lines [][]chat.Button) {
	if open {
		lines = append(lines, []chat.Button{
			turn.Button(texts.LabelAccept, VerbAccept, e.Number, e.Version),
			turn.Button(texts.LabelReturn, VerbReturn, e.Number, e.Version),
		})
	}
	line := []chat.Button{turn.Button(texts.LabelFull, VerbFull, e.Number)}
	if report.Pictures(e.Content.Media) > 0 {
		line = append(line, turn.Button(texts.LabelPhotos, VerbPhotos, e.Number))
	} else if form.VoiceOnly(e.Content) {
		line = append(line, turn.Button(texts.LabelVoice, VerbPhotos, e.Number))
	}
	lines = append(lines, line)
	if privacy.Accepted(e.Review) {
		lines = append(lines, []chat.Button{
			turn.Button(texts.PaperName(turn.PaperCard), VerbPraise, e.Number),
			turn.Button(texts.PaperName(turn.PaperPackage), VerbPackage, e.Number),
		})
	}
	return lines
}

const (
	VerbPraise  turn.Verb = "praise" // orders the praise card
	VerbPackage turn.Verb = "pack"   // orders the package for publicity
)
