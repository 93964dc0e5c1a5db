package demo

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"guongsang/internal/clerk"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// The documents of November, on the evening of the day on which its first
// examples were published: every period played has its files, all of them tell
// the same figures, and the pictures of the documentation are of this very state.
// With -update these are made anew; of Word files too where LibreOffice is.
func TestDemoWritesDocuments(t *testing.T) {
	const untilPublished = 29
	var out bytes.Buffer
	p, err := newPlay(PlayOptions{Days: untilPublished, Quiet: true}, t.TempDir(), &out)
	if err != nil {
		t.Fatal(err)
	}
	defer p.program.Close()
	if err := p.run(t.Context()); err != nil {
		t.Fatalf("%v\n%s", err, tail(out.String(), 60))
	}
	dir := filepath.Join(t.TempDir(), "papers")
	if err := p.document(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"bao-cao-2026-11.docx", "bang-theo-doi-2026-11.xlsx", "tom-tat-2026-11.png", "tong-quan-2026-11-1.png", "bieu-do-2026-11.png", "cong-van-don-doc-2026-11.docx",
	} {
		path := filepath.Join(dir, name)
		if info, err := os.Stat(path); err != nil || info.Size() < 1000 || !strings.Contains(out.String(), path) {
			t.Errorf("%s: %v; told:\n%s", name, err, out.String())
		}
	}
	papers := monthPapers{T: t, p: p, dir: dir}
	papers.agree()
	papers.pictured()
}

// monthPapers are the documents of a month that was played.
type monthPapers struct {
	*testing.T
	p   *play
	dir string
}

var playedMonth = report.Period{Duty: report.Month, Year: 2026, Number: 11}

func (n monthPapers) make(o clerk.Order) clerk.File {
	n.Helper()
	files, err := n.p.program.Papers().Make(n.Context(), n.p.program.Store(), n.p.clock.Now(), o)
	if err != nil {
		n.Fatal(err)
	}
	return files[0]
}

// agree holds that the pictures say the figures of the report, and that these
// are possible: each unit that introduced has an example.
func (n monthPapers) agree() {
	var f report.Figures
	published := 0
	err := n.p.program.Store().View(n.p.clock.Now(), func(tx *storage.Snapshot) error {
		sum, err := tx.Summary(playedMonth)
		f, published = sum.Total, sum.ByReview[report.Published]
		if sum.ByGroup[report.DirectLabour] == 0 {
			n.Error("what people said besides, labelled, is in no example")
		}
		return err
	})
	if err != nil {
		n.Fatal(err)
	}
	if f.Met()+f.Missing != f.Duties || f.Examples < f.Introduced() || f.Introduced() == 0 || published == 0 {
		n.Errorf("figures that cannot be: %+v, %d published", f, published)
	}
	summary, board := n.make(clerk.Order{Kind: clerk.Summary, Period: playedMonth}).Says, n.make(clerk.Order{Kind: clerk.Board, Period: playedMonth}).Says
	if summary != texts.SummarySays(f, published) || board != texts.BoardSays(f) || !strings.HasPrefix(summary, board) {
		n.Errorf("the summary says %q, the board %q", summary, board)
	}
	if chart := n.make(clerk.Order{Kind: clerk.Chart, Period: playedMonth}).Says; firstNumber(chart) != f.Examples {
		n.Errorf("the chart says %q, not %d examples", chart, f.Examples)
	}
	words := wordText(n.T, filepath.Join(n.dir, "bao-cao-2026-11.docx"))
	for _, want := range []string{texts.Share(f.Met(), f.Duties), strconv.Itoa(f.Missing), strconv.Itoa(f.Examples), strconv.Itoa(f.Duties)} {
		if !strings.Contains(words, want) {
			n.Errorf("the report does not say %s", want)
		}
	}
}

func firstNumber(s string) int {
	n, _ := strconv.Atoi(regexp.MustCompile(`\d+`).FindString(s))
	return n
}

// wordText is all that a Word document says, one paragraph after the other.
func wordText(t *testing.T, path string) string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	f, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(strings.ReplaceAll(string(data), "</w:p>", "\n"), "")
}

