package paste

import (
	"strings"

	"guongsang/internal/letters"
)

// What people write around a name in the answer to who it is: the rank before it, and behind
// it a birth, the ethnic group, what somebody is called else.

// AliasApart takes apart what somebody is called beside the name: "Mào Văn Khiêng, gọi là
// ải Khiêng". What is printed is the name.
func AliasApart(answer string) (name, alias string) {
	at, runes := FoundIn(answer, aliasBehind())
	if at == nil {
		return answer, ""
	}
	if name = string(runes[:at[0]]); !letters.Capital(name[strings.LastIndexByte(name, ' ')+1:]) || !IsPersonName(BareName(name)) {
		return answer, ""
	}
	alias = strings.Trim(string(runes[at[0]:]), " ,;-–()")
	if letters.Capital(alias) { // "Nguyễn Văn Được gọi là Ba Được"
		return answer, ""
	}
	return name, alias
}

var aliasBehind = letters.Pattern(`[ ,;(–-]+(?:(?:hay|thuong|con|quen|duoc|moi nguoi|ba con|dan ban|o nha|o ban) )*goi la .+$`)

// RankApart takes the rank apart that stands before a name, and the word for comrade
// before that: "đ/c Thượng úy Cà Văn Thoan".
func RankApart(answer string) (name, rank string) {
	at, runes := FoundIn(answer, rankBefore())
	if at == nil {
		return answer, ""
	}
	name = string(runes[at[1]:])
	if head, _, _ := strings.Cut(name, ","); !IsPersonName(BareName(head)) {
		return answer, ""
	}
	return name, strings.TrimSpace(string(runes[max(at[2], at[4], 0):max(at[3], at[5], 0)]))
}

var rankBefore = letters.Pattern(`^(?:la )?(?:dong chi|d/c|dc) ((?:thieu|trung|thuong|dai) (?:uy|ta|si|tuong) )?|^((?:thieu|trung|thuong|dai) (?:uy|ta) )`)

// BornApart takes the year or day of birth apart that follows a name.
func BornApart(answer string) (name, born string) {
	at, runes := FoundIn(answer, bornAfter())
	if at == nil {
		return yearApart(answer)
	}
	found := at[2:4]
	if found[0] < 0 {
		found = at[4:6]
	}
	return strings.TrimRight(string(runes[:at[0]]), " ,;-(") + string(runes[at[1]:]), string(runes[found[0]:found[1]])
}

// yearApart takes a year apart that stands behind the name of a person without a word:
// that of a group may end with one.
func yearApart(answer string) (name, born string) {
	at := strings.LastIndexByte(answer, ' ')
	if at < 0 || len(answer)-at != len(" 1985") || !letters.IsDigits(answer[at+1:]) || !IsPersonName(BareName(answer[:at])) {
		return answer, ""
	}
	return answer[:at], answer[at+1:]
}

var bornAfter = letters.Pattern(`(?:[ ,;(-]+(?:sinh nam|sn|sinh ngay|sinh)[ :]*|[ ,;]*\()(\d[\d/.-]*)\)?|[ ,;(-]+(\d{1,3} tuoi)\)?`)

// EthnicityApart takes the ethnic group apart that follows a name: everybody reads
// the name, and nobody the group.
func EthnicityApart(answer string) (name, ethnicity string) {
	at, runes := FoundIn(answer, ethnicityAfter())
	if at == nil {
		return answer, ""
	}
	return strings.TrimRight(string(runes[:at[0]]), " ,;-(") + string(runes[at[1]:]), string(runes[max(at[2], at[4]):max(at[3], at[5])])
}

var ethnicityAfter = letters.Pattern(`[ ,;(-]+(?:nguoi )?dan toc[ :]+([a-z']+(?: [a-z']+)?)\)?|[,;(-] *nguoi (dao|thai|mong|h'mong|hmong|tay|nung|muong|kinh|ha nhi|la hu|giay|lu|khmer|cham|hoa|e de|ba na|gia rai|co tu|hre|san diu|san chi)\)?$`)

// FoundIn finds a pattern in a text without its diacritics, and gives the letters to
// which the places belong; nil if it is not there, or the places are unsure.
func FoundIn(text string, pattern *letters.Expression) (at []int, runes []rune) {
	runes = []rune(text)
	folded := letters.Fold(text)
	if len(folded) != len(runes) {
		return nil, nil
	}
	return pattern.FindStringSubmatchIndex(folded), runes
}
