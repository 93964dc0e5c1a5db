package likeness

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// locality are invented persons: each with a name made of parts of those in
// names.txt, which keep to their people (a Mông name is not made of Thái parts),
// a year of birth and a place. No two have the same name, in the same place, within a
// year of birth.
func locality(t testing.TB, n int) (all []report.Content) {
	t.Helper()
	text, err := os.ReadFile("testdata/labelled/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	given := map[string][]string{} // by family name and what stands in the middle
	var starts, placed []string
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		if len(f) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(f[0])
		start, last := strings.Join(words[:len(words)-1], " "), words[len(words)-1]
		middle := strings.Join(words[1:len(words)-1], " ")
		starts, placed = append(starts, start), append(placed, f[2])
		given[middle] = append(given[middle], last)
	}
	// villages that the list does not have, so that each commune has some thirty
	var communes []string
	for _, p := range placed {
		if i := strings.Index(p, "xã "); i >= 0 && !slices.Contains(communes, p[i:]) {
			communes = append(communes, p[i:])
		}
	}
	first, second := []string{"Nậm", "Huổi", "Pa", "Sin", "Tả", "Lao", "Phìn", "Nà", "Pho", "Can"}, []string{"Lùng", "Mạ", "Tần", "Cai", "Chải", "Khương", "Bó", "Xẻ", "Vân"}
	for _, c := range communes {
		for range 20 {
			placed = append(placed, "bản "+first[len(placed)*7%len(first)]+" "+second[len(placed)*5%len(second)]+", "+c)
		}
	}
	r := rand.New(rand.NewPCG(11, 4))
	taken := map[string]bool{}
	for len(all) < n {
		start := starts[r.IntN(len(starts))]
		_, middle, _ := strings.Cut(start, " ")
		name := start + " " + given[middle][r.IntN(len(given[middle]))]
		place, born := placed[r.IntN(len(placed))], 1945+r.IntN(65)
		key := func(by int) string { return fmt.Sprint(heard(name), heard(place), born+by) }
		if taken[key(0)] || taken[key(1)] || taken[key(-1)] {
			continue
		}
		taken[key(0)] = true
		all = append(all, report.Content{Category: report.GoodDeed, Object: report.Person, Name: name, Place: place, Born: born})
	}
	return all
}

// At most five of a thousand who are introduced for the first time are taken for
// one of 20,000 others. With GUONGSANG_LONG all of them are asked for: 60 were, 3.0
// of a thousand.
func TestFalseWarnings(t *testing.T) {
	all := locality(t, 20000)
	traits := make([]Traits, len(all))
	for i, c := range all {
		traits[i] = Of(c, "")
	}
	asked := 400
	if os.Getenv("GUONGSANG_LONG") != "" {
		asked = len(all)
	}
	warned := 0
	for i := range asked {
		s := NewSearch(traits[i])
		for k, other := range traits {
			if k != i {
				s.Look(nil, other)
			}
		}
		if found := s.Found(); len(found) > 0 {
			warned++
			o, _ := found[0].Traits.open()
			t.Logf("%s, %d, %s: %s, %d, %s", all[i].Name, all[i].Born, all[i].Place, o.people, o.born, o.places)
		}
	}
	t.Logf("%d warnings of %d", warned, asked)
	if 1000*warned > 5*asked {
		t.Errorf("%d false warnings of %d", warned, asked)
	}
}

func BenchmarkSearch(b *testing.B) {
	var all []Traits
	summary := strings.Fields(pairsOf(b))
	for i, c := range locality(b, 20000) {
		from := i * 37 % (len(summary) - 90)
		c.Summary = strings.Join(summary[from:from+90], " ")
		all = append(all, Of(c, ""))
	}
	size := 0
	for _, t := range all {
		size += len(t)
	}
	b.Run("floor", func(b *testing.B) { // every byte is looked at once
		sum := 0
		for b.Loop() {
			for _, t := range all {
				for _, c := range t {
					sum += int(c)
				}
			}
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			s := NewSearch(all[7])
			for _, t := range all {
				s.Look(nil, t)
			}
			if len(s.Found()) == 0 {
				b.Fatal("it does not find itself")
			}
		}
		b.ReportMetric(float64(size)/float64(len(all)), "B/traits")
	})
}

func pairsOf(b *testing.B) string {
	text, err := os.ReadFile("testdata/labelled/texts.txt")
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}
