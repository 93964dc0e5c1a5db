package texts_test

import (
	"strings"
	"time"

	"guongsang/internal/report"
	. "guongsang/internal/texts"
)

// logged are the sentences of the audit log, of what an admin sees of the program, and of
// what is entered on the command line.
func logged() map[string][]string {
	lines := []LogLine{
		{At: at, By: "Lan", Did: report.ExampleCompleted, Ref: report.Ref{Example: "G-2026-0042", Version: 2, Period: november, Fields: []string{"Summary", "Consent"}}, Unit: UnitName(unit)},
		{At: at, By: "Hạnh", Did: report.ExampleOnBehalf, Ref: report.Ref{Example: "G-2026-0043", Version: 1, How: "zalo"}, Unit: UnitName(unit)},
		{At: at, By: "Hạnh", Did: report.PostEnded, Ref: report.Ref{Role: report.Focal, Deputy: true}, Unit: UnitName(unit), Member: "Tú"},
		{At: at, By: "Hạnh", Did: report.DeadlineExtended, Ref: report.Ref{Block: "Khối các trường học", Period: november, Fields: []string{"Deadline"}}},
		{At: at, Did: report.UnitsAdded, Ref: report.Ref{Count: 85}},
		{At: at, Did: report.InviteMade, Ref: report.Ref{Role: report.Admin, Invite: "K7"}},
		{At: at, By: "Quân", Did: report.DocumentGivenUp, Ref: report.Ref{How: "board", Period: november}},
		{At: at, By: "Quân", Did: "something of a later version", Words: "PT001"},
	}
	health := Health{At: at, Members: 92, Unreachable: 3, Inbox: 0, Outbox: 12, Dead: 1, Fetches: 2, Version: "v1.4.0", LastBackup: at, NextBackup: at.Add(24 * time.Hour), Verified: at, Store: 34 << 20, Free: 12 << 30}
	full, alone := health, health
	full.Free, full.Short, full.LastBackup = 200<<20, true, time.Time{}
	alone.Version = ""
	day := report.NewDate(2026, 11, 18)
	return map[string][]string{
		"Did":            each(Did, report.Deeds[:]...),
		"ChangedField":   each(ChangedField, "Name", "Summary", "Roster", "Phone", "Unheard"),
		"Office.LogLine": each(office.LogLine, lines...),
		"LogDeed":        {LogDeed(lines[0])},
		"Machine":        {Machine()},
		"LogRole":        {LogRole(report.Ref{Role: report.Focal, Deputy: true}), LogRole(report.Ref{Role: report.Admin})},
		"LogFields":      {LogFields([]string{"Name", "Title"})},
		"LogAccount":     {LogAccount(100000042)},
		"LogTitle":       {LogTitle()},
		"LogEmpty":       {LogEmpty(false), LogEmpty(true)},
		"LogFiltered": {
			LogFiltered("Lan", report.Date{}, report.Date{}), LogFiltered(UnitName(unit), day, day), LogFiltered("", day, day.AddDays(3)),
			LogFiltered("", day, report.Date{}), LogFiltered("G-2026-0042", report.Date{}, day),
		},
		"AskLogFilter": {AskLogFilter()},
		"LogNobody":    {LogNobody("Dào San")},
		"LogSeveral":   {LogSeveral(0), LogSeveral(4)},

		"Office.AdminCard":  {office.AdminCard(health), office.AdminCard(full), office.AdminCard(alone)},
		"Size":              each(Size, 300, 34<<20, 12<<30),
		"BackupBegun":       {BackupBegun()},
		"Office.BackupDone": {office.BackupDone(at, 34<<20, 412, 0)},
		"BackupHolds":       {BackupHolds(34<<20, 412, 3)},

		"AboutAudit":          {AboutAudit()},
		"UsageAudit":          {UsageAudit()},
		"DetailAudit":         {DetailAudit()},
		"BusyAudit":           {BusyAudit()},
		"BadDay":              {BadDay("from", "hôm kia")},
		"NoSuchPerson":        {NoSuchPerson("Lan", nil), NoSuchPerson("Lan", []string{PersonAndAccount("Lan", 100000042), PersonAndAccount("Lan Anh", 100000043)})},
		"PersonAndAccount":    {PersonAndAccount("Lan", 100000042)},
		"LogColumns":          {strings.Join(LogColumns(), "; ")},
		"AboutEnter":          {AboutEnter()},
		"UsageEnter":          {UsageEnter()},
		"DetailEnter":         {DetailEnter()},
		"BusyEnter":           {BusyEnter()},
		"PeriodNotRecordable": {PeriodNotRecordable(UnitName(unit), november, nil), PeriodNotRecordable(UnitName(unit), november, []report.Period{fourth})},
		"WhichChannel":        {WhichChannel([]string{"paper", "zalo", "phone"})},
		"BadMoment":           {BadMoment("hôm qua")},
		"EntryRefused":        {EntryRefused([]Said{{Field: "Năm sinh", Value: "mười chín"}})},
		"EntryUnknown":        {EntryUnknown("nothing")},
		"EntryNotTaken":       {EntryNotTaken("consent", "9", []string{"Đồng ý tên và ảnh", "Chỉ đồng ý nêu tên"}, ""), EntryNotTaken("name", "quay lại", nil, ""), EntryNotTaken("name", "9", nil, "Chưa ghi “9”.")},
		"EntryMissing":        {EntryMissing([]string{"title (Tiêu đề)", "consent (Xin phép công khai)"})},
		"EntryAlike":          {EntryAlike([]Alike{{Example: example, Unit: unit, Open: true, Same: true, Exact: true}}, 2)},
		"EntryNoText":         {EntryNoText("gioi-thieu.pdf")},
		"EntryNoFile":         {EntryNoFile("don-vi/gioi-thieu.docx", 20)},
		"EntryNilOrExample":   {EntryNilOrExample()},
		"Entered":             {Entered("", UnitName(unit), november), Entered("G-2026-0042", UnitName(unit), november)},
		"WhoEnters":           {WhoEnters(nil), WhoEnters([]string{PersonAndAccount("Hạnh", 100000042), PersonAndAccount("Quân", 100000043)})},
		"AboutBackup":         {AboutBackup()},
		"BusyBackup":          {BusyBackup()},
		"BackedUp":            {BackedUp("backups/guongsang-20261118-013000", 34<<20, 412, 0)},
	}
}
