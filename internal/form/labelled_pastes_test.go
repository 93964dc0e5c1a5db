package form

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/report"
)

// TestLabelledPastes counts what is understood of pasted and forwarded texts, as
// testdata/labelled/pasted/README explains them. What is wrong is worse than what
// is missing, as it is not asked any more.
func TestLabelledPastes(t *testing.T) {
	for _, folder := range []string{"pasted", "pasted-held", "pasted-third", "pasted-fourth"} {
		var all tally
		files, _ := filepath.Glob("testdata/labelled/" + folder + "/*.txt")
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text, labels, _ := strings.Cut(string(b), "\n----\n")
			said := readAsSent(text)
			for line := range strings.Lines(labels) {
				key, want, _ := strings.Cut(strings.TrimSpace(line), ": ")
				got := said.verdict(key, want)
				if all.add(got); got != right {
					t.Logf("%s: %s: %s: %s (is %q)", name, got, key, want, said.of(key))
				}
			}
		}
		t.Logf("%s: %d texts, %+v, %.1f %%", folder, len(files), all, 100*float64(all.right)/float64(all.fields))
	}
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

func (a *tally) add(v verdict) {
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
}

// A sent text, as it is read.
type sentText struct {
	none, broken bool
	persons      []string
	content      report.Content
}

func (s sentText) of(key string) string {
	c := s.content
	switch key {
	case "name":
		return c.Name
	case "place":
		return c.Place
	case "title":
		return c.Title
	case "result":
		return c.Results
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

func (s sentText) verdict(key, want string) verdict {
	c := s.content
	got, want := plainly(s.of(key)), plainly(want)
	switch {
	case key == "unpublished":
		published := c.Name + "\n" + c.Place + "\n" + c.Title + "\n" + c.Position
		if HoldsCitizenID(want) {
			published += c.Summary + c.Results + c.When + c.Honoured
		}
		if strings.Contains(plainly(published), want) {
			return wrong
		}
		return right
	case key == "masked":
		if HoldsCitizenID(c.Summary) || (want == "yes") != strings.ContainsRune(c.Summary+c.Name, maskDigit) && want == "no" {
			return wrong
		}
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
	return strings.TrimRight(strings.ToLower(norm.NFC.String(line(s))), ".")
}

func withoutTitle(name string) string {
	words := strings.Fields(name)
	for len(words) > 2 && (aroundName[plainName(words[0])] || words[0] == "hộ" || words[0] == "cô" || words[0] == "bác") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// readAsSent reads a text as it is read that comes when no question is open.
func readAsSent(text string) (s sentText) {
	p := ReadPaste(text)
	if s.broken = Unreadable(text); s.broken {
		return s
	}
	if persons, _, _ := PersonsIn(text); len(persons) > 1 {
		for _, one := range persons {
			s.persons = append(s.persons, one.Name)
		}
		return s
	}
	d := report.Draft{Unit: "PT001", Asked: []string{"unit"}, Changed: onThursday}
	if s.none = !p.Introduces(true); s.none {
		return s
	}
	p.fill(&d)
	s.content = d.Content
	return s
}
