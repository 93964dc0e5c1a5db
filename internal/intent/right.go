package intent

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// RightAsked is which right somebody asks for whose data are kept, in whatever plain words:
// "xin gỡ ảnh con tôi", "tên cháu bị ghi sai, sửa giúp". Not sure means that it is asked
// how that is done. What says that nothing is to be done asks for nothing.
func RightAsked(text string) (right report.Right, sure bool) {
	tidy := letters.Tidy(text)
	if (Speaker{}).keeps(Words(tidy)) {
		return "", false
	}
	said := saidOfKept(tidy)
	for _, asked := range rightsAsked {
		if asked.said().MatchString(said) {
			return asked.right, !asksHowTo().MatchString(said)
		}
	}
	return "", false
}

// AsksWhatIsKept reports whether somebody asks which of the own data are kept here: that is
// answered by the notice, and nothing is asked of the office.
func AsksWhatIsKept(text string) bool {
	return whatIsKept().MatchString(saidOfKept(letters.Tidy(text)))
}

var whatIsKept = letters.Pattern(` (?:biet|xem|hoi|cung cap|tra cuu|cho|coi)(?: \w+){0,8} (?:luu|giu|luu giu|luu tru|thu thap|nam|co)(?: \w+){0,4} (?:thong tin|du lieu)(?: \w+){0,4} (?:ve|cua)(?: ca nhan)? (?:` + vietnamese.Self + `|chau|con toi) | (?:thong tin|du lieu)(?: \w+){0,3} (?:ve|cua)(?: ca nhan)? (?:` + vietnamese.Self + `|chau|con toi)(?: \w+){0,6} (?:luu|giu|luu giu|luu tru|thu thap)(?: \w+){0,5} (?:gi|nao|dau|khong) `)

// OwnRight is which right a member asks for, for somebody of the own family or for whoever
// speaks through them: "xin gỡ ảnh con tôi". It is no example that is taken back. At no
// open question it may be the own picture as well; at one that takes what somebody did,
// where a family may want something too, it is only what is short and begins with it.
func (by Speaker) OwnRight(text string) (report.Right, bool) {
	tidy := letters.Tidy(text)
	all := Words(tidy).All
	if by.Agency || len(all) > maxAside || !slices.ContainsFunc(all, func(word string) bool { return takenAway[word] }) {
		return "", false
	}
	said := saidOfKept(tidy)
	switch {
	case tellsDeeds[by.Open] && (len(all) > maxRequest || !requests().MatchString(said)):
		return "", false
	case !shownOf().MatchString(said), ofExample().MatchString(said), offList().MatchString(said):
		return "", false
	case !ofFamily().MatchString(said) && (by.Open != "" || !ofSelf().MatchString(said)):
		return "", false
	}
	right, sure := RightAsked(text)
	return right, sure && right != report.ToCorrect
}

// tellsDeeds are the questions that take what somebody did, in free words.
var tellsDeeds = letters.Set("summary results spread quote title")

// maxRequest is how many words a request has at most there.
const maxRequest = 9

// saidOfKept is a text in folded words, between blanks. Where it has its marks, words that
// are like those of a request only without become one that asks for nothing: "anh" is no
// photo, and "nhỏ" is no wish. Who is called "anh" is there a "chị", and a father a mother:
// both are told so from photos and from to leave out.
func saidOfKept(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsLetter(r) }) >= 0 {
		words := strings.Fields(text)
		for i, w := range words {
			words[i] = byMarks(w)
		}
		text = strings.Join(words, " ")
	}
	return " " + strings.Join(Words(text).All, " ") + " "
}

// byMarks is what a word counts as in a text that has its marks.
func byMarks(w string) string {
	w = strings.ToLower(w)
	word := strings.TrimFunc(w, letters.NotOfWord)
	folded := letters.Fold(word)
	switch {
	case word == "anh":
		return "chi"
	case word == texts.Father:
		return "me"
	case word != folded && likeKept()[folded] && !ofKept()[word]:
		return "la"
	}
	return w
}

// ofKept are words of requests with their marks, and likeKept the same without.
var (
	ofKept   = sync.OnceValue(func() map[string]bool { return letters.Set(texts.OfKept) })
	likeKept = sync.OnceValue(func() map[string]bool { return letters.Set(letters.Fold(texts.OfKept)) })
)

// takenAway are the words of which each that asks for a consent or something kept to be
// taken back has one.
var takenAway = letters.Set("rut thu huy khong dung ngung thoi xoa go ha bo an che lam lay dua")

