package texts_test

import (
	"time"

	"guongsang/internal/report"
	. "guongsang/internal/texts"
)

// desk has samples of what officers do with an example beside ruling on it.
func desk() map[string][]string {
	mark := report.Mark{By: 7, At: at}
	fix := report.Correction{Mark: mark, What: "Họ tên đúng là Lò Thị Xuân An", Why: "Gõ nhầm họ"}
	agreed, refused := fix, fix
	agreed.Agreed, agreed.Answered = true, report.Mark{By: 8, At: at.Add(time.Hour)}
	refused.Answer, refused.Answered = "Bài đã in; sẽ đính chính ở số sau.", agreed.Answered
	now := teacher
	now.Summary, now.Place, now.Spread = teacher.Summary+" Cả bản làm theo.", "", "Hai bản bên đã làm theo."
	second, published := example, example
	published.Review = report.Published
	second.Version, second.Content = 2, now
	return map[string][]string{
		"HeldOnList":           {HeldOnList("Nguyễn Thu Hà")},
		"Office.TakenToast":    {office.TakenToast("G-2026-0042", at)},
		"Office.AskTakeOver":   {office.AskTakeOver("G-2026-0042", "Nguyễn Thu Hà", at)},
		"MoreOfCard":           {MoreOfCard(example)},
		"RulingUndone":         {RulingUndone("G-2026-0042", report.Accepted, report.Received, 1), RulingUndone("G-2026-0042", report.Returned, report.Received, 0)},
		"Office.UndoPast":      {office.UndoPast()},
		"WasUndone":            {WasUndone(example)},
		"Office.UndoneForUnit": {office.UndoneForUnit(example, report.Accepted), office.UndoneForUnit(example, report.Returned)},
		"AskReopen":            {AskReopen("G-2026-0042")},
		"ReopenedDone":         {ReopenedDone("G-2026-0042")},
		"Office.ReopenedForUnit": {func() string {
			e := example
			e.Reason = "Cần xác minh lại số liệu"
			return office.ReopenedForUnit(e)
		}()},
		"SelectedToast":             {SelectedToast("G-2026-0042")},
		"UnselectedToast":           {UnselectedToast("G-2026-0042")},
		"ForwardedToast":            {ForwardedToast("G-2026-0042", true), ForwardedToast("G-2026-0042", false)},
		"Office.ForwardedLine":      {office.ForwardedLine(example, at), office.ForwardedLine(published, at)},
		"Office.ForwardedForUnit":   {office.ForwardedForUnit(at)},
		"WordsForwarded":            WordsForwarded(),
		"ForwardedTitle":            {ForwardedTitle(1200)},
		"NoneForwarded":             {NoneForwarded()},
		"AskNote":                   {AskNote("G-2026-0042", ""), AskNote("G-2026-0042", "Đã gọi trưởng bản.")},
		"NoteKept":                  {NoteKept("G-2026-0042")},
		"NoteDropped":               {NoteDropped("G-2026-0042")},
		"AskInquiry":                {AskInquiry("G-2026-0042", "Trường Hoa Ban")},
		"ConfirmInquiry":            {ConfirmInquiry("G-2026-0042", "Ảnh thứ hai chụp ở đâu?")},
		"InquirySent":               {InquirySent("G-2026-0042", 1), InquirySent("G-2026-0042", 0)},
		"Office.Inquired":           {office.Inquired(example, "Ảnh thứ hai chụp ở đâu?")},
		"AskAnswer":                 {AskAnswer("G-2026-0042", "Ảnh thứ hai chụp ở đâu?")},
		"Office.AnswerSent":         {office.AnswerSent("G-2026-0042")},
		"AnsweredAlready":           {AnsweredAlready("G-2026-0042")},
		"UnitAnswered":              {UnitAnswered(example, "Trường Hoa Ban", "Ảnh thứ hai chụp ở đâu?", "Ở sân trường.")},
		"Office.AskWhat":            {office.AskWhat("G-2026-0042")},
		"AskWhy":                    {AskWhy("G-2026-0042", fix.What)},
		"Office.CorrectionAsked":    {office.CorrectionAsked("G-2026-0042")},
		"Office.CorrectionWaits":    {office.CorrectionWaits("G-2026-0042", fix)},
		"CorrectionFor":             {CorrectionFor(example, "Trường Hoa Ban", fix), CorrectionFor(published, "Trường Hoa Ban", fix)},
		"TakeBackFirst":             {TakeBackFirst(example.Number, true), TakeBackFirst(example.Number, false)},
		"Office.CorrectionAnswered": {office.CorrectionAnswered(agreed, "Nguyễn Thu Hà"), office.CorrectionAnswered(refused, "Nguyễn Thu Hà")},
		"CorrectionReason":          {CorrectionReason(fix.What)},
		"Office.CorrectionAgreed":   {office.CorrectionAgreed(returned)},
		"AskRefusal":                {AskRefusal("G-2026-0042", fix.What)},
		"Office.CorrectionRefused":  {office.CorrectionRefused(example, refused.Answer)},
		"CorrectionOver":            {CorrectionOver("G-2026-0042", member.Name, true), CorrectionOver("G-2026-0042", member.Name, false)},
		"CorrectionDone":            {CorrectionDone("G-2026-0042", true), CorrectionDone("G-2026-0042", false)},
		"LabelBulkPage":             {LabelBulkPage(6)},
		"LabelBulkAll":              {LabelBulkAll(30)},
		"AskBulk":                   {AskBulk(5, 17, 2, false), AskBulk(3, 0, 0, false), AskBulk(6, 30, 0, true), AskBulk(0, 0, 60, true)},
		"BulkNone":                  {BulkNone()},
		"BulkDone":                  {BulkDone(17, 0), BulkDone(16, 1)},
		"OverlookedTold":            {OverlookedTold([]report.Example{example, behalf}, 6), OverlookedTold([]report.Example{example, behalf}, 1)},
		"DigestOverlooked":          {DigestOverlooked(3)},
		"ChangesTitle":              {ChangesTitle(second)},
		"NoChanges":                 {NoChanges()},
		"OnlyVersion":               {OnlyVersion("G-2026-0042")},
		"ChangesText":               {ChangesText(Changes(teacher, now))},
	}
}
