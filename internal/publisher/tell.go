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

// tellUnit tells the focal points and the heads of the unit that introduced an
// example; with the praise card, if that is asked for.
func (p Publisher) tellUnit(tx *storage.Tx, key string, e report.Example, text string, praise bool) error {
	told := map[int64]bool{}
	for _, role := range []report.Role{report.Focal, report.Head} {
		holders, err := tx.Holders(role, e.Unit)
		if err != nil {
			return err
		}
		for _, m := range holders {
			if told[m.ID] {
				continue
			}
			told[m.ID] = true
			posts := []report.Post{{Role: role, Unit: e.Unit}}
			row := storage.Row{Chat: m.ID, Key: fmt.Sprintf("%s/%d", key, m.ID), Message: chat.Message{Text: text}, Guard: &storage.Guard{Member: m.ID, Posts: posts}}
			if _, err := tx.Put(row); err != nil || !praise {
				if err != nil {
					return err
				}
				continue
			}
			job := storage.Job{Kind: "card", Ref: e.Number, For: m.ID, Posts: posts, Key: row.Key + "/card"}
			if _, err := tx.PutJob(job); err != nil {
				return err
			}
		}
	}
	return nil
}

// thank tells the unit that its example is published, and where. It is done once for
// a publication.
func (p Publisher) thank(tx *storage.Tx, pub records.Publication, e report.Example, where string) error {
	text := p.Office.ThanksPublished(e.Number, e.Content.Name, e.Content.Title, where)
	return p.tellUnit(tx, fmt.Sprintf("thanks/%s/%d", e.Number, pub.At.Unix()), e, text, true)
}
