package simulation

import (
	"fmt"
	"strings"
	"time"
)

// The words that people know from their screens.
const (
	saysReceipt   = "Đã tiếp nhận. Mã số: "
	saysNovember  = "Tính cho: tháng 11/2026"
	saysNil       = "không phát sinh trong tháng 11 năm 2026"
	saysWithdrawn = "Đã rút gương "
	saysStanding  = "Tình hình tháng 11 năm 2026"
	saysTaken     = "Gương "
	saysAccepted  = "tiếp nhận"
	saysReminder  = "Nhắc gửi gương"
	saysCheck     = "Vui lòng kiểm tra trước khi gửi"
	saysStep      = "Bước "
	saysEarly     = "gõ khi câu hỏi chưa tới nơi"

	pressSend      = "Gửi"
	pressIntroduce = "Gửi gương"
	pressNil       = "Không phát sinh"
	pressWithdraw  = "Rút gương này"
	pressAccept    = "✅ Tiếp nhận"
	pressDrop      = "Không dùng"
	sayHelp        = "Trợ giúp"
	sayStanding    = "Tình hình"
)

// An intro is what somebody wants to introduce, and what became of it.
type intro struct {
	by          *person
	name, place string
	title, deed string
	consent     int // 1 name and photo, 2 name only, 3 not asked
	photos      int
	number      string // as the receipt said; "" before
	told        time.Time
	changed     time.Time // when it was received once more, corrected
	counts      bool      // for November
	withdrawn   bool
}

var consents = map[int]string{1: "Đồng ý tên và ảnh", 2: "Chỉ đồng ý tên", 3: "Chưa hỏi hoặc chưa đồng ý"}

var givenNames = []string{"Páo", "Sinh", "Khánh", "Hương", "Chính", "Dế", "Mẩy", "Tủa", "Sử", "Liên", "Quẩy", "Phúc", "Thào", "Vừ", "Nhè"}

// newIntro is one that nobody else has: the n-th.
func newIntro(p *person, n, consent int) *intro {
	family := []string{"Lò", "Vàng", "Giàng", "Tẩn", "Sùng", "Chẻo", "Hoàng", "Nông"}
	middle := []string{"Văn", "A", "Seo", "Thị", "Minh", "Láo"}
	given := givenNames
	i := &intro{by: p, consent: consent}
	i.name = fmt.Sprintf("%s %s %s", family[n%8], middle[n/8%6], given[n/48%15])
	if n >= 8*6*15 {
		i.name += " " + given[n/720%15]
	}
	i.place = fmt.Sprintf("bản Nà %s", given[n*7%15]+" "+given[(n+n/15)%15])
	i.title = fmt.Sprintf("Việc tốt của %s", i.name)
	i.deed = fmt.Sprintf("%s đã cùng %d hộ trong bản làm lại đường sau lũ, bà con đi lại thuận tiện hơn trước.", i.name, 11+n)
	return i
}

// pasted is the introduction as people paste it.
func (i *intro) pasted() string {
	return fmt.Sprintf("Họ tên: %s\nLoại: người tốt việc tốt\nĐối tượng: cá nhân\nNơi ở: %s\nTiêu đề: %s\nViệc làm: %s\nĐồng ý: %s",
		i.name, i.place, i.title, i.deed, consents[i.consent])
}

// answers are what a question says, and the answer to it.
func (i *intro) answers() [][2]string {
	return [][2]string{
		{"Gương thuộc loại nào", "2"}, {"Gương là cá nhân, tập thể hay hộ gia đình", "1"}, {"Họ và tên người được giới thiệu", i.name},
		{"Đơn vị công tác hoặc nơi ở", i.place}, {"tiêu đề ngắn", i.title}, {"Kể việc làm", i.deed},
		{"đã đồng ý cho đăng tên và ảnh", fmt.Sprint(i.consent)}, {"dưới 16 tuổi không", "2"}, {"kiểm tra trước khi gửi", pressSend},
		{"Anh/chị còn một bản nháp", "1"},
	}
}

// version is how often it was sent.
func (i *intro) version() int {
	if i.changed.IsZero() {
		return 1
	}
	return 2
}

// mark is what no other introduction says, whoever may be named.
func (i *intro) mark() string { return i.deed[strings.Index(i.deed, " đã cùng "):] }

// field is the answer to the field that something typed early is offered for.
func (i *intro) field(name string) string {
	return map[string]string{"Họ và tên": i.name, "Nơi ở/đơn vị": i.place, "Tiêu đề": i.title, "Tóm tắt": i.deed}[name]
}

// useEarly is the label that uses something typed early.
func useEarly(typed string) string { return "Dùng «" + cut(typed, 24) + "»" }

// cut shortens a text for a label.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
