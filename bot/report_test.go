package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"guongsang/internal/clerk"
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

// Either all files of a call are written, or none.
func TestFolderWritesAllOrNone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	out := folder{path: dir}
	if _, err := out.write([]clerk.File{{Name: "1.png", Data: []byte("one")}}); err != nil {
		t.Fatal(err)
	}
	both := []clerk.File{{Name: "2.png", Data: []byte("two")}, {Name: "1.png", Data: []byte("new")}}
	if _, err := out.write(both); err == nil || !strings.Contains(err.Error(), "1.png") || strings.Contains(err.Error(), "2.png") {
		t.Errorf("over what is there: %v", err)
	}
	if names := filesIn(t, dir); names != "1.png=one" {
		t.Errorf("afterwards: %s", names)
	}
	out.force = true
	if _, err := out.write(both); err != nil {
		t.Fatal(err)
	}
	if names := filesIn(t, dir); names != "1.png=new 2.png=two" {
		t.Errorf("forced: %s", names)
	}
}

func filesIn(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.Name()+"="+string(body))
	}
	return strings.Join(all, " ")
}
