package texts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/report"
)

// DocumentResults is part II of the report: what was introduced. Of a quarter
// that is what was chosen for it; what its months introduced is said apart.
func DocumentResults(sum report.Summary, b report.Balance, months []report.MonthCount) []string {
	before := documentMonths(months)
	n, p := sum.Total.Examples, sum.Schedule.Period
	switch {
	case n == 0 && p.Duty == report.Quarter:
		return append(before, fmt.Sprintf("Chưa có gương nào được chọn giới thiệu cho %s.", Period(p)))
	case n == 0:
		return []string{fmt.Sprintf("Trong %s chưa có gương nào được giới thiệu.", Period(p))}
	}
	introduced := "Các đơn vị đã giới thiệu"
	if p.Duty == report.Quarter {
		introduced = fmt.Sprintf("Cho %s, các đơn vị đã chọn giới thiệu", Period(p))
	}
	var kinds []string
	for _, c := range report.Categories {
		if sum.ByCategory[c] > 0 {
			kinds = append(kinds, fmt.Sprintf("%s %s (%s)", Count(sum.ByCategory[c]), lower(categoryNoun(c)), percent(sum.ByCategory[c], n)))
		}
	}
	var objects []string
	for _, o := range report.Objects {
		if sum.ByObject[o] > 0 {
			objects = append(objects, Count(sum.ByObject[o])+" "+lower(Object(o)))
		}
	}
	paragraphs := append(before,
		fmt.Sprintf("%s %s gương, gồm %s.", introduced, Count(n), enumerate(kinds)),
		"Theo đối tượng: "+enumerate(objects)+".",
	)
	if s := documentFields(b); s != "" {
		paragraphs = append(paragraphs, s)
	}
	return append(paragraphs, documentGroups(sum), documentReviews(sum))
}

// documentMonths says what the months of a quarter introduced.
func documentMonths(months []report.MonthCount) []string {
	total := 0
	var parts []string
	for _, m := range months {
		total += m.Examples
		parts = append(parts, fmt.Sprintf("tháng %s: %s", monthNumber(time.Month(m.Period.Number)), Count(m.Examples)))
	}
	if total == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Trong các tháng của quý, các đơn vị đã giới thiệu %s gương (%s).", Count(total), strings.Join(parts, "; "))}
}

func categoryNoun(c report.Category) string {
	if c == report.NewModel {
		return Category(c)
	}
	return "gương " + lower(Category(c))
}

// documentFields names the fields of work, the largest first.
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
	if b.NoField > 0 {
		parts = append(parts, fmt.Sprintf("%s gương chưa ghi lĩnh vực", Count(b.NoField)))
	}
	return "Theo lĩnh vực: " + strings.Join(parts, "; ") + "."
}

func documentGroups(sum report.Summary) string {
	var parts []string
	for _, g := range report.Groups {
		if sum.ByGroup[g] > 0 {
			parts = append(parts, fmt.Sprintf("%s %s gương", lower(Group(g)), Count(sum.ByGroup[g])))
		}
	}
	if len(parts) == 0 {
		return "Chưa có gương nào được ghi thuộc nhóm ưu tiên."
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
	if where := publishedAt(sum.ByPlace); where != "" {
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

func documentShares(b report.Balance) []string {
	paragraphs := []string{
		fmt.Sprintf("Gương là công nhân, nông dân, người lao động trực tiếp: %s%s. Gương là tập thể nhỏ: %s.",
			shareOf(b.Labour, b.Total), labourDetail(b), shareOf(b.SmallCollectives, b.Total)),
		fmt.Sprintf("Gương ở vùng sâu, vùng xa, vùng biên giới, vùng dân tộc thiểu số: %s%s.", shareOf(b.Remote, b.Total), borderDetail(b)),
	}
	if b.Persons > 0 {
		paragraphs = append(paragraphs, documentPersons(b))
	}
	return paragraphs
}

// documentIdle names the fields of work in which nobody was introduced of late.
func documentIdle(idle []report.Field) string {
	if len(idle) == 0 {
		return "Trong 03 tháng gần đây, lĩnh vực nào cũng có gương được giới thiệu."
	}
	return fmt.Sprintf("Trong 03 tháng gần đây chưa có gương nào thuộc %s.", fieldNames(idle))
}

func labourDetail(b report.Balance) string {
	switch {
	case b.Workers > 0 && b.Farmers > 0:
		return fmt.Sprintf(", trong đó công nhân %s, nông dân %s", Count(b.Workers), Count(b.Farmers))
	case b.Workers > 0:
		return fmt.Sprintf(", trong đó công nhân %s", Count(b.Workers))
	case b.Farmers > 0:
		return fmt.Sprintf(", trong đó nông dân %s", Count(b.Farmers))
	}
	return ""
}

func borderDetail(b report.Balance) string {
	if b.Remote == 0 {
		return ""
	}
	return "; riêng vùng biên giới: " + shareOf(b.Border, b.Total)
}

// shareOf says how many of how many: 12/52 gương (23,1%).
func shareOf(part, whole int) string {
	if part == 0 {
		return "chưa có"
	}
	return fmt.Sprintf("%s/%s gương (%s)", Count(part), Count(whole), percent(part, whole))
}

// documentPersons measures the examples about one person. All shares are of
// these, as in the workbook and the chart; who gave no answer is counted apart.
func documentPersons(b report.Balance) string {
	parts := []string{}
	add := func(n int, say string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(say, Count(n)))
		}
	}
	switch {
	case b.Women > 0:
		parts = append(parts, fmt.Sprintf("nữ %s người (%s)", Count(b.Women), percent(b.Women, b.Persons)))
	case b.GenderKnown > 0:
		parts = append(parts, "chưa có nữ")
	}
	add(b.Persons-b.GenderKnown, "chưa ghi giới tính %s")
	if b.Persons > 1 { // the count of one would name the person
		add(b.Minorities, "người dân tộc thiểu số %s (theo số có khai)")
	}
	add(b.Leaders, "giữ chức vụ lãnh đạo, quản lý %s")
	add(b.Others, "không giữ chức vụ lãnh đạo, quản lý %s")
	add(b.NoPosition, "chưa ghi chức vụ, nghề nghiệp %s")
	return fmt.Sprintf("Trong %s gương cá nhân: %s.", Count(b.Persons), strings.Join(parts, "; "))
}
