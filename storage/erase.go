package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/mention"
	"guongsang/internal/report"
	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// # How somebody is forgotten
//
// An example is erased in one transaction: its record, and everything beside it that
// tells of it, wherever it lies (package mention says how that is known). What is left are
// figures and a number. Files go when nothing else refers to them (SweepErased). The file
// of the store still holds the bytes then, in pages that are free: Overwrite fills those.
// What a backup holds goes when that backup does.

// ErrUnderWay means that something that tells of an example is just being sent: it can
// be erased in a moment.
var ErrUnderWay = errors.New("what tells of the example is being sent")

// Traces are how much of an example lies where.
type Traces struct {
	Versions int
	Files    int
	Drafts   int
	Talks    int // conversations in which it is spoken of
	Messages int // that wait to be sent, or could not be
	Jobs     int // documents being made of it
	Notes    int // notes, questions and answers
	Proofs   int // of consent
	Forms    int // of publication that were put into other words
	Public   bool
	Places   int // where it has to be taken down by hand
}

// Traces finds what erasing an example would take away.
func (tx *Snapshot) Traces(number string) (t Traces, err error) {
	f, err := tx.trace(number)
	return f.traces, err
}

// A trail is what tells of an example, by where it lies.
type trail struct {
	traces  Traces
	tells   mention.Finder
	drafts  []report.Draft
	talks   []int64
	rows    []Row
	dead    [][]byte
	jobs    []Job
	fetches []Fetch
}

func (tx *Snapshot) trace(number string) (f trail, err error) {
	all, err := tx.Versions(number)
	if err != nil {
		return f, err
	}
	f.tells = mention.Of(all)
	files := map[string]bool{}
	for _, e := range all {
		for _, m := range e.Content.Media {
			files[m.Unique] = true
		}
	}
	f.traces.Versions, f.traces.Files = len(all), len(files)
	for _, find := range []func(*trail, report.Example) error{tx.traceRecords, tx.traceDrafts, tx.traceTalks, tx.traceRows, tx.traceDead, tx.traceWork} {
		if err := find(&f, all[len(all)-1]); err != nil {
			return f, fmt.Errorf("tracing %s: %w", number, err)
		}
	}
	f.traces.Drafts, f.traces.Talks, f.traces.Messages, f.traces.Jobs = len(f.drafts), len(f.talks), len(f.rows)+len(f.dead), len(f.jobs)
	return f, nil
}

// traceRecords counts what stands beside the record itself.
func (tx *Snapshot) traceRecords(f *trail, e report.Example) error {
	proofs, err := tx.EvidenceOf(e.Number)
	if err != nil {
		return err
	}
	h, err := tx.Handling(e.Number)
	if err != nil {
		return err
	}
	p, err := tx.Publication(e.Number)
	if err := records.IgnoreNotFound(err); err != nil {
		return err
	}
	f.traces.Proofs, f.traces.Notes = len(proofs), len(h.Inquiries)+len(h.Corrections)
	if h.Note.Text != "" {
		f.traces.Notes++
	}
	f.traces.Forms, f.traces.Public, f.traces.Places = len(p.Edited), p.Public(), p.Open()
	return nil
}

// traceDrafts finds the drafts that would replace the example, and those of its unit that
// introduce the same.
func (tx *Snapshot) traceDrafts(f *trail, e report.Example) error {
	return kv.Each(tx, layout.BucketDrafts, nil, func(k, v []byte) error {
		if layout.IsPacked(v) { // it became an example, and says nothing any more
			return nil
		}
		var d report.Draft
		if err := decode(k, v, &d); err != nil {
			return err
		}
		if d.Amends == e.Number || d.Unit == e.Unit && d.Sent == "" && f.tells.Names(d.Content.Name) {
			f.drafts = append(f.drafts, d)
		}
		return nil
	})
}

func (tx *Snapshot) traceTalks(f *trail, _ report.Example) error {
	return kv.Each(tx, layout.BucketTalks, nil, func(k, v []byte) error {
		var t records.Talk
		if err := decode(k, v, &t); err != nil {
			return nil // it is told to whoever it is with, and begun anew
		}
		raw, err := json.Marshal(t)
		if err != nil {
			return err
		}
		mine := false
		for _, d := range f.drafts {
			mine = mine || t.Draft == d.ID
		}
		if mine || f.tells.In(raw) {
			kt := layout.Tuple(k)
			f.talks = append(f.talks, kt.Int())
		}
		return nil
	})
}

func (tx *Snapshot) traceRows(f *trail, _ report.Example) error {
	names, err := tx.MediaNames()
	if err != nil {
		return err
	}
	return kv.Each(tx, layout.BucketOutbox, nil, func(k, v []byte) error {
		row, err := readRow(k, v)
		if err != nil {
			return nil // it is set aside when its turn comes
		}
		file := row.Message.File
		made := file != nil && file.Hash != "" && len(names[file.Hash]) == 0 // a document, which may tell of anybody
		if row.Way != Delete && (made || f.tells.In(v)) {
			f.rows = append(f.rows, row)
		}
		return nil
	})
}

func (tx *Snapshot) traceDead(f *trail, _ report.Example) error {
	return kv.Each(tx, layout.BucketDead, nil, func(k, v []byte) error {
		if f.tells.In(v) {
			f.dead = append(f.dead, bytes.Clone(k))
		}
		return nil
	})
}

