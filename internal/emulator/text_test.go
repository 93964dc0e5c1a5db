package emulator

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// cut is the part of a text under an entity.
func cut(text string, e Entity) string {
	encoded := utf16.Encode([]rune(text))
	return string(utf16.Decode(encoded[e.Offset : e.Offset+e.Length]))
}

func TestTrimKeepsWhatAnEntityCovers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.StringOfN(rapid.RuneFrom([]rune(" \nabỗ😀")), 0, 8, -1)
		left, middle, right := piece.Draw(t, "left"), piece.Draw(t, "middle"), piece.Draw(t, "right")
		text := left + middle + right
		if middle == "" {
			return
		}
		entities := []Entity{{Type: "bold", Offset: units(left), Length: units(middle)}}
		if e := checkEntities(text, entities); e != nil {
			t.Fatal(e)
		}
		trimmed, kept := trim(text, entities)
		if trimmed != strings.TrimSpace(text) {
			t.Fatalf("%q was trimmed to %q", text, trimmed)
		}
		if len(kept) == 0 {
			if strings.TrimSpace(middle) != "" {
				t.Fatalf("the entity over %q is gone", middle)
			}
			return
		}
		if got := cut(trimmed, kept[0]); strings.TrimSpace(got) != strings.TrimSpace(middle) {
			t.Fatalf("the entity covers %q in %q, before %q", got, trimmed, middle)
		}
	})
}

func TestParseHTML(t *testing.T) {
	for _, test := range []struct {
		in, text string
		entities []Entity
		refusal  string
	}{
		{in: "a &lt; b", text: "a < b"},
		{in: "😀<b>đậm</b>", text: "😀đậm", entities: []Entity{{Type: "bold", Offset: 2, Length: 3}}},
		{
			in: `<i>x<a href="https://vi.du/?a=1&amp;b=2">y</a></i>`, text: "xy",
			entities: []Entity{{Type: "text_link", Offset: 1, Length: 1, URL: "https://vi.du/?a=1&b=2"}, {Type: "italic", Length: 2}},
		},
		{in: "<b>x", refusal: `Can't find end tag corresponding to start tag "b"`},
		{in: "x</b>", refusal: "Unexpected end tag at byte offset 1"},
		{in: "<b><i>x</b></i>", refusal: `Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`},
		{in: "<họ tên>", refusal: `Unsupported start tag "họ" at byte offset 0`},
		{in: "3 < 4", refusal: "Unclosed start tag at byte offset 2"},
	} {
		text, entities, e := parseHTML(test.in)
		if test.refusal != "" {
			if e == nil || e.text != "Bad Request: can't parse entities: "+test.refusal {
				t.Errorf("%q: %v, want %s", test.in, e, test.refusal)
			}
			continue
		}
		if e != nil || text != test.text {
			t.Errorf("%q: %q, %v", test.in, text, e)
		}
		if diff := cmp.Diff(test.entities, entities); diff != "" {
			t.Errorf("%q: %s", test.in, diff)
		}
	}
}

func TestCheckEntities(t *testing.T) {
	for _, test := range []struct {
		text string
		e    Entity
		want string
	}{
		{"a😀b", Entity{Type: "bold", Offset: 1, Length: 2}, ""},
		{"a😀b", Entity{Type: "bold", Offset: 2, Length: 1}, "begins in a middle of a UTF-16 symbol"},
		{"a😀b", Entity{Type: "bold", Offset: 0, Length: 2}, "ends in a middle of a UTF-16 symbol"},
		{"a😀b", Entity{Type: "bold", Offset: 1, Length: 4}, "not within the text of 4 units"},
		{"ab", Entity{Type: "bold", Offset: -1, Length: 1}, "not within"},
		{"ab", Entity{Type: "bold", Offset: 1, Length: 0}, "not within"},
		{"ab", Entity{Type: "fat", Offset: 0, Length: 1}, "unknown type"},
		{"ab", Entity{Type: "text_link", Offset: 0, Length: 1}, "without url"},
	} {
		e := checkEntities(test.text, []Entity{test.e})
		switch {
		case test.want == "" && e != nil:
			t.Errorf("%q %+v: %v", test.text, test.e, e)
		case test.want != "" && (e == nil || !strings.Contains(e.text, test.want) || !e.violation):
			t.Errorf("%q %+v: %v, want %s", test.text, test.e, e, test.want)
		}
	}
}

func TestAddCommands(t *testing.T) {
	for text, want := range map[string]string{
		"/start abc":           "/start",
		"😀 /help@guong_bot ơi": "/help@guong_bot",
		"15/10":                "",
		"Họ tên:\n/huy":        "/huy",
	} {
		found := addCommands(text, nil)
		got := ""
		if len(found) > 0 {
			got = cut(text, found[0])
		}
		if got != want {
			t.Errorf("%q: command %q, want %q", text, got, want)
		}
	}
	if found := addCommands("/a", []Entity{{Type: "code", Length: 2}}); len(found) != 1 {
		t.Errorf("a command within code: %+v", found)
	}
}
