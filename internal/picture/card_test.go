package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"testing"

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

func TestCards(t *testing.T) {
	photo := hills(t, 1280, 960)
	for i, name := range []string{"card-photo", "card-name", "card-initials"} {
		file, err := Card(CardInput{Office: office, Example: introduced[i], Unit: "Trường Mầm non Dào San", Photo: photo})
		if err != nil {
			t.Fatal(err)
		}
		keep(t, name, file)
	}
	group := introduction(`Nhóm "Bếp cơm 0 đồng"`, "240 suất cơm mỗi tuần cho người bệnh vùng xa", report.NameOnly)
	group.Content.Object = report.Collective
	file, err := Card(CardInput{Office: office, Example: group, Unit: "Hội Chữ thập đỏ"})
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "card-group", file)
}
