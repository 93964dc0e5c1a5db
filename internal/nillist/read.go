package nillist

import (
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/internal/citizen"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A List is a text that says of several units that they have nothing to
// introduce, as somebody writes it who collects that for them.
type List struct {
	Names   []string        // of the units, as they were typed
	Others  []string        // that are said to have something
	Periods []report.Period // that are named
}

// SaysNone reports whether a text says that there is nothing to introduce, of
// whichever unit.
func SaysNone(text string) bool {
	folded := letters.Fold(letters.Tidy(text))
	return saysNil().MatchString(folded) && !notSaid().MatchString(folded) && !citizen.HoldsID(text) && paste.Read(text).Labels < 2
}

// PeriodsOfNone are the periods that a letter names where it says so: behind it, or
// else before it. The day of what the letter answers is no period.
func PeriodsOfNone(text string, today report.Date) []report.Period {
	for line := range strings.Lines(letters.Tidy(text)) {
		folded := dated().ReplaceAllString(letters.Fold(line), " ")
		at := saysNil().FindStringIndex(folded)
		if at == nil {
			continue
		}
		for _, part := range []string{folded[at[0]:], folded} {
			if periods := intent.PeriodsIn(intent.Words(part), today); len(periods) > 0 {
				return periods
			}
		}
	}
	return nil
}

// dated finds a day as letters have it.
var dated = letters.Pattern(`ngay [0-9]{1,2} thang [0-9]{1,2}(?: nam [0-9]{4})?|\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}`)

// restOfUnits are all units that have not reported, however they are called.
var restOfUnits = letters.Pattern(`\b(?:tat ca|toan bo|cac|nhung|so)\b[^,;:\n]*\bcon lai\b|\bcon lai (?:deu |bao )*(?:` + letters.Not + `) `)

// SaysNoneOfRest reports whether a text says so of all units that are left.
func SaysNoneOfRest(text string) bool {
	return SaysNone(text) && restOfUnits().MatchString(letters.Fold(letters.Tidy(text)))
}

// saysNil finds the words that there is nothing, with what belongs to them. It is
// looked for in a folded text.
var saysNil = letters.Pattern(`(?:bao cao |bao |deu )?(?:(?:` + letters.Not + `|chua) (?:co )?(?:phat sinh|guong)|(?:` + letters.Not + `) co (?:gi|ai))(?: guong| dien hinh| nguoi tot viec tot| nao| de gioi thieu| de bao cao)*`)

// notSaid says that nobody said so.
var notSaid = letters.Pattern(`\b(?:chua|khong) bao (?:cao )?(?:la )?(?:` + letters.Not + `) (?:phat sinh|co)`)

// ofPeriod finds the period that is named with them.
var ofPeriod = letters.Pattern(`(?:trong |cua |ki |ky )?(?:(?:thang|quy) (?:[0-9]{1,2}|iv|i{1,3}|nay|truoc)|t[0-9]{1,2}|q[1-4])(?:(?:/| nam )[0-9]{4})?\b`)

// leadsIn finds what is said before the names.
var leadsIn = letters.Pattern(`^(?:kinh gui[^\n]*\n|da |xin |kinh |em |chi |anh |bao cao |bao |ghi nhan |ghi |nhan |tong hop |danh sach |ds |cac |nhung |cua |don vi |dv |truong hop |gom |co |la |nay |sau day |sau |duoi day |tren |thay |cho |thi |:|-|\s)+`)

// Read reads a list of units that have nothing: "các đơn vị sau không phát
// sinh tháng 11: MN Dào San, PT012", or the names first, or one on each line. Not
// ok means that it is something else.
func Read(text string, today report.Date) (l List, ok bool) {
	text = letters.Tidy(text)
	l.Periods = intent.PeriodsIn(intent.Words(text), today)
	if l.Names, l.Others = answers(text); len(l.Names) > 0 && !citizen.HoldsID(text) {
		return l, true
	}
	if !SaysNone(text) {
		return l, false
	}
	l.Names = UnitNames(text)
	return l, len(l.Names) > 0
}

// anAnswer is what is noted of one unit behind its name: that it has nothing, or
// what it has.
var (
	anAnswer = letters.Pattern(`^\s*(\S[^:]*?)\s*(?:[:=]|\s[-–]\s)\s*(\S.*?)[.\s]*$`)
	isNo     = letters.Pattern(`^(?:bao )?(?:(?:` + letters.Not + `)(?: co(?: guong| gi)?| phat sinh| ps)?|0|kps)$`)
	isYes    = letters.Pattern(`^(?:da )?(?:gui |bao |nop )?(?:co )?(?:\d{1,2}|mot|hai|ba) (?:guong|nguoi|mo hinh|truong hop|tap the|bai)\b|^co$|^co guong|^(?:da )(?:gui|nop|bao)`)
)

// answers reads a list with an answer behind each name, such as "MN A: không; TH B:
// có 1 gương". There are none if anything in it is no answer.
func answers(text string) (none, some []string) {
	if none, some = answersBy(text, ";\n"); len(none)+len(some) == 0 {
		none, some = answersBy(text, ",;\n")
	}
	return none, some
}

// answersBy reads such a list whose items are parted by some marks.
func answersBy(text, marks string) (none, some []string) {
	for item := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		m := anAnswer().FindStringSubmatch(paste.Unnumbered(item))
		if m == nil {
			return nil, nil
		}
		switch said := letters.Fold(m[2]); {
		case isNo().MatchString(said):
			none = append(none, m[1])
		case isYes().MatchString(said):
			some = append(some, m[1])
		default:
			return nil, nil
		}
	}
	if len(none)+len(some) < 2 {
		return nil, nil
	}
	return none, some
}

