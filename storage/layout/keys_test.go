package layout

import (
	"bytes"
	"cmp"
	"testing"

	"pgregory.net/rapid"
)

func TestKeysSortAsTheirTuplesDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab\x00\x01ÿđ")), 0, 5, -1)
		s1, s2 := text.Draw(t, "s1"), text.Draw(t, "s2")
		n1, n2 := rapid.Int64().Draw(t, "n1"), rapid.Int64().Draw(t, "n2")
		want := cmp.Or(cmp.Compare(s1, s2), cmp.Compare(n1, n2))
		if got := bytes.Compare(Key(s1, n1), Key(s2, n2)); got != want {
			t.Fatalf("%q,%d against %q,%d: %d, want %d", s1, n1, s2, n2, got, want)
		}
		k := Tuple(Key(s1, n1))
		if s, n := k.Text(), k.Int(); s != s1 || n != n1 || len(k) != 0 {
			t.Fatalf("read back %q,%d of %q,%d, %d bytes left", s, n, s1, n1, len(k))
		}
	})
}

func TestKeyPrefixIsATuplePrefix(t *testing.T) {
	if bytes.HasPrefix(Key("PT04", 1), Key("PT0")) {
		t.Error("PT0 is taken for a prefix of the tuple (PT04, 1)")
	}
	if !bytes.HasPrefix(Key("PT04", 1), Key("PT04")) {
		t.Error("PT04 is not a prefix of the tuple (PT04, 1)")
	}
}

func TestMalformedKeysYieldZeros(t *testing.T) {
	for _, raw := range []string{"", "s", "sabc", "i123", "x", "s\x00", "sa\x00"} {
		k := Tuple(raw)
		if s := k.Text(); s != "" {
			t.Errorf("%q read as %q", raw, s)
		}
		if n := k.Int(); n != 0 {
			t.Errorf("%q read as %d", raw, n)
		}
	}
}

func TestFormatKey(t *testing.T) {
	if got, want := Format(Key("2026-11", "PT042", 7)), `("2026-11", "PT042", 7)`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
