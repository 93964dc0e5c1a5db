package storage

import (
	"testing"

	"guongsang/internal/assess"
	"guongsang/internal/report"
	"guongsang/storage/layout"
)

// A store from before assessments were kept keeps them, by period, until they are
// drafted anew.
func TestAddAssessments(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	backTo(t, s, 24, layout.BucketAssessments)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpenAt(t, dir)
	half := report.Period{Duty: report.Half, Year: 2026, Number: 2}
	mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
		return tx.PutAssessment(assess.Kept{Period: half, Sum: "1", By: 7, Paragraphs: []assess.Paragraph{{Part: assess.Tasks, Text: "Đôn đốc."}}})
	})
	mustUpdate(t, s, at(3, 9), func(tx *Tx) error {
		kept, ok, err := tx.Assessment(half)
		if err != nil || !ok || !kept.At.Equal(at(2, 9)) || len(kept.Paragraphs) != 1 || kept.Period != half {
			t.Errorf("kept is %+v, %t, %v", kept, ok, err)
		}
		if _, ok, err := tx.Assessment(half.Add(1)); ok || err != nil {
			t.Errorf("of another period: %t, %v", ok, err)
		}
		return tx.DeleteAssessment(half)
	})
	mustUpdate(t, s, at(3, 10), func(tx *Tx) error {
		if _, ok, err := tx.Assessment(half); ok || err != nil {
			t.Errorf("after it was thrown away: %t, %v", ok, err)
		}
		return nil
	})
}
