package digest_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/beevik/etree"
)

// The rules are those of ECMA-376, transitional, for the elements that our
// documents use. Word and Excel call a file damaged whose elements stand in
// another order or have values of another kind, LibreOffice does not: opening
// a document there proves little. An element without a rule is a fault, so the
// tables (schema_word_test.go, schema_sheet_test.go) stay complete.
//
// A line of a table is
//
//	names ; children in their order, with ? * + ( | ) ; attributes as name=kind, with ? if it may be missing
//
// A name stands for the element anywhere, or, as parent/name, only there;
// children have no prefix where it is that of the parent; # is text. A kind is
// one of kinds or the values themselves, a|b|c.

// spaces are the namespaces by the prefix that they have in the tables.
var spaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w",
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":                 "x",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                     "a",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":    "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":                  "pic",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":       "r",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ap",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "rel",
	"http://schemas.openxmlformats.org/package/2006/content-types":              "ct",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "cp",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":               "mc",
	"http://schemas.microsoft.com/office/spreadsheetml/2014/revision":           "xr",
	"http://purl.org/dc/elements/1.1/":                                          "dc",
	"http://purl.org/dc/terms/":                                                 "dcterms",
	"http://www.w3.org/2001/XMLSchema-instance":                                 "xsi",
	"http://www.w3.org/XML/1998/namespace":                                      "xml",
}

// kinds are the kinds of values.
var kinds = map[string]*regexp.Regexp{
	"any":   regexp.MustCompile(`(?s)^.*$`),
	"name":  regexp.MustCompile(`(?s)^.+$`),
	"int":   regexp.MustCompile(`^-?\d{1,10}$`),
	"uint":  regexp.MustCompile(`^\d{1,10}$`),
	"dec":   regexp.MustCompile(`^-?\d+(\.\d+)?$`),
	"onoff": regexp.MustCompile(`^(0|1|true|false|on|off)$`),
	"bool":  regexp.MustCompile(`^(0|1|true|false)$`),
	"color": regexp.MustCompile(`^(auto|[0-9A-F]{6})$`),
	"argb":  regexp.MustCompile(`^[0-9A-F]{8}$`),
	"hex":   regexp.MustCompile(`^([0-9A-F]{2})+$`),
	"lang":  regexp.MustCompile(`^[a-z]{2}-[A-Z]{2}$`),
	"ref":   regexp.MustCompile(`^\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?$`),
}

// A rule says what an element holds.
type rule struct {
	model   string
	content *regexp.Regexp // of the children's names, each with a semicolon behind
	text    bool
	attrs   map[string]attrRule
}

type attrRule struct {
	kind  string
	value *regexp.Regexp
	must  bool
}

var schemaRules = readRules(packageRules + wordRules + sheetRules + themeRules)

// readRules reads the tables; a line that cannot be read is a mistake in them.
func readRules(table string) map[string]rule {
	all := map[string]rule{}
	for line := range strings.Lines(table) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		fields := append(strings.Split(line, ";"), "", "")
		r := readRule(strings.TrimSpace(fields[1]), strings.Fields(fields[2]))
		for _, name := range strings.Fields(fields[0]) {
			if _, twice := all[name]; twice {
				panic("two rules for " + name)
			}
			all[name] = r
		}
	}
	return all
}

var childName = regexp.MustCompile(`[\w:]+`)

func readRule(model string, attrs []string) rule {
	r := rule{model: model, text: model == "#", attrs: map[string]attrRule{}}
	if r.text {
		model = ""
	}
	pattern := strings.ReplaceAll(childName.ReplaceAllString(model, "(?:$0;)"), " ", "")
	r.content = regexp.MustCompile("^(?:" + pattern + ")$")
	for _, a := range attrs {
		name, kind, _ := strings.Cut(a, "=")
		kind, may := strings.CutSuffix(kind, "?")
		value := kinds[kind]
		if value == nil {
			value = regexp.MustCompile("^(?:" + kind + ")$")
		}
		r.attrs[name] = attrRule{kind, value, !may}
	}
	return r
}

