package form

import (
	"strings"
	"testing"
	"time"

	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What a pasted text says of a child's consent under the names that the program itself has
// for it is taken or refused as an answer is, and is no part of the deed, which is published.
func TestAChildsConsentUnderItsLabel(t *testing.T) {
	now := time.Date(2026, 11, 12, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		child, guardian        string
		agreed, guardianAgreed bool
		refused                int
	}{
		{"đồng ý", "đồng ý", true, true, 0},
		{"chưa hỏi", "mẹ em đồng ý", false, true, 1},
		{"không đồng ý", "Đã đồng ý", false, true, 1},
		{"em vui lắm", "bố đã ký giấy", false, false, 2},
	} {
		d := report.Draft{Started: now, Changed: now}
		refused, full := TakePaste(&d, paste.Read("Loại: Người tốt việc tốt\nĐối tượng: Cá nhân\nHọ tên: Giàng A Sử\nNăm sinh: 2015\nNơi ở: Bản Sin Chải\n"+
			"Tiêu đề: Nhặt được của rơi trả lại người mất\nViệc làm: Em Giàng A Sử nhặt được ví và cùng bố mang đến Công an xã trả lại.\nĐồng ý: Đồng ý tên và ảnh\n"+
			texts.FieldName("child", d.Content)+": "+c.child+"\n"+texts.FieldName("guardian", d.Content)+": "+c.guardian))
		if full != "" || len(refused) != c.refused || d.Content.ChildConsent != c.agreed || d.Content.GuardianConsent != c.guardianAgreed || strings.Contains(d.Content.Summary, "\n") {
			t.Errorf("%q, %q: refused %v %s, agreed %v and %v; the deed is %q", c.child, c.guardian, refused, full, d.Content.ChildConsent, d.Content.GuardianConsent, d.Content.Summary)
		}
	}
}
