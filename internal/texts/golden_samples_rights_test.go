package texts_test

import (
	"guongsang/internal/report"

	. "guongsang/internal/texts"
)

// rights are the samples of what people ask of the data about them.
func rights() map[string][]string {
	q := report.DataRequest{
		Number: 1, Right: report.ToErase, Received: at, From: 7, Name: "Lò Văn Pín", Contact: "0912 000 000", Text: "Xin xóa bài về tôi",
		Example: "G-2026-0001", AnswerBy: today.AddDays(2), DoneBy: today.AddDays(20),
	}
	old := q
	old.Answered, old.AnswerBy, old.DoneBy = report.Mark{By: 7, At: at}, today.AddDays(-9), today.AddDays(-1)
	left := BackupsLeft{Count: 14, First: today.AddDays(-13), Last: today, Until: today.AddDays(14)}
	var asks, entered, names []string
	for _, right := range report.Rights {
		asks, entered, names = append(asks, AskRequest(string(right))), append(entered, AskEntered(string(right))), append(names, RightName(string(right)))
	}
	undated := left
	undated.Until = report.Date{}
	return map[string][]string{
		"Erasing": {Erasing()}, "RightsLaw": {RightsLaw()}, "ErasingDone": {ErasingDone("YC-0001", left), ErasingDone("YC-0001", BackupsLeft{})}, "RightsOffer": {RightsOffer()},
		"OfferRequest": {OfferRequest(string(report.ToErase), "xin gỡ ảnh con tôi"), OfferRequest(string(report.ToWithdraw), "đừng đăng ảnh cháu nhà tôi")},
		"AskRequest":   asks, "AskEntered": entered, "RightName": names, "AskWhichRight": {AskWhichRight()},
		"ChooseToLink": {ChooseToLink("lò văn pín", 9, []string{"• Lò Văn Pín"}), ChooseToLink("lò văn pín", 1, []string{"• Lò Văn Pín"})}, "AskRequestMore": {AskRequestMore(true, true), AskRequestMore(true, false), AskRequestMore(false, true)}, "RequestAdded": {RequestAdded(q)}, "RequestAddedTo": {RequestAddedTo(q)},
		"RequestKept": {RequestKept(q)}, "RequestCame": {RequestCame(q)}, "Office.RequestAnswered": {office.RequestAnswered(q)},
		"Office.RequestEnded": {office.RequestEnded("YC-0001", "erase", true, ""), office.RequestEnded("YC-0001", "correct", false, "Đang khiếu nại.")},
		"RequestsTitle":       {RequestsTitle(3)}, "RequestsPress": {RequestsPress(2)}, "RequestLine": {RequestLine(q, today), RequestLine(old, today)},
		"Office.Request": {
			office.Request(RequestPage{Request: q, Today: today, Entered: "Hạnh", About: "G-2026-0001, Lò Văn Pín"}), office.Request(RequestPage{Request: old, Today: today, Erasing: true}),
		},
		"AboutAccount": {AboutAccount("Lan", 7), AboutAccount("", 7)}, "RequestOver": {RequestOver("YC-0001", true), RequestOver("YC-0001", false)},
		"ConfirmErase": {
			ConfirmErase(ErasurePlan{Number: "G-2026-0001", Name: "Lò Văn Pín", Versions: 3, Files: 2, Drafts: 1, Talks: 2, Messages: 1, Jobs: 1, Notes: 2, Proofs: 1, Forms: 2, Places: 1, Public: true, Backups: left}),
			ConfirmErase(ErasurePlan{Account: "tài khoản Lan (7)", Posts: 1, OwnDrafts: 2, Backups: undated}),
		},
		"ConfirmEraseTwice": {ConfirmEraseTwice("YC-0001", "G-2026-0042, Lò Thị Mai")}, "ErasedExample": {ErasedExample("G-2026-0001")}, "ErasedToUnit": {ErasedToUnit("G-2026-0001")},
		"BackupsLeft.Says": {left.Says(), undated.Says(), BackupsLeft{}.Says()}, "Office.StrangerRights": {office.StrangerRights()}, "RetentionTitle": {RetentionTitle()},
		"Retention": {
			Retention(RetentionPlan{}),
			Retention(RetentionPlan{Kept: report.Retention{Examples: 5, Drafts: 1}, Examples: 12, Drafts: 3, Numbers: []string{"G-2020-0001", "G-2020-0002"}}),
		},
		"UsageRetention": {UsageRetention()}, "AboutRetention": {AboutRetention()}, "DetailRetention": {DetailRetention()}, "BusyRetention": {BusyRetention()}, "Retained": {Retained(12)},
	}
}
