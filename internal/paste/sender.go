package paste

import (
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// withoutSender is a text without the unit that only says that it sends it:
// "Trường Mầm non Hoang Thèn báo: cô Đèo Thị Ngân …". Else the sender would be
// taken for who is introduced, and the person's name for no name at all.
func withoutSender(text string) string {
	if body, ok := ofOurs(text); ok {
		return body
	}
	lead, rest, found := strings.Cut(text, ":")
	words := strings.Fields(letters.Fold(lead))
	rest = strings.TrimSpace(rest)
	if !found || rest == "" || strings.Contains(lead, "\n") || len(words) < 3 || len(words) > longestGroup+4 || !intent.UnitKinds[words[0]] && !isGroup(lead) {
		return text
	}
	if sends().MatchString(strings.Join(words, " ")) {
		return rest
	}
	return text
}

// ofOurs is a text without the unit in which somebody is: "Trường tôi có em Tẩn
// Mẩy, lớp 5 …".
func ofOurs(text string) (body string, ok bool) {
	fields := strings.Fields(text)
	lead := ours().FindString(letters.Fold(strings.Join(fields[:min(len(fields), longestOurs)], " ")) + " ")
	n := len(strings.Fields(lead))
	if n == 0 || n >= len(fields) {
		return "", false
	}
	if next := letters.Fold(fields[n]); !intent.CalledBy[next] && !isGroup(strings.Join(fields[n:], " ")) {
		return "", false
	}
	for _, word := range fields[:n] {
		_, text, _ = strings.Cut(text, word)
	}
	return strings.TrimSpace(text), true
}

// introduced is a text without who says first who they are: "Em là Lò Thị Hoa giáo viên
// trường mầm non, xin giới thiệu bà Quàng Thị Ín …". Else they would be taken for who is
// introduced.
func introduced(text string) (body string, ok bool) {
	fields := strings.Fields(text)
	lead := selfIntroduced().FindString(letters.Fold(strings.Join(fields[:min(len(fields), longestIntroducing)], " ")) + " ")
	for _, word := range fields[:len(strings.Fields(lead))] {
		_, text, _ = strings.Cut(text, word)
	}
	text = strings.TrimSpace(text)
	return text, lead != "" && (nameTold(text) != "" || groupTold(text) != "")
}

// longestIntroducing is how many words may lead up to whom somebody introduces.
const longestIntroducing = 30

var selfIntroduced = letters.Pattern(`^(?:(?:da|thua|kinh chao|chao)(?: \S+){0,2},? )?(?:(?:` + vietnamese.Self + `|chau|con) (?:la|ten la|ten)|(?:ten|ho ten) (?:` + vietnamese.Self + `|chau|con) la) .*? gioi thieu (?:(?:guong|ve|voi \S+|den \S+) )*`)

// longestOurs is how many words may lead up to whom a unit has.
const longestOurs = 8

var ours = letters.Pattern(`^(?:o )?(?:truong|don vi|co quan|xa|ban|thon|to|lop|tram|hoi|phong|doan|chi \S+|ben)(?: \S+)? (?:toi|em|minh|ta|chung toi|chung em)(?: vua| moi| nay| cung)? co (?:mot )?`)

var sends = letters.Pattern(` (?:xin )?(?:bao|bao cao|gui|gui ve|gioi thieu|thong tin)(?: (?:guong|bao cao|guong nguoi tot viec tot|guong dien hinh|nguoi tot viec tot))?(?: thang \d{1,2})?$`)