// UnitNames are the names of units in a list: one on each line, or with commas
// between them. What is said around them is left out.
func UnitNames(text string) (names []string) {
	said := map[string]bool{}
	for line := range strings.Lines(letters.Tidy(text)) {
		line = without(without(line, saysNil()), ofPeriod())
		for _, item := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",;\n\t:", r) }) {
			for _, name := range apart(item) {
				name = strings.Trim(without(paste.Unnumbered(name), leadsIn()), " .-–+•\"“”()!?")
				if folded := letters.Fold(name); len(folded) > 1 && !said[folded] && !noName[folded] {
					said[folded] = true
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// apart parts what stands between two marks of a list: at "và", and codes that
// follow one another.
func apart(item string) []string {
	words := strings.Fields(without(item, leadsIn()))
	if len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return !intent.IsUnitCode(w) }) {
		return words
	}
	return strings.Split(item, texts.And)
}

// noName are words that are left of a sentence and name no unit.
var noName = setOfLines("sau,sau day,duoi day,don vi,danh sach,nao,ai,co,gi,em,chi,a,ah,nhe,nha,a chi,chi a,em cam on,cam on,cam on chi,tran trong,tran trong cam on,xin chao,chao chi,chao em,hien nay,den nay,nam,deu,tat ca,het")

func setOfLines(lines string) map[string]bool {
	set := map[string]bool{}
	for one := range strings.SplitSeq(lines, ",") {
		set[one] = true
	}
	return set
}

// without takes out of a text what is found in it folded.
func without(text string, what *letters.Expression) string {
	folded := letters.Fold(text)
	if utf8.RuneCountInString(folded) != utf8.RuneCountInString(text) {
		text = strings.Join(strings.Fields(text), " ")
		if folded = letters.Fold(text); utf8.RuneCountInString(folded) != utf8.RuneCountInString(text) {
			return text // letters that fold to several: it stays as it is
		}
	}
	runes := []rune(text)
	var kept strings.Builder
	from, read := 0, 0 // letters of the text that are kept or left out, and bytes of the folded one
	for _, at := range what.FindAllStringIndex(folded, -1) {
		start := from + utf8.RuneCountInString(folded[read:at[0]])
		kept.WriteString(string(runes[from:start]) + " ")
		from, read = start+utf8.RuneCountInString(folded[at[0]:at[1]]), at[1]
	}
	return kept.String() + string(runes[from:])
}
