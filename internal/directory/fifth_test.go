package directory

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// TestFifthLists reads lists by somebody who had not read the code (testdata/fifth, each
// with what a reader expects of it): every unit is read as it stands, or the person is
// told why none is. In what no column is known for there is nothing to compare.
func TestFifthLists(t *testing.T) {
	files, _ := filepath.Glob("testdata/fifth/*.csv")
	if len(files) != 12 {
		t.Errorf("%d lists", len(files))
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			expected, err := os.ReadFile(strings.TrimSuffix(name, "csv") + "txt")
			if err != nil {
				t.Fatal(err)
			}
			list, err := Read(t.Context(), file, report.Directory{}, "")
			t.Logf("%v %v %q", err, list.Question, list.Notices)
			got := map[string]bool{}
			for _, u := range list.Units {
				t.Logf("%s | %s | %s", u.Code, u.Name, u.Block)
				got[letters.Fold(fmt.Sprintf("%s | %s | %s", u.Code, u.Name, u.Block))] = true
			}
			for line := range strings.Lines(string(expected)) {
				cells := strings.Split(strings.TrimSpace(line), " | ")
				if len(cells) < 2 || cells[0] == "-" { // without a code
					continue
				}
				block := ""
				if len(cells) > 2 {
					block = strings.Trim(cells[2], " |")
				}
				if want := letters.Fold(fmt.Sprintf("%s | %s | %s", cells[0], cells[1], block)); list.Units != nil && !got[want] {
					t.Errorf("%s is not read", want)
				}
			}
		})
	}
}
