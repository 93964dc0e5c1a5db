package storage

import (
	"errors"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
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

// All that is said in an installation for training is marked, once: notices on the screen,
// albums without a word and pictures too; and what is edited or rewritten. A press that is
// only answered stays without words.
func TestTrainingIsMarked(t *testing.T) {
	s := mustOpen(t)
	s.Train()
	photo := chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Data: []byte("photo")}
	for _, c := range []struct {
		row  Row
		want string
	}{
		{Row{Message: say("Đã tiếp nhận")}, texts.TrainingMark + "\nĐã tiếp nhận"},
		{Row{Way: Edit, Target: 5, Message: say("Đã tiếp nhận")}, texts.TrainingMark + "\nĐã tiếp nhận"},
		{Row{Way: Answer, Query: "q", Message: say("Đã tiếp nhận")}, texts.TrainingNotice + "Đã tiếp nhận"},
		{Row{Way: Answer, Query: "q"}, ""},
		{Row{Message: chat.Message{File: &photo}}, texts.TrainingMark},
		{Row{Message: chat.Message{Album: []chat.Attachment{photo, photo}}}, texts.TrainingMark},
		{Row{Message: say(texts.TrainingMark + "\nĐã đăng")}, texts.TrainingMark + "\nĐã đăng"},
	} {
		c.row.Chat = 7
		mustUpdate(t, s, at(1, 8), func(tx *Tx) error { _, err := tx.Put(c.row); return err })
		rows := outbox(t, s)
		if row := claim(t, s, rows[0]); len(rows) != 1 || row.Message.Text != c.want {
			t.Errorf("%d rows, the first says %q, want %q", len(rows), row.Message.Text, c.want)
		} else {
			finish(t, s, row, Result{Fate: Sent, Message: 1})
		}
	}
}
