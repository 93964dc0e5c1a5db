package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// hills is a drawn photo, so that no real person is in the tests.
func hills(t testing.TB, w, h int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		far := float64(h) * (.45 + .10*math.Sin(float64(x)/float64(w)*7))
		near := float64(h) * (.68 + .12*math.Sin(float64(x)/float64(w)*4+2))
		for y := range h {
			c := color.RGBA{190, 220, uint8(255 - 60*y/h), 255}
			if float64(y) > far {
				c = color.RGBA{110, 160, 140, 255}
			}
			if float64(y) > near {
				c = color.RGBA{60, 120, 70, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func card(e report.Example, photo []byte) CardInput {
	e.Content.Media = []report.Media{{Kind: "photo", Unique: "1"}}
	return CardInput{Office: office, Example: shown(e)[0], Photo: photo}
}

// praised are examples as different as they come.
func praised() map[string]report.Example {
	group := introduction(`Nhóm "Bếp cơm 0 đồng"`, "240 suất cơm mỗi tuần cho người bệnh vùng xa", report.NameAndPhoto)
	group.Content.Object, group.Content.Place = report.Collective, "Thị trấn Phong Thổ"
	house := introduction("Hộ bà Lý Thị Dung", "Từ hộ nghèo đến thu nhập 280 triệu đồng/năm nhờ trồng sâm và nuôi ong", report.NameOnly)
	house.Content.Object, house.Content.Category = report.Household, report.Advanced
	quote := introduced[1]
	quote.Content.More.Quote = "Đường rộng thì cả bản được nhờ, mất một ít ruộng có đáng gì đâu."
	long := introduction(
		"Tổ tự quản đường biên, cột mốc và giữ gìn an ninh trật tự thôn bản Sì Lở Lầu - Gia Khâu, xã Sì Lở Lầu, thành lập năm 1998",
		"Mô hình liên kết trồng, thu hái, chế biến và tiêu thụ chè cổ thụ hữu cơ gắn với bảo vệ rừng đầu nguồn ở vùng biên giới", report.NameAndPhoto)
	long.Content.Object, long.Content.Category = report.Collective, report.NewModel
	long.Content.Place = "Bản Gia Khâu, thôn Sì Lở Lầu, xã Sì Lở Lầu, tỉnh Lai Châu, khu vực biên giới đất liền giáp nước bạn, nơi có ba dân tộc anh em cùng sinh sống"
	long.Content.More.Quote = strings.Repeat("Chúng tôi giữ rừng như giữ nhà, có rừng mới có nước, có nước mới có chè. ", 6)
	return map[string]report.Example{
		"photo": introduced[0], "name": introduced[1], "initials": introduced[2], "group": group, "house": house, "quote": quote, "long": long,
	}
}

// shapes are both shapes of a card, and how their files are called.
var shapes = map[Shape]string{Portrait: "", Square: "-square"}

// What a card says stands whole and apart from the rest within its frame, in
// letters that are not too small, however long it is; the foot says when.
func TestCards(t *testing.T) {
	wide, tall := hills(t, 1280, 960), hills(t, 720, 1280)
	for name, e := range praised() {
		for shape, format := range shapes {
			for kind, photo := range map[string][]byte{"": wide, "-tall": tall, "-none": nil} {
				if e.Content.Consent != report.NameAndPhoto && kind != "" {
					continue
				}
				in := card(e, photo)
				in.Shape = shape
				c, err := drawCard(in)
				if err != nil {
					t.Fatal(err)
				}
				what := "card-" + name + kind + format
				framed(t, what, c)
				saysAll(t, what, c, in.Example)
				look(t, what, c)
			}
		}
	}
}

// framed fails if a text of a card leaves the frame, runs over another or is
// too small.
func framed(t *testing.T, what string, c *canvas) {
	t.Helper()
	roomy(t, what, c)
	inside := c.img.Rect.Inset(cardEdge + 40)
	for _, p := range c.set {
		if !p.box.In(inside) {
			t.Errorf("%s: %q at %v leaves the frame", what, p.text, p.box)
		}
		if p.box.Dy() < 24 {
			t.Errorf("%s: %q is %d pixels high", what, p.text, p.box.Dy())
		}
	}
}

// saysAll fails if the name, the title, the place, the unit or the period are
// not said in full.
func saysAll(t *testing.T, what string, c *canvas, e privacy.View) {
	t.Helper()
	words := strings.ReplaceAll(said(c), "\n", " ")
	for _, want := range []string{e.Name, e.Title, e.Place, e.Unit.Name + " giới thiệu Tháng 11 năm 2026"} {
		if want = texts.Curly(want); !strings.Contains(words, want) {
			t.Errorf("%s does not say %q: %s", what, want, words)
		}
	}
	if strings.Contains(words, "…") {
		t.Errorf("%s is cut: %s", what, words)
	}
	if strings.Contains(words, `"`) {
		t.Errorf("%s has quotes as a keyboard types them: %s", what, words)
	}
}

// Nobody of a group is cut off: all corners of the photo are on the card.
func TestPhotosAreShownWhole(t *testing.T) {
	marks := []color.RGBA{{255, 0, 255, 255}, {0, 255, 255, 255}, {0, 255, 0, 255}, {255, 120, 0, 255}}
	for _, size := range []image.Point{{640, 360}, {360, 640}, {640, 120}} {
		m := image.NewRGBA(image.Rectangle{Max: size})
		for i := range m.Pix {
			m.Pix[i] = 128
		}
		w, h := size.X/8, size.Y/8
		for i, at := range []image.Point{{0, 0}, {size.X - w, 0}, {0, size.Y - h}, {size.X - w, size.Y - h}} {
			draw.Draw(m, image.Rect(0, 0, w, h).Add(at), image.NewUniform(marks[i]), image.Point{}, draw.Src)
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
			t.Fatal(err)
		}
		for shape := range shapes {
			in := card(introduced[0], b.Bytes())
			in.Shape = shape
			c, err := drawCard(in)
			if err != nil {
				t.Fatal(err)
			}
			for i, mark := range marks {
				if !holds(c.img, mark) {
					t.Errorf("corner %d of a photo of %v is not on a card of shape %d", i, size, shape)
				}
			}
		}
	}
}

// holds reports whether a colour, or nearly that, is in a picture.
func holds(m *image.RGBA, want color.RGBA) bool {
	for i := 0; i < len(m.Pix); i += 4 {
		if p := pixel(m, i); abs(int(p.R)-int(want.R)) < 16 && abs(int(p.G)-int(want.G)) < 16 && abs(int(p.B)-int(want.B)) < 16 {
			return true
		}
	}
	return false
}

// Letters stand out from the paper for everybody.
func TestCardLettersStandOut(t *testing.T) {
	for eye, m := range eyes {
		for _, colour := range []color.RGBA{crimson, bronze, umber, ink} {
			a, b := luminance(seenBy(m, cream)), luminance(seenBy(m, colour))
			if ratio := (max(a, b) + .05) / (min(a, b) + .05); ratio < 4.5 {
				t.Errorf("%s: %v has a contrast of %.1f", eye, colour, ratio)
			}
		}
	}
}

// A photo of a camera, all noise, makes a card that every page takes: Zalo up
// to 1 MB.
func TestCardsAreNotTooHeavy(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 1280, 960))
	seed := uint32(7)
	for i := range m.Pix {
		seed = seed*1664525 + 1013904223
		m.Pix[i] = 96 + byte(seed>>26) + byte(i/4%1280/16)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	in := card(introduced[0], b.Bytes())
	in.Shape = Square
	file, err := Card(in)
	if err != nil {
		t.Fatal(err)
	}
	if len(file) > 1<<20 {
		t.Errorf("%d bytes", len(file))
	}
}

// Lines end where they can be read so.
func TestLinesEndBetweenPhrases(t *testing.T) {
	l, err := newLettering()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Cô giáo cắm bản 9 năm, vận động 100% trẻ 5 tuổi ra lớp": "Cô giáo cắm bản 9 năm,|vận động 100% trẻ 5 tuổi ra lớp",
		"Hiến 320 m² đất ruộng mở rộng đường bản":                "Hiến 320 m² đất ruộng|mở rộng đường bản",
		"240 suất cơm mỗi tuần cho người bệnh vùng xa":           "240 suất cơm mỗi tuần|cho người bệnh vùng xa",
		"Nhặt được ví, trả lại người mất":                        "Nhặt được ví, trả lại người mất",
		"Tổ hợp tác nuôi ong của chị Lý Thị Dung ở xã Dào San":   "Tổ hợp tác nuôi ong|của chị Lý Thị Dung ở xã Dào San",
		"Ngắn": "Ngắn",
		"":     "",
	} {
		if got := strings.Join(l.lines(text, letter{serif, 46}, 660), "|"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	long := strings.Repeat("Nghiêng", 40)
	lines := l.lines(long+" thật", letter{serif, 46}, 660)
	if strings.Join(lines, "") != long+"thật" && strings.ReplaceAll(strings.Join(lines, ""), " ", "") != long+"thật" {
		t.Errorf("%q", lines)
	}
	for _, line := range lines {
		if l.width(line, letter{serif, 46}) > 660 {
			t.Errorf("%q is too wide", line)
		}
	}
}

// A card shows what was agreed to and nothing more.
func TestCardsHonourConsent(t *testing.T) {
	photo := hills(t, 640, 480)
	child := introduction("Giàng A Minh", "Giàng A Minh nhặt được ví, trả lại người mất", report.NameAndPhoto)
	child.Content.Born, child.Content.ChildConsent, child.Content.GuardianConsent = 2011, true, true
	orphan := child
	orphan.Content.GuardianConsent = false
	for name, test := range map[string]struct {
		e            report.Example
		photo        bool
		says, hushes string
		place, unit  string
	}{
		"all":                {introduced[0], true, "Lò Thị Xuân An", "L.T.X.A.", "Trường Mầm non Dào San, xã Dào San", "Trường Mầm non Dào San giới thiệu"},
		"name only":          {introduced[1], false, "Tẩn Phủ Lìn", "T.P.L.", "Trường Mầm non Dào San, xã Dào San", "Trường Mầm non Dào San giới thiệu"},
		"not agreed":         {introduced[2], false, "P.M.H.", "Phàn", "", "Trường Mầm non Dào San giới thiệu"},
		"child":              {child, false, "Em Minh", "Giàng", "xã Dào San", "Trường học trên địa bàn giới thiệu"},
		"child, not all say": {orphan, false, "Em G.A.M.", "Minh", "xã Dào San", "Trường học trên địa bàn giới thiệu"},
	} {
		c, err := drawCard(card(test.e, photo))
		if err != nil {
			t.Fatal(err)
		}
		words := said(c)
		if !strings.Contains(words, test.says) || strings.Contains(words, test.hushes) {
			t.Errorf("%s says\n%s", name, words)
		}
		lines := strings.Split(words, "\n")
		if !strings.Contains(words, test.unit) || test.place != "" && !slices.Contains(lines, test.place) || test.place == "" && strings.Contains(words, "xã Dào San") {
			t.Errorf("%s: place or unit in\n%s", name, words)
		}
		if shown := green(c.img); shown != test.photo {
			t.Errorf("%s: photo shown is %v", name, shown)
		}
	}
}

// green reports whether the hills of the photo are on the card.
func green(m *image.RGBA) bool {
	for i := 0; i < len(m.Pix); i += 4 {
		if p := pixel(m, i); int(p.G) > int(p.R)+30 && int(p.G) > int(p.B)+30 {
			return true
		}
	}
	return false
}

func TestCardsRefused(t *testing.T) {
	waiting, taken := introduced[0], introduced[0]
	waiting.Review = report.Received
	for name, in := range map[string]CardInput{
		"not accepted":    card(waiting, nil),
		"a broken photo":  card(taken, []byte("no photo")),
		"half a photo":    card(taken, hills(t, 200, 100)[:900]),
		"too large photo": card(taken, hills(t, 1400, 20)),
	} {
		if _, err := Card(in); err == nil || !strings.Contains(err.Error(), taken.Number) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Card(card(introduced[2], []byte("no photo"))); err != nil {
		t.Errorf("a photo that may not be shown was looked at: %v", err)
	}
	if _, err := Card(CardInput{Office: office, Example: privacy.Of(taken, report.Unit{}, privacy.Desk, report.NewDate(2026, 11, 23))}); err == nil {
		t.Error("a card is made of what the desk sees")
	}
}

// Neither a card nor a board holds out one that was not accepted.
func TestNobodyBeforeAcceptance(t *testing.T) {
	for _, r := range []report.Review{report.Received, report.Returned, report.Retracted, report.Withdrawn} {
		v := privacy.View{Audience: privacy.Public, Number: "G-2026-0001", Name: "Lò Thị Xuân An", Review: r}
		if _, err := Card(CardInput{Office: office, Example: v}); err == nil {
			t.Errorf("a card of one that is %s", r)
		}
		in := district(nil)
		in.Names = []privacy.View{v}
		if _, err := Board(t.Context(), in); err == nil {
			t.Errorf("a board names one that is %s", r)
		}
	}
}

func TestTallAndWidePhotos(t *testing.T) {
	for _, size := range []image.Point{{300, 1200}, {1280, 90}, {1, 1}} {
		if _, err := Card(card(introduced[0], hills(t, size.X, size.Y))); err != nil {
			t.Errorf("%v: %v", size, err)
		}
	}
}

func BenchmarkCard(b *testing.B) {
	in := card(introduced[0], hills(b, 1280, 960))
	for b.Loop() {
		if _, err := Card(in); err != nil {
			b.Fatal(err)
		}
	}
}
