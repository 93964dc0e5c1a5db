package records

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A Chase is an officer's wish that the units of a scope that owe a period be
// reminded at once. It is no reminder: the scheduler makes those from it, as it does
// from the stages of the ladder.
type Chase struct {
	Seq    uint64 `json:"-"`
	Period report.Period
	Scope  report.Scope
	At     time.Time
	By     int64
	Again  bool `json:",omitempty"` // also those that were reminded a short while before

	// Tell is set until the officer was told what came of it, as the holder of that post,
	// in place of that message or in a new one.
	Tell    bool        `json:",omitempty"`
	As      report.Post `json:",omitzero"`
	Message int64       `json:",omitempty"`
}

// Lately is how long before a Chase a unit was reminded that is left out of it.
const Lately = 4 * time.Hour

// PutChase asks for units to be reminded now.
func (tx *Tx) PutChase(c Chase) error {
	seq, err := kv.Next(tx, layout.BucketChases)
	if err != nil {
		return err
	}
	c.At = tx.Now
	return kv.Put(tx, layout.BucketChases, layout.Key(seq), c)
}

// ChangeChase writes one that is there.
func (tx *Tx) ChangeChase(c Chase) error {
	return kv.Put(tx, layout.BucketChases, layout.Key(c.Seq), c)
}

// Chases lists those that are not over, oldest first.
func (tx *Snapshot) Chases() (all []Chase, err error) {
	err = kv.Each(tx, layout.BucketChases, nil, func(k, v []byte) error {
		var c Chase
		if err := json.Unmarshal(v, &c); err != nil {
			return fmt.Errorf("reading chases%s: %w", layout.Format(k), err)
		}
		t := layout.Tuple(k)
		c.Seq = uint64(t.Int())
		all = append(all, c)
		return nil
	})
	return all, err
}

// DeleteChase ends one.
func (tx *Tx) DeleteChase(c Chase) error {
	return kv.Delete(tx, layout.BucketChases, layout.Key(c.Seq))
}

// RemindedIn gives the units whose focal points were reminded of a period from a
// time on and before another.
func (tx *Snapshot) RemindedIn(p report.Period, from, to time.Time) (map[string]bool, error) {
	reminded := map[string]bool{}
	stages, err := tx.RemindersIn(p, from, to)
	for _, s := range stages {
		reminded[s.Unit] = true
	}
	return reminded, err
}

// RemindersIn gives the reminders of a period that went to focal points from a time on
// and before another. Of the log, which may have tens of thousands of lines, only these
// are read whole.
func (tx *Snapshot) RemindersIn(p report.Period, from, to time.Time) (reminders []Stage, err error) {
	err = kv.Each(tx, layout.BucketStages, layout.Key(p), func(k, v []byte) error {
		if at, packed := packedAt(v); packed && (at.Before(from) || !at.Before(to)) {
			return nil
		}
		var s Stage
		if err := Decode(k, v, &s); err != nil {
			return fmt.Errorf("reading stages%s: %w", layout.Format(k), err)
		}
		if s.Row != "" && s.ToFocal() && !s.At.Before(from) && s.At.Before(to) {
			reminders = append(reminders, s)
		}
		return nil
	})
	return reminders, err
}

// packedAt is when a packed line of the log was written.
func packedAt(v []byte) (at time.Time, packed bool) {
	if !layout.IsPacked(v) {
		return at, false
	}
	u := layout.Unpack(v)
	return u.Time(), true
}

// ToFocal reports whether a stage reminds a focal point of what the unit owes: the
// others tell somebody else, or speak of an example.
func (k StageKey) ToFocal() bool {
	step, _, _ := strings.Cut(k.Stage, "/")
	return step != "escalate" && step != "complete" && step != "lost"
}
