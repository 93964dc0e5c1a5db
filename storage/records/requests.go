package records

import (
	"fmt"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A draft that waits for its unit's head stands in an index by unit. Whatever
// changes the draft takes it out again: what the head is asked about is what was
// sent, or nothing.

// Submit lets a draft wait for the unit's head, as one that was sent for a period
// at a time, and gives it in the version that is asked about.
func (tx *Tx) Submit(d report.Draft, p report.Period, at time.Time) (report.Draft, error) {
	d, err := tx.PutDraft(d)
	if err != nil {
		return d, err
	}
	return d, kv.PutRaw(tx, layout.BucketRequests, requestKey(d), layout.Key(p, d.Version, at.UnixNano()))
}

func requestKey(d report.Draft) []byte { return layout.Key(d.Unit, d.ID) }

// withdraw takes a draft out of the index, if it stands there.
func (tx *Tx) withdraw(d report.Draft) error {
	k := requestKey(d)
	if !kv.Has(tx, layout.BucketRequests, k) {
		return nil
	}
	return kv.Delete(tx, layout.BucketRequests, k)
}

// Request is that of a draft, if it waits.
func (tx *Snapshot) Request(d report.Draft) (r report.Request, ok bool, err error) {
	v := kv.Raw(tx, layout.BucketRequests, requestKey(d))
	if v == nil {
		return r, false, nil
	}
	r, err = readRequest(requestKey(d), v)
	r.Since = r.Since.In(tx.rules.Zone)
	return r, err == nil && r.Version == d.Version, err
}

// Requests lists all drafts that wait for a head, by unit.
func (tx *Snapshot) Requests() (all []report.Request, err error) { return tx.requests(nil) }

// RequestsOf lists those of a unit.
func (tx *Snapshot) RequestsOf(unit string) ([]report.Request, error) {
	return tx.requests(layout.Key(unit))
}

func (tx *Snapshot) requests(prefix []byte) (all []report.Request, err error) {
	err = kv.Each(tx, layout.BucketRequests, prefix, func(k, v []byte) error {
		r, err := readRequest(k, v)
		if err != nil {
			return err
		}
		d, err := tx.Draft(r.Draft)
		r.Since, r.Amends = r.Since.In(tx.rules.Zone), d.Amends != ""
		all = append(all, r)
		return IgnoreNotFound(err)
	})
	return all, err
}

func readRequest(k, v []byte) (r report.Request, err error) {
	kt, vt := layout.Tuple(k), layout.Tuple(v)
	r.Unit, r.Draft = kt.Text(), uint64(kt.Int())
	if r.Period, err = report.ParsePeriod(vt.Text()); err != nil {
		return r, fmt.Errorf("request %s: %w", layout.Format(k), err)
	}
	r.Version, r.Since = int(vt.Int()), time.Unix(0, vt.Int())
	return r, nil
}

// AwaitsHead reports whether a standing awaits the unit's head.
func (tx *Snapshot) AwaitsHead(st report.Standing) (bool, error) {
	all, err := tx.RequestsOf(st.Unit)
	return st.AwaitsHead(all), err
}
