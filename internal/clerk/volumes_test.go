package clerk

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// noisy is a photo that no coding makes small.
func noisy(t testing.TB, wide, high, quality int) []byte {
	t.Helper()
	m := image.NewYCbCr(image.Rect(0, 0, wide, high), image.YCbCrSubsampleRatio420)
	random := rand.New(rand.NewPCG(1, 2))
	for y := range high {
		for x := range wide {
			m.Y[m.YOffset(x, y)] = byte((x/7+y/5)%200) + byte(random.IntN(40))
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// illustrate has units introduce so many examples in November, every nth with a photo.
func illustrate(t testing.TB, store *storage.Store, r *Papers, examples, every int, photo []byte) (photos int) {
	t.Helper()
	err := store.Update(time.Date(2026, 11, 25, 9, 0, 0, 0, hanoi), func(tx *storage.Tx) error {
		for i := range examples {
			e := report.Example{
				Unit: fmt.Sprintf("U%02d", i%9+1), Periods: []report.Period{november}, Review: report.Accepted, Content: report.Content{
					Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Title: fmt.Sprintf("Hiến đất làm đường lần thứ %d", i+1),
					Summary: strings.Repeat("Vận động bà con cùng góp công, góp của. ", 10), Consent: report.NameAndPhoto, Field: report.Rural,
				},
			}
			if i%every == 0 {
				hash := fmt.Sprintf("%064x", i+1)
				if err := store.PutCopy(hash, photo); err != nil {
					return err
				}
				e.Content.Media, photos = []report.Media{{Kind: "photo", Unique: strconv.Itoa(i), Hash: hash}}, photos+1
			}
			if _, err := tx.NewExample(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	r.Templates[digest.ReportTemplate] = showingAll(t)
	return photos
}

// showingAll is a template of an agency's own, which shows every example with its photos.
func showingAll(t testing.TB) []byte {
	t.Helper()
	i := slices.IndexFunc(digest.Templates(), func(one digest.Template) bool { return one.Name == digest.ReportTemplate })
	built := digest.Templates()[i].File
	z, err := zip.NewReader(bytes.NewReader(built), int64(len(built)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		part := contentOf(t, f)
		if f.Name == "word/document.xml" {
			all := ""
			for _, p := range []string{"{{#guong}}", "Gương {{tt}}: {{tieu_de}}", "{{anh}}", "{{/guong}}", "{{tap}}"} {
				all += "<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>"
			}
			end := strings.LastIndex(part, "<w:sectPr")
			part = part[:end] + all + part[end:]
		}
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = io.WriteString(w, part)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func contentOf(t testing.TB, f *zip.File) string {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var listedExample = regexp.MustCompile(`Gương ([\d.]+): `)

// listed are the numbers of the examples that a report lists, and how many photos it has.
func listed(t testing.TB, docx []byte) (numbers []string, photos int, says string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		switch {
		case f.Name == "word/document.xml":
			says = contentOf(t, f)
			for _, m := range listedExample.FindAllStringSubmatch(says, -1) {
				numbers = append(numbers, m[1])
			}
		case strings.HasPrefix(f.Name, "word/media/"):
			photos++
		}
	}
	return numbers, photos, says
}

func numbersTo(n int) (all []string) {
	for i := range n {
		all = append(all, texts.Number(i+1))
	}
	return all
}

// A report that is too large has smaller photos first, and is whole.
func TestPhotosAreShrunkFirst(t *testing.T) {
	r := newRoom(t, 9)
	photo := noisy(t, 640, 480, 92)
	photos := illustrate(t, r.Store, &r.Papers, 30, 3, photo)
	r.Papers.fileLimit = 1 << 20
	if whole := photos * len(photo); whole < r.Papers.fileLimit*5/4 {
		t.Fatalf("the photos have only %d bytes", whole)
	}
	r.ask(storage.Job{Kind: Report, Key: "report"})
	r.works()
	rows := r.sent()
	r.want(r.carried(rows), []string{"report/1: bao-cao-2026-11.docx"})
	if !strings.Contains(rows[0].Message.Text, texts.PhotosShrunk()) {
		t.Errorf("it says %q", rows[0].Message.Text)
	}
	file, err := os.ReadFile(r.Store.MediaPath(rows[0].Message.File.Hash))
	if err != nil {
		t.Fatal(err)
	}
	numbers, n, _ := listed(t, file)
	if len(file) > r.Papers.fileLimit || !slices.Equal(numbers, numbersTo(30)) || n < photos {
		t.Errorf("%d bytes, %d photos, examples %v", len(file), n, numbers)
	}
}

// One that is still too large comes in volumes: each within the limit, each example in
// one of them under the number that it has in the whole, each photo there.
func TestVolumes(t *testing.T) {
	r := newRoom(t, 9)
	photos := illustrate(t, r.Store, &r.Papers, 50, 2, noisy(t, 640, 480, 92))
	r.Papers.fileLimit = 700 << 10
	r.ask(storage.Job{Kind: Report, Key: "report"})
	r.works()
	rows := r.sent()
	if len(rows) < 2 {
		t.Fatalf("%d volumes: %s", len(rows), r.log.String())
	}
	var numbers []string
	all := 0
	for i, row := range rows {
		file, err := os.ReadFile(r.Store.MediaPath(row.Message.File.Hash))
		if err != nil {
			t.Fatal(err)
		}
		in, n, says := listed(t, file)
		numbers, all = append(numbers, in...), all+n
		name := texts.Volume(i+1, len(rows))
		if want := fmt.Sprintf("bao-cao-2026-11-tap-%d-%d.docx", i+1, len(rows)); row.Message.File.Name != want {
			t.Errorf("a file is called %s, want %s", row.Message.File.Name, want)
		}
		if !strings.Contains(row.Message.Text, name+": gương số "+in[0]+" đến "+in[len(in)-1]) || strings.Count(says, name) < 2 {
			t.Errorf("volume %d says %q; in the document it is named %d times", i+1, row.Message.Text, strings.Count(says, name))
		}
		if len(file) > r.Papers.fileLimit {
			t.Errorf("volume %d has %d bytes", i+1, len(file))
		}
	}
	if !slices.Equal(numbers, numbersTo(50)) || all < photos {
		t.Errorf("%d photos of %d, examples %v", all, photos, numbers)
	}
}

// Workbooks are cut between their examples.
func TestVolumesOfAWorkbook(t *testing.T) {
	r := newRoom(t, 9)
	illustrate(t, r.Store, &r.Papers, 400, 1000, noisy(t, 64, 64, 80))
	whole, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Workbook, Period: november})
	if err != nil || len(whole) != 1 {
		t.Fatal(len(whole), err)
	}
	r.Papers.fileLimit = len(whole[0].Data) * 3 / 4
	files, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Workbook, Period: november})
	if err != nil || len(files) < 2 {
		t.Fatal(len(files), err)
	}
	for _, f := range files {
		if len(f.Data) > r.Papers.fileLimit {
			t.Errorf("%s has %d bytes", f.Name, len(f.Data))
		}
	}
}

// What does not fit however it is cut is not sent, and who asked is told.
func TestWhatFitsInNoFile(t *testing.T) {
	r := newRoom(t, 9)
	r.Papers.fileLimit = 1 << 10
	r.ask(storage.Job{Kind: Report, Key: "report"})
	r.works()
	rows := r.sent()
	if len(rows) != 1 || rows[0].Message.Text != office.PaperTooLarge(Report) || len(r.jobs()) != 0 {
		t.Errorf("%+v", rows)
	}
}

func TestCutEvenly(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		weights := make([]int, 1+random.IntN(40))
		for i := range weights {
			weights[i] = random.IntN(100)
		}
		n := 1 + random.IntN(len(weights))
		ends := cutEvenly(weights, n)
		if len(ends) != n || ends[n-1] != len(weights) || !slices.IsSorted(ends) || ends[0] < 1 || len(slices.Compact(slices.Clone(ends))) != n {
			t.Fatalf("%v in %d parts: %v", weights, n, ends)
		}
	}
	if got := cutEvenly([]int{1, 1, 1, 1, 1, 1}, 3); !slices.Equal(got, []int{2, 4, 6}) {
		t.Errorf("six of the same in three parts: %v", got)
	}
}

// A package is cut between its files, none of which is lost or changed.
func TestSplitZIP(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	var want []string
	for i := range 60 {
		data := make([]byte, random.IntN(20_000))
		for j := range data {
			data[j] = byte(random.IntN(256))
		}
		name := fmt.Sprintf("ảnh/%02d.jpg", i)
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: uint16(8 * (i % 2))})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, name+string(data))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	const most = 100_000
	files, err := splitPackages([]File{{Name: "goi.zip", MIME: chat.ZIP, Data: b.Bytes(), Says: "Có ảnh."}, {Name: "b.png", Data: make([]byte, 2*most)}}, most)
	if err != nil || len(files) < 4 {
		t.Fatal(len(files), err)
	}
	var got []string
	for i, f := range files[:len(files)-1] {
		if len(f.Data) > most || f.Name != fmt.Sprintf("goi-tap-%d-%d.zip", i+1, len(files)-1) || f.Says != texts.VolumeOfPackage(i+1, len(files)-1)+"\nCó ảnh." {
			t.Errorf("%s of %d bytes: %s", f.Name, len(f.Data), f.Says)
		}
		z, err := zip.NewReader(bytes.NewReader(f.Data), int64(len(f.Data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range z.File {
			got = append(got, part.Name+contentOf(t, part))
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d files of %d", len(got), len(want))
	}
	if err := checkSizes(files, most); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a picture that is too large: %v", err)
	}
	if _, err := splitZIP(b.Bytes(), 1000); !errors.Is(err, ErrTooLarge) {
		t.Errorf("in parts that are too small: %v", err)
	}
}

// A thousand examples with two hundred photos, all of them shown by an agency's own
// template, fit into one file. It takes half a minute to shrink them.
func TestAThousandExamplesWithPhotos(t *testing.T) {
	if os.Getenv("GUONGSANG_LONG") == "" {
		t.Skip("set GUONGSANG_LONG=1: it takes half a minute")
	}
	r := newRoom(t, 9)
	photo := noisy(t, 1280, 960, 88)
	photos := illustrate(t, r.Store, &r.Papers, 1000, 5, photo)
	if photos != 200 || photos*len(photo) < 80<<20 {
		t.Fatalf("%d photos of %d bytes", photos, len(photo))
	}
	files, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Report, Period: november})
	if err != nil {
		t.Fatal(err)
	}
	var numbers []string
	for _, f := range files {
		in, _, _ := listed(t, f.Data)
		numbers = append(numbers, in...)
		t.Logf("%s: %d bytes, %d examples, %q", f.Name, len(f.Data), len(in), f.Says)
		if len(f.Data) > MaxFile {
			t.Errorf("%s has %d bytes", f.Name, len(f.Data))
		}
	}
	if len(files) != 1 || !slices.Equal(numbers, numbersTo(1000)) {
		t.Errorf("%d files with %d examples", len(files), len(numbers))
	}
}
