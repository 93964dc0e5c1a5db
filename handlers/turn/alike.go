package turn

import (
	"bytes"
	"math"

	"guongsang/internal/likeness"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// alikeShown is how many examples that another may repeat are shown.
const alikeShown = 3

// What a draft may repeat is said three times, and never in the way: right after
// the name is given, by itself or in a text (NamedBefore), under the preview where the text is another's
// (CopiedFrom), and once more before it is sent (SameAs).

// SameAs finds the examples that introduce the same as a draft, and counts all.
func (t *Reading) SameAs(d report.Draft) ([]texts.Alike, int, error) {
	return t.alikeDraft(d, func(v likeness.Verdict) bool { return v.Same })
}

// AllSameAs finds all of them, however many.
func (t *Reading) AllSameAs(d report.Draft) ([]texts.Alike, error) {
	u, err := t.Tx.Unit(d.Unit)
	if records.IgnoreNotFound(err) != nil {
		return nil, err
	}
	all, _, err := t.alikeContent(d.Content, u, d.Amends, math.MaxInt, func(v likeness.Verdict) bool { return v.Same })
	return t.asOthersMay(all), err
}

// NamedBefore says who was introduced under the name of a draft; "" if nobody was.
func (t *Reading) NamedBefore(d report.Draft) (string, error) {
	alike, all, err := t.SameAs(d)
	if err != nil || all == 0 {
		return "", err
	}
	return texts.AlikeNamed(alike, all), nil
}

// CopiedFrom says from where the text of a draft may be; "" if it is its own.
func (t *Reading) CopiedFrom(d report.Draft) (string, error) {
	alike, all, err := t.alikeDraft(d, func(v likeness.Verdict) bool { return v.Copied })
	if err != nil || all == 0 {
		return "", err
	}
	return texts.CopiedFrom(alike, all), nil
}

func (t *Reading) alikeDraft(d report.Draft, want func(likeness.Verdict) bool) ([]texts.Alike, int, error) {
	u, err := t.Tx.Unit(d.Unit)
	if records.IgnoreNotFound(err) != nil {
		return nil, 0, err
	}
	list, all, err := t.alikeContent(d.Content, u, d.Amends, alikeShown, want)
	return t.asOthersMay(list), all, err
}

// asOthersMay names the units of examples that are not the writer's as everybody may
// read them.
func (t *Reading) asOthersMay(list []texts.Alike) []texts.Alike {
	for i := range list {
		a := &list[i]
		if a.Open {
			continue
		}
		shown := privacy.Of(a.Example, a.Unit, privacy.Public, t.Today())
		a.Hidden = shown.Hidden
		a.Unit = report.Unit{Code: shown.Unit.Code, Name: shown.Unit.Name, Namesake: a.Unit.Namesake && shown.Unit.Code != ""}
	}
	return list
}

// Alike finds the examples that what a unit wrote may repeat, but for the one with
// that number, and counts all. Of another unit's, who asks may know no more than
// the number, unless the agency asks.
func (t *Reading) Alike(c report.Content, u report.Unit, but string) ([]texts.Alike, int, error) {
	return t.alikeContent(c, u, but, alikeShown, func(likeness.Verdict) bool { return true })
}

func (t *Reading) alikeContent(c report.Content, u report.Unit, but string, limit int, want func(likeness.Verdict) bool) (list []texts.Alike, all int, err error) {
	if err := t.lookAlike(likeness.Of(c, u.Name)); err != nil {
		return nil, 0, err
	}
	found, all, err := t.Tx.Alike(t.looked.found, but, limit, want)
	for _, f := range found {
		a, err := t.alike(f)
		if err != nil {
			return nil, 0, err
		}
		list = append(list, a)
	}
	return list, all, err
}

// A look is what was found to be like something in this turn.
type look struct {
	traits likeness.Traits
	found  []likeness.Found
}

// lookAlike looks for what is like these traits, if that was not looked for last: the
// question before a sending and the card after it ask the same.
func (t *Reading) lookAlike(traits likeness.Traits) (err error) {
	if bytes.Equal(t.looked.traits, traits) {
		return nil
	}
	t.looked.traits = traits
	t.looked.found, err = t.Tx.LookAlike(traits)
	return err
}

// lookAhead finds what an example may repeat, so that it is kept when its card is made
// anew, and a draft that is sent, with the version that it replaces.
func lookAhead(t *Reading, e report.Example) { t.lookAheadAt(e.Content, e.Unit) }

// LookAheadAt is lookAhead for a draft that is to be sent, and for the version that it
// replaces, whose card is marked then.
func LookAheadAt(t *Reading, d report.Draft) {
	if d.Amends != "" {
		if e, err := t.Tx.Example(d.Amends); err == nil {
			lookAhead(t, e)
		}
	}
	t.lookAheadAt(d.Content, d.Unit)
}

func (t *Reading) lookAheadAt(c report.Content, unit string) {
	u, err := t.Tx.Unit(unit)
	if records.IgnoreNotFound(err) == nil {
		_ = t.lookAlike(likeness.Of(c, u.Name)) // Kind.Ahead: it is met again
	}
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
