package texts_test

import (
	"guongsang/internal/privacy"
	"guongsang/internal/report"

	. "guongsang/internal/texts"
)

// publication are the samples of what is published and taken back.
func publication() map[string][]string {
	const number, name, title, link = "G-2026-0001", "Lò Thị Xuân An", "Cô giáo cắm bản 9 năm", "https://t.me/guongsang/12"
	var steps, kinds []string
	for _, step := range []string{"chosen", "submitted", "approved", "waiting", "queued", "doubtful", "posted", "takenback"} {
		steps = append(steps, Progress(step))
	}
	for _, kind := range append(PlaceKinds(), "telegram") {
		kinds = append(kinds, PlaceKind(kind))
	}
	card := PublicityCard{
		Number: number, Name: name, Title: title, Step: "waiting", Photos: 2, LeftOut: 1, Why: "Chưa được đồng ý công khai; gương vẫn được tính.",
		Edited: []string{PublicityForm("channel")}, Approved: true, By: "Thủy", At: at, PostAt: at, Evidence: 1,
	}
	back := PublicityCard{
		Number: number, Name: name, Title: title, Step: "takenback", By: "Thủy", Says: "Nên nói rõ điểm trường.", At: at, Link: link,
		Places: []string{PlaceLine("bao", "https://baolaichau.vn/1", today, today)}, Reason: "sai số liệu", Replaced: 2,
	}
	alone := card
	alone.Alone = true
	return map[string][]string{
		"ChosenTitle": {ChosenTitle(12, 3), ChosenTitle(12, 0)}, "ToApproveTitle": {ToApproveTitle(2)}, "Progress": steps,
		"PublicityLine": {PublicityLine(number, name, title, "posted", 2), PublicityLine(number, name, title, "chosen", 0)},
		"FormHead":      {FormHead("channel", 1, 5, true)}, "AskForm": {AskForm("channel")},
		"Office.Publicity": {office.Publicity(card), office.Publicity(back), office.Publicity(alone)},
		"SubmittedTo":      {SubmittedTo(number, 2)}, "Office.PleaseApprove": {office.PleaseApprove(number, title)},
		"Office.RuledOn": {
			office.RuledOn(number, "Thủy", true, false, ""), office.RuledOn(number, "Thủy", false, false, "Nên nói rõ điểm trường."), office.RuledOn(number, "Hạnh", true, true, ""),
		},
		"NotChosenNow":  {NotChosenNow(number, true), NotChosenNow(number, false)},
		"TakenBackTold": {TakenBackTold(number, member.Name, "sai tên")},
		"NotToShowNow":  {NotToShowNow("G-2026-0012")},
		"NotToRuleNow":  {NotToRuleNow(number, "chosen"), NotToRuleNow(number, "takenback")},
		"NotSeenHere": {
			NotSeenHere(report.Example{Number: number, Review: report.Retracted}), NotSeenHere(report.Example{Number: number, Review: report.Withdrawn}),
			NotSeenHere(report.Example{Number: number, Review: report.Received}), NotSeenHere(report.Example{Number: number, Review: report.Accepted}),
		},
		"Office.WillPost": {office.WillPost(number, at)}, "PostingStopped": {PostingStopped(number, "Hạnh")},
		"WaitEnded": {
			WaitEnded(report.Example{Number: number, Review: report.Selected}, "waiting", "Hạnh"), WaitEnded(report.Example{Number: number, Review: report.Selected}, "submitted", ""),
			WaitEnded(report.Example{Number: number, Review: report.Accepted}, "approved", "Hạnh"), WaitEnded(report.Example{Number: number, Review: report.Received}, "waiting", "Hạnh"),
		},
		"Office.WaitsAnew": {office.WaitsAnew(number, "Hạnh", at)}, "NotPosted": {NotPosted(number, DroppedAtGate)},
		"AskWhetherPosted": {AskWhetherPosted(number)}, "PostedNow": {PostedNow(number, link)}, "Office.ThanksPublished": {office.ThanksPublished(number, name, title, link)},
		"PlaceKinds": PlaceKinds(), "PlaceKind": kinds, "PlaceLine": {PlaceLine("loa", "", today, report.Date{})}, "PlaceNotYet": {PlaceNotYet(today)}, "ToGone": {ToGone(1, "bao")},
		"ConfirmTakeBack": {ConfirmTakeBack(number, "sai số liệu", 2, 1)}, "PublicationGone": {PublicationGone(number, "sai số liệu", 1)},
		"Office.TakenBack": {office.TakenBack(number, name, "sai số liệu")}, "StillStands": {StillStands(number, 2)},
		"ConfirmConsentBack": {ConfirmConsentBack(number, name, true), ConfirmConsentBack(number, name, false)}, "ConsentIsBack": {ConsentIsBack(number)},
		"ConsentBackTold": {ConsentBackTold(number, "Lan")}, "ChannelUnseen": {ChannelUnseen("@guongsang")}, "ChannelForbidden": {ChannelForbidden("@guongsang")},
		"ChannelUnheard": {ChannelUnheard("@guongsang")}, "BadChannel": {BadChannel("guong sang")}, "BadWait": {BadWait()}, "BadPostingHours": {BadPostingHours("21:00-07:00")},
		"DigestPublished": {
			DigestPublished(3, 1, map[string]int{"telegram": 3, "bao": 1}), DigestPublished(2, 0, nil), DigestPublished(0, 1, nil),
		},
		"HiddenBecause": {HiddenBecause(privacy.View{Why: []privacy.Reason{privacy.Training}}), HiddenBecause(privacy.View{})},
		"Withheld":      {Withheld(privacy.View{Why: []privacy.Reason{privacy.NotAgreed}}, report.Content{})},
	}
}
