package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// retag changes text in the body of a Word file: retag FILE OLD NEW.
func retag(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	file, err := os.ReadFile(path)
	ts.Check(err)
	var made bytes.Buffer
	w := zip.NewWriter(&made)
	changed := false
	ts.Check(eachPart(file, func(name string, body []byte) error {
		if name == "word/document.xml" {
			changed = bytes.Contains(body, []byte(args[1]))
			body = bytes.ReplaceAll(body, []byte(args[1]), []byte(args[2]))
		}
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write(body)
		}
		return err
	}))
	ts.Check(w.Close())
	if !changed {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(path, made.Bytes(), 0o600))
}

// holdsText looks for text in the body of a Word file: holds FILE TEXT.
func holdsText(ts *testscript.TestScript, not bool, args []string) {
	file, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	found := false
	ts.Check(eachPart(file, func(name string, body []byte) error {
		found = found || name == "word/document.xml" && bytes.Contains(body, []byte(args[1]))
		return nil
	}))
	if found == not {
		ts.Fatalf("%s holds %q: %t", args[0], args[1], found)
	}
}

func eachPart(file []byte, do func(name string, body []byte) error) error {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		body, err := io.ReadAll(r)
		if err == nil {
			err = do(f.Name, body)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func TestReportUsageCode(t *testing.T) {
	env := func(string) (string, bool) { return "", false }
	for _, args := range [][]string{{"report"}, {"report", "-period", "2026-13"}, {"report", "-period", "2026-11", "-kind", "pdf"}} {
		if code := run(t.Context(), args, strings.NewReader(""), io.Discard, io.Discard, env); code != exitUsage {
			t.Errorf("%s: exit %d", args, code)
		}
	}
}