// prefixed is the name of an element or attribute as in the tables.
func prefixed(uri, prefix, name string) string {
	if prefix == "xml" {
		return "xml:" + name
	}
	if short, ok := spaces[uri]; ok {
		return short + ":" + name
	}
	return "{" + uri + "}:" + name
}

func nameOf(e *etree.Element) string { return prefixed(e.NamespaceURI(), e.Space, e.Tag) }

// below is the name as it stands in the rule of an element.
func below(up, name string) string {
	prefix, _, _ := strings.Cut(up, ":")
	return strings.TrimPrefix(name, prefix+":")
}

// faults are what is wrong with a file.
type faults []string

func (f *faults) add(format string, args ...any) { *f = append(*f, fmt.Sprintf(format, args...)) }

// schema holds the rules over an element and all below it.
func (f *faults) schema(e *etree.Element, up string) {
	name := nameOf(e)
	r, ok := schemaRules[up+"/"+below(up, name)]
	if !ok {
		r, ok = schemaRules[name]
	}
	if !ok {
		f.add("%s: no rule for %s", e.GetPath(), name)
		return
	}
	f.content(e, name, r)
	f.attributes(e, name, r)
	for _, child := range e.ChildElements() {
		f.schema(child, name)
	}
}

func (f *faults) content(e *etree.Element, name string, r rule) {
	var names strings.Builder
	for _, t := range e.Child {
		switch t := t.(type) {
		case *etree.Element:
			names.WriteString(below(name, nameOf(t)) + ";")
		case *etree.CharData:
			if !r.text && !t.IsWhitespace() {
				f.add("%s: text %.40q in %s", e.GetPath(), t.Data, name)
			}
		}
	}
	if !r.content.MatchString(names.String()) {
		f.add("%s: %s has %.300s want %s", e.GetPath(), name, names.String(), r.model)
	}
}

func (f *faults) attributes(e *etree.Element, name string, r rule) {
	seen := map[string]bool{}
	for _, a := range e.Attr {
		if a.Space == "xmlns" || a.Space == "" && a.Key == "xmlns" {
			continue
		}
		key := a.Key
		if a.Space != "" {
			key = below(name, prefixed(a.NamespaceURI(), a.Space, a.Key))
		} else if strings.HasPrefix(name, "w:") {
			key = "unqualified:" + key // this schema qualifies its attributes
		}
		if seen[key] = true; key == "mc:Ignorable" {
			f.declared(e, a.Value)
			continue
		}
		want, ok := r.attrs[key]
		if !ok {
			f.add("%s: no rule for the attribute %s of %s", e.GetPath(), key, name)
		} else if !want.value.MatchString(a.Value) {
			f.add("%s: %s of %s is %.60q, want %s", e.GetPath(), key, name, a.Value, want.kind)
		}
	}
	for key, want := range r.attrs {
		if want.must && !seen[key] {
			f.add("%s: %s has no attribute %s", e.GetPath(), name, key)
		}
	}
}

// declared holds that prefixes which a reader may pass over stand for
// something: Office calls a file damaged otherwise.
func (f *faults) declared(e *etree.Element, prefixes string) {
	for prefix := range strings.FieldsSeq(prefixes) {
		if e.SelectAttr("xmlns:"+prefix) == nil {
			f.add("%s: mc:Ignorable names %s, which stands for nothing", e.GetPath(), prefix)
		}
	}
}

// eachBelow calls fn for every element of that name below e, in their order.
func eachBelow(e *etree.Element, name string, fn func(*etree.Element)) {
	for _, child := range e.ChildElements() {
		if nameOf(child) == name {
			fn(child)
		}
		eachBelow(child, name, fn)
	}
}

// number reads an attribute that the schema has found to be one; 0 if it is
// missing.
func number(e *etree.Element, key string) int {
	n, err := strconv.Atoi(e.SelectAttrValue(key, "0"))
	if err != nil {
		return 0
	}
	return n
}

