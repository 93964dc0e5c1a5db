package storage

import (
	"time"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// A Guard is the condition under which a queued row is still wanted. It is
// checked in the transaction that lets the row go, so that what was committed
// before the sending began is respected.
type Guard struct {
	Member int64         `json:",omitempty"` // must still be a member
	Posts  []report.Post `json:",omitempty"` // of which the member must hold each still
	Owed   []Owed        `json:",omitempty"` // all must still be pending
	Until  time.Time     `json:",omitzero"`  // must leave before this: then people are not to be disturbed
	// Returned, if set, is an example that must still wait for completion in
	// this version.
	Returned string `json:",omitempty"`
	Version  int    `json:",omitempty"`
	// Awaits, if set, is a draft that must still wait for its unit's head in this
	// version.
	Awaits uint64 `json:",omitempty"`
	// Ruled, if set, is an example of which this ruling must not have been undone.
	Ruled  string             `json:",omitempty"`
	Ruling int                `json:",omitempty"`
	Public *Cleared           `json:",omitempty"` // what is published must still be cleared
	Stages []records.StageKey `json:",omitempty"` // taken out of the log when the row is dropped, to be derived anew
}

// Owed is one duty of one unit.
type Owed struct {
	Unit   string
	Period report.Period
}

// Cleared is what the gate let out of an example when words for everybody were made
// from it. A consent withdrawn meanwhile, another version, a child that turned out
// to be one, a publication stopped: each keeps the words in the house.
type Cleared struct {
	Example string
	Posting int    // of the publication, which must still be this one
	View    string // privacy.View.Fingerprint of what the words were made from
}

// Holds checks a guard as of now.
func (tx *Snapshot) Holds(g *Guard) (bool, error) {
	if g == nil {
		return true, nil
	}
	if !g.Until.IsZero() && !tx.Now.Before(g.Until) {
		return false, nil
	}
	if g.Member != 0 {
		m, err := tx.Member(g.Member)
		if err != nil {
			return false, records.IgnoreNotFound(err)
		}
		for _, p := range g.Posts {
			if !holdsPost(m, p) {
				return false, nil
			}
		}
	}
	for _, o := range g.Owed {
		standing, err := tx.Standing(o.Unit, o.Period)
		if err != nil || standing.State != report.Pending {
			return false, records.IgnoreNotFound(err)
		}
		if awaits, err := tx.AwaitsHead(standing); err != nil || awaits {
			return false, err
		}
	}
	if g.Awaits != 0 {
		d, err := tx.Draft(g.Awaits)
		if err != nil || d.Version != g.Version {
			return false, records.IgnoreNotFound(err)
		}
		if _, waits, err := tx.Request(d); err != nil || !waits {
			return false, err
		}
	}
	if g.Returned != "" {
		e, err := tx.Example(g.Returned)
		if err != nil || e.Review != report.Returned || e.Version != g.Version {
			return false, records.IgnoreNotFound(err)
		}
	}
	if g.Ruled != "" {
		if undone, err := tx.RulingUndone(g.Ruled, g.Ruling); err != nil || undone {
			return false, err
		}
	}
	return tx.cleared(g.Public)
}

// cleared asks the gate again whether the same of an example may be published.
func (tx *Snapshot) cleared(c *Cleared) (bool, error) {
	if c == nil {
		return true, nil
	}
	p, err := tx.Publication(c.Example)
	if err != nil || !p.OnItsWay() || p.Postings != c.Posting {
		return false, records.IgnoreNotFound(err)
	}
	g, err := tx.Gate(c.Example)
	return err == nil && !g.View.Hidden && g.View.Fingerprint() == c.View, records.IgnoreNotFound(err)
}

func holdsPost(m report.Member, want report.Post) bool {
	for _, p := range m.Posts {
		if p.Role == want.Role && p.Unit == want.Unit && p.Block == want.Block {
			return true
		}
	}
	return false
}
