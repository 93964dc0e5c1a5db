package privacy

import (
	"slices"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// A capital says that somebody is named, but for the first word of a sentence, a
// line or a quotation: that is a fact only if it stands in the middle.
func TestWhatBeginsASentence(t *testing.T) {
	agreed := report.Content{Object: report.Person, Name: "Lò Văn Pản", Title: "Hiến đất", Consent: report.NameOnly, Summary: "Ông vận động 14 hộ, 5 nhà."}
	agreed.Agreement = Agree(agreed, report.NewDate(2026, 11, 2))
	for before, named := range map[string]bool{
		"\n": false, "\r\n": false, "\u2028": false, "\u2029": false, "\u0085": false, "\v": false, "\f": false,
		". ": false, "。 ": false, " và 5. ": false, "… ": false, "! ": false, "? ": false, "; ": false, ": ": false,
		" • ": false, " * ": false, " “": false, " \"": false, " «": false, " ‘": false,
		" ": true, "\u00a0": true, ", ": true, "، ": true, "、": true, " - ": true, " – ": true, " — ": true, "_": true, "~": true,
		" (": true, "/": true, " V. ": true, // an initial ends no sentence
		".": true, // nor does a dot within an address of the web
	} {
		c := agreed
		c.Summary = "Ông vận động hộ thứ 14" + before + "Nghiêm túc làm theo."
		if got := slices.Contains(Uncovered(c), NewFact); got != named {
			t.Errorf("behind %q a capital names somebody: %t", before, got)
		}
	}
}

// What is shouted names nobody, wherever it stands: two words in capitals are
// enough, one alone is a name.
func TestWhatIsShouted(t *testing.T) {
	agreed := report.Content{Object: report.Person, Name: "Lò Văn Pản", Consent: report.NameOnly, Summary: "Ông vận động 14 hộ."}
	agreed.Agreement = Agree(agreed, report.NewDate(2026, 11, 2))
	for text, named := range map[string]bool{
		"làm đường VỆ SINH": false, "làm VỆ SINH đường": false, "VỆ SINH đường": false, "có H VỆ cùng làm": true,
		"làm đường PÁO": true, "làm PÁO đường": true, "có ÔNG. PÁO làm": true,
	} {
		c := agreed
		c.Summary = "Ông " + text
		if got := slices.Contains(Uncovered(c), NewFact); got != named {
			t.Errorf("%q names somebody: %t", text, got)
		}
	}
}

// Nobody is asked again because a year of birth was taken out.
func TestFewerFactsAreCovered(t *testing.T) {
	c := report.Content{Object: report.Person, Name: "Lò Văn Pản", Born: 1970, Consent: report.NameOnly}
	c.Agreement = Agree(c, report.NewDate(2026, 11, 2))
	c.Born = 0
	if gaps := Uncovered(c); gaps != nil {
		t.Errorf("without the year of birth: %q", gaps)
	}
}

// The desk reads a name as it was written, and is told so.
func TestTheDeskReadsTheName(t *testing.T) {
	day := report.NewDate(2026, 11, 20)
	for _, a := range []Audience{Desk, Internal} {
		if v := Of(report.Example{Content: refused, Review: report.Accepted}, report.Unit{}, a, day); !v.Named || v.Name != refused.Name {
			t.Errorf("%s: %q, as written: %t", a, v.Name, v.Named)
		}
	}
}

// Of what is hidden nothing is said that would say how much may be shown.
func TestHiddenSaysNothing(t *testing.T) {
	v := Of(report.Example{Content: refused, Review: report.Withdrawn}, report.Unit{}, Public, report.NewDate(2026, 11, 20))
	if !v.Hidden || slices.Contains([]Publicity{Openly, Named, Given, Initials}, v.Publicity) {
		t.Errorf("%+v", v)
	}
}

// The lists name each audience, publicity and reason by a word of its own.
func TestWordsAreTheirOwn(t *testing.T) {
	words := []string{string(Desk), string(Internal), string(Public), string(Openly), string(Named), string(Given), string(Initials)}
	for _, r := range []Reason{Withdrawn, Retracted, NotAccepted, NotAgreed, NewName, NewFact, NewPhoto, NoPhoto, Child, Unsure, NoGuardian, NoOwn} {
		words = append(words, string(r))
	}
	slices.Sort(words)
	if words[0] == "" || len(slices.Compact(slices.Clone(words))) != len(words) {
		t.Errorf("not told apart: %s", strings.Join(words, " "))
	}
}

// The desk is shown whatever became of an example, internal readers what was
// accepted, and everybody else what was not taken back.
func TestShown(t *testing.T) {
	for review, want := range map[report.Review][3]bool{
		report.Received: {true, false, true}, report.Returned: {true, false, true},
		report.Accepted: {true, true, true}, report.Selected: {true, true, true}, report.Published: {true, true, true},
		report.Retracted: {true, false, false}, report.Withdrawn: {true, false, false},
	} {
		if got := [3]bool{Shown(review, Desk), Shown(review, Internal), Shown(review, Public)}; got != want {
			t.Errorf("%s: shown to the desk, inside, outside: %v, want %v", review, got, want)
		}
	}
}

// Runes at the ends of the two tables are read as those beside them are.
func TestReadAtTheEndsOfTheTables(t *testing.T) {
	for _, r := range []rune{lowEnd - 1, lowEnd, highStart - 1, highStart, highEnd - 1, highEnd} {
		if got := read(r); got != take(r) {
			t.Errorf("%q is read as %+v, want %+v", r, got, take(r))
		}
	}
	if l := read('ỹ'); l.base != 'y' || l.kind != alphabet {
		t.Errorf("ỹ is read as %+v", l)
	}
}
