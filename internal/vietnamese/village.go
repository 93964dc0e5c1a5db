package vietnamese

import "strings"

// MarkedVillage are the words of one syllable before the name of a village, with their
// marks and parted by spaces; Village are they without, as a regular expression.
const (
	MarkedVillage = "bản thôn xóm làng ấp buôn bon phum sóc khóm"
	Village       = `ban|thon|xom|lang|ap|buon|bon|phum|soc|khom`
)

// Villages are all words before the name of a village, with their marks.
var Villages = append(strings.Fields(MarkedVillage), "tiểu khu", "khu phố", "khối phố", "tổ dân phố", "tdp",
	"khu dân cư", "cụm dân cư", "đội sản xuất", "tổ nhân dân tự quản")

// NamesVillage reports whether a text begins with such a word, and goes on.
func NamesVillage(text string) bool {
	text = strings.ToLower(text)
	for _, word := range Villages {
		if rest, ok := strings.CutPrefix(text, word); ok && strings.HasPrefix(rest, " ") {
			return true
		}
	}
	return false
}
