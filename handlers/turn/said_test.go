package turn

import (
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/storage"
)

// What was said counts from when the messenger says it was, but not from later
// than it came in, and not from more than a day before that.
func TestSaidAt(t *testing.T) {
	day := func(d, hour, minute int) time.Time { return time.Date(2026, 11, d, hour, minute, 0, 0, time.UTC) }
	for name, test := range map[string]struct{ said, came, now, want time.Time }{
		"at once":                            {day(20, 9, 0), day(20, 9, 0), day(20, 9, 0), day(20, 9, 0)},
		"it waited at the messenger":         {day(20, 23, 50), day(21, 0, 10), day(21, 0, 10), day(20, 23, 50)},
		"it waited in the inbox":             {time.Time{}, day(20, 23, 59), day(21, 7, 30), day(20, 23, 59)},
		"it waited in both":                  {day(20, 23, 50), day(21, 0, 10), day(21, 7, 30), day(20, 23, 50)},
		"the messenger's clock is ahead":     {day(22, 9, 0), day(20, 9, 0), day(20, 9, 1), day(20, 9, 0)},
		"it claims to be older than a day":   {day(1, 9, 0), day(20, 9, 0), day(20, 9, 1), day(19, 9, 0)},
		"the clock was set back":             {day(20, 9, 0), day(20, 9, 0), day(20, 8, 0), day(20, 8, 0)},
		"it never waited, and has no time":   {time.Time{}, time.Time{}, day(20, 9, 0), day(20, 9, 0)},
		"it never waited, but was late":      {day(20, 8, 0), time.Time{}, day(20, 9, 0), day(20, 8, 0)},
		"the day before, to the very minute": {day(19, 9, 0), day(20, 9, 0), day(20, 9, 0), day(19, 9, 0)},
	} {
		got := saidAt(chat.Event{At: test.said}, storage.Item{At: test.came}, test.now)
		if !got.Equal(test.want) {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}
