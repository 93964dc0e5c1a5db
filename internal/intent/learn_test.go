package intent

import (
	"cmp"
	"encoding/binary"
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

var update = flag.Bool("update", false, "learn the model anew")

// A lesson is a labelled sentence.
type lesson struct {
	by   Speaker
	text string
	is   Intent
}

// rolesOf are the roles of labelled lines.
var rolesOf = map[string]Speaker{
	"focal": {Serves: true}, "head": {Serves: true}, "officer": {Agency: true}, "admin": {Agency: true}, "leader": {Leads: true}, "blockhead": {Leads: true},
}

// lessonsIn reads a file of labelled sentences.
func lessonsIn(t testing.TB, name string) (all []lesson) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		c := strings.Split(strings.TrimSpace(line), "|")
		if len(c) < 4 || line[0] == '#' {
			continue
		}
		for i := range c {
			c[i] = strings.TrimSpace(c[i])
		}
		if Intent(c[3]) == SaysAgreed { // told by its words alone
			continue
		}
		by := rolesOf[c[0]]
		by.Today = report.NewDate(2026, 11, 26)
		all = append(all, lesson{by.at(c[1]), c[2], Intent(c[3])})
	}
	return all
}

// at is the speaker at an open question.
func (by Speaker) at(open string) Speaker {
	if open != "-" {
		by.Open = open
	}
	switch open {
	case "category", "object", "consent":
		by.Offers = func(string) bool { return false }
	}
	return by
}

// answersIn reads a file of labelled answers: what answers an open question asks
// for nothing.
func answersIn(t testing.TB, name string) (all []lesson) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		c := strings.SplitN(strings.TrimSpace(line), "|", 3)
		if len(c) < 3 || line[0] == '#' || !strings.Contains(c[2], "=") {
			continue
		}
		open := strings.TrimSpace(c[0])
		by := Speaker{Serves: true}
		if open == "return-reasons" || open == "due" {
			by = Speaker{Agency: true}
		}
		all = append(all, lesson{by.at(open), strings.TrimSpace(c[1]), NoIntent})
	}
	return all
}

// A pupil learns the weights of features.
type pupil struct {
	number map[string]int
	weight [][len(learned)]float64
	spread [][len(learned)]float64 // sums of squared steps: the more, the smaller the next
}

// taught goes through the lessons a few times, in another order each time and with
// some features left out, so that no single one decides (Duchi et al., AdaGrad;
// Srivastava et al., dropout).
func taught(lessons []lesson) *pupil {
	p := &pupil{number: map[string]int{}}
	var features [][]string
	seen := map[string]int{}
	for _, l := range lessons {
		features = append(features, featuresOf(l))
		for _, f := range slices.Compact(slices.Sorted(slices.Values(features[len(features)-1]))) {
			seen[f]++
		}
	}
	known := make([][]int, len(lessons))
	for i, all := range features {
		for _, f := range all {
			if seen[f] >= 2 {
				known[i] = append(known[i], p.of(f))
			}
		}
	}
	dice := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		for _, i := range dice.Perm(len(lessons)) {
			var some []int
			for _, f := range known[i] {
				if dice.Float64() >= 0.2 {
					some = append(some, f)
				}
			}
			p.step(some, slices.Index(learned[:], lessons[i].is))
		}
	}
	return p
}

func featuresOf(l lesson) (all []string) {
	l.by.eachFeature(Words(letters.Tidy(l.text)), func(f string) { all = append(all, f) })
	return all
}

func (p *pupil) of(feature string) int {
	n, ok := p.number[feature]
	if !ok {
		n = len(p.number)
		p.number[feature] = n
		p.weight, p.spread = append(p.weight, [len(learned)]float64{}), append(p.spread, [len(learned)]float64{})
	}
	return n
}

// step moves the weights of some features towards an intent.
func (p *pupil) step(features []int, is int) {
	odds := p.odds(features)
	for _, f := range features {
		for k := range odds {
			d := odds[k] + 1e-4*p.weight[f][k]
			if k == is {
				d--
			}
			p.spread[f][k] += d * d
			p.weight[f][k] -= 0.1 * d / (math.Sqrt(p.spread[f][k]) + 1e-3)
		}
	}
}

