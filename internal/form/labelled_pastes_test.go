package form

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/citizen"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// TestLabelledPastes counts what is understood of pasted and forwarded texts, as
// testdata/labelled/pasted/README explains them. What is wrong is worse than what
// is missing, as it is not asked any more.
//
// At their first run 142 of 193 fields of pasted and 104 of 187 of pasted-held
// were right, counted by hand; by this test 175 of 227 and 129 of 212. The third
// set was written before the mending that followed, by somebody who knew the code
// (52 of 119), the fourth after it, to see how far it went (28 of 42, one wrong).
//
// The fifth was written by somebody who had not read the code: at its first run 218
// of 311 were right and 27 wrong. Its other half (pasted-fifth-held) was looked at
// only after all that was learnt from the first: 300 of 347 right (86.5 %), 9 wrong
// (2.6 %). What is counted now came after the mending of what that showed, so it says
// that it is mended and not how the next text will fare.
//
// Of pasted-seventh 119 of 127 fields were right at the first run (93.7 %), 2 wrong, of its
// held half 92 of 110 after the mending by that (83.6 %), 5 wrong.
//
// Of pasted-sixth 167 of 182 fields were right at the first run (91.8 %), 3 wrong.
//
// Of pasted-eighth 160 of 178 fields were right at the first run (89.9 %), 4 wrong, of its
// held half 137 of 173, 5 wrong, and as many after the mending of other things.
//
// Pasted-ninth was written by who knew what had failed of the eighth, with other words for
// the same: 183 of 246 at the first run (74.4 %), 9 wrong. Pasted-tenth was written like it
// after the mending by that: 63 of 67 at the first run (94 %), none wrong.
//
// Of pasted-eleventh 51 of 73 fields were right at the first run (69.9 %), 7 wrong, of its held
// half 76 of 83 (91.6 %), none wrong, and 78 after the mending by the first.
//
// Not as labelled: where somebody both lives and works (pasted-third/118,
// pasted-fourth/202), the second is kept with the summary.
func TestLabelledPastes(t *testing.T) {
	for folder, least := range map[string]tally{
		"pasted": {right: 227}, "pasted-held": {right: 212}, "pasted-third": {right: 118}, "pasted-fourth": {right: 41}, "pasted-fifth": {right: 308}, "pasted-fifth-held": {right: 342}, "pasted-sixth": {right: 169, wrong: 1},
		"pasted-seventh": {right: 126}, "pasted-seventh-held": {right: 102, wrong: 3},
		"pasted-eighth": {right: 174}, "pasted-eleventh": {right: 62, wrong: 5}, "pasted-eleventh-held": {right: 78}, "pasted-eighth-held": {right: 164}, "pasted-tenth": {right: 65}, "pasted-ninth": {right: 241},
	} {
		t.Run(folder, func(t *testing.T) {
			all, files := countPastes(t, folder)
			t.Logf("%s: %d texts, %+v, %.1f %%", folder, files, all, 100*float64(all.right)/float64(all.fields))
			if all.right < least.right || all.wrong > least.wrong {
				t.Errorf("%s: want %d right and no more than %d wrong", folder, least.right, least.wrong)
			}
		})
	}
}

func countPastes(t *testing.T, folder string) (all tally, files int) {
	names, _ := filepath.Glob("testdata/labelled/" + folder + "/*.txt")
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, labels, _ := strings.Cut(string(b), "\n----\n")
		said := readAsSent(text)
		for line := range strings.Lines(labels) {
			key, want, _ := strings.Cut(strings.TrimSpace(line), ": ")
			if got := said.verdict(key, want); all.add(got) != right {
				t.Logf("%s: %s: %s: %s (is %q)", name, got, key, want, said.of(key))
			}
		}
	}
	return all, len(names)
}

// A verdict is how a field was understood.
type verdict string

const (
	right   verdict = "right"
	missing verdict = "missing" // and so asked
	more    verdict = "more"    // a text with something around it that is not part of it
	wrong   verdict = "WRONG"
)

type tally struct{ fields, right, missing, more, wrong int }

func (a *tally) add(v verdict) verdict {
	a.fields++
	switch v {
	case right:
		a.right++
	case missing:
		a.missing++
	case more:
		a.more++
	default:
		a.wrong++
	}
	return v
}

// A sent text, as it is read.
type sentText struct {
	none, broken, masked bool
	persons              []string
	content              report.Content
}

