package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"guongsang/internal/opc"
)

var update = flag.Bool("update", false, "rewrite testdata")

const (
	wordNS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// roots are the roots of parts, as Word begins them.
var roots = map[string]string{
	"document": "document", "styles": "styles", "numbering": "numbering", "header1": "hdr", "footer1": "ftr", "footnotes": "footnotes",
}

// pack makes a document of parts as they stand in a txtar file: what is inside
// the root of each, and of pictures their size. It always makes the same.
func pack(t testing.TB, files []txtar.File) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, data string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`+
		`<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>`+
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
	put("_rels/.rels", relationships(`<Relationship Id="rId1" Type="`+relNS+`/officeDocument" Target="word/document.xml"/>`))
	var links, pictures strings.Builder
	for _, f := range files {
		base, ext, _ := strings.Cut(f.Name, ".")
		title := strings.ToUpper(base[:1]) + base[1:]
		kind := strings.TrimRight(base, "1234567890")
		if ext != "xml" {
			fmt.Fprintf(&pictures, `<Relationship Id="rId%s" Type="%s/image" Target="media/%s"/>`, title, relNS, f.Name)
			put("word/media/"+f.Name, picture(t, ext, string(f.Data)))
			continue
		}
		if base != "document" {
			fmt.Fprintf(&links, `<Relationship Id="rId%s" Type="%s/%s" Target="%s"/>`, title, relNS, kind, f.Name)
		}
		put("word/"+f.Name, rooted(base, string(f.Data)))
	}
	links.WriteString(pictures.String() + `<Relationship Id="rIdOutside" Type="` + relNS + `/image" Target="https://example.invalid/a.jpg" TargetMode="External"/>`)
	put("word/_rels/document.xml.rels", relationships(links.String()))
	put("word/_rels/header1.xml.rels", relationships(pictures.String()))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func relationships(inside string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inside + `</Relationships>`
}

// rooted puts a root around what stands in a part.
func rooted(base, inside string) string {
	root := roots[base]
	if base == "document" {
		inside = "<w:body>" + inside + "</w:body>"
	}
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:` + root + ` xmlns:w="` + wordNS + `" xmlns:r="` + relNS + `"` +
		` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">` + inside + `</w:` + root + `>`
}

