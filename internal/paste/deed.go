package paste

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// ProposeCategory is the category that name and deed speak of: a model calls itself
// one; years of good work make an example, a good deed is done.
func ProposeCategory(name, deed string) report.Category {
	first := FirstSentence(deed)
	switch all := " " + spoken(deed) + " "; {
	case strings.HasPrefix(spoken(name), "mo hinh ") || strings.Contains(" "+spoken(first)+" ", " mo hinh "):
		return report.NewModel
	case !hasAny(all, goodDeeds) && (hasAny(all, longWork) || forYears.MatchString(all)):
		return report.Advanced
	}
	return report.GoodDeed
}

// The words of a good deed, and those of good work for long.
var (
	goodDeeds = phrases("cuu,tra lai,nhat duoc,hien,hien tang,ung ho,quyen gop,giup do,dap lua,chua chay,dung cam,khong tham,cham soc nguoi,nuoi giup,cho muon dat")
	longWork  = phrases("lam giau,thu nhap,phat trien kinh te,san xuat gioi,lao dong gioi,day gioi,hoc gioi,chien si thi dua,dat giai,giai nhat,giai nhi,giai ba,sang kien,xuat sac,cam ban,bam ban,nhieu nam,lien tuc,thoat ngheo,hoan thanh tot,duoc tang,giay khen,bang khen,tieu bieu")
	forYears  = regexp.MustCompile(` (?:\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi|hon \d+|gan \d+) nam (?:lien|qua|nay|lam|day|gan bo|cong tac|o|bam|cam|trong) `)
)

func phrases(list string) []string { return strings.Split(list, ",") }

func hasAny(all string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(all, " "+p+" ") })
}

// spoken is a text folded, without the marks between its words and without the
// words in which another hides.
func spoken(text string) string {
	words := strings.FieldsFunc(letters.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.TrimSpace(notRescue.Replace(" " + strings.Join(words, " ") + " "))
}

var notRescue = strings.NewReplacer(" nghien cuu ", " ", " cuu chien binh ", " ", " tra cuu ", " ", " yeu cau cuu ", " ")

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
var sentenceEnd = regexp.MustCompile(`[\p{L}\d)”"%²]{2}[.!?…]+(?:\s|$)|\n`)

// FirstSentence is the first sentence of a text, without its end.
func FirstSentence(text string) string {
	text = strings.TrimSpace(text)
	if at := sentenceEnd.FindStringIndex(text); at != nil {
		text = text[:at[1]]
	}
	return strings.TrimRight(text, ".!… \n")
}
