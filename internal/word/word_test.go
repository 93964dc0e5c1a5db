package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/beevik/etree"

	"guongsang/internal/opc"
)

// docx packs a body and further parts into a file.
func docx(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		ctPart:                    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		opc.RelationshipsPart(""): `<Relationships xmlns="` + relNS + `"><Relationship Id="rId1" Type="` + rNS + `/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="` + wNS + `" xmlns:w14="w14" xmlns:wp="` + wpNS +
			`" xmlns:mc="mc"><w:body>` + body + `</w:body></w:document>`,
	}
	for name, data := range parts {
		all[name] = data
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range all {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// part reads one part of a file.
func part(t testing.TB, file []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// p is a paragraph of runs.
func p(runs ...string) string {
	var b strings.Builder
	for _, r := range runs {
		if !strings.HasPrefix(r, "<") {
			r = `<w:r><w:t xml:space="preserve">` + r + `</w:t></w:r>`
		}
		b.WriteString(r)
	}
	return "<w:p>" + b.String() + "</w:p>"
}

func row(cells ...string) string {
	return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
}

// mergedCell is one that is merged with the cell above, or below for "restart".
func mergedCell(how, inside string) string {
	val := ""
	if how != "" {
		val = ` w:val="` + how + `"`
	}
	return "<w:tc><w:tcPr><w:vMerge" + val + "/></w:tcPr>" + inside + "</w:tc>"
}

func table(rows ...string) string { return "<w:tbl><w:tblPr/>" + strings.Join(rows, "") + "</w:tbl>" }

// read gives the text of a body: a line for a paragraph, ↵ for a break.
func read(t testing.TB, file []byte) string {
	t.Helper()
	doc := etree.NewDocument()
	if err := doc.ReadFromString(part(t, file, "word/document.xml")); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range paragraphs(doc.Root()) {
		line := ""
		for _, s := range spans(p) {
			line += strings.ReplaceAll(s.data, "\n", "↵")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "|")
}

func TestFill(t *testing.T) {
	people := List{
		{"ten": Text("An"), "nam": Text("1988"), "viec": List{{"v": Text("a")}, {"v": Text("b")}}},
		{"ten": Text("Bình"), "nam": Text(""), "viec": List{}},
	}
	values := Values{"ten": Text("ngoài"), "ky": Text("tháng 11"), "nhieu": Text("một\nhai\r\nba"), "nguoi": people, "co": Flag(true), "khong": Flag(false), "rong": List{}}
	bold := `<w:r><w:rPr><w:b/></w:rPr><w:t>{{</w:t></w:r>`
	for name, c := range map[string]struct{ body, want string }{
		"plain":            {p("kỳ {{ky}}."), "kỳ tháng 11."},
		"two in a run":     {p("{{ky}} và {{ ky }}"), "tháng 11 và tháng 11"},
		"split":            {p("a {", "{k", "y}", "} b"), "a tháng 11 b"},
		"split with marks": {p("{{", `<w:proofErr w:type="spellStart"/>`, "k", `<w:bookmarkStart w:id="0" w:name="x"/>`, "y", `<w:bookmarkEnd w:id="0"/>`, "}}"), "tháng 11"},
		"in a hyperlink":   {"<w:p><w:hyperlink>" + p("{{ky}}")[5:len(p("{{ky}}"))-6] + "</w:hyperlink></w:p>", "tháng 11"},
		"breaks":           {p("{{nhieu}}!"), "một↵hai↵ba!"},
		"format of first":  {p(bold, "ky}}"), "tháng 11"},
		"rows":             {table(row(p("Tên"), p("Năm")), row(p("{{nguoi.ten}}"), p("{{nguoi.nam}}"))), "Tên|Năm|An|1988|Bình|"},
		"rows of one item": {table(row(p("TT"), p("Ai")), "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"+p("{{nguoi.ten}}")+"</w:tc>"+mergedCell("restart", p("ảnh"))+"</w:tr>",
			"<w:tr><w:tc>"+p("{{nguoi.nam}}")+"</w:tc><w:tc>"+p("x")+"</w:tc>"+mergedCell("", p())+"</w:tr>", row(p("Cộng"), p("2"))),
			"TT|Ai|An|ảnh|1988|x||Bình|ảnh||x||Cộng|2"},
		"rows of one item, merged with the sum": {table("<w:tr>"+mergedCell("restart", p("TT"))+"</w:tr>", "<w:tr>"+mergedCell("continue", p())+"<w:tc>"+p("{{nguoi.ten}}")+"</w:tc></w:tr>",
			"<w:tr>"+mergedCell("continue", p())+"<w:tc>"+p("Cộng")+"</w:tc></w:tr>"), "TT||An||Bình||Cộng"},
		"no rows":            {table(row(p("{{rong.ten}}"))) + p("sau"), "sau"},
		"block":              {p("{{#nguoi}}") + p("{{ten}}, {{ky}}") + p("{{/nguoi}}"), "An, tháng 11|Bình, tháng 11"},
		"block, dotted":      {p("{{#nguoi}}") + p("{{nguoi.ten}}") + p("{{/nguoi}}"), "An|Bình"},
		"block in block":     {p("{{#nguoi}}") + p("{{ten}}") + p("{{#viec}}") + p("- {{v}}") + p("{{/viec}}") + p("{{/nguoi}}"), "An|- a|- b|Bình"},
		"table in block":     {p("{{#nguoi}}") + table(row(p("{{ten}}"), p("{{viec.v}}"))) + p("{{/nguoi}}") + p("."), "An|a|An|b|."},
		"empty block":        {p("{{#rong}}") + p("{{gi_do}}") + p("{{/rong}}") + p("sau"), "sau"},
		"block in a cell":    {table(row(p("{{#rong}}") + p("x") + p("{{/rong}}"))), ""},
		"flags":              {p("{{?co}}") + p("có") + p("{{/co}}") + p("{{?khong}}") + p("không") + p("{{/khong}}"), "có"},
		"list as a flag":     {p("{{?nguoi}}") + p("có") + p("{{/nguoi}}") + p("{{?rong}}") + p("không") + p("{{/rong}}"), "có"},
		"same flag twice":    {p("{{?co}}") + p("{{?co}}") + p("x") + p("{{/co}}") + p("{{/co}}"), "x"},
		"nothing to fill":    {p("chỉ { chữ }"), "chỉ { chữ }"},
		"tabs do not belong": {p("{{ky}}", "<w:r><w:tab/><w:t>x</w:t></w:r>"), "tháng 11↵x"},
		"deleted text":       {"<w:p><w:del><w:r><w:delText>{{cu}}</w:delText></w:r></w:del><w:r><w:t>{{ky}}</w:t></w:r></w:p>", "tháng 11"},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := Fill(t.Context(), docx(t, c.body, nil), values)
			if err != nil {
				t.Fatal(err)
			}
			if got := read(t, out); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestValueTakesFormatOfTag(t *testing.T) {
	body := "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{</w:t></w:r><w:r><w:t>ky}} sau</w:t></w:r></w:p>"
	out, err := Fill(t.Context(), docx(t, body, nil), Values{"ky": Text("nay")})
	if err != nil {
		t.Fatal(err)
	}
	want := `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">nay</w:t></w:r><w:r><w:t xml:space="preserve"> sau</w:t></w:r>`
	if got := part(t, out, "word/document.xml"); !strings.Contains(got, want) {
		t.Errorf("%s", got)
	}
}

func TestProblems(t *testing.T) {
	values := Values{"ky": Text("x"), "co": Flag(true), "muc": List{{"ten": Text("y")}}, "anh": Photos{}}
	for name, c := range map[string]struct {
		body string
		want []Fault
	}{
		"unknown":          {p("{{ky}} {{la}}"), []Fault{Unknown}},
		"outside its list": {p("{{ten}}") + p("{{muc.ten}}"), []Fault{Outside, Outside}},
		"unclosed block":   {p("{{#muc}}") + p("x"), []Fault{Unclosed}},
		"end in a cell":    {p("{{#muc}}") + table(row(p("{{/muc}}"))), []Fault{Cells}},
		"ends in cells":    {table(row(p("{{#muc}}{{ten}}"), p("x{{/muc}}"))), []Fault{Cells}},
		"block in a line":  {table(row(p("{{#muc}}{{ten}}{{/muc}}"))), []Fault{NotAlone}},
		"end only":         {p("{{/muc}}"), []Fault{Unopened}},
		"not alone":        {p("x {{#muc}} y {{/muc}}"), []Fault{NotAlone}},
		"photo not alone":  {p("ảnh: {{anh}}"), []Fault{NotAlone}},
		"misused":          {p("{{muc}} {{co}}") + p("{{#ky}}") + p("{{/ky}}"), []Fault{Misused, Misused, Misused}},
		"open braces":      {p("x {{ky"), []Fault{Malformed}},
		"shut braces":      {p("ky}} x"), []Fault{Malformed}},
		"nested braces":    {p("{{ky {{ky}}"), []Fault{Malformed}},
		"spaces":           {p("{{hai chữ}}"), []Fault{Malformed}},
		"over a tab":       {p("{{k", "<w:r><w:tab/></w:r>", "y}}"), []Fault{Malformed}},
	} {
		t.Run(name, func(t *testing.T) {
			template := docx(t, c.body, nil)
			out, err := Fill(t.Context(), template, values)
			var problems Problems
			if !errors.As(err, &problems) || out != nil {
				t.Fatalf("Fill: %d bytes, %v", len(out), err)
			}
			var faults []Fault
			for _, p := range problems {
				faults = append(faults, p.Fault)
				if p.Part != Body || p.Where == "" || !strings.Contains(p.Tag, "{") && !strings.Contains(p.Tag, "}") {
					t.Errorf("%+v", p)
				}
			}
			if !slices.Equal(faults, c.want) {
				t.Errorf("got %q, want %q", faults, c.want)
			}
			checked, err := Check(template, values)
			if err != nil || checked.Problems.Error() != problems.Error() {
				t.Errorf("Check says %v, %v", checked, err)
			}
		})
	}
}

// Of a list that is used in parts nothing is said of the parts, and of one that is not
// used at all nothing of its items.
func TestCheckListsWholesUnused(t *testing.T) {
	item := Values{"tt": Text("1"), "ten": Text("2")}
	found, err := Check(docx(t, p("{{#muc_dau}}")+p("{{tt}}")+p("{{/muc_dau}}"), nil), Values{
		"muc": List{item}, "muc_dau": List{item}, "muc_cuoi": List{item}, "khac": List{item}, "muc_tieu": Text("3"),
	})
	if err != nil || len(found.Problems) > 0 || !slices.Equal(found.Unused, []string{"khac", "muc.ten", "muc_tieu"}) {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestCheckListsUnused(t *testing.T) {
	template := docx(t, p("{{a}}")+p("{{#muc}}")+p("{{ten}}")+p("{{/muc}}"), nil)
	sample := Values{"a": Text(""), "b": Text(""), "muc": List{{"ten": Text(""), "nam": Text("")}}, "co": Flag(true)}
	found, err := Check(template, sample)
	if err != nil || len(found.Problems)+len(found.Warnings) > 0 || !slices.Equal(found.Unused, []string{"b", "co", "muc.nam"}) {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestTagsOfAllPartsAreFilled(t *testing.T) {
	header := `<w:hdr xmlns:w="` + wNS + `">` + p("đầu {{dau}}") + `</w:hdr>`
	template := docx(t, p("{{#muc}}")+p("Họ tên: {{t", "en}} sinh")+p("{{/muc}}"), map[string]string{
		"word/header1.xml": header,
		"word/_rels/document.xml.rels": `<Relationships xmlns="` + relNS + `"><Relationship Id="rId7" Type="` + rNS +
			`/header" Target="header1.xml"/></Relationships>`,
	})
	out, err := Fill(t.Context(), template, Values{"muc": List{}, "dau": Text("trang")})
	if err != nil || !strings.Contains(part(t, out, "word/header1.xml"), "đầu trang") {
		t.Errorf("header not filled: %v", err)
	}
}

func TestTextBoxes(t *testing.T) {
	box := "<w:txbxContent>" + p("hộp {{ky}}") + "</w:txbxContent>"
	body := "<w:p><w:r><w:t>ngoài {{k</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:docPr id=\"7\"/>" + box +
		"</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>y}}</w:t></w:r></w:p>"
	out, err := Fill(t.Context(), docx(t, p("{{#hai}}")+body+p("{{/hai}}"), nil), Values{"ky": Text("K"), "hai": List{{}, {}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, out); got != "ngoài K|hộp K|hộp K|ngoài K|hộp K|hộp K" {
		t.Error(got)
	}
	checkFile(t, out)
}

func TestSectionOfABlocksEndStays(t *testing.T) {
	end := `<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr><w:r><w:t>{{/muc}}</w:t></w:r></w:p>`
	out, err := Fill(t.Context(), docx(t, p("{{#muc}}")+p("x")+end, nil), Values{"muc": List{{}, {}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := part(t, out, "word/document.xml"); read(t, out) != "x|x|" || strings.Count(got, "nextPage") != 1 {
		t.Errorf("%s\n%s", read(t, out), got)
	}
}

// What people write does no harm: XML's own signs, forbidden characters,
// emoji, marks that turn the direction of writing, tags.
func TestHarmlessTexts(t *testing.T) {
	for text, want := range map[string]string{
		`<b>&"' ]]>`:                `<b>&"' ]]>`,
		"a\x00b\x0bc\x1f\ufffe":     "ab↵c",
		"\xff\xfeđ":                 "đ",
		"👩\u200d🌾 👍🏽":               "👩\u200d🌾 👍🏽",
		"\u202eđảo\u202c \u2067x":   "đảo x",
		"العربية":                   "العربية",
		"{{ky}} {{/muc}}":           "{{ky}} {{/muc}}",
		strings.Repeat("dài ", 1e3): strings.Repeat("dài ", 1e3),
	} {
		out, err := Fill(t.Context(), docx(t, p("{{x}}"), nil), Values{"x": Text(text)})
		if err != nil {
			t.Fatal(err)
		}
		if got := read(t, out); got != want {
			t.Errorf("%q became %q", text, got)
		}
		checkFile(t, out)
	}
}

func picture(format string, wide, high int) Photo {
	var b bytes.Buffer
	img := image.NewGray(image.Rect(0, 0, wide, high))
	var err error
	if format == "png" {
		err = png.Encode(&b, img)
	} else {
		err = jpeg.Encode(&b, img, nil)
	}
	if err != nil {
		panic(err)
	}
	return Photo{Alt: `ảnh "1" <x>`, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b.Bytes())), nil }}
}

func TestPhotos(t *testing.T) {
	body := p("{{#muc}}") + p("{{ten}}") + p("{{anh}}") + p("{{/muc}}") + table("<w:tr><w:tc><w:tcPr><w:tcW w:w=\"2216\" w:type=\"dxa\"/></w:tcPr>"+p("{{bia}}")+"</w:tc></w:tr>")
	values := Values{
		"muc": List{{"ten": Text("A"), "anh": Photos{picture("jpeg", 400, 300), picture("png", 10, 4000)}}, {"ten": Text("B"), "anh": Photos{}}},
		"bia": Photos{picture("png", 200, 100)},
	}
	template := docx(t, body, nil)
	for range 2 { // a filled document can be a template again
		out, err := Fill(t.Context(), template, values)
		if err != nil {
			t.Fatal(err)
		}
		if got := read(t, out); got != "A|||B|" {
			t.Error(got)
		}
		checkFile(t, out)
		sizes := regexp.MustCompile(`<wp:extent cx="(\d+)" cy="(\d+)"`).FindAllString(part(t, out, "word/document.xml"), -1)
		want := []string{`<wp:extent cx="3843655" cy="2882900"`, `<wp:extent cx="6985" cy="2882900"`, `<wp:extent cx="1270000" cy="635000"`}
		if !slices.Equal(sizes, want) {
			t.Errorf("sizes %q", sizes)
		}
		template = docx(t, body, map[string]string{
			"word/media/filled1.jpeg": "", "word/media/filled2.png": "", "word/media/filled3.png": "", "word/_rels/document.xml.rels": part(t, out, "word/_rels/document.xml.rels"),
		})
	}
}

func TestBadPhotoIsNamed(t *testing.T) {
	bad := Photo{Alt: "hỏng", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("GIF89a")), nil }}
	if err := bad.Measure(); err == nil {
		t.Error("measured")
	}
	out, err := Fill(t.Context(), docx(t, p("{{anh}}"), nil), Values{"anh": Photos{bad}})
	if err == nil || out != nil || !strings.Contains(err.Error(), "hỏng") {
		t.Errorf("%v", err)
	}
}

// checkFile holds what Word asks of a file: parts are well-formed, what they
// refer to exists, ids are unique.
func checkFile(t testing.TB, file []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, f := range z.File {
		if names[f.Name] {
			t.Errorf("%s is there twice", f.Name)
		}
		names[f.Name] = true
	}
	for name := range names {
		data := part(t, file, name)
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			d := xml.NewDecoder(strings.NewReader(data))
			for err = nil; err == nil; {
				_, err = d.Token()
			}
			if err != io.EOF {
				t.Errorf("%s: %v", name, err)
			}
		}
		if strings.HasSuffix(name, ".xml") {
			seen := map[string]bool{}
			for _, id := range regexp.MustCompile(`<wp:docPr id="(\d+)"`).FindAllString(data, -1) {
				if seen[id] {
					t.Errorf("%s: %s is there twice", name, id)
				}
				seen[id] = true
			}
		}
	}
	rels := ""
	if names["word/_rels/document.xml.rels"] {
		rels = part(t, file, "word/_rels/document.xml.rels")
	}
	for _, target := range regexp.MustCompile(`Target="(media/[^"]+)"`).FindAllStringSubmatch(rels, -1) {
		if !names["word/"+target[1]] {
			t.Errorf("no part %s", target[1])
		}
		ext := target[1][strings.LastIndex(target[1], ".")+1:]
		if !strings.Contains(part(t, file, ctPart), `Extension="`+ext+`"`) {
			t.Errorf("type of .%s is not declared", ext)
		}
	}
	for _, id := range regexp.MustCompile(`r:embed="([^"]+)"`).FindAllStringSubmatch(part(t, file, "word/document.xml"), -1) {
		if strings.Count(rels, `Id="`+id[1]+`"`) != 1 {
			t.Errorf("relationship %s is there %d times", id[1], strings.Count(rels, `Id="`+id[1]+`"`))
		}
	}
}

func TestOtherPartsStayByteForByte(t *testing.T) {
	style := "<w:styles xmlns:w='" + wNS + "' ><!-- as it  was --></w:styles>"
	template := docx(t, p("{{x}}"), map[string]string{"word/styles.xml": style, "customXml/item1.xml": "<a  b = 'c'/>"})
	out, err := Fill(t.Context(), template, Values{"x": Text("y")})
	if err != nil || part(t, out, "word/styles.xml") != style || part(t, out, "customXml/item1.xml") != "<a  b = 'c'/>" {
		t.Errorf("changed: %v", err)
	}
}

func TestCopiesKeepIDsUnique(t *testing.T) {
	body := p("{{#muc}}") + `<w:p w14:paraId="1A2B3C4D"><w:bookmarkStart w:id="3" w:name="moc"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>` +
		p(`<w:commentRangeStart w:id="0"/>`, "y", `<w:commentRangeEnd w:id="0"/>`, `<w:r><w:commentReference w:id="0"/></w:r>`) +
		p(`<w:ins w:id="7" w:author="a"><w:r><w:t>z</w:t></w:r></w:ins>`) +
		`<w:sdt><w:sdtPr><w:id w:val="12345"/></w:sdtPr><w:sdtContent>` + p("s") + `</w:sdtContent></w:sdt>` + p("{{/muc}}")
	out, err := Fill(t.Context(), docx(t, body, nil), Values{"muc": List{{}, {}, {}}})
	if err != nil {
		t.Fatal(err)
	}
	got := part(t, out, "word/document.xml")
	for _, once := range []string{
		"1A2B3C4D", `w:name="moc"`, "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "12345",
		`<w:ins w:id="7"`, `<w:ins w:id="8"`, `<w:ins w:id="9"`,
	} {
		if n := strings.Count(got, once); n != 1 {
			t.Errorf("%s is there %d times in\n%s", once, n, got)
		}
	}
	if text := read(t, out); text != "x|y|z|s|x|y|z|s|x|y|z|s" {
		t.Error(text)
	}
}

// A note of which nothing is left still has a paragraph.
func TestEmptyNote(t *testing.T) {
	note := `<w:footnotes xmlns:w="` + wNS + `"><w:footnote w:id="2">` + p("{{?khong}}") + p("x") + p("{{/khong}}") + `</w:footnote></w:footnotes>`
	out, err := Fill(t.Context(), docx(t, p("x"), map[string]string{
		"word/footnotes.xml": note,
		"word/_rels/document.xml.rels": `<Relationships xmlns="` + relNS + `"><Relationship Id="rId7" Type="` + rNS +
			`/footnotes" Target="footnotes.xml"/></Relationships>`,
	}), Values{"khong": Flag(false)})
	if err != nil {
		t.Fatal(err)
	}
	if got := part(t, out, "word/footnotes.xml"); !strings.Contains(got, `<w:footnote w:id="2"><w:p/></w:footnote>`) {
		t.Error(got)
	}
}

// Programs that are not Word give every name a prefix.
func TestPhotoAmongPrefixedRelationships(t *testing.T) {
	out, err := Fill(t.Context(), docx(t, p("{{anh}}"), map[string]string{
		ctPart:                         `<c:Types xmlns:c="c"><c:Default Extension="xml" ContentType="application/xml"/></c:Types>`,
		"word/_rels/document.xml.rels": `<ns0:Relationships xmlns:ns0="` + relNS + `"></ns0:Relationships>`,
	}), Values{"anh": Photos{picture("png", 2, 2)}})
	if err != nil {
		t.Fatal(err)
	}
	if got := part(t, out, "word/_rels/document.xml.rels"); !strings.Contains(got, "<ns0:Relationship Id=") {
		t.Error(got)
	}
	if got := part(t, out, ctPart); !strings.Contains(got, `<c:Default Extension="png"`) {
		t.Error(got)
	}
}

func TestRefusesWhatIsNoTemplate(t *testing.T) {
	bomb := docx(t, p("{{x}}"), map[string]string{"word/document.xml": "<w:p>" + strings.Repeat(" ", maxUnpacked) + "</w:p>"})
	macros := docx(t, "", map[string]string{ctPart: `<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`})
	for name, template := range map[string][]byte{
		"text": []byte("xin chào"), "nothing": nil, "bomb": bomb, "macros": macros,
		"sheet":       docx(t, "", map[string]string{opc.RelationshipsPart(""): `<Relationships/>`}),
		"broken part": docx(t, "<w:p>", nil),
		"strict":      docx(t, "", map[string]string{"word/document.xml": `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>`}),
		"other names": docx(t, "", map[string]string{"word/document.xml": `<a:document xmlns:a="` + wNS + `"><a:p><a:r><a:t>{{x}}</a:t></a:r></a:p></a:document>`}),
		"no rels":     docx(t, "", map[string]string{opc.RelationshipsPart(""): ""}),
	} {
		if out, err := Fill(t.Context(), template, Values{"x": Text("")}); err == nil || out != nil {
			t.Errorf("%s: filled", name)
		} else {
			t.Log(err)
		}
	}
}

func TestTemplateOfWordBecomesDocument(t *testing.T) {
	types := `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"/></Types>`
	out, err := Fill(t.Context(), docx(t, p("x"), map[string]string{ctPart: types}), Values{})
	if err != nil || !strings.Contains(part(t, out, ctPart), "document.main+xml") {
		t.Errorf("%v", err)
	}
}

func FuzzFill(f *testing.F) {
	for _, s := range []string{"{{ky}}", "{{", "}}{{#muc}}", "{{/muc}}", "a{{?co}}b", "{{{{ky}}}}"} {
		f.Add(s, "x")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		var e bytes.Buffer
		if xml.EscapeText(&e, []byte(a)) != nil {
			return
		}
		template := docx(t, p(e.String())+p("{{ky}}"), nil)
		out, err := Fill(t.Context(), template, Values{"ky": Text(b), "muc": List{{}}, "co": Flag(true)})
		if err == nil {
			checkFile(t, out)
		}
	})
}

// What a template holds beside its tags and nobody wants in a document is warned of,
// and so is what stands where nothing is filled, with the place as people know it.
func TestWarnings(t *testing.T) {
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + rNS + `/` + kind + `" Target="` + target + `"/>`
	}
	part := func(root, inside string) string {
		return `<w:` + root + ` xmlns:w="` + wNS + `">` + inside + `</w:` + root + `>`
	}
	template := docx(t, p("Kính gửi")+p(`<w:ins w:author="a"><w:r><w:t>thêm</w:t></w:r></w:ins>`)+p(`<w:del w:author="a"><w:r><w:delText>bỏ {{x}}</w:delText></w:r></w:del>`)+
		p("{ky} {muc.ten} {chữ} {1}")+
		`<w:sectPr><w:headerReference w:type="even" r:id="rId1" xmlns:r="r"/><w:footerReference w:type="first" r:id="rId2" xmlns:r="r"/></w:sectPr>`, map[string]string{
		"word/_rels/document.xml.rels": `<Relationships xmlns="` + relNS + `">` + rel("rId1", "header", "a.xml") + rel("rId2", "footer", "b.xml") +
			rel("rId3", "comments", "c.xml") + rel("rId4", "footnotes", "d.xml") + `</Relationships>`,
		"word/a.xml": part("hdr", p("{ky}")), "word/b.xml": part("ftr", table(row(p("{ky}")))),
		"word/c.xml": part("comments", `<w:comment w:id="0">`+p("sửa câu này {{ky}}")+`</w:comment>`),
		"word/d.xml": part("footnotes", `<w:footnote>`+p("{ky}")+`</w:footnote>`),
	})
	found, err := Check(template, Values{"ky": Text("x"), "muc": List{{"ten": Text("y")}}})
	if err != nil || len(found.Problems) > 0 {
		t.Fatalf("%+v, %v", found.Problems, err)
	}
	var got []string
	for _, w := range found.Warnings {
		got = append(got, fmt.Sprintf("%s, %s, %s, %s, %s, %s", w.Fault, w.Tag, w.Instead, w.Part, w.Room, w.Where))
	}
	want := []string{
		"tracked changes, , , body, , thêm",
		"would be printed as it stands, {ky}, {{ky}}, body, , {ky} {muc.ten} {chữ} {1}",
		"would be printed as it stands, {muc.ten}, {{muc.ten}}, body, , {ky} {muc.ten} {chữ} {1}",
		"would be printed as it stands, {ky}, {{ky}}, header of even pages, , {ky}",
		"would be printed as it stands, {ky}, {{ky}}, footer of the first page, cell of a table, {ky}",
		"would be printed as it stands, {ky}, {{ky}}, footnotes, , {ky}",
		"comments of those who wrote it, , , comments, , sửa câu này {{ky}}",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}