// picture makes one of a size like "800x600".
func picture(t testing.TB, ext, size string) string {
	t.Helper()
	var w, h int
	if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	var err error
	if img := image.NewGray(image.Rect(0, 0, w, h)); ext == "png" {
		err = png.Encode(&b, img)
	} else {
		err = jpeg.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// same compares with a file of testdata, or writes it.
func same(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := file(t, name); !bytes.Equal(got, want) {
		t.Errorf("%s is not what comes out now:\n%s", name, got)
	}
}

// The documents of testdata that have a .txtar are written as Word writes them,
// and packed by pack; those that have a .html, .rtf or .fodt were made of it by
// LibreOffice:
//
//	soffice --headless --infilter="HTML (StarWriter)" --convert-to docx:"MS Word 2007 XML" lo-form.html
func TestDocumentsArePacked(t *testing.T) {
	sources, _ := filepath.Glob("testdata/*.txtar")
	for _, source := range sources {
		same(t, strings.TrimSuffix(source, "txtar")+"docx", pack(t, txtar.Parse(file(t, source)).Files))
	}
}

// TestRead reads each document of testdata and compares its structure with the
// .golden beside it.
func TestRead(t *testing.T) {
	documents, _ := filepath.Glob("testdata/*.docx")
	if len(documents) < 25 {
		t.Errorf("%d documents", len(documents))
	}
	for _, name := range documents {
		d, err := Read(t.Context(), file(t, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		same(t, strings.TrimSuffix(name, "docx")+"golden", []byte(shown(d)))
	}
}

// shown writes a document down.
func shown(d Document) string {
	var b strings.Builder
	for _, one := range []struct {
		name   string
		blocks []Block
	}{{"header", d.Headers}, {"body", d.Body}, {"notes", d.Notes}, {"footer", d.Footers}} {
		if len(one.blocks) > 0 {
			b.WriteString(one.name + "\n")
			show(&b, one.blocks, "  ")
		}
	}
	return b.String()
}

func show(b *strings.Builder, blocks []Block, in string) {
	for _, block := range blocks {
		if block.Table != nil {
			fmt.Fprintf(b, "%stable\n", in)
			showTable(b, *block.Table, in+"  ")
			continue
		}
		mark := "p"
		if block.Heading {
			mark = "heading"
		}
		fmt.Fprintf(b, "%s%s %q", in, mark, block.Line())
		for _, p := range block.Pictures {
			b.WriteString(" " + p.Part)
		}
		b.WriteString("\n")
	}
}

func showTable(b *strings.Builder, table Table, in string) {
	for _, row := range table.Rows {
		fmt.Fprintf(b, "%srow\n", in)
		for _, c := range row {
			fmt.Fprintf(b, "%s  cell", in)
			if c.Columns > 1 {
				fmt.Fprintf(b, " across %d", c.Columns)
			}
			if c.Above {
				b.WriteString(" as above")
			}
			b.WriteString("\n")
			show(b, c.Blocks, in+"    ")
		}
	}
}

func TestKindOf(t *testing.T) {
	ole := ole + strings.Repeat("\x00", 504)
	for _, tt := range []struct {
		file string
		want Kind
	}{
		{"", Empty}, {"\xff\xd8\xff", Other}, {"Họ tên: A", Other},
		{ole + "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00", OldWord},
		{ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", Locked},
		{ole + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", Sheet},
		{"%PDF-1.7\n", PDF}, {"\xef\xbb\xbf\n%PDF-1.4", PDF}, {`{\rtf1\ansi`, RichText}, {"\r\n<HTML xmlns:o>", WebPage}, {"<!DOCTYPE html>", WebPage},
		{"PK\x03\x04............................mimetypeapplication/vnd.oasis.opendocument.text", OpenText},
		{"PK\x03\x04......xl/workbook.xml", Sheet}, {"PK\x03\x04......ppt/presentation.xml", Slides},
		{`<?xml version="1.0"?><?mso-application progid="Word.Document"?>`, FlatXML}, {"PK\x03\x04......word/document.xml", Word},
	} {
		if got := KindOf([]byte(tt.file)); got != tt.want {
			t.Errorf("%.20q: %s, want %s", tt.file, got, tt.want)
		}
		if _, err := Read(t.Context(), []byte(tt.file)); tt.want != Word {
			if wrong := new(KindError); !errors.As(err, &wrong) || wrong.Kind != tt.want {
				t.Errorf("%.20q: %v", tt.file, err)
			}
		}
	}
}

// A body of each part that has one may have another name and other prefixes, as
// Word on the web and strict documents have them.
func TestOtherNames(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct{ name, data string }{
		{"_rels/.rels", relationships(`<Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/>`)},
		{"WORD/Document2.xml", `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Lò Văn Pản</x:t></x:r></x:p></x:body></x:document>`},
		{"word/x", ""},
	} {
		w, err := z.Create(f.name)
		if err == nil {
			_, err = io.WriteString(w, f.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := Read(t.Context(), b.Bytes())
	if err != nil || len(d.Body) != 1 || d.Body[0].Text != "Lò Văn Pản" {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestPictures(t *testing.T) {
	document := file(t, "testdata/pictures.docx")
	d, err := Read(t.Context(), document)
	if err != nil {
		t.Fatal(err)
	}
	which := append(pictures(d.Body), Picture{"word/media/none.png"})
	all, err := Pictures(t.Context(), document, which)
	if err != nil || len(all) != 4 || all[3] != nil {
		t.Fatalf("%d of %v, %v", len(all), which, err)
	}
	for i, want := range []int{800, 1024, 400} {
		if c, _, err := image.DecodeConfig(bytes.NewReader(all[i])); err != nil || c.Width != want {
			t.Errorf("picture %d: %+v, %v", i, c, err)
		}
	}
}

func TestGrid(t *testing.T) {
	cell := func(text string, columns int) Cell { return Cell{Blocks: []Block{{Text: text}}, Columns: columns} }
	table := Table{Rows: [][]Cell{
		{cell("a", 1), cell("b", 2)},
		{{Columns: 1, Above: true}, cell("c", 1)},
		{cell("d", 1), {Columns: 2, Above: true}},
		{{Columns: 63, Above: true}},
	}}
	var got []string
	for _, row := range table.Grid() {
		s := ""
		for _, c := range row[:4] {
			s += c.Text() + "|"
		}
		got = append(got, s)
	}
	if want := []string{"a|b|b||", "a|c|||", "d|c|c||", "d|d|d|d|"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is too large, too deep or too wide is refused with the limit that it is
// over.
func TestLimits(t *testing.T) {
	body := func(s string) []txtar.File { return []txtar.File{{Name: "document.xml", Data: []byte(s)}} }
	for _, tt := range []struct {
		body string
		want opc.Limit
	}{
		{strings.Repeat("<w:sdt><w:sdtContent>", 150) + strings.Repeat("</w:sdtContent></w:sdt>", 150), Depth},
		{strings.Repeat("<w:p><w:r><w:t>"+strings.Repeat("a", 1<<16)+"</w:t></w:r></w:p>", 9), Text},
		{"<w:tbl>" + strings.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", maxRows+1) + "</w:tbl>", Rows},
		{`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`, Width},
		{"<w:tbl><w:tr>" + strings.Repeat("<w:tc><w:p/></w:tc>", maxColumns+1) + "</w:tr></w:tbl>", Width},
		{strings.Repeat("<w:p/>", maxElements), opc.Elements},
	} {
		_, err := Read(t.Context(), pack(t, body(tt.body)))
		if over := new(opc.LimitError); !errors.As(err, &over) || over.Limit != tt.want {
			t.Errorf("%.60s…: %v, want %s", tt.body, err, tt.want)
		}
	}
	if _, err := Read(t.Context(), append([]byte("PK\x03\x04word/"), make([]byte, MaxFile)...)); err == nil {
		t.Error("a file that is too large is read")
	}
}

// Whoever asks may stop, and nothing is read further.
func TestStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Read(ctx, file(t, "testdata/letter.docx")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// expired is a context that has no time left after so many looks at it.
type expired struct {
	context.Context
	left int
}

func (e *expired) Err() error {
	if e.left--; e.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// Whatever the document is, reading looks at the clock all along, and what takes too
// long is refused.
func TestReadingHasADeadline(t *testing.T) {
	cells := strings.Repeat("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", 60)
	for what, body := range map[string]string{
		"remarks":    strings.Repeat("<!-- -->", 1<<16),
		"paragraphs": strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 15_000),
		"tables":     "<w:tbl>" + strings.Repeat("<w:tr>"+cells+"</w:tr>", 150) + "</w:tbl>",
		"nested":     strings.Repeat("<w:tbl><w:tr><w:tc>"+strings.Repeat("<w:tbl><w:tr><w:tc>", 20)+"<w:p/>"+strings.Repeat("</w:tc></w:tr></w:tbl>", 20)+"<w:p/></w:tc></w:tr></w:tbl>", 40),
		"deleted":    "<w:p>" + strings.Repeat("<w:del><w:r><w:delText>a</w:delText></w:r></w:del>", 15_000) + "</w:p>",
		"fields":     "<w:p>" + strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 15_000) + "</w:p>",
		"lists":      strings.Repeat(`<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="2"/></w:numPr></w:pPr></w:p>`, 10_000),
	} {
		packed := pack(t, []txtar.File{{Name: "document.xml", Data: []byte(body)}})
		looks := &expired{Context: t.Context(), left: 1 << 40}
		if _, err := read(looks, packed); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		n := 1<<40 - looks.left
		if least := len(body) / (64 << 10); n < least {
			t.Errorf("%s: %d looks at the clock for %d KB", what, n, len(body)>>10)
		}
		for _, left := range []int{0, 1, n / 3, n / 2, n - 1} {
			if _, err := read(&expired{t.Context(), left}, packed); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s, after %d looks of %d: %v", what, left, n, err)
			}
		}
	}
	late, stop := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer stop()
	if _, err := Read(late, file(t, "testdata/letter.docx")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("late: %v", err)
	}
}

// What a document takes is bounded by the limits, not by what it unpacks to: all
// that is thrown away on the way counts here as well.
func TestMemory(t *testing.T) {
	for _, tt := range []struct {
		what, body string
		most       uint64 // MB
	}{
		{"16 MB of remarks", strings.Repeat(strings.Repeat("<!-- -->", 1<<10), 2<<10), 60},
		{"as many paragraphs as there may be", strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", maxElements/3-10), 150},
		{"as many rows as there may be, of all columns", "<w:tbl>" + strings.Repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr><w:p/></w:tc></w:tr>`, maxRows) + "</w:tbl>", 150},
		{"one tag with as many attributes as fit", "<w:p " + strings.Repeat(`a="" `, 200_000) + "/>", 150},
	} {
		packed := pack(t, []txtar.File{{Name: "document.xml", Data: []byte(tt.body)}})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d, err := Read(t.Context(), packed)
		if err != nil {
			t.Errorf("%s: %v", tt.what, err)
		}
		for _, b := range d.Body {
			if b.Table != nil {
				b.Table.Grid()
			}
		}
		runtime.ReadMemStats(&after)
		if got := (after.TotalAlloc - before.TotalAlloc) >> 20; got > tt.most {
			t.Errorf("%s: %d MB", tt.what, got)
		}
	}
}
