package digest_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// large is a report of 1,000 examples with 200 photos, long summaries and
// signs that do harm where they are not expected, and a template that shows
// all of them.
func large(t testing.TB) (digest.ReportInput, []report.Example, []byte) {
	in, all := written(november, 1000, nil, burden)
	if n := photosOf(in); n != 200 {
		t.Fatalf("%d photos", n)
	}
	return in, all, showingAll(t)
}

// largeHalf is half a year of as many: 1,002 examples, 204 photos.
func largeHalf(t testing.TB) (digest.ReportInput, []byte) {
	in := cumulatedOf(firstHalf, 167, burden)
	if n := photosOf(in); n != 6*34 {
		t.Fatalf("%d photos", n)
	}
	return in, showingAll(t)
}

// burden gives every fifth example a photo, and every third a long summary.
func burden(examples []report.Example) {
	for i := range examples {
		e := &examples[i]
		switch i % 5 {
		case 0:
			e.Content.Consent, e.Content.Born, e.Content.Media = report.NameAndPhoto, 1980, []report.Media{{Kind: "photo"}}
		default:
			e.Content.Media = nil
		}
		if i%3 == 0 {
			e.Content.Summary = strings.Repeat("Bản \x00\x0b👩‍🌾 & <b>\"dài\"</b> \u202eعربي. ", 90)
		}
	}
}

// photosOf counts the examples of a report that have photos.
func photosOf(in digest.ReportInput) (n int) {
	for _, v := range in.Examples {
		n += min(len(v.Photos), 1)
	}
	return n
}

// showingAll is a template that tells every example and shows its photos.
func showingAll(t testing.TB) []byte {
	return packDocx(t, reportLayout()+block("guong", text("Khoan", "{{tt}}. {{ten}}: {{tieu_de}}"), text("Than", "{{cau_chuyen}}"), text("Than", "{{anh}}")))
}

func TestLargeReportIsSound(t *testing.T) {
	in, _, template := large(t)
	file, err := digest.Report(t.Context(), in, template)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, file)
	keep(t, "report-large", file)
	if n := strings.Count(partOf(t, file, "word/document.xml"), "<w:drawing>"); n < 200 {
		t.Errorf("%d pictures", n)
	}
}

// What the built-in templates became in a word processor that is not Word
// still fills: the tags are cut anew, parts have other names. What that program
// writes is not held against our schema: it has its own ways.
func TestTemplateFromAnotherWordProcessor(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not here: a template edited in it was not tried")
	}
	edited := throughOpenDocument(t, soffice, templateFiles())
	for name, file := range edited {
		if bytes.Equal(file, templateFiles()[name]) {
			t.Fatalf("%s was not converted", name)
		}
		if checked, err := digest.CheckTemplate(name, file); err != nil || len(checked.Problems)+len(checked.Warnings) > 0 {
			t.Errorf("%s: %+v, %v", name, checked, err)
		}
	}
	want := documents(t)
	for name, file := range documentsFrom(t, edited) {
		keep(t, name+"-edited", file)
		o := unpackAll(t, file)
		o.packed()
		o.filled()
		o.tell(t)
		if got, want := words(textOf(t, file)), words(textOf(t, want[name])); got != want {
			t.Errorf("%s says something else:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// throughOpenDocument has LibreOffice open and save the files twice: in its
// own format, which keeps nothing of how the file was written, and back.
func throughOpenDocument(t *testing.T, soffice string, files map[string][]byte) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	at := func(names ...string) string { return filepath.Join(append([]string{dir}, names...)...) }
	convert := func(from, to string) {
		found, err := filepath.Glob(at(from, "*."+from))
		if err != nil {
			t.Fatal(err)
		}
		args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(at("home")), "--headless", "--convert-to", to, "--outdir", at(to)}
		if out, err := exec.Command(soffice, append(args, found...)...).CombinedOutput(); err != nil {
			t.Fatalf("convert to %s: %v\n%s", to, err, out)
		}
	}
	if err := os.Mkdir(at("docx"), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, file := range files {
		if err := os.WriteFile(at("docx", name), file, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	convert("docx", "odt")
	convert("odt", "docx")
	edited := map[string][]byte{}
	for name := range files {
		file, err := os.ReadFile(at("docx", name))
		if err != nil {
			t.Fatal(err)
		}
		edited[name] = file
	}
	return edited
}

// words are a text without its layout.
func words(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("|", "", "↵", "", "--- section ---", "", "[picture]", "").Replace(s)), " ")
}

// One damaged photo does not keep the report from being made; a template with
// a fault does, and says where.
func TestWhatKeepsAReportFromBeingMade(t *testing.T) {
	in := source(november, 13, nil)
	in.Open = func(privacy.Photo) (io.ReadCloser, error) { return nil, errors.New("gone") }
	if file, err := digest.Report(t.Context(), in, nil); err != nil || strings.Contains(partOf(t, file, "word/document.xml"), "w:drawing") {
		t.Errorf("without its photos: %v", err)
	}
	broken := packDocx(t, text("Than", "Kính gửi {{kinh_gui}}, {{sai_ten}}")+text("Than", "{{#guong}}"))
	file, err := digest.Report(t.Context(), in, broken)
	if file != nil || err == nil || !strings.Contains(err.Error(), "{{sai_ten}}") || !strings.Contains(err.Error(), "{{#guong}}") {
		t.Errorf("filled by halves: %d bytes, %v", len(file), err)
	}
	checked, err := digest.CheckTemplate(digest.ReportTemplate, broken)
	if err != nil || len(checked.Problems) != 2 {
		t.Errorf("%+v, %v", checked, err)
	}
}

// A document is made for those for whom its Views are: what the desk sees is not
// for others, and what others see is not enough for the desk.
func TestDocumentsRefuseAnotherAudience(t *testing.T) {
	example := []report.Example{{Content: people[0], Review: report.Accepted}}
	seen := func(a privacy.Audience) []privacy.View {
		return privacy.Views(example, report.NewDirectory(nil), a, report.DateOf(at))
	}
	in := source(november, 0, nil)
	in.Examples = seen(privacy.Desk)
	if _, err := digest.Report(t.Context(), in, nil); err == nil {
		t.Error("the report says what the desk sees")
	}
	in.Examples = []privacy.View{{Audience: privacy.Public, Hidden: true}}
	if _, err := digest.Report(t.Context(), in, nil); err == nil {
		t.Error("the report lists what is hidden")
	}
	for _, a := range []privacy.Audience{privacy.Internal, privacy.Public} {
		letter := digest.IntroductionInput{Office: office, Unit: units()[19], Period: november, At: at, Examples: seen(a)}
		if _, err := digest.Introduction(t.Context(), letter, nil); err == nil {
			t.Errorf("a unit's letter is made of what %s may see", a)
		}
		if _, err := digest.Workbook(t.Context(), digest.WorkbookInput{Office: office, Summary: in.Summary, Examples: seen(a)}); err == nil {
			t.Errorf("the workbook is made of what %s may see", a)
		}
	}
}
