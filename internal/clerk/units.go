package clerk

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Units is the present directory as tables, in the form in which it is read.
const Units = "units"

func (c *Clerk) makeUnits(_ context.Context, _ storage.Job) (made, error) {
	units := c.Store.Directory()
	rows := [][]string{texts.ListColumns()}
	for u := range units.All() {
		rows = append(rows, unitRow(u))
	}
	day := report.DateOf(c.Now().In(c.Office.Zone))
	messages, err := c.keepTable(rows, func(ext string) string { return texts.ListFile(day, ext) })
	return made{messages, texts.ListExported(units.Len())}, err
}

func unitRow(u report.Unit) []string {
	return []string{
		u.Code, u.Name, u.Kind, u.Block, tick(u.Month), tick(u.Quarter), quota(u.QuotaMonth), quota(u.QuotaQuarter),
		turns(u.Roster), day(u.ActiveFrom), day(u.ActiveTo), strings.Join(u.Heirs(), ", "),
		u.Superior, u.Symbol, day(u.Training),
	}
}

func tick(yes bool) string {
	if yes {
		return "x"
	}
	return ""
}

func quota(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func day(d report.Date) string {
	if d.IsZero() {
		return ""
	}
	return texts.Day(d)
}

// turns writes a roster as it is read: months by number, quarters as Q1.
func turns(r report.Roster) string {
	var parts []string
	for _, month := range r.Months {
		parts = append(parts, strconv.Itoa(month))
	}
	for _, quarter := range r.Quarters {
		parts = append(parts, fmt.Sprintf("Q%d", quarter))
	}
	return strings.Join(parts, ", ")
}
