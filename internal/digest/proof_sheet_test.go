package digest_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/publicity"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// workbookProofs are the workbook's texts: of a month with many examples and all that
// can become of a reminder, of a quarter, and of a month with nothing.
func workbookProofs(t testing.TB) (all []proof) {
	october := source(november.Add(-1), 16, nil).Summary
	for _, c := range []struct {
		says     string
		period   report.Period
		examples int
		before   *report.Summary
	}{{"tháng", november, 19, &october}, {"quý", fourth, 16, nil}, {"tháng không có gì", december, 0, nil}} {
		file, err := digest.Workbook(t.Context(), workbookAbout(c.period, c.examples, c.before))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, proof{says: "Bảng theo dõi: " + c.says, lines: cellsOf(t, file), sheet: true, list: true})
	}
	return all
}

// workbookAbout is the workbook of the same figures as the report.
func workbookAbout(p report.Period, examples int, before *report.Summary) digest.WorkbookInput {
	in, all := written(p, examples, before, func(examples []report.Example) {
		for i := range examples {
			e := &examples[i]
			e.Received = e.Sent
			e.Content.Consent = report.Consents[i%len(report.Consents)]
			if i == 0 {
				e.Content.Honoured, e.Content.When = "Giấy khen của UBND xã năm 2025", "Tháng 9/2026"
				e.Content.More = report.More{Theme: "Học tập và làm theo Bác", Proposal: report.Certificate, Cleared: "Hiệu trưởng", Leads: "no", Quote: "Còn trẻ chưa ra lớp thì còn phải đi"}
			}
		}
	})
	dir := report.NewDirectory(units())
	book := digest.WorkbookInput{
		Office: office, Summary: in.Summary, Balance: in.Balance, Year: in.Year, Units: dir, Periods: []report.Period{p.Add(-1), p}, Contacts: map[string]report.Contact{},
		Examples: privacy.Views(all, dir, privacy.Desk, report.DateOf(at)), Standings: slices.Concat(standingsOf(dir, p.Add(-1), 16), standingsOf(dir, p, examples)),
	}
	for _, g := range in.Summary.Gaps {
		book.Contacts[g.Unit.Code] = g.Contact
	}
	if examples == 0 {
		return book
	}
	stages := []string{"-5", "0", "+3", "escalate/head", "escalate/blockhead", "escalate/agency", "lost", "snooze/1"}
	results := []digest.ReminderResult{
		digest.ReminderSent, digest.ReminderWaiting, digest.ReminderDropped, digest.ReminderUnknown, digest.ReminderRefused, digest.ReminderMissed, digest.ReminderMerged,
	}
	for i := range stages {
		book.Reminders = append(book.Reminders, digest.Reminder{
			At: at.AddDate(0, 0, -1), Unit: units()[i].Code, Deadline: in.Summary.Schedule.Deadline, Stage: stages[i], To: "Lò Thị Nhung", Result: results[i%len(results)],
		})
	}
	return book
}

// cellsOf are the texts of a workbook's cells.
func cellsOf(t testing.TB, file []byte) (lines []line) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line{cell: true, text: sheet})
		for r, row := range rows {
			for c := range row {
				name, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				kind, err := book.GetCellType(sheet, name)
				if err != nil {
					t.Fatal(err)
				}
				if kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
					lines = append(lines, line{cell: true, text: row[c]})
				}
			}
		}
	}
	return lines
}

// publicityProofs are all forms of what is published, of each kind of example: of those
// too who are not named, or of whom no photo is shown.
func publicityProofs(t testing.TB) (all []proof) {
	for _, v := range listed(privacy.Public, november, len(people)).Examples {
		if v.Hidden {
			continue
		}
		v.Review = report.Selected
		forms, err := publicity.Of(v)
		if err != nil {
			t.Fatalf("%s: %v", v.Name, err)
		}
		for _, f := range publicity.All {
			p := proof{says: fmt.Sprintf("%s: %s", texts.PublicityForm(string(f)), v.Name), list: true}
			for text := range strings.SplitSeq(forms[f], "\n") {
				p.lines = append(p.lines, line{text: text})
			}
			all = append(all, p)
		}
	}
	return all
}
