package paste

import (
	"slices"
	"strings"
	"testing"
)

// Each line of a letter is marked with what it is: "-" what stands around the
// content, "+" what is content.
func TestBody(t *testing.T) {
	for _, letter := range []string{
		// not a letter: nothing is left out, whatever it looks like
		"+ÔNG TẨN PHỦ LÌN|+Hiến 320 m² đất|+- cho đường bản|+CHỦ TỊCH xã đến thăm|+BÁO CÁO",
		"+Số nhà 12/5|+Ngày 3 tháng 11 năm 2026 ông hiến đất",
		// agencies above, signature below, prose between
		"-Sở Y tế|-TRUNG TÂM Y TẾ|-Số 7/TTYT-TCHC|-Phong Thổ, ngày … tháng 11 năm 2026|-TỜ TRÌNH|-V/v biểu dương|-Kính gửi:|-UBND xã Dào San|+Bác sĩ Hoàng Văn Thắng trực 40 đêm liền trong mùa lũ.|-TL. GIÁM ĐỐC|-Đỗ Văn Hùng",
		// what comes after the signature is said again
		"-Kính gửi: UBND xã|+Chị An cắm bản 9 năm.|-Nơi nhận:|-- Như trên;|-Lưu: VT|-NGƯỜI BÁO CÁO|-(Ký, ghi rõ họ tên)|-Lò Thị Sương|-PHỤ LỤC|+Họ tên: Lò Thị Xuân An|+Bản: Nà Cúng",
		// several addressees, a rule under the motto
		"-CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|-Độc lập – Tự do – Hạnh phúc|-------------|-Kính gửi:|-- Hội đồng Thi đua;|-- Phòng Văn hóa.|+Nội dung: Nhóm nấu 240 suất cơm|+- mỗi tuần hai lần",
		// a form with a title
		"-PHIẾU GIỚI THIỆU GƯƠNG|-I. THÔNG TIN CHUNG|+Họ tên: Lò Văn Pản|+II. THÀNH TÍCH|+Cứu hai cháu nhỏ",
	} {
		var lines, content, around []string
		for marked := range strings.SplitSeq(letter, "|") {
			lines = append(lines, marked[1:])
			if marked[0] == '+' {
				content = append(content, marked[1:])
			} else {
				around = append(around, marked[1:])
			}
		}
		if got, left := body(lines); !slices.Equal(got, content) || !slices.Equal(left, around) {
			t.Errorf("%q\ncontent %q\naround %q", lines, got, left)
		}
	}
}
