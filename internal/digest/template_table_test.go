package digest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/digest"
)

// Every document has a template that an agency can change: what is named in this
// package, what stands in templates/ and what is exported and configured are the same.
func TestEveryDocumentHasItsTemplate(t *testing.T) {
	var listed, keys []string
	for _, template := range digest.Templates() {
		if len(template.File) == 0 || template.Key == "" {
			t.Errorf("%s has no built-in file, or no key", template.Name)
		}
		listed, keys = append(listed, template.Name), append(keys, template.Key)
	}
	if slices.Sort(keys); len(slices.Compact(slices.Clone(keys))) != len(keys) {
		t.Errorf("keys %q", keys)
	}
	embedded, err := os.ReadDir("templates")
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, file := range embedded {
		files = append(files, file.Name())
	}
	named := namedTemplates(t)
	for _, all := range [][]string{listed, named} {
		slices.Sort(all)
		if got := slices.Compact(all); !slices.Equal(got, files) {
			t.Errorf("%q, and in templates/ %q", got, files)
		}
	}
	example, err := os.ReadFile("../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(example), "\ntemplates:")
	for _, key := range keys {
		if !regexp.MustCompile(`(?m)^  ` + key + `: "" # .`).MatchString(section) {
			t.Errorf("config.example.yaml does not explain templates.%s", key)
		}
	}
}

// namedTemplates lists the names of files of Word in the package's code: what is filled
// is asked for by such a name.
func namedTemplates(t *testing.T) (names []string) {
	t.Helper()
	sources, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if !strings.HasSuffix(source.Name(), ".go") || strings.HasSuffix(source.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), source.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && regexp.MustCompile(`^"[a-z-]+\.docx"$`).MatchString(lit.Value) {
				names = append(names, strings.Trim(lit.Value, `"`))
			}
			return true
		})
	}
	return names
}

// What an agency made of the built-in templates of earlier versions still fills: those
// are kept in testdata/templates, numbered by version, with all the tags that they had.
func TestTemplatesOfEarlierVersions(t *testing.T) {
	kept, err := filepath.Glob(filepath.Join("testdata", "templates", "*.docx"))
	if err != nil || len(kept) < 10 {
		t.Fatalf("%q, %v", kept, err)
	}
	versions := map[string]map[string][]byte{}
	for _, path := range kept {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		version, name, _ := strings.Cut(filepath.Base(path), "-")
		checked, err := digest.CheckTemplate(name, file)
		if err != nil || len(checked.Problems)+len(checked.Warnings) > 0 {
			t.Errorf("%s: %+v, %v", path, checked, err)
		}
		if versions[version] == nil {
			versions[version] = map[string][]byte{}
		}
		versions[version][name] = file
	}
	for version, templates := range versions {
		for name, file := range documentsFrom(t, templates) {
			if text := textOf(t, file); strings.Contains(text, "{{") || strings.Contains(text, "}}") {
				t.Errorf("version %s, %s: a tag is left\n%s", version, name, text)
			}
			keep(t, version+"-"+name, file)
		}
	}
}
