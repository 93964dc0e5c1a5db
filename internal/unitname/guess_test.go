package unitname

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// fields reads a file of testdata: lines of fields, comments left out.
func fields(t testing.TB, file string) (lines [][]string) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var all []string
		for field := range strings.SplitSeq(strings.TrimRight(line, "\n"), "|") {
			all = append(all, strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(strings.TrimSpace(field)))
		}
		lines = append(lines, all)
	}
	return lines
}

func index(t testing.TB) *Index {
	var units []report.Unit
	for _, f := range fields(t, "units.txt") {
		units = append(units, report.Unit{Code: f[0], Name: f[1]})
	}
	return New(report.NewDirectory(units), report.NewDate(2026, 11, 27))
}

// What a unit was called, and what one was called that has closed, is meant for those
// that go on; not where somebody is called that today, nor where nobody goes on.
func TestFormerNames(t *testing.T) {
	yesterday := report.NewDate(2026, 11, 26)
	was := func(names ...string) (terms []report.Terms) {
		for i, name := range names {
			terms = append(terms, report.Terms{Until: report.NewDate(2025, 1, i+1), Name: name})
		}
		return terms
	}
	x := New(report.NewDirectory([]report.Unit{
		{Code: "PT01", Name: "Trường Mầm non Dào San", Was: was("Trường Mầm non Hoa Ban", "Trường Mầm non Hoa Đào")},
		{Code: "PT02", Name: "Trường Mầm non Mù Sang", ActiveTo: yesterday, Successor: "PT01"},
		{Code: "PT03", Name: "Trường Tiểu học Vàng Ma Chải", ActiveTo: yesterday, Successor: "PT04", Others: []string{"PT05"}},
		{Code: "PT04", Name: "Trường Tiểu học Sì Lở Lầu"},
		{Code: "PT05", Name: "Trường Tiểu học Pa Vây Sử", Was: was("Trạm Y tế xã Tông Qua Lìn")},
		{Code: "PT06", Name: "Trạm Y tế xã Tông Qua Lìn"},
		{Code: "PT07", Name: "Hội Phụ nữ xã Huổi Luông", ActiveTo: yesterday},
		{Code: "PT08", Name: "Ủy ban nhân dân xã Ma Ly Chải", ActiveTo: yesterday, Successor: "PT02"},
		{Code: "PT09", Name: "Đoàn Thanh niên xã Bản Lang", ActiveTo: yesterday, Successor: "PT10"},
		{Code: "PT10", Name: "Đoàn Thanh niên xã Khổng Lào", ActiveTo: yesterday, Successor: "PT09"},
	}), report.NewDate(2026, 11, 27))
	for _, c := range []struct {
		text, want string
		reason     Reason
	}{
		{"Trường mầm non Hoa Ban xin gửi gương tháng 11: cô Lò Thị An", "PT01", Reports},
		{"MN Hoa Đào gửi gương ạ", "PT01", Reports},
		{"UBND XÃ MÙ SANG\nTRƯỜNG MẦM NON MÙ SANG\nSố: 12/BC-MN", "PT01", Letter},
		{"UBND XÃ MA LY CHẢI\nSố: 4/BC-UBND", "PT01", Letter},
		{"Trường tiểu học Vàng Ma Chải xin báo cáo", "PT04 PT05", Reports},
		{"TYT xã Tông Qua Lìn gửi gương", "PT06", Reports},
		{"PT02 gửi gương tháng 11", "PT01", Code},
		{"Hội phụ nữ xã Huổi Luông xin gửi", "", None},
		{"Đoàn thanh niên xã Bản Lang xin gửi", "", None},
		{"Trường mầm non Hoa Bam xin gửi", "PT01", Nearly},
		{"Mầm non Dào San, trước là mầm non Hoa Ban, xin gửi", "PT01", Reports},
	} {
		var codes []string
		g := x.Text(c.text)
		for _, u := range g.Units {
			codes = append(codes, u.Code)
		}
		if got := strings.Join(codes, " "); got != c.want || g.Reason != c.reason {
			t.Errorf("%q means %q (%s), want %q (%s)", c.text, got, g.Reason, c.want, c.reason)
		}
	}
	for typed, want := range map[string]string{"mn hoa ban": "PT01", "Trường TH Vàng Ma Chải": "PT04 PT05", "mầm non mù sang": "PT01"} {
		var codes []string
		for _, u := range x.Name(typed).Units {
			codes = append(codes, u.Code)
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("by the name %q is meant %q, want %q", typed, got, want)
		}
	}
}

