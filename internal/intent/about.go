package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// An About is what a question of who introduces somebody is about to which the answer is
// known, and short.
type About string

// What they ask about.
const (
	AboutConsent About = "consent" // whether the person has to be asked
	AboutPhotos  About = "photos"  // whether there have to be photos, and how many
	AboutFiles   About = "files"   // whether it may come as a file, on paper or by voice
	AboutNumbers About = "numbers" // whether a citizen's number, a birth or the like is needed
	AboutSeal    About = "seal"    // whether it has to be signed
	AboutLength  About = "length"  // how long
	AboutWhere   About = "where"   // where it is published, and who reads it
	AboutAfter   About = "after"   // what happens when it was sent
	AboutMany    About = "many"    // how many
	AboutWhom    About = "whom"    // who may be introduced
	AboutReward  About = "reward"  // whether there is something to be won
)

// maxAbout is how many words such a question has at most.
const maxAbout = 16

// asksAbout is what a sentence asks about of that, or "".
func (s Sentence) asksAbout() About {
	if len(s.All) > maxAbout {
		return ""
	}
	said := strings.Join(TrimCourtesy(s.All), " ")
	if !s.endsAsking() && !strings.Contains(s.Text, "?") && !asking().MatchString(said) {
		return ""
	}
	all := strings.Join(s.All, " ")
	for _, a := range abouts {
		if a.about == AboutFiles && !ofForm(s.Text) {
			continue
		}
		if a.said().MatchString(said) || a.said().MatchString(all) { // "anh" is a photo, or a form of address
			if a.about == AboutMany && (done().MatchString(all) || whichDay().MatchString(all)) {
				return "" // how many were sent, or until when
			}
			return a.about
		}
	}
	return ""
}

// endsAsking reports whether a sentence is a question by its end.
func (s Sentence) endsAsking() bool {
	words := TrimCourtesy(s.All)
	return strings.HasSuffix(strings.TrimSpace(s.Text), "?") || askingAtEnd().MatchString(strings.Join(words, " ")) && !deniesAtEnd(words)
}

// deniesAtEnd reports whether "đâu" at the end only denies: "không muốn lên báo đâu", and
// not "không biết gửi vào đâu".
func deniesAtEnd(words []string) bool {
	at := letters.LastOf(words, "dau")
	return at > 1 && !towards[words[at-1]] && slices.ContainsFunc(words[:at], func(w string) bool { return denying[w] })
}

var (
	denying = letters.Set("khong chua chang dung nao")
	towards = letters.Set("o vao cho toi ve len tai di tu den ra qua sang")
)

// Asks reports whether a text is a question by its end.
func Asks(text string) bool {
	s := Words(letters.Tidy(text))
	return s.endsAsking() || asksWhen().MatchString(strings.Join(s.All, " "))
}

// asksWhen is a question by what it begins with.
var asksWhen = letters.Pattern(`^(?:(?:the|vay|a|da|em|chi|anh|ad|oi|cho|hoi|roi) )*(?:bao gio|khi nao|chung nao|tai sao|vi sao|sao lai|sao phai) `)

// ofForm reports whether a text does not have the word for blood, which is the one for a
// form but for its mark.
func ofForm(text string) bool { return !strings.Contains(strings.ToLower(text), texts.Blood) }

// AskedAbout is what a text asks about to which the answer is known; "" of any other text.
// Told says that a text is asked for, in which somebody may ask too: there it is a question
// by its end.
func AskedAbout(text string, told bool) About {
	s := Words(letters.Tidy(text))
	if told && !s.endsAsking() {
		return ""
	}
	return s.asksAbout()
}

