package privacy

import (
	"guongsang/internal/vietnamese"
	"slices"
	"strings"
	"testing"
)

// A word that is both an address and a family name would be taken from a name.
func TestAddressesAreNoFamilyNames(t *testing.T) {
	for _, p := range list(vietnamese.Titles, ",") {
		if len(p.words) == 1 && lexis().families[p.words[0].spell] && p.words[0].fold != "gia" {
			t.Errorf("%q is both", p.words[0].fold)
		}
	}
}

func TestListsAreRead(t *testing.T) {
	l := lexis()
	for name, n := range map[string]int{
		"families": len(l.families), "titles": len(l.titles.byFirst), "places": len(l.places.byFirst), "known": len(l.known.byFirst),
		"compounds": len(l.compounds), "ordinary": len(l.ordinary), "custom": len(l.custom),
	} {
		if n < 20 {
			t.Errorf("%d %s", n, name)
		}
	}
	for _, p := range list(vietnamese.Titles, ",") {
		if !slices.Contains([]string{"adult", "child", "peer", "plain"}, p.kind) {
			t.Errorf("a word of address stands under %q", p.kind)
		}
	}
	for line := range strings.Lines(compoundsText) {
		for part := range strings.SplitSeq(line, ",") {
			if words := cut(part).words; !strings.HasPrefix(line, "#") && len(words) == 1 {
				t.Errorf("%q is one word", part)
			}
		}
	}
}

func TestCut(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"Hoà, Hòa hoà":                 "hoa1 hoa1 hoa1",
		"Lò\u00a0Văn-Pản":              "lo1 va2n pan4",
		"LòVănPản85":                   "lo1 va2n pan4 85",
		"UBND":                         "ubnd",
		"Lo\u0300 Va\u0306n Pa\u0309n": "lo1 va2n pan4",
		"P\u200bả\u00adn":              "pan4",
		"Ｌò Рản 𝐋ò ⓛò":                 "lo1 pan4 lo1 lo1",
		"Nguyễn Đỗ Lý Thúy mỹ":         "nguye1n3 d4o13 li2 thuy2 mi3",
		"H'Mông":                       "h mo1ng",
		"李 明":                          "李 明",
	} {
		var got []string
		for _, w := range cut(in).words {
			got = append(got, strings.NewReplacer("6", "1", "7", "2", "8", "3", "9", "4", ":", "5").Replace(w.spell))
		}
		if in == "LòVănPản85" {
			got[3] = "85"
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is cut into %q, want %q", in, s, want)
		}
	}
}

// What a text is asked before it is cut knows each word for a child that the lists have.
func TestWordsForChildrenAreLookedFor(t *testing.T) {
	_, after, _ := strings.Cut(particlesText, "[young]\n")
	young, _, _ := strings.Cut(after, "\n\n")
	n := 0
	for word := range strings.FieldsFuncSeq(young, func(r rune) bool { return r == ',' || r == '\n' }) {
		if text := strings.TrimSpace(word) + " lò văn nam"; !maySpeakOfChildren(text) {
			t.Errorf("%q is not looked at", text)
		}
		n++
	}
	if n < 20 {
		t.Errorf("%d words were tried", n)
	}
}
