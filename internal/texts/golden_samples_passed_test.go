package texts_test

import (
	"guongsang/internal/report"

	. "guongsang/internal/texts"
)

// passed are the samples of what an officer passes on, and of several units that
// have nothing.
func passed() map[string][]string {
	says := Passed{
		Unit: school, By: "letter", Channel: "zalo", Day: today, Text: "Trường Mầm non Dào San xin gửi gương cô Lò Thị Xuân An", Name: "Lò Thị Xuân An",
		Media: []report.Media{photo, photo, paper},
	}
	named := says
	named.By, named.Channel, named.Title, named.Day = "", "", "Cô giáo cắm bản 9 năm", today.AddDays(-1)
	several := Passed{Unit: school, By: "file", Channel: "paper", Day: today.AddDays(-5), Media: []report.Media{paper}, Persons: []string{"Lò Thị Xuân An", "Đào Quốc Hưng"}, Masked: true}
	unread := Passed{Day: today, Media: []report.Media{paper}, Unread: PassedUnread("bao-cao.pdf")}
	namesake := school
	namesake.Namesake = true
	filed := []report.Filing{{Period: november, Unit: unit.Code, Example: "G-2026-0001"}, {Period: october, Unit: unit.Code}}
	nils := NilUnits{
		Period: november, Channel: "zalo", Day: today, Ready: []report.Unit{school}, Reported: []UnitFiled{{unit, filed}}, NotOwing: []report.Unit{unit},
		Unknown: []string{"Trường Lản Nhì Thàng"}, Unclear: []UnclearName{{"MN Hoa Ban", 2}},
	}
	unchosen := NilUnits{Period: fourth, Day: today, Ready: []report.Unit{school, unit}}
	var reasons []string
	for _, r := range []string{"code", "letter", "reports", "mentioned", "partly", "sender", "file"} {
		reasons = append(reasons, KnownBy(r))
	}
	return map[string][]string{
		"KnownBy":               reasons,
		"AskToRecord":           {AskToRecord(says, today), AskToRecord(named, today), AskToRecord(several, today)},
		"AskWhosePassed":        {AskWhosePassed(says, 2, 0), AskWhosePassed(says, 12, 4), AskWhosePassed(says, 1, 0)},
		"AskUnitOfPassed":       {AskUnitOfPassed(unread), AskUnitOfPassed(Passed{Day: today})},
		"PassedUnread":          {PassedUnread("bao-cao.pdf")},
		"PassedComing":          {PassedComing("bao-cao.docx")},
		"AskPassedChannel":      {AskPassedChannel(UnitName(school))},
		"AskPassedEach":         {AskPassedEach(UnitName(school), several.Persons), AskPassedEach(UnitName(school), []string{"A", "B", "C", "D", "E", "F", "G"})},
		"PassedBy":              {PassedBy()},
		"PassedFull":            {PassedFull(10_000, 20)},
		"PassedTooMany":         {PassedTooMany(10)},
		"PassedJoined":          {PassedJoined()},
		"ConsentNotPassed":      {ConsentNotPassed()},
		"PassedDrafts":          {PassedDrafts(2, nil), PassedDrafts(3, []string{"Lò Văn A: …"})},
		"PassedTo":              {PassedTo(UnitName(school), "zalo")},
		"PassedFrom":            {PassedFrom(school.Name)},
		"Office.OfficersRecord": {office.OfficersRecord(), comrades.OfficersRecord()},
		"UnitOfBlock":           {UnitOfBlock(school), UnitOfBlock(namesake)},
		"AskIsPassed":           {AskIsPassed("guong.xlsx")},

		"AskNilUnits":  {AskNilUnits(nils, today), AskNilUnits(unchosen, today), AskNilUnits(NilUnits{Period: november, Day: today, More: []report.Period{fourth}}, today)},
		"NilsNotOf":    {NilsNotOf([]string{"TH Pa Vây Sử"})},
		"ToFileNils":   {ToFileNils(3)},
		"ToTicked":     {ToTicked(3)},
		"TickUnits":    {TickUnits(november, 27), TickUnits(november, 0)},
		"AskNilPeriod": {AskNilPeriod()},
		"NilsTooMany":  {NilsTooMany(200, 250)},
		"NilsFiled":    {NilsFiled(november, []report.Unit{school, unit}, 0), NilsFiled(november, []report.Unit{school}, 12), NilsFiled(november, nil, 0)},
		"ToUndoNilOf":  {ToUndoNilOf(school)},
		"NilUndoneFor": {NilUndoneFor(school.Name, november)},
	}
}
