package opc

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"
)

// FuzzXML: of whatever a part holds, a parser meets no token that is longer than
// the limit, no more elements than were counted, and no byte that is not there.
func FuzzXML(f *testing.F) {
	for _, seed := range []string{
		"<a><b/></a>", "<!-- <> --><a/>", "<!--><a>-->", "<![CDATA[<]]><a/>", "<?xml version='1.0'?><a b='>' c=\"<\"/>",
		"<!DOCTYPE a [<!ENTITY x '<a/>'>]>", "<?>", "<a/", "</", "<", "]]>", "<!", "<!-", "<![", "<a b='=' c==''/>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, part []byte) {
		p := &Package{limits: Limits{Unpacked: 1 << 30, Tree: 1 << 30}}
		r := &reader{ctx: t.Context(), pkg: p, name: "a", part: io.NopCloser(bytes.NewReader(part)), most: 1 << 30}
		elements, attributes := 0, 0
		d := xml.NewDecoder(r)
		for {
			token, err := d.RawToken()
			if err != nil {
				if errors.Is(err, io.EOF) && p.read != int64(len(part)) {
					t.Errorf("%q: %d bytes were read", part, p.read)
				}
				break
			}
			if start, ok := token.(xml.StartElement); ok {
				elements, attributes = elements+1, attributes+len(start.Attr)
			}
		}
		if elements > p.count || attributes > p.equals {
			t.Errorf("%q: %d elements and %d attributes are counted as %d and %d", part, elements, attributes, p.count, p.equals)
		}
	})
}