// traceWork finds the documents that are being made of it, and the files that are being
// fetched for it.
func (tx *Snapshot) traceWork(f *trail, e report.Example) error {
	jobs, err := tx.Jobs()
	if err != nil {
		return err
	}
	for _, j := range jobs {
		if j.Ref == e.Number && j.Kind != ErasingJob {
			f.jobs = append(f.jobs, j)
		}
	}
	fetches, err := tx.Fetches()
	if err != nil {
		return err
	}
	of := map[string]bool{}
	for _, m := range e.Content.Media {
		of[m.Unique] = true
	}
	for _, one := range fetches {
		if of[one.Unique] {
			f.fetches = append(f.fetches, one)
		}
	}
	return nil
}

// ErasingJob is the kind of the jobs that erase.
const ErasingJob = "erase"

// Erase forgets all that an example says of anybody. One text stands in place of its name
// then, another in place of messages that were to tell of it.
func (tx *Tx) Erase(number, name, message string) (Traces, error) {
	f, err := tx.trace(number)
	if err != nil {
		return f.traces, err
	}
	for _, row := range f.rows {
		if row.Claimed {
			return f.traces, ErrUnderWay
		}
	}
	if err := tx.Redact(number, name); err != nil {
		return f.traces, err
	}
	if err := tx.RedactAudit(func(words string) bool { return f.tells.Text(words) }); err != nil {
		return f.traces, err
	}
	return f.traces, tx.wipe(f, message)
}

// wipe takes away what lies elsewhere.
func (tx *Tx) wipe(f trail, message string) error {
	var errs []error
	for _, d := range f.drafts {
		errs = append(errs, tx.DeleteDraft(d))
	}
	for _, member := range f.talks {
		errs = append(errs, tx.PutTalk(member, records.Talk{}))
	}
	for _, row := range f.rows {
		errs = append(errs, tx.reword(row, message))
	}
	for _, k := range f.dead {
		errs = append(errs, kv.Delete(tx, layout.BucketDead, k))
	}
	for _, j := range f.jobs {
		errs = append(errs, tx.DeleteJob(j))
	}
	for _, one := range f.fetches {
		errs = append(errs, tx.DeleteFetch(one))
	}
	return errors.Join(append(errs, tx.PutMark(records.ErasedMark, tx.Now))...)
}

// reword puts a sentence in place of what waits to be said to somebody. What was to be
// published is said to nobody.
func (tx *Tx) reword(row Row, message string) error {
	row.Message, row.Version, row.Asks = chat.Message{Text: message}, row.Version+1, false
	if row.Chat < 0 {
		var guard Guard
		if row.Guard != nil {
			guard = *row.Guard
		}
		guard.Until, row.Guard = tx.Now, &guard
	}
	return tx.putRow(row)
}

// EraseDraft forgets a draft that was not sent, and what its writer was saying.
func (tx *Tx) EraseDraft(d report.Draft) error {
	if err := tx.DeleteDraft(d); err != nil {
		return err
	}
	t, err := tx.Talk(d.By)
	if err != nil || t.Draft != d.ID {
		return err
	}
	return errors.Join(tx.PutTalk(d.By, records.Talk{}), tx.PutMark(records.ErasedMark, tx.Now))
}

// EraseMember forgets an account: who it is, the conversation, its drafts, what waits to
// be said to it, and its name on what it approved. What it did stays in the audit log, by
// its number.
func (tx *Tx) EraseMember(id int64) error {
	drafts, err := tx.Drafts(id)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if err := tx.DeleteDraft(d); err != nil {
			return err
		}
	}
	if err := records.IgnoreNotFound(tx.DeleteMember(id)); err != nil {
		return err
	}
	for _, bucket := range [][]byte{layout.BucketTalks, layout.BucketTries, layout.BucketSnoozes, layout.BucketAsked} {
		if err := kv.Delete(tx, bucket, layout.Key(id)); err != nil {
			return err
		}
	}
	if err := tx.forgetRows(id); err != nil {
		return err
	}
	return errors.Join(tx.HeadForgotten(id), tx.PutMark(records.ErasedMark, tx.Now))
}

// forgetRows takes out what waits in a chat.
func (tx *Tx) forgetRows(id int64) error {
	var rows []Row
	err := kv.Each(tx, layout.BucketOutbox, layout.Key(id), func(k, v []byte) error {
		if row, err := readRow(k, v); err == nil {
			rows = append(rows, row)
		}
		return nil
	})
	for _, row := range rows {
		if err == nil && row.Claimed {
			err = ErrUnderWay
		}
		if err == nil {
			err = tx.reword(Row{Chat: row.Chat, Seq: row.Seq, Key: row.Key, Way: row.Way, Class: row.Class, Target: row.Target, TargetKey: row.TargetKey,
				Bot: row.Bot, Query: row.Query, Made: row.Made, Version: row.Version, Guard: &Guard{Until: tx.Now}}, "")
		}
	}
	return err
}

// Overwrite writes over what erasing left in the free pages of the store, if there is
// anything: see disk.Overwrite.
func (s *Store) Overwrite(ctx context.Context, now time.Time) error {
	err := s.db.Reading(func() error { return disk.Overwrite(ctx, s.file) })
	if err != nil {
		return err
	}
	return s.Update(now, func(tx *Tx) error { return tx.PutMark(records.OverwrittenMark, now) })
}

// ToOverwrite reports whether something was erased since the free pages of the store
// were last overwritten.
func (s *Store) ToOverwrite() (due bool, err error) {
	err = s.View(time.Time{}, func(tx *Snapshot) error {
		erased, over := tx.Mark(records.ErasedMark), tx.Mark(records.OverwrittenMark)
		due = !erased.IsZero() && !over.After(erased)
		return nil
	})
	return due, err
}
