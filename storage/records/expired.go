package records

import (
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Expired are what has been kept for longer than is wished.
type Expired struct {
	Examples []string // numbers
	Drafts   []report.Draft
	Evidence []string // numbers of the examples whose proofs are too old
	Members  []int64  // accounts that are no members any more and left drafts or a name on what they approved, or whose units all closed
}

// Expired finds it, at most limit of each kind (0: all).
func (tx *Snapshot) Expired(r report.Retention, limit int) (x Expired, err error) {
	if x.Examples, err = tx.expiredExamples(r.Before(tx.Now, r.Examples), limit); err != nil {
		return x, err
	}
	if x.Evidence, err = tx.expiredEvidence(r.Before(tx.Now, r.Evidence), limit); err != nil {
		return x, err
	}
	if x.Drafts, x.Members, err = tx.expiredDrafts(r); err != nil {
		return x, err
	}
	left := r.Before(tx.Now, r.Members)
	named, err := tx.expiredNames(left)
	if err != nil {
		return x, err
	}
	closed, err := tx.membersOfClosed(left)
	if err != nil {
		return x, err
	}
	x.Members = append(append(x.Members, named...), closed...)
	slices.Sort(x.Members)
	x.Members = slices.Compact(x.Members)
	if limit > 0 {
		x.Drafts, x.Members = x.Drafts[:min(len(x.Drafts), limit)], x.Members[:min(len(x.Members), limit)]
	}
	return x, nil
}

// expiredExamples goes by the numbers, which are given in the order of sending, and ends
// at the first that was sent later.
func (tx *Snapshot) expiredExamples(before time.Time, limit int) (numbers []string, err error) {
	c := kv.CursorOf(tx, layout.BucketExamples)
	for k, v := c.First(); k != nil && (limit == 0 || len(numbers) < limit); k, v = c.Next() {
		var e report.Example
		if err := Decode(k, v, &e); err != nil {
			return nil, err
		}
		if !e.Sent.Before(before) {
			break
		}
		if e.Erased.IsZero() {
			numbers = append(numbers, e.Number)
		}
	}
	return numbers, nil
}

func (tx *Snapshot) expiredEvidence(before time.Time, limit int) (numbers []string, err error) {
	newest := map[string]time.Time{}
	err = kv.Each(tx, layout.BucketEvidence, nil, func(k, v []byte) error {
		var e Evidence
		if err := Decode(k, v, &e); err != nil {
			return err
		}
		if e.At.After(newest[e.Example]) {
			newest[e.Example] = e.At
		}
		return nil
	})
	for number, at := range newest {
		if at.Before(before) {
			numbers = append(numbers, number)
		}
	}
	slices.SortFunc(numbers, report.CompareNumbers)
	if limit > 0 {
		numbers = numbers[:min(len(numbers), limit)]
	}
	return numbers, err
}

// expiredDrafts finds drafts that nobody touched, and the accounts that are no members any
// more and left drafts as old.
func (tx *Snapshot) expiredDrafts(r report.Retention) (drafts []report.Draft, members []int64, err error) {
	untouched, left := r.Before(tx.Now, r.Drafts), r.Before(tx.Now, r.Members)
	if untouched.IsZero() && left.IsZero() {
		return nil, nil, nil
	}
	err = kv.Each(tx, layout.BucketDrafts, nil, func(k, v []byte) error {
		if layout.IsPacked(v) {
			return nil
		}
		var d report.Draft
		if err := Decode(k, v, &d); err != nil {
			return err
		}
		switch {
		case d.Changed.Before(untouched):
			drafts = append(drafts, d)
		case d.Changed.Before(left) && !kv.Has(tx, layout.BucketMembers, layout.Key(d.By)) && !slices.Contains(members, d.By):
			members = append(members, d.By)
		}
		return nil
	})
	return drafts, members, err
}

// expiredNames finds the accounts that are no members any more and whose names stand on
// what they approved as heads. It ends at the first example that was sent later.
func (tx *Snapshot) expiredNames(left time.Time) (members []int64, err error) {
	c := kv.CursorOf(tx, layout.BucketExamples)
	for k, v := c.First(); k != nil && !left.IsZero(); k, v = c.Next() {
		var e report.Example
		if err := Decode(k, v, &e); err != nil || !e.Sent.Before(left) {
			return members, err
		}
		if by := e.Approval.By; e.Approval.Name != "" && !kv.Has(tx, layout.BucketMembers, layout.Key(by)) {
			members = append(members, by)
		}
	}
	return members, nil
}

// membersOfClosed finds the members who only ever had posts of units that have closed:
// nobody calls them any more, so name and phone are kept for nothing.
func (tx *Snapshot) membersOfClosed(left time.Time) (members []int64, err error) {
	if left.IsZero() {
		return nil, nil
	}
	day := report.DateOf(left.In(tx.rules.Zone))
	all, err := tx.Members()
	for _, m := range all {
		over := func(p report.Post) bool {
			u, ok := tx.Directory().Unit(p.Unit)
			return ok && !u.ActiveTo.IsZero() && u.ActiveTo.Before(day)
		}
		if len(m.Posts) > 0 && !slices.ContainsFunc(m.Posts, func(p report.Post) bool { return !over(p) }) {
			members = append(members, m.ID)
		}
	}
	return members, err
}
