package transfer

import (
	"bytes"
	"encoding/json"
	"testing"

	"guongsang/storage/layout"
)

// FuzzRecord: whatever an entry of the store is, its line gives it back byte for byte.
func FuzzRecord(f *testing.F) {
	deflated, err := layout.Deflate(map[string]string{"Name": "Trường <A> & B\u2028"})
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][2][]byte{
		{layout.Key("PT001", 7), []byte(`{"Name":"Trường Tiểu học","N":1.50}`)}, {layout.Key("a\x00b", -1), deflated},
		{layout.Key(""), layout.Key("version", 23)}, {[]byte("raw"), nil}, {{0xff}, {0x02}}, {layout.Key("\xff"), []byte(` {"a": 1}`)},
		{layout.Key(1 << 60), []byte("null")}, {layout.Key("a"), []byte(`"<"`)}, {layout.Key("a"), []byte("1e400")},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, key, value []byte) {
		if len(key) == 0 {
			return
		}
		var out, in chain
		text, err := out.sealed(record("units", key, value))
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(text) || bytes.Count(text, []byte("\n")) != 1 {
			t.Errorf("%q is not one line of JSON", text)
		}
		l, ok := in.unsealed(bytes.TrimSuffix(text, []byte("\n")))
		if !ok {
			t.Fatalf("%q has another sum", text)
		}
		k, v, err := l.entry()
		if err != nil || !bytes.Equal(k, key) || !bytes.Equal(v, value) {
			t.Errorf("%x = %x came back as %x = %x, %v", key, value, k, v, err)
		}
	})
}
