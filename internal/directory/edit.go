package directory

import (
	"context"
	"errors"
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Edit reads what an officer says of one unit, by the names of the columns, over what
// is known of it: a list of one row, under the same rules. The error says in one
// sentence what cannot be taken. Only units that are named are looked at.
func Edit(current report.Directory, cells map[string]string) (report.Unit, error) {
	rd := &reader{
		header:  header{at: map[column]int{}, names: map[int]string{}},
		budget:  &budget{ctx: context.Background()},
		current: involved(current, cells),
		answers: DayFirst + DaysRight + NewUnits + TwoUnits,
	}
	r := row{number: 1}
	for col, cell := range cells {
		rd.at[column(col)], rd.names[len(r.cells)] = len(r.cells), texts.ListColumn(col)
		r.cells = append(r.cells, strings.TrimSpace(cell))
	}
	units := []report.Unit{rd.unit(r)} // in which compareRows writes codes as the units have them
	if err := rd.compareRows([]row{r}, units); err != nil {
		return units[0], err
	}
	if len(rd.problems) > 0 {
		return units[0], errors.New(texts.Cap(rd.problems[0].Says))
	}
	return units[0], nil
}

// involved are the units that the cells name, and those that go on from them.
func involved(current report.Directory, cells map[string]string) map[string]report.Unit {
	units := map[string]report.Unit{}
	var add func(code string)
	add = func(code string) {
		u, ok := Known(current, code)
		if _, there := units[strings.ToLower(u.Code)]; !ok || there {
			return
		}
		units[strings.ToLower(u.Code)] = u
		for _, heir := range u.Heirs() {
			add(heir)
		}
	}
	add(cells[string(colCode)])
	for code := range codes(cells[string(colSuccessor)]) {
		add(code)
	}
	return units
}

// Known is the unit with that code, whatever is written with capitals.
func Known(d report.Directory, code string) (report.Unit, bool) {
	if u, ok := d.Unit(code); ok {
		return u, true
	}
	for u := range d.All() {
		if strings.EqualFold(u.Code, code) {
			return u, true
		}
	}
	return report.Unit{}, false
}
