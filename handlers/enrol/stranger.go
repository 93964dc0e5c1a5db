package enrol

import (
	"strings"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/invite"
)

// silence is for how long a stranger who was told how to enrol is told
// nothing more.
const silence = 24 * time.Hour

// Stranger answers somebody who is no member: a code is looked at;
// anything else gets one polite sentence, and then nothing. It reports whether
// the account is in now.
func Stranger(t *turn.Turn) (in bool, err error) {
	switch t.Event.Kind {
	case chat.Said:
		if code, ok := CodeIn(t.Event.Text); ok {
			return Present(t, code)
		}
		if invite.Mistyped(t.Event.Text) {
			return Present(t, t.Event.Text)
		}
	case chat.Pressed:
		if err := t.Toast(""); err != nil {
			return false, err
		}
	case chat.Unknown:
	default:
		return false, nil // edits, arrivals and departures of strangers
	}
	return false, tellStranger(t)
}

func tellStranger(t *turn.Turn) error {
	tries, err := t.Tx.Tries(t.Member.ID)
	if err != nil || t.Lately(tries.Told, silence) {
		return err
	}
	tries.Told = t.Tx.Now
	if err := t.Tx.PutTries(t.Member.ID, tries); err != nil {
		return err
	}
	t.Log.Info("stranger", "account", t.Member.ID)
	return t.TellAccount(t.Member.ID, t.Office.Stranger())
}

// CodeIn finds an invite code in what somebody sent: alone in whatever
// spelling, on a line of a forwarded message, or in a link.
func CodeIn(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "/"); ok {
		_, text, _ = strings.Cut(rest, " ")
	}
	if text = strings.TrimLeft(text, "/ "); invite.Plausible(text) {
		return text, true
	}
	for line := range strings.Lines(text) {
		_, afterColon, _ := strings.Cut(line, ": ")
		_, afterLink, _ := strings.Cut(line, "start=")
		for _, candidate := range append([]string{line, afterColon, afterLink}, strings.Fields(line)...) {
			if candidate = strings.TrimLeft(candidate, "/ "); invite.Plausible(candidate) {
				return candidate, true
			}
		}
	}
	return "", false
}
