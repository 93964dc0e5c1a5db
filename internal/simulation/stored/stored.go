// Package stored is between package simulation, which knows nothing of the program,
// and the records of the program: it says what is kept in the words of the one, and
// what is asked for in those of the other.
package stored

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/simulation"
	"guongsang/storage"
)

// accepted are an example that was accepted, and what became of it since.
var accepted = map[report.Review]bool{report.Accepted: true, report.Selected: true, report.Published: true, report.Retracted: true}

// Read is what a store holds of a period.
func Read(store *storage.Store, now time.Time, period report.Period) (kept simulation.Kept, err error) {
	kept.Nils = map[string]bool{}
	err = store.View(now, func(tx *storage.Snapshot) error {
		for _, u := range tx.Directory().Units() {
			list, err := tx.ExamplesOf(u.Code, 0)
			if err != nil {
				return err
			}
			for _, e := range list {
				kept.Examples = append(kept.Examples, simulation.Example{
					Number: e.Number, Unit: e.Unit, Name: e.Content.Name, Place: e.Content.Place, Title: e.Content.Title, Summary: e.Content.Summary,
					Consent: 1 + slices.Index(report.Consents[:], e.Content.Consent), Photos: inTheHouse(store, tx, e.Content.Media), Withdrawn: e.Review == report.Withdrawn, Accepted: accepted[e.Review],
				})
			}
			st, err := tx.Standing(u.Code, period)
			if err != nil {
				return err
			}
			kept.Nils[u.Code] = st.State == report.NilFiled || st.Have > 0
		}
		return nil
	})
	if err != nil {
		return kept, err
	}
	depths, err := store.Depths()
	if err == nil && depths != (storage.Depths{}) {
		kept.Waiting = fmt.Sprintf("%+v", depths)
	}
	return kept, err
}

// PostOf is the post that somebody is to be let in as.
func PostOf(p simulation.Post) report.Post {
	if p.Role == "deputy" {
		return report.Post{Role: report.Focal, Unit: p.Unit, Deputy: true}
	}
	return report.Post{Role: report.Role(p.Role), Unit: p.Unit, Block: p.Block}
}

// UnitsOf are the units that owe an introduction each month.
func UnitsOf(units []simulation.Unit) (all []report.Unit) {
	for _, u := range units {
		all = append(all, report.Unit{Code: u.Code, Name: u.Name, Block: u.Block, Month: true})
	}
	return all
}

// inTheHouse counts the files of an example that can be read, those too that came after
// it was sent.
func inTheHouse(store *storage.Store, tx *storage.Snapshot, all []report.Media) (n int) {
	for _, m := range all {
		if data, err := store.ReadMedia(cmp.Or(m.Hash, tx.MediaHash(m.Unique))); err == nil && strings.Contains(string(data), "ảnh") {
			n++
		}
	}
	return n
}
