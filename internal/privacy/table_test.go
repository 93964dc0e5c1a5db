package privacy

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// A row is one line of the table in testdata: what was introduced, for whom, on
// which day, and what leaves.
type row struct {
	file, title string
	in, out     map[string]string
}

// TestTable holds the package to the table of what may leave. Its rows were
// written before the code, by somebody else.
func TestTable(t *testing.T) {
	rows := readTable(t)
	if len(rows) < 150 {
		t.Errorf("the table has %d rows, and is to have 150 at least", len(rows))
	}
	for _, r := range rows {
		t.Run(r.file+"/"+r.title, func(t *testing.T) { r.check(t) })
	}
}

func readTable(t *testing.T) (rows []row) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(b), "\n---\n") {
			rows = append(rows, readRow(t, filepath.Base(path), strings.TrimSpace(block)))
		}
	}
	return rows
}

func readRow(t *testing.T, file, block string) row {
	t.Helper()
	r := row{file: file, in: map[string]string{}, out: map[string]string{}}
	into := r.in
	for line := range strings.SplitSeq(block, "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
			if r.title == "" {
				r.title = strings.TrimSpace(line[1:])
			}
			continue
		case line == "=>" || strings.TrimSpace(line) == "":
			into = r.out
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("%s, %s: %q is no line of the table", file, r.title, line)
		}
		into[key] = plain(t, strings.TrimSpace(value))
	}
	return r
}

// plain reads a value, which is quoted where it holds what cannot be seen.
func plain(t *testing.T, value string) string {
	t.Helper()
	if !strings.HasPrefix(value, `"`) {
		return value
	}
	s, err := strconv.Unquote(value)
	if err != nil {
		t.Fatalf("%s: %v", value, err)
	}
	return s
}

// or is an input, or what stands for one that is not named.
func (r row) or(key, otherwise string) string {
	if value, ok := r.in[key]; ok {
		return value
	}
	return otherwise
}

func (r row) date(t *testing.T, key, otherwise string) report.Date {
	t.Helper()
	d, err := report.ParseDate(r.or(key, otherwise))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (r row) number(t *testing.T, key string) int {
	t.Helper()
	n, err := strconv.Atoi(r.or(key, "0"))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func (r row) content(t *testing.T) report.Content {
	t.Helper()
	c := report.Content{
		Object: report.Object(r.or("object", "person")), Category: report.Category(r.or("category", "ntvt")), Name: r.or("name", "Lò Văn Pản"),
		Place: r.in["place"], Position: r.in["position"], Title: r.in["title"], Summary: r.in["summary"], Results: r.in["results"], Spread: r.in["spread"],
		Under16: r.in["under16"], Consent: report.Consent(r.or("consent", "both")), ChildConsent: r.in["child"] == "yes", GuardianConsent: r.in["guardian"] == "yes",
	}
	if born := r.in["born"]; strings.Contains(born, "/") {
		at, err := time.Parse("02/01/2006", born)
		if err != nil {
			t.Fatal(err)
		}
		c.BornOn = report.DateOf(at)
		c.Born = c.BornOn.Year
	} else {
		c.Born = r.number(t, "born")
	}
	if groups := r.in["groups"]; groups != "" {
		for g := range strings.SplitSeq(groups, ",") {
			c.Groups = append(c.Groups, report.Group(strings.TrimSpace(g)))
		}
	}
	for n := range max(r.number(t, "photos"), min(len(r.in["caption"]), 1)) {
		c.Media = append(c.Media, report.Media{Kind: "photo", Unique: fmt.Sprint("p", n+1)})
	}
	if len(c.Media) > 0 {
		c.Media[0].Caption = r.in["caption"]
	}
	return c
}

// agreement is what the consent was given for.
func (r row) agreement(t *testing.T, c report.Content, day report.Date) report.Agreement {
	t.Helper()
	c.Name, c.Summary = r.or("covered-name", c.Name), r.or("covered-text", c.Summary)
	if _, ok := r.in["covered-photos"]; ok {
		c.Media = c.Media[:min(len(c.Media), r.number(t, "covered-photos"))]
	}
	return Agree(c, day)
}

// example is the record of a row, with its unit.
func (r row) example(t *testing.T) (report.Example, report.Unit) {
	c := r.content(t)
	agreed := r.date(t, "consent-day", "2026-11-02")
	e := report.Example{Content: c, Review: report.Review(r.or("review", "accepted")), Sent: agreed.At(9*time.Hour, time.UTC)}
	e.Content.Agreement = r.agreement(t, c, agreed)
	return e, report.Unit{Code: "T1", Name: r.or("unit", "Ủy ban nhân dân xã Dào San")}
}

func (r row) check(t *testing.T) {
	e, u := r.example(t)
	v := Of(e, u, Audience(r.or("audience", "public")), r.date(t, "day", "2026-11-20"))
	got := r.shown(v, e.Content, u)
	for key, want := range r.out {
		if key == "never" {
			r.never(t, v, want)
			continue
		}
		have, known := got[key]
		if !known {
			t.Errorf("nothing is called %s", key)
		}
		if have != want {
			t.Errorf("%s: %q, want %q", key, have, want)
		}
	}
}

// shown is what a View shows, by the words of the table.
func (r row) shown(v View, c report.Content, u report.Unit) map[string]string {
	yes := map[bool]string{true: "yes", false: "no"}
	got := map[string]string{
		"name": v.Name, "title": v.Title, "summary": v.Summary, "results": v.Results, "spread": v.Spread, "position": v.Position, "place": v.Place,
		"unit": v.Unit.Name, "photos": strconv.Itoa(len(v.Photos)), "child": yes[v.Child], "hidden": yes[v.Hidden], "mark": v.Mark, "ask-age": yes[AskAge(c, u)],
	}
	switch {
	case !v.BornOn.IsZero():
		got["born"] = fmt.Sprintf("%02d/%02d/%d", v.BornOn.Day, v.BornOn.Month, v.BornOn.Year)
	case v.Born != 0:
		got["born"] = strconv.Itoa(v.Born)
	default:
		got["born"] = ""
	}
	got["caption"] = ""
	if len(v.Photos) > 0 {
		got["caption"] = v.Photos[0].Caption
	}
	var uncovered []string
	for _, gap := range Uncovered(c) {
		uncovered = append(uncovered, map[Reason]string{NewName: "name", NewPhoto: "photo", NewFact: "fact"}[gap])
	}
	got["uncovered"] = strings.Join(uncovered, ", ")
	return got
}

// never holds that some words stand nowhere in a View.
func (r row) never(t *testing.T, v View, words string) {
	t.Helper()
	texts := []string{v.Name, v.Title, v.Summary, v.Results, v.Spread, v.When, v.Honoured, v.Position, v.Place, v.Unit.Name}
	for _, photo := range v.Photos {
		texts = append(texts, photo.Caption)
	}
	for _, text := range texts {
		there := " " + plainWords(text) + " "
		for w := range strings.SplitSeq(words, ",") {
			if strings.Contains(there, " "+plainWords(w)+" ") {
				t.Errorf("%q stands in %q", strings.TrimSpace(w), text)
			}
		}
	}
}

// plainWords gives the words of a text, folded, with single spaces.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(letters.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
