package likeness

import (
	"fmt"
	"math/rand/v2"
	"reflect"
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

// A search that forgets at each stop what can be a copy no more finds in the end what
// one finds that looked at all of them in one go; and keeps no more than it may.
func TestSearchForgetsWhatIsNobodysForGood(t *testing.T) {
	passages := []string{
		"Bám sát địa bàn, nắm chắc từng hộ, từng việc, không để phát sinh điểm nóng trong bản.",
		"Vận động bà con hiến đất mở đường, đổ bê tông ngõ xóm, trồng hoa ven lối về nhà văn hóa.",
		"Chép lại sáu mươi cuốn sách chữ Thái cổ, phơi sách trên gác bếp rồi mở lớp dạy đọc buổi tối.",
	}
	dice := rand.New(rand.NewPCG(3, 5))
	traits := func() Traits {
		text := ""
		for i, p := range passages {
			if dice.IntN(i+2) == 0 {
				text += p + " "
			}
		}
		name := []string{"Lò Văn Pản", "Lò Thị Xoan", "Tẩn A Páo"}[dice.IntN(3)]
		return Of(report.Content{Object: report.Person, Name: name, Born: 1970 + dice.IntN(30), Summary: text + fmt.Sprintf("Việc thứ %c khác hẳn mọi việc kia.", 'a'+rune(dice.IntN(26)))}, "bản Nà Cúng")
	}
	query := Of(report.Content{Object: report.Person, Name: "Lò Văn Pản", Summary: strings.Join(passages, " ")}, "bản Nà Cúng")
	goesOn, all := NewSearch(query), []Traits{}
	for i := range 3000 {
		all = append(all, traits())
		goesOn.Look([]byte{byte(i >> 8), byte(i)}, all[i])
		if dice.IntN(40) > 0 {
			continue
		}
		found := goesOn.Found()
		goesOn.Keep()
		anew := NewSearch(query)
		for k, other := range all {
			anew.Look([]byte{byte(k >> 8), byte(k)}, other)
			anew.text.only(func(int) bool { return true }) // it passes none by that shares what is everybody's
		}
		if want := anew.Found(); !reflect.DeepEqual(found, want) {
			t.Fatalf("after %d: %d found, want %d", i+1, len(found), len(want))
		}
	}
	if len(goesOn.found) > len(all)/2 {
		t.Errorf("%d of %d are kept", len(goesOn.found), len(all))
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
