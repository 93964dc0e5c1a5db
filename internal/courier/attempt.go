package courier

import (
	"fmt"
	"os"
	"runtime/debug"

	"guongsang/internal/chat"
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
	if row.Way == storage.Edit || row.Way == storage.Delete {
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

// attach reads the files of a row that names them by their hashes: what is large
// lies on disk and not in the outbox. The row's own attachments are left alone.
func (s *Sender) attach(row *storage.Row) error {
	if row.Way != storage.Send {
		return nil
	}
	if file := row.Message.File; file != nil {
		whole, err := s.read(*file)
		if err != nil {
			return fmt.Errorf("reading the file of row %d: %w", row.Seq, err)
		}
		row.Message.File = &whole
	}
	album := row.Message.Album
	row.Message.Album = nil
	for _, part := range album {
		whole, err := s.read(part)
		if err != nil {
			return fmt.Errorf("reading a photo of row %d: %w", row.Seq, err)
		}
		row.Message.Album = append(row.Message.Album, whole)
	}
	return nil
}

// read is an attachment with its content.
func (s *Sender) read(a chat.Attachment) (chat.Attachment, error) {
	if a.Hash == "" {
		return a, nil
	}
	path := s.store.MediaPath(a.Hash)
	if a.Copy {
		path = s.store.CopyPath(a.Hash)
	}
	data, err := os.ReadFile(path)
	a.Data = data
	return a, err
}
