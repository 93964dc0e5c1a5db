package publisher

import (
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// tellOfficers tells those who work for the agency, with a button that opens the
// publication. What has the same key is said once.
func (p Publisher) tellOfficers(tx *storage.Tx, key, number, text string) error {
	for _, role := range []report.Role{report.Officer, report.Admin} {
		holders, err := tx.Holders(role, "")
		if err != nil {
			return err
		}
		for _, m := range holders {
			if role == report.Admin && m.Holds(report.Officer) {
				continue
			}
			row := storage.Row{
				Chat: m.ID, Key: fmt.Sprintf("%s/%d", key, m.ID), Message: opens(number, text),
				Guard: &storage.Guard{Member: m.ID, Posts: []report.Post{{Role: role}}},
			}
			if _, err := tx.Put(row); err != nil {
				return err
			}
		}
	}
	return nil
}

func opens(number, text string) chat.Message {
	return chat.Message{Text: text, Buttons: [][]chat.Button{{{Label: texts.LabelOpenPublicity, Do: chat.Do(chat.VerbPublication, number)}}}}
}

// TellUnit tells the focal points and the heads of the unit that introduced an
// example, or of those that go on from it if it closed and nobody is left; with the
// praise card, if that is asked for.
func (p Publisher) TellUnit(tx *storage.Tx, key string, e report.Example, text string, praise bool) error {
	told, err := p.tellPeople(tx, key, e, e.Unit, text, praise)
	if err != nil || told {
		return err
	}
	for _, heir := range tx.Directory().Living(e.Unit, p.day(&tx.Snapshot)) {
		if _, err := p.tellPeople(tx, key, e, heir.Code, text, praise); err != nil {
			return err
		}
	}
	return nil
}

// tellPeople tells the people of a unit, and whether there are any.
func (p Publisher) tellPeople(tx *storage.Tx, key string, e report.Example, unit, text string, praise bool) (any bool, err error) {
	told := map[int64]bool{}
	for _, role := range []report.Role{report.Focal, report.Head} {
		holders, err := tx.Holders(role, unit)
		if err != nil {
			return false, err
		}
		for _, m := range holders {
			if told[m.ID] {
				continue
			}
			told[m.ID] = true
			if err := p.tellOne(tx, key, e, m.ID, report.Post{Role: role, Unit: unit}, text, praise); err != nil {
				return false, err
			}
		}
	}
	return len(told) > 0, nil
}

func (p Publisher) tellOne(tx *storage.Tx, key string, e report.Example, to int64, as report.Post, text string, praise bool) error {
	posts := []report.Post{as}
	row := storage.Row{Chat: to, Key: fmt.Sprintf("%s/%d", key, to), Message: chat.Message{Text: text}, Guard: &storage.Guard{Member: to, Posts: posts}}
	if _, err := tx.Put(row); err != nil || !praise {
		return err
	}
	_, err := tx.PutJob(storage.Job{Kind: "card", Ref: e.Number, For: to, Posts: posts, Key: row.Key + "/card"})
	return err
}

// thank tells the unit that its example is published, and where. It is done once for
// a publication.
func (p Publisher) thank(tx *storage.Tx, pub records.Publication, e report.Example, where string) error {
	text := p.Office.ThanksPublished(e.Number, e.Content.Name, e.Content.Title, where)
	return p.TellUnit(tx, fmt.Sprintf("thanks/%s/%d", e.Number, pub.At.Unix()), e, text, true)
}

// note writes into the audit log what became of the publication of an example, where it is
// found by the unit as well.
func note(tx *storage.Tx, by int64, did report.Deed, number string) error {
	e, err := tx.Example(number)
	if err != nil {
		return err
	}
	return tx.Audit(by, did, e.Ref())
}
