package directory

import (
	"reflect"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A Change is one unit before and after an import.
type Change struct{ Before, After report.Unit }

// A Preview is what an import would do. A unit is in one of the lists only, and
// those are in the order of a directory.
type Preview struct {
	New       []report.Unit
	Closed    []Change      // get a last day
	Renamed   []Change      // get another name, and perhaps more
	Changed   []Change      // anything else
	Absent    []report.Unit // not in the file: left as they are
	Unchanged int
}

// Compare says what the units would do to the current directory.
func Compare(current report.Directory, units []report.Unit) Preview {
	var p Preview
	listed := map[string]bool{}
	for u := range report.NewDirectory(units).All() {
		listed[u.Code] = true
		before, ok := current.Unit(u.Code)
		change := Change{before, u}
		switch {
		case !ok:
			p.New = append(p.New, u)
		case reflect.DeepEqual(before, u):
			p.Unchanged++
		case before.ActiveTo.IsZero() && !u.ActiveTo.IsZero():
			p.Closed = append(p.Closed, change)
		case before.Name != u.Name:
			p.Renamed = append(p.Renamed, change)
		default:
			p.Changed = append(p.Changed, change)
		}
	}
	for _, u := range current.Units() {
		if !listed[u.Code] {
			p.Absent = append(p.Absent, u)
		}
	}
	return p
}

// Units are those to be written, in the order of the preview.
func (p Preview) Units() []report.Unit {
	units := append([]report.Unit(nil), p.New...)
	for _, list := range [][]Change{p.Closed, p.Renamed, p.Changed} {
		for _, c := range list {
			units = append(units, c.After)
		}
	}
	return units
}

// Lines is the preview as a person reads it, with at most that many units
// under each head.
func (p Preview) Lines(most int) []string {
	lines := []string{texts.ImportCounts(len(p.New), len(p.Renamed), len(p.Closed), len(p.Changed), p.Unchanged, len(p.Absent))}
	add := func(head string, n int, line func(int) string) {
		if n == 0 {
			return
		}
		lines = append(lines, head)
		for i := range min(n, most) {
			lines = append(lines, line(i))
		}
		if n > most {
			lines = append(lines, texts.AndMoreUnits(n-most))
		}
	}
	add(texts.ImportNew(), len(p.New), func(i int) string { return texts.ImportUnit(p.New[i]) })
	add(texts.ImportRenamed(), len(p.Renamed), func(i int) string {
		return texts.UnitRenamed(p.Renamed[i].Before, p.Renamed[i].After)
	})
	add(texts.ImportClosed(), len(p.Closed), func(i int) string { return texts.UnitClosed(p.Closed[i].After) })
	add(texts.ImportChanged(), len(p.Changed), func(i int) string {
		return texts.UnitChanged(p.Changed[i].Before, p.Changed[i].After)
	})
	add(texts.ImportAbsent(), len(p.Absent), func(i int) string { return texts.ImportUnit(p.Absent[i]) })
	return lines
}
