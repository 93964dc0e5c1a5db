package turn

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// on is a turn of 16 December 2026.
func on() *Turn {
	zone := time.FixedZone("+07", 7*3600)
	var tx storage.Tx
	tx.Now = time.Date(2026, 12, 16, 8, 0, 0, 0, zone)
	return New(&Settings{Rules: report.Rules{Zone: zone}}, &tx, chat.Event{}, storage.Item{})
}

// reads lays parts before a kind: the first of each is read as the second says,
// and what has none is refused.
func reads[T any](t *testing.T, k Kind[T], parts map[string]string) {
	t.Helper()
	for part, want := range parts {
		v, no := k.Read(&on().Reading, []string{part})
		if got := fmt.Sprint(v); no == nil && got != want || (no != nil) != (want == "") {
			t.Errorf("%s %q is read as %s, refused %t; want %q", k.Parts[0].Name, part, got, no != nil, want)
		}
	}
}

// Each kind of thing that a button carries, at its edges.
func TestKinds(t *testing.T) {
	reads(t, Number("n", 2, 5), map[string]string{"1": "", "2": "2", "3": "3", "5": "5", "6": "", "-2": "", "x": "", "": "", "2.0": ""})
	reads(t, Page, map[string]string{"-1": "", "0": "0", "1000000": "1000000", "1000001": ""})
	reads(t, Flag("f"), map[string]string{"0": "false", "1": "true", "2": "", "": "", "true": ""})
	reads(t, OneOf("w", "a", "b"), map[string]string{"a": "a", "b": "b", "c": "", "": "", "A": ""})
	reads(t, Day, map[string]string{"2026-02-28": "2026-02-28", "2026-02-29": "", "": "", "28/02/2026": ""})
	reads(t, Period, map[string]string{
		"2026-12": "2026-12", "2026-Q4": "2026-Q4", "2000-01": "2000-01", "1999-12": "", "2027-12": "2027-12", "2027-Q4": "2027-Q4", "2028-01": "", "2026-13": "", "": "",
	})
	reads(t, Moment, map[string]string{"1": fmt.Sprint(time.Unix(1, 0)), "0": "", "-1": "", "x": "", "": ""})
	reads(t, Text("t"), map[string]string{"a": "a", " ": " "})
}

// What may be left out is refused if it is there and wrong, and not asked
// further about if it is not.
func TestKindsOfKinds(t *testing.T) {
	reads(t, Opt(Number("n", 2, 5)), map[string]string{"2": "2", "6": ""})
	if v, no := Opt(Number("n", 2, 5)).Read(&on().Reading, []string{""}); v != 0 || no != nil {
		t.Errorf("left out: %d, refused %t", v, no != nil)
	}
	if k := Opt(Page); !k.Parts[0].Optional || Page.Parts[0].Optional {
		t.Error("a kind that may be left out changed the one it was made of")
	}
	asked := 0
	odd := Number("n", 0, 9).If(func(_ *Reading, n int) Refusal {
		asked++
		if n%2 == 0 {
			return Stale
		}
		return nil
	})
	reads(t, odd, map[string]string{"1": "1", "2": "", "10": ""})
	if asked != 2 {
		t.Errorf("asked %d times: of what is refused nothing more is asked", asked)
	}
	sum := Join(Number("a", 0, 9), Opt(Number("b", 0, 9)), func(_ *Reading, a, b int) (int, Refusal) {
		if a+b > 9 {
			return 0, Stale
		}
		return a + b, nil
	})
	for _, test := range []struct {
		parts []string
		want  int
		ok    bool
	}{{[]string{"3", "4"}, 7, true}, {[]string{"3", ""}, 3, true}, {[]string{"5", "5"}, 0, false}, {[]string{"x", "4"}, 0, false}, {[]string{"3", "x"}, 0, false}} {
		if v, no := sum.Read(&on().Reading, test.parts); v != test.want || (no == nil) != test.ok {
			t.Errorf("%q: %d, refused %t", test.parts, v, no != nil)
		}
	}
}

// An error of the store ends the turn; that there is no record only refuses.
func TestFailedAndFound(t *testing.T) {
	odd := errors.New("odd")
	if Failed(nil) != nil {
		t.Error("no error refuses")
	}
	if err := Failed(odd)(nil); !errors.Is(err, odd) {
		t.Errorf("got %v", err)
	}
	if err := found(fmt.Errorf("unit: %w", odd))(nil); !errors.Is(err, odd) {
		t.Errorf("got %v", err)
	}
}
