package intent

import (
	"strings"

	"guongsang/internal/letters"
)

// Discards reports whether a sentence says no more than that what is being written is to be
// thrown away: "hủy bài này", "xóa cái này đi", "bỏ đi, không giới thiệu người này nữa".
func Discards(text string) bool {
	return discarding().MatchString(strings.Join(Words(letters.Tidy(text)).All, " "))
}

var discarding = letters.Pattern(`^(?:(?:thoi|da|vang|a|ah|o|oi|em|toi|minh|tui|chi|anh|ad|cho|xin|muon|nho|giup|cu|hay) )*(?:huy bo|xoa bo|huy|xoa|vut|bo di)` +
	`(?: (?:giup|ho|gium|dum|luon|di|het|cho|em|toi|minh|cai|bai|guong|ban|nhap|phieu|gioi|thieu|phan|mau|tat|ca|toan|bo|moi|thu|no|nay|day|do|vua|dang|viet|lam|ghi|roi|nhe|nha|a|chi|anh|oi|voi|ad|khong|nguoi|nua|can|gui))*$|` +
	`^(?:(?:thoi|da|a|em|toi|chi|cho|xin|giup) )*bo (?:giup |ho |luon |het )?(?:cai|bai|guong|ban nhap|phieu|tat ca|toan bo)(?: (?:dang|viet|lam|nay|do|no|di|luon|giup|nhe|nha|a|em|chi|voi))*$`)
