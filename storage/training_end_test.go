package storage

import (
	"errors"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// Of an example that was tried and is thrown away nothing is left, not even the versions
// before and the proof of a consent.
func TestTriedIsThrownAway(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	e := send(t, s, at(2, 8), "PT001", "Tẩn A Páo")
	kept := send(t, s, at(2, 9), "PT001", "Lò Thị Hoa")
	mustUpdate(t, s, at(3, 8), func(tx *Tx) (err error) {
		if e, err = tx.NewVersion(e); err != nil {
			return err
		}
		for _, number := range []string{e.Number, kept.Number} {
			if err := tx.AddEvidence(records.Evidence{Example: number, By: 1, At: tx.Now}); err != nil {
				return err
			}
		}
		return tx.EndTraining(report.Unit{Code: "PT001"}, []report.Example{e}, true)
	})
	mustView(t, s, at(3, 9), func(tx *Snapshot) error {
		if _, err := tx.Versions(e.Number); !errors.Is(err, ErrNotFound) {
			t.Errorf("its versions: %v", err)
		}
		if proofs, err := tx.EvidenceOf(e.Number); len(proofs) != 0 || err != nil {
			t.Errorf("its proofs: %v, %v", proofs, err)
		}
		proofs, err := tx.EvidenceOf(kept.Number)
		if len(proofs) != 1 {
			t.Errorf("the proofs of another: %v", proofs)
		}
		return err
	})
}
