package layout

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What is packed comes back; whatever is cut off it or added to it is noticed.
func TestPack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, n, yes := rapid.String().Draw(t, "s"), rapid.Int64().Draw(t, "n"), rapid.Bool().Draw(t, "yes")
		at := time.Unix(0, rapid.Int64().Draw(t, "at"))
		if rapid.Bool().Draw(t, "never") || at.UnixNano() == 0 {
			at = time.Time{}
		}
		v := Pack(s, n, at, yes, s)
		read := func(v []byte) error {
			u := Unpack(v)
			if u.Text() != s || u.Int() != n || !u.Time().Equal(at) || u.Bool() != yes || u.Text() != s {
				return ErrMalformed
			}
			return u.Done()
		}
		if err := read(v); err != nil || !IsPacked(v) {
			t.Errorf("%x: %v", v, err)
		}
		if cut := rapid.IntRange(1, len(v)-1).Draw(t, "cut"); read(v[:cut]) == nil {
			t.Errorf("%x read though %d bytes are missing", v, len(v)-cut)
		}
		if read(append(v, 0)) == nil {
			t.Errorf("%x read though there is more", v)
		}
	})
}
