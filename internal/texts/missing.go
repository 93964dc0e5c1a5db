package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// The three words for the three numbers of a period, wherever they stand: phải
// gửi = đã gửi + chưa gửi. Of those who have not sent some cannot be asked, in
// two words of their own: "chưa kết nối" (nobody ever enrolled) and "mất liên
// lạc" (nobody can be reached now).

// ContactWord names why a unit cannot be asked; "" if it can.
func ContactWord(c report.Contact) string {
	return map[report.Contact]string{report.Unconnected: "chưa kết nối", report.Unreachable: "mất liên lạc"}[c]
}

// missing says how many units have not sent, and of these how many cannot be
// asked: 69, trong đó 46 chưa kết nối, 1 mất liên lạc. What is counted stands
// behind the first number, if it is named.
func missing(f report.Figures, what string) string {
	s := Number(f.Missing)
	if what != "" {
		s += " " + what
	}
	if apart := apart(f); apart != "" {
		s += ", trong đó " + apart
	}
	return s
}

// apart counts the units that cannot be asked, in the kinds that there are; "" if
// all can.
func apart(f report.Figures) string {
	var parts []string
	for _, n := range []struct {
		report.Contact
		units int
	}{{report.Unconnected, f.Unconnected}, {report.Unreachable, f.Unreachable}} {
		if n.units > 0 {
			parts = append(parts, Number(n.units)+" "+ContactWord(n.Contact))
		}
	}
	return strings.Join(parts, ", ")
}

// apartInDocuments counts them in the words of documents, those that there are:
// 46 đơn vị chưa kết nối kênh tiếp nhận và 02 đơn vị mất liên lạc.
func apartInDocuments(f report.Figures) string {
	var parts []string
	if f.Unconnected > 0 {
		parts = append(parts, fmt.Sprintf("%s đơn vị chưa kết nối kênh tiếp nhận", Count(f.Unconnected)))
	}
	if f.Unreachable > 0 {
		parts = append(parts, fmt.Sprintf("%s đơn vị mất liên lạc", Count(f.Unreachable)))
	}
	return enumerate(parts)
}
