package directory

import (
	"strconv"
	"strings"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// days are how the dates of a list are written, which no date can say alone:
// 1/7/2025 is a day in July here and one in January in America, and spreadsheets
// are often set up for America. So the dates bear witness for each other: 31/7/2025
// says that days come first. Where none does, the sender is asked.
type days struct {
	typed      order // dates that are text
	kept       order // dates of the spreadsheet, in the order of the country
	monthFirst bool  // as it was decided for texts
	turned     bool  // and for the others
}

// An order is what the dates of one make say of day and month.
type order struct {
	dayFirst, monthFirst int // dates that can only be so
	foundAt                  // the first that can be both
	count                int // of those
}

// foundAt is where a date was found that can be read in two ways.
type foundAt struct {
	row    int
	column string
	shown  string
	day    report.Date // as it is read here
}

// open reports whether there are dates that can be both, and none says that days
// come first. That a month comes first in one says too little: it may be a slip.
func (o order) open() bool { return o.count > 0 && o.dayFirst == 0 }

// turn reads the day as the month.
func turn(d report.Date) report.Date { return report.NewDate(d.Year, time.Month(d.Day), int(d.Month)) }

// slashed is a date in which American order is possible: between dots nobody
// there writes one.
var slashed = letters.Pattern(`^(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4})$`)

// witness lets the dates of the rows bear witness, and decides by them and by the
// answers in which order day and month are read.
func (rd *reader) witness(rows []row) error {
	for _, r := range rows {
		if err := rd.budget.time(); err != nil {
			return err
		}
		code, _ := rd.known(r.cell(rd.at[colCode]))
		old := rd.current[strings.ToLower(code)]
		rd.hear(r, colFrom, old.ActiveFrom)
		rd.hear(r, colTo, old.ActiveTo)
		rd.hear(r, colTraining, old.Training)
	}
	d := &rd.days
	d.monthFirst = rd.answers.has(MonthFirst) || d.typed.monthFirst > 0 && d.typed.dayFirst == 0 && d.typed.count == 0
	d.turned = rd.answers.has(DaysTurned)
	return nil
}

// hear lets one cell bear witness. A date that is already known so says nothing.
func (rd *reader) hear(r row, col column, old report.Date) {
	i, ok := rd.at[col]
	if !ok {
		return
	}
	v := r.cell(i)
	if kept, ok := rd.keptDay(v); ok {
		rd.days.kept.hear(kept, foundAt{r.number, rd.names[i], texts.Day(kept), kept}, old)
		return
	}
	parts := slashed().FindStringSubmatch(v)
	if parts == nil {
		return
	}
	first, _ := strconv.Atoi(parts[1])
	second, _ := strconv.Atoi(parts[2])
	year, _ := strconv.Atoi(parts[3])
	if second > 12 && first >= 1 && first <= 12 {
		rd.days.typed.monthFirst++
		return
	}
	d := report.Date{Year: year, Month: time.Month(second), Day: first}
	rd.days.typed.hear(d, foundAt{r.number, rd.names[i], v, d}, old)
}

// hear counts a date that is read with the day first.
func (o *order) hear(d report.Date, at foundAt, old report.Date) {
	switch {
	case d.Day > 12:
		o.dayFirst++
	case d.Day == int(d.Month) || d == old:
	default:
		if o.count == 0 {
			o.foundAt = at
		}
		o.count++
	}
}

// keptDay is the date of a cell that the spreadsheet shows in the order of the
// country, or of one that shows only how many days it counts.
func (rd *reader) keptDay(v string) (report.Date, bool) {
	if iso, ok := strings.CutSuffix(v, unsure); ok {
		return texts.ReadDay(iso)
	}
	if !rd.table.excel {
		return report.Date{}, false
	}
	serial, _, _ := strings.Cut(v, ".")
	return rd.table.serialDay(serial)
}

// day reads a date.
func (rd *reader) day(r row, col column, old report.Date) report.Date {
	v, ok := rd.value(r, col)
	if !ok {
		return old
	}
	if v == "" {
		return report.Date{}
	}
	v = strings.TrimSuffix(v, sure)
	d, ok := rd.keptDay(v)
	switch {
	case ok && rd.days.turned:
		d = turn(d)
	case ok:
	case rd.days.monthFirst && slashed().MatchString(v):
		d, ok = texts.ReadDay(slashed().ReplaceAllString(v, "$2/$1/$3"))
	default:
		d, ok = texts.ReadDay(v)
	}
	if !ok && rd.typedOpen() { // it may yet turn out that months come first
		d, ok = texts.ReadDay(slashed().ReplaceAllString(v, "$2/$1/$3"))
	}
	rd.say(ok && d.Year >= 1945 && d.Year <= 2100, r, col, texts.BadListDay(shown(v)))
	return d
}
