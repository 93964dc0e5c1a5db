package app

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// digestsOf is a configuration with two mistakes in each of so many digests.
func digestsOf(n int) []byte {
	return []byte("digests:\n" + strings.Repeat("  - {cron: \"* * * * *\", foo: 1}\n", n))
}

// A file that is too large for a configuration is refused by its size, and no more
// of it is read than shows that.
func TestALargeConfigIsNotRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 1<<30); err != nil {
		t.Fatal(err)
	}
	var err error
	if cost := allocated(func() { _, err = Load(path) }); err == nil || !strings.Contains(err.Error(), "lớn hơn 256 KB") || cost > 4<<20 {
		t.Errorf("%d KB for it: %v", cost>>10, err)
	}
	if _, err := Parse("config.yaml", append(digestsOf(1), strings.Repeat(" ", maxConfig)...)); err == nil || !strings.Contains(err.Error(), "lớn hơn 256 KB") {
		t.Errorf("%v", err)
	}
}

// What is said of a configuration can be read, however much is wrong with it and
// however long its keys are.
func TestWhatIsSaidOfAConfigIsShort(t *testing.T) {
	long := strings.Repeat("a", maxConfig/2)
	for name, test := range map[string]struct {
		file []byte
		more string
	}{
		"digests": {digestsOf(1000), "… và 2."}, "a long key": {[]byte(long + ": 1\n"), ""},
	} {
		_, err := Parse("config.yaml", test.file)
		if err == nil || len(err.Error()) > 20<<10 || !strings.Contains(err.Error(), test.more) {
			t.Errorf("%s: %.300v", name, err)
		}
	}
}

// A file of nothing but depth costs what its size costs.
func TestADeepConfigIsNotFollowed(t *testing.T) {
	const levels = 4000
	deep := []byte(strings.Repeat("{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: ", levels) + "1" + strings.Repeat("}", levels))
	if cost := allocated(func() { _, _ = Parse("config.yaml", deep) }); cost > 32<<20 {
		t.Errorf("%d MB for %d KB", cost>>20, len(deep)>>10)
	}
}

// allocated is what a function asks of memory, in bytes.
func allocated(fn func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	fn()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// A setting is not named again when the decoder has said something of it, of what
// it is in, or of what is in it.
func TestWhatTheDecoderSaidIsNotSaidTwice(t *testing.T) {
	c := coverageOf([]InvalidSetting{{Key: "digests[2].cron"}, {Key: "storage"}})
	for key, want := range map[string]bool{
		"digests[2].cron": true, "digests[2].cron.x": true, "digests[2]": true, "digests": true, "": true, "storage.path": true,
		"digests[1].cron": false, "digests[2].role": false, "digests[2].cronos": false, "storages": false, "backup.path": false,
	} {
		if got := c.covers(key); got != want {
			t.Errorf("%q: %v", key, got)
		}
	}
	if all := coverageOf([]InvalidSetting{{}}); !all.covers("backup.path") {
		t.Error("what is said of the whole file covers all of it")
	}
	if none := coverageOf(nil); none.covers("") || none.covers("backup.path") {
		t.Error("nothing was said")
	}
}

// BenchmarkManyMistakes says how many times as long twice as many mistakes take.
func BenchmarkManyMistakes(b *testing.B) {
	small, large := digestsOf(3500), digestsOf(7000)
	var once, twice time.Duration
	for b.Loop() {
		began := time.Now()
		_, _ = Parse("config.yaml", small)
		between := time.Now()
		_, _ = Parse("config.yaml", large)
		once, twice = once+between.Sub(began), twice+time.Since(between)
	}
	b.ReportMetric(float64(twice)/float64(once), "x-half")
}
