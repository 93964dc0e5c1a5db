package importer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

const officer = 1001

// An office is an importer over a real store.
type office struct {
	testing.TB
	*Importer
	now time.Time
}

func newOffice(t testing.TB) *office {
	t.Helper()
	o := &office{TB: t, now: time.Date(2026, 11, 9, 8, 0, 0, 0, time.UTC)}
	store, err := storage.Open(t.TempDir(), report.Rules{Zone: time.UTC, Calendar: report.NewCalendar(nil, nil)})
	o.must(err)
	t.Cleanup(func() { o.must(store.Close()) })
	o.Importer = &Importer{
		Store: store, Now: func() time.Time { return o.now }, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Encode: func(e chat.Event) (json.RawMessage, error) { return json.Marshal(e) },
	}
	return o
}

func (o *office) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

// send puts a list where the fetcher puts it, and asks for it to be read.
func (o *office) send(file []byte, l storage.UnitList) storage.UnitList {
	o.Helper()
	hash, err := o.Store.PutMedia(file)
	o.must(err)
	l.Hash, l.For = hash, officer
	o.must(o.Store.Update(o.now, func(tx *storage.Tx) error { return tx.PutUnitList(l) }))
	return o.waiting()[0]
}

func (o *office) waiting() (all []storage.UnitList) {
	o.Helper()
	o.must(o.Store.View(o.now, func(tx *storage.Snapshot) (err error) {
		all, err = tx.UnitLists()
		return err
	}))
	return all
}

// outcome is the one that lies in the inbox.
func (o *office) outcome() (got Outcome) {
	o.Helper()
	n, err := o.Store.Work(o.now, 10, handler(func(e chat.Event) error {
		var ok bool
		var err error
		if got, ok, err = OutcomeOf(e); !ok {
			o.Errorf("event %+v brings no outcome", e)
		}
		return err
	}))
	if n != 1 || err != nil {
		o.Errorf("%d events, %v", n, err)
	}
	return got
}

func list(units int) []byte {
	var b bytes.Buffer
	b.WriteString("code;name\n")
	for i := range units {
		fmt.Fprintf(&b, "X%d;Xã Thử Nghiệm %d\n", i, i)
	}
	return b.Bytes()
}

func TestShownThenApplied(t *testing.T) {
	o := newOffice(t)
	o.send(list(1000), storage.UnitList{})
	o.must(o.Work(t.Context()))
	shown := o.outcome()
	if shown.Fate != Shown || len(shown.Lines) != 7 || o.Store.Directory().Len() != 0 {
		t.Fatalf("%+v", shown)
	}
	o.send(list(1000), storage.UnitList{Seen: shown.Seen, Message: 7})
	o.must(o.Work(t.Context()))
	if got := o.outcome(); got.Fate != Applied || got.Units != 1000 || got.Message != 7 || o.Store.Directory().Len() != 1000 {
		t.Errorf("%+v, %d units", got, o.Store.Directory().Len())
	}
	o.send(list(1000), storage.UnitList{Seen: shown.Seen})
	o.must(o.Work(t.Context()))
	if got := o.outcome(); got.Fate != Past {
		t.Errorf("again: %+v", got)
	}
	o.send(list(1000), storage.UnitList{})
	o.must(o.Work(t.Context()))
	if got := o.outcome(); got.Fate != Same || got.Units != 1000 || len(o.waiting()) != 0 {
		t.Errorf("%+v", got)
	}
}

// What a list leaves open is asked, and the answer stays with the list until it is
// in force.
func TestAskedThenShownThenApplied(t *testing.T) {
	o := newOffice(t)
	o.must(o.Store.Update(o.now, func(tx *storage.Tx) error {
		return tx.PutUnits([]report.Unit{{Code: "001", Name: "Xã Một", Month: true, Quarter: true}})
	}))
	file := []byte("code;name;active_from\n1;Xã Một;1/7/2025\n")
	o.send(file, storage.UnitList{})
	answers := ""
	for _, choices := range [][]string{{"k", "n"}, {"kd", "km"}} {
		o.must(o.Work(t.Context()))
		asked := o.outcome()
		var got []string
		for _, c := range asked.Choices {
			got = append(got, c.Answers)
		}
		if asked.Fate != Asked || len(asked.Lines) == 0 || !slices.Equal(got, choices) {
			t.Fatalf("%+v", asked)
		}
		answers = got[0]
		o.send(file, storage.UnitList{Answers: answers})
	}
	o.must(o.Work(t.Context()))
	shown := o.outcome()
	if shown.Fate != Shown || shown.Answers != answers {
		t.Fatalf("%+v", shown)
	}
	o.send(file, storage.UnitList{Seen: shown.Seen, Answers: shown.Answers})
	o.must(o.Work(t.Context()))
	u, _ := o.Store.Directory().Unit("001")
	if got := o.outcome(); got.Fate != Applied || o.Store.Directory().Len() != 1 || u.ActiveFrom != report.NewDate(2025, 7, 1) {
		t.Errorf("%+v, %+v", got, u)
	}
}

