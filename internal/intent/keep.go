package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// keeps reports whether a sentence says no more than that something is not to be done:
// "đừng rút", "thôi không sửa nữa", "khoan gửi". It has the words of doing it. What is
// not to be sent while a draft is open puts that off.
func (by Speaker) keeps(s Sentence) bool {
	if by.Open == "" && keptAsSent().MatchString(strings.Join(s.All, " ")) {
		return true
	}
	if !slices.ContainsFunc(s.All, func(w string) bool { return keeping[w] }) || len(s.All) > maxAside || strings.Contains(strings.ToLower(s.Text), texts.Right) { // "đúng, gửi"
		return false
	}
	said := strings.Join(s.All, " ")
	if at := notDoingIt().FindStringIndex(said); at != nil && by.openAs() != "text" && by.openAs() != "remark" && !doing().MatchString(notDone().ReplaceAllString(said[at[1]:], "")) {
		return true
	}
	return notDoing().MatchString(said) || asItWas().MatchString(said) || by.Open == "" && notSending().MatchString(said) || leaving().MatchString(said)
}

// keeping are the words without one of which nothing is kept from being done.
var keeping = letters.Set("dung khoan khoi khong chua nguyen yen de")

const (
	beforeKeeping = `^(?:(?:thoi|da|vang|a|ah|oi|ay|em|toi|minh|anh|chi|ok|y|the|vay|thi|xin|nghi lai|roi|chet|ui) )*`
	afterKeeping  = `(?: (?:bai|guong|ban|nhap|ho so|no|nay|do|kia|ay|cai|ca|het|nua|voi|voi vang|da|dau|lai|ve|xuong|bo|cua|em|toi|minh|nhe|nha|nhen|a|ah|oi|chi|anh|co|ad|giup|ho|gi|g \d+ \d+))*` +
		`(?: (?:(?:cu|thoi|ma|hay) )*(?:de|giu)(?: (?:do|day|nguyen|vay|the|yen|nhu cu|lai|roi))+)?$`
)

var (
	// keptAsSent says so in a longer sentence: "không đề nghị thu hồi bài này, xin giữ nguyên".
	keptAsSent = letters.Pattern(`\b(?:khong|chua|dung)(?: (?:de nghi|xin|muon|co y|he|phai|yeu cau|can|dinh))+ (?:rut|thu hoi|huy|xoa|sua|go)\b.*\b(?:giu|de) nguyen\b`)
	// notDoing denies what would change something that is there.
	notDoing = letters.Pattern(beforeKeeping + `(?:(?:dung|khoan|khoi)(?: (?:co|vay|hay|da|voi))*|khong)(?: (?:can|muon|phai|dinh|phai la))* (?:rut|huy|xoa|sua|go|thu hoi|lay ve|lay lai|chinh|bo)` + afterKeeping)
	// notDoingIt is how that begins, whatever is not to be done to what; doing what asks for
	// it all the same behind it: "đừng sửa nữa, hủy bài đó đi".
	notDoingIt = letters.Pattern(beforeKeeping + `(?:(?:khoan(?: da| hay| voi)* )?(?:dung|khoan)(?: (?:co|vay|hay|da))* (?:rut|huy|xoa|sua|go|thu hoi|lay ve|lay lai|bo)\b|` +
		`(?:khoi|khong)(?: (?:can|muon|phai))* (?:rut|huy|xoa|sua|go|thu hoi)(?: (?:bai|guong|no|nay|do|gi))* (?:nua|dau|lai)\b|` +
		`(?:khong|chua) bao(?: \w+){0,4} voi\b|(?:(?:cu|hay) )?(?:de|giu) nguyen\b)`)
	// notDone is what is denied behind it as well.
	notDone = letters.Pattern(`\b(?:khong|chua|dung|khoan) (?:gui|rut|sua|xoa|huy|nop|bao)\b`)
	// notReminding is the same of what the agency does.
	notReminding = letters.Pattern(beforeKeeping + `(?:khoan(?: da| hay| voi)* )?(?:dung|khoan)(?: (?:co|vay|hay|da))* (?:nhac|don doc|tra lai|duyet|dang|xoa|gui)\b`)
	// asItWas asks for nothing to be changed: "đừng có đổi, để y như cũ".
	asItWas = letters.Pattern(`\b(?:dung|khoan|khong)\b.*\b(?:de|giu|cu|van)(?: \w+){0,3} (?:nguyen|nhu cu|nhu thuong|nhu vay|nhu truoc)(?: (?:cho|em|toi|minh|tui|chi|anh|nhe|nha|a|ad|di|thoi))*$`)
	doing   = letters.Pattern(`\b(?:rut|huy|xoa|sua|go|thu hoi|lay|doi|chuyen|gui|bao|dang|nop)\b`)
	// notSending puts off sending alone: "không gửi nữa" throws the draft aside.
	notSending = letters.Pattern(beforeKeeping + `(?:(?:dung|khoan)(?: (?:co|hay|da|voi))* (?:gui|nop)|(?:khong|chua) (?:gui|nop|bao)(?: \w+){0,4} voi)` + afterKeeping)
	// leaving says that all is to stay as it is.
	leaving = letters.Pattern(beforeKeeping + `(?:khoan(?: (?:da|em|chi|anh|a|nhe|oi))*|(?:cu |hay )?(?:giu|de) (?:nguyen|yen)(?: (?:nhu cu|vay|the|do|day|hien trang|giup|em|nhe|nha|a|chi|anh|di))*|cu de (?:vay|the|nguyen|yen)(?: (?:di|vay|do|em|nhe|nha|a|chi|anh))*)$`)
)
