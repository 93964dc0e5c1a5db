package invite_test

import (
	"testing"
	"time"

	"guongsang/internal/invite"
	"guongsang/internal/report"
)

// Codes stand on paper in groups of five, and whatever is cut short has no dash
// at its end.
func TestFormat(t *testing.T) {
	for typed, want := range map[string]string{
		"25CFGHJKMN8QRT":   "25CFG-HJKMN-8QRT",
		"25cfg hjkmn 8qrt": "25CFG-HJKMN-8QRT",
		"25CFGH":           "25CFG-H",
		"25CFG":            "25CFG",
		"25CFGHJKMN":       "25CFG-HJKMN",
		"25CFGHJKMN8QRTV":  "25CFG-HJKMN-8QRTV",
		"2":                "2",
		"":                 "",
	} {
		if got := invite.Format(typed); got != want {
			t.Errorf("Format(%q) = %q, want %q", typed, got, want)
		}
	}
}

// An invite lasts the fourteen days that its letter names, and is told from
// others by the last two symbols of its code.
func TestAnInviteLastsFourteenDays(t *testing.T) {
	made := time.Date(2026, 11, 9, 8, 0, 0, 0, time.UTC)
	code, i := invite.Issue(report.Post{Role: report.Leader}, 7, made)
	last := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	if !i.Made.Equal(made) || !i.Expires.Equal(last) || !i.Open(last.Add(-1)) || i.Open(last) {
		t.Errorf("made %s, expires %s", i.Made, i.Expires)
	}
	if want := code[len("XXXXX-XXXXX-XX"):]; i.Hint != want {
		t.Errorf("the hint of %s is %q, want %q", code, i.Hint, want)
	}
}
