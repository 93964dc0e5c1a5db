package texts_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"guongsang/internal/demotexts"
	. "guongsang/internal/texts"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// The place, the people and the records of the samples are invented.
var (
	hanoi  = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)
	office = Office{
		Organization: "UBND xã Phong Thổ", Agency: "Phòng Văn hóa - Xã hội",
		Council: "Hội đồng Thi đua - Khen thưởng xã Phong Thổ",
		Contact: "Phòng Văn hóa - Xã hội, điện thoại 0900 000 001",
		You:     "anh/chị", Bot: "guongsang_bot", Zone: hanoi,
	}
	issuedBy = Office{Organization: office.Organization, Agency: office.Agency, Issuer: office.Organization, Council: office.Council, Contact: office.Contact, You: office.You, Zone: hanoi}
	comrades = Office{
		Organization: "UBND xã Phong Thổ", Agency: "Phòng Văn hóa - Xã hội", Contact: "Phòng Văn hóa - Xã hội", You: "đồng chí", Zone: hanoi,
	}
	at       = time.Date(2026, 11, 19, 8, 5, 0, 0, hanoi)
	today    = report.NewDate(2026, 11, 18)
	november = report.Period{Duty: report.Month, Year: 2026, Number: 11}
	october  = report.Period{Duty: report.Month, Year: 2026, Number: 10}
	fourth   = report.Period{Duty: report.Quarter, Year: 2026, Number: 4}
	month    = report.Schedule{Period: november, From: report.NewDate(2026, 10, 15), Close: report.NewDate(2026, 11, 14), Deadline: report.NewDate(2026, 11, 20), Lock: report.NewDate(2026, 11, 27)}
	quarter  = report.Schedule{Period: fourth, From: report.NewDate(2026, 9, 15), Close: report.NewDate(2026, 12, 14), Deadline: report.NewDate(2026, 12, 21), Lock: report.NewDate(2026, 12, 28)}
	unit     = report.Unit{Code: "PT042", Name: "UBND xã Dào San", Kind: "xã", Block: "Khối 7", Month: true, Quarter: true}
	school   = report.Unit{Code: "PT083", Name: "Trường Mầm non Dào San", Kind: "trường học", Block: "Khối 11", Month: true}
	member   = report.Member{ID: 7000001, Name: "Lò Thị Nhung"}
	lost     = report.Member{ID: 7000002, Name: "Tẩn Chin Lùng", Unreachable: at}
	first    = report.Post{Role: report.Focal, Unit: unit.Code, Since: at}
	deputy   = report.Post{Role: report.Focal, Unit: unit.Code, Deputy: true, Since: at}
	photo    = report.Media{Kind: "photo"}
	paper    = report.Media{Kind: "document", MIME: "application/pdf"}
	voice    = report.Media{Kind: "voice"}
	teacher  = report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: "Lò Thị Xuân An", Place: "Trường Mầm non Dào San, xã Dào San",
		Title:   "Cô giáo cắm bản 9 năm, vận động 100% trẻ 5 tuổi ra lớp",
		Summary: "Chín năm cắm bản ở điểm trường xa nhất, cô An đi từng nhà cùng trưởng bản vận động phụ huynh, nấu ăn trưa cho các cháu ở xa. Năm học 2026-2027, cả 31 trẻ 5 tuổi của bản đều ra lớp, không cháu nào bỏ học giữa chừng.",
		Consent: report.NameAndPhoto, Media: []report.Media{photo, photo},
	}
	model = report.Content{
		Category: report.NewModel, Object: report.Collective, Name: "Camera an ninh bản xã hội hóa", Place: "Xã Tung Qua Lìn",
		Title:   "14/16 bản lắp 37 mắt camera, giảm 60% vụ trộm",
		Summary: "Công an xã cùng các bản vận động góp 148 triệu đồng lắp 37 mắt camera ở 14 trong 16 bản.",
		Consent: report.NameOnly, Spread: "Hai xã liền kề đã làm theo.", Field: report.Security,
		Groups: []report.Group{report.SmallCollective, report.Border}, Results: "Giảm 60% vụ trộm cắp", When: "từ tháng 5/2026",
		Honoured: "Giấy khen của Chủ tịch UBND xã năm 2026",
	}
	child = report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: "Giàng A Minh", Place: "Bản Vàng Bó", Title: "Nhặt được ví, trả lại người mất",
		Summary: "Em Minh nhặt được ví có 6.450.000 đồng, mang ngay đến công an xã.", Consent: report.NameOnly, Born: 2011,
		ChildConsent: true, GuardianConsent: true, Gender: "Nam", Ethnicity: "Mông", Position: "học sinh",
	}
	example  = report.Example{Number: "G-2026-0042", Unit: unit.Code, Periods: []report.Period{november, fourth}, Content: teacher, Version: 1, Review: report.Received, Sent: at, Received: at}
	returned = report.Example{
		Number: "G-2026-0012", Unit: unit.Code, Periods: []report.Period{november}, Content: model, Version: 2, Review: report.Returned, Sent: at, Received: at, Changed: at.Add(50 * time.Hour),
		Reason: ReturnPhrases()[0], Due: report.NewDate(2026, 12, 2), RuleAt: at.Add(24 * time.Hour),
	}
	behalf = report.Example{Number: "G-2026-0043", Unit: unit.Code, Periods: []report.Period{november}, Content: child, Version: 1, Review: report.Accepted, Sent: at, Received: at.Add(-20 * time.Hour), OnBehalf: "paper", RuleAt: at}
	// declined has a photo and a figure to which nobody agreed.
	declined = with(teacher, func(c *report.Content) {
		c.Agreement = privacy.Agree(*c, today)
		c.Media = append(slices.Clone(c.Media), report.Media{Kind: "photo", Unique: "late"})
		c.Results = "31 trẻ ra lớp, tiết kiệm 45 triệu đồng"
	})
	undecided = report.Example{Number: "G-2026-0045", Unit: unit.Code, Periods: []report.Period{november}, Content: declined, Version: 1, Review: report.Received, Sent: at, Received: at}

	accepted = report.Example{Number: "G-2026-0046", Unit: school.Code, Content: teacher, Review: report.Accepted}

	pulled  = report.Example{Number: "G-2026-0044", Content: teacher, Review: report.Withdrawn}
	filed   = []report.Filing{{Period: november, Unit: unit.Code, Example: "G-2026-0042", At: at}}
	nils    = []report.Filing{{Period: november, Unit: unit.Code, At: at}}
	pending = report.Standing{Unit: unit.Code, Period: november, State: report.Pending, Need: 1}
	half    = report.Standing{Unit: unit.Code, Period: november, State: report.Pending, Need: 2, Have: 1}
	onTime  = report.Standing{Unit: unit.Code, Period: november, State: report.OnTime, Timing: report.OnTime, Need: 1, Have: 1, At: at}
	waiting = report.Standing{Unit: unit.Code, Period: fourth, State: report.Late, Timing: report.Late, Need: 1, Have: 1, At: at, Waiting: true}
	nilLate = report.Standing{Unit: unit.Code, Period: november, State: report.NilFiled, Timing: report.Late, Need: 1, At: at}
	credit  = Credit{Schedule: month, Standing: onTime, Timing: report.OnTime}
	figures = report.Figures{Duties: 85, OnTime: 41, Late: 6, MadeUp: 2, Nil: 9, NilLate: 2, Missing: 27, Unconnected: 8, Unreachable: 1, Exempt: 3, Examples: 52}
	before  = report.Figures{Duties: 85, OnTime: 38, Late: 9, Nil: 7, Missing: 31, Examples: 49}
	summary = report.Summary{
		Schedule: month, At: at, Total: figures,
		ByCategory: map[report.Category]int{report.Advanced: 20, report.GoodDeed: 27, report.NewModel: 5},
		ByObject:   map[report.Object]int{report.Person: 38, report.Collective: 10, report.Household: 4},
		ByGroup:    map[report.Group]int{report.Farmer: 12, report.Border: 8},
	}
	soon    = Owing{Unit: unit, Schedule: month, Need: 1, Left: 2}
	due     = Owing{Unit: unit, Schedule: month, Need: 1, Today: true}
	overdue = Owing{Unit: unit, Schedule: month, Need: 2, Have: 1, Left: -3}
	alike   = []Alike{
		{Example: example, Unit: unit, Open: true, Same: true, Exact: true, Born: true, Near: true},
		{Example: example, Unit: unit, Open: true, Same: true, Near: true, Share: 85},
		{Example: example, Unit: school, Share: 64},
	}
	later   = Owing{Unit: school, Schedule: quarter, Need: 1, Left: 22}
	unasked = Owing{Unit: school, Schedule: month, Need: 1, Left: -3, Contact: report.Unconnected}
	lostOne = Owing{Unit: unit, Schedule: quarter, Need: 1, Left: 22, Contact: report.Unreachable}
)

// both joins a title and a text, as they are shown.
func both(title, text string) string { return title + "\n" + text }

// each asks for every value of a kind.
func each[T any](say func(T) string, values ...T) []string {
	var said []string
	for _, v := range values {
		said = append(said, say(v))
	}
	return said
}

