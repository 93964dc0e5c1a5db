package texts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// DocumentResults is part II of the report: what was introduced. Of a quarter
// three different figures are said, each in a sentence of its own: what its
// months introduced, what was chosen for the quarter, and what was introduced
// since the beginning of the year. Year is what was introduced from its first
// period to the last of those that the report is about, period by period.
func DocumentResults(sum report.Summary, b report.Balance, year []report.MonthCount) []string {
	var said []string
	add := func(sentence string) {
		if sentence != "" {
			said = append(said, sentence)
		}
	}
	if sum.Schedule.Period.Duty == report.Quarter {
		add(documentMonths(sum.Schedule.Period, year))
	}
	add(documentIntroduced(sum))
	add(documentSinceJanuary(sum.Schedule.Period, year))
	if sum.Total.Examples == 0 {
		return said
	}
	add(documentObjects(sum))
	add(documentFields(b))
	add(documentGroups(sum))
	add(documentReviews(sum))
	return said
}

// documentIntroduced says what was introduced for the period, by kind.
func documentIntroduced(sum report.Summary) string {
	n, p := sum.Total.Examples, sum.Schedule.Period
	quarter := p.Duty == report.Quarter
	switch {
	case n == 0 && quarter:
		return fmt.Sprintf("Chưa có gương nào được chọn giới thiệu cho %s.", Period(p))
	case n == 0:
		return fmt.Sprintf("Trong %s chưa có gương nào được giới thiệu.", Period(p))
	}
	introduced := fmt.Sprintf("Trong %s, các đơn vị đã giới thiệu", Period(p))
	if quarter {
		introduced = fmt.Sprintf("Cho kỳ báo cáo %s, các đơn vị đã chọn, giới thiệu", Period(p))
	}
	return fmt.Sprintf("%s %s gương, %s.", introduced, Count(n), ofKinds(sum.ByCategory, n))
}

// ofKinds says of which kinds n examples are.
func ofKinds(by map[report.Category]int, n int) string {
	var kinds []string
	for _, c := range report.Categories {
		switch by[c] {
		case 0:
		case n:
			if n == 1 {
				return "là " + lower(categoryNoun(c))
			}
			return "đều là " + lower(categoryNoun(c))
		default:
			kinds = append(kinds, fmt.Sprintf("%s %s (%s)", Count(by[c]), lower(categoryNoun(c)), percent(by[c], n)))
		}
	}
	return "gồm " + enumerate(kinds)
}

func documentObjects(sum report.Summary) string {
	var objects []string
	for _, o := range report.Objects {
		if sum.ByObject[o] > 0 {
			objects = append(objects, Count(sum.ByObject[o])+" "+lower(Object(o)))
		}
	}
	return "Theo đối tượng: " + enumerate(objects) + "."
}

// documentMonths says what the months of a quarter introduced; nothing where
// none did, or where nobody owes months.
func documentMonths(quarter report.Period, year []report.MonthCount) string {
	months := report.MonthsOf(quarter, year)
	total := report.SinceJanuary(months)
	var parts []string
	for _, m := range months {
		parts = append(parts, fmt.Sprintf("tháng %s: %s", monthNumber(time.Month(m.Period.Number)), Count(m.Examples)))
	}
	if total == 0 {
		return ""
	}
	return fmt.Sprintf("Trong các tháng của %s, các đơn vị đã giới thiệu %s gương (%s).", Period(quarter), Count(total), strings.Join(parts, "; "))
}

// documentSinceJanuary adds up the months of the year, or its quarters where
// nobody owes months. It is left out where another sentence has said it: of the
// first period of a year, and where nothing was introduced.
func documentSinceJanuary(p report.Period, year []report.MonthCount) string {
	total := report.SinceJanuary(year)
	if p.Number == 1 || total == 0 {
		return ""
	}
	from, to := fmt.Sprintf("tháng %s", monthNumber(time.January)), Period(year[len(year)-1].Period)
	if year[0].Period.Duty == report.Quarter {
		from = "quý " + vietnamese.Roman(1)
	}
	return fmt.Sprintf("Lũy kế từ đầu năm (từ %s đến %s), các đơn vị đã giới thiệu %s gương.", from, to, Count(total))
}

func categoryNoun(c report.Category) string {
	if c == report.NewModel {
		return Category(c)
	}
	return "gương " + lower(Category(c))
}

