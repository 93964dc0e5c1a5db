package form

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Who sends a text or photos of their own accord is asked only what these do not
// tell: the deed, the name, the place. Category, object and title are proposed by
// them, shown before anything is sent, and changed there.

// propose answers what can be told by the deed and the name of a draft that began
// with what was sent.
func propose(d *report.Draft) {
	c := &d.Content
	if !d.Told || c.Name == "" || shownSummary(*d) == "" && !voiced(*d) {
		return
	}
	deed := toldBy(c.Summary).deed
	if c.Category == "" {
		c.Category = categoryTold(c.Name, deed)
		proposed(d, "category")
	}
	if c.Object == "" {
		c.Object = objectTold(*c, deed)
		proposed(d, "object")
	}
	if c.Title == "" {
		c.Title = titleTold(*c, deed)
		proposed(d, "title")
	}
}

// proposed notes that an answer is the program's.
func proposed(d *report.Draft, key string) {
	if !slices.Contains(d.Proposed, key) {
		d.Proposed = append(slices.Clone(d.Proposed), key)
	}
}

// IsProposed reports whether the answer to a question is only the program's.
func IsProposed(d report.Draft, key string) bool { return slices.Contains(d.Proposed, key) }

// Next is the first question that is still to be answered, when all that can be
// proposed is.
func Next(d *report.Draft, u report.Unit) (Question, bool) {
	propose(d)
	return Missing(*d, u)
}

// InPreview reports whether a question is asked below the whole draft: the
// consent, of one that began with what was sent. Then nothing else is left to
// look through.
func (q Question) InPreview(d report.Draft) bool {
	return q.Key == "consent" && d.Told && d.Content.Consent == "" && d.Content.Category != ""
}

// Voiced takes a voice note for the deed, where that is what is asked for or what
// somebody begins with. It reports whether it is taken.
func Voiced(d *report.Draft) bool {
	if d.Content.Summary != "" || !d.Told && d.Step != "summary" {
		return false
	}
	settle(d, "summary")
	return true
}

// voiced reports whether a voice note tells the deed.
func voiced(d report.Draft) bool { return VoiceOnly(d.Content) && slices.Contains(d.Asked, "summary") }

// VoiceOnly reports whether a content has a voice note in place of a summary.
func VoiceOnly(c report.Content) bool {
	return c.Summary == "" && slices.ContainsFunc(c.Media, func(m report.Media) bool { return m.Kind == "voice" })
}

// categoryTold is the category that name and deed speak of: a model calls itself
// one; years of good work make an example, a good deed is done.
func categoryTold(name, deed string) report.Category {
	first, _ := cutSentence(deed)
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

// objectTold is who or what is introduced, by the name: a group and a household
// call themselves so.
func objectTold(c report.Content, deed string) report.Object {
	name := strings.ToLower(c.Name)
	switch {
	case hasPrefix(name, texts.Households):
		return report.Household
	case hasPrefix(name, texts.Collectives), hasPrefix(letters.Fold(name), groups), c.Category == report.NewModel:
		return report.Collective
	case !personal(c.Name) && hasPrefix(strings.ToLower(deed), texts.Collectives):
		return report.Collective
	}
	return report.Person
}

// hasPrefix reports whether a text begins with one of some words.
func hasPrefix(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text+" ", w+" ") })
}

// titleTold is the deed in one line: its first sentence, shortened at a clause or
// at a word. Where the deed is told by voice it says whose it is.
func titleTold(c report.Content, deed string) string {
	first, _ := cutSentence(deed)
	first = line(first)
	switch {
	case length(first) > maxTitle:
		first = shortened(first)
	case within(first, maxTitle) != "":
		return cut(texts.DeedOf(c), maxTitle)
	}
	r := []rune(first)
	return string(unicode.ToUpper(r[0])) + string(r[1:])
}

// shortened cuts a sentence that is too long for a title after a clause, if one is
// long enough, else after a word.
func shortened(sentence string) string {
	short := []rune(sentence)[:maxTitle]
	at := lastOf(short, ',', ';', ':')
	if at < maxTitle/3 {
		at = lastOf(short, ' ')
	}
	if at <= 0 {
		at = maxTitle
	}
	return strings.TrimRight(string(short[:at]), " ,;:-–")
}

func lastOf(s []rune, marks ...rune) int {
	for i := len(s) - 1; i >= 0; i-- {
		if slices.Contains(marks, s[i]) {
			return i
		}
	}
	return -1
}

// sentenceEnd is where a sentence ends: a mark and a blank, and not one after an
// initial or a number.
var sentenceEnd = regexp.MustCompile(`[\p{L}\d)”"%²]{2}[.!?…]+(?:\s|$)|\n`)

// cutSentence cuts a text after its first sentence.
func cutSentence(text string) (first, rest string) {
	text = strings.TrimSpace(text)
	at := sentenceEnd.FindStringIndex(text)
	if at == nil {
		return strings.TrimRight(text, ".!… "), ""
	}
	return strings.TrimRight(text[:at[1]], ".!… \n"), text[at[1]:]
}
