package intent

import (
	"strings"

	"guongsang/internal/letters"
)

// AsksHow reports whether a text asks how the open question is to be answered: where a
// text is asked for, "viết dài bao nhiêu thì được ạ" or "có phải ghi cả năm sinh không";
// where something is to be chosen, which of the choices it is: "trường thì tính là gì".
// It has the words of answers in it, so that whoever looks for an answer asks this first.
func (by Speaker) AsksHow(text string) bool { return by.asksHow(Words(letters.Tidy(text))) }

func (by Speaker) asksHow(s Sentence) bool {
	trimmed := TrimCourtesy(s.All)
	said := strings.Join(trimmed, " ")
	switch by.openAs() {
	case "choice", "remark":
		return which().MatchString(said) || s.asksAbout() == AboutWhere
	case "text":
		asks := strings.Contains(s.Text, "?") || len(trimmed) < len(s.All) // politely
		return asks && (oneOrOther().MatchString(said) || goesSoFar().MatchString(said)) || len(trimmed) <= maxHow && (howTo().MatchString(said) || atLoss().MatchString(said))
	}
	return false
}

// maxHow is how many words such a question has at most.
const maxHow = 12

var (
	which      = letters.Pattern(`\b(?:tinh|goi|xep|ghi|chon|coi|thi)(?: la| vao)? (?:gi|sao|dau|so may|nut nao|o nao|loai nao|loai gi|cai nao|muc nao|the nao)$|\bkhac (?:gi |chi |nhau )*nhau\b|\bkhac (?:gi|cho nao|the nao|ra sao|o cho nao)\b|\bphan biet\b|^neu(?: \w+){2,12} khong$`)
	goesSoFar  = letters.Pattern(`^(?:co )?(?:phai )?(?:ghi|viet|dien|khai|nhap) (?:ca|luon|den|toi)(?: \w+){1,4}$`)
	oneOrOther = letters.Pattern(`^(?:(?:ghi|viet|go|dien|lay|de|phai) )?(?:ten|noi|cho|ca|ban|xa|tuoi|nam|viet|ghi|day du|dia chi)(?: \w+){0,4} hay (?:la )?(?:ten|noi|cho|ca|ban|xa|tuoi|nam|viet|ghi|chi|dia chi)(?: \w+){0,4}$`)
	atLoss     = letters.Pattern(`^(?:(?:em|e|minh|toi|tui|bac|co|chu|chi|anh|thay) )?(?:khong|chang|cha|chua) biet (?:dat|viet|ghi|ke|neu)(?: ten| tieu de| cho)* (?:the nao|sao|ra sao|kieu gi)\b|\b(?:em|toi|minh|tui|bac|chau) (?:khong|chang|cha) biet (?:dat|viet|ghi)$`)
	howTo      = letters.Pattern(`^(?:cho|em|minh|toi|anh|chi|hoi|oi|the|la|phan|cau|muc|o|nay|thi)*(?: (?:cho|em|minh|toi|anh|chi|hoi|oi|the|la|phan|cau|muc|o|nay|thi))* ?(?:(?:co phai|co can|can|phai) (?:ghi|viet|dien|go|noi|nhap|ke)\b.* khong|(?:(?:viet|ghi|ke|go|dien|tieu de|ten|noi dung|tom tat)(?: \w+){0,4} (?:bao nhieu|may) (?:chu|tu|dong|cau|thi duoc|la duoc|la vua)(?: \w+){0,3}|(?:viet|ghi) dai bao nhieu(?: \w+){0,3})|(?:co )?bat buoc(?: (?:phai )?(?:ghi|co|dien|nhap|khai))?(?: khong)?)$`)
)