var (
	askingAtEnd = letters.Pattern(`\b(?:khong|chua|sao|the nao|bao nhieu|gi|dau|nao|ai)(?: (?:vay|the|nhi|day|a|em|chi|anh|ad))*$`)
	asking      = letters.Pattern(`\b(?:bao nhieu|may|ai|sao) |^(?:bao gio|khi nao|chung nao) |^(?:co can|co phai|co nen|co bat buoc)\b`)

	whichDay = letters.Pattern(`\bngay (?:may|bao nhieu)\b`)
	done     = letters.Pattern(`\b(?:da|roi|vua|minh gui|em gui)\b`)

	// published is how people ask where it is published, and who reads it.
	published = letters.Pattern(`\b(?:dang|len|dua|hien|cong khai)(?: \w+){0,4} (?:o dau|len dau|(?:cho|trang|bao|kenh) nao|(?:dau|may cho)(?: (?:vay|the|nhi|ha|day|ta))*$)|^(?:(?:gui|nop|dang)(?: \w+){0,3} (?:thi |la )?)?ai (?:\w+ )?(?:xem|doc|thay|nhin)(?: \w+){0,4}$|\bco (?:bi )?(?:len|dang|dua|cong khai)(?: \w+){0,3} (?:facebook|fb|mang|bao|zalo|tivi|truyen hinh|dai|internet)\b`)

	abouts = []struct {
		about About
		said  func() *letters.Expression
	}{
		{AboutConsent, letters.Pattern(must + ` (?:\w+ ){0,3}(?:hoi|xin|bao|noi)(?: (?:truoc|lai|qua|voi|them|y kien|phep|su|cho|cac|nguoi|chinh|giay|cua))*` + person + `|` + must + ` (?:\w+ ){0,3}(?:xin phep|dong y|y kien|su dong y)\b|^(?:khong|chua) (?:hoi|xin phep)(?: \w+){0,5} (?:duoc|sao|gui)\b|\bai (?:la )?(?:nguoi )?(?:ky|dong y|cho phep)\b|^(?:(?:phai|can) (?:hoi|xin phep|xin y kien)(?: cua)? ai\b|(?:hoi|xin phep) ai (?:moi|thi) duoc\b)`)},
		{AboutPhotos, letters.Pattern(must + ` (?:\w+ ){0,4}(?:gui|co|chup|kem|dinh kem|them|nop|up|dua)(?: (?:theo|them|ca|ngay|luon|may|tam|buc))* (?:anh|hinh|video|clip)\b|` + must + ` (?:anh|hinh anh|hinh|video)(?: (?:minh hoa|chan dung))*(?: khong| chua)?$|^(?:khong|chua) co (?:anh|hinh|video)(?: \w+){0,3} (?:duoc|sao|gui)\b|(?:gui|chup|them|up|co|can|toi da)(?: \w+){0,2} (?:may|bao nhieu) (?:cai |tam |buc |kieu )?(?:anh|tam|buc|hinh|video)\b|^(?:gui |up )(?:anh|hinh|video)(?: \w+){0,2} (?:duoc khong|co duoc khong|duoc chua)$|^(?:gui |dang |up )?anh(?: \w+){0,3} (?:gui|dang|bo|up) (?:o dau|the nao|lam sao|luc nao|vao dau)$`)},
		{AboutNumbers, letters.Pattern(must + ` (?:\w+ ){0,3}(?:can cuoc|cccd|cmnd|cmt|so dinh danh|nam sinh|ngay sinh|ngay thang nam sinh|dan toc|so dien thoai|sdt|gioi tinh)\b`)},
		{AboutSeal, letters.Pattern(must + ` (?:\w+ ){0,4}(?:dong dau|ky ten|con dau|chu ky|cong van|van ban|giay to|to trinh|xac nhan)\b|^(?:co )?(?:can|phai) ky khong$`)},
		{AboutFiles, letters.Pattern(`\b(?:viet tay|chup lai|chup ban)(?: \w+){0,5} duoc khong$|\b(?:gui|nop|dung|bang|noi|doc)(?: \w+){0,3} (?:file|tep|word|pdf|excel|ban giay|giay|ghi am|giong noi|tin thoai|zalo|video)\b.*\b(?:duoc|co duoc|duoc khong|khong)$|` + must + ` (?:\w+ ){0,3}(?:file|tep|word|ban giay|mau)\b`)},
		{AboutLength, letters.Pattern(`\b(?:viet|ke|ghi|noi dung|tom tat|bai)(?: \w+){0,3} (?:dai |toi da |toi thieu )?(?:bao nhieu|may) (?:chu|dong|cau|trang|tu|ky tu)\b|\b(?:viet|ke|ghi)(?: \w+){0,2} (?:dai|ngan) (?:co duoc|duoc|bao nhieu)\b`)},
		{AboutWhere, published},
		{AboutReward, letters.Pattern(`\bco (?:duoc )?(?:thuong|khen thuong|giay khen|tien thuong|qua)(?: gi)? khong$|\bduoc (?:thuong|khen thuong|giay khen)(?: gi)? (?:khong|gi)$`)},
		{AboutAfter, letters.Pattern(`^(?:bao gio|khi nao|chung nao)(?: \w+){0,3} (?:dang|duyet|len bai|len bao|co ket qua)(?: bai| len)?$|\b(?:dang|duyet|co ket qua)(?: \w+){0,2} (?:bao gio|khi nao|chung nao)$|\bgui (?:xong|roi|di)(?: \w+){0,2} (?:thi )?(?:sao|the nao|lam gi|phai lam gi|lam gi nua|co sua duoc khong|sua duoc khong|con sua duoc khong)$`)},
		{AboutMany, letters.Pattern(`\b(?:thang|quy|ky|dot|moi|mot)(?: \w+){0,4} (?:gui|nop|bao|gioi thieu|can)(?: \w+){0,3} (?:may|bao nhieu)\b|\b(?:gui|nop|gioi thieu) (?:duoc |toi da |it nhat )?(?:may|bao nhieu) (?:guong|bai|nguoi|truong hop)\b`)},
		{AboutWhom, letters.Pattern(`\b(?:tre em|hoc sinh|em nho|tre con|tap the|ca nhom|ca to|ho gia dinh|nguoi gia|nguoi nghi huu|nguoi da mat|dang vien|can bo|nguoi ngoai|nguoi o xa khac)(?: \w+){0,3} (?:gui|gioi thieu|dang|co)?(?: \w+){0,2} ?(?:duoc khong|duoc chu|co duoc khong)$|\b(?:gui|gioi thieu)(?: \w+){0,2} (?:tre em|hoc sinh|tap the|ho gia dinh|nguoi nghi huu|nguoi da mat|dang vien|can bo)(?: \w+){0,3} (?:duoc khong|co duoc khong)$|\b(?:ai|nhung ai|nguoi nao|guong nao|viec nao|viec gi)(?: \w+){0,2} (?:thi )?(?:duoc gioi thieu|duoc gui|moi duoc gui|duoc chon)`)},
	}
)

const (
	must   = `\b(?:co can|co phai|co nen|can phai|bat buoc|phai|can|nen)(?: (?:phai|thiet|co|thi|ghi|khai|gui|kem|nop|them|ca|ro))*`
	person = ` (?:` + vietnamese.Person + `|nguoi|bo|me|gia dinh|phu huynh|ho|y kien|phep|dong y)\b`
)