// odds are how likely each intent is.
func (p *pupil) odds(features []int) (odds [len(learned)]float64) {
	for _, f := range features {
		for k := range odds {
			odds[k] += p.weight[f][k]
		}
	}
	most, sum := slices.Max(odds[:]), 0.0
	for k := range odds {
		odds[k] = math.Exp(odds[k] - most)
		sum += odds[k]
	}
	for k := range odds {
		odds[k] /= sum
	}
	return odds
}

// bytes are the weights as the program reads them.
func (p *pupil) bytes(t testing.TB) []byte {
	var rows [][]byte
	for f, n := range p.number {
		row := binary.BigEndian.AppendUint32(nil, numberOfFeature(f))
		heavy := false
		for _, w := range p.weight[n] {
			part := math.Round(max(-127, min(127, w*weightsOne)))
			heavy = heavy || math.Abs(part) >= 2
			row = append(row, byte(int8(part)))
		}
		if heavy {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b []byte) int { return slices.Compare(a, b) })
	rows = slices.CompactFunc(rows, func(a, b []byte) bool { return slices.Equal(a[:4], b[:4]) })
	return slices.Concat(rows...)
}

func (p *pupil) says(l lesson) (Intent, float64) {
	var known []int
	for _, f := range featuresOf(l) {
		if n, ok := p.number[f]; ok {
			known = append(known, n)
		}
	}
	odds := p.odds(known)
	best := 0
	for k := range odds {
		if odds[k] > odds[best] {
			best = k
		}
	}
	return learned[best], odds[best]
}

var _ = cmp.Or[int]
var _ = filepath.Join

func TestCV(t *testing.T) {
	base := slices.Concat(lessonsIn(t, "testdata/labelled/intents.txt"), lessonsIn(t, "testdata/labelled/intents-held.txt"), lessonsIn(t, "testdata/intents.txt"))
	for _, n := range []string{"answers.txt", "answers-held.txt", "answers-second.txt"} {
		base = append(base, answersIn(t, "../form/testdata/labelled/"+n)...)
	}
	base = append(base, answersIn(t, "../form/testdata/own-answers.txt")...)
	t.Log(len(base))
	for _, l := range base {
		if slices.Index(learned[:], l.is) < 0 {
			t.Fatal(l)
		}
	}
	a := lessonsIn(t, "testdata/labelled/intents-second.txt")
	type res struct {
		l     lesson
		model Intent
		p     float64
		rule  Intent
	}
	var all []res
	for fold := range 5 {
		tr := slices.Clone(base)
		for i, l := range a {
			if i%5 != fold {
				tr = append(tr, l)
			}
		}
		p := taught(tr)
		if fold == 0 {
			t.Log(len(p.number), len(p.bytes(t))/rowBytes)
		}
		for i, l := range a {
			if i%5 == fold {
				m, q := p.says(l)
				all = append(all, res{l, m, q, Understand(l.by, l.text).Intent})
			}
		}
	}
	for _, th := range []float64{0, 0.3, 0.4, 0.5, 0.6, 0.7} {
		for _, pol := range []string{"model", "rulefallback", "rulefirst"} {
			ok, fp := 0, 0
			miss := map[string]int{}
			for _, r := range all {
				rule := r.rule
				if rule == SaysAgreed {
					rule = NoIntent
				}
				g := r.model
				if r.p < th {
					g = NoIntent
					if pol != "model" {
						g = rule
					}
				}
				if pol == "rulefirst" && rule != NoIntent && r.p < 0.9 {
					g = rule
				}
				if g == r.l.is {
					ok++
				} else {
					miss[r.l.by.openAs()]++
					if r.l.is == NoIntent {
						fp++
					}
				}
			}
			t.Logf("%v %s: %.1f%% fp %d %v", th, pol, 100*float64(ok)/float64(len(all)), fp, miss)
		}
	}
}
