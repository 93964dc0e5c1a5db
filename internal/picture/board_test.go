package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

func drawn(t testing.TB, in BoardInput) (pages []*canvas) {
	t.Helper()
	all, err := drawBoard(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, draw := range all {
		c, err := draw()
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, c)
	}
	return pages
}

func boardOf(t testing.TB, in BoardInput) *board {
	t.Helper()
	b, err := newBoard(in)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// roomy fails if a text leaves the paper or runs over another.
func roomy(t *testing.T, what string, c *canvas) {
	t.Helper()
	paper := image.Rect(margin, 0, Width-margin+1, c.img.Rect.Dy())
	for i, p := range c.set {
		if !p.box.In(paper) {
			t.Errorf("%s: %q at %v leaves the paper of %v", what, p.text, p.box, paper)
		}
		for _, q := range c.set[:i] {
			if p.box.Inset(1).Overlaps(q.box.Inset(1)) {
				t.Errorf("%s: %q at %v runs over %q at %v", what, p.text, p.box, q.text, q.box)
			}
		}
	}
}

func said(c *canvas) string {
	var all strings.Builder
	for _, p := range c.set {
		all.WriteString(p.text + "\n")
	}
	return all.String()
}

func TestBoardOfADistrict(t *testing.T) {
	in := district(demoUnits())
	files, err := Board(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	listed := ""
	for i, c := range drawn(t, in) {
		m, err := png.Decode(bytes.NewReader(files[i]))
		if err != nil {
			t.Fatal(err)
		}
		if m.Bounds() != c.img.Rect || m.Bounds().Dx() != Width || m.Bounds().Dy() > 2*Width || len(files[i]) > 250_000 {
			t.Errorf("page %d is %v in %d bytes", i+1, m.Bounds(), len(files[i]))
		}
		roomy(t, fmt.Sprintf("page %d", i+1), c)
		listed += said(c)
		keep(t, fmt.Sprintf("board-%d", i+1), files[i])
	}
	for _, want := range []string{"Giới thiệu gương tháng 11 năm 2026", "đơn vị đã gửi", "47", "Lò Thị Xuân An", "P.M.H.", "Gửi bù", "Trang 3/3", "UBND xã Sì Lở Lầu"} {
		if !strings.Contains(listed, want) {
			t.Errorf("%q is nowhere", want)
		}
	}
}

// Every unit stands on one page, in its row, with the colour of its standing
// and a mark on it.
func TestBoardCells(t *testing.T) {
	in := district(demoUnits())
	state := map[cellKey]standing{}
	for _, st := range in.Standings {
		state[cellKey{st.Unit, st.Period}] = standingOf(st.State, in.Contacts[st.Unit])
	}
	b := boardOf(t, in)
	seen := 0
	pages := b.paginate()
	for n, rows := range pages {
		c, err := b.page(n, len(pages), rows)
		if err != nil {
			t.Fatal(err)
		}
		y := headHeight + monthHeight
		if n == 0 {
			y += tilesHeight(texts.BigNumbers(in.Total)) + 24 + b.letters.namesHeight(in.Names)
		}
		for _, row := range rows {
			if row.unit == nil {
				y += blockHeight
				continue
			}
			seen++
			for i, p := range in.Periods {
				s := state[cellKey{row.unit.Code, p}]
				checkCell(t, c.img, column(i, len(in.Periods), y, rowHeight), s, row.unit.Code)
			}
			y += rowHeight
		}
	}
	if seen != len(in.Units) {
		t.Errorf("%d rows for %d units", seen, len(in.Units))
	}
}

func checkCell(t *testing.T, img *image.RGBA, r image.Rectangle, s standing, unit string) {
	t.Helper()
	ground, sign := s.tones()
	if got := img.RGBAAt(r.Min.X+4, r.Min.Y+r.Dy()/2); got != ground {
		t.Errorf("%s, %v: ground %v, want %v", unit, s, got, ground)
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if img.RGBAAt(x, y) == sign {
				return
			}
		}
	}
	t.Errorf("%s: no mark for %v", unit, s)
}

func TestMarksDiffer(t *testing.T) {
	seen := map[string]standing{}
	for _, s := range legend {
		cell := mark{s, image.Pt(46, 36)}.draw()
		ground, _ := s.tones()
		shape := make([]byte, 0, len(cell.Pix)/4)
		for i := 0; i < len(cell.Pix); i += 4 {
			on := byte(0)
			if pixel(cell, i) != ground {
				on = 1
			}
			shape = append(shape, on)
		}
		if other, ok := seen[string(shape)]; ok {
			t.Errorf("%v and %v have the same mark", s, other)
		}
		seen[string(shape)] = s
	}
}

// However many units there are, nobody is sent more than a few pictures. What
// has no row is counted, and what has the least to show for itself stands first.
func TestBoardOfManyUnits(t *testing.T) {
	for _, test := range []struct {
		name         string
		units, block int // of so many units each; 0: no blocks
		pages, rows  int
		note         string
	}{
		{"just above", mostUnits + 1, 30, 1, 7, ""},
		{"province", 3321, 100, 2, 34, ""},
		{"blocks on six pages", 217 * 3, 3, 6, 217, ""},
		{"more blocks", 3321, 8, 6, 217, "Còn 200 khối"},
		{"no blocks", 3321, 0, 6, 217, "Còn 3.105 đơn vị"},
	} {
		units := many(test.units)
		for i := range units {
			units[i].Block = ""
			if test.block > 0 {
				units[i].Block = fmt.Sprintf("Khối %d", i/test.block+1)
			}
		}
		in := district(units)
		pages, err := drawBoard(in)
		if err != nil {
			t.Fatal(err)
		}
		if len(pages) != test.pages {
			t.Errorf("%s: %d pages, want %d", test.name, len(pages), test.pages)
		}
		b := boardOf(t, in)
		rows := slices.Concat(b.paginate()...)
		if len(rows) != test.rows {
			t.Errorf("%s: %d rows, want %d", test.name, len(rows), test.rows)
		}
		if last := rows[len(rows)-1].note; !strings.HasPrefix(last, test.note) || test.note == "" && last != "" {
			t.Errorf("%s: ends with %q", test.name, last)
		}
		if test.note != "" && !slices.IsSortedFunc(rows[:len(rows)-1], func(x, y boardRow) int { return b.share(x) - b.share(y) }) {
			t.Errorf("%s: who has least does not stand first", test.name)
		}
		for _, n := range []int{0, len(pages) - 1} {
			c, err := pages[n]()
			if err != nil {
				t.Fatal(err)
			}
			roomy(t, fmt.Sprintf("%s, page %d", test.name, n+1), c)
			file, err := c.encode()
			if err != nil {
				t.Fatal(err)
			}
			keep(t, fmt.Sprintf("many-%s-%d", strings.ReplaceAll(test.name, " ", "-"), n+1), file)
		}
	}
}

// Many units are surveyed by block first; each unit still has its row.
func TestSurveyOfBlocks(t *testing.T) {
	in := district(many(200))
	b := boardOf(t, in)
	blocks, units := 0, 0
	for _, page := range b.paginate() {
		for _, row := range page {
			if row.whole {
				blocks++
			}
			if row.unit != nil {
				units++
			}
			if row.whole && row.unit != nil || len(page) > rowsOnOther {
				t.Errorf("a page of %d rows with %v", len(page), row)
			}
		}
	}
	if blocks != 7 || units != 200 {
		t.Errorf("%d blocks and %d units", blocks, units)
	}
	for percent, want := range map[int]report.State{100: report.OnTime, 90: report.OnTime, 89: report.NilFiled, 69: report.Late, 49: report.Pending, 0: report.Pending} {
		if got := bandOf(percent); got.state != want {
			t.Errorf("%d%% looks like %v", percent, got)
		}
	}
}

// many units, with names as long as they come.
func many(n int) []report.Unit {
	var units []report.Unit
	for i := range n {
		units = append(units, report.Unit{
			Code: fmt.Sprintf("X%04d", i), Block: fmt.Sprintf("Khối %d - Các trường phổ thông dân tộc bán trú và mầm non cụm %d", i/30+1, i/30+1),
			Name: fmt.Sprintf("Trường Phổ thông dân tộc bán trú Trung học cơ sở xã Tung Qua Lìn cơ sở %d", i),
		})
	}
	return units
}

func TestBoardOfOddThings(t *testing.T) {
	long := strings.Repeat("Nghiêng", 60)
	odd := introduction("👩‍🌾 مرحبا "+long, "\u202e\x00\x1b"+long+" Привет", report.NameOnly)
	quarters := district(demoUnits()[:5])
	for i := range quarters.Periods {
		quarters.Periods[i] = report.Period{Duty: report.Quarter, Year: 2026, Number: 4}.Add(i - 11)
	}
	for i := range quarters.Standings {
		quarters.Standings[i].Period = quarters.Periods[i%len(quarters.Periods)]
	}
	quarters.Period = quarters.Periods[11]
	few := district(demoUnits()[:30])
	few.Periods = few.Periods[9:]
	huge := district([]report.Unit{{Code: "A", Name: long, Block: long}})
	huge.Names = shown(odd, odd, odd, odd)
	huge.Total = report.Figures{Duties: 123_456, OnTime: 123_455, Missing: 99_999, Unreachable: 99_999, Examples: 1_234_567}
	huge.Office.Organization = long
	for name, in := range map[string]BoardInput{
		"nothing": {Office: office, Period: month(11)}, "no periods": {Office: office, Period: month(11), Units: demoUnits()[:3]},
		"quarters": quarters, "few": few, "huge": huge,
	} {
		for i, c := range drawn(t, in) {
			roomy(t, fmt.Sprintf("%s, page %d", name, i+1), c)
			file, err := c.encode()
			if err != nil {
				t.Fatal(err)
			}
			keep(t, fmt.Sprintf("odd-%s-%d", strings.ReplaceAll(name, " ", "-"), i+1), file)
		}
	}
}

// The names of the demo's units and blocks stand in full, and with fewer
// columns longer ones do too.
func TestBoardSaysWholeNames(t *testing.T) {
	for _, c := range drawn(t, district(demoUnits())) {
		if words := said(c); strings.Contains(words, "…") {
			t.Errorf("something is cut:\n%s", words)
		}
	}
	few := district(many(10))
	few.Periods = few.Periods[9:]
	c := drawn(t, few)[0]
	roomy(t, "few", c)
	if words := said(c); strings.Contains(words, "…") {
		t.Errorf("something is cut:\n%s", words)
	}
	file, err := c.encode()
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "long-names", file)
}

