package paste

import (
	"strings"

	"guongsang/internal/letters"
)

// talk is what people write to one another that introduces nobody, folded: they
// ask, say that there is nothing, call to a meeting, or say thanks.
var talk = []string{
	"em hoi", "minh hoi", "cho hoi", "xin hoi", "hoi chut", "khong phat sinh", "khong co guong", "chua co guong", "giao ban", "tap huan", "thong bao", "den dung gio", "nhan duoc roi", "loi cam on", "cam on cac",
	"moi cac dong chi", "de nghi cac dong chi", "de nghi cac don vi", "nop guong den ngay", "khong thay ai", "gui mau", "lay mau",
}

// IsTalk reports whether a pasted text introduces nobody, although it is long. A
// text with labels, or that tells of a person's deed, does.
func (p Paste) IsTalk() bool {
	if p.Labels >= 2 || CategoryIn(p.Text) != "" && nameTold(p.Text) != "" {
		return false
	}
	folded := letters.Fold(p.Text)
	for _, one := range talk {
		if strings.Contains(folded, one) {
			return true
		}
	}
	asks := strings.Contains(p.Text, "?") && p.Labels == 0 && nameTold(p.Text) == "" && CategoryIn(p.Text) == ""
	return asks || p.Rest == "" && p.Labels == 0
}

// SaysNil reports whether a pasted text says that there is nobody to introduce.
func (p Paste) SaysNil() bool {
	folded := letters.Fold(p.Text)
	return p.IsTalk() && (strings.Contains(folded, "khong phat sinh") || strings.Contains(folded, "khong co guong"))
}
