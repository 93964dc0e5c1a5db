package turn

import (
	"guongsang/internal/likeness"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// alikeShown is how many examples that another may repeat are shown.
const alikeShown = 3

// Alike finds the examples that what a unit wrote may repeat, but for the one with
// that number, and counts all. Of another unit's, who asks may know no more than
// the number, unless the agency asks.
func (t *Reading) Alike(c report.Content, u report.Unit, but string) (list []texts.Alike, all int, err error) {
	found, all, err := t.Tx.Alike(likeness.Of(c, u.Name), but, alikeShown)
	for _, f := range found {
		a, err := t.alike(f)
		if err != nil {
			return nil, 0, err
		}
		list = append(list, a)
	}
	return list, all, err
}

func (t *Reading) alike(f records.Alike) (a texts.Alike, err error) {
	v := f.Verdict
	a = texts.Alike{Example: f.Example, Same: v.Same, Exact: v.Exact, Born: v.Born, Near: v.Near}
	a.Open = t.Member.Represents(f.Example.Unit) || t.Member.Agency()
	if v.Copied {
		a.Share = v.Share
	}
	a.Unit, err = t.Tx.Unit(f.Example.Unit)
	if a.Unit.Code == "" { // the directory has lost it
		a.Unit = report.Unit{Code: f.Example.Unit, Name: f.Example.Unit}
	}
	return a, records.IgnoreNotFound(err)
}