// Names of units, blocks, examples and of the office as long as they may be
// stand in full, on pages that are no longer than others.
func TestBoardOfLongNames(t *testing.T) {
	const most = 120
	name := string([]rune(strings.Repeat("Tổ hợp tác dịch vụ nông lâm nghiệp bản Nà Cúng ", 3))[:most])
	units := many(45)
	for i := range units {
		units[i].Name, units[i].Block = name, fmt.Sprintf("Khối %d %s", i/20, name[:len(name)-12])
	}
	in := district(units)
	in.Office.Organization = name
	in.Total.Unconnected, in.Total.Unreachable, in.Total.Missing = 12_345, 2_345, 23_456
	long := introduction(name, name, report.NameOnly)
	in.Names = shown(long, introduced[0], long)
	for i, c := range drawn(t, in) {
		what := fmt.Sprintf("page %d", i+1)
		roomy(t, what, c)
		if words := said(c); strings.Contains(words, "…") {
			t.Errorf("%s is cut:\n%s", what, words)
		}
		if tall := c.img.Rect.Dy(); tall > 2*Width {
			t.Errorf("%s is %d pixels high", what, tall)
		}
		look(t, fmt.Sprintf("board-of-long-names-%d", i+1), c)
	}
}

// A unit that owed nothing in the periods shown takes no room.
func TestBoardLeavesOutTheDissolved(t *testing.T) {
	in := district(demoUnits()[:5])
	for i := range in.Standings {
		if in.Standings[i].Unit == in.Units[2].Code {
			in.Standings[i].State = report.NotDue
		}
	}
	words := said(drawn(t, in)[0])
	if gone, here := in.Units[2].Name, in.Units[3].Name; strings.Contains(words, gone) || !strings.Contains(words, here) {
		t.Errorf("%s", words)
	}
}

