package records

import (
	"fmt"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A StageKey names one stage of the reminder ladder for one person: it is
// sent at most once. The deadline is part of it, so that an extension makes
// fresh stages.
type StageKey struct {
	Period   report.Period
	Unit     string
	Deadline report.Date
	Stage    string // "-5", "0", "+3", "escalate/head", ...
	Member   int64  // 0: for the agency's list
}

func (k StageKey) bytes() []byte { return layout.Key(k.Period, k.Unit, k.Deadline, k.Stage, k.Member) }

// RowKey names the row that carries a reminder by its first stage, which is said
// only once.
func (k StageKey) RowKey() string {
	return fmt.Sprintf("remind/%s/%s/%s/%s/%s/%d", k.Period.Duty, k.Period, k.Deadline, k.Stage, k.Unit, k.Member)
}

// A Stage is one line of the reminder log.
type Stage struct {
	StageKey
	Row  string    // key of the outbox row that carries it; empty if it was not sent
	Note string    `json:",omitempty"` // why it was not: "missed", "merged"
	At   time.Time // when it was decided
}

// pack leaves out what the key says, and so the row's key where it is of this
// stage.
func (s Stage) pack() []byte {
	own := s.Row == s.RowKey()
	row := s.Row
	if own {
		row = ""
	}
	return layout.Pack(s.At, own, row, s.Note)
}

func (s *Stage) unpack(k []byte, u *layout.Unpacking) (err error) {
	t := layout.Tuple(k)
	period, unit, deadline, stage, member := t.Text(), t.Text(), t.Text(), t.Text(), t.Int()
	s.StageKey = StageKey{Unit: unit, Stage: stage, Member: member}
	if s.Period, err = report.ParsePeriod(period); err != nil {
		return err
	}
	if err := s.Deadline.UnmarshalText([]byte(deadline)); err != nil {
		return err
	}
	at, own, row, note := u.Time(), u.Bool(), u.Text(), u.Text()
	if own {
		row = s.RowKey()
	}
	s.At, s.Row, s.Note = at, row, note
	return nil
}

// Stages lists the reminder log of a period.
func (tx *Snapshot) Stages(p report.Period) ([]Stage, error) {
	return kv.List[Stage](tx, layout.BucketStages, layout.Key(p))
}

// StagesOf lists the reminder log of one unit in a period.
func (tx *Snapshot) StagesOf(p report.Period, unit string) ([]Stage, error) {
	return kv.List[Stage](tx, layout.BucketStages, layout.Key(p, unit))
}

// Decided gives what reports whether a stage is in the reminder log, sent or
// left out. It is asked for every unit in every minute, so it keeps what it
// needs; it is not to be used by two at once.
func (tx *Snapshot) Decided() func(StageKey) bool {
	find := kv.Finder(tx, layout.BucketStages)
	var period report.Period
	var deadline report.Date
	var inPeriod, due string
	var k []byte
	return func(s StageKey) bool {
		if s.Period != period || inPeriod == "" {
			period, inPeriod = s.Period, s.Period.String()
		}
		if s.Deadline != deadline {
			deadline, due = s.Deadline, s.Deadline.String()
		}
		k = layout.AppendString(k[:0], inPeriod)
		k = layout.AppendString(k, s.Unit)
		k = layout.AppendString(k, due)
		k = layout.AppendString(k, s.Stage)
		k = layout.AppendInt(k, s.Member)
		return find(k) != nil
	}
}

// PutStage writes a line of the reminder log.
func (tx *Tx) PutStage(s Stage) error {
	s.At = tx.Now
	return kv.Put(tx, layout.BucketStages, s.bytes(), s)
}

// DeleteStage takes a line out again, because its row was dropped unsent.
func (tx *Tx) DeleteStage(k StageKey) error { return kv.Delete(tx, layout.BucketStages, k.bytes()) }

// PutSnooze asks for one more reminder of a person at a time.
func (tx *Tx) PutSnooze(member int64, at time.Time) error {
	return kv.PutRaw(tx, layout.BucketSnoozes, layout.Key(member), layout.Key(at))
}

// DeleteSnooze forgets it.
func (tx *Tx) DeleteSnooze(member int64) error {
	return kv.Delete(tx, layout.BucketSnoozes, layout.Key(member))
}

// Snoozes lists when who asked to be reminded again.
func (tx *Snapshot) Snoozes() (map[int64]time.Time, error) {
	snoozes := map[int64]time.Time{}
	err := kv.Each(tx, layout.BucketSnoozes, nil, func(k, v []byte) error {
		kt, vt := layout.Tuple(k), layout.Tuple(v)
		snoozes[kt.Int()] = time.Unix(vt.Int(), 0)
		return nil
	})
	return snoozes, err
}

// Mark is when a named thing was last done; the zero time if never.
func (tx *Snapshot) Mark(name string) time.Time {
	v := kv.Raw(tx, layout.BucketMarks, layout.Key(name))
	if v == nil {
		return time.Time{}
	}
	t := layout.Tuple(v)
	return time.Unix(t.Int(), 0)
}

// PutMark notes when a named thing was done.
func (tx *Tx) PutMark(name string, at time.Time) error {
	return kv.PutRaw(tx, layout.BucketMarks, layout.Key(name), layout.Key(at))
}
