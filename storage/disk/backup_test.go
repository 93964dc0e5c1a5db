package disk

import (
	"testing"
	"time"
)

// In thirty days each file has its day.
func TestEachFileHasItsDay(t *testing.T) {
	for _, hash := range []string{"0000000000", "ffffffffff", "1234567890", "00000011aa"} {
		days := 0
		for day := range rereading {
			if readAgain(hash, time.Date(2026, 11, 1, 2, 0, 0, 0, time.UTC).AddDate(0, 0, day)) {
				days++
			}
		}
		if days != 1 {
			t.Errorf("%s is read on %d of thirty days", hash, days)
		}
	}
}