// samples are what every function says: with usual values, and with those
// that make it say something else.
func samples() map[string][]string {
	all := map[string][]string{}
	for _, some := range []map[string][]string{basics(), unitSide(), drafting(), agencySide(), reviewing(), digests(), lists(), commandLine(), settings(), documents(), assessments(), workbook(), pictures(), papers(), papersInChat(), publicity(), meant(), passed(), logged(), besides(), approving(), board(), desk(), publication(), rights(), changing(), listed()} {
		maps.Copy(all, some)
	}
	for name, said := range demo() {
		all["demotexts."+name] = said
	}
	return all
}

func basics() map[string][]string {
	return map[string][]string{
		"Day":           {Day(today)},
		"DayOfWeek":     {DayOfWeek(today)},
		"Weekday":       each(Weekday, 0, 1, 2, 3, 4, 5, 6),
		"Office.Moment": {office.Moment(at)},
		"Office.Clock":  {office.Clock(at)},
		"Period":        {Period(november), Period(fourth)},
		"ShortPeriod":   {ShortPeriod(november), ShortPeriod(fourth)},
		"Number":        {Number(85), Number(1200000)},
		"Category":      each(Category, report.Categories[:]...),
		"Object":        each(Object, report.Objects[:]...),
		"Consent":       each(Consent, report.Consents[:]...),
		"Group":         each(Group, report.Groups[:]...),
		"Field":         each(Field, report.Fields[:]...),
		"Review":        each(Review, report.Received, report.Returned, report.Accepted, report.Selected, report.Published, report.Retracted, report.Withdrawn),
		"State":         each(State, report.NotDue, report.Exempt, report.Pending, report.OnTime, report.Late, report.NilFiled, report.MadeUp),
		"Role":          each(Role, report.Roles[:]...),
		"Channel":       each(Channel, "paper", "zalo", "phone"),
		"Ruling":        each(Ruling, report.Accepted, report.Returned),

		"UnitsBelow": {UnitsBelow()},
		"ToAllUnits": {ToAllUnits(14)},
		"Office.Welcome": {office.Welcome(nil, nil), office.Welcome([]string{UnitName(unit), UnitName(school)}, nil), comrades.Welcome([]string{UnitName(unit)}, nil),
			office.Welcome(nil, []string{UnitName(unit)})},
		"Office.NotUnderstood":        {office.NotUnderstood(true), office.NotUnderstood(false)},
		"Office.ForFocals":            {office.ForFocals(false), office.ForFocals(true)},
		"Office.NoUnit":               {office.NoUnit()},
		"Office.Help":                 {office.Help(true, FocalHelp(), HeadHelp()), office.Help(false, LeaderHelp())},
		"FocalHelp":                   {FocalHelp()},
		"HeadHelp":                    {HeadHelp()},
		"BlockHeadHelp":               {BlockHeadHelp()},
		"LeaderHelp":                  {LeaderHelp()},
		"TemplateHint":                {TemplateHint()},
		"Office.Privacy":              {office.Privacy(report.DefaultRightsClocks()[0], report.Retention{}), office.Privacy(report.DefaultRightsClocks()[0], report.Retention{Examples: 5})},
		"WrongKind":                   {WrongKind()},
		"NoFiles":                     {NoFiles(false), NoFiles(true)},
		"EditIgnored":                 {EditIgnored()},
		"NothingOpen":                 {NothingOpen()},
		"Stale":                       {Stale()},
		"StaleAnswer":                 {StaleAnswer()},
		"UndoHint":                    {UndoHint()},
		"Office.NotSaved":             {office.NotSaved("K7M2")},
		"Office.DeadLetter":           {office.DeadLetter("K7M2")},
		"BotDescription":              {BotDescription()},
		"BotShort":                    {BotShort()},
		"Office.Gap":                  {office.Gap(at.Add(-30*time.Hour), at)},
		"Office.BackupFailed":         {office.BackupFailed("no space left on device")},
		"Commands":                    pairs(Commands()),
		"Office.Stranger":             {office.Stranger(), comrades.Stranger()},
		"WrongCode":                   {WrongCode(3)},
		"Office.LockedOut":            {office.LockedOut(at)},
		"Office.WelcomeTitle":         {office.WelcomeTitle()},
		"Office.Enrolled":             {office.Enrolled(PostOf(first, UnitName(unit)), true), office.Enrolled(Role(report.Leader), false)},
		"Office.PrivacyNoticeReading": {office.PrivacyNoticeReading()},
		"Office.PrivacyNotice":        {office.PrivacyNotice()},
		"PostOf": {PostOf(first, UnitName(unit)), PostOf(deputy, UnitName(unit)), PostOf(report.Post{Role: report.Head}, UnitName(unit)),
			PostOf(report.Post{Role: report.BlockHead, Block: "Khối 7"}, ""), PostOf(report.Post{Role: report.BlockHead, Block: "Các trường học"}, ""), PostOf(report.Post{Role: report.Officer}, "")},
		"Office.AlsoServes":     {office.AlsoServes(PostOf(first, UnitName(unit)), 1), office.AlsoServes(PostOf(first, UnitName(unit)), 2)},
		"InviteUsed":            {InviteUsed(member.Name, PostOf(first, UnitName(unit)))},
		"InviteUsedPlain":       {InviteUsedPlain(member.Name, PostOf(first, UnitName(unit)))},
		"Person":                {Person(member.Name), Person(""), Person("\u3164")},
		"AccountName":           {AccountName(member.Name, member.ID), AccountName("", member.ID), AccountName("\u200b\u2800", member.ID)},
		"Office.NowDeputy":      {office.NowDeputy(member.Name, UnitName(unit))},
		"Office.Alarms":         {office.Alarms(AlarmCounts{Locked: 299}, at.Add(-time.Hour), at), office.Alarms(AlarmCounts{1, 3, 2}, at.Add(-time.Hour), at)},
		"Office.LockedOutAlarm": {office.LockedOutAlarm(member.ID, at)},

		"ReminderTitle":     {ReminderTitle([]Owing{soon}), ReminderTitle([]Owing{soon, later})},
		"Office.Reminder":   {office.Reminder([]Owing{soon}), office.Reminder([]Owing{due}), office.Reminder([]Owing{overdue}), office.Reminder([]Owing{overdue, later}), comrades.Reminder([]Owing{soon})},
		"EscalationTitle":   {EscalationTitle()},
		"OwedList":          {OwedList([]Owing{overdue, later}, 30)},
		"Office.Escalation": {office.Escalation([]Owing{overdue, later})},
		"BlockListTitle":    {BlockListTitle(unit.Block), BlockListTitle("")},
		"Office.BlockList":  {office.BlockList([]Owing{overdue, later}, nil), office.BlockList([]Owing{overdue}, []Owing{unasked, lostOne})},
		"AgencyListTitle":   {AgencyListTitle()},
		"AgencyList":        {AgencyList(manyOwing(), nil), AgencyList([]Owing{overdue}, []Owing{unasked})},
		"LostListTitle":     {LostListTitle()},
		"LostList":          {LostList([]Owing{unasked, lostOne})},
		"HangingTitle":      {HangingTitle(returned)},
		"Office.Hanging":    {office.Hanging(returned, today), office.Hanging(returned, returned.Due), office.Hanging(returned, report.NewDate(2026, 12, 4))},
	}
}

func pairs(list [][2]string) (said []string) {
	for _, p := range list {
		said = append(said, strings.Join(p[:], ": "))
	}
	return said
}

func manyOwing() (list []Owing) {
	for i := range 23 {
		list = append(list, Owing{Unit: report.Unit{Code: fmt.Sprintf("PT%03d", i+1), Name: fmt.Sprintf("Đơn vị số %d", i+1)}, Schedule: month, Need: 1, Left: -5})
	}
	return list
}

// with is a content with something changed.
func with(c report.Content, change func(*report.Content)) report.Content {
	change(&c)
	return c
}

// publicly is a content of the unit as everybody will see it.
func publicly(c report.Content) privacy.View {
	return privacy.Of(report.Example{Content: c}, unit, privacy.Public, today)
}

func previewOf(c report.Content, timing report.State) (title, text string) {
	return Preview(report.Draft{Content: c}, unit.Name, november, timing, publicly(c), nil)
}

