package courier

import (
	"fmt"
	"os"
	"runtime/debug"

	"guongsang/storage"
)

// send gives the row to the wire; a panic on the way is the row's fault and
// refuses it.
func (s *Sender) send(q *queue, row storage.Row) (v Verdict) {
	defer func() {
		if p := recover(); p != nil {
			s.log.Error("panic while sending", "chat", row.Chat, "row", row.Seq, "panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
			v = Verdict{Kind: Refused, Local: true, Why: "panic while sending"}
		}
	}()
	if row.Outlived(s.now()) {
		return Verdict{Kind: Expired, Local: true, Why: "nobody waits for it any more"}
	}
	a := Attempt{Row: row}
	wording := revision{row.Seq, row.Version}
	if q.partOf == wording {
		a.Parts = q.part
	}
	if row.Way == storage.Edit {
		var known bool
		if a.Target, known, v = s.target(row); !known {
			return v
		}
	}
	if err := s.attach(&a.Row); err != nil {
		return Verdict{Kind: Refused, Local: true, Why: err.Error()}
	}
	v = s.wire.Deliver(s.life, a)
	q.part, q.partOf = v.Parts, wording
	return v
}

// target finds the message that a row edits. 0 means that it never was one, so
// that its new words are a message of their own.
func (s *Sender) target(row storage.Row) (id int64, known bool, v Verdict) {
	if row.Target != 0 || row.TargetKey == "" {
		return row.Target, true, v
	}
	err := s.store.View(s.now(), func(tx *storage.Snapshot) error {
		d, ok, err := tx.Delivery(row.TargetKey)
		id, known = d.Message, d.Fate != ""
		switch {
		case !ok, d.Fate == storage.Dropped:
			known, v = false, Verdict{Kind: Expired, Local: true, Why: "the message to edit was never wanted"}
		case !known:
			v = Verdict{Kind: early, Local: true, Why: "the message to edit is not sent yet"}
		}
		return err
	})
	if err != nil {
		return 0, false, Verdict{Kind: early, Local: true, Why: err.Error()}
	}
	return id, known, v
}

// attach reads the file of a row that names one by its hash: large documents
// lie on disk and not in the outbox. The row's own attachment is left alone.
func (s *Sender) attach(row *storage.Row) error {
	file := row.Message.File
	if file == nil || file.Hash == "" || row.Way != storage.Send {
		return nil
	}
	data, err := os.ReadFile(s.store.MediaPath(file.Hash))
	if err != nil {
		return fmt.Errorf("reading the file of row %d: %w", row.Seq, err)
	}
	whole := *file
	whole.Data = data
	row.Message.File = &whole
	return nil
}
