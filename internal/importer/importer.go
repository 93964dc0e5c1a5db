// Package importer reads the files that people send, beside the conversation: the
// lists of units of officers, of which it puts those in force that they apply
// (importer.go), and the Word documents by which units introduce somebody, which
// the fetcher has read as soon as they are here (document.go).
//
// Reading a list takes up to ten seconds and 256 MB (directory.Read), and
// writing a hundred thousand units takes a second. No turn of the conversation
// may take so long: turns share the one transaction that writes. So a turn only
// notes what is wanted (storage.UnitList), the importer does it beside the
// conversation, and what came of it goes to the person's next turn as an event.
//
//	list sent -> fetched -> noted -> read and compared -> Shown -> preview with a button
//	                                                   -> Asked -> answered -> noted …
//	button pressed       -> noted -> read and compared -> written in pieces -> Applied
//
// The note stays until the event is in the inbox, in one commit with it, so that
// a crash in between reads the list again. That it is being read stands in the
// note meanwhile: a list that the program did not survive twice is not read a
// third time.
package importer

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/directory"
	"guongsang/internal/report"
	"guongsang/internal/retry"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	previewLines = 3  // units under each head
	faultLines   = 10 // that fit one screen
	storePause   = 30 * time.Second
)

// An Importer reads lists one by one. Its fields are set before Run and do not
// change.
type Importer struct {
	Store  *storage.Store
	Encode func(chat.Event) (json.RawMessage, error) // for the inbox
	Now    func() time.Time
	Log    *slog.Logger
}

// Run reads lists as they come, until ctx ends.
func (im *Importer) Run(ctx context.Context) {
	for ctx.Err() == nil {
		wait := time.Duration(0)
		if err := im.Work(ctx); err != nil && ctx.Err() == nil {
			im.Log.Error("lists of units", "err", err)
			wait = storePause
		}
		retry.Wait(ctx, im.Store.ListsWoken(), wait)
	}
}

// Work reads all lists that wait. The error is the store's or the disk's, or
// that ctx ended.
func (im *Importer) Work(ctx context.Context) error {
	var waiting []storage.UnitList
	err := im.Store.View(im.Now(), func(tx *storage.Snapshot) (err error) {
		waiting, err = tx.UnitLists()
		return err
	})
	if err != nil {
		return err
	}
	for _, l := range waiting {
		if err := im.do(ctx, l); err != nil {
			return fmt.Errorf("list %d of %d: %w", l.Seq, l.For, err)
		}
	}
	return nil
}

// do brings one list to its outcome.
func (im *Importer) do(ctx context.Context, l storage.UnitList) error {
	if l.Readings >= storage.MaxDeaths {
		im.Log.Warn("list of units set aside: the program ended twice while it was read", "list", l.Seq, "hash", l.Hash)
		return im.finish(l, Outcome{Fate: Stopped})
	}
	current := im.Store.Directory()
	seen := fingerprint(current)
	if l.Seen != "" && l.Seen != seen && l.Units == 0 {
		return im.finish(l, Outcome{Fate: Past})
	}
	begun := l
	begun.Readings++
	if err := im.note(begun); err != nil {
		return err
	}
	units, o, err := im.read(ctx, l, current)
	if err != nil {
		return errors.Join(err, im.note(l)) // stopped in good order, or the disk's fault
	}
	if o.Fate != Asked && (o.Fate == Shown && l.Seen != "" || l.Units > 0) {
		return im.apply(ctx, l, units)
	}
	o.Seen = seen
	return im.finish(l, o)
}

