package texts

import (
	"strconv"
	"strings"
	"time"

	"guongsang/internal/letters"
)

// ReadMoment reads a day with or without a time of day, as people write it:
// 20/11/2026 15:30, 20-11-2026 15h30, 20.11.2026. timed says whether a time
// was there.
func ReadMoment(s string, zone *time.Location) (at time.Time, timed, ok bool) {
	day, clock, timed := strings.Cut(strings.Join(strings.Fields(s), " "), " ")
	d, ok := ReadDay(day)
	if !ok || !timed {
		return d.At(0, zone), false, ok
	}
	sinceMidnight, ok := readClock(clock)
	return d.At(sinceMidnight, zone), true, ok
}

// readClock reads 15:30, 15h30, 15h, 15 giờ 30.
func readClock(s string) (time.Duration, bool) {
	s = strings.NewReplacer(" ", "", "gio", ":", "h", ":", "phut", "").Replace(letters.Fold(s))
	hours, minutes, _ := strings.Cut(s, ":")
	if minutes == "" {
		minutes = "0"
	}
	h, err := strconv.ParseUint(hours, 10, 8)
	if err != nil || h > 23 {
		return 0, false
	}
	m, err := strconv.ParseUint(minutes, 10, 8)
	if err != nil || m > 59 {
		return 0, false
	}
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute, true
}
