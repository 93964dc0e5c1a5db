package importer

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"guongsang/internal/chat"
)

// keep puts a document of package docx into the house.
func (o *office) keep(name string) (hash string) {
	o.Helper()
	file, err := os.ReadFile("../docx/testdata/" + name)
	o.must(err)
	hash, err = o.Store.PutMedia(file)
	o.must(err)
	return hash
}

func (o *office) document(hash string, each bool) Document {
	o.Helper()
	d, err := ReadDocument(o.Context(), o.Store, o.Importer.Log, hash, each)
	o.must(err)
	back, purpose, err := DocumentOf(chat.Event{Text: d.Text("word:1:2")})
	if err != nil || purpose != "word:1:2" || len(back.Persons) != len(d.Persons) {
		o.Errorf("%+v came back as %+v, %v", d, back, err)
	}
	return d
}

// Of several persons all is said only when it is asked for.
func TestSeveralPersons(t *testing.T) {
	o := newOffice(t)
	hash := o.keep("roster.docx")
	if d := o.document(hash, false); len(d.Persons) != 3 || d.Persons[1].Name != "Đào Quốc Hưng" || d.Persons[1].Text != "" {
		t.Errorf("%+v", d)
	}
	if d := o.document(hash, true); len(d.Persons) != 3 || !strings.Contains(d.Persons[1].Text, "Lao xuống suối lũ") {
		t.Errorf("%+v", d)
	}
}

// Photos of a document come into the house, each with the copy that shows it.
func TestPhotosOfADocument(t *testing.T) {
	o := newOffice(t)
	d := o.document(o.keep("pictures.docx"), false)
	if len(d.Persons) != 1 || len(d.Persons[0].Photos) != 3 {
		t.Fatalf("%+v", d)
	}
	for _, m := range d.Persons[0].Photos {
		if _, err := os.Stat(o.Store.CopyPath(m.Hash)); err != nil || !m.Picture() {
			t.Errorf("%+v: %v", m, err)
		}
	}
}

func TestWhatIsNoDocument(t *testing.T) {
	o := newOffice(t)
	for file, want := range map[string]Fault{"%PDF-1.7": "pdf", `{\rtf1`: "rtf", "PK\x03\x04 word/": "other", "tệp gì đó": "other", "": "empty"} {
		hash, err := o.Store.PutMedia([]byte(file))
		o.must(err)
		if d := o.document(hash, false); d.Fault != want {
			t.Errorf("%q: %+v", file, d)
		}
	}
	if d := o.document(strings.Repeat("0", 64), false); d.Fault != Lost {
		t.Errorf("%+v", d)
	}
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, err := z.Create("word/document.xml")
	o.must(err)
	_, err = io.Copy(w, io.LimitReader(zeros{}, 65<<20))
	o.must(errors.Join(err, z.Close()))
	hash, err := o.Store.PutMedia(bomb.Bytes())
	o.must(err)
	if d := o.document(hash, false); d.Fault != TooMuch {
		t.Errorf("%d bytes: %+v", bomb.Len(), d)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := ReadDocument(stopped, o.Store, o.Importer.Log, o.keep("letter.docx"), false); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }
