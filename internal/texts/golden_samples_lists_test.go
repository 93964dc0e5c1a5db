package texts_test

import (
	"unicode/utf8"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	. "guongsang/internal/texts"
)

// listed are the cells of lists of examples, and what stands around them.
func listed() map[string][]string {
	internal := func(c report.Content, review report.Review) privacy.View {
		return privacy.Of(report.Example{Number: "G-2026-0042", Review: review, Content: c}, school, privacy.Internal, today)
	}
	proposed := teacher
	proposed.Consent, proposed.More = report.NotGiven, report.More{Proposal: report.Certificate, Cleared: "Hà Thị Yên"}
	women := model
	women.Object, women.Category = report.Collective, report.Advanced
	women.More = report.More{Proposal: report.HigherLevel, Members: 54, Women: 38}
	fewer := women
	fewer.More.Women = 37
	minor := child
	minor.More.Proposal = report.Praise
	nominees := []privacy.View{internal(women, report.Selected), internal(proposed, report.Accepted), internal(minor, report.Accepted)}
	telling := teacher
	telling.More.Author, telling.More.AuthorUnit = "Lê Thị Thảo", "Hội Nông dân xã"
	telling.Media = []report.Media{{Kind: "photo", Unique: "1", Author: "Lê Thị Thảo"}, {Kind: "photo", Unique: "2"}}
	told := privacy.Of(report.Example{Number: "G-2026-0042", Review: report.Selected, Content: telling}, school, privacy.Public, today)
	bare := told
	bare.Summary, bare.Photos, bare.More, bare.Position, bare.Place = "", nil, privacy.More{}, "", ""
	reviews := []privacy.View{}
	for _, r := range []report.Review{report.Received, report.Returned, report.Accepted, report.Selected, report.Published} {
		v := told
		v.Review = r
		reviews = append(reviews, v)
	}
	gist := func(most int) string { return DocumentGist(told, most, utf8.RuneCountInString) }
	return map[string][]string{
		"DocumentPerson":       each(DocumentPerson, told, nominees[0]),
		"DocumentWorkplace":    each(DocumentWorkplace, told, bare, nominees[0]),
		"DocumentPlaceAndUnit": each(DocumentPlaceAndUnit, told, bare, nominees[0]),
		"DocumentPost":         each(DocumentPost, told, bare),
		"DocumentGist":         {gist(400), gist(100), gist(40), DocumentGist(bare, 400, utf8.RuneCountInString)},
		"DocumentProposal":     append(each(DocumentProposal, reviews...), each(DocumentProposal, nominees...)...),
		"NomineeRemarks":       sections(NomineeRemarks(nominees[0]), NomineeRemarks(nominees[1]), NomineeRemarks(nominees[2]), NomineeRemarks(internal(fewer, report.Accepted)), NomineeRemarks(told)),
		"Nominees":             {Nominees(nominees), Nominees(nominees[1:2])},
		"PressSentence":        each(PressSentence, told, bare),
		"PressPerson":          each(PressPerson, told, bare),
		"PressPhotos":          each(PressPhotos, told, bare),
		"PressAuthor":          each(PressAuthor, told),
		"Office.PressContact":  {office.PressContact()},
		"Office.PressText":     {office.PressText(november, []privacy.View{told}), issuedBy.PressText(november, nil)},
		"PaperGroup":           each(PaperGroup, "letters", "lists", "pictures"),
		"AskInternalPaper":     {AskInternalPaper("annex", november), AskInternalPaper("nominees", fourth)},
	}
}
