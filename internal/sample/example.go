package sample

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/storage"
)

// introduce writes a draft and sends it.
func (h *history) introduce(tx *storage.Tx, d *duty) error {
	by := d.unit.speaker(h)
	draft, err := tx.NewDraft(report.Draft{By: by, Unit: d.unit.Code, Period: d.period, Content: h.content(tx), Version: 6 + h.rnd.IntN(8)})
	if err != nil {
		return err
	}
	e := report.Example{
		Unit: d.unit.Code, By: by, Periods: []report.Period{d.period}, Content: draft.Content, Review: report.Received,
		Sent: tx.Now, Received: tx.Now,
	}
	if d.unit.focal == 0 {
		e.OnBehalf, e.Received = "paper", tx.Now.AddDate(0, 0, -1)
	}
	if len(draft.Content.Media) > 0 {
		files := fmt.Sprintf("files/%d/%d/%d", draft.ID, by, h.messages)
		if err := h.put(tx, storage.Row{Chat: by, Key: files, Message: chat.Message{Text: files}}); err != nil {
			return err
		}
	}
	if e, err = tx.NewExample(e); err != nil {
		return err
	}
	if err := tx.SentDraft(draft, e.Number); err != nil {
		return err
	}
	if err := tx.Audit(by, report.ExampleSent, e.Ref()); err != nil {
		return err
	}
	if e.OnBehalf != "" {
		of := e.Ref()
		of.How = e.OnBehalf
		if err := tx.Audit(by, report.ExampleOnBehalf, of); err != nil {
			return err
		}
	}
	return h.announce(tx, e)
}

// announce brings a version to the officers, and queues what becomes of it.
func (h *history) announce(tx *storage.Tx, e report.Example) error {
	for _, id := range h.officers {
		row := storage.Row{Chat: id, Key: fmt.Sprintf("card/%s/%d/%d", e.Number, e.Version, id), Message: chat.Message{Title: e.Number}}
		if err := h.put(tx, row); err != nil {
			return err
		}
	}
	become := h.accept
	switch luck := h.rnd.IntN(100); {
	case luck < 12 && e.Version < 3:
		become = h.giveBack
	case luck < 14:
		become = h.withdraw
	}
	h.at(h.workdaysLater(tx.Now, 1+h.rnd.IntN(4)), func(tx *storage.Tx) error {
		current, err := tx.Example(e.Number)
		if err != nil {
			return err
		}
		return become(tx, current)
	})
	return nil
}

func (h *history) accept(tx *storage.Tx, e report.Example) error {
	e.Review, e.Ruled, e.RuleAt = report.Accepted, pick(h, h.officers), tx.Now
	if err := tx.PutExample(e); err != nil {
		return err
	}
	return tx.Audit(e.Ruled, report.ExampleAccepted, e.Ref().With("Review"))
}

// giveBack returns an example to be completed, which most are within days; the
// others are withdrawn in the end.
func (h *history) giveBack(tx *storage.Tx, e report.Example) error {
	e.Review, e.Ruled, e.RuleAt, e.Reason = report.Returned, pick(h, h.officers), tx.Now, pick(h, h.words.Wishes)
	e.Due = h.rules.Calendar.AddWorkdays(report.DateOf(tx.Now.In(h.rules.Zone)), 3)
	if err := tx.PutExample(e); err != nil {
		return err
	}
	if err := tx.Audit(e.Ruled, report.ExampleReturned, e.Ref().With("Review")); err != nil {
		return err
	}
	become, days := h.complete, 1+h.rnd.IntN(4)
	if h.chance(8) {
		become, days = h.withdraw, 20
	}
	h.at(h.workdaysLater(tx.Now, days), func(tx *storage.Tx) error {
		current, err := tx.Example(e.Number)
		if err != nil {
			return err
		}
		return become(tx, current)
	})
	return nil
}

