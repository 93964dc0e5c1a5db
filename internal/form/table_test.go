package form

import (
	"os"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
)

// inNovember is when the drafts of the tests are written.
var inNovember = time.Date(2026, time.November, 10, 8, 0, 0, 0, time.UTC)

// thatThursday is when the labelled lines were written.
var thatThursday = report.NewDate(2026, 11, 26)

var twoUnits = []Choice{{Label: "Trường Hoa Ban", Value: "PT001"}, {Label: "Bản Nà Cúng", Value: "PT002"}}

// office and school are units for which drafts are written.
var (
	office = report.Unit{Code: "PT001", Name: "Ủy ban nhân dân xã Dào San"}
	school = report.Unit{Code: "PT083", Name: "Trường Tiểu học Dào San"}
)

// linesOf reads a file of testdata without comments and blank lines.
func linesOf(t testing.TB, name string) (lines []string) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

// columnsOf splits a line of a table and resolves what a line cannot hold.
func columnsOf(line string) []string {
	columns := strings.Split(line, "|")
	for i, c := range columns {
		columns[i] = written(strings.TrimSpace(c))
	}
	return columns
}

func written(s string) string {
	s = strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\u200b`, "\u200b", `\u3164`, "\u3164").Replace(s)
	if text, times, ok := strings.Cut(s, " ×"); ok {
		n := 0
		for _, digit := range times {
			n = 10*n + int(digit-'0')
		}
		return strings.TrimSpace(strings.Repeat(text+" ", n))
	}
	return s
}

// draftAt is a draft in which nothing was said and one question is open.
func draftAt(key string) report.Draft {
	return report.Draft{Unit: "PT001", Step: key, Changed: inNovember}
}

// asked finds a question that is there.
func asked(t testing.TB, key string) Question {
	t.Helper()
	q, ok := Find(key)
	if !ok {
		t.Fatalf("there is no question %q", key)
	}
	return q
}