func (s sentText) of(key string) string {
	c := s.content
	switch key = strings.TrimSuffix(key, " has"); key {
	case "name":
		return c.Name
	case "place":
		return c.Place
	case "title":
		return c.Title
	case "result":
		return c.Results
	case "spread":
		return c.Spread
	case "honoured":
		return c.Honoured
	case "when":
		return cmp.Or(c.When, c.More.Since)
	case "minor":
		return yesNo(privacy.IsChild(c, thatThursday))
	case "ethnicity":
		return c.Ethnicity
	case "gender":
		return c.Gender
	case "position":
		return c.Position
	case "category":
		return valueNames[string(c.Category)]
	case "object":
		return valueNames[string(c.Object)]
	case "consent":
		return valueNames[string(c.Consent)]
	case "groups":
		return strings.ReplaceAll(shownGroups(report.Draft{Content: c}), ",", ";")
	case "born":
		if c.Born != 0 && c.BornOn.IsZero() {
			return fmt.Sprint(c.Born)
		} else if c.Born != 0 {
			return dateOf(c.BornOn)
		}
		return ""
	case "several":
		return fmt.Sprint(len(s.persons))
	case "names":
		return strings.Join(s.persons, "; ")
	case "none":
		return yesNo(s.none)
	case "broken":
		return yesNo(s.broken)
	}
	return c.Summary
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// verdict is how a field was understood, of which either of several may be.
func (s sentText) verdict(key, want string) (v verdict) {
	for one := range strings.SplitSeq(want, " / ") {
		if v = s.verdictOf(key, one); v == right {
			break
		}
	}
	return v
}

func (s sentText) verdictOf(key, want string) verdict {
	c := s.content
	got, want := plainly(s.of(key)), plainly(want)
	switch {
	case key == "unpublished", key == "nowhere":
		published := strings.Join(s.persons, "\n") + "\n" + c.Name + "\n" + c.Place + "\n" + c.Title + "\n" + c.Position
		rest := c.Summary + "\n" + c.Results + "\n" + c.When + "\n" + c.Honoured + "\n" + c.Spread
		if citizen.HoldsID(want) || key == "nowhere" && len(letters.Digits(want)) >= 9 { // of a citizen, or of a telephone
			published += "\n" + rest
		}
		switch {
		case strings.Contains(plainly(published), want):
			return wrong
		case key == "nowhere" && strings.Contains(plainly(rest), want):
			return more
		}
		return right
	case want == "asked" && s.of(key) == "":
		return right
	case key == "masked":
		if citizen.HoldsID(c.Summary) || s.masked != (want == "yes") {
			return wrong
		}
		return right
	case key == "asked": // and so not taken from the text
		if s.of(want) == "" {
			return right
		}
		return wrong
	case strings.HasSuffix(key, " has") && strings.Contains(got, want):
		return right
	case key == "summary begins" && strings.HasPrefix(got, want), key == "summary ends" && strings.HasSuffix(strings.TrimRightFunc(got, noLetter), want):
		return right
	case strings.HasPrefix(key, "summary") && strings.Contains(got, want):
		return more
	case key == "name" && withoutTitle(got) == withoutTitle(want), got == want:
		return right
	case got == "" || (key == "several" || key == "names") && len(s.persons) == 0:
		return missing
	}
	return wrong
}

func noLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func plainly(s string) string {
	return strings.TrimRight(strings.ToLower(norm.NFC.String(letters.OneLine(s))), ".")
}

func withoutTitle(name string) string {
	words := strings.Fields(name)
	for len(words) > 2 && (beforeNames[letters.Fold(words[0])] || letters.Fold(words[0]) == "ho") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// readAsSent reads a text as it is read that comes when no question is open.
func readAsSent(text string) (s sentText) {
	p := paste.Read(text)
	if s.broken = letters.Unreadable(text); s.broken {
		return s
	}
	if persons, _, _ := paste.PersonsIn(text); len(persons) > 1 {
		for _, one := range persons {
			s.persons = append(s.persons, one.Name)
			s.content.Summary += one.Text + "\n"
		}
		s.masked = p.Masked
		return s
	}
	d := report.Draft{Unit: "PT001", Asked: []string{"unit"}, Changed: onThursday}
	if s.none = !p.Introduces(true); s.none {
		return s
	}
	fill(&d, p)
	s.content, s.masked = d.Content, p.Masked
	return s
}

// beforeNames are what people say before a name.
var beforeNames = map[string]bool{"da": true, "vang": true, "ten": true, "la": true, "anh": true, "chi": true, "ong": true, "ba": true, "em": true, "co": true, "chu": true, "bac": true, "chau": true, "thay": true}
