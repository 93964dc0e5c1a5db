package charset

import (
	"io"
	"strings"
	"testing"
)

func TestNewReaderLabel(t *testing.T) {
	for label, readable := range map[string]bool{"UTF-8": true, " utf8 ": true, "us-ascii": true, "gbk": false, "utf-16": false, "": false} {
		r, err := NewReaderLabel(label, strings.NewReader("Dào San"))
		if (err == nil) != readable {
			t.Errorf("%q: %v", label, err)
		}
		if err != nil {
			continue
		}
		if text, err := io.ReadAll(r); err != nil || string(text) != "Dào San" {
			t.Errorf("%q: %q, %v", label, text, err)
		}
	}
}
