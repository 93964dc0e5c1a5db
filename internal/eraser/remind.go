package eraser

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// remindAt is when on a working day officers are reminded of requests.
const remindAt = 8 * time.Hour

// remindedOn marks the day on which they last were.
const remindedOn = "rights"

// Remind tells the officers once on a working day of the requests whose days come, or have
// passed.
func (er Eraser) Remind(store *storage.Store, now time.Time) error {
	today := report.DateOf(now.In(er.Rules.Zone))
	if !er.Rules.Calendar.Working(today) || now.Before(today.At(remindAt, er.Rules.Zone)) {
		return nil
	}
	var pressing []report.DataRequest
	err := store.View(now, func(tx *storage.Snapshot) error {
		if report.DateOf(tx.Mark(remindedOn).In(er.Rules.Zone)) == today {
			return nil
		}
		open, err := tx.OpenDataRequests()
		for _, q := range open {
			if er.Rules.Presses(q, today) {
				pressing = append(pressing, q)
			}
		}
		return err
	})
	if err != nil || len(pressing) == 0 {
		return err
	}
	var lines []string
	for _, q := range pressing {
		lines = append(lines, texts.RequestLine(q, today))
	}
	m := chat.Message{Title: texts.RequestsPress(len(lines)), Text: strings.Join(lines[:min(len(lines), 10)], "\n"), Buttons: [][]chat.Button{{
		{Label: texts.LabelOpenRequests, Do: chat.Do(VerbRequests, "0")},
	}}}
	return store.Update(now, func(tx *storage.Tx) error {
		if err := TellOfficers(tx, fmt.Sprintf("rights/%s", today), m); err != nil {
			return err
		}
		return tx.PutMark(remindedOn, now)
	})
}

// VerbRequests opens the list of requests: page.
const VerbRequests = "rglist"

// TellOfficers tells those who work for the agency something once.
func TellOfficers(tx *storage.Tx, key string, m chat.Message) error {
	for _, role := range []report.Role{report.Officer, report.Admin} {
		holders, err := tx.Holders(role, "")
		if err != nil {
			return err
		}
		for _, to := range holders {
			if role == report.Admin && to.Holds(report.Officer) {
				continue
			}
			row := storage.Row{Chat: to.ID, Key: fmt.Sprintf("%s/%d", key, to.ID), Message: m, Guard: &storage.Guard{Member: to.ID, Posts: []report.Post{{Role: role}}}}
			if _, err := tx.Put(row); err != nil {
				return err
			}
		}
	}
	return nil
}
