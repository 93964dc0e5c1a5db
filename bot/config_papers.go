package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"

	"guongsang/internal/clerk"
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

// papers is how the office's documents look, with the agency's own templates
// as they are now.
func (cfg Config) papers(log *slog.Logger) (clerk.Papers, error) {
	papers := clerk.Papers{
		Office: cfg.Office(), Letterhead: cfg.letterhead(), Templates: map[string][]byte{}, Log: log,
	}
	for _, own := range cfg.Templates.own() {
		file, err := own.read()
		if err != nil {
			return papers, fmt.Errorf("reading the template of %s: %w", own.key, err)
		}
		papers.Templates[own.name] = file
	}
	return papers, nil
}

// letterhead is what documents say of the agency beside its names.
func (cfg Config) letterhead() digest.Letterhead {
	org := cfg.Organization
	head := digest.Letterhead{
		Place: org.Place, Symbol: org.DocumentSymbol, SignerTitle: org.SignerTitle, SignerName: org.SignerName,
		Recipients: org.Recipients,
	}
	for _, basis := range org.LegalBases {
		head.Bases = append(head.Bases, texts.LegalBasis{Name: basis.Name, Date: basis.Date.Date})
	}
	return head
}

// An ownTemplate is a Word file of the agency in the place of a built-in one.
type ownTemplate struct {
	key  string // in the configuration
	name string // of the built-in one
	path string
}

// own lists the templates that the agency has named.
func (t TemplateSetting) own() (list []ownTemplate) {
	for _, one := range []ownTemplate{
		{"templates.report", digest.ReportTemplate, t.Report},
		{"templates.urge", digest.UrgeTemplate, t.Urge},
		{"templates.introduction", digest.IntroductionTemplate, t.Introduction},
	} {
		if one.path != "" {
			list = append(list, one)
		}
	}
	return list
}

// largestTemplate bounds what is read as a template.
const largestTemplate = 20 << 20

var errNoTemplate = errors.New("not a file that can be a template")

// read takes regular files only: a pipe or a device might never end.
func (t ownTemplate) read() ([]byte, error) {
	info, err := os.Stat(t.path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > largestTemplate {
		return nil, fmt.Errorf("%s: %w", t.path, errNoTemplate)
	}
	return os.ReadFile(t.path)
}

// template says all that would keep a document from being made.
func (c *check) template(t ownTemplate) {
	file, err := t.read()
	switch {
	case errors.Is(err, os.ErrNotExist):
		c.say(false, t.key, texts.TemplateMissing(t.path))
		return
	case err != nil:
		c.say(false, t.key, texts.TemplateUnread(t.path))
		return
	}
	problems, _, err := digest.CheckTemplate(t.name, file)
	if err != nil {
		c.say(false, t.key, texts.TemplateNotWord(t.path))
		return
	}
	for _, problem := range problems {
		c.say(false, t.key, problem)
	}
}