// documentFields names the fields of work, the largest first. How many name none
// is in the workbook; a signed report says that those are not counted.
func documentFields(b report.Balance) string {
	all := slices.Clone(report.Fields[:])
	slices.SortStableFunc(all, func(x, y report.Field) int { return cmp.Compare(b.ByField[y], b.ByField[x]) })
	var parts []string
	for _, f := range all {
		if b.ByField[f] > 0 {
			parts = append(parts, fmt.Sprintf("%s %s gương", lower(Field(f)), Count(b.ByField[f])))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	by := "Theo lĩnh vực"
	if b.NoField > 0 {
		by += " (theo số có ghi)"
	}
	return by + ": " + strings.Join(parts, "; ") + "."
}

func documentGroups(sum report.Summary) string {
	var parts []string
	for _, g := range report.Groups {
		if sum.ByGroup[g] > 0 {
			parts = append(parts, fmt.Sprintf("%s %s gương", lower(Group(g)), Count(sum.ByGroup[g])))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Theo nhóm ưu tiên (một gương có thể thuộc nhiều nhóm): " + strings.Join(parts, "; ") + "."
}

func documentReviews(sum report.Summary) string {
	var parts []string
	for _, part := range []struct {
		review report.Review
		say    string
	}{
		{report.Published, "đã tuyên truyền %s gương"}, {report.Selected, "chọn tuyên truyền %s gương"}, {report.Accepted, "tiếp nhận %s gương"},
		{report.Returned, "đề nghị đơn vị bổ sung %s gương"}, {report.Received, "đang xem xét %s gương"}, {report.Retracted, "gỡ %s gương đã đăng (không nêu trong danh sách)"},
	} {
		if n := sum.ByReview[part.review]; n > 0 {
			parts = append(parts, fmt.Sprintf(part.say, Count(n)))
		}
	}
	said := "Kết quả xem xét của cơ quan thường trực: " + enumerate(parts) + "."
	if where := publishedAt(sum.ByPlace, Count); where != "" {
		said += " Nơi tuyên truyền (số gương): " + where + "."
	}
	return said
}

// DocumentBalance measures the examples against the letter's point 6; nothing
// if there are none.
func DocumentBalance(b report.Balance) []string {
	if b.Total == 0 {
		return nil
	}
	return append(documentShares(b), documentIdle(b.Idle))
}

// documentShares says what part of the examples is about whom.
func documentShares(b report.Balance) []string {
	var has, lacks, said []string
	for _, of := range []struct {
		n           int
		who, detail string
	}{
		{b.Labour, "là công nhân, nông dân, người lao động trực tiếp", labourDetail(b)},
		{b.SmallCollectives, "là tập thể nhỏ", ""},
		{b.Remote, "ở vùng sâu, vùng xa, vùng biên giới, vùng dân tộc thiểu số", borderDetail(b)},
	} {
		if of.n > 0 {
			has = append(has, shareOf(of.n, b.Total)+" "+of.who+of.detail)
		} else {
			lacks = append(lacks, of.who)
		}
	}
	if len(has) > 0 {
		said = append(said, "Có "+strings.Join(has, "; ")+".")
	}
	if len(lacks) > 0 {
		said = append(said, "Chưa có gương "+strings.Join(lacks, "; chưa có gương ")+".")
	}
	if s := documentPersons(b); s != "" {
		said = append(said, s)
	}
	return said
}

// documentIdle names the fields of work in which nobody was introduced of late.
func documentIdle(idle []report.Field) string {
	if len(idle) == 0 {
		return "Trong 03 tháng gần đây, lĩnh vực nào cũng có gương được giới thiệu."
	}
	return fmt.Sprintf("Trong 03 tháng gần đây chưa có gương nào thuộc %s.", fieldNames(idle))
}

func labourDetail(b report.Balance) string {
	var parts []string
	for _, of := range []struct {
		n   int
		who string
	}{{b.Workers, "công nhân"}, {b.Farmers, "nông dân"}} {
		if of.n > 0 {
			parts = append(parts, Count(of.n)+" gương là "+of.who)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ", trong đó có " + enumerate(parts)
}

func borderDetail(b report.Balance) string {
	if b.Border == 0 {
		return ""
	}
	return fmt.Sprintf(", trong đó có %s gương ở vùng biên giới", Count(b.Border))
}

// shareOf says how many of how many: 12/52 gương (23,1%).
func shareOf(part, whole int) string {
	return fmt.Sprintf("%s/%s gương (%s)", Count(part), Count(whole), percent(part, whole))
}

// documentPersons measures the examples about one person; nothing where nothing
// is known of them. All shares are of these, as in the workbook and the chart. Who
// gave no answer is counted in the workbook alone: it is nothing to report.
func documentPersons(b report.Balance) string {
	var parts []string
	add := func(n int, say string) {
		if n > 0 {
			parts = append(parts, Count(n)+" "+say)
		}
	}
	women := "nữ"
	if b.GenderKnown == b.Persons { // otherwise the assessment has another share, of those of whom it is known
		women += fmt.Sprintf(" (%s)", percent(b.Women, b.Persons))
	}
	add(b.Women, women)
	if b.Persons > 1 { // the count of one would name the person
		add(b.Minorities, "người dân tộc thiểu số (theo số có khai)")
	}
	add(b.Leaders, "người giữ chức vụ lãnh đạo, quản lý")
	add(b.Others, "người không giữ chức vụ lãnh đạo, quản lý")
	none := b.Women == 0 && b.Persons > 1 && b.GenderKnown == b.Persons
	said := fmt.Sprintf("Trong %s gương cá nhân", Count(b.Persons))
	switch {
	case none && len(parts) > 0:
		return said + " chưa có nữ; có " + strings.Join(parts, ", ") + "."
	case none:
		return said + " chưa có nữ."
	case len(parts) > 0:
		return said + " có " + strings.Join(parts, ", ") + "."
	}
	return ""
}
