package webchat

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"flag"
	"io"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "pack the page anew")

// TestPageIsPacked holds that what the program carries is what stands in the folder.
func TestPageIsPacked(t *testing.T) {
	entries, err := os.ReadDir("page")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile("page/" + e.Name()); err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(files[e.Name()]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("page.zip", packed.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(files, page()); diff != "" {
		t.Errorf("the page was changed: go test ./internal/webchat -run TestPageIsPacked -update\n%s", diff)
	}
}