func TestWhatIsNoList(t *testing.T) {
	o := newOffice(t)
	o.send([]byte("%PDF"), storage.UnitList{})
	o.must(o.Work(t.Context()))
	if got := o.outcome(); got.Fate != Faulty || len(got.Lines) != 2 {
		t.Errorf("%+v", got)
	}
	l := o.send([]byte("gone"), storage.UnitList{})
	o.must(os.Remove(o.Store.MediaPath(l.Hash)))
	o.must(o.Work(t.Context()))
	if got := o.outcome(); got.Fate != Missing {
		t.Errorf("%+v", got)
	}
}

// What is wrong with a list is a screen of it, and all of it in a file, however
// much it is and however long the cells are: what waits in the inbox is small.
func TestMuchThatIsWrongComesInAFile(t *testing.T) {
	o := newOffice(t)
	for _, rows := range []int{1, faultLines, faultLines + 1, 100} {
		file := []byte("code;name\n")
		for i := range rows {
			file = fmt.Appendf(file, "%d%s;x\n", i, strings.Repeat("é", 1000))
		}
		o.send(file, storage.UnitList{})
		o.must(o.Work(t.Context()))
		got := o.outcome()
		if n := utf8.RuneCountInString(strings.Join(got.Lines, "\n")); got.Fate != Faulty || (got.Report != "") != (rows > faultLines) || n > 4000 {
			t.Errorf("%d rows: %d letters, %s with a report %q: %.300q", rows, n, got.Fate, got.Report, got.Lines)
		}
		if got.Report == "" {
			continue
		}
		report, err := o.Store.ReadMedia(got.Report)
		if lines := bytes.Count(report, []byte("\n")); err != nil || lines != rows || len(report) > 400*rows {
			t.Errorf("%d rows: a report of %d lines and %d bytes, %v", rows, lines, len(report), err)
		}
	}
}

// While a list is read, others write: the file is a pipe here, so that reading
// lasts until somebody has written and looked.
func TestOthersWriteWhileAListIsRead(t *testing.T) {
	o := newOffice(t)
	sum := sha256.Sum256([]byte("pipe"))
	hash := hex.EncodeToString(sum[:])
	path := o.Store.MediaPath(hash)
	o.must(os.MkdirAll(filepath.Dir(path), 0o700))
	o.must(syscall.Mkfifo(path, 0o600))
	o.must(o.Store.Update(o.now, func(tx *storage.Tx) error { return tx.PutUnitList(storage.UnitList{Hash: hash, For: officer}) }))
	done := make(chan error)
	go func() { done <- o.Work(t.Context()) }()
	pipe, err := os.OpenFile(path, os.O_WRONLY, 0) // waits until it is being read
	o.must(err)
	o.must(o.Store.Update(o.now, func(tx *storage.Tx) error { return tx.Audit(0, "meanwhile", report.Ref{}) }))
	if l := o.waiting(); len(l) != 1 || l[0].Readings != 1 {
		t.Errorf("while it is read: %+v", l)
	}
	_, err = pipe.Write(list(3))
	o.must(errors.Join(err, pipe.Close(), <-done))
	if got := o.outcome(); got.Fate != Shown {
		t.Errorf("%+v", got)
	}
}

// A list that the program did not survive twice is not read again; a stop in
// good order counts for nothing.
func TestAListThatEndedTheProgram(t *testing.T) {
	o := newOffice(t)
	o.send(list(3), storage.UnitList{Readings: storage.MaxDeaths})
	o.must(o.Work(t.Context()))
	if got := o.outcome(); got.Fate != Stopped || len(o.waiting()) != 0 {
		t.Errorf("%+v", got)
	}
	o.send(list(3), storage.UnitList{Readings: storage.MaxDeaths - 1})
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := o.Work(stopped); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if l := o.waiting(); len(l) != 1 || l[0].Readings != storage.MaxDeaths-1 {
		t.Errorf("after a stop: %+v", l)
	}
	o.must(o.Work(t.Context()))
	if got := o.outcome(); got.Fate != Shown {
		t.Errorf("%+v", got)
	}
}

// A program that ended while units were being written goes on with them,
// although the directory is no longer what the list was compared with.
func TestWritingGoesOnAfterACrash(t *testing.T) {
	for _, written := range []int{0, 400, 1000} {
		o := newOffice(t)
		var units []report.Unit
		for i := range written {
			units = append(units, report.Unit{Code: fmt.Sprintf("X%d", i), Name: fmt.Sprintf("Xã Thử Nghiệm %d", i), Month: true, Quarter: true})
		}
		seen := fingerprint(o.Store.Directory())
		o.must(o.Store.Update(o.now, func(tx *storage.Tx) error { return tx.PutUnits(units) }))
		o.send(list(1000), storage.UnitList{Seen: seen, Units: 1000, Readings: 1})
		o.must(o.Work(t.Context()))
		if got := o.outcome(); got.Fate != Applied || got.Units != 1000 || o.Store.Directory().Len() != 1000 {
			t.Errorf("after %d: %+v, %d units", written, got, o.Store.Directory().Len())
		}
	}
}

type handler func(chat.Event) error

func (h handler) Handle(_ *storage.Tx, item storage.Item) error {
	var e chat.Event
	if err := json.Unmarshal(item.Raw, &e); err != nil {
		return err
	}
	return h(e)
}

func (h handler) GiveUp(_ *storage.Tx, d storage.Dead) error { return errors.New(d.Why) }
