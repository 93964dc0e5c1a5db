package intent

import (
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// A Narrowing is what a text that looks for examples says beside the words that
// they have: "hiến đất tháng 10 trả lại" asks for those of October that were returned.
type Narrowing struct {
	Words    []string // what is left, in its order, folded
	Periods  []report.Period
	Year     int
	Category report.Category
	Reviews  []report.Review
}

// sayings narrow what is looked for. Where a review stands is said at the end, or before
// a unit or something else that narrows: what is given back in "trả lại ví" is a purse.
var sayings = []struct {
	words    []string
	category report.Category
	reviews  []report.Review
}{
	{words: strings.Fields("dien hinh tien tien"), category: report.Advanced},
	{words: strings.Fields("nguoi tot viec tot"), category: report.GoodDeed},
	{words: strings.Fields("mo hinh moi"), category: report.NewModel},
	{words: strings.Fields("da dang"), reviews: []report.Review{report.Published}},
	{words: strings.Fields("da tuyen truyen"), reviews: []report.Review{report.Published}},
	{words: strings.Fields("da chon"), reviews: []report.Review{report.Selected}},
	{words: strings.Fields("chon tuyen truyen"), reviews: []report.Review{report.Selected}},
	{words: strings.Fields("bi tra lai"), reviews: []report.Review{report.Returned}},
	{words: strings.Fields("tra lai"), reviews: []report.Review{report.Returned}},
	{words: strings.Fields("cho bo sung"), reviews: []report.Review{report.Returned}},
	{words: strings.Fields("cho xem"), reviews: []report.Review{report.Received}},
	{words: strings.Fields("chua xem"), reviews: []report.Review{report.Received}},
	{words: strings.Fields("da tiep nhan"), reviews: []report.Review{report.Accepted, report.Selected, report.Published}},
	{words: strings.Fields("da go"), reviews: []report.Review{report.Retracted}},
	{words: strings.Fields("da rut"), reviews: []report.Review{report.Withdrawn}},
}

// Narrowed takes out of a text that looks for examples what narrows it: periods, a year,
// a category, where the review stands; and the words that only ask. A month without
// a year is the last that has begun.
func Narrowed(text string, today report.Date) (n Narrowing) {
	words := withoutEnds(splitPeriods(strings.FieldsFunc(letters.Fold(letters.Tidy(text)), letters.NotOfWord)))
	for len(words) > 0 {
		took := n.take(words, today)
		if took == 0 {
			if !ofAsking[words[0]] {
				n.Words = append(n.Words, words[0])
			}
			took = 1
		}
		words = words[took:]
	}
	return n
}

// splitPeriods makes two words of "t10" and "q4".
func splitPeriods(words []string) (all []string) {
	for _, w := range words {
		if head, digits := splitNumber(w); digits != "" && beforeNumber[head] != "" {
			all = append(all, beforeNumber[head], digits)
			continue
		}
		all = append(all, w)
	}
	return all
}

// withoutEnds leaves out the words that only ask, before and behind.
func withoutEnds(words []string) []string {
	for len(words) > 1 && beforeSought[words[0]] {
		words = words[1:]
	}
	for len(words) > 1 && afterSought[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

var (
	beforeSought = letters.Set("tim kiem giup gium")
	afterSought  = letters.Set("nhe nha voi giup gium")
)

// ofAsking are words that stand in a text that looks for something and in every
// example: they tell none from another.
var ofAsking = letters.Set("guong cua cac nhung o")

// take takes from the beginning of some words what narrows, and says how many they are.
func (n *Narrowing) take(words []string, today report.Date) int {
	for _, s := range sayings {
		if len(words) < len(s.words) || !slices.Equal(words[:len(s.words)], s.words) {
			continue
		}
		rest := words[len(s.words):]
		if len(s.reviews) > 0 && len(rest) > 0 && !ofAsking[rest[0]] && !UnitKinds[rest[0]] && new(Narrowing).take(rest, today) == 0 {
			continue
		}
		if s.category != "" {
			n.Category = s.category
		}
		n.Reviews = append(n.Reviews, s.reviews...)
		return len(s.words)
	}
	if took := n.takePeriod(words, today); took > 0 {
		return took
	}
	if words[0] == "nam" && len(words) > 1 {
		if year := yearOf(words[1], today); year != 0 {
			n.Year = year
			return 2
		}
	}
	return 0
}

// takePeriod takes a month, or a quarter with its months.
func (n *Narrowing) takePeriod(words []string, today report.Date) int {
	if len(words) < 2 {
		return 0
	}
	p := periodAt(Sentence{All: words}, 0, today)
	if p == (report.Period{}) {
		return 0
	}
	took, year := 2, ""
	switch {
	case len(words) > 3 && words[2] == "nam":
		took, year = 4, words[3]
	case len(words) > 2:
		took, year = 3, words[2]
	}
	switch said := yearOf(year, today); {
	case said != 0:
		p.Year = said
	default:
		took = 2
		if letters.IsDigits(words[1]) || quarterNumber(words[1]) > 0 {
			for p.Year > today.Year || p.Year == today.Year && p.LastMonth() > today.Month+2 {
				p.Year--
			}
		}
	}
	if p.Duty == report.Quarter {
		n.Periods = append(n.Periods, p)
	}
	n.Periods = append(n.Periods, p.Months()...)
	return took
}

// yearOf is the year that a word says, 0 if it says none.
func yearOf(word string, today report.Date) int {
	switch word {
	case "nay":
		return today.Year
	case "truoc", "ngoai":
		return today.Year - 1
	}
	if year, err := strconv.Atoi(word); err == nil && year > 2000 && year < 2100 {
		return year
	}
	return 0
}