// What is meant by texts, and by names in lists.
func TestGuesses(t *testing.T) {
	x := index(t)
	for file, guess := range map[string]func(string) Guess{"guesses.txt": x.Text, "names.txt": x.Name} {
		for _, f := range fields(t, file) {
			g := guess(f[0])
			var codes []string
			for _, u := range g.Units {
				codes = append(codes, u.Code)
			}
			if got, want := strings.Join(codes, " ")+" "+cmp.Or(string(g.Reason), "none"), f[1]+" "+f[2]; got != want {
				t.Errorf("%s: %q\n is %s\nnot %s", file, f[0], got, want)
			}
			_, one := g.One()
			if one != (len(g.Units) == 1 && g.Reason != Nearly) {
				t.Errorf("%q: of %s one is taken: %t", f[0], codes, one)
			}
		}
	}
}

// A unit that is closed is not meant any more.
func TestClosedUnits(t *testing.T) {
	d := report.NewDirectory([]report.Unit{{Code: "A1", Name: "Trường Mầm non Dào San", ActiveTo: report.NewDate(2026, 6, 30)}, {Code: "A2", Name: "Trường Mầm non Dào San"}})
	g := New(d, report.NewDate(2026, 11, 27)).Text("MN Dào San gửi gương")
	if u, ok := g.One(); !ok || u.Code != "A2" {
		t.Errorf("%+v", g)
	}
}

// The index of the same directory is made once a day; another directory, or another day,
// has its own.
func TestTheIndexIsMadeOnce(t *testing.T) {
	d, day := province(), report.NewDate(2026, 11, 27)
	x := New(d, day)
	if New(d, day) != x {
		t.Error("it is made again")
	}
	one, _ := d.Unit("LC0000")
	one.Name = "Trường Mầm non Hoa Ban"
	if g := New(d.With(one), day).Text("MN Hoa Ban"); len(g.Units) != 1 {
		t.Errorf("a changed directory is not seen: %+v", g)
	}
	if New(d, day.AddDays(1)) == New(d, day) {
		t.Error("tomorrow is today")
	}
}

// Of a long text three pages are looked at for names, whatever it is full of, and all of it
// for codes.
func TestALongTextIsLookedAtInPart(t *testing.T) {
	x := New(province(), report.NewDate(2026, 11, 27))
	for _, piece := range []string{"mn dao ", "Trường TH ", "UBND xã Dào San Pa ", "a b ", "a", "\u0301 "} {
		long := strings.Repeat(piece, 100_000)
		if n := len(newPassage(long).words); n > mostWords {
			t.Errorf("%q: %d words are looked at", piece, n)
		}
		if g := x.Text(long + " LC0007"); len(g.Units) != 1 || g.Reason != Code {
			t.Errorf("%q: a code behind it is not found: %v", piece, g.Reason)
		}
	}
}

// province is as many units as a province has.
func province() report.Directory {
	sorts := []string{"Trường Mầm non", "Trường Tiểu học", "Trường PTDTBT THCS", "UBND xã", "Trạm Y tế xã", "Hội Liên hiệp Phụ nữ xã", "Hội Cựu chiến binh xã", "Đồn Biên phòng"}
	var units []report.Unit
	for i := range 3321 {
		place := fmt.Sprintf("%s %s %s", syllables[i%29], syllables[i/29%31], syllables[i/899%23])
		units = append(units, report.Unit{Code: fmt.Sprintf("LC%04d", i), Name: sorts[i%len(sorts)] + " " + place})
	}
	return report.NewDirectory(units)
}

var syllables = strings.Fields("Dào San Pa Vây Sử Mường So Huổi Luông Ma Li Pho Tung Qua Lìn Mù Sang Sì Lở Lầu Nậm Xe Bản Lang Khổng Lào Thèn Sin Vàng Bó Tả Phìn")

// BenchmarkProvince finds whose a letter is among all units of a province, with
// the index made anew (index) and alone (text); and two hundred names of a list
// (list). The floor is to fold all names once.
func BenchmarkProvince(b *testing.B) {
	d := province()
	day := report.NewDate(2026, 11, 27)
	x := New(d, day)
	letter := "UBND XÃ MƯỜNG SO\nTRƯỜNG MẦM NON LẦU TẢ DÀO\nSố: 12/BC\nKính gửi: Phòng Văn hóa - Xã hội\n" +
		strings.Repeat("Cô Lò Thị An, giáo viên trường mầm non, cắm bản chín năm, vận động trẻ ra lớp. ", 40)
	var names []string
	for u := range d.All() {
		if len(names) < 200 {
			names = append(names, u.Name)
		}
	}
	for _, bench := range []struct {
		name string
		do   func()
	}{
		{"floor", func() {
			for u := range d.All() {
				letters.FoldLoosely(u.Name)
			}
		}},
		{"index", func() { New(d, day) }},
		{"text", func() { x.Text(letter) }},
		{"list", func() {
			for _, n := range names {
				x.Name(n)
			}
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				bench.do()
			}
		})
	}
}
