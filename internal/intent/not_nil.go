package intent

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// NamesOne reports whether a text that says that there is nobody names somebody all the same,
// and what was done: "không có gương nào, chỉ có cô Hoa hiến máu 12 lần".
func NamesOne(text string) bool {
	return butOne().MatchString(strings.Join(Words(letters.Tidy(text)).All, " "))
}

var butOne = letters.Pattern(`\b(?:khong|chua|chang|het)\b.*\b(?:chi co|chi duoc|chi thay|co moi|moi co|moi moi|duy co|duy nhat(?: co)?|ngoai(?: tru)?|tru|nhung(?: ma)?(?: lai)? co|ma co|rieng(?: co)?|may ra co|hoa chang co|hoa may co)(?: (?:moi|mot|1|duy nhat|duoc|minh|lai|hai|2))* ` +
	`(?:` + vietnamese.Person + `|ban|dong chi|nguoi|vo chong|to|nhom|doi|mo hinh|ho|gia dinh|chi hoi|chi doan|lop)(?: \w+){3,}$`)

// TellsOfNone reports whether a text has it as a deed that something bad did not happen: "bản
// 3 năm không phát sinh ma túy". What does not happen is not what is reported.
func TellsOfNone(text string) bool {
	said := strings.Join(Words(letters.Tidy(text)).All, " ")
	if noneOfIt().MatchString(said) {
		return true
	}
	for _, at := range nothingBad().FindAllStringSubmatchIndex(said, -1) {
		if what := said[at[2]:at[3]]; len(what) >= leastBad && (ofBad().MatchString(what) || !onlyReports().MatchString(what)) {
			return true
		}
	}
	return false
}

// bad is what is better when there is none of it.
const bad = `(?:(?:them|mot|ca|vu|truong hop|doi tuong|diem|nguoi|viec|moi|1|nao) )*(?:tao hon|mac moi|mac benh|nhiem|dich benh|chay|ma tuy|toi pham|vi pham|nghien|tai nan|tranh chap|mau thuan|te nan|bao luc|bo hoc|khieu kien|khieu nai|no qua han|ho ngheo|tai ngheo|hu tuc)\b`

// leastBad is how long at least what does not happen is named: what is shorter was mistyped.
const leastBad = 4

var (
	nothingBad = letters.Pattern(`\b(?:khong|chua|chang)(?: (?:con|he|de|co|xay ra))? phat sinh ((?:\w+ ?){1,8})`)
	noneOfIt   = letters.Pattern(`\b(?:khong|chua|chang) (?:co|con|xay ra|de xay ra) ` + bad)
	ofBad      = letters.Pattern(`^` + bad)
	// onlyReports is what stands behind it where it is reported.
	onlyReports = letters.Pattern(`^(?:a|ah|nhe|nha|em|chi|anh|ad|oi|gi|nao|ai|guong|tam guong|nhan to|nhan vat|hoat dong|sang kien|noi dung|thong tin|bai|mo hinh|dien hinh|truong hop|ca nhan|tap the|nguoi|viec|moi|them|ca|het|dau|nua|roi|thi|la|do|va|ma|nhung|vi|nen|de|co|cho|cua|o|tai|trong|ky|thang|quy|nam|tuan|dot|nay|hom|toan|xa|truong|don vi|ben|phong|ban|thon|hoi|doan|tram|theo|nhu|so voi|luon|giup|duoc|hay|xin|mong|kinh|da|bao|gui|ok|vang|thoi|con|tro|dung|khoan|chua|chac|ha|ho|phai|thay|\d+)\b`)
)
