package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"guongsang/handlers"
	"guongsang/handlers/behalf"
	"guongsang/handlers/draft"
	"guongsang/internal/chat"
	"guongsang/internal/importer"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// EntryKeys are the questions of the form that the command line answers by flags of
// the same names, in the order in which they are answered.
var EntryKeys = []string{
	"category", "object", "name", "place", "title", "summary", "born", "position", "results", "spread", "consent", "child", "guardian",
}

// An EntryRequest is what is to be recorded of a unit, as it was typed.
type EntryRequest struct {
	Unit, Period, How, At, By string
	File                      string // path; empty: only what the answers say
	Answers                   map[string]string
	Nil, Sure                 bool
}

// Enter records what a unit sent, while the messenger cannot be reached: as Ghi nhận
// thay does in the chat, in the name of an officer. What is to be told waits in the
// outbox. It gives a sentence that says what was recorded.
func Enter(ctx context.Context, cfg Config, store *storage.Store, now time.Time, log *slog.Logger, r EntryRequest) (says string, err error) {
	period, err := report.ParsePeriod(strings.TrimSpace(r.Period))
	if err != nil || !period.Duty.Owed() {
		return "", OperatorError(texts.WhichPeriod(r.Period))
	}
	e := behalf.Entry{Period: period, Channel: strings.ToLower(r.How), Nil: r.Nil, Introduction: draft.Introduction{Sure: r.Sure}}
	code, err := FindUnit(store.Directory(), r.Unit)
	if err != nil {
		return "", err
	}
	e.Unit, _ = store.Directory().Unit(code)
	if e.At, err = receivedAt(r.At, now.In(cfg.Timezone.Location)); err != nil {
		return "", err
	}
	if r.Nil == (r.File != "" || len(r.Answers) > 0) {
		return "", OperatorError(texts.EntryNilOrExample())
	}
	if r.File != "" {
		if err := readWritten(ctx, store, log, r.File, &e.Introduction); err != nil {
			return "", err
		}
	}
	for _, key := range EntryKeys {
		if text := r.Answers[key]; text != "" {
			e.Introduction.Answers = append(e.Introduction.Answers, draft.Given{Key: key, Text: text})
		}
	}
	desk := handlers.Desk{Rules: cfg.Rules(), Office: cfg.Office(), Log: log}
	var number string
	err = store.Update(now, func(tx *storage.Tx) error {
		by, err := whoEnters(&tx.Snapshot, r.By)
		if err != nil {
			return err
		}
		number, err = desk.Enter(tx, by, e)
		return err
	})
	var refused behalf.Refused
	if errors.As(err, &refused) {
		return "", OperatorError(refused)
	}
	return texts.Entered(number, texts.UnitName(e.Unit), period), err
}

// receivedAt reads when something came: by default it has just come. A day alone is the
// end of its working hours, as in the chat.
func receivedAt(typed string, now time.Time) (time.Time, error) {
	if typed == "" {
		return now, nil
	}
	at, ok := behalf.ReadMoment(typed, now)
	if !ok {
		return at, OperatorError(texts.BadMoment(typed))
	}
	return at, nil
}

// whoEnters finds the member of the agency in whose name something is recorded: who was
// named, or else the only one there is.
func whoEnters(tx *storage.Snapshot, typed string) (report.Member, error) {
	members, err := tx.Members()
	if err != nil {
		return report.Member{}, err
	}
	var agency []report.Member
	var names []string
	for _, m := range members {
		if m.Agency() {
			agency, names = append(agency, m), append(names, texts.PersonAndAccount(m.Name, m.ID))
		}
	}
	if typed == "" {
		if len(agency) != 1 {
			return report.Member{}, OperatorError(texts.WhoEnters(names))
		}
		return agency[0], nil
	}
	id, err := findPerson(agency, typed)
	if err != nil {
		return report.Member{}, err
	}
	for _, m := range agency {
		if m.ID == id {
			return m, nil
		}
	}
	return report.Member{}, OperatorError(texts.WhoEnters(names))
}

// readWritten reads the file that a unit sent. A Word file stays with the introduction,
// as in the chat, and so do its photos.
func readWritten(ctx context.Context, store *storage.Store, log *slog.Logger, path string, w *draft.Introduction) error {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() > chat.MaxFile {
		return OperatorError(texts.EntryNoFile(path, chat.MaxFile>>20))
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the introduction: %w", err)
	}
	if strings.EqualFold(filepath.Ext(path), ".txt") {
		w.Text = strings.TrimPrefix(string(file), "\ufeff")
		return nil
	}
	hash, err := store.PutMedia(file)
	if err != nil {
		return err
	}
	d, err := importer.ReadDocument(ctx, store, log, hash, true)
	if err != nil {
		return err
	}
	if d.Fault != "" || len(d.Persons) != 1 {
		return OperatorError(texts.EntryNoText(path))
	}
	w.Text, w.Files = d.Persons[0].Text, append([]report.Media{{
		Kind: string(chat.Document), Unique: "entered-" + hash[:32], Name: filepath.Base(path), MIME: chat.DOCX, Size: int64(len(file)), Hash: hash,
	}}, d.Persons[0].Photos...)
	return nil
}
