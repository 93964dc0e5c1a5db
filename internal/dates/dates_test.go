package dates

import (
	"testing"

	"guongsang/internal/report"
)

var thursday = report.NewDate(2026, 11, 26)

// The zero date stands for what is refused.
func TestRead(t *testing.T) {
	for _, tt := range []struct {
		read func(string, report.Date) (report.Date, bool)
		text string
		want report.Date
	}{
		{Past, "25/11", report.NewDate(2026, 11, 25)},
		{Past, "28/11", report.NewDate(2025, 11, 28)},
		{Past, "chủ nhật vừa rồi", report.NewDate(2026, 11, 22)},
		{Past, "ngày làm", report.Date{}}, // "làm" is five behind a number only
		{Past, "tháng 10 vừa rồi", report.Date{Year: 2026, Month: 10}},
		{Past, "31/11", report.Date{}},
		{Past, "ngày mai", report.Date{}},
		{Coming, "25/11", report.NewDate(2027, 11, 25)},
		{Coming, "5/12", report.NewDate(2026, 12, 5)},
		{Coming, "25/11/2026", report.Date{}},
		{Coming, "tháng 12", report.Date{}},
		{Coming, "chị Mai bên trường gọi, cô giáo nghỉ ốm cả tuần nên chưa kịp làm", report.Date{}},
		{Past, "Anh Páo bản Nà Cúng cứu hai cháu nhỏ đuối nước ở suối Nậm Na chiều 1/11", report.Date{}},
		{Born, "03/1985", report.Date{Year: 1985, Month: 3}},
		{Born, "12/03/2011", report.NewDate(2011, 3, 12)},
		{Born, "năm 1985", report.Date{Year: 1985}},
		{Born, "15 tuổi", report.Date{Year: 2011}},
		{Born, "15", report.Date{}},
		{Born, "12/3", report.Date{}},
		{Born, "2027", report.Date{}},
		{Born, "-5 tuổi", report.Date{}},
		{Born, "−1985", report.Date{}},
		{Born, "- 1985", report.Date{Year: 1985}},
		{Born, "3,5 tuổi", report.Date{}},
		{Born, "3.5 tuổi", report.Date{}},
		{Born, "nay (35 tuổi)", report.Date{Year: 1991}},
		{Born, "99 ngày nữa", report.Date{}},
		{Past, "-3 ngày trước", report.Date{}},
		{Past, "ngày 0", report.Date{}},
		{Past, "mùng 0 tháng 11", report.Date{}},
		{Past, "1/1/0001", report.Date{}},
		{Past, "1/1/1899", report.Date{}},
		{Past, "- 25/11", report.NewDate(2026, 11, 25)},
		{Coming, "-3 ngày nữa", report.Date{}},
		{Coming, "ngày 0", report.Date{}},
		{Coming, "+84", report.Date{}},
	} {
		got, ok := tt.read(tt.text, thursday)
		if ok != (tt.want != report.Date{}) || ok && got != tt.want {
			t.Errorf("%q: %v, %v", tt.text, got, ok)
		}
	}
}

// Whatever is typed, a day that is read is one that there is.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"25/11", "31.2.26", "mùng 5 tháng này", "thứ 7 tuần sau", "sn 85", "tháng 0", "99 ngày trước", "0/0/0000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, ok := Past(text, thursday); ok && (!valid(d) || first(d).After(thursday)) {
			t.Errorf("%q: %v", text, d)
		}
		if d, ok := Coming(text, thursday); ok && (!valid(d) || d.Before(thursday)) {
			t.Errorf("%q: %v", text, d)
		}
		if d, ok := Born(text, thursday); ok && (!valid(d) || d.Year < firstYear) {
			t.Errorf("%q: %v", text, d)
		}
	})
}
