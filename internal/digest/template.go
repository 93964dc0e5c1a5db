package digest

import (
	"context"
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

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
)

//go:embed templates/*.docx
var templates embed.FS

// A Template is an ordinary Word document with tags.
type Template struct {
	Name string
	File []byte
}

// Templates are the built-in ones.
func Templates() []Template {
	var all []Template
	for _, name := range []string{ReportTemplate, UrgeTemplate, IntroductionTemplate, SlipTemplate, AnnexTemplate, NomineesTemplate, PressTemplate} {
		all = append(all, Template{name, builtIn(name)})
	}
	return all
}

// builtIn reads an embedded template; that it is there is tested.
func builtIn(name string) []byte {
	file, _ := templates.ReadFile(path.Join("templates", name))
	return file
}

// CheckTemplate looks at an agency's own template under one of the names
// above. Problems keep documents from being made; unused are the tags that it
// could have besides.
func CheckTemplate(name string, file []byte) (problems, unused []string, err error) {
	sample := map[string]func() word.Values{
		ReportTemplate: sampleReport, UrgeTemplate: sampleUrge, IntroductionTemplate: sampleIntroduction, SlipTemplate: sampleIntroduction,
		AnnexTemplate: sampleAnnex, NomineesTemplate: sampleNominees, PressTemplate: samplePress,
	}[name]
	if sample == nil {
		return nil, nil, fmt.Errorf("check template: no document is made from %q", name)
	}
	found, unused, err := word.Check(file, sample())
	if err != nil {
		return nil, nil, fmt.Errorf("check %s: %w", name, err)
	}
	for _, p := range found {
		problems = append(problems, texts.TemplateProblem(faults[p.Fault], p.Tag, p.Part, p.Where))
	}
	if slices.Contains(unused, internalTag) {
		problems = append(problems, texts.TemplateUnmarked("{{"+internalTag+"}}"))
	}
	return problems, unused, nil
}

// faults are the names under which texts knows them.
var faults = map[word.Fault]string{
	word.Unknown: "unknown", word.Misused: "misused", word.Unclosed: "unclosed",
	word.Unopened: "unopened", word.NotAlone: "notalone", word.Malformed: "malformed",
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
