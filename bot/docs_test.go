package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	roomIn = regexp.MustCompile("`([a-z/]+)` (.*?)(?:;|$)")
	testIn = regexp.MustCompile(`\b(Test|Fuzz|Benchmark)\w+`)
	partIn = regexp.MustCompile(`\bTestProcess/([a-z ]+[a-z])`)
)

// The tables of docs/reliability.md name a test for each fault and each attack:
// the test is there, in the room that is named.
func TestReliabilityNamesItsTests(t *testing.T) {
	page, err := os.ReadFile("../docs/reliability.md")
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(strings.TrimSpace(line), " | ")
		if !strings.HasPrefix(line, "| ") || len(cells) != 3 || strings.HasSuffix(cells[2], "test |") || strings.HasSuffix(cells[2], "target |") || strings.Contains(line, "---") {
			continue
		}
		tests := 0
		for _, room := range roomIn.FindAllStringSubmatch(strings.TrimSuffix(cells[2], " |"), -1) {
			known := testsIn(t, room[1])
			for _, name := range testIn.FindAllString(room[2], -1) {
				tests++
				if !strings.Contains(known, "func "+name+"(") {
					t.Errorf("%s: no %s in %s", cells[0], name, room[1])
				}
			}
			for _, part := range partIn.FindAllStringSubmatch(room[2], -1) {
				if !strings.Contains(known, `t.Run("`+part[1]+`", func`) {
					t.Errorf("%s: no part %q in %s", cells[0], part[1], room[1])
				}
			}
		}
		if tests == 0 {
			t.Errorf("%s names no test: %s", cells[0], cells[2])
		}
		named += tests
	}
	if named < 60 {
		t.Errorf("%d tests are named", named)
	}
}

// testsIn are the test files of a room.
func testsIn(t *testing.T, room string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", room, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}
