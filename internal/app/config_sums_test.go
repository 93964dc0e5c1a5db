package app

import (
	"os"
	"path/filepath"
	"testing"
)

// A part adds up to the same with other comments, and to something else with another value.
func TestSums(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.yaml")
	sums := func(text string) map[string]string {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		sums, err := Sums(path)
		if err != nil {
			t.Fatal(err)
		}
		return sums
	}
	a := sums("backup: {keep: 3}\nlimits:\n  global: 25\n")
	b := sums("# more\nlimits:\n  global: 25 # as ever\nbackup: {keep: 4}\n")
	if a["limits"] == "" || a["limits"] != b["limits"] || a["backup"] == b["backup"] {
		t.Errorf("%v and %v", a, b)
	}
}
