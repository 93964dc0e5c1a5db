package paste

import (
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// ProposeCategory is the category that name and deed speak of: a model calls itself
// one; years of good work make an example, a good deed is done.
func ProposeCategory(name, deed string) report.Category {
	first := FirstSentence(deed)
	switch all := " " + intent.Spoken(deed) + " "; {
	case strings.HasPrefix(intent.Spoken(name), "mo hinh ") || strings.Contains(" "+intent.Spoken(first)+" ", " mo hinh "):
		return report.NewModel
	case !letters.HasPhrase(all, intent.GoodDeeds) && (letters.HasPhrase(all, longWork) || forYears().MatchString(all)):
		return report.Advanced
	}
	return report.GoodDeed
}

// The words of good work for long; those of a good deed are intent's.
var (
	longWork = phrases("lam giau,thu nhap,phat trien kinh te,san xuat gioi,lao dong gioi,day gioi,hoc gioi,chien si thi dua,dat giai,giai nhat,giai nhi,giai ba,sang kien,xuat sac,cam ban,bam ban,nhieu nam,lien tuc,thoat ngheo,hoan thanh tot,duoc tang,giay khen,bang khen,tieu bieu")
	forYears = letters.Pattern(` (?:\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi|hon \d+|gan \d+) nam (?:lien|qua|nay|lam|day|gan bo|cong tac|o|bam|cam|trong) `)
)

func phrases(list string) []string { return strings.Split(list, ",") }

// ProposeObject is who or what is introduced, by the name: a group and a household
// call themselves so.
func ProposeObject(c report.Content, deed string) report.Object {
	name := strings.ToLower(c.Name)
	switch {
	case hasPrefix(name, texts.Households):
		return report.Household
	case hasPrefix(name, texts.Collectives), hasPrefix(letters.Fold(name), groups), c.Category == report.NewModel:
		return report.Collective
	case !IsPersonName(c.Name) && hasPrefix(strings.ToLower(deed), texts.Collectives):
		return report.Collective
	}
	return report.Person
}

// hasPrefix reports whether a text begins with one of some words.
func hasPrefix(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text+" ", w+" ") })
}

// sentenceEnd is where a sentence ends: a mark and a blank, and not one after an
// initial or a number.
var sentenceEnd = letters.Pattern(`[\p{L}\d)”"%²]{2}[.!?…]+(?:\s|$)|\n`)

// FirstSentence is the first sentence of a text, without its end.
func FirstSentence(text string) string {
	text = strings.TrimSpace(text)
	if at := sentenceEnd().FindStringIndex(text); at != nil {
		text = text[:at[1]]
	}
	return strings.TrimRight(text, ".!… \n")
}
