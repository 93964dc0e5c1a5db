package texts_test

import (
	"time"

	"guongsang/internal/report"
	. "guongsang/internal/texts"
)

func meant() map[string][]string {
	person := FoundLine("G-2026-0012", "Tẩn A Páo", "bản Nà Cúng", "Cứu hai cháu nhỏ", "Trường Hoa Ban")
	taken := []Said{{Field: "Họ và tên", Value: "Tẩn A Páo"}, {Field: "Nơi ở/đơn vị", Value: "bản Nà Cúng"}}
	steers := []string{"back", "skip", "stop", "none", "review", "name"}
	var doubts, labels []string
	for _, s := range steers {
		doubts = append(doubts, office.Doubt("quay lạ", "Nơi ở/đơn vị", s))
		labels = append(labels, ToSteer(s, true), ToSteer(s, false))
	}
	var answers []string
	for _, about := range []string{"consent", "photos", "files", "numbers", "seal", "length", "where", "after", "many", "whom"} {
		answers = append(answers, ShortAnswer(about))
	}
	return map[string][]string{
		"ShortAnswer":        answers,
		"Office.ContactIs":   {office.ContactIs()},
		"Office.GreetBack":   {office.GreetBack()},
		"Office.AskHandover": {office.AskHandover("Trạm Y tế Hoa Ban (PT001)")},
		"Office.AskSnooze":   {office.AskSnooze(time.Date(2026, 11, 26, 7, 0, 0, 0, time.UTC), true), office.AskSnooze(time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC), false)},
		"Office.ThankBack":   {office.ThankBack()},
		"Office.AgreeBack":   {office.AgreeBack()},
		"LeftAsItIs":         {LeftAsItIs()},
		"DeedInFile":         {DeedInFile()},
		"OfferCorrection":    {OfferCorrection(report.Example{Number: "G-2026-0012", Content: report.Content{Name: "Tẩn A Páo"}}, "Nơi ở/đơn vị", "bản Nà Cúng", "bản Nà Mai")},
		"EditAfterSending":   {EditAfterSending(report.Example{Number: "G-2026-0012"})},
		"OfferSupplement": {
			OfferSupplement(report.Example{Number: "G-2026-0012", Review: report.Returned, Reason: "Số liệu, kết quả cụ thể của việc làm.", Content: report.Content{Name: "Lò Thị Xuân An"}}, "lớp có 32 cháu", "Kết quả bằng số liệu"),
			OfferSupplement(report.Example{Number: "G-2026-0012", Review: report.Received, Content: report.Content{Name: "Lò Thị Xuân An"}}, "cô còn dạy xóa mù cho 12 chị em", "Tóm tắt"),
		},
		"AskAttach":           {AskAttach(report.Example{Number: "G-2026-0012", Review: report.Returned, Reason: "Ảnh minh họa.", Content: report.Content{Name: "Lò Thị Xuân An"}})},
		"NotNamedSent":        {NotNamedSent(report.Example{Number: "G-2026-0012", Content: report.Content{Name: "Lò Thị Xuân An"}}, "cô còn dạy xóa mù")},
		"AskWhichSent":        {AskWhichSent("lớp có 32 cháu")},
		"ToAddTo":             {ToAddTo(report.Example{Number: "G-2026-0012", Content: report.Content{Name: "Lò Thị Xuân An"}})},
		"OfferPlease":         {OfferPlease(report.Example{Number: "G-2026-0012", Content: report.Content{Name: "Lò Thị Xuân An"}}, "lớp có 32 cháu")},
		"OfferAddition":       {OfferAddition(report.Example{Number: "G-2026-0012", Content: report.Content{Name: "Tẩn A Páo"}}, "à quên, anh ấy còn giúp 3 hộ nghèo")},
		"NilOfUnits":          {NilOfUnits(november, 2)},
		"StillOwed":           {StillOwed(month)},
		"Office.NotNow":       {office.NotNow(false), office.NotNow(true)},
		"AskFileNil":          {AskFileNil(november, 1), AskFileNil(november, 2)},
		"ToFileNil":           {ToFileNil(november, ""), ToFileNil(fourth, "Trường Hoa Ban (PT001)")},
		"OfficeDeadlines":     {OfficeDeadlines([]report.Schedule{month}, month.Deadline.AddDays(-3)), OfficeDeadlines([]report.Schedule{month}, month.Deadline), OfficeDeadlines([]report.Schedule{month}, month.Deadline.AddDays(1))},
		"WriteInFull":         {WriteInFull(true), WriteInFull(false)},
		"TitleComes":          {TitleComes()},
		"DraftsWait":          {DraftsWait(1), DraftsWait(2)},
		"DraftNotSent":        {DraftNotSent()},
		"ToUndoNil":           {ToUndoNil(november)},
		"SentAnew":            {SentAnew("G-2026-0012")},
		"ConsentComes":        {ConsentComes()},
		"AnswerBeforeSending": {AnswerBeforeSending()},
		"PressSend":           {PressSend(false), PressSend(true)},
		"Replaced":            {Replaced("45 ngày công", "54 ngày công", []string{"Tiêu đề", "Tóm tắt"})},
		"PeriodChanged":       {PeriodChanged(november)},
		"UnitStays":           {UnitStays("Trường Hoa Ban")},
		"Office.NoRecord":     {office.NoRecord("G-2026-0404")},
		"Office.AskFind":      {office.AskFind()},
		"Office.NothingFound": {office.NothingFound("Tẩn A Páo")},
		"Found":               {Found("Tẩn A Páo", 1, []string{person})},
		"FoundLine":           {person, FoundLine("G-2026-0012", "Tẩn A Páo", "", "Cứu hai cháu nhỏ", "Trường Hoa Ban")},
		"JoinReasons":         {JoinReasons(ReturnPhrases()[1:2]), JoinReasons(ReturnPhrases()[1:4])},
		"NoSuchReason":        {NoSuchReason(6)},
		"Corrected":           {Corrected("Nơi ở/đơn vị", "bản Nà Cúng")},
		"Told":                {Told(nil), Told(taken)},
		"WhichConsent":        {WhichConsent()},
		"BrokenLetters":       {BrokenLetters()},
		"ReadFromKeys":        {ReadFromKeys("Lò Thị Hoa")},
		"HelpAt":              {HelpAt(true, true), HelpAt(false, false)},
		"MaybeUnmarked":       {MaybeUnmarked("vang thi may")},
		"NotUnderstoodAt":     {NotUnderstoodAt("mai trời nắng không")},
		"OnlyInitials":        {OnlyInitials()},
		"CannotSkip":          {CannotSkip()},
		"CannotPass":          {CannotPass()},
		"PressToConfirm":      {PressToConfirm()},
		"Office.DoubtReason":  {office.DoubtReason("Tẩn A Páo")},
		"ToMean":              {ToMean("back"), ToMean("stop"), ToMean("person"), ToMean("unit"), ToMean("report"), ToMean("right"), ToMean("skip")},
		"Office.Doubt":        append(doubts, office.Doubt("bà con rất vui mừng khi có đường mới về", "Loại", "summary")),
		"ToTakeAnswer":        {ToTakeAnswer("Nơi ở/đơn vị")},
		"ToSteer":             append(labels, ToSteer("summary", true)),
		"SentBelow":           {SentBelow(example)},
	}
}
