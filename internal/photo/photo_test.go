package photo

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

func prepared(t testing.TB, file []byte) Copy {
	t.Helper()
	c, err := Prepare(context.Background(), onDisk(t, file))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func onDisk(t testing.TB, file []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "photo")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func decoded(t testing.TB, c Copy) image.Image {
	t.Helper()
	if c.Verdict != Ready {
		t.Fatalf("verdict %s: %v", c.Verdict, c.Cause)
	}
	m, err := jpeg.Decode(bytes.NewReader(c.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	if m.Bounds() != image.Rect(0, 0, c.Width, c.Height) {
		t.Errorf("the copy says %d by %d and is %v", c.Width, c.Height, m.Bounds())
	}
	return m
}

func silent(t *testing.T, file []byte) {
	t.Helper()
	for _, tell := range tells {
		if bytes.Contains(file, []byte(tell)) {
			t.Errorf("the copy still has %q", tell)
		}
	}
}

func TestCopiesSayNothing(t *testing.T) {
	for name, size := range map[string]image.Point{"small": {320, 240}, "large": {1400, 200}, "very large": {2700, 100}} {
		for how := upright; how <= 8; how++ {
			c := prepared(t, talkative(t, size.X, size.Y, how))
			silent(t, c.JPEG)
			if decoded(t, c); max(c.Width, c.Height) > MaxSide {
				t.Errorf("%s: %d by %d", name, c.Width, c.Height)
			}
		}
	}
}

func TestStripIsLossless(t *testing.T) {
	file := with(talkative(t, 200, 100, 6), segmentOf(0xF3, "secret"))
	clean, err := Strip(file)
	if err != nil {
		t.Fatal(err)
	}
	silent(t, clean)
	if !bytes.Contains(clean, []byte("ICC_PROFILE\x00\x01\x01colours")) {
		t.Error("the colour profile is gone")
	}
	before, _ := jpeg.Decode(bytes.NewReader(jpegOf(t, picture(200, 100))))
	after, err := jpeg.Decode(bytes.NewReader(clean))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before.(*image.YCbCr).Y, after.(*image.YCbCr).Y) {
		t.Error("the picture changed")
	}
	again, err := Strip(clean)
	if err != nil || !bytes.Equal(clean, again) {
		t.Errorf("stripping twice differs (%v)", err)
	}
}

// A JPEG without the mark at its end is shown, small and large; one that ends
// in the middle of the picture is not.
func TestWithoutEndMark(t *testing.T) {
	for _, size := range []image.Point{{80, 40}, {1400, 200}} {
		file := jpegOf(t, picture(size.X, size.Y))
		m := decoded(t, prepared(t, file[:len(file)-2]))
		if at := m.Bounds().Max.Sub(image.Pt(10, 8)); !near(m.At(at.X, at.Y), color.RGBA{0, 0, 220, 255}) {
			t.Errorf("%v: %v at %v", size, m.At(at.X, at.Y), at)
		}
		if c := prepared(t, file[:len(file)/2]); c.Verdict != Damaged {
			t.Errorf("%v, half: %s", size, c.Verdict)
		}
	}
}

// Whatever way the camera was held, the copy shows the same picture.
func TestTurnedUpright(t *testing.T) {
	for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
		for how := upright; how <= 8; how++ {
			c := prepared(t, with(jpegOf(t, heldAs(picture(80, 40), how)), exif(order, how)))
			m := decoded(t, c)
			if c.Width != 80 || c.Height != 40 {
				t.Errorf("orientation %d: %d by %d", how, c.Width, c.Height)
				continue
			}
			for at, want := range map[image.Point]color.RGBA{
				{10, 8}: {220, 150, 0, 255}, {70, 8}: {0, 150, 220, 255}, {10, 32}: {220, 0, 0, 255}, {70, 32}: {0, 0, 220, 255},
			} {
				if !near(m.At(at.X, at.Y), want) {
					t.Errorf("orientation %d: %v at %v, want %v", how, m.At(at.X, at.Y), at, want)
				}
			}
		}
	}
}

// heldAs stores a picture as a camera that was held so does.
func heldAs(m *image.RGBA, how orientation) *image.RGBA {
	size := m.Rect.Size()
	stored := size
	if how > 4 {
		stored = image.Pt(size.Y, size.X)
	}
	out := image.NewRGBA(image.Rectangle{Max: stored})
	for y := range stored.Y {
		for x := range stored.X {
			from := how.place(x, y, stored.X, stored.Y)
			out.SetRGBA(x, y, m.RGBAAt(from.X, from.Y))
		}
	}
	return out
}

func near(c color.Color, want color.RGBA) bool {
	r, g, b, _ := c.RGBA()
	off := func(got uint32, want uint8) bool { d := int(got>>8) - int(want); return d < -25 || d > 25 }
	return !off(r, want.R) && !off(g, want.G) && !off(b, want.B)
}

func TestVerdicts(t *testing.T) {
	good := jpegOf(t, picture(64, 64))
	for name, test := range map[string]struct {
		file []byte
		want Verdict
	}{
		"jpeg":           {good, Ready},
		"png":            {pngOf(t, picture(64, 64)), Ready},
		"gif":            {gifOf(t, picture(64, 64)), Ready},
		"webp":           {webp(t), Ready},
		"heic":           {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), HEIC},
		"avif":           {[]byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avifmif1"), HEIC},
		"video":          {[]byte("\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isom"), Unknown},
		"nothing":        {nil, Unknown},
		"text":           {[]byte("hello"), Unknown},
		"zip":            {[]byte("PK\x03\x04............"), Unknown},
		"head only":      {good[:2], Damaged},
		"truncated":      {good[:len(good)/2], Damaged},
		"only its begin": {good[:30], Damaged},
		"png bomb":       {pngSays(t, 60_000, 60_000), Huge},
		"png wide":       {pngSays(t, 30_000, 10), Huge},
		"png with holes": {pngSays(t, 4000, 3000), Damaged},
		"jpeg bomb":      {jpegSays(good, 19_000, 19_000), Huge},
		"jpeg of none":   {jpegSays(good, 0, 0), Damaged},
		"jpeg disguised": {disguised(jpegSays(good, 6000, 6000)), Damaged},
		"jpeg of scans":  {manyScans(good), Huge},
		"gif bomb":       {gifSays(t, 60_000, 60_000), Huge},
		"webp bomb":      {webpSays(t, 16_000, 16_000), Huge},
	} {
		t.Run(name, func(t *testing.T) {
			c := prepared(t, test.file)
			if c.Verdict != test.want {
				t.Errorf("%s (%v), want %s", c.Verdict, c.Cause, test.want)
			}
			if (c.Verdict == Ready) != (c.JPEG != nil) || (c.Verdict == Ready) != (c.Cause == nil) {
				t.Errorf("%s with %d bytes and cause %v", c.Verdict, len(c.JPEG), c.Cause)
			}
		})
	}
}

// webp is the smallest lossless picture there is.
func webp(t testing.TB) []byte {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// pngSays makes a PNG whose head lies about its size.
func pngSays(t *testing.T, w, h uint32) []byte {
	t.Helper()
	file := pngOf(t, picture(8, 8))
	const head, size = 12, 16
	binary.BigEndian.PutUint32(file[size:], w)
	binary.BigEndian.PutUint32(file[size+4:], h)
	binary.BigEndian.PutUint32(file[29:], crc32.ChecksumIEEE(file[head:29]))
	return file
}

// jpegSays makes a JPEG whose frame lies about its size.
func jpegSays(file []byte, w, h uint16) []byte {
	file = bytes.Clone(file)
	at := bytes.Index(file, []byte{0xFF, markSOF0})
	binary.BigEndian.PutUint16(file[at+5:], h)
	binary.BigEndian.PutUint16(file[at+7:], w)
	return file
}

// disguised hides the frame from whoever takes every marker for a segment,
// and from no decoder.
func disguised(file []byte) []byte {
	fake := append([]byte{0xFF, 0, 0, 19}, 8, 0, 8, 0, 8, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0, 0)
	return append(append(bytes.Clone(file[:2]), fake...), file[2:]...)
}

// manyScans says the same scan over and over.
func manyScans(file []byte) []byte {
	at := bytes.Index(file, []byte{0xFF, markSOS})
	scan := file[at : len(file)-2]
	return append(append(bytes.Clone(file[:at]), bytes.Repeat(scan, maxScans+1)...), 0xFF, markEOI)
}

// gifSays makes a GIF whose screen and whose one frame lie about their size.
func gifSays(t *testing.T, w, h uint16) []byte {
	t.Helper()
	file := gifOf(t, picture(8, 8))
	binary.LittleEndian.PutUint16(file[6:], w)
	binary.LittleEndian.PutUint16(file[8:], h)
	frame := bytes.Index(file, []byte{0x2C, 0, 0, 0, 0, 8, 0, 8, 0})
	binary.LittleEndian.PutUint16(file[frame+5:], w)
	binary.LittleEndian.PutUint16(file[frame+7:], h)
	return file
}

// webpSays makes a lossless WebP whose head lies about its size.
func webpSays(t *testing.T, w, h uint32) []byte {
	t.Helper()
	file := webp(t)
	binary.LittleEndian.PutUint32(file[21:], w-1|(h-1)<<14)
	return file
}

// What is refused costs next to nothing, however much it says it holds.
func TestBombsCostNothing(t *testing.T) {
	good := jpegOf(t, picture(64, 64))
	for name, file := range map[string][]byte{
		"png": pngSays(t, 20_000, 20_000), "gif": gifSays(t, 20_000, 20_000), "webp": webpSays(t, 16_000, 16_000),
		"jpeg": jpegSays(good, 19_000, 19_000), "jpeg disguised": disguised(jpegSays(good, 6_000, 6_000)), "jpeg of scans": manyScans(good),
	} {
		var c Copy
		want := Huge
		if name == "jpeg disguised" {
			want = Damaged
		}
		if cost := allocated(func() { c = prepared(t, file) }); c.Verdict != want || cost > 1<<20 {
			t.Errorf("%s: %s for %d KB", name, c.Verdict, cost>>10)
		}
	}
}

// What is let through stays near the bound: the file says the largest size
// that is taken, and the decoder makes room for it.
func TestTheLargestIsBounded(t *testing.T) {
	good := jpegOf(t, picture(64, 64))
	for name, file := range map[string][]byte{
		"jpeg": jpegSays(good, 6_300, 6_340), "png": pngSays(t, 6_300, 6_340), "gif": gifSays(t, 6_300, 6_340), "webp": webpSays(t, 4_400, 4_500),
	} {
		var c Copy
		if cost := allocated(func() { c = prepared(t, file) }); c.Verdict == Huge || cost > maxMemory*5/4 {
			t.Errorf("%s: %s for %d MB", name, c.Verdict, cost>>20)
		}
	}
}

// allocated is what a function asks of memory, in bytes.
func allocated(fn func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	fn()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestFileOnDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anh")
	if _, err := Prepare(t.Context(), path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if err := os.WriteFile(path, pngOf(t, picture(64, 32)), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, err := Prepare(t.Context(), path); err != nil || c.Verdict != Ready || c.Width != 64 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestWhatSaysHEIC(t *testing.T) {
	for _, test := range []struct {
		mime, name string
		want       bool
	}{
		{"image/heic", "", true}, {"image/heif-sequence", "x", true}, {"", "IMG_0001.HEIC", true},
		{"application/octet-stream", "a.heif", true}, {"image/jpeg", "a.jpg", false}, {"", "heic", false}, {"", "", false},
	} {
		if got := SaysHEIC(test.mime, test.name); got != test.want {
			t.Errorf("%s %s: %v", test.mime, test.name, got)
		}
	}
}

func TestMemoryIsWorkedOut(t *testing.T) {
	half := []byte{8, 0, 8, 0, 8, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1}
	if got := frameBits(half); got != 12 {
		t.Errorf("4:2:0 needs %d bits a pixel", got)
	}
	progressive := append(append([]byte{0xFF, markSOI}, segmentOf(markSOF2, string(half))...), 0xFF, markEOI)
	if got := jpegPerPixel(progressive); got != 60 {
		t.Errorf("a progressive one needs %d bits a pixel", got)
	}
	for _, test := range []struct {
		name string
		file []byte
		w, h int
		ok   bool
	}{
		{"40 megapixels", jpegOf(t, picture(16, 16)), 7296, 5472, true},
		{"50 megapixels", jpegOf(t, picture(16, 16)), 8160, 6144, false},
		{"20 progressive megapixels", progressive, 5184, 3888, true},
		{"40 progressive megapixels", progressive, 7296, 5472, false},
	} {
		err := affordable(test.file, "jpeg", image.Config{Width: test.w, Height: test.h})
		if errors.Is(err, errTooBig) == test.ok || err != nil && test.ok {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestOfSeveralOneIsDecodedAtATime(t *testing.T) {
	file := onDisk(t, jpegOf(t, picture(1300, 400)))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if c, err := Prepare(context.Background(), file); err != nil || c.Verdict != Ready {
				t.Errorf("%v, %v", c.Verdict, err)
			}
		})
	}
	all.Wait()
	turn <- struct{}{}
	defer func() { <-turn }()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Prepare(ctx, file); !errors.Is(err, context.Canceled) {
		t.Errorf("while another is decoded: %v", err)
	}
}

func TestWhatIsClearGetsWhitePaper(t *testing.T) {
	m := decoded(t, prepared(t, pngOf(t, image.NewNRGBA(image.Rect(0, 0, 20, 20)))))
	if !near(m.At(10, 10), color.RGBA{255, 255, 255, 255}) {
		t.Errorf("%v", m.At(10, 10))
	}
}

// FuzzPrepare: no file, however broken, stops the program; what is shown of it is
// a JPEG within the size for copies that says no more than the picture, and what
// is not shown has a reason.
func FuzzPrepare(f *testing.F) {
	f.Add(talkative(f, 32, 16, 6))
	f.Add(pngOf(f, picture(16, 16)))
	f.Add(gifOf(f, picture(16, 16)))
	f.Add(webp(f))
	f.Add(walks(64, 4))
	f.Add(junked(walks(64, 4)))
	f.Add(manyScans(jpegOf(f, picture(16, 16))))
	f.Add(disguised(jpegOf(f, picture(16, 16))))
	f.Add([]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"))
	for _, file := range encoded(f, "*") {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		c := prepare(t.Context(), file)
		if (c.Verdict == Ready) != (c.Cause == nil) || c.Verdict == "" {
			t.Fatalf("%s, %v", c.Verdict, c.Cause)
		}
		if c.Verdict != Ready {
			return
		}
		decoded(t, c)
		if max(c.Width, c.Height) > MaxSide {
			t.Errorf("%d by %d", c.Width, c.Height)
		}
		if again, err := Strip(c.JPEG); err != nil || !bytes.Equal(again, c.JPEG) {
			t.Errorf("the copy says more than its picture, %v", err)
		}
	})
}

func BenchmarkPrepare12MP(b *testing.B) {
	file := jpegOf(b, picture(4000, 3000))
	b.ReportAllocs()
	for b.Loop() {
		if c := prepare(b.Context(), file); c.Verdict != Ready {
			b.Fatal(c.Cause)
		}
	}
}
