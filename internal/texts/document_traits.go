package texts

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// Traits reads the answers of units about persons.
func Traits() report.Traits { return report.Traits{Woman: woman, Minority: minority, Leads: leads} }

func woman(gender string) bool {
	return slices.Contains([]string{"nu", "gai", "phu nu"}, letters.Fold(gender))
}

// minority passes over the majority and answers that say nothing.
func minority(ethnicity string) bool {
	e := strings.TrimPrefix(letters.Fold(ethnicity), "dan toc ")
	return !slices.Contains([]string{"", "kinh", "nguoi kinh", "viet", "khong", "khong ro", "khong ghi", "chua ro", "-", "."}, e)
}

// offices are the words by which a position leads an organisation; the head of
// a village or of a savings group is one of the people.
var offices = []string{
	"giam doc", "hieu truong", "hieu pho", "chu tich", "bi thu", "chu nhiem", "truong phong", "pho phong", "truong ban ", "pho ban ",
	"chi huy", "doi truong", "don truong", "chinh tri vien", "chinh uy", "truong cong an", "pho truong", "tram truong", "cuc truong",
	"chi cuc truong", "vien truong", "chanh an", "chanh van phong", "pho chanh", "thu truong", "lanh dao", "truong khoa", "to truong chuyen mon",
	"kiem soat vien truong", "giam sat truong", "quan ly",
}

var village = []string{"truong ban", "pho ban", "bi thu chi bo ban", "bi thu chi doan ban", "truong thon", "to truong to dan pho", "bi thu chi bo thon"}

func leads(position string) bool {
	p := letters.Fold(position)
	if slices.ContainsFunc(village, func(v string) bool { return p == v || strings.HasPrefix(p, v+",") }) {
		return false
	}
	if (p + " ")[:min(len(p), 11)] == "truong ban " { // trưởng bản Nà Cúng is not trưởng ban Tổ chức
		return strings.Contains(strings.ToLower(position), "trưởng ban ")
	}
	return slices.ContainsFunc(offices, func(o string) bool { return strings.Contains(p+" ", o) })
}
