package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Each operator's changes of one line; // separates them.
func TestOperators(t *testing.T) {
	for line, want := range map[string]string{
		"if a < b { x() }":                   "negate a condition: if !(a < b) { x() } // move a boundary: if a <= b { x() } // drop a call: if a < b {  }",
		"if !c { return }":                   "drop a guard:  // remove a not: if c { return }",
		"if a == b { x() } else { y() }":     "swap == and !=: if a != b { x() } else { y() } // drop a call: if a == b {  } else { y() } // drop a call: if a == b { x() } else {  }",
		"c = c && d":                         "drop an assignment:  // swap && and ||: c = c || d // drop an operand: c = c // drop an operand: c = d",
		"a += 2":                             "swap + and -: a -= 2 // drop an assignment:  // change a constant: a += 3 // change a constant: a += 1",
		"a++":                                "swap + and -: a-- // drop an assignment: ",
		"c = true":                           "drop an assignment:  // swap true and false: c = false",
		`s = "x"`:                            `drop an assignment:  // empty a string: s = ""`,
		`e = fmt.Errorf("x")`:                "drop an assignment: ",
		`log.Warn("x")`:                      "",
		"defer x()":                          "drop a call: ",
		"c = t.Before(u)":                    "drop an assignment:  // swap before and after: c = t.After(u)",
		"switch { case c: x(); default: }":   "drop a case: switch { ; default: } // drop a call: switch { case c: ; default: } // drop a case: switch { case c: x();  }",
		"for { if c { break }; continue }":   "negate a condition: for { if !(c) { break }; continue } // drop a guard: for { ; continue } // swap break and continue: for { if c { continue }; continue } // swap break and continue: for { if c { break }; break }",
		"return e":                           "lose an error: return nil",
		"return nil":                         "",
		"f := func() { return }; for f() {}": "negate a condition: f := func() { return }; for !(f()) {}",
	} {
		var got []string
		for _, m := range mutantsOfLine(t, line) {
			changed := strings.Split(string(m.changed()), "\n")
			got = append(got, m.operator+": "+strings.TrimPrefix(changed[m.line-1], "\t"))
		}
		if strings.Join(got, " // ") != want {
			t.Errorf("%s\n got %s\nwant %s", line, strings.Join(got, " // "), want)
		}
	}
}

func mutantsOfLine(t *testing.T, line string) []mutant {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.go")
	if err := os.WriteFile(path, []byte("package a\n\nfunc f() (n int, err error) {\n\t"+line+"\n}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := mutantsOf(&goPackage{}, dir, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The order depends on the seed alone, holds every mutant once, and gives
// operators and files their turns.
func TestDraw(t *testing.T) {
	var all []mutant
	for i := range 300 {
		all = append(all, mutant{operator: fmt.Sprint("o", i%3), file: fmt.Sprint("f", i%7), line: i})
	}
	order := draw(all, 8)
	lines := func(order []mutant) (lines []int) {
		for _, m := range order {
			lines = append(lines, m.line)
		}
		return lines
	}
	if !slices.Equal(lines(order), lines(draw(all, 8))) || slices.Equal(lines(order), lines(draw(all, 9))) {
		t.Error("the order is not the seed's")
	}
	if sorted := slices.Sorted(slices.Values(lines(order))); len(slices.Compact(sorted)) != 300 {
		t.Error("some are drawn twice, or not at all")
	}
	operators, files := map[string]int{}, map[string]int{}
	for _, m := range order[:21] {
		operators[m.operator]++
		files[m.file]++
	}
	for name, n := range operators {
		if n != 7 {
			t.Errorf("of the first 21, %s has %d", name, n)
		}
	}
	if len(files) != 7 {
		t.Errorf("of the first 21, files %v", files)
	}
}

func TestDiff(t *testing.T) {
	m := mutant{file: "a.go", line: 2, operator: "drop a call", source: []byte("one\ntwo()\nthree\n"), from: 4, to: 9}
	if got, want := m.diff(), "a.go:2: drop a call\n\t-two()\n\t+\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