// complete sends the next version.
func (h *history) complete(tx *storage.Tx, e report.Example) error {
	draft, err := tx.NewDraft(report.Draft{By: e.By, Unit: e.Unit, Amends: e.Number, Base: e.Version, Content: e.Content})
	if err != nil {
		return err
	}
	e.Content.Results = h.results()
	e.Review, e.Reason, e.Due = report.Received, "", report.Date{}
	if e, err = tx.NewVersion(e); err != nil {
		return err
	}
	if err := tx.SentDraft(draft, e.Number); err != nil {
		return err
	}
	if err := tx.Audit(e.By, report.ExampleCompleted, e.Ref().With("Results")); err != nil {
		return err
	}
	return h.announce(tx, e)
}

func (h *history) withdraw(tx *storage.Tx, e report.Example) error {
	e.Review = report.Withdrawn
	if err := tx.PutExample(e); err != nil {
		return err
	}
	return tx.Audit(e.By, report.ExampleWithdrawn, e.Ref().With("Review"))
}

// content is what somebody introduces.
func (h *history) content(tx *storage.Tx) report.Content {
	c := report.Content{
		Category: pick(h, report.Categories[:]), Object: report.Person, Name: h.name(), Title: h.title(),
		Place: fmt.Sprintf(h.words.Place, pick(h, h.words.Places), pick(h, h.words.Places)), Summary: h.summary(), Consent: report.NameAndPhoto,
		Born: 1955 + h.rnd.IntN(45), Gender: pick(h, h.words.Genders), Field: pick(h, report.Fields[:]),
	}
	switch {
	case c.Category == report.NewModel:
		c.Object, c.Name, c.Born, c.Gender = report.Collective, fmt.Sprintf(h.words.Model, c.Title), 0, ""
	case h.chance(12):
		c.Object, c.Name, c.Born, c.Gender = report.Household, fmt.Sprintf(h.words.Household, c.Name), 0, ""
	}
	if h.chance(35) {
		c.Ethnicity, c.Position = pick(h, h.words.Peoples), pick(h, h.words.Positions)
	}
	if h.chance(50) {
		c.Groups = []report.Group{pick(h, report.Groups[:])}
	}
	if h.chance(40) {
		c.Results = h.results()
	}
	if c.Category == report.NewModel || h.chance(20) { // asked of models
		c.Spread = h.sentence()
	}
	if h.chance(60) {
		for range 1 + h.rnd.IntN(3) {
			c.Media = append(c.Media, h.photo(tx))
		}
	}
	switch {
	case h.chance(10):
		c.Consent = report.NotGiven
	case h.chance(20):
		c.Consent = report.NameOnly
	}
	if c.Consent != report.NotGiven {
		c.Agreement = privacy.Agree(c, report.DateOf(tx.Now.In(h.rules.Zone)))
	}
	return c
}

// photo is a photo as the messenger names it; the bytes are nowhere.
func (h *history) photo(tx *storage.Tx) report.Media {
	m := report.Media{
		Kind: "photo", FileID: "AgACAgUAAxkBAA" + h.letters(50), Unique: "AQAD" + h.letters(9),
		Size: 60_000 + h.rnd.Int64N(200_000), Hash: hex.EncodeToString(h.bytes(32)),
	}
	if err := tx.PutMedia(m.Unique, m.Hash); err != nil {
		panic(err) // ends the transaction, which says so
	}
	return m
}

func (h *history) letters(n int) string { return base64.RawURLEncoding.EncodeToString(h.bytes(n)) }

func (h *history) bytes(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(h.rnd.Uint32())
	}
	return b
}

func (h *history) name() string {
	return strings.Join([]string{pick(h, h.words.Families), pick(h, h.words.Middles), pick(h, h.words.Givens)}, " ")
}

func (h *history) title() string { return pick(h, h.words.Deeds) + " " + pick(h, h.words.Ends) }

// summary is three to seven sentences, as people write who have little time.
func (h *history) summary() string {
	parts := make([]string, 3+h.rnd.IntN(5))
	for i := range parts {
		parts[i] = h.sentence()
	}
	return strings.Join(parts, " ")
}

func (h *history) sentence() string {
	return fmt.Sprintf(pick(h, h.words.Sentences), 2+h.rnd.IntN(60), pick(h, h.words.Places))
}

func (h *history) results() string {
	return fmt.Sprintf(h.words.Results, 5+h.rnd.IntN(90), 1+h.rnd.IntN(30))
}
