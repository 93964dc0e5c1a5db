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
	named := 0
	for line := range strings.Lines(readFile(t, "../docs/reliability.md")) {
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

var (
	fuzzIn   = regexp.MustCompile(`(?m)^func (Fuzz\w+)\((\w+) \*testing\.F\) \{$`)
	seedIn   = regexp.MustCompile(`\.Add\(`)
	targetIn = regexp.MustCompile(`\bFuzz\w+`)
)

// Every fuzz target of the repository is named in docs/reliability.md and begins with
// inputs of its own; .ci/fuzz, which .ci/run calls, takes all targets that go test lists in
// the packages of the module, so that none is left out that lies in one of them.
func TestEveryFuzzTargetIsNamedAndRun(t *testing.T) {
	named := map[string]bool{}
	for line := range strings.Lines(readFile(t, "../docs/reliability.md")) {
		for _, room := range roomIn.FindAllStringSubmatch(strings.TrimSuffix(strings.TrimSpace(line), " |"), -1) {
			for _, target := range targetIn.FindAllString(room[2], -1) {
				named[room[1]+" "+target] = true
			}
		}
	}
	run := readFile(t, "../.ci/fuzz")
	if !strings.Contains(run, `go list "${@:-./...}"`) || !strings.Contains(run, `go test -list '^Fuzz' "$package"`) {
		t.Error(".ci/fuzz does not take all targets of all packages any more")
	}
	if !strings.Contains(readFile(t, "../.ci/run"), ".ci/fuzz >") {
		t.Error(".ci/run does not call .ci/fuzz")
	}
	found := 0
	err := filepath.WalkDir("..", func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text := readFile(t, path)
		for _, at := range fuzzIn.FindAllStringSubmatchIndex(text, -1) {
			found++
			room, target := filepath.ToSlash(filepath.Dir(path))[len("../"):], text[at[2]:at[3]]
			if !named[room+" "+target] {
				t.Errorf("%s of %s is not named in docs/reliability.md", target, room)
			}
			if listedNowhere(room) {
				t.Errorf("%s lies in %s, which is no package of the module", target, room)
			}
			body, _, _ := strings.Cut(text[at[1]:], "\n}\n")
			if kept, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "testdata", "fuzz", target, "*")); !seedIn.MatchString(body) && len(kept) == 0 {
				t.Errorf("%s of %s begins with nothing", target, room)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 30 {
		t.Errorf("%d targets were found", found)
	}
}

// listedNowhere reports whether ./... leaves a room out: what is hidden, test data, and
// modules of their own.
func listedNowhere(room string) bool {
	for dir := room; dir != "."; dir = filepath.Dir(dir) {
		base := filepath.Base(dir)
		_, err := os.Stat(filepath.Join("..", dir, "go.mod"))
		if base == "testdata" || base[0] == '.' || base[0] == '_' || err == nil {
			return true
		}
	}
	return false
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
		all.WriteString(readFile(t, file))
	}
	return all.String()
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