// Accents typed apart from their letters look as those typed together.
func TestLettersAreComposed(t *testing.T) {
	l, err := newLettering()
	if err != nil {
		t.Fatal(err)
	}
	const name = "Trường Mầm non Dào San, ỦY BAN, Nguyễn Đức Hữu"
	if got := l.settable(norm.NFD.String(name)); got != name {
		t.Errorf("%q", got)
	}
	for r := rune(0xC0); r < 0x1EFA; r++ {
		if vietnamese := r < 0x180 || r == 'ơ' || r == 'ư' || r == 'Ơ' || r == 'Ư' || r >= 0x1EA0; vietnamese && l.settable(string(r)) == "" && norm.NFD.String(string(r)) != string(r) {
			t.Errorf("no letter %c", r)
		}
	}
	if got := l.settable("a👩‍🌾b\tc\x00"); got != "ab c" {
		t.Errorf("%q", got)
	}
}

func TestTextsAreShortenedAtWords(t *testing.T) {
	l, err := newLettering()
	if err != nil {
		t.Fatal(err)
	}
	const name = "Phòng Lao động - Thương binh và Xã hội"
	for width := 40; width < 600; width += 7 {
		got := l.fit(name, regular(23), width)
		if l.width(got, regular(23)) > width {
			t.Errorf("%q is wider than %d", got, width)
		}
		if strings.Contains(got, " …") || strings.Contains(got, "-…") {
			t.Errorf("%q", got)
		}
	}
	for _, lines := range [][]string{l.wrap(name, regular(40), 300, 5), l.balanced(name, regular(40), 300, 5)} {
		if strings.Join(lines, " ") != name {
			t.Errorf("%q", lines)
		}
	}
}