// read reads a list and compares it. Faults of the list are an outcome, and so
// is a panic: a file that is not survived is no list.
func (im *Importer) read(ctx context.Context, l storage.UnitList, current report.Directory) (units []report.Unit, o Outcome, err error) {
	defer func() {
		if v := recover(); v != nil {
			im.Log.Error("reading a list of units ended in a panic", "list", l.Seq, "hash", l.Hash, "panic", v, "stack", string(debug.Stack()))
			units, o, err = nil, Outcome{Fate: Faulty, Lines: []string{texts.ListRefused(1), texts.ListProblem(0, "", texts.NotAList())}}, nil
		}
	}()
	file, err := im.Store.ReadMedia(l.Hash)
	if errors.Is(err, storage.ErrNotFound) {
		return nil, Outcome{Fate: Missing}, nil
	}
	if err != nil {
		return nil, Outcome{}, err
	}
	list, err := directory.Read(ctx, file, current, directory.Answers(l.Answers))
	var faults directory.Problems
	if errors.As(err, &faults) {
		o, err := im.faulty(faults)
		return nil, o, err
	}
	if err != nil {
		return nil, Outcome{}, err
	}
	if list.Question != nil {
		return nil, asked(l, *list.Question), nil
	}
	rules := im.Store.Rules()
	today := report.DateOf(im.Now().In(rules.Zone))
	trained := report.TrainByList(list.Units, current, today)
	preview := directory.Compare(current, rules.Begin(trained, current, today))
	if !slices.EqualFunc(list.Units, trained, func(listed, u report.Unit) bool { return listed.Training == u.Training }) {
		list.Notices = append(list.Notices, texts.TrainingNotByList())
	}
	o = Outcome{Fate: Shown, Hash: l.Hash, Answers: l.Answers, Lines: slices.Concat(preview.Lines(previewLines), firstDuties(rules, preview, today), list.Notices)}
	if units = preview.Units(); len(units) == 0 {
		o = Outcome{Fate: Same, Units: len(list.Units)}
	}
	return units, o, nil
}

// asked puts a question to the person who sent the list.
func asked(l storage.UnitList, q directory.Question) Outcome {
	o := Outcome{Fate: Asked, Hash: l.Hash, Lines: strings.Split(q.Says, "\n")}
	for _, c := range q.Choices {
		o.Choices = append(o.Choices, Choice{c.Label, string(c.Answers)})
	}
	return o
}

// firstDuties says from when the new units of a list owe.
func firstDuties(rules report.Rules, p directory.Preview, today report.Date) []string {
	if len(p.New) == 0 {
		return nil
	}
	return []string{texts.FirstDuties(rules.First(p.New, today))}
}

// faulty says what is wrong with a list: all of it below a head, or what a screen
// holds if there is more, and then all of it in a file.
func (im *Importer) faulty(faults directory.Problems) (Outcome, error) {
	lines := strings.Split(faults.Error(), "\n")
	more := len(lines) - 1 - faultLines
	if more <= 0 {
		return Outcome{Fate: Faulty, Lines: lines}, nil
	}
	report, err := im.Store.PutMedia([]byte("\ufeff" + strings.Join(lines, "\r\n")))
	if err != nil {
		return Outcome{}, fmt.Errorf("keeping what is wrong with a list of units: %w", err)
	}
	return Outcome{Fate: Faulty, Lines: append(lines[:faultLines+1:faultLines+1], texts.FaultsInFile(more)), Report: report}, nil
}

// apply puts a list in force that was shown before. It is not done at all if the
// directory is no longer what it was compared with, for then what was shown is
// not what would happen; but once units are being written it changes by them.
func (im *Importer) apply(ctx context.Context, l storage.UnitList, units []report.Unit) error {
	if l.Units == 0 {
		l.Units = len(units)
		if err := im.note(l); err != nil {
			return err
		}
	}
	return im.Store.ImportUnits(ctx, im.Now(), l.For, units, func(tx *storage.Tx) error {
		if err := tx.Audit(l.For, report.UnitsImported, report.Ref{Count: l.Units}); err != nil {
			return err
		}
		return im.tell(tx, l, Outcome{Fate: Applied, Units: l.Units})
	})
}

func (im *Importer) note(l storage.UnitList) error {
	return im.Store.Update(im.Now(), func(tx *storage.Tx) error { return tx.UpdateUnitList(l) })
}

func (im *Importer) finish(l storage.UnitList, o Outcome) error {
	return im.Store.Update(im.Now(), func(tx *storage.Tx) error { return im.tell(tx, l, o) })
}

// tell ends a list and puts what came of it in line with what its sender says.
func (im *Importer) tell(tx *storage.Tx, l storage.UnitList, o Outcome) error {
	o.Message = l.Message
	raw, err := im.Encode(o.event(l.For, tx.Now))
	if err != nil {
		return err
	}
	if err := tx.DeleteUnitList(l); err != nil {
		return err
	}
	return tx.PutEvent(l.For, raw)
}

// fingerprint tells one state of the directory from another, in so few letters
// that a button has room for it.
func fingerprint(d report.Directory) string {
	sum := sha256.New()
	lines := json.NewEncoder(sum)
	for u := range d.All() {
		_ = lines.Encode(u) // plain values into memory: cannot go wrong
	}
	return base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:6])
}