var (
	shownOf   = letters.Pattern(` (?:anh|hinh|hinh anh|video|clip|mat|ten|thong tin|du lieu) `)
	ofExample = letters.Pattern(` (?:rut|xoa|huy|lay|thu hoi)(?: (?:lai|ve|bo|giup|cai))* (?:bai|guong|ban nhap|ho so) `)
	ofFamily  = letters.Pattern(` (?:con|chau|be|bo|me|cha|vo|chong|ong|ba|em gai|em tr?ai|chi gai|(?:anh|chi) tr?ai|nguoi nha)(?: (?:gai|tr?ai|be|ruot|nho|nha|cua|ngoai|noi|em))* (?:toi|em|minh|tui|chung toi|gia dinh toi) | (?:phu huynh|gia dinh|bo me|me|bo|nguoi nha)(?: \w+){0,4} (?:xin|de nghi|yeu cau|muon|nho|doi)(?: (?:duoc|cho|giup|anh|chi|can bo|em|ad|xa|co quan))* ` + toTake + ` `)
	offList   = letters.Pattern(` ten(?: \w+){0,6} khoi(?: \w+){0,2} (?:danh sach|dien|ho|doi|hoi|nhom|lop|so) `)
	requests  = letters.Pattern(`^ (?:(?:da|a|em|toi|minh|anh|chi|ad|cho|oi|lam on|vui long|gia dinh|phu huynh|bo me|me|can bo|giup) )*(?:(?:xin|de nghi|yeu cau|muon|nho)(?: (?:duoc|giup|cho|anh|chi))* )?` + toTake + ` `)
	ofSelf    = letters.Pattern(` (?:anh|hinh|ten|mat|thong tin|du lieu)(?: cua)? (?:toi|tui|minh) `)
)

// toTake are the words that take something away, or keep it from being shown.
const toTake = `(?:rut|thu hoi|huy|khong|dung|ngung|thoi|xoa|go|ha|bo|an|che|lam mo|lay)`

// What is kept of somebody, what may stand between that and the word for what is to be
// done with it, and what comes behind.
const (
	kept   = `(?:anh|hinh|hinh anh|video|clip|ten|ho ten|bai|bai viet|tin|thong tin|du lieu|noi dung|so dien thoai|dia chi|nam sinh|tuoi|guong|mat|ho so)`
	aside  = `(?: (?:bo|xuong|giup|gium|ho|dum|luon|het|cho|cai|cac|may|nhung|tam|buc|toan bo|ngay|gap|di|voi|em|toi|minh|mot|hai|nay|do|tat ca|lai|ten|cua))*`
	behind = `(?: (?:di|xuong|bo|ra|giup|gium|ho|ngay|lien|gap|luon|het|voi|toi|em|minh|chau|nhe|nha|a|duoc|khong|cho|anh|chi|ad|can bo|lai))*`
)

// rightsAsked are tried in this order: who takes back a consent mostly says as well what
// is to go.
var rightsAsked = []struct {
	right report.Right
	said  func() *letters.Expression
}{
	{report.ToWithdraw, letters.Pattern(` khong (?:con )?(?:dong y|chiu|ung|bang long|cho phep|thuan)(?: cho)? nua | (?:rut|thu hoi|huy)(?: lai)?(?: (?:su|viec|loi|cai))? (?:dong y|chap thuan|cho phep) | khong (?:con )?(?:dong y|cho phep|cho|muon|bang long)(?: \w+){0,6} (?:dang|len bao|len mang|len facebook|cong khai|neu ten|xuat hien|dua len|dua ten|tuyen truyen|su dung) | (?:dung|ngung|thoi|khong duoc)(?: co)? (?:dang|cong khai|dua len|su dung)(?: \w+){0,3} ` + kept + ` | khong (?:con )?(?:muon|cho|ung|chiu)(?: cho)? (?:ai )?(?:dung|xai|lay|de|giu)(?: \w+){0,2} ` + kept + ` | doi y(?: \w+){0,4} (?:khong|no|thoi) (?:cho|dang|muon|ung|dong y|de) `)},
	{report.ToErase, letters.Pattern(`^ xin xoa | huy(?: (?:toan \w+|het|cac|moi))* (?:du lieu|thong tin) | (?:xoa|go|ha|rut|thu hoi|bo|an|che|lam mo|lay)` + aside + ` ` + kept + ` | ` + kept + ` (?:\w+ )*(?:xoa|go|thu hoi|ha xuong|bo xuong|dua xuong|rut xuong|lay xuong)` + behind + ` $`)},
	{report.ToCorrect, letters.Pattern(`^ xin sua | (?:sua|dinh chinh|cai chinh|chinh|chinh sua|doi|cap nhat|viet lai|ghi lai)` + aside + ` (?:` + kept + `|ho|chu|cho sai|chuc vu|don vi) | (?:ghi|viet|dang|dua|de|neu|in|danh)(?: \w+){0,4} (?:nham|sai|lon|khong dung|chua dung) | (?:sai|nham|khong dung|chua dung)` + aside + ` (?:` + kept + `|ho|su that|nguoi) | ` + kept + ` (?:\w+ ){0,6}(?:sai|nham|khong dung|chua dung) | ` + kept + ` (?:\w+ )*(?:sua|dinh chinh|chinh sua)` + behind + ` $`)},
}

// asksHowTo is how people ask for the way.
var asksHowTo = letters.Pattern(` (?:lam sao|lam the nao|cach nao|bang cach nao|the nao|lien he ai|gap ai|hoi ai|o dau|cho nao) (?:de|thi|muon|xoa|go|sua|rut) | (?:lam sao|lam the nao|the nao|cach nao|lien he ai|gap ai|hoi ai|o dau|cho nao)` + behind + ` $`)