// fragment reads an element whose prefixes are those of the tables.
func fragment(t *testing.T, xml string) *etree.Element {
	t.Helper()
	var declared strings.Builder
	for uri, prefix := range spaces {
		if prefix != "xml" {
			fmt.Fprintf(&declared, ` xmlns:%s="%s"`, prefix, uri)
		}
	}
	doc := etree.NewDocument()
	if err := doc.ReadFromString("<all" + declared.String() + ">" + xml + "</all>"); err != nil {
		t.Fatal(err)
	}
	return doc.Root().ChildElements()[0]
}

// The rules find what Word and Excel would call damaged.
func TestSchemaFindsFaults(t *testing.T) {
	for _, c := range []struct{ sound, broken, want string }{
		{`<w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:spacing w:before="1"/><w:jc w:val="both"/></w:pPr>`, `<w:pPr><w:jc w:val="both"/><w:spacing w:before="1"/></w:pPr>`, "w:pPr has jc;spacing;"},
		{`<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>`, `<w:pPr><w:rPr><w:b/></w:rPr><w:jc w:val="left"/></w:pPr>`, "w:pPr has rPr;jc;"},
		{`<w:rPr><w:rFonts w:ascii="A"/><w:b/><w:sz w:val="25"/></w:rPr>`, `<w:rPr><w:sz w:val="25"/><w:b/></w:rPr>`, "w:rPr has sz;b;"},
		{`<w:rPr><w:sz w:val="25"/></w:rPr>`, `<w:rPr><w:sz w:val="24.5"/></w:rPr>`, `val of w:sz is "24.5"`},
		{`<w:rPr><w:b/></w:rPr>`, `<w:rPr><w:b/><w:b/></w:rPr>`, "w:rPr has b;b;"},
		{`<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>`, `<w:r><w:t>a</w:t><w:rPr><w:b/></w:rPr></w:r>`, "w:r has t;rPr;"},
		{`<w:r><w:t>a</w:t></w:r>`, `<w:r>a</w:r>`, `text "a" in w:r`},
		{`<w:r><w:t>a</w:t></w:r>`, `<w:r><w:t val="x">a</w:t></w:r>`, "unqualified:val"},
		{`<w:tblPr><w:tblW w:w="1" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`, `<w:tblPr><w:tblLayout w:type="fixed"/><w:tblW w:w="1" w:type="dxa"/></w:tblPr>`, "w:tblPr has tblLayout;tblW;"},
		{`<w:tcPr><w:tcW w:w="1" w:type="dxa"/><w:gridSpan w:val="2"/><w:vAlign w:val="center"/></w:tcPr>`, `<w:tcPr><w:vAlign w:val="center"/><w:tcW w:w="1" w:type="dxa"/></w:tcPr>`, "w:tcPr has vAlign;tcW;"},
		{`<w:tcPr><w:vAlign w:val="center"/></w:tcPr>`, `<w:tcPr><w:vAlign w:val="middle"/></w:tcPr>`, `val of w:vAlign is "middle"`},
		{`<w:tc><w:tcPr/><w:p/></w:tc>`, `<w:tc><w:tcPr/></w:tc>`, "w:tc has tcPr;"},
		{`<w:tr><w:trPr><w:tblHeader/><w:cantSplit/></w:trPr><w:tc><w:p/></w:tc></w:tr>`, `<w:tr><w:tc><w:p/></w:tc><w:trPr/></w:tr>`, "w:tr has tc;trPr;"},
		{`<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>`, `<w:tbl><w:tblPr/></w:tbl>`, "w:tbl has tblPr;"},
		{`<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="1" w:h="1"/><w:titlePg/></w:sectPr>`, `<w:sectPr><w:titlePg/><w:pgSz w:w="1" w:h="1"/></w:sectPr>`, "w:sectPr has titlePg;pgSz;"},
		{`<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>`, `<w:sectPr><w:headerReference w:type="first"/></w:sectPr>`, "has no attribute r:id"},
		{`<w:body><w:p/><w:sectPr/></w:body>`, `<w:body><w:sectPr/><w:p/></w:body>`, "w:body has sectPr;p;"},
		{`<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/><w:qFormat/><w:pPr/></w:style>`, `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr/><w:qFormat/></w:style>`, "w:style has name;pPr;qFormat;"},
		{`<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:keepNext/></w:pPr></w:style>`, `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:rPr/></w:pPr></w:style>`, "w:pPr has rPr;"},
		{`<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`,
			`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/><w:start w:val="1"/></w:lvl></w:abstractNum>`, "w:lvl has lvlText;start;"},
		{`<w:settings><w:zoom w:percent="100"/><w:defaultTabStop w:val="1"/><w:compat/></w:settings>`, `<w:settings><w:compat/><w:zoom w:percent="100"/></w:settings>`, "w:settings has compat;zoom;"},
		{`<w:ind w:left="1"/>`, `<w:ind w:links="1"/>`, "the attribute links of w:ind"},
		{`<w:p/>`, `<w:blink/>`, "no rule for w:blink"},
		{`<wp:extent cx="1" cy="1"/>`, `<wp:extent cx="1.5" cy="1"/>`, `cx of wp:extent is "1.5"`},
		{`<pic:nvPicPr><pic:cNvPr id="0" name="a"/><pic:cNvPicPr/></pic:nvPicPr>`, `<pic:nvPicPr><pic:cNvPicPr/><pic:cNvPr id="0" name="a"/></pic:nvPicPr>`, "pic:nvPicPr has cNvPicPr;cNvPr;"},
		{`<pic:blipFill><a:blip r:embed="a"/><a:stretch/></pic:blipFill>`, `<pic:blipFill><a:stretch/><a:blip r:embed="a"/></pic:blipFill>`, "pic:blipFill has a:stretch;a:blip;"},
		{`<x:worksheet><x:sheetViews><x:sheetView workbookViewId="0"/></x:sheetViews><x:sheetData/></x:worksheet>`, `<x:worksheet><x:sheetData/><x:sheetViews><x:sheetView workbookViewId="0"/></x:sheetViews></x:worksheet>`, "x:worksheet has sheetData;sheetViews;"},
		{`<x:worksheet><x:sheetData/><x:autoFilter ref="A1:B2"/><x:printOptions/></x:worksheet>`, `<x:worksheet><x:sheetData/><x:printOptions/><x:autoFilter ref="A1:B2"/></x:worksheet>`, "x:worksheet has sheetData;printOptions;autoFilter;"},
		{`<x:autoFilter ref="$A$1:$B$2"/>`, `<x:autoFilter ref="A:B"/>`, `ref of x:autoFilter is "A:B"`},
		{`<x:c r="A1"><x:v>1</x:v></x:c>`, `<x:c r="A1"><x:is><x:t>a</x:t></x:is><x:v>1</x:v></x:c>`, "x:c has is;v;"},
		{`<x:font><x:b/><x:sz val="11"/><x:name val="A"/></x:font>`, `<x:font><x:name val="A"/><x:b/></x:font>`, "x:font has name;b;"},
		{`<x:xf numFmtId="0"><x:alignment indent="1"/></x:xf>`, `<x:xf numFmtId="0"><x:alignment indent="0.5"/></x:xf>`, `indent of x:alignment is "0.5"`},
		{`<x:pane xSplit="1" state="frozen"/>`, `<x:pane xSplit="1" state="ice"/>`, `state of x:pane is "ice"`},
		{`<x:fills count="0" mc:Ignorable="" />`, `<x:fills count="0" mc:Ignorable="x14ac"/>`, "names x14ac"},
	} {
		for xml, want := range map[string]string{c.sound: "", c.broken: c.want} {
			var found faults
			found.schema(fragment(t, xml), "")
			if got := strings.Join(found, "\n"); want == "" && got != "" || !strings.Contains(got, want) {
				t.Errorf("%s\n got %s\nwant %s", xml, got, want)
			}
		}
	}
}
