package records

import (
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Requests about data lie apart while they are open: the clock asks for those every
// day, whatever the years of history.

// Marks of what was erased last, and of when its bytes were last overwritten: while the
// first is the later one, there is something left to overwrite.
const (
	ErasedMark      = "erased"
	OverwrittenMark = "overwritten"
)

// NewDataRequest numbers a request and writes it, with the days that the law sets.
func (tx *Tx) NewDataRequest(q report.DataRequest) (report.DataRequest, error) {
	n, err := kv.Next(tx, layout.BucketRights)
	if err != nil {
		return q, err
	}
	q.Number, q.Received = int(n), tx.Now
	q = tx.rules.Timed(q)
	return q, tx.PutDataRequest(q)
}

// PutDataRequest writes a request. Of one that is closed, what was said of anybody is
// left out.
func (tx *Tx) PutDataRequest(q report.DataRequest) error {
	if !q.Open() {
		q.Name, q.Contact, q.Text, q.Reason = "", "", "", ""
	}
	if err := kv.Delete(tx, layout.BucketRights, requestPlace(q.Open(), q.Number)); err != nil {
		return err
	}
	return kv.Put(tx, layout.BucketRights, requestPlace(!q.Open(), q.Number), q)
}

func requestPlace(closed bool, n int) []byte { return layout.Key(closed, n) }

// DataRequest is the request of that number.
func (tx *Snapshot) DataRequest(n int) (q report.DataRequest, err error) {
	k := requestPlace(false, n)
	if !kv.Has(tx, layout.BucketRights, k) {
		k = requestPlace(true, n)
	}
	return q, kv.Get(tx, layout.BucketRights, k, &q)
}

// OpenDataRequests lists those that have to be dealt with, oldest first.
func (tx *Snapshot) OpenDataRequests() ([]report.DataRequest, error) {
	return kv.List[report.DataRequest](tx, layout.BucketRights, layout.Key(false))
}

// ClosedDataRequests lists those that were.
func (tx *Snapshot) ClosedDataRequests() ([]report.DataRequest, error) {
	return kv.List[report.DataRequest](tx, layout.BucketRights, layout.Key(true))
}
