package storage

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// An AlarmKind is a kind of thing that the admins are to know of.
type AlarmKind string

// The kinds.
const (
	AlarmLocked   AlarmKind = "locked"    // an account presented too many wrong codes
	AlarmSetAside AlarmKind = "set aside" // an update could not be handled
	AlarmUnsent   AlarmKind = "unsent"    // a message could not be sent and was given up
)

// alarmEvery is how often the admins hear of one kind at most.
const alarmEvery = time.Hour

// Gathered is how many alarms of a kind the admins have not heard of yet.
type Gathered struct {
	Kind  AlarmKind
	Count int
	Since time.Time // of the first
}

// Alarm tells the admins at once, if they heard of nothing of this kind for an
// hour. Else, or if there are no words, it is gathered (DueAlarms): hundreds of
// the same are one message.
func (tx *Tx) Alarm(kind AlarmKind, text string) error {
	if text != "" && tx.alarmDue(kind) {
		if err := tx.PutMark(alarmMark(kind), tx.Now); err != nil {
			return err
		}
		return tx.TellAdmins(fmt.Sprintf("alarm/%s/%d", kind, tx.Now.UnixNano()), Reply, text)
	}
	g := Gathered{Kind: kind, Since: tx.Now}
	if err := records.IgnoreNotFound(kv.Get(tx, layout.BucketAlarms, layout.Key(string(kind)), &g)); err != nil {
		return err
	}
	g.Count++
	return kv.Put(tx, layout.BucketAlarms, layout.Key(string(kind)), g)
}

func alarmMark(kind AlarmKind) string { return "alarm/" + string(kind) }

// alarmDue reports whether the last alarm of a kind is an hour ago; one in the
// future was told before the clock was set back.
func (tx *Snapshot) alarmDue(kind AlarmKind) bool {
	since := tx.Now.Sub(tx.Mark(alarmMark(kind)))
	return since >= alarmEvery || since < 0
}

// DueAlarms is all that was gathered, if it is time to tell of any of it.
func (tx *Snapshot) DueAlarms() (all []Gathered, err error) {
	due := false
	err = kv.Each(tx, layout.BucketAlarms, nil, func(k, v []byte) error {
		var g Gathered
		if err := json.Unmarshal(v, &g); err != nil {
			return fmt.Errorf("reading alarms%s: %w", layout.Format(k), err)
		}
		due = due || tx.alarmDue(g.Kind)
		all = append(all, g)
		return nil
	})
	if err != nil || !due {
		return nil, err
	}
	slices.SortFunc(all, func(a, b Gathered) int { return cmp.Compare(a.Kind, b.Kind) })
	return all, nil
}

// AlarmsTold notes that the admins were told of these.
func (tx *Tx) AlarmsTold(all []Gathered) error {
	for _, g := range all {
		if err := tx.PutMark(alarmMark(g.Kind), tx.Now); err != nil {
			return err
		}
		if err := kv.Delete(tx, layout.BucketAlarms, layout.Key(string(g.Kind))); err != nil {
			return err
		}
	}
	return nil
}

// TellAdmins says something once to everybody who is admin when it leaves.
func (tx *Tx) TellAdmins(once string, class Class, text string) error {
	admins, err := tx.Holders(report.Admin, "")
	if err != nil {
		return err
	}
	for _, a := range admins {
		_, err := tx.Put(Row{
			Chat: a.ID, Key: fmt.Sprintf("%s/%d", once, a.ID), Class: class, Message: chat.Message{Text: text},
			Guard: &Guard{Member: a.ID, Posts: []report.Post{{Role: report.Admin}}},
		})
		if err != nil {
			return err
		}
	}
	return nil
}
