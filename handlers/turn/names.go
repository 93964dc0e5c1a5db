package turn

import (
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// NameAndCode names a unit as lists do, by its code if the directory has lost it.
func (t *Reading) NameAndCode(code string) string {
	u, err := t.Tx.Unit(code)
	if err != nil {
		return code
	}
	return texts.UnitName(u)
}

// Audience is as whom the member sees examples: the agency as they were written,
// leaders as the configuration says.
func (t *Reading) Audience() privacy.Audience {
	if t.Member.Agency() {
		return privacy.Desk
	}
	return t.Options.Leaders
}

// Officers lists those who work for the standing agency.
func (t *Reading) Officers() ([]report.Member, error) {
	officers, err := t.Tx.Holders(report.Officer, "")
	if err != nil {
		return nil, err
	}
	admins, err := t.Tx.Holders(report.Admin, "")
	for _, a := range admins {
		if !a.Holds(report.Officer) {
			officers = append(officers, a)
		}
	}
	return officers, err
}

// UnitName names a unit, with its code where the name repeats, and by its code
// alone if the directory has lost it.
func (t *Reading) UnitName(code string) string {
	if u, err := t.Tx.Unit(code); err == nil {
		return u.Label() + texts.InTraining(u)
	}
	return code
}

// UnitButton names a unit on a button.
func (t *Reading) UnitButton(code string) string {
	if u, err := t.Tx.Unit(code); err == nil {
		return texts.UnitButton(u)
	}
	return code
}

// BeforeTraining reports whether something came from a unit in earnest, before it began to
// try, and it tries now: what it says of that would change the figures.
func (t *Reading) BeforeTraining(unit string, at time.Time) (bool, error) {
	u, err := t.Tx.Unit(unit)
	return err == nil && u.Trains(t.Today()) && !u.Trains(report.DateOf(at.In(t.Rules.Zone))), records.IgnoreNotFound(err)
}
