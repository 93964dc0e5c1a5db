package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
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

func TestCards(t *testing.T) {
	photo := hills(t, 1280, 960)
	group := introduction(`Nhóm "Bếp cơm 0 đồng"`, "240 suất cơm mỗi tuần cho người bệnh vùng xa", report.NameOnly)
	group.Content.Object, group.Content.Place = report.Collective, "Thị trấn Phong Thổ"
	house := introduction("Hộ bà Lý Thị Dung", "Từ hộ nghèo đến thu nhập 280 triệu đồng/năm nhờ trồng sâm và nuôi ong", report.NameOnly)
	house.Content.Object, house.Content.Category = report.Household, report.Advanced
	long := introduction(strings.Repeat("Nguyễn Đình ", 9), strings.Repeat("Vận động bà con hiến đất làm đường ", 20), report.NameAndPhoto)
	for name, e := range map[string]report.Example{
		"photo": introduced[0], "name": introduced[1], "initials": introduced[2], "group": group, "house": house, "long": long,
	} {
		c, err := drawCard(card(e, photo))
		if err != nil {
			t.Fatal(err)
		}
		roomy(t, name, c)
		file, err := Card(card(e, photo))
		if err != nil {
			t.Fatal(err)
		}
		keep(t, "card-"+name, file)
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
