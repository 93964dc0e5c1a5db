package picture

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// november is a month in which some blocks have sent and some have not.
func november(names ...string) SummaryInput {
	in := SummaryInput{Office: office, Period: month(11), At: time.Date(2026, 11, 25, 9, 30, 0, 0, zone), Published: 2}
	for i, name := range names {
		f := report.Figures{Duties: 6 + i%5, OnTime: i % 4, Nil: i % 2, Unconnected: i % 3}
		f.Missing = f.Duties - f.Met()
		in.Blocks = append(in.Blocks, report.BlockFigures{Block: name, Figures: f})
		in.Total.Duties += f.Duties
		in.Total.OnTime += f.OnTime
		in.Total.Nil += f.Nil
		in.Total.Missing += f.Missing
		in.Total.Unconnected += f.Unconnected
	}
	in.Total.Examples = 13
	return in
}

func demoBlocks() (names []string) {
	for _, u := range demoUnits() {
		if len(names) == 0 || names[len(names)-1] != u.Block {
			names = append(names, u.Block)
		}
	}
	return names
}

func TestSummary(t *testing.T) {
	usual := november(demoBlocks()...)
	usual.Before = &report.Figures{Duties: 85, OnTime: 40, Late: 5, Missing: 40}
	empty, one, province, longest := november(), november("Khối 1"), november(), november()
	empty.Published, empty.Total = 0, report.Figures{}
	one.Total = report.Figures{Duties: 1, OnTime: 1, Examples: 1}
	one.Blocks = []report.BlockFigures{{Block: "Khối 1", Figures: one.Total}}
	for i := range 110 {
		f := report.Figures{Duties: 30, OnTime: i % 31, Missing: 30 - i%31, Unconnected: (30 - i%31) / 2, Unreachable: (30 - i%31) / 4}
		province.Blocks = append(province.Blocks, report.BlockFigures{Block: fmt.Sprintf("Khối %d - Các trường phổ thông dân tộc bán trú và mầm non cụm %d", i+1, i+1), Figures: f})
	}
	province.Total = report.Figures{Duties: 3321, OnTime: 3321 - 1234, Missing: 1234, Unconnected: 567, Unreachable: 89, Examples: 12345}
	province.Published, province.Office.Organization = 1234, "Ủy ban nhân dân tỉnh Lai Châu"
	longest = november(strings.Repeat("Khối các đơn vị ", 7)[:118], "Khối "+strings.Repeat("Nghiêng", 16), "")
	longest.Period = report.Period{Duty: report.Quarter, Year: 2026, Number: 4}
	longest.Office.Organization = strings.Repeat("Cơ quan thường trực ", 6)
	for name, in := range map[string]SummaryInput{"usual": usual, "empty": empty, "one": one, "province": province, "longest": longest} {
		c, err := drawSummary(in)
		if err != nil {
			t.Fatal(err)
		}
		roomy(t, name, c)
		legible(t, name, c)
		if tall := c.img.Rect.Dy(); tall > summaryTallest {
			t.Errorf("%s is %d pixels high", name, tall)
		}
		if words := said(c); strings.Contains(words, "…") {
			t.Errorf("%s is cut:\n%s", name, words)
		}
		file, err := Summary(in)
		if err != nil {
			t.Fatal(err)
		}
		if m, err := png.Decode(bytes.NewReader(file)); err != nil || m.Bounds() != c.img.Rect || len(file) > 150_000 {
			t.Errorf("%s: %v in %d bytes, %v", name, m.Bounds(), len(file), err)
		}
		keep(t, "summary-"+name, file)
	}
}

// legible fails if the letters of a text, as they were drawn, are less than 11
// pixels high on a phone of 360 pixels in width, from the foot of a letter to
// the top of a capital, a figure or a letter with an ascender.
func legible(t *testing.T, what string, c *canvas) {
	t.Helper()
	const phone, least = 360, 11
	for _, p := range c.set {
		ground := c.img.RGBAAt(p.box.Min.X, p.box.Min.Y)
		first, last := -1, -1
		base := p.box.Max.Y - p.box.Dy()/4
		for y := p.box.Min.Y; y < base; y++ {
			for x := p.box.Min.X; x < p.box.Max.X; x++ {
				if c.img.RGBAAt(x, y) != ground {
					if first < 0 {
						first = y
					}
					last = y
					break
				}
			}
		}
		if high := last - first + 1; high*phone < least*Width {
			t.Errorf("%s: the letters of %q are %.1f pixels high on a phone", what, p.text, float64(high*phone)/Width)
		}
	}
}

// The summary says the figures of the board and no others.
func TestSummarySaysTheFigures(t *testing.T) {
	in := november(demoBlocks()...)
	c, err := drawSummary(in)
	if err != nil {
		t.Fatal(err)
	}
	f := in.Total
	words := strings.ReplaceAll(said(c), "\n", " ")
	for _, want := range []string{
		fmt.Sprintf("%d/%d", f.Met(), f.Duties), texts.BoardPercent(f.Met(), f.Duties), texts.SummaryMissing(f), "Tháng 11 năm 2026",
		"13 gương giới thiệu", "2 gương đã đăng", "Khối 1",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("no %q in %s", want, words)
		}
	}
	if says := texts.SummarySays(f, in.Published); !strings.Contains(says, fmt.Sprintf("%d/%d", f.Met(), f.Duties)) || !strings.Contains(says, "Đã đăng: 2.") {
		t.Errorf("%s", says)
	}
}

// A bar is as long as its share.
func TestSummaryBars(t *testing.T) {
	in := november("A", "B")
	in.Blocks[0].Figures = report.Figures{Duties: 4, OnTime: 1, Missing: 3}
	in.Blocks[1].Figures = report.Figures{Duties: 4, OnTime: 2, Missing: 2}
	in.Total = report.Figures{Duties: 8, OnTime: 4, Missing: 4}
	c, err := drawSummary(in)
	if err != nil {
		t.Fatal(err)
	}
	lengths := map[int]bool{}
	for y := range c.img.Rect.Dy() {
		n := 0
		for x := range Width {
			if c.img.RGBAAt(x, y) == blue {
				n++
			}
		}
		lengths[n+1] = true // the outermost points are pale
	}
	for _, want := range []int{summaryWide / 4, summaryWide / 2} {
		if !lengths[want] && !lengths[want-1] {
			t.Errorf("no bar of %d pixels", want)
		}
	}
}

func BenchmarkSummary(b *testing.B) {
	in := november(demoBlocks()...)
	for b.Loop() {
		if _, err := Summary(in); err != nil {
			b.Fatal(err)
		}
	}
}
