package storage

import (
	"encoding/json"
	"fmt"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// MaxDeaths is how often the program may die over one piece of work, be it a
// document, a picture or a unit list, before that is set aside. Once is no proof:
// the machine may have been switched off.
const MaxDeaths = 2

// A Job is a document, or a sheet of invites, to be made for somebody: too long for
// a turn of the conversation, and not to be lost by a restart.
type Job struct {
	Seq       uint64        `json:"-"`
	Kind      string        // which document
	Period    report.Period `json:",omitzero"`
	Ref       string        `json:",omitempty"` // which it is about: a unit's code, an example's number, a block
	Scope     report.Scope  `json:",omitzero"`  // of an extension
	For       int64         // who gets it
	Posts     []report.Post `json:",omitempty"` // that this one must still hold when it comes
	Key       string        // of the row that brings it; a job of the same key is not taken twice
	Progress  string        `json:",omitempty"` // key of the message that tells how it goes
	Message   int64         `json:",omitempty"` // its id, where it was there before
	Made      time.Time
	NotBefore time.Time `json:",omitzero"`
	Tries     int       `json:",omitempty"`
	// Begun is how often its making was begun and neither ended nor given up in
	// order: that often the program died over it, or once less while it is made.
	Begun int `json:",omitempty"`
}

// PutJob asks for a document. It returns false if one with its key was asked
// for before.
func (tx *Tx) PutJob(j Job) (bool, error) {
	if kv.Has(tx, layout.BucketJobKeys, layout.Key(j.Key)) {
		return false, nil
	}
	seq, err := kv.Next(tx, layout.BucketJobs)
	if err != nil {
		return false, err
	}
	if err := kv.PutRaw(tx, layout.BucketJobKeys, layout.Key(j.Key), layout.Key(tx.Now)); err != nil {
		return false, err
	}
	j.Made = tx.Now
	tx.g.after = append(tx.g.after, func() { wake(tx.s.jobs) })
	return true, kv.Put(tx, layout.BucketJobs, layout.Key(seq), j)
}

// JobsWoken delivers a token when a document is asked for.
func (s *Store) JobsWoken() <-chan struct{} { return s.jobs }

// Wake delivers a token to those who wait for files to fetch and for documents
// to make: what was put off may be due by a clock that was moved.
func (s *Store) Wake() {
	wake(s.fetch)
	wake(s.jobs)
}

// Jobs lists the documents to be made, oldest first.
func (tx *Snapshot) Jobs() (all []Job, err error) {
	err = kv.Each(tx, layout.BucketJobs, nil, func(k, v []byte) error {
		var j Job
		if err := json.Unmarshal(v, &j); err != nil {
			return fmt.Errorf("reading jobs%s: %w", layout.Format(k), err)
		}
		t := layout.Tuple(k)
		j.Seq = uint64(t.Int())
		all = append(all, j)
		return nil
	})
	return all, err
}

// ChangeJob writes how it goes with a job: begun, put off.
func (tx *Tx) ChangeJob(j Job) error { return kv.Put(tx, layout.BucketJobs, layout.Key(j.Seq), j) }

// DeleteJob ends a job, done or given up.
func (tx *Tx) DeleteJob(j Job) error { return kv.Delete(tx, layout.BucketJobs, layout.Key(j.Seq)) }
