package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"guongsang/internal/clerk"
	"guongsang/internal/digest"
	"guongsang/internal/docx"
	"guongsang/internal/letters"
	"guongsang/internal/opc"
	"guongsang/internal/pdf"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// Papers is how the office's documents look, with the agency's own templates
// as they are now, and a PDF beside each Word document where LibreOffice is found.
func (cfg Config) Papers(log *slog.Logger, find FindPDF) (clerk.Papers, error) {
	papers := clerk.Papers{
		Office: cfg.Office(), Letterhead: cfg.letterhead(), UrgeDays: cfg.Documents.UrgeDays, Templates: map[string][]byte{}, Log: log,
	}
	if program := cfg.Documents.program(find); program != "" {
		papers.PDF = pdf.New(program, cfg.pdfHome())
	}
	for _, own := range cfg.Templates.Own() {
		file, err := own.Read()
		if err != nil {
			return papers, fmt.Errorf("reading the template of %s: %w", own.Key, err)
		}
		papers.Templates[own.Name] = file
	}
	return papers, nil
}

// A FindPDF finds LibreOffice by its path, or, without one, wherever it is: pdf.Find.
type FindPDF func(path string) string

// program is LibreOffice, "" where no PDF is made.
func (d DocumentSetting) program(find FindPDF) string {
	if d.PDF == "off" || find == nil {
		return ""
	}
	return find(d.SOffice)
}

// missing reports whether PDFs are wanted and LibreOffice was not found.
func (d DocumentSetting) missing(find FindPDF) bool {
	return d.PDF != "off" && find != nil && find(d.SOffice) == ""
}

// pdfHome is where all is that conversions write.
func (cfg Config) pdfHome() string { return filepath.Join(cfg.Storage.Path, "pdf") }

// ShowPDF prints whether a PDF is made beside each Word document.
func ShowPDF(out io.Writer, cfg Config) {
	find := pdf.Find
	switch program := cfg.Documents.program(find); {
	case program != "":
		fmt.Fprintln(out, texts.PDFBy(program))
	case cfg.Documents.missing(find):
		fmt.Fprintln(out, texts.PDFMissing(cfg.Documents.SOffice))
	default:
		fmt.Fprintln(out, texts.PDFOff())
	}
}

// letterhead is what documents say of the agency beside its names.
func (cfg Config) letterhead() digest.Letterhead {
	org := cfg.Organization
	form, _ := texts.ReadLetterForm(org.Form)
	return digest.Letterhead{
		Place: org.Place, Form: form, Symbols: org.symbols(), SignerTitle: org.SignerTitle, SignerName: org.SignerName,
		Recipients: org.Recipients, Bases: org.bases(),
	}
}

// symbols are what stands behind the numbers of documents: those of who issues and of
// who drafts, or the one that older configurations have for everything.
func (o Organization) symbols() digest.Symbols {
	switch {
	case o.IssuingSymbol == "":
		return digest.Symbols{Report: o.DocumentSymbol, Letter: o.DocumentSymbol, Kept: o.DocumentSymbol}
	case o.DraftingSymbol == "":
		return digest.Symbols{Report: o.IssuingSymbol, Letter: o.IssuingSymbol}
	}
	return digest.Symbols{Report: o.IssuingSymbol, Letter: o.IssuingSymbol + "-" + o.DraftingSymbol, Kept: o.DraftingSymbol}
}

func (o Organization) bases() (all []texts.LegalBasis) {
	for _, b := range o.LegalBases {
		all = append(all, texts.LegalBasis{Name: b.Name, Date: b.Date.Date, From: b.From.Date, To: b.To.Date, State: b.StateOnly})
	}
	return all
}

// An OwnTemplate is a Word file of the agency in the place of a built-in one.
type OwnTemplate struct {
	Key  string // in the configuration
	Name string // of the built-in one
	Path string
}

// noOwnTemplates names none for any document.
func noOwnTemplates() TemplateSetting {
	t := TemplateSetting{}
	for _, built := range digest.Templates() {
		t[built.Key] = ""
	}
	return t
}