func unitSide() map[string][]string {
	late := month
	late.Deadline = report.NewDate(2026, 11, 10)
	return map[string][]string{
		"ToQuarter":   {ToQuarter(fourth)},
		"ToQuarterOf": {ToQuarterOf(fourth, unit.Name)},
		"FirstDuties": {FirstDuties([]report.Schedule{month, quarter}), FirstDuties(nil)},
		"OwesFirst":   {OwesFirst([]report.Schedule{month, quarter})},
		"UnitButton": {UnitButton(unit), UnitButton(report.Unit{Code: "PT042", Name: unit.Name, Namesake: true}),
			UnitButton(report.Unit{Code: "PT042", Name: "Trường Phổ thông dân tộc bán trú Tiểu học Dào San"})},
		"ToChoose":           {ToChoose(2)},
		"ToAttach":           {ToAttach(example)},
		"NotAllAttached":     {NotAllAttached(example.Number, nil, []report.Media{paper, paper}), NotAllAttached(example.Number, []report.Media{photo}, []report.Media{paper, voice})},
		"Office.SentAlready": {office.SentAlready("G-2026-0042", at)},
		"Counted":            {Counted(november, report.OnTime), Counted(november, report.Late), Counted(fourth, report.MadeUp)},
		"Preview": {
			both(previewOf(teacher, report.OnTime)),
			both(Preview(report.Draft{Content: model, Amends: "G-2026-0012"}, unit.Name, november, report.Late, publicly(model), nil)),
			both(previewOf(child, report.MadeUp)),
			both(previewOf(with(child, func(c *report.Content) { c.GuardianConsent = false }), report.OnTime)),
			both(previewOf(with(child, func(c *report.Content) { c.Born, c.BornOn = 2011, report.NewDate(2011, 3, 12) }), report.OnTime)),
			both(previewOf(with(teacher, func(c *report.Content) { c.Consent = report.NotGiven }), report.OnTime)),
			both(previewOf(declined, report.OnTime)),
			both(Preview(report.Draft{Content: declined}, unit.Name, november, report.OnTime, publicly(declined), privacy.ToRenew(declined, today))),
		},
		"PreviewAsking": {
			both(PreviewAsking(report.Draft{Content: with(teacher, func(c *report.Content) { c.Consent = "" }), Proposed: []string{"category", "object", "title"}},
				unit.Name, november, report.OnTime, publicly(teacher), publicly(with(teacher, func(c *report.Content) { c.Consent = "" })), false)),
			both(PreviewAsking(report.Draft{Content: with(child, func(c *report.Content) { c.Consent = "" })}, unit.Name, november, report.OnTime, publicly(child), publicly(child), true)),
			both(PreviewAsking(report.Draft{Content: with(model, func(c *report.Content) { c.Consent, c.Summary = "", "" })}, unit.Name, november, report.OnTime, publicly(model), publicly(model), false)),
		},
		"Office.AwaitsRuling":  {office.AwaitsRuling(report.Draft{Content: teacher}, 0), office.AwaitsRuling(report.Draft{Content: teacher}, 2)},
		"Office.HelpAtPreview": {office.HelpAtPreview()},
		"PressToAgree":         {PressToAgree("Sửa như trên")},
		"PreviewChanges": {
			PreviewChanges(report.Draft{Content: teacher}, "• Họ và tên: Lò Thị Xuân An, sinh năm 1987\n• Tiêu đề: Cô giáo cắm bản", "• Họ và tên: Lò Thị Xuân An\n• Tiêu đề: Cô giáo cắm bản", Corrected("Năm sinh", "1987"), "", false),
			PreviewChanges(report.Draft{Content: teacher}, "• Tiêu đề: Cô giáo cắm bản", "• Tiêu đề: Cô giáo", Corrected("Tiêu đề", "Cô giáo cắm bản"), AskConsent(teacher), false),
			PreviewChanges(report.Draft{Content: teacher}, "• Tiêu đề: Cô giáo cắm bản", "• Tiêu đề: Cô giáo cắm bản", ShortAnswer("photos"), "", false),
			PreviewChanges(report.Draft{Content: teacher, Amends: "G-2026-0001"}, "• Tiêu đề: Cô giáo cắm bản", "• Tiêu đề: Cô giáo", "", "", false),
		},
		"Quoted":      {Quoted("Lò Thị Xuân An", office.NotUnderstood(true))},
		"NotRecorded": {NotRecorded("A", NameTooShort())},
		"AskKind":     {AskKind()},
		"DoubtLong":   {DoubtLong("Vận động 32 hộ hiến đất.", 3878)},
		"DoubtTold":   {DoubtTold("Hôm nay đường vào bản bị tắc, anh em đi lại khó khăn.", true), DoubtTold("Hôm nay đường vào bản bị tắc, anh em đi lại khó khăn.", false)},
		"Page":        {Page(1, 1), Page(2, 3)},
		"WholeText":   {WholeText(teacher, unit.Name), WholeText(with(child, func(c *report.Content) { c.Consent, c.Summary = "", "" }), unit.Name)},
		"DeedOf":      {DeedOf(teacher)},
		"ByVoice":     {ByVoice()},
		"Published":   {Published(publicly(teacher), teacher), Published(publicly(child), child), Published(publicly(declined), declined)},
		"Renewal": {
			Renewal(publicly(declined), privacy.ToRenew(declined, today), 1),
			Renewal(publicly(child), []privacy.Reason{privacy.NewName, privacy.NewPhoto, privacy.NewFact}, 2),
		},
		"PeriodMoved":             {PeriodMoved()},
		"ToAllAlike":              {ToAllAlike(4)},
		"AlikeList":               {AlikeList(alike)},
		"AlikeAsk":                {AlikeAsk(alike, 4)},
		"AlikeNamed":              {AlikeNamed(alike[:1], 1), AlikeNamed(alike, 4), AlikeNamed([]Alike{{Example: example, Hidden: true, Same: true}}, 1)},
		"LabelOpenAlike":          {LabelOpenAlike("G-2026-0001")},
		"CopiedFrom":              {CopiedFrom(alike[1:], 2)},
		"Office.Receipt":          {both(office.Receipt(example, unit.Name, []Credit{credit}, true)), both(office.Receipt(returned, unit.Name, []Credit{{Schedule: month, Standing: half, Timing: report.Late}}, false)), both(office.Receipt(behalf, unit.Name, []Credit{credit}, true))},
		"Office.InsteadOfNil":     {office.InsteadOfNil(november, at)},
		"Office.Behalf":           {office.Behalf(both(office.Receipt(behalf, unit.Name, []Credit{credit}, true)))},
		"Office.TakenUp":          {office.TakenUp(behalf), office.TakenUp(pulled)},
		"WhichUnit":               {WhichUnit()},
		"Office.NothingOwed":      {office.NothingOwed()},
		"NilLabel":                {NilLabel(november, ""), NilLabel(fourth, unit.Name)},
		"WhichNil":                {WhichNil()},
		"NilDoubt":                {NilDoubt("", quarter, filed), NilDoubt(unit.Name, month, nils)},
		"NilSure":                 {NilSure(fourth)},
		"Office.NilFiled":         {office.NilFiled(unit.Name, month, report.OnTime), office.NilFiled(unit.Name, late, report.Late), office.NilFiled(unit.Name, late, report.MadeUp)},
		"Office.NilAlready":       {office.NilAlready(unit.Name, november, nils)},
		"ReminderClosed":          {ReminderClosed()},
		"Office.ReminderAnswered": {office.ReminderAnswered(unit.Name, november, filed), office.ReminderAnswered(unit.Name, november, nils), office.ReminderAnswered(unit.Name, november, nil)},
		"AskReason":               {AskReason()},
		"ReasonKept":              {ReasonKept()},
		"ReasonSkipped":           {ReasonSkipped()},
		"NilUndone":               {NilUndone(november)},
		"QuarterHead":             {QuarterHead(unit.Name, fourth)},
		"QuarterLine":             {QuarterLine(1, example)},
		"Office.QuarterChosen":    {office.QuarterChosen(unit.Name, Credit{Schedule: quarter, Standing: onTime, Timing: report.OnTime}, []report.Example{example}, at), office.QuarterChosen(unit.Name, Credit{Schedule: quarter, Standing: half, Timing: report.OnTime}, []report.Example{example}, at)},
		"Office.NoPeriods":        {office.NoPeriods(unit, nil, today), office.NoPeriods(report.Unit{ActiveTo: today.AddDays(-1)}, nil, today), office.NoPeriods(report.Unit{ActiveTo: today.AddDays(-1)}, []string{"Trường Hoa Đào (PT003)"}, today)},
		"UnitPeriods":             {strings.TrimSpace(UnitPeriods(unit.Name, []string{PeriodLine(report.OpenPeriod{Schedule: month, Standing: pending}, nil, 2, today)}))},
		"PeriodLine": {
			PeriodLine(report.OpenPeriod{Schedule: month, Standing: pending}, nil, 2, today),
			PeriodLine(report.OpenPeriod{Schedule: month, Standing: half}, filed, 0, month.Deadline),
			PeriodLine(report.OpenPeriod{Schedule: month, Standing: onTime}, filed, 0, report.NewDate(2026, 11, 24)),
			PeriodLine(report.OpenPeriod{Schedule: quarter, Standing: waiting}, filed, 23, today),
			PeriodLine(report.OpenPeriod{Schedule: month, Standing: nilLate}, nils, 0, report.NewDate(2026, 12, 24)),
			PeriodLine(report.OpenPeriod{Schedule: quarter}, nil, 23, today),
		},
		"NothingSent":          {NothingSent(unit.Name)},
		"SentHead":             {SentHead(unit.Name, 3)},
		"SentLine":             {strings.TrimSpace(SentLine(1, example))},
		"Office.Sent":          {both(office.Sent(example, unit.Name, []Credit{credit})), both(office.Sent(returned, unit.Name, []Credit{credit})), both(office.Sent(pulled, unit.Name, nil))},
		"NewerVersion":         {NewerVersion(2)},
		"OverwriteAsk":         {OverwriteAsk()},
		"Office.Reopened":      {office.Reopened(example), office.Reopened(returned)},
		"Office.AskWithdraw":   {office.AskWithdraw(example)},
		"WithdrawnNow":         {WithdrawnNow(example, nil), WithdrawnNow(example, []report.Period{november, fourth})},
		"Office.Snoozed":       {office.Snoozed(at.Add(6*time.Hour), true), office.Snoozed(at.Add(24*time.Hour), false)},
		"Office.DeadlineMoved": {office.DeadlineMoved(UnitsNamed(UnitName(unit), 1), november, report.NewDate(2026, 11, 25), "mưa lũ chia cắt đường"), office.DeadlineMoved(UnitsNamed(UnitName(unit), 3), november, report.NewDate(2026, 11, 25), "")},
		"UnitsNamed":           {UnitsNamed(UnitName(unit), 1), UnitsNamed(UnitName(unit), 3)},
		"Office.PausedFor":     {office.PausedFor(UnitName(unit), november)},
		"Office.ResumedFor":    {office.ResumedFor(UnitName(unit), november, month.Deadline)},
	}
}

