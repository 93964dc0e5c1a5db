package privacy

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// What is made to decide what may be shown grows with a text and no faster, whatever it
// is full of: signs of addresses, numbers, other names of somebody.
func TestWorkGrowsWithTheText(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // which would take the pooled buffers away in between
	made := func(text string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Of(report.Example{Content: report.Content{Object: report.Person, Name: "Lò Văn Pản", Summary: text}, Review: report.Accepted}, report.Unit{}, Public, report.NewDate(2026, 11, 20))
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for _, full := range []string{"1 ", "0", "09 ", "(0) ", "+", "a.", "a.,", "a@", "://", "tức An ", "tức Bình, ", "tên là "} {
		half, whole := strings.Repeat(full, 5000/len([]rune(full))), strings.Repeat(full, 10000/len([]rune(full)))
		made(half) // what is made once
		if a, b := made(half), made(whole); b > 3*a+1<<16 {
			t.Errorf("%q: %d bytes for 5,000 letters, %d for 10,000", full, a, b)
		}
	}
}
