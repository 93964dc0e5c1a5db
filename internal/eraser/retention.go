package eraser

import (
	"context"
	"errors"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// atOnce is how much of each kind goes in one run by the clock: the rest goes the next
// day, and nobody waits for it.
const atOnce = 200

// shown is how many examples a preview names.
const shown = 10

// Preview is what would go by the configuration as of now.
func (er Eraser) Preview(tx *storage.Snapshot) (p texts.RetentionPlan, err error) {
	x, err := tx.Expired(er.Retention, 0)
	p = texts.RetentionPlan{
		Kept: er.Retention, Examples: len(x.Examples), Drafts: len(x.Drafts), Proofs: len(x.Evidence), Members: len(x.Members),
		Numbers: x.Examples[:min(len(x.Examples), shown)],
	}
	return p, err
}

// Retain erases what has been kept for long enough, a part of it if it is much, and
// reports how much of it there was.
func (er Eraser) Retain(ctx context.Context, store *storage.Store, now time.Time) (erased int, err error) {
	if er.Retention.None() {
		return 0, nil
	}
	var x records.Expired
	err = store.View(now, func(tx *storage.Snapshot) (err error) {
		x, err = tx.Expired(er.Retention, atOnce)
		return err
	})
	if err != nil {
		return 0, err
	}
	for _, number := range x.Examples {
		if err := store.Update(now, func(tx *storage.Tx) error { return er.example(tx, number, 0) }); err != nil {
			return erased, err
		}
		erased++
	}
	err = store.Update(now, func(tx *storage.Tx) error {
		var errs []error
		for _, d := range x.Drafts {
			errs = append(errs, tx.EraseDraft(d), tx.Audit(0, report.DraftErased, report.Ref{Unit: d.Unit, Member: d.By}))
		}
		for _, number := range x.Evidence {
			errs = append(errs, tx.EraseEvidence(number), auditOf(tx, report.EvidenceErased, number))
		}
		for _, account := range x.Members {
			errs = append(errs, er.member(tx, account, 0))
		}
		return errors.Join(errs...)
	})
	if err != nil {
		return erased, err
	}
	return erased + len(x.Drafts) + len(x.Evidence) + len(x.Members), nil
}

// auditOf writes into the audit log what the clock did with an example, where it is found
// by the unit as well.
func auditOf(tx *storage.Tx, did report.Deed, number string) error {
	e, err := tx.Example(number)
	return errors.Join(err, tx.Audit(0, did, e.Ref()))
}
