package intent

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// retired reports whether a sentence tells what somebody does who retired: "thầy Chu nghỉ hưu
// vẫn dạy chữ cho bà con". Who hands over a post says who comes, or of whom nothing is to be
// asked any more.
func (s Sentence) retired() bool {
	m := stillDoing().FindStringSubmatch(strings.Join(s.All, " "))
	return m != nil && !handingOver().MatchString(m[1])
}

var (
	stillDoing  = letters.Pattern(`\b(?:` + vietnamese.Person + `|nguoi)(?: \w+){1,5} (?:nghi huu|ve huu|huu tri|nghi che do|nghi viec|nghi mat suc)\b(.*\b(?:van|con|cung|nhung|tiep tuc)\b(?: \w+){2,})$`)
	handingOver = letters.Pattern(`\b(?:thay|ban giao|dau moi|phu trach|nhac|nhan tin|tin nhan|gui bao cao|lam bao cao)\b`)
)
