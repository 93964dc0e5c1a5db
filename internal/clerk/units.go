package clerk

import (
	"context"
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
		texts.Turns(u.Roster), day(u.ActiveFrom), day(u.ActiveTo), strings.Join(u.Heirs(), ", "),
		u.Superior, u.Symbol, texts.LetterForm(u.Form), day(u.Training),
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