func drafting() map[string][]string {
	fields := []string{"name", "unit", "category", "object", "place", "title", "summary", "spread", "consent", "born", "child", "guardian", "gender", "position",
		"ethnicity", "groups", "field", "results", "when", "honoured", "files"}
	collective, household := teacher, teacher
	collective.Object, household.Object = report.Collective, report.Household
	said := []Said{{"Họ và tên", teacher.Name}, {"Tiêu đề", teacher.Title}}
	return map[string][]string{
		"Step":                 {Step(2, 7)},
		"Extra":                {Extra()},
		"FieldName":            append(each(func(key string) string { return FieldName(key, teacher) }, fields...), each(func(c report.Content) string { return FieldName("name", c) }, model, collective, household)...),
		"AskDraftUnit":         {AskDraftUnit()},
		"AskCategory":          {AskCategory()},
		"AskObject":            each(AskObject, report.GoodDeed, report.NewModel),
		"AskName":              each(AskName, teacher, collective, household, model),
		"AskPlace":             {AskPlace()},
		"AskTitle":             {AskTitle()},
		"AskSummary":           {AskSummary()},
		"AskSpread":            {AskSpread()},
		"AskConsent":           {AskConsent(teacher), AskConsent(model)},
		"AskChild":             {AskChild(child, false), AskChild(child, true), AskChild(model, false)},
		"AskGuardian":          {AskGuardian(child, false), AskGuardian(report.Content{Object: report.Person}, true), AskGuardian(model, false)},
		"AskUnder16":           {AskUnder16()},
		"Age":                  {Age(report.Yes), Age(report.No)},
		"AskBorn":              {AskBorn()},
		"AskGender":            {AskGender()},
		"AskPosition":          {AskPosition()},
		"AskEthnicity":         {AskEthnicity()},
		"AskGroups":            {AskGroups()},
		"AskField":             {AskField()},
		"AskResults":           {AskResults()},
		"AskWhen":              {AskWhen()},
		"AskHonoured":          {AskHonoured()},
		"AskFiles":             {AskFiles()},
		"NowIs":                {NowIs(teacher.Summary)},
		"Saved":                {Saved()},
		"AskDrop":              {AskDrop(report.Draft{Content: teacher})},
		"Dropped":              {Dropped()},
		"DraftName":            each(DraftName, report.Draft{Content: teacher}, report.Draft{Content: report.Content{Title: teacher.Title}}, report.Draft{Content: report.Content{Summary: teacher.Summary}}, report.Draft{Content: report.Content{Media: teacher.Media}}, report.Draft{Content: report.Content{Category: report.GoodDeed}, Changed: at}, report.Draft{}),
		"ResumeLabel":          {ResumeLabel(report.Draft{Content: teacher})},
		"Office.NoDraft":       {office.NoDraft()},
		"Office.DraftsOpen":    {office.DraftsOpen(1), office.DraftsOpen(3)},
		"Files":                {Files([]report.Media{photo, photo, paper, voice}), Files(nil)},
		"FilesJoined":          {FilesJoined(teacher.Media)},
		"Office.GoOnAnswering": {office.GoOnAnswering(true), office.GoOnAnswering(false)},
		"VoiceTaken":           {VoiceTaken()},
		"Noted":                {Noted("Đã nhận 3 ảnh.", "", "Đã tạo bản nháp mới.")},
		"AskWhoDidWhat":        {AskWhoDidWhat()},
		"MoreFiles":            {MoreFiles(teacher.Media)},
		"TooManyPhotos":        {TooManyPhotos()},
		"TooManyFiles":         {TooManyFiles()},
		"FileTooBig":           {FileTooBig("phim tư liệu.mp4"), FileTooBig("")},
		"FileBegan":            {FileBegan()},
		"DocumentReading":      {DocumentReading("bao-cao-thang-11.docx")},
		"CaptionTaken":         {CaptionTaken()},
		"CaptionKept":          {CaptionKept("Cô An dạy các cháu múa hát")},
		"CitizenID":            {CitizenID()},
		"Empty":                {Empty()},
		"TooLong":              {TooLong(120, 148)},
		"SummaryTooLong":       {SummaryTooLong(2500, 3120)},
		"SummaryJoined":        {SummaryJoined(2500, 4100)},
		"SummaryTooShort":      {SummaryTooShort(30)},
		"DraftFull":            {DraftFull(10_000, 9_812, 3_907)},
		"DraftsHoldTooMuch":    {DraftsHoldTooMuch(200<<20, 196<<20, DraftHead(report.Draft{Content: report.Content{Name: "Lò Thị Xuân An"}}), report.NewDate(2026, 9, 3), 120<<20)},
		"NameTooShort":         {NameTooShort()},
		"NeedsLetters":         {NeedsLetters()},
		"MaybeAbbreviated":     {MaybeAbbreviated("Lò T. X. An")},
		"MaybeHouseNumber":     {MaybeHouseNumber()},
		"HouseNumberTaken":     {HouseNumberTaken()},
		"PickOne":              {PickOne(3)},
		"BadBorn":              {BadBorn(2026)},
		"Office.NotTaken":      {office.NotTaken(true), office.NotTaken(false)},
		"EarlyText": {
			EarlyText([]string{"Bản Hon 2"}, "Nơi ở/đơn vị"), EarlyText([]string{"Thiếu xác nhận của thôn", strings.Repeat("chữ ", 100)}, ""),
		},
		"ToUseEarly":    {ToUseEarly("Bản Hon 2"), ToUseEarly(strings.Repeat("chữ ", 100))},
		"EarlyDropped":  {EarlyDropped()},
		"AnswerAbove":   {AnswerAbove()},
		"EarlyKnown":    {EarlyKnown()},
		"EarlyTooMuch":  {EarlyTooMuch()},
		"PasteInto":     {PasteInto(false), PasteInto(true)},
		"RestField":     {RestField()},
		"LetterLeftOut": {LetterLeftOut()},
		"Masked":        {Masked()},
		"NotKept":       {NotKept([]string{"Điện thoại: 0900 000 002", "Người viết: Lò Thị Hồng"})},
		"PastedPersons": {PastedPersons([]string{"Lò Thị Xoan", "Vàng Thị Dua"}, 0, "Tổng cộng: 02 người"), PastedPersons([]string{"Lò Thị Xoan", "Vàng Thị Dua"}, 3, "")},
		"PastedDrafts":  {PastedDrafts(2, nil), PastedDrafts(2, []string{Masked()})},
		"DocumentRead":  {DocumentRead("báo cáo tháng 11.docx", 0, false), DocumentRead("", 2, true)},
		"DocumentBegan": {DocumentBegan("báo cáo tháng 11.docx", 1, false)},
		"DocumentKept":  {DocumentKept("báo cáo tháng 11.docx")},
		"DocumentEmpty": {DocumentEmpty("giấy mời.docx")},
		"DocumentNotRead": {DocumentNotRead("báo cáo.doc", "doc"), DocumentNotRead("báo cáo.pdf", "pdf"), DocumentNotRead("báo cáo.odt", "odt"),
			DocumentNotRead("báo cáo.docx", "locked"), DocumentNotRead("báo cáo.docx", "large"), DocumentNotRead("báo cáo.docx", "letters"), DocumentNotRead("báo cáo.docx", "lost"), DocumentNotRead("báo cáo.docx", "empty"), DocumentNotRead("báo cáo.docx", "other")},
		"DocumentPersons": {DocumentPersons("danh sách.docx", []string{"Lò Thị Xuân An", "Đào Quốc Hưng"}, 3, "Tổng cộng: 05 người")},
		"ToDraftEach":     {ToDraftEach(3)},
		"AttachedOnly":    {AttachedOnly("danh sách.docx")},
		"DocumentAgain":   {DocumentAgain()},
		"DraftsMade":      {DraftsMade("danh sách.docx", 2, []string{NotTakenOf("Lò Văn Pản", []Said{{"Năm sinh", "31.02.1988"}})})},
		"NotTakenOf":      {NotTakenOf("Lò Văn Pản", []Said{{"Năm sinh", "31.02.1988"}})},
		"Pasted":          {Pasted(PasteInto(false), said, nil), Pasted("", said, []Said{{"Năm sinh", "hai nghìn lẻ một"}})},
		"MoreHead":        {MoreHead()},
		"EditHead":        {EditHead()},
		"PeriodHead":      {PeriodHead(unit.Name)},
		"PeriodLabel":     {PeriodLabel(november, report.OnTime, false), PeriodLabel(november, report.OnTime, true), PeriodLabel(november, report.Late, false), PeriodLabel(october, report.MadeUp, false)},
	}
}

