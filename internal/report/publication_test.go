package report

import (
	"testing"
	"time"
)

// What waits for the hours of posting is posted at the first instant of them.
func TestPublicationOpens(t *testing.T) {
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 11, day, hour, minute, 0, 0, time.UTC) }
	day := PublicationRule{From: 7 * time.Hour, To: 17 * time.Hour}
	for _, c := range []struct {
		rule       PublicationRule
		from, want time.Time
	}{
		{PublicationRule{}, at(3, 2, 0), at(3, 2, 0)},
		{day, at(3, 6, 59), at(3, 7, 0)},
		{day, at(3, 7, 0), at(3, 7, 0)},
		{day, at(3, 16, 59), at(3, 16, 59)},
		{day, at(3, 17, 0), at(4, 7, 0)},
		{PublicationRule{From: 17 * time.Hour, To: 7 * time.Hour}, at(3, 9, 0), time.Time{}},
	} {
		if got := c.rule.Opens(c.from); !got.Equal(c.want) {
			t.Errorf("from %s on, between %s and %s, it is %s", c.from, c.rule.From, c.rule.To, got)
		}
	}
}
