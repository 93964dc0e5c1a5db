package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
)

// print writes the line of the table that has become known.
func (r result) print(n int) {
	fmt.Printf("%4d  %-44s %-25s %s\n", n, fmt.Sprintf("%s:%d", r.file, r.line), r.operator, cmp.Or(r.killer, "SURVIVED"))
}

// A tally counts mutants.
type tally struct{ drawn, killed, late int }

func (t tally) percent() float64 {
	if t.drawn == 0 {
		return 100
	}
	return 100 * float64(t.killed) / float64(t.drawn)
}

// summarize writes who survived and the totals, and returns how many percent
// were killed.
func summarize(w io.Writer, results []result, took time.Duration) (percent float64) {
	slices.SortStableFunc(results, func(a, b result) int { return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line)) })
	var whole tally
	byOperator, byPackage := map[string]tally{}, map[string]tally{}
	fmt.Fprintln(w)
	for _, r := range results {
		if r.killer == "" {
			fmt.Fprintln(w, r.diff())
		}
		for _, t := range []struct {
			of   map[string]tally
			name string
		}{{byOperator, r.operator}, {byPackage, r.pkg.ImportPath}} {
			t.of[t.name] = t.of[t.name].with(r)
		}
		whole = whole.with(r)
	}
	for _, by := range []map[string]tally{byPackage, byOperator} {
		for _, name := range slices.Sorted(maps.Keys(by)) {
			fmt.Fprintf(w, "%-27s %4d of %4d  %5.1f %%\n", name, by[name].killed, by[name].drawn, by[name].percent())
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%d drawn, %d killed (%d by the time limit), %d survived: %.1f %%, in %s\n",
		whole.drawn, whole.killed, whole.late, whole.drawn-whole.killed, whole.percent(), took.Round(time.Second))
	return whole.percent()
}

func (t tally) with(r result) tally {
	t.drawn++
	if r.killer != "" {
		t.killed++
	}
	if strings.HasPrefix(r.killer, "time-out") {
		t.late++
	}
	return t
}