func agencySide() map[string][]string {
	invite := report.Invite{Hint: "K7", Post: first, Expires: at.Add(14 * 24 * time.Hour)}
	nameless := office
	nameless.Bot = ""
	closed := unit
	closed.ActiveTo = report.NewDate(2026, 12, 31)
	return map[string][]string{
		"Office.NotForYou":     {office.NotForYou()},
		"AgencyHelp":           {AgencyHelp(false), AgencyHelp(true)},
		"LeftAsIs":             {LeftAsIs()},
		"AskForUnit":           {AskForUnit()},
		"NoUnitFound":          {NoUnitFound("dao sn")},
		"SeveralUnits":         each(SeveralUnits, 0, 12),
		"RecordFor":            {RecordFor(UnitName(unit))},
		"NoPeriodOpen":         {NoPeriodOpen(UnitName(unit))},
		"LabelPeriod":          each(LabelPeriod, pending, onTime),
		"AskChannel":           {AskChannel(UnitName(unit), november)},
		"AskReceived":          {AskReceived(at, office)},
		"ReceivedUnreadable":   {ReceivedUnreadable(at, office)},
		"ReceivedInFuture":     {ReceivedInFuture(at, office)},
		"ReceivedTooEarly":     {ReceivedTooEarly(month.From)},
		"Office.AskRecordKind": {office.AskRecordKind(UnitName(unit), november, "phone", at, report.OnTime)},
		"NilReason":            each(NilReason, "paper", "zalo", "phone"),
		"AlreadyMet":           {AlreadyMet(UnitName(unit), november, report.OnTime)},

		"AskExtendScope":    {AskExtendScope()},
		"AskExtendPeriod":   {AskExtendPeriod(AllUnits())},
		"LabelDeadline":     {LabelDeadline(month)},
		"AllUnits":          {AllUnits()},
		"AskNewDeadline":    {AskNewDeadline(AllUnits(), month, report.NewDate(2026, 11, 25))},
		"DayUnreadable":     {DayUnreadable(month.Deadline)},
		"DeadlineTooEarly":  {DeadlineTooEarly(month.Deadline)},
		"DeadlinePast":      {DeadlinePast(today)},
		"DeadlineTooLate":   {DeadlineTooLate(report.NewDate(2027, 11, 25), report.NewDate(2027, 2, 20))},
		"AskExtendReason":   {AskExtendReason()},
		"ConfirmExtend":     {ConfirmExtend(unit.Block, november, report.NewDate(2026, 11, 25), "mưa lũ chia cắt đường", 12, 5), ConfirmExtend(AllUnits(), november, report.NewDate(2026, 11, 25), "", 85, 40)},
		"Extended":          {Extended(unit.Block, november, report.NewDate(2026, 11, 25), 5)},
		"ExtendedTelling":   {ExtendedTelling(unit.Block, november, report.NewDate(2026, 11, 25))},
		"AskPause":          {AskPause(UnitName(unit))},
		"LabelPause":        {LabelPause(november)},
		"LabelResumePeriod": {LabelResumePeriod(november)},
		"ConfirmPause":      {ConfirmPause(UnitName(unit), november)},
		"Paused":            {Paused(UnitName(unit), november)},
		"Resumed":           {Resumed(UnitName(unit), november)},

		"InviteMenu":            {InviteMenu()},
		"LabelInviteAll":        {LabelInviteAll(45)},
		"AskPost":               {AskPost(UnitName(unit))},
		"AskBlock":              {AskBlock()},
		"AskBlockPost":          {AskBlockPost(unit.Block, 4), AskBlockPost("", 2)},
		"LabelBlockUnits":       {LabelBlockUnits(4)},
		"ConfirmSheet":          {ConfirmSheet(45)},
		"NobodyToInvite":        {NobodyToInvite()},
		"SheetMade":             {SheetMade(45, invite.Expires, office)},
		"Office.InviteLetter":   {office.InviteLetter(PostOf(first, UnitName(unit)), "CFGHJ-KMNPQ-RTVX", invite.Expires), nameless.InviteLetter(PostOf(first, UnitName(unit)), "CFGHJ-KMNPQ-RTVX", invite.Expires)},
		"Office.HandoverLetter": {office.HandoverLetter(UnitName(unit), "CFGHJ-KMNPQ-RTVX", invite.Expires, false), office.HandoverLetter(UnitName(unit), "CFGHJ-KMNPQ-RTVX", invite.Expires, true)},
		"Office.InviteLink":     {office.InviteLink("CFGHJ-KMNPQ-RTVX")},
		"InviteMade":            {InviteMade(PostOf(first, UnitName(unit)))},
		"InviteJustMade":        {InviteJustMade()},
		"SheetColumns":          SheetColumns(),
		"SheetFile":             {SheetFile(today, ".xlsx")},
		"OpenInvitesTitle":      {OpenInvitesTitle(3)},
		"Office.OpenInvite":     {office.OpenInvite(1, invite, PostOf(first, UnitName(unit)))},
		"LabelRevoke":           {LabelRevoke(1, "K7")},
		"InviteRevoked":         {InviteRevoked("K7")},

		"UnitsMenu":            {UnitsMenu()},
		"Office.UnitCard":      {office.UnitCard(unit, []string{StandingLine(pending, month.Deadline)}, Strip([]Mark{{october, report.OnTime}, {november, report.Pending}}), []string{office.PersonLine(member, first), office.PersonLine(lost, deputy)}), office.UnitCard(closed, nil, nil, nil)},
		"Turns":                {Turns(report.Roster{Months: []int{3, 6}, Quarters: []int{4}})},
		"Duties":               each(Duties, unit, school, report.Unit{Quarter: true}, report.Unit{}),
		"StandingLine":         {StandingLine(pending, month.Deadline), StandingLine(waiting, quarter.Deadline)},
		"Office.PersonLine":    {office.PersonLine(member, first), office.PersonLine(lost, deputy)},
		"PostShort":            each(PostShort, first, deputy, report.Post{Role: report.Head}, report.Post{Role: report.BlockHead, Block: "Khối 7"}),
		"LabelRemovePerson":    {LabelRemovePerson(member.Name, first)},
		"ConfirmRemove":        {ConfirmRemove(member.Name, PostOf(first, UnitName(unit)))},
		"Removed":              {Removed(member.Name, PostOf(first, UnitName(unit)))},
		"Office.YouAreRemoved": {office.YouAreRemoved(PostOf(first, UnitName(unit)))},
		"NoFocalLeft":          {NoFocalLeft(UnitName(unit))},
		"LastAdmin":            {LastAdmin()},
		"HandoverMade":         {HandoverMade(UnitName(unit))},
		"AskWhichUnit":         {AskWhichUnit()},
		"ConfirmLeave":         {ConfirmLeave(UnitName(unit), false), ConfirmLeave(UnitName(unit), true)},
		"UnconnectedTitle":     {UnconnectedTitle(45)},
		"UnconnectedIntro":     {UnconnectedIntro()},
		"ListedUnit":           {ListedUnit(unit)},
		"AdminTitle":           {AdminTitle()},
		"AgencyPeople":         {AgencyPeople()},
	}
}

func reviewing() map[string][]string {
	return map[string][]string{
		"CardTitle": each(CardTitle, example, returned),
		"Office.CardText": {
			office.CardText(Card{Example: example, Unit: unit, Timing: report.OnTime, Public: publicly(teacher), Alike: alike}),
			office.CardText(Card{Example: undecided, Unit: unit, Timing: report.OnTime, Public: publicly(declined)}),
			office.CardText(Card{Example: behalf, Unit: unit, Timing: report.OnTime, Public: publicly(child), Verdict: office.Verdict(behalf, "Nguyễn Thu Hà")}),
			office.CardText(Card{Example: returned, Unit: unit, Timing: report.Late, Public: publicly(model), Verdict: office.Verdict(returned, "Nguyễn Thu Hà")}),
		},
		"MediaCounts":            {MediaCounts(nil), MediaCounts(teacher.Media), MediaCounts([]report.Media{photo, paper, voice}), MediaCounts([]report.Media{paper})},
		"Office.Verdict":         {office.Verdict(behalf, "Nguyễn Thu Hà"), office.Verdict(returned, "Nguyễn Thu Hà")},
		"Superseded":             {Superseded()},
		"Office.WithdrawnByUnit": {office.WithdrawnByUnit(at)},
		"Office.RuledAlready":    {office.RuledAlready(behalf, "Nguyễn Thu Hà"), office.RuledAlready(returned, "Nguyễn Thu Hà")},
		"NotThisVersion":         {NotThisVersion("G-2026-0012")},
		"AcceptedToast":          {AcceptedToast("G-2026-0042")},
		"Office.ThanksAccepted":  {office.ThanksAccepted(example)},
		"Office.PleaseComplete":  {office.PleaseComplete(returned)},
		"ReturnPhrases":          ReturnPhrases(),
		"AskReturnReason":        {AskReturnReason("G-2026-0012", nil, ""), AskReturnReason("G-2026-0012", []int{1, 3}, "Xác nhận của nhà trường")},
		"LabelReason":            {LabelReason(0, false), LabelReason(1, true)},
		"NoReasonYet":            {NoReasonYet()},
		"ReasonTooLong":          {ReasonTooLong(500)},
		"ConfirmReturn":          {ConfirmReturn("G-2026-0012", returned.Reason, returned.Due, 3)},
		"LabelDays":              {LabelDays(5)},
		"ReturnedDone":           {ReturnedDone("G-2026-0012", 1), ReturnedDone("G-2026-0012", 0)},
		"QueueTitle":             {QueueTitle(14, 2)},
		"QueueEmpty":             {QueueEmpty()},
		"QueueLine":              each(QueueLine, example, returned),
		"Office.FullText":        {office.FullText(returned, UnitName(unit)), office.FullText(behalf, UnitName(unit))},
		"PhotosNotHere":          {PhotosNotHere()},
	}
}