// pictured holds that the documentation shows these documents, or makes its
// pictures anew.
func (n monthPapers) pictured() {
	for _, picture := range []struct {
		name  string
		order clerk.Order
	}{
		{"summary", clerk.Order{Kind: clerk.Summary, Period: playedMonth}}, {"board-1", clerk.Order{Kind: clerk.Board, Period: playedMonth}},
		{"chart", clerk.Order{Kind: clerk.Chart, Period: playedMonth}},
		{"card-photo", clerk.Order{Kind: clerk.Card, Ref: "G-2026-0001"}}, {"card-square", clerk.Order{Kind: clerk.Square, Ref: "G-2026-0001"}},
		{"card-name", clerk.Order{Kind: clerk.Card, Ref: "G-2026-0002"}}, // a child: without photo and surname
	} {
		path := filepath.Join(picturesFolder, picture.name+".png")
		drawn := n.make(picture.order).Data
		if *update {
			if err := os.WriteFile(path, drawn, 0o644); err != nil {
				n.Fatal(err)
			}
			continue
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			n.Fatal(err)
		}
		if !bytes.Equal(kept, drawn) && !alike(n.T, kept, drawn) {
			n.Errorf("%s shows something else than the demo has: look at it, then run with -update", path)
		}
	}
	if *update {
		n.render("bao-cao-2026-11", map[string]string{"report-1": `BÁO CÁO`, "report-annex": `(?im)^\s*Phụ lục I\s*$`})
		n.render("cong-van-don-doc-2026-11", map[string]string{"letter-urge": `Kính gửi`})
	}
}

// alike reports whether two pictures look the same: hardly a spot of 8 by 8
// points has another shade.
func alike(t *testing.T, a, b []byte) bool {
	t.Helper()
	p, q := spots(t, a), spots(t, b)
	if len(p) != len(q) {
		return false
	}
	others := 0
	for i := range p {
		if d := p[i] - q[i]; d > 24 || d < -24 {
			others++
		}
	}
	return others*500 < len(p)
}

func spots(t *testing.T, file []byte) (shades []int) {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	const side = 8
	for spot := range grid(m.Bounds(), side) {
		sum := 0
		for y := spot.Y; y < spot.Y+side; y++ {
			for x := spot.X; x < spot.X+side; x++ {
				r, g, b, _ := m.At(x, y).RGBA()
				sum += int(r+g+b) / 3 >> 8
			}
		}
		shades = append(shades, sum/side/side)
	}
	return shades
}

// grid goes through the whole squares of a picture.
func grid(r image.Rectangle, side int) func(yield func(image.Point) bool) {
	return func(yield func(image.Point) bool) {
		for y := r.Min.Y; y+side <= r.Max.Y; y += side {
			for x := r.Min.X; x+side <= r.Max.X; x += side {
				if !yield(image.Pt(x, y)) {
					return
				}
			}
		}
	}
}

// render makes pictures of the first pages of a Word file on which something
// stands.
func (n monthPapers) render(name string, pages map[string]string) {
	for _, tool := range []string{"soffice", "pdftotext", "pdftoppm"} {
		if _, err := exec.LookPath(tool); err != nil {
			n.Logf("no %s: the pictures of %s stay as they are", tool, name)
			return
		}
	}
	run := func(name string, args ...string) string {
		out, err := exec.CommandContext(n.Context(), name, args...).CombinedOutput()
		if err != nil {
			n.Fatalf("%s %v: %v\n%s", name, args, err, out)
		}
		return string(out)
	}
	run("soffice", "-env:UserInstallation=file://"+n.dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", n.dir, filepath.Join(n.dir, name+".docx"))
	pdf := filepath.Join(n.dir, name+".pdf")
	for picture, what := range pages {
		stands := regexp.MustCompile(what)
		for i, text := range strings.Split(run("pdftotext", "-layout", pdf, "-"), "\f") {
			if stands.MatchString(text) {
				page := strconv.Itoa(i + 1)
				run("pdftoppm", "-r", "80", "-png", "-singlefile", "-f", page, "-l", page, pdf, filepath.Join(picturesFolder, picture))
				break
			}
		}
	}
}
