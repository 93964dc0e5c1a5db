package intent

import (
	"regexp"
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// RightAsked is which right somebody asks for whose data are kept, in whatever plain words:
// "xin gỡ ảnh con tôi", "tên cháu bị ghi sai, sửa giúp". Not sure means that it is asked
// how that is done. What says that nothing is to be done asks for nothing.
func RightAsked(text string) (right report.Right, sure bool) {
	s := Words(letters.Tidy(text))
	said := " " + strings.Join(s.All, " ") + " "
	if (Speaker{}).keeps(s) {
		return "", false
	}
	for _, asked := range rightsAsked {
		if asked.said().MatchString(said) {
			return asked.right, !asksHowTo().MatchString(said)
		}
	}
	return "", false
}

// OwnRight is which right a member asks for, for somebody of the own family or for whoever
// speaks through them: "xin gỡ ảnh con tôi". It is no example that is taken back. At no
// open question it may be the own picture as well.
func (by Speaker) OwnRight(text string) (report.Right, bool) {
	all := Words(letters.Tidy(text)).All
	said := " " + strings.Join(all, " ") + " "
	switch {
	case by.Agency, !slices.ContainsFunc(all, func(word string) bool { return takenAway[word] }):
		return "", false
	case !shownOf().MatchString(said), ofExample().MatchString(said), !ofFamily().MatchString(said) && (by.Open != "" || !ofSelf().MatchString(said)):
		return "", false
	}
	right, sure := RightAsked(text)
	return right, sure && right != report.ToCorrect
}

// takenAway are the words of which each that asks for a consent or something kept to be
// taken back has one.
var takenAway = letters.Set("rut thu huy khong dung ngung thoi xoa go ha bo an che lam lay dua")

var (
	shownOf   = letters.Pattern(` (?:anh|hinh|hinh anh|video|clip|mat|ten|thong tin|du lieu) `)
	ofExample = letters.Pattern(` (?:rut|xoa|huy|lay|thu hoi)(?: (?:lai|ve|bo|giup|cai))* (?:bai|guong|ban nhap|ho so) `)
	ofFamily  = letters.Pattern(` (?:con|chau|be|bo|me|cha|vo|chong|ong|ba|em gai|em trai|chi gai|anh trai|nguoi nha)(?: (?:gai|trai|be|ruot|nho|nha|cua|ngoai|noi|em))* (?:toi|em|minh|tui|chung toi|gia dinh toi) | (?:phu huynh|gia dinh|bo me|me|bo|nguoi nha)(?: \w+){0,4} (?:xin|de nghi|yeu cau|muon|nho|doi) `)
	ofSelf    = letters.Pattern(` (?:anh|hinh|ten|mat|thong tin|du lieu)(?: cua)? (?:toi|tui|minh) `)
)

// What is kept of somebody, what may stand between that and the word for what is to be
// done with it, and what comes behind.
const (
	kept   = `(?:anh|hinh|hinh anh|video|clip|ten|ho ten|bai|bai viet|tin|thong tin|du lieu|noi dung|so dien thoai|dia chi|nam sinh|tuoi|guong|mat|ho so)`
	aside  = `(?: (?:bo|xuong|giup|gium|ho|dum|luon|het|cho|cai|cac|may|nhung|tam|buc|toan bo|ngay|gap|di|voi|em|toi|minh|mot|hai|nay|do|tat ca|lai|ten|cua))*`
	behind = `(?: (?:di|xuong|bo|ra|giup|gium|ho|ngay|gap|luon|het|voi|toi|em|minh|chau|nhe|nha|a|duoc|khong|cho|anh|chi|ad|can bo|lai))*`
)

// rightsAsked are tried in this order: who takes back a consent mostly says as well what
// is to go.
var rightsAsked = []struct {
	right report.Right
	said  func() *regexp.Regexp
}{
	{report.ToWithdraw, letters.Pattern(` (?:rut|thu hoi|huy)(?: lai)?(?: (?:su|viec|loi|cai))? (?:dong y|chap thuan|cho phep) | khong (?:con )?(?:dong y|cho phep|cho|muon|bang long)(?: \w+){0,6} (?:dang|len bao|len mang|len facebook|cong khai|neu ten|xuat hien|dua len|tuyen truyen|su dung) | (?:dung|ngung|thoi|khong duoc)(?: co)? (?:dang|cong khai|dua len|su dung)(?: \w+){0,3} ` + kept + ` `)},
	{report.ToErase, letters.Pattern(`^ xin xoa | (?:xoa|go|ha|rut|thu hoi|bo|an|che|lam mo|lay)` + aside + ` ` + kept + ` | ` + kept + ` (?:\w+ )*(?:xoa|go|thu hoi|ha xuong|bo xuong|dua xuong|rut xuong|lay xuong)` + behind + ` $`)},
	{report.ToCorrect, letters.Pattern(`^ xin sua | (?:sua|dinh chinh|cai chinh|chinh|chinh sua|doi|cap nhat|viet lai|ghi lai)` + aside + ` (?:` + kept + `|ho|chu|cho sai|chuc vu|don vi) | (?:ghi|viet|dang|dua|de|neu|in|danh)(?: \w+){0,4} (?:nham|sai|lon|khong dung|chua dung) | (?:sai|nham|khong dung|chua dung)` + aside + ` (?:` + kept + `|ho|su that|nguoi) | ` + kept + ` (?:\w+ ){0,6}(?:sai|nham|khong dung|chua dung) | ` + kept + ` (?:\w+ )*(?:sua|dinh chinh|chinh sua)` + behind + ` $`)},
}

// asksHowTo is how people ask for the way.
var asksHowTo = letters.Pattern(` (?:lam sao|lam the nao|cach nao|bang cach nao|the nao|lien he ai|gap ai|hoi ai|o dau|cho nao) (?:de|thi|muon|xoa|go|sua|rut) | (?:lam sao|lam the nao|the nao|cach nao|lien he ai|gap ai|hoi ai|o dau|cho nao)` + behind + ` $`)
