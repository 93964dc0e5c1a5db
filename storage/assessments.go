package storage

import (
	"guongsang/internal/assess"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// Assessment is what officers made of the draft of a report's assessment, if they
// edited it.
func (tx *Snapshot) Assessment(p report.Period) (kept assess.Kept, ok bool, err error) {
	err = kv.Get(tx, layout.BucketAssessments, layout.Key(p), &kept)
	return kept, err == nil, records.IgnoreNotFound(err)
}

// PutAssessment keeps what an officer made of it.
func (tx *Tx) PutAssessment(kept assess.Kept) error {
	kept.At = tx.Now
	return kv.Put(tx, layout.BucketAssessments, layout.Key(kept.Period), kept)
}

// DeleteAssessment goes back to the draft.
func (tx *Tx) DeleteAssessment(p report.Period) error {
	return kv.Delete(tx, layout.BucketAssessments, layout.Key(p))
}
