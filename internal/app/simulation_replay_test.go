package app

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/cryptotest"
)

// TestReplay plays seeds again and again: all that happens, on the wire, on the disk, in the
// log and before everybody's eyes, is the same to the nanosecond, 99 times of 100 at least.
// GUONGSANG_REPEATS says how often; with GUONGSANG_LONG they are whole plays of five seeds, in
// place of the first two rounds of two. Each is played in a process of its own, by one to four
// processors: nothing may hang on which of several goroutines goes first.
func TestReplay(t *testing.T) {
	if out := os.Getenv("GUONGSANG_TRACE"); out != "" {
		writeTrace(t, out)
		return
	}
	repeats, seeds, most := 4, 2, 2
	_, _ = fmt.Sscan(os.Getenv("GUONGSANG_REPEATS"), &repeats)
	if os.Getenv("GUONGSANG_LONG") != "" {
		seeds, most = 5, rounds
	}
	first := make([]string, seeds)
	for n := range seeds {
		first[n] = traceOf(t, n+1, most, 1)
	}
	if first[0] == first[1] {
		t.Error("another seed came out the same")
	}
	var same atomic.Int32
	t.Run("again", func(t *testing.T) {
		for n := range repeats {
			t.Run(fmt.Sprint(n+1), func(t *testing.T) {
				t.Parallel()
				if at := differ(first[n%seeds], traceOf(t, n%seeds+1, most, 1+n%4)); at != "" {
					t.Logf("seed %d: %s", n%seeds+1, at)
					return
				}
				same.Add(1)
			})
		}
	})
	t.Logf("%d of %d came out the same", same.Load(), repeats)
	if int(same.Load())*100 < 99*repeats {
		t.Errorf("%d of %d came out otherwise", repeats-int(same.Load()), repeats)
	}
}

// traceOf plays a seed in a process of its own with so many processors, and gives its trace.
func traceOf(t *testing.T, seed, most, processors int) string {
	t.Helper()
	dir := t.TempDir()
	out := filepath.Join(dir, "trace")
	play := exec.Command(os.Args[0], "-test.run", "^TestReplay$", "-test.timeout", "20m")
	play.Env = append(os.Environ(), "TMPDIR="+dir, "GUONGSANG_TRACE="+out,
		fmt.Sprint("GOMAXPROCS=", processors), fmt.Sprintf("GUONGSANG_TRACED=%d %d", seed, most))
	if said, err := play.CombinedOutput(); err != nil {
		t.Errorf("seed %d: %v\n%s", seed, err, said)
	}
	all, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

// writeTrace plays the seed that the process was made for.
func writeTrace(t *testing.T, out string) {
	var seed uint64
	var most int
	if _, err := fmt.Sscan(os.Getenv("GUONGSANG_TRACED"), &seed, &most); err != nil {
		t.Fatal(err)
	}
	cryptotest.SetGlobalRandom(t, seed) // the codes of invites
	all := &trace{}
	_, err := simulate(t, seed, most, all)
	if err = errors.Join(err, os.WriteFile(out, []byte(all.text()), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// differ gives where two traces begin to differ, with what was before; "" if nowhere.
func differ(one, other string) string {
	if one == other {
		return ""
	}
	a, b := strings.Split(one, "\n"), strings.Split(other, "\n")
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	next := func(lines []string) []string { return lines[n:min(len(lines), n+6)] }
	return strings.Join(slices.Concat(a[max(0, n-6):n], []string{"-- once:"}, next(a), []string{"-- again:"}, next(b)), "\n")
}
