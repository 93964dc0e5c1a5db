package handlers

import (
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
)

// silence is for how long a stranger who was told how to enrol is told
// nothing more.
const silence = 24 * time.Hour

// meetStranger answers somebody who is no member: a code is looked at;
// anything else gets one polite sentence, and then nothing. It reports whether
// the account is in now.
func (t *turn) meetStranger() (in bool, err error) {
	switch t.ev.Kind {
	case chat.Said:
		if code, ok := codeIn(t.ev.Text); ok {
			return t.present(code)
		}
	case chat.Pressed:
		if err := t.toast(""); err != nil {
			return false, err
		}
	case chat.Unknown:
	default:
		return false, nil // edits, arrivals and departures of strangers
	}
	return false, t.tellStranger()
}

func (t *turn) tellStranger() error {
	tries, err := t.tx.Tries(t.member.ID)
	if err != nil || !tries.Told.IsZero() && t.tx.Now.Before(tries.Told.Add(silence)) {
		return err
	}
	tries.Told = t.tx.Now
	if err := t.tx.PutTries(t.member.ID, tries); err != nil {
		return err
	}
	t.Log.Info("stranger", "account", t.member.ID)
	return t.tellAccount(t.member.ID, t.Office.Stranger())
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
