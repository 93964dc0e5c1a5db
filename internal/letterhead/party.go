package letterhead

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
)

// committees are how party committees are called by the level of their area.
var committees = map[string]string{
	"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy",
}

// committee is the party committee of an area: Huyện ủy Phong Thổ, Đảng ủy xã Phong Thổ.
func committee(a area) string {
	if name := committees[a.level]; name != "" {
		return of(name, a.name)
	}
	return of("Đảng ủy", a.String())
}

// partOf divides the name of a party body into its own and that of its committee:
// Ban Tổ chức, Huyện ủy. One of the two may be empty.
func partOf(unit string) (body, committee string) {
	words := strings.Fields(bare(unit))
	for i := range words[:max(0, len(words)-1)] {
		if next := plain(words[i+1]); next != "ủy" && next != "bộ" {
			continue
		}
		switch plain(words[i]) {
		case "tỉnh", "thành", "huyện", "quận", "thị", "đảng", "chi":
			return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		}
	}
	return strings.Join(words, " "), ""
}

// committeeOf is what stands above a party body: its committee, or above a committee
// the party organisation of the next level (Guidance 36-HD/VPTW).
func committeeOf(o Office, unit string) string {
	body, own := partOf(unit)
	local := committee(o.here())
	if _, is := partOf(o.Organization); is != "" {
		local = o.Organization // the office is one of the Party's itself
	}
	switch {
	case own == "":
		return local
	case body == "" && strings.HasPrefix(plain(own), "chi bộ"):
		return of("Đảng bộ", o.here().String())
	case body == "":
		return of("Đảng bộ", o.above(unit).String())
	case strings.HasPrefix(plain(local), plain(own)):
		return local
	}
	return own
}

// partySymbol is what Guidance 36-HD/VPTW makes of the name of a party body: the
// first letters of its own name and of its committee's, VPHU.
func partySymbol(unit string) string {
	body, own := partOf(unit)
	if at := areaOf(body); at.level != "" {
		body = body[:strings.LastIndex(plain(body), at.level)]
	}
	words := strings.Fields(own)
	return initials(body) + initials(strings.Join(words[:min(2, len(words))], " "))
}

// initials are the first letters of words, without tones: Ủy ban Kiểm tra is UBKT.
func initials(name string) string {
	var b strings.Builder
	for _, word := range strings.Fields(name) {
		first, _ := utf8.DecodeRuneInString(word)
		switch first = unicode.ToUpper(first); {
		case plain(word) == "và" || !unicode.IsLetter(first):
		case first == 'Đ':
			b.WriteRune(first)
		default:
			b.WriteString(strings.ToUpper(letters.Fold(string(first))))
		}
	}
	return b.String()
}