func digests() map[string][]string {
	block := report.BlockFigures{Block: "Khối 7", Figures: report.Figures{Duties: 12, OnTime: 6, Nil: 1, Missing: 5, Unconnected: 2, Exempt: 1}}
	none := summary
	none.ByGroup = nil
	return map[string][]string{
		"DigestTitle":       each(DigestTitle, november, fourth),
		"BlockTitle":        {BlockTitle("Khối 7", november), BlockTitle("", november)},
		"BlockName":         each(BlockName, "Khối 7", ""),
		"Office.DigestAsOf": {office.DigestAsOf(at, month.Deadline)},
		"Figures":           each(Figures, figures, before, report.Figures{}),
		"DigestExamples":    {DigestExamples(52, summary.ByCategory), DigestExamples(0, nil)},
		"DigestWaiting":     {DigestWaiting(14, 2), DigestWaiting(14, 0), DigestWaiting(0, 2)},
		"DigestCompared":    {DigestCompared(october, figures, before)},
		"BlockLine":         each(BlockLine, block, report.BlockFigures{Figures: report.Figures{Duties: 3, OnTime: 3}}),
		"Kinds":             each(Kinds, summary, none),
		"ExampleLine":       {ExampleLine(privacy.Of(example, unit, privacy.Desk, today)), ExampleLine(privacy.Of(returned, unit, privacy.Desk, today)), ExampleLine(public(behalf, school))},
		"ExamplesNotShown":  {ExamplesNotShown(7)},
		"ToWhole":           {ToWhole(november), ToWhole(fourth)},
		"Shown":             {Shown(privacy.Of(behalf, school, privacy.Internal, today)), Shown(privacy.Of(accepted, school, privacy.Internal, today))},
		"GapLine": each(GapLine, report.Gap{Unit: unit, Need: 1}, report.Gap{Unit: unit, Need: 2, Have: 1},
			report.Gap{Unit: unit, Need: 1, Contact: report.Unconnected}, report.Gap{Unit: unit, Need: 2, Have: 1, Contact: report.Unreachable}),
		"ContactWord":          each(ContactWord, report.Unconnected, report.Unreachable),
		"UnitName":             each(UnitName, unit),
		"SectionTitle":         each(func(s string) string { return SectionTitle(s, november) }, "gap", "uncon", "lost", "block", "kind", "new"),
		"Subject":              {Subject(0), Subject(1), Subject(2), Subject(3), Subject(4), Subject(5), Subject(6), Subject(7), Subject(8), Subject(9)},
		"SectionDue":           {SectionDue(report.NewDate(2026, 11, 20))},
		"SectionIntro":         each(func(s string) string { return SectionIntro(s, figures) }, "gap", "uncon", "lost"),
		"NothingListed":        {NothingListed()},
		"PageOf":               {PageOf(0, 4)},
		"SectionButton":        each(func(s string) string { return SectionButton(s, 24) }, "gap", "uncon", "lost", "new", "block", "kind", ""),
		"LeaderTitle":          each(LeaderTitle, november, fourth),
		"Office.LeaderFigures": {office.LeaderFigures(summary)},
		"LeaderNames":          {LeaderNames()},
		"ToLeaderName":         each(ToLeaderName, public(example, unit)),
		"LeaderName":           each(LeaderName, public(example, unit), public(behalf, school)),
	}
}

func lists() map[string][]string {
	renamed, closed, changed := unit, unit, unit
	renamed.Name = "UBND xã Dào San mới"
	closed.ActiveTo, closed.Successor = report.NewDate(2026, 12, 31), "PT083"
	changed.Kind, changed.Block, changed.Month, changed.Quarter = "", "Khối 8", false, false
	changed.QuotaMonth, changed.QuotaQuarter, changed.Roster.Months = 2, 3, []int{1, 4}
	changed.ActiveFrom, changed.ActiveTo, changed.Successor = today, today, "PT083"
	return map[string][]string{
		"ListRefused":       {ListRefused(3)},
		"ListProblem":       {ListProblem(0, "", ListEmpty()), ListProblem(7, "", BadQuotes()), ListProblem(7, "Tháng", NotYesOrNo("?"))},
		"ListTooBig":        {ListTooBig(20)},
		"ListTooLong":       {ListTooLong(20000)},
		"ListTooWide":       {ListTooWide(200)},
		"ListTooManyCells":  {ListTooManyCells(4000000)},
		"ListTooRich":       {ListTooRich(256)},
		"ListTooSlow":       {ListTooSlow(10)},
		"ListUnpacksTooBig": {ListUnpacksTooBig(256, ""), ListUnpacksTooBig(4, "xl/styles.xml")},
		"ListOfManyParts":   {ListOfManyParts(2000)},
		"ListCellTooLong":   {ListCellTooLong(32_767)},
		"ListOfManySheets":  {ListOfManySheets(255)},
		"ListOfLongNames":   {ListOfLongNames(255)},
		"ListRefusedMany":   {ListRefusedMany(1000)},
		"ListEmpty":         {ListEmpty()},
		"OldExcel":          {OldExcel()},
		"NotAList":          {NotAList()},
		"ListNotUTF8":       {ListNotUTF8(""), ListNotUTF8("TCVN3 (ABC)")},
		"WebPage":           {WebPage()},
		"SaveAs":            {SaveAs(".ods"), SaveAs(".xlsm"), SaveAs(".txt")},
		"ListColumn":        {ListColumn("code"), ListColumn("successor")},
		"OtherSheets":       {OtherSheets("Khối Đảng", []string{"Khối xã", "Khối trường"})},
		"HiddenSheets":      {HiddenSheets([]string{"Danh sách cũ"})},
		"HiddenRows":        {HiddenRows([]int{4, 7}, 0), HiddenRows([]int{4, 7}, 20)},
		"RowPassedOver":     {RowPassedOver(4, "Khối 1 - Các cơ quan Đảng")},
		"BlocksFromAbove":   {BlocksFromAbove(3)},
		"RowsPassedOver":    {RowsPassedOver([]string{RowPassedOver(4, "Khối 1"), RowPassedOver(90, "Tổng cộng 85")}, 0), RowsPassedOver([]string{RowPassedOver(4, "Khối 1")}, 3)},
		"LettersMended":     {LettersMended()},
		"LettersLost":       {LettersLost("Tr??ng Hoa Ban")},
		"DaysMonthFirst":    {DaysMonthFirst()},
		"AskDays":           {AskDays(2, "Từ ngày", "1/7/2025", 0), AskDays(2, "Từ ngày", "", 12)},
		"CodeAlike":         {CodeAlike("42", "Xã Dào San", unit)},
		"CodesAlike":        {CodesAlike(unit, unit)},
		"AskPairs":          {AskPairs([]string{CodesAlike(unit, unit)}, 0), AskPairs([]string{CodesAlike(unit, unit)}, 5)},
		"AskCodes":          {AskCodes([]string{CodeAlike("42", "Xã Dào San", unit)}, 0), AskCodes([]string{CodeAlike("42", "Xã Dào San", unit)}, 5)},
		"ListReading":       {ListReading()},
		"AskIsList":         {AskIsList("don-vi.xlsx")},
		"HeldJoins":         {HeldJoins("don-vi.xlsx")},
		"BadWorkbook":       {BadWorkbook()},
		"OldFont":           each(OldFont, "TCVN3 (ABC)", "VNI"),
		"BadQuotes":         {BadQuotes()},
		"ColumnMissing":     {ColumnMissing("code", 0, nil), ColumnMissing("name", 3, []string{"STT", "Mã", "Địa chỉ"})},
		"ColumnTwice":       {ColumnTwice()},
		"ColumnsPassedOver": {ColumnsPassedOver([]string{"Ghi chú", "Số điện thoại"})},
		"CodeMissing":       {CodeMissing()},
		"CodeSigns":         {CodeSigns("PT 042?")},
		"CodeTwice":         {CodeTwice("PT042", 12)},
		"UnitNameMissing":   {UnitNameMissing()},
		"NoUnitName":        {NoUnitName("12")},
		"CellTooLong":       {CellTooLong(120)},
		"ErrorInCell":       {ErrorInCell("#REF!")},
		"Uncalculated":      {Uncalculated()},
		"NotYesOrNo":        {NotYesOrNo("?")},
		"BadQuota":          {BadQuota("hai", 100)},
		"BadRoster":         {BadRoster("đầu năm")},
		"BadListDay":        {BadListDay("31/02/2026")},
		"WordsBackup":       WordsBackup(),
		"TrainingNotByList": {TrainingNotByList()},
		"EndsBeforeStart":   {EndsBeforeStart(month.Deadline, month.From)},
		"SuccessorUnknown":  {SuccessorUnknown("PT999")},
		"SuccessorCycle":    {SuccessorCycle([]string{"PT001", "PT002", "PT001"})},
		"ImportCounts":      {ImportCounts(4, 1, 1, 2, 77, 3)},
		"ImportNew":         {ImportNew()},
		"ImportRenamed":     {ImportRenamed()},
		"ImportClosed":      {ImportClosed()},
		"ImportChanged":     {ImportChanged()},
		"ImportAbsent":      {ImportAbsent()},
		"AndMoreUnits":      {AndMoreUnits(12)},
		"ImportUnit":        {ImportUnit(unit)},
		"UnitRenamed":       {UnitRenamed(unit, renamed)},
		"UnitClosed":        {UnitClosed(closed)},
		"UnitChanged":       {UnitChanged(unit, changed)},
		"ListComing":        {ListComing("danh sách đơn vị.xlsx")},
		"ListNotCome":       {ListNotCome()},
		"ListPreview":       {ListPreview()},
		"ListSame":          {ListSame(85)},
		"ListPastPreview":   {ListPastPreview()},
		"ListApplied":       {ListApplied(8)},
		"ListDropped":       {ListDropped()},
		"ListApplying":      {ListApplying()},
		"ListStopped":       {ListStopped()},
		"ListFaultsFile":    {ListFaultsFile()},
		"ListExported":      {ListExported(85)},
		"ListTemplate":      {ListTemplate()},
		"ListFile":          {ListFile(today, ".xlsx")},
		"ListTemplateFile":  {ListTemplateFile(".xlsx")},
		"ListColumns":       ListColumns(),
		"ListSample":        {strings.Join(ListSample(), ";")},
		"FaultsInFile":      {FaultsInFile(37)},
	}
}

