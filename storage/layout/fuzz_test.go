package layout

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzKey: a key comes back as what it was made of and sorts as that does; and
// of bytes that are no key nothing comes but zero values, whatever is asked.
func FuzzKey(f *testing.F) {
	f.Add("PT001", int64(7), "a\x00b", int64(-1), []byte{})
	f.Add("", int64(0), "\x00\xff\x00\x01", int64(1<<62), []byte("s\x00\x01i"))
	f.Add("\xff", int64(-1<<63), "s", int64(1), []byte("i\x80\x00\x00\x00\x00\x00\x00\x00s\x00"))
	f.Fuzz(func(t *testing.T, a string, m int64, b string, n int64, raw []byte) {
		k := Tuple(Key(a, m, b, n))
		if s, i := k.Text(), k.Int(); s != a || i != m {
			t.Errorf("%q, %d came back as %q, %d", a, m, s, i)
		}
		if s, i := k.Text(), k.Int(); s != b || i != n || len(k) != 0 {
			t.Errorf("%q, %d came back as %q, %d, with %x left", b, n, s, i, []byte(k))
		}
		if bytes.Compare(Key(a, m), Key(b, n)) != compare(a, b, m, n) {
			t.Errorf("(%q, %d) and (%q, %d) sort otherwise than their keys", a, m, b, n)
		}
		if Format(raw) == "" {
			t.Errorf("%x prints as nothing", raw)
		}
		for first, rest := range map[byte]Tuple{tagString: Tuple(raw), tagInt: Tuple(raw)} {
			before := len(rest)
			if first == tagString {
				rest.Text()
			} else {
				rest.Int()
			}
			if before > 0 && len(rest) >= before {
				t.Errorf("reading %x does not end", raw)
			}
		}
	})
}

func compare(a, b string, m, n int64) int {
	if c := strings.Compare(a, b); c != 0 {
		return c
	}
	switch {
	case m < n:
		return -1
	case m > n:
		return 1
	}
	return 0
}
