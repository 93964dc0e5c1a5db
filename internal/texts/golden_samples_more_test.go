package texts_test

import (
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	. "guongsang/internal/texts"
)

// besides are the texts about what letters ask besides.
func besides() map[string][]string {
	model := privacy.View{More: privacy.More{
		Theme: "Dân vận khéo", Members: 12, Women: 8, Chief: "Lò Thị Mai", Since: "tháng 3/2025", RunBy: "Chi hội Phụ nữ bản Nà Cúng",
		Reach: "48 hộ", Cost: "15 triệu đồng", Lasting: "có quỹ chi hội", Quote: "“Đường rộng thì cả bản được nhờ”",
	}}
	photo := report.Media{Kind: "photo", Caption: "Chị Xoan bên vườn lê", Author: "Lò Văn An"}
	var proposals []string
	for _, p := range report.Proposals {
		proposals = append(proposals, Proposal(p))
	}
	return map[string][]string{
		"AskPhone": {AskPhone()}, "AskAuthor": {AskAuthor()}, "AskAuthorUnit": {AskAuthorUnit()}, "AskAuthorPhone": {AskAuthorPhone()}, "AskTheme": {AskTheme()}, "Themes": Themes(),
		"Proposal": proposals, "AskProposal": {AskProposal()}, "AskCleared": {AskCleared()}, "Cleared": {Cleared("Vàng Thị Hoa")}, "ClearedByWhom": {ClearedByWhom()},
		"AskLeads": {AskLeads()}, "Leads": {Leads(report.Yes), Leads(report.No)}, "AskMembers": {AskMembers()}, "AskWomen": {AskWomen()}, "AskChief": {AskChief()},
		"BadNumber": {BadNumber(100_000)}, "MoreWomen": {MoreWomen(15, 12)}, "AskSince": {AskSince()}, "AskRunBy": {AskRunBy()}, "AskReach": {AskReach()},
		"AskCost": {AskCost()}, "AskLasting": {AskLasting()}, "AskQuote": {AskQuote()}, "AskLink": {AskLink()}, "AskVideo": {AskVideo()},
		"BadLink": {BadLink()}, "BadPhone": {BadPhone()}, "AskArticle": {AskArticle()},
		"ArticleTaken": {ArticleTaken("bai-viet.docx", 8200, 0), ArticleTaken("bai-viet.docx", 8200, 3)},
		"CaptionOf":    {CaptionOf(photo), CaptionOf(report.Media{Kind: "photo"})}, "AskCaptions": {AskCaptions([]string{CaptionOf(photo), CaptionOf(report.Media{})})},
		"NoSuchPhoto": {NoSuchPhoto(0), NoSuchPhoto(3)}, "FieldRemoved": {FieldRemoved("Lời nhân vật")},
		"MoreFilled": {MoreFilled(nil), MoreFilled([]string{"Phong trào", "Lời nhân vật"})}, "FieldsFilled": {FieldsFilled(MoreHead(), []Said{{Field: "Phong trào", Value: "Dân vận khéo"}})},
		"MoreStory": MoreStory(model), "PhotoCaptions": {PhotoCaptions([]privacy.Photo{{Caption: photo.Caption, Author: photo.Author}, {}, {Caption: "Vườn lê"}})},
	}
}

// approving are the texts about what waits for the head of a unit.
func approving() map[string][]string {
	at := time.Date(2026, 11, 20, 1, 30, 0, 0, time.UTC)
	d := report.Draft{Content: teacher}
	e := report.Example{Number: "G-2026-0012", Content: teacher, Received: at}
	by := report.Approval{By: 7, Name: "Vàng Thị Hoa", Position: HeadOf("Trạm Y tế Hoa Ban"), At: at.Add(26 * time.Hour)}
	line := office.WaitsForHead(unit, teacher.Name, at)
	return map[string][]string{
		"HeadOf": {by.Position}, "SubmittedTitle": {SubmittedTitle()}, "Office.Submitted": {office.Submitted(d, []string{"Vàng Thị Hoa"}, at), office.Submitted(d, nil, at)},
		"ApprovalTitle": {ApprovalTitle()}, "Office.AskApproval": {office.AskApproval("Lan")}, "NotWaiting": {NotWaiting()},
		"Office.ApprovedNow": {office.ApprovedNow(e, true), office.ApprovedNow(e, false)}, "Office.ApprovedBy": {office.ApprovedBy(by), office.ApprovedBy(report.Approval{Missing: true})},
		"TakenBack": {TakenBack()}, "TakenBackNow": {TakenBackNow()}, "AskHeadReason": {AskHeadReason(d)}, "Office.HeadSays": {office.HeadSays("Vàng Thị Hoa", "thiếu số hộ")},
		"HandedBackTitle": {HandedBackTitle()}, "HandedBack": {HandedBack(d)}, "Office.ApprovalReminder": {both(office.ApprovalReminder(teacher.Name, at))},
		"Office.WaitsForHead": {line}, "WaitListTitle": {WaitListTitle()},
		"WaitList": {WaitList([]string{line}), WaitList([]string{line, line, line, line, line, line, line, line, line, line, line, line})},
	}
}