// Own lists the templates that the agency has named.
func (t TemplateSetting) Own() (list []OwnTemplate) {
	for _, built := range digest.Templates() {
		if path := t[built.Key]; path != "" {
			list = append(list, OwnTemplate{"templates." + built.Key, built.Name, path})
		}
	}
	return list
}

var errNoTemplate = errors.New("not a file that can be a template")

// Read takes regular files only: a pipe or a device might never end.
func (t OwnTemplate) Read() ([]byte, error) {
	info, err := os.Stat(t.Path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", t.Path, errNoTemplate)
	}
	if info.Size() > word.MaxFile {
		return nil, &opc.LimitError{Limit: opc.File, Most: word.MaxFile, Where: t.Path}
	}
	return os.ReadFile(t.Path)
}

// ShowTemplates prints which templates documents are made from. What is wrong
// with one was said when the configuration was loaded.
func ShowTemplates(out io.Writer, cfg Config) error {
	own := cfg.Templates.Own()
	if len(own) == 0 {
		fmt.Fprintln(out, texts.TemplatesBuiltIn())
		return nil
	}
	fmt.Fprintln(out, texts.TemplatesOwn())
	for _, t := range own {
		file, err := t.Read()
		if err != nil {
			return fmt.Errorf("reading the template of %s: %w", t.Key, err)
		}
		checked, err := digest.CheckTemplate(t.Name, file)
		if err != nil {
			return fmt.Errorf("reading the template of %s: %w", t.Key, err)
		}
		fmt.Fprintln(out, texts.TemplateGood(t.Key, t.Path, checked.Warnings, checked.Unused))
	}
	return nil
}

// templates says which of the agency's own are for no document, and what is wrong
// with the others.
func (c *check) templates(t TemplateSetting) {
	known := knownKeys("templates")
	for _, key := range slices.Sorted(maps.Keys(t)) {
		c.require(slices.Contains(known, key), "templates."+key, texts.UnknownKey(letters.Nearest(key, known)))
	}
	for _, own := range t.Own() {
		c.template(own)
	}
}

// template says all that would keep a document from being made.
func (c *check) template(t OwnTemplate) {
	file, err := t.Read()
	switch {
	case errors.Is(err, os.ErrNotExist):
		c.require(false, t.Key, texts.TemplateMissing(t.Path))
		return
	case err != nil:
		c.require(false, t.Key, notTaken(t.Path, err, texts.TemplateUnread(t.Path)))
		return
	}
	checked, err := digest.CheckTemplate(t.Name, file)
	if err != nil {
		c.require(false, t.Key, notTaken(t.Path, err, texts.TemplateNotWord(t.Path, kindOfTemplate(t.Path, file, err))))
		return
	}
	if len(checked.Problems) == 0 {
		return
	}
	for _, problem := range append(checked.Problems, checked.Warnings...) {
		c.require(false, t.Key, problem)
	}
}

// kindOfTemplate is what a file is that was not taken, as texts.TemplateNotWord has it.
func kindOfTemplate(path string, file []byte, err error) string {
	var kind *docx.KindError
	switch {
	case strings.HasPrefix(filepath.Base(path), "~$"):
		return "temp"
	case errors.As(err, &kind):
		return string(kind.Kind)
	case errors.Is(err, word.ErrMacros):
		return "macro"
	case errors.Is(err, word.ErrStrict):
		return "strict"
	case errors.Is(err, word.ErrForeign):
		return "foreign"
	case docx.KindOf(file) == docx.Word:
		return "damaged"
	}
	return ""
}

// notTaken names the limit that a template is over, or says what otherwise stands
// for an error.
func notTaken(path string, err error, otherwise string) string {
	var limit *opc.LimitError
	switch {
	case errors.As(err, &limit):
		return texts.TemplateOverLimit(path, string(limit.Limit), limit.Most)
	case errors.Is(err, context.DeadlineExceeded):
		return texts.TemplateOverLimit(path, "", int64(word.MaxChecking.Seconds()))
	}
	return otherwise
}