func commandLine() map[string][]string {
	return map[string][]string{
		"Help":             {Help([][2]string{{"run ", AboutRun()}, {"demo " + demotexts.Usage(), demotexts.About()}})},
		"NobodyAnswered":   {NobodyAnswered()},
		"CommandHelp":      {CommandHelp("invite", UsageInvite(), AboutInvite(), "", true), CommandHelp("version", "", AboutVersion(), "", false), CommandHelp("demo", "[-play]", demotexts.About(), "-play: kể ở dòng lệnh, không mở trang", false)},
		"SeeHelp":          {SeeHelp("invite")},
		"UnknownCommand":   {UnknownCommand("chek", "check"), UnknownCommand("abc", "")},
		"WrongArguments":   {WrongArguments("restore", UsageRestore())},
		"UnknownFlag":      {UnknownFlag("confg", "config"), UnknownFlag("abc", "")},
		"FlagNeedsValue":   {FlagNeedsValue("config")},
		"BadFlagValue":     {BadFlagValue("days", "hai")},
		"BadFlags":         {BadFlags()},
		"AboutRun":         {AboutRun()},
		"AboutCheck":       {AboutCheck()},
		"AboutHealth":      {AboutHealth()},
		"AboutImportUnits": {AboutImportUnits()},
		"UsageImportUnits": {UsageImportUnits()},
		"AboutInvite":      {AboutInvite()},
		"UsageInvite":      {UsageInvite()},
		"AboutRestore":     {AboutRestore()},
		"AboutVerify":      {AboutVerify()},
		"UsageVerify":      {UsageVerify()},
		"VerifiedStore":    {VerifiedStore("data/guongsang.db")},
		"VerifiedBackup":   {VerifiedBackup(office.Moment(at), 25, 120, 0, true), VerifiedBackup(office.Moment(at), 25, 120, 2, false)},
		"AboutDrill":       {AboutDrill()},
		"UsageDrill":       {UsageDrill()},
		"Drilled.String": {
			Drilled{Folder: "backups/guongsang-1", Made: office.Moment(at), Opened: true, Counted: true,
				Held: DrillCounts{92, 130, 41, 12, 2, 77, 3 << 20}, Grown: &DrillCounts{Members: 2, Examples: -1, Filings: 3}}.String(),
			Drilled{Folder: "backups/guongsang-1", Made: office.Moment(at), Opened: true, Counted: true, Grown: &DrillCounts{}}.String(),
			Drilled{Folder: "backups/guongsang-1", Made: office.Moment(at)}.String(),
			Drilled{Folder: "backups/guongsang-1", Made: office.Moment(at), Opened: true}.String(),
		},
		"Drilled.Told": {
			Drilled{Made: office.Moment(at), Opened: true, Counted: true, Held: DrillCounts{92, 130, 41, 12, 2, 77, 3 << 20}}.Told(),
			Drilled{Made: office.Moment(at), Opened: true}.Told(),
			Drilled{Made: office.Moment(at)}.Told(),
		},
		"DrillCounts.String": {DrillCounts{92, 130, 41, 12, 2, 77, 3 << 20}.String()},
		"DrillFailed":        {DrillFailed(DrillDiffers("comparing"))},
		"NoRoomToTry":        {NoRoomToTry("/tmp", 200<<20, 3<<30)},
		"NoBackupToDrill":    {NoBackupToDrill()},
		"DrillDiffers":       {DrillDiffers("comparing")},
		"BackupSealed":       {BackupSealed()},
		"IdentityUnfit":      {IdentityUnfit()},
		"BadRecipient":       {BadRecipient()},
		"UsageRestore":       {UsageRestore()},
		"AboutCompact":       {AboutCompact()},
		"Compacted":          {Compacted(3_060_000_000, 1_200_000_000)},
		"Bytes":              {Bytes(0), Bytes(900), Bytes(2048), Bytes(5 << 20), Bytes(3_285_000_000)},
		"DataFolder":         {DataFolder()},
		"BackupFolder":       {BackupFolder()},
		"SpaceUsed": {
			SpaceUsed(Space{Store: 3 << 30, StoreFree: 2 << 30, Photos: 5 << 30, PhotoCount: 9000, Files: 70 << 20, FileCount: 120, Backups: 12 << 30, Copies: 14, Aside: 1 << 30, Free: 40 << 30, FreeBackup: 400 << 30, Worth: true}),
			SpaceUsed(Space{Store: 1 << 20, StoreFree: -1, Free: 40 << 30, FreeBackup: 40 << 30}),
		},
		"SpaceShort":           {SpaceShort([]string{DataFolder(), BackupFolder()}, 300<<20, 1100<<20)},
		"DiskNearlyFull":       {DiskNearlyFull([]string{DataFolder()}, 300<<20, 1100<<20), DiskNearlyFull([]string{DataFolder(), BackupFolder()}, 300<<20, 1100<<20)},
		"AboutVersion":         {AboutVersion()},
		"Version":              {Version("1.0", "a1b2c3d", "go1.26", 1), Version("devel", "", "go1.26", 1)},
		"Running":              {Running()},
		"Stopped":              {Stopped()},
		"FirstAdmin":           {FirstAdmin("CFGHJ-KMNPQ-RTVX", office.InviteLink("CFGHJ-KMNPQ-RTVX"), office.Moment(at)), FirstAdmin("CFGHJ-KMNPQ-RTVX", "", office.Moment(at))},
		"InviteCode":           {InviteCode(PostOf(first, UnitName(unit)), "CFGHJ-KMNPQ-RTVX", office.InviteLink("CFGHJ-KMNPQ-RTVX"), office.Moment(at))},
		"WhichRole":            {WhichRole([]string{"focal", "officer"}, "focal"), WhichRole([]string{"focal", "officer"}, "")},
		"RoleAndUnit":          {RoleAndUnit("focal", true), RoleAndUnit("officer", false)},
		"RoleAndBlock":         {RoleAndBlock("blockhead", true), RoleAndBlock("officer", false)},
		"NoSuchUnit":           {NoSuchUnit("PT999", 85), NoSuchUnit("PT999", 0)},
		"NoSuchBlock":          {NoSuchBlock("Khối 20", []string{"Khối 1", "Khối 2"}), NoSuchBlock("Khối 20", nil)},
		"ConfirmImport":        {ConfirmImport(85)},
		"NotImported":          {NotImported()},
		"ListLeavesOpen":       {ListLeavesOpen(AskDays(2, "Từ ngày", "1/7/2025", 0))},
		"AskNumber":            {AskNumber(2)},
		"NothingToImport":      {NothingToImport()},
		"Imported":             {Imported(85)},
		"Restored":             {Restored("data/guongsang.db", office.Moment(at), 120, 0), Restored("data/guongsang.db", office.Moment(at), 120, 2)},
		"ReplacedStore":        {ReplacedStore("data/guongsang.db.truoc")},
		"StoreBusy":            {StoreBusy()},
		"BusyImport":           {BusyImport()},
		"BusyInvite":           {BusyInvite()},
		"StoreNewer":           {StoreNewer(26, 25, "", "", ""), StoreNewer(26, 25, "v1.4.0", "0123456789ab", "data/guongsang.db.version-25")},
		"BackupFolderUnfit":    {BackupFolderUnfit("/srv/sao-luu", "open /srv/sao-luu: permission denied")},
		"AuditReversed":        {AuditReversed("01/12/2026", "15/11/2026")},
		"AuditEmpty":           {AuditEmpty()},
		"StoreDamaged":         {StoreDamaged("meta page 1: checksum")},
		"NoStoreFile":          {NoStoreFile("checking so.xlsx: it is not a store of this program: store file is damaged")},
		"BackupBroken":         {BackupBroken("guongsang.db: sha256")},
		"AddressTaken":         {AddressTaken("serving on 127.0.0.1:9090: listen tcp 127.0.0.1:9090: bind: address already in use")},
		"DiskFull":             {DiskFull("write data/guongsang.db: no space left on device")},
		"FolderForFile":        {FolderForFile("reading the configuration: read /etc: is a directory")},
		"FileForFolder":        {FileForFolder("making the folder data: mkdir data: not a directory")},
		"ReadOnlyDisk":         {ReadOnlyDisk("mkdir /data: read-only file system")},
		"NoBackupThere":        {NoBackupThere("reading the manifest in backups: there is no manifest: backup is not whole")},
		"NoPermission":         {NoPermission("open data/guongsang.db: permission denied")},
		"NoSuchFile":           {NoSuchFile("open don-vi.csv: no such file or directory")},
		"CommandFailed":        {CommandFailed("read don-vi.csv: input/output")},
		"TokenMissing":         {TokenMissing()},
		"TokenFileUnread":      {TokenFileUnread("token.txt")},
		"TokenMalformed":       {TokenMalformed()},
		"TokenRefused":         {TokenRefused()},
		"WebhookSecretMissing": {WebhookSecretMissing()},
		"CheckHead":            {CheckHead("config.yaml", office, "UBND tỉnh Lai Châu")},
		"SampleOffice":         {SampleOffice("config.yaml")},
		"SampleContact":        {SampleContact()},
		"OwnServer":            {OwnServer("http://127.0.0.1:8081")},
		"DutyOff":              each(DutyOff, report.Month, report.Quarter),
		"CheckSchedule":        each(CheckSchedule, month, quarter),
		"CheckStep": {CheckStep("-5", "focal", today, "08:00"), CheckStep("0", "focal", month.Deadline, "08:00"), CheckStep("+1", "focal", today, "08:00"),
			CheckStep("deputy", "deputy", today, "08:00"), CheckStep("head", "head", today, "08:00"), CheckStep("blockhead", "blockhead", today, "08:00"), CheckStep("agency", "agency", today, "08:00")},
		"CheckDayOff":       {CheckDayOff(report.Day{Date: today, Note: HolidayName("tet")})},
		"HolidayName":       each(HolidayName, "newyear", "tet", "hung", "liberation", "labour", "national", "culture", "lieu", "swap", "", "nghỉ theo thông báo"),
		"MakeupName":        each(MakeupName, "swap", "làm bù Tết"),
		"CalendarConfirmed": {strings.TrimSpace(CalendarConfirmed(2026, true)), strings.TrimSpace(CalendarConfirmed(2027, false))},
		"NoStoreYet":        {NoStoreYet("data")},
		"StoreInUse":        {StoreInUse("data/guongsang.db")},
		"StoreVersion":      {StoreVersion("data/guongsang.db", 2, 2), StoreVersion("data/guongsang.db", 1, 2)},
		"StorePeople":       {StorePeople(85, 45, 2, 1)},
		"NoUnitsYet":        {NoUnitsYet()},
		"NoAdminYet":        {NoAdminYet()},
		"UnconnectedUnits":  {UnconnectedUnits(45)},
		"CheckMissing":      {strings.TrimSpace(CheckMissing(nil)), strings.TrimSpace(CheckMissing([]string{NoUnitsYet(), NoAdminYet()}))},
		"HealthGood":        {HealthGood(0, 3, 1)},
		"HealthSilent":      {HealthSilent()},
		"HealthStore":       {HealthStore()},
	}
}

