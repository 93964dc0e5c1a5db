package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// noticeHead begins the NOTICE.
const noticeHead = `Gương Sáng
Copyright (c) 2026 The Gương Sáng authors. MIT licence, see LICENSE.

The program contains the following works of others, under their own licences.
This file goes wherever the program goes.

Written by: go test ./bot -run TestNotice -update
`

// TestNotice holds that NOTICE has the licence of everything that is linked
// into the program: a new dependency without its entry, or one whose licence
// has changed, fails.
func TestNotice(t *testing.T) {
	const path = "../NOTICE"
	var b strings.Builder
	b.WriteString(noticeHead)
	for _, l := range licences(t) {
		fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 80), strings.Join(l.works, "\n"), l.text)
	}
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s does not have the licences of what is linked (-update rewrites it)", path)
	}
}

// A licence is a text with the works that are under it, word for word.
type licence struct {
	works []string
	text  string
}

// licences are those of all modules that are linked, and of Go's own library.
func licences(t *testing.T) (all []licence) {
	t.Helper()
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not (or .Main .Replace)}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", ".")
	out, err := list.Output()
	if err != nil {
		t.Fatalf("listing what is linked: %v", err)
	}
	modules := slices.Compact(slices.Sorted(strings.Lines(string(out))))
	for _, line := range modules {
		module, dir, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue // the standard library and our own
		}
		works := []string{module}
		if module == "golang.org/x/text" { // the same text, by the same authors
			works = append(works, "the Go standard library and runtime")
		}
		text := licenceOf(t, module, dir)
		if i := slices.IndexFunc(all, func(l licence) bool { return l.text == text }); i >= 0 {
			all[i].works = append(all[i].works, works...)
		} else {
			all = append(all, licence{works, text})
		}
	}
	const fonts = "../internal/picture/fonts" // carried beside what is linked
	return append(all, licence{[]string{"Liberation Sans and Liberation Serif, cut to the letters that are drawn"}, licenceOf(t, fonts, fonts)})
}

// licenceOf joins what a module's folder says of its licence: the licences, for
// fonts beside that of the code, and the notice that they ask to be kept.
func licenceOf(t *testing.T, module, dir string) string {
	t.Helper()
	var texts []string
	for _, pattern := range []string{"LICEN[CS]E*", "COPYING*", "OFL*", "NOTICE*"} {
		paths, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			body, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, strings.Trim(strings.ReplaceAll(string(body), "\r\n", "\n"), "\n"))
		}
	}
	if len(texts) == 0 {
		t.Errorf("%s comes without a licence", module)
	}
	return strings.Join(texts, "\n\n")
}
