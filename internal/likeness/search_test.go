package likeness

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// A passage that many of the others have is nobody's, though no list has it; the
// rest of a text is still known.
func TestSearchLearnsTheTrade(t *testing.T) {
	const passage = "Bám sát địa bàn, nắm chắc từng hộ, từng việc, không để phát sinh điểm nóng, tổ đã đến từng nhà ghi lại nguyện vọng của bà con."
	const own = " Ông Tao Văn Hặc chép lại sáu mươi cuốn sách chữ Thái cổ, phơi sách trên gác bếp để tránh mối mọt rồi mở lớp dạy đọc tại nhà."
	traits := func(text string) Traits { return Of(report.Content{Summary: text}, "") }
	s := NewSearch(traits(passage + own))
	for i := range 40 {
		s.Look([]byte{byte(i)}, traits(passage+fmt.Sprintf(" Việc số %c khác hẳn mọi việc kia.", 'a'+rune(i%26))))
	}
	s.Look([]byte{99}, traits(own))
	found := s.Found()
	if len(found) != 1 || found[0].Key[0] != 99 || found[0].Verdict.Share < 90 {
		t.Errorf("%d found: %+v", len(found), found)
	}
	if v := compare(traits(passage), traits(passage+own)); !v.Copied {
		t.Error("of two texts alone the passage is copied")
	}
}

// What is kept of a text does not grow with it.
func TestTraitsAreSmall(t *testing.T) {
	c := report.Content{Object: report.Person, Name: "Lò Thị Xuân An", Place: "bản Nà Cúng, xã Dào San", Born: 1990}
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "từ%c%c ", 'a'+rune(i%26), 'a'+rune(i/26%26))
	}
	c.Summary = b.String()
	if n := len(Of(c, "")); n > 300 {
		t.Errorf("%d bytes", n)
	}
}

// Whatever is written, and whatever lies in a store, can be compared.
func FuzzCompare(f *testing.F) {
	f.Add("ông Lò Văn Pản (tức Páo)", "bản Bản Lang 1, xã Bản Lang", "Ông hiến 320 m² đất.", []byte{1, 0, 0, 0, 1, 0, 0, 0, 200})
	f.Add("4 hộ: A, B; C", "xã", "@#", []byte{1, 4, 0, 0, 0, 0, 0, 0, 0, 5})
	f.Fuzz(func(t *testing.T, name, place, text string, raw []byte) {
		for _, object := range report.Objects {
			for _, category := range report.Categories {
				a := Of(report.Content{Object: object, Category: category, Name: name, Place: place, Summary: text}, place)
				if err := a.Check(); err != nil {
					t.Fatal(err)
				}
				for _, b := range []Traits{a, raw, Of(report.Content{Object: report.Collective, Name: place, Place: name, Summary: text + text}, "")} {
					if compare(a, b) != compare(b, a) {
						t.Errorf("%x and %x are alike in one direction", a, b)
					}
				}
			}
		}
	})
}

// compare puts two introductions side by side, as a search among many does.
func compare(a, b Traits) Verdict {
	s := NewSearch(a)
	s.Look(nil, b)
	if found := s.Found(); len(found) > 0 {
		return found[0].Verdict
	}
	return Verdict{}
}
