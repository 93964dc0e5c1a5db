package agency

import (
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

// exportUnits has the present directory sent, in the form in which it is read.
func exportUnits(t *turn.Turn) error {
	as, _ := t.Post(turn.Agency, "")
	return t.Order(turn.Units, report.Period{}, "", as)
}

// sendTemplate sends an empty form of the directory.
func sendTemplate(t *turn.Reading) error {
	if err := t.Say(chat.Message{Text: texts.ListTemplate()}); err != nil {
		return err
	}
	return sayTable(t, [][]string{texts.ListColumns(), texts.ListSample()}, texts.ListTemplateFile)
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
