package photo

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// encoded are files of testdata, by name: the test picture of 80 by 40 pixels as
// cjpeg of libjpeg-turbo 2.1.5 and convert of ImageMagick 6.9 write it. The names
// say how it is sampled (s3x1, mixed …), p is progressive, r with restarts. Rare
// ones are those that the standard library does not take, others nobody does here.
func encoded(t testing.TB, pattern string) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", "jpeg", pattern+".jpg"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s, %v", pattern, err)
	}
	files := map[string][]byte{}
	for _, name := range names {
		if files[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// showsPicture checks the four quarters of the test picture, near its edges too.
func showsPicture(t *testing.T, m image.Image) {
	t.Helper()
	for at, want := range map[image.Point]color.RGBA{
		{2, 2}: {220, 150, 0, 255}, {77, 2}: {0, 150, 220, 255}, {2, 37}: {220, 0, 0, 255}, {77, 37}: {0, 0, 220, 255},
		{10, 8}: {220, 150, 0, 255}, {70, 8}: {0, 150, 220, 255}, {10, 32}: {220, 0, 0, 255}, {70, 32}: {0, 0, 220, 255},
	} {
		if !near(m.At(at.X, at.Y), want) {
			t.Errorf("%v at %v, want %v", m.At(at.X, at.Y), at, want)
		}
	}
}

// A JPEG is shown however its colours are sampled, with or without the mark at its
// end, and the copy is one that every program reads.
func TestRareSampling(t *testing.T) {
	for name, file := range encoded(t, "rare-*") {
		t.Run(name, func(t *testing.T) {
			if _, err := jpeg.Decode(bytes.NewReader(file)); !errors.As(err, new(jpeg.UnsupportedError)) {
				t.Errorf("the standard library: %v", err)
			}
			showsPicture(t, decoded(t, prepared(t, file)))
			showsPicture(t, decoded(t, prepared(t, bytes.TrimSuffix(file, []byte{0xFF, markEOI}))))
			if c := prepared(t, file[:len(file)*2/3]); c.Verdict != Damaged {
				t.Errorf("cut: %s, %v", c.Verdict, c.Cause)
			}
		})
	}
	for name, file := range encoded(t, "common-*") {
		t.Run(name, func(t *testing.T) {
			m := decoded(t, prepared(t, file))
			showsPicture(t, m)
			if _, ink := m.(*image.CMYK); ink {
				t.Error("the copy is made of ink")
			}
		})
	}
}

// What cannot be decoded is not called damaged: who sent it is asked to send it as
// a photo, which makes it a common one.
func TestOtherCodings(t *testing.T) {
	files := encoded(t, "other-*")
	fine := jpegOf(t, picture(80, 40))
	fine[bytes.Index(fine, []byte{0xFF, markSOF0})+4] = 12 // bits of a sample
	files["twelve bits"] = fine
	for name, file := range files {
		if c := prepared(t, file); c.Verdict != Unknown {
			t.Errorf("%s: %s, %v", name, c.Verdict, c.Cause)
		}
	}
}

// The colours are those that the standard library sees, whatever they are stored as.
func TestColoursOfRareOnes(t *testing.T) {
	files := encoded(t, "common-*")
	files["photo"] = jpegOf(t, picture(203, 149))
	files["grey"] = jpegOf(t, image.NewGray(image.Rect(0, 0, 31, 17)))
	files["upright"] = talkative(t, 64, 32, upright)
	for name, file := range encoded(t, "common-*") {
		at := bytes.Index(file, []byte("Adobe"))
		for transform := byte(0); transform < 3 && at > 0; transform++ {
			noted := bytes.Clone(file)
			noted[at+11] = transform
			files[name+string('0'+transform)] = noted
		}
	}
	for name, file := range files {
		want, err := jpeg.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(name, err)
		}
		got, err := decodeRare(t.Context(), file)
		if err != nil || got.Bounds() != want.Bounds() {
			t.Fatalf("%s: %v", name, err)
		}
		for y := range want.Bounds().Dy() {
			for x := range want.Bounds().Dx() {
				r, g, b, _ := want.At(x, y).RGBA()
				if c := (color.RGBA{byte(r >> 8), byte(g >> 8), byte(b >> 8), 255}); !near(got.At(x, y), c) {
					t.Fatalf("%s: %v at %d, %d, the standard library has %v", name, got.At(x, y), x, y, c)
				}
			}
		}
	}
}

// Ink without a note of what it is is not turned over, as libjpeg does it.
func TestInkWithoutANote(t *testing.T) {
	for name, file := range encoded(t, "*-cmyk*") {
		bare := bytes.Replace(file, []byte("Adobe"), []byte("other"), 1)
		if at := decoded(t, prepared(t, bare)).At(10, 32); near(at, color.RGBA{220, 0, 0, 255}) {
			t.Errorf("%s: %v", name, at)
		}
	}
}

// A rare one costs what was worked out, and ends when it must.
func TestRareOnesAreBounded(t *testing.T) {
	for name, file := range encoded(t, "rare-*") {
		if c := prepared(t, rareSays(file, 19_000, 19_000)); c.Verdict != Huge {
			t.Errorf("%s: %s, %v", name, c.Verdict, c.Cause)
		}
		var c Copy
		if cost := allocated(func() { c = prepared(t, rareSays(file, 2_500, 2_500)) }); c.Verdict == Ready || cost > maxMemory*5/4 {
			t.Errorf("%s: %s for %d MB", name, c.Verdict, cost>>20)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := decodeRare(ctx, file); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, stopped: %v", name, err)
		}
	}
	scans := encoded(t, "rare-s441")["rare-s441.jpg"]
	if c := prepared(t, manyScans(scans)); c.Verdict != Huge {
		t.Errorf("many scans: %s", c.Verdict)
	}
}

// rareSays makes a JPEG whose frame lies about its size.
func rareSays(file []byte, w, h uint16) []byte {
	file = bytes.Clone(file)
	for at := 0; at+9 < len(file); at++ {
		if file[at] == 0xFF && isFrame(file[at+1]) {
			file[at+5], file[at+6], file[at+7], file[at+8] = byte(h>>8), byte(h), byte(w>>8), byte(w)
			return file
		}
	}
	return file
}

// BenchmarkRare decodes one picture as the standard library does and as rare ones
// are; x-library is how many times as long that takes.
func BenchmarkRare(b *testing.B) {
	file := jpegOf(b, picture(2000, 1500))
	for b.Loop() {
		if _, err := decodeRare(b.Context(), file); err != nil {
			b.Fatal(err)
		}
	}
	mine := b.Elapsed() / time.Duration(b.N)
	began := time.Now()
	if _, err := jpeg.Decode(bytes.NewReader(file)); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(mine)/float64(time.Since(began)), "x-library")
}
