package storage

import (
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/layout"
)

// A store from before there were requests takes them; one that is closed says nothing of
// anybody any more.
func TestAddRights(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	backTo(t, s, 22, layout.BucketRights)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpenAt(t, dir)
	mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
		q, err := tx.NewDataRequest(report.DataRequest{Right: report.ToErase, Name: "Lò Văn Pín", Contact: "0912", Text: "Xin xóa"})
		if err != nil {
			return err
		}
		if open, err := tx.OpenDataRequests(); err != nil || len(open) != 1 || q.Number != 1 {
			t.Errorf("%v wait, %v", open, err)
		}
		q.Closed, q.Outcome = report.Mark{At: tx.Now}, report.RequestDone
		if err := tx.PutDataRequest(q); err != nil {
			return err
		}
		over, err := tx.DataRequest(1)
		if over.Name+over.Contact+over.Text != "" || over.Right != report.ToErase {
			t.Errorf("%+v is left", over)
		}
		return err
	})
}
