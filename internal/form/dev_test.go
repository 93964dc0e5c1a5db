package form

import (
	"testing"

	"guongsang/internal/report"
)

func TestDev(t *testing.T) {
	by := Speaker{Serves: true, Today: report.NewDate(2026, 11, 26)}
	off := Speaker{Agency: true, Today: report.NewDate(2026, 11, 26)}
	for _, x := range []struct {
		by   Speaker
		text string
	}{
		{by, "hạn bao giờ?"}, {by, "không có"}, {by, "khong co guong"}, {by, "đơn vị tôi tháng này ko có"}, {by, "gửi rồi mà"}, {by, "sửa"}, {by, "tôi gửi nhầm tên ạ"}, {by, "G-2026-0001"}, {by, "cảm ơn em"}, {by, "xin chào"}, {by, "tôi muốn gặp chị Hà"},
		{off, "ai chưa gửi?"}, {off, "Tẩn A Páo"}, {off, "G-2026-0002"}, {off, "Trường Mầm non Dào San"}, {off, "tim Lò Văn Pản"}, {by, "khoong cos guowng nafo"}, {by, "kho6ng co1 gu7o7ng"}, {by, "T11 k có nhé"}, {by, "hạn nọp bc t11 là khi nào ạ"}, {by, "trời mưa to quá"}, {by, "Anh Tẩn A Páo bản Nà Cúng cứu 2 cháu nhỏ đuối nước ở suối Nậm Na chiều 1/11"},
		{by, "rút gương G-2026-3"}, {off, "làm báo cáo tháng 11"}, {off, "bao nhieu don vi gui roi"}, {by, "dung nhac nua"}, {by, "hnạ gửi"},
	} {
		m := Understand(x.by, x.text)
		t.Logf("%-50s %+v known %d", x.text, m, wordsOf(Clean(x.text)).known())
	}
}

func BenchmarkUnderstand(b *testing.B) {
	by := Speaker{Serves: true, Today: report.NewDate(2026, 11, 26)}
	for b.Loop() {
		Understand(by, "đơn vị tôi tháng này ko có")
		Understand(by, "trời mưa to quá nên chiều nay chắc không đi xã được đâu em ơi")
	}
}
