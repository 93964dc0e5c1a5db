package publicity

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/texts"
)

func input(t testing.TB, name string) Input {
	t.Helper()
	v := gate(samples()[name]).View
	forms, err := Of(v)
	if err != nil {
		t.Fatal(err)
	}
	return Input{
		Office: office, View: v, Forms: forms, Source: texts.PublicitySource{Accepted: "Nguyễn Thị Hạnh", At: time.Date(2026, 11, 6, 8, 5, 0, 0, office.Zone)},
		Open: func(privacy.Photo) ([]byte, error) { return photoOf(t, 640, 427, 85), nil },
	}
}

// photoOf is a photo that hardly shrinks: noise.
func photoOf(t testing.TB, wide, high, quality int) []byte {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	m := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			m.Set(x, y, color.RGBA{uint8(x), uint8(y), uint8(r.IntN(200)), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpacked(t *testing.T, file []byte) (names []string, parts map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names, parts[f.Name] = append(names, f.Name), string(data)
	}
	return names, parts
}

// A package has every form, the photos under names without diacritics, and where
// it comes from; the same bytes each time.
func TestPackage(t *testing.T) {
	in := input(t, "person")
	file, leftOut, err := Package(t.Context(), in)
	if err != nil || leftOut != 0 {
		t.Fatal(leftOut, err)
	}
	names, parts := unpacked(t, file)
	want := []string{"bai.docx", "bai.html", "zalo.txt", "facebook.txt", "loa.txt", "kenh.txt", "nguon.txt", "TAN_PHU_LIN_01.jpg", "TAN_PHU_LIN_02.jpg", "thiep.png", "thiep_vuong.png"}
	if !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
	var all strings.Builder
	for _, name := range []string{"bai.html", "zalo.txt", "kenh.txt", "nguon.txt"} {
		fmt.Fprintf(&all, "######## %s\n%s\n", name, parts[name])
	}
	golden(t, "testdata/package.txt", all.String())
	again, _, err := Package(t.Context(), input(t, "person"))
	if err != nil || !bytes.Equal(file, again) {
		t.Errorf("another package of the same: %v", err)
	}
}

// An article says in its properties what it is and who gives it, as the other documents do.
func TestArticleProperties(t *testing.T) {
	in := input(t, "person")
	file, _, err := Package(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	_, parts := unpacked(t, file)
	_, article := unpacked(t, []byte(parts["bai.docx"]))
	title, _, _ := Cut(in.Forms[Article])
	for _, want := range []string{"<dc:title>" + title + "</dc:title>", "<dc:creator>" + in.Office.Agency + "</dc:creator>"} {
		if core := article["docProps/core.xml"]; !strings.Contains(core, want) {
			t.Errorf("%s is not in %s", want, core)
		}
	}
}

// Photos are in a package as far as the View has them; what is too large is made
// smaller, what cannot be opened is counted.
func TestPhotosOfPackage(t *testing.T) {
	in := input(t, "no consent")
	file, _, err := Package(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if names, _ := unpacked(t, file); len(names) != 9 {
		t.Errorf("of one who did not agree: %q", names)
	}
	in = input(t, "person")
	large := photoOf(t, 1280, 1280, 100)
	if len(large) <= MaxPhoto {
		t.Fatalf("%d bytes are not too many", len(large))
	}
	in.Open = func(p privacy.Photo) ([]byte, error) {
		if p.Unique == "a" {
			return nil, errors.New("not in the house")
		}
		return large, nil
	}
	file, leftOut, err := Package(t.Context(), in)
	if err != nil || leftOut != 1 {
		t.Fatal(leftOut, err)
	}
	_, parts := unpacked(t, file)
	photo := parts["TAN_PHU_LIN_01.jpg"]
	if len(photo) == 0 || len(photo) > MaxPhoto {
		t.Errorf("a photo of %d bytes", len(photo))
	}
	if _, err := jpeg.Decode(strings.NewReader(photo)); err != nil {
		t.Error(err)
	}
}

func TestPhotoNames(t *testing.T) {
	for name, want := range map[string]string{
		"Lò Văn Pản": "LO_VAN_PAN", "Đào Quốc Hưng": "DAO_QUOC_HUNG", "L.V.P.": "L_V_P", "???": "GUONG_SANG", "../../x": "X",
		strings.Repeat("Đội dân quân cơ động ", 5): "DOI_DAN_QUAN_CO_DONG_DOI_DAN_QUAN_CO_DON",
	} {
		if got := photoStem(name); got != want {
			t.Errorf("%s: %s, not %s", name, got, want)
		}
	}
}

// What people wrote is text in the HTML, never tags.
func TestHTMLIsEscaped(t *testing.T) {
	e := samples()["collective"]
	e.Content.Summary = `<script>alert("x")</script> & tiếp. Tổ làm việc <b>tốt</b>.`
	v := gate(e).View
	forms, err := Of(v)
	if err != nil {
		t.Fatal(err)
	}
	page := articleHTML(Input{Office: office, View: v, Forms: forms}, nil)
	if strings.Contains(page, "<script") || strings.Contains(page, "<b>") || !strings.Contains(page, "&lt;script&gt;") {
		t.Error(page)
	}
}

// The empty picture is one that Telegram takes, and the same each time.
func TestRetraction(t *testing.T) {
	line, picture, err := Retraction()
	if err != nil || line == "" {
		t.Fatal(line, err)
	}
	m, err := jpeg.Decode(bytes.NewReader(picture))
	if err != nil || m.Bounds().Dx() < 320 || len(picture) > 50<<10 {
		t.Errorf("%d bytes: %v", len(picture), err)
	}
	if _, again, _ := Retraction(); !bytes.Equal(picture, again) {
		t.Error("two pictures")
	}
}
