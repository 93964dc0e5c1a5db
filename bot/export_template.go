package main

import (
	"context"
	"flag"
	"fmt"

	"guongsang/internal/clerk"
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

func exportTemplateCommand() command {
	return command{
		name: "export-template", usage: texts.UsageExportTemplate(), about: texts.AboutExportTemplate(), config: true,
		flags: func(fs *flag.FlagSet) action {
			out := fs.String("out", ".", "")
			force := fs.Bool("force", false, "")
			return func(_ context.Context, c *console, _ call) error {
				return c.exportTemplates(*out, *force)
			}
		},
	}
}

// exportTemplates writes the built-in templates, for the agency to change. It
// needs no configuration: the templates are the same everywhere.
func (c *console) exportTemplates(out string, force bool) error {
	var documents []clerk.File
	for _, t := range digest.Templates() {
		documents = append(documents, clerk.File{Name: t.Name, Data: t.File})
	}
	paths, err := clerk.Save(out, documents, force)
	if err != nil {
		return err
	}
	for _, path := range paths {
		fmt.Fprintln(c.out, path)
	}
	fmt.Fprintln(c.out, texts.TemplatesExported())
	return nil
}
