package handlers

import (
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/storage"
)

// silence is for how long a stranger who was told how to enrol is told
// nothing more.
const silence = 24 * time.Hour

// meetStranger answers somebody who is no member: a code is looked at;
// anything else gets one polite sentence, and then nothing.
func (d *Desk) meetStranger(tx *storage.Tx, ev chat.Event) error {
	switch ev.Kind {
	case chat.Said:
		if code, ok := codeIn(ev.Text); ok {
			return d.present(tx, ev, report.Member{ID: ev.From.ID, Joined: tx.Now}, code)
		}
	case chat.Pressed:
		row := storage.Row{Chat: ev.From.ID, Way: storage.Answer, Query: ev.Press.Query}
		if _, err := tx.Put(row); err != nil {
			return err
		}
	case chat.Unknown:
	default:
		return nil // edits, arrivals and departures of strangers
	}
	return d.tellStranger(tx, ev.From.ID)
}

func (d *Desk) tellStranger(tx *storage.Tx, account int64) error {
	tries, err := tx.Tries(account)
	if err != nil || !tries.Told.IsZero() && tx.Now.Before(tries.Told.Add(silence)) {
		return err
	}
	tries.Told = tx.Now
	if err := tx.PutTries(account, tries); err != nil {
		return err
	}
	d.Log.Info("stranger", "account", account)
	_, err = tx.Put(storage.Row{Chat: account, Message: chat.Message{Text: d.Office.Stranger()}})
	return err
}

// codeIn finds an invite code in what somebody sent: alone in whatever
// spelling, on a line of a forwarded message, or in a link.
func codeIn(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "/"); ok {
		_, text, _ = strings.Cut(rest, " ")
	}
	if invite.Plausible(text) {
		return text, true
	}
	for line := range strings.Lines(text) {
		_, afterColon, _ := strings.Cut(line, ": ")
		_, afterLink, _ := strings.Cut(line, "start=")
		for _, candidate := range append([]string{line, afterColon, afterLink}, strings.Fields(line)...) {
			if invite.Plausible(candidate) {
				return candidate, true
			}
		}
	}
	return "", false
}