func settings() map[string][]string {
	return map[string][]string{
		"NoConfig":             {NoConfig("config.yaml")},
		"ConfigFaults":         {ConfigFaults("config.yaml", 3)},
		"MoreConfigFaults":     {MoreConfigFaults(1203)},
		"ConfigTooBig":         {ConfigTooBig(256)},
		"ConfigFault":          {ConfigFault(12, 5, "duties.month.quota", SettingMissing()), ConfigFault(0, 0, "", EmptyConfig())},
		"EmptyConfig":          {EmptyConfig()},
		"TwoDocuments":         {TwoDocuments()},
		"NotUTF8":              {NotUTF8()},
		"TabInYAML":            {TabInYAML()},
		"MissingColon":         {MissingColon()},
		"OpenQuote":            {OpenQuote()},
		"BadIndent":            {BadIndent()},
		"StarOrAmpersand":      {StarOrAmpersand()},
		"BadSyntax":            {BadSyntax()},
		"UnknownKey":           {UnknownKey("quota"), UnknownKey("")},
		"DoubleKey":            {DoubleKey(8)},
		"WrongType":            each(WrongType, KindWholeNumber, KindNumber, KindYesOrNo, KindList, KindSection, KindText),
		"SettingMissing":       {SettingMissing()},
		"SettingOneOf":         {SettingOneOf([]string{"polling", "webhook"}, "polling"), SettingOneOf([]string{"polling", "webhook"}, "")},
		"SettingRange":         {SettingRange(1, 28)},
		"SettingAboveZero":     {SettingAboveZero(30)},
		"BadURL":               {BadURL([]string{"http", "https", "socks5"})},
		"BadListen":            {BadListen("9090")},
		"BadHeartbeat":         {BadHeartbeat()},
		"HealthOff":            {HealthOff()},
		"HealthDown":           {HealthDown("127.0.0.1:9090")},
		"HealthForeign":        {HealthForeign("127.0.0.1:9090", "HTTP 404 Not Found"), HealthForeign("127.0.0.1:9090", "")},
		"HealthStarting":       {HealthStarting()},
		"HealthReady":          {HealthReady()},
		"HealthStopping":       {HealthStopping()},
		"SameListen":           {SameListen("127.0.0.1:8443")},
		"BadConfigClock":       {BadConfigClock("8h")},
		"BadQuietHours":        {BadQuietHours("tối")},
		"BadSpan":              {BadSpan("một ngày")},
		"BadDeadlineDay":       {BadDeadlineDay("32")},
		"BadConfigDay":         {BadConfigDay("2026-02-30")},
		"ConfigDateMissing":    {ConfigDateMissing()},
		"BasisEndsBeforeStart": {BasisEndsBeforeStart()},
		"IssuingSymbolMissing": {IssuingSymbolMissing()},
		"SymbolTwice":          {SymbolTwice()},
		"OldSymbol":            {OldSymbol()},
		"BasisEnded":           {BasisEnded(LegalBasis{Name: "Nghị định số 98/2023/NĐ-CP", To: report.NewDate(2025, 6, 30)})},
		"BasisPending":         {BasisPending(LegalBasis{Name: "Luật số 06/2026/QH16", From: report.NewDate(2026, 10, 1)}), BasisPending(LegalBasis{Name: "Luật số 07/2026/QH16", Date: report.NewDate(2026, 12, 1)})},
		"CheckLetterhead": {CheckLetterhead(office.Agency, office.Organization, DocumentNumber(report.StateForm, "BC", "VHXH"), DocumentNumber(report.StateForm, "", "VHXH"), KeptBy(report.StateForm, "")),
			CheckLetterhead(office.Organization, "", DocumentNumber(report.StateForm, "BC", "UBND"), DocumentNumber(report.StateForm, "", "UBND-VHXH"), KeptBy(report.StateForm, "VHXH"))},
		"FarYear":      {FarYear(report.NewDate(2206, 11, 24))},
		"DoubleDay":    {DoubleDay(today, 2)},
		"DoubleNumber": {DoubleNumber(5)},
		"DoubleEntry":  {DoubleEntry(2)},
		"BadZone":      {BadZone("Asia/Hanoi")},
		"InQuietHours": {InQuietHours("06:00", "17:30-07:30")},
		"CatchUpRange": {CatchUpRange()},
		"NoDutyOn":     {NoDutyOn()},
		"RuleProblem": {RuleProblem(report.Problem{Reason: report.BeforeClose, Period: november, Date: month.Close}), RuleProblem(report.Problem{Reason: report.Conflict, Date: today}),
			RuleProblem(report.Problem{Key: "scheme"}), RuleProblem(report.Problem{Key: "on_day_off"}), RuleProblem(report.Problem{Key: "lock_after"}), RuleProblem(report.Problem{Key: "quota"}), RuleProblem(report.Problem{})},
		"CronMissing": {CronMissing()},
		"CronZone":    {CronZone("CRON_TZ=UTC 0 9 25 * *")},
		"CronFields":  {CronFields("0 9 25", 3)},
		"CronField":   each(func(i int) string { return CronField("70 9 25 * *", i, "70") }, 0, 1, 2, 3, 4),
		"CronNever":   {CronNever("0 9 31 2 *")},
	}
}
