package digest

import (
	"context"
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/internal/docx"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// The names of the templates, as files that an agency changes in Word.
const (
	ReportTemplate       = "bao-cao.docx"
	UrgeTemplate         = "cong-van-don-doc.docx"
	IntroductionTemplate = "cong-van-gioi-thieu.docx"
	SlipTemplate         = "phieu-gioi-thieu.docx" // of villages, in place of their letter
	AnnexTemplate        = "phu-luc-noi-bo.docx"
	NomineesTemplate     = "danh-sach-trich-ngang.docx"
	PressTemplate        = "danh-sach-bao-chi.docx"
	ArticleTemplate      = "bai.docx" // in the package for takers of publicity
)

// documents are all documents that are made of a template: a new one is a line here
// and its file in templates/. The key names the agency's own in the configuration;
// the sample has a value for every tag.
var documents = []document{
	{"report", ReportTemplate, sampleReport},
	{"urge", UrgeTemplate, sampleUrge},
	{"introduction", IntroductionTemplate, sampleIntroduction},
	{"slip", SlipTemplate, sampleIntroduction},
	{"annex", AnnexTemplate, sampleAnnex},
	{"nominees", NomineesTemplate, sampleNominees},
	{"press", PressTemplate, samplePress},
	{"article", ArticleTemplate, sampleArticle},
}

type document struct {
	key, name string
	sample    func() word.Values
}

//go:embed templates/*.docx
var templates embed.FS

// A Template is an ordinary Word document with tags.
type Template struct {
	Key  string // under templates in the configuration
	Name string
	File []byte // the built-in one
}

// Templates are the built-in ones, one for each document.
func Templates() []Template {
	var all []Template
	for _, d := range documents {
		all = append(all, Template{d.key, d.name, builtIn(d.name)})
	}
	return all
}

// builtIn reads an embedded template; that it is there is tested.
func builtIn(name string) []byte {
	file, _ := templates.ReadFile(path.Join("templates", name))
	return file
}

// A Checked is what is to be said of an agency's own template, for whoever wrote it.
type Checked struct {
	Problems []string // keep documents from being made
	Warnings []string // do not
	Unused   []string // tags that it could have besides
}

// CheckTemplate looks at an agency's own template under one of the names above. The
// error is a *docx.KindError for what is no Word document, or as word.Check has it.
func CheckTemplate(name string, file []byte) (said Checked, err error) {
	i := slices.IndexFunc(documents, func(d document) bool { return d.name == name })
	if i < 0 {
		return said, fmt.Errorf("check template: no document is made from %q", name)
	}
	if kind := docx.KindOf(file); kind != docx.Word && kind != docx.Other {
		return said, fmt.Errorf("check %s: %w", name, &docx.KindError{Kind: kind})
	}
	found, err := word.Check(file, documents[i].sample())
	if err != nil {
		return said, fmt.Errorf("check %s: %w", name, err)
	}
	said.Problems, said.Warnings = saidOnce(found.Problems), saidOnce(found.Warnings)
	if said.Unused = found.Unused; slices.Contains(said.Unused, internalTag) {
		said.Problems = append(said.Problems, texts.TemplateUnmarked("{{"+internalTag+"}}"))
	}
	return said, nil
}

// saidOnce words problems; what is the same in several places is said once, with how
// many they are.
func saidOnce(problems word.Problems) (says []string) {
	count := map[string]int{}
	for _, p := range problems {
		text := texts.TemplateProblem(p)
		if count[text]++; count[text] == 1 {
			says = append(says, text)
		}
	}
	for i, text := range says {
		if n := count[text]; n > 1 {
			says[i] = texts.TemplateAgain(text, n)
		}
	}
	return says
}

// fillTemplate makes a document of the agency's template, or of the built-in one if it
// has none.
func fillTemplate(ctx context.Context, name string, template []byte, values word.Values, about word.About) ([]byte, error) {
	if template == nil {
		template = builtIn(name)
	}
	file, err := word.FillAbout(ctx, template, typeset(values), about)
	if err != nil {
		return nil, fmt.Errorf("fill %s: %w", name, err)
	}
	return file, nil
}

// typeset writes all texts as a document does: a dash stays in the line of the
// word before it (offices are called Phòng Văn hóa - Xã hội, and no line begins
// with a dash), and quotes are curly, whatever people typed.
func typeset(values word.Values) word.Values {
	out := word.Values{}
	for name, v := range values {
		switch v := v.(type) {
		case word.Text:
			out[name] = word.Text(strings.ReplaceAll(texts.Curly(string(v)), " - ", "\u00A0- "))
		case word.List:
			list := make(word.List, len(v))
			for i, inner := range v {
				list[i] = typeset(inner)
			}
			out[name] = list
		default:
			out[name] = v
		}
	}
	return out
}

// paragraphs are a list for a block of one tag.
func paragraphs(tag string, all []string) word.List {
	list := word.List{}
	for _, s := range all {
		list = append(list, word.Values{tag: word.Text(s)})
	}
	return list
}

// upper is for the lines of a letterhead and for titles. The last two words
// of a long name stay together, so that none stands alone in a line, unless something
// is kept together already.
func upper(s string) word.Text {
	s = strings.ToUpper(strings.TrimSpace(s))
	if last := strings.LastIndexByte(s, ' '); last > 0 && utf8.RuneCountInString(s) > 20 && !strings.Contains(s, "\u00A0") {
		s = s[:last] + "\u00A0" + s[last+1:]
	}
	return word.Text(s)
}