// The same input makes the same bytes, also when many pictures are drawn at a
// time.
func TestSameInputSameBytes(t *testing.T) {
	in := district(demoUnits()[:20])
	want, err := Board(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			got, err := Board(t.Context(), in)
			if err != nil || len(got) != len(want) || !bytes.Equal(got[0], want[0]) {
				t.Errorf("another picture (%v)", err)
			}
		})
	}
	all.Wait()
}

// What is shown of a person is what was agreed to.
func TestBoardNamesWhoAgreed(t *testing.T) {
	in := district(demoUnits()[:3])
	secret := introduction("Sùng A Dế", "Sùng A Dế 11 lần hiến máu tình nguyện", report.NotGiven)
	in.Names = shown(secret)
	if words := said(drawn(t, in)[0]); strings.Contains(words, "Sùng") || !strings.Contains(words, "S.A.D.") {
		t.Errorf("%s", words)
	}
	in.Names = []privacy.View{privacy.Of(secret, report.Unit{}, privacy.Desk, report.NewDate(2026, 11, 23))}
	if _, err := Board(t.Context(), in); err == nil {
		t.Error("the board is made of what the desk sees")
	}
}

func TestPaletteKeepsColours(t *testing.T) {
	c := drawn(t, district(demoUnits()[:20]))[0]
	numbered := byNumber(c.img)
	if numbered == nil {
		t.Fatal("print is taken for a photo")
	}
	for _, s := range legend {
		ground, _ := s.tones()
		if _, far := nearest(rgbaOf(numbered.Palette), ground); far > 3*25 {
			t.Errorf("%v lost its colour", s)
		}
	}
}

func rgbaOf(p color.Palette) (list []color.RGBA) {
	for _, c := range p {
		list = append(list, c.(color.RGBA))
	}
	return list
}
