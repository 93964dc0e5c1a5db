package records

import (
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// What a unit in training hands in is kept like all else, so that everything can be
// tried, and is left out where it would count for others: of the filings of a period
// (inEarnest), of standings, of what new introductions are compared with, and of what
// anybody but the desk is shown (privacy.Of).

// tries reports whether an example was sent in training.
func (tx *Snapshot) tries(e report.Example) bool {
	u, _ := tx.Directory().Unit(e.Unit)
	return u.Trains(report.DateOf(e.Sent.In(tx.rules.Zone)))
}

// EndTraining takes out of the figures what a unit tried: its examples, which are thrown
// away or stay as withdrawn, and what it said of periods.
func (tx *Tx) EndTraining(u report.Unit, tried []report.Example, drop bool) error {
	for _, e := range tried {
		e.Review = report.Withdrawn
		if err := tx.PutExample(e); err != nil {
			return err
		}
		if !drop {
			continue
		}
		if err := tx.deleteExample(e); err != nil {
			return err
		}
	}
	nils, err := tx.TriedNils(u)
	for _, f := range nils {
		if err == nil {
			err = tx.DeleteNil(f.Period, u.Code)
		}
	}
	return err
}

// deleteExample removes an example that was withdrawn, in all versions.
func (tx *Tx) deleteExample(e report.Example) error {
	k, err := exampleKey(e.Number)
	if err != nil {
		return err
	}
	for _, bucket := range [][]byte{
		layout.BucketExamples, layout.BucketVersions, layout.BucketSearch, layout.BucketHandlings,
		layout.BucketPublications, layout.BucketPublishing, layout.BucketEvidence,
	} {
		if err := deleteOf(tx, bucket, k); err != nil {
			return err
		}
	}
	return kv.Delete(tx, layout.BucketByUnit, append(layout.Key(e.Unit), k...))
}

// TriedNils are what a unit said in training: that there was nothing to introduce.
func (tx *Snapshot) TriedNils(u report.Unit) (tried []report.Filing, err error) {
	today := report.DateOf(tx.Now.In(tx.rules.Zone))
	for _, duty := range report.Duties {
		last := tx.rules.Current(duty, today).Add(1)
		for p := tx.rules.Current(duty, u.Training).Add(-4); !last.Before(p); p = p.Add(1) {
			filings, err := tx.Filings(p, u.Code)
			if err != nil {
				return nil, err
			}
			for _, f := range filings {
				if f.Nil() && u.Trains(report.DateOf(f.At.In(tx.rules.Zone))) {
					tried = append(tried, f)
				}
			}
		}
	}
	return tried, nil
}
