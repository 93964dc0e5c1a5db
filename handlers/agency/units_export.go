package agency

import (
	"fmt"
	"strconv"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/sheet"
	"guongsang/internal/texts"
)

const (
	verbExport   turn.Verb = "unitx"
	verbTemplate turn.Verb = "unitt"
)

// exportUnits sends the present directory, in the form in which it is read.
func exportUnits(t *turn.Reading) error {
	rows := [][]string{texts.ListColumns()}
	for _, u := range t.Tx.Directory().Units() {
		rows = append(rows, unitRow(u))
	}
	if err := t.Say(chat.Message{Text: texts.ListExported(len(rows) - 1)}); err != nil {
		return err
	}
	return sayTable(t, rows, func(ext string) string { return texts.ListFile(t.Today(), ext) })
}

// sendTemplate sends an empty form of the directory.
func sendTemplate(t *turn.Reading) error {
	if err := t.Say(chat.Message{Text: texts.ListTemplate()}); err != nil {
		return err
	}
	return sayTable(t, [][]string{texts.ListColumns(), texts.ListSample()}, texts.ListTemplateFile)
}

func unitRow(u report.Unit) []string {
	return []string{
		u.Code, u.Name, u.Kind, u.Block, tick(u.Month), tick(u.Quarter), quota(u.QuotaMonth), quota(u.QuotaQuarter),
		turns(u.Roster), day(u.ActiveFrom), day(u.ActiveTo), u.Successor,
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

// sayTable sends rows as a workbook and as CSV.
func sayTable(t *turn.Reading, rows [][]string, name func(ext string) string) error {
	workbook, err := sheet.Workbook(rows)
	if err != nil {
		return err
	}
	for _, f := range []chat.Attachment{
		{Name: name(".xlsx"), MIME: chat.XLSX, Data: workbook},
		{Name: name(".csv"), MIME: chat.CSV, Data: sheet.CSV(rows)},
	} {
		if err := t.Say(chat.Message{File: &f}); err != nil {
			return err
		}
	}
	return nil
}
