package clerk

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// The proof that secrets are kept reads finished files and messages with words
// of its own: nothing here is taken from package privacy, so that both would
// have to be wrong in the same way.

// A word is a run of letters and digits.
type word struct {
	exact string // composed
	bare  string // small, without accents, in Latin letters
}

// wordsOf cuts a text into words. What cannot be seen is not there.
func wordsOf(s string) (all []word) {
	var run []rune
	end := func() {
		if len(run) > 0 {
			all = append(all, word{string(run), bareOf(string(run))})
			run = nil
		}
	}
	for _, r := range norm.NFC.String(s) {
		switch {
		case unicode.Is(unicode.Cf, r):
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			run = append(run, r)
		default:
			end()
		}
	}
	end()
	return all
}

// twins are letters of other scripts that look like Latin ones.
var twins = map[rune]rune{'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'х': 'x', 'у': 'y', 'і': 'i', 'ѕ': 's', 'һ': 'h', 'ο': 'o', 'α': 'a', 'ν': 'v', 'đ': 'd', 'ð': 'd'}

func bareOf(s string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if t, ok := twins[r]; ok {
			return t
		}
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
}

// A kind says what a word is in a text that the proof made.
type kind int

const (
	plain kind = iota // has to stay
	named             // of a name
	local             // of a child's school, class or village
	frame             // may stand there: what a document says around
)

// A piece is a run of words of one kind; a text is made of them.
type piece struct {
	text string
	kind kind
}

type text []piece

func (t text) String() string {
	var b strings.Builder
	for _, p := range t {
		b.WriteString(p.text)
	}
	return b.String()
}

// A sought word is looked for in a passage.
type sought struct {
	word
	kind  kind
	first bool // of its text: a document may begin it small or large
}

func (t text) sought() (all []sought) {
	first := true
	for _, p := range t {
		first = first || p.text == between
		for _, w := range wordsOf(p.text) {
			all = append(all, sought{w, p.kind, first})
			first = false
		}
	}
	return all
}

// between is what sets the texts of a passage apart.
const between = "\n\n"

func frameOf(s string) text { return text{{s, frame}} }

// asFrame is a text of which no plain word has to stand.
func (t text) asFrame() text {
	t = slices.Clone(t)
	for i, p := range t {
		if p.kind == plain {
			t[i].kind = frame
		}
	}
	return t
}

// laid is what of a passage is where the proof looked for it: for each of its
// words the sought one that it is, or -1. As many plain words as can be are
// found in their order; words of names and places are not looked for.
func laid(want []sought, got []word) []int {
	score := make([][]int, len(want)+1)
	for i := range score {
		score[i] = make([]int, len(got)+1)
	}
	for i := len(want) - 1; i >= 0; i-- {
		for j := len(got) - 1; j >= 0; j-- {
			score[i][j] = max(score[i+1][j], score[i][j+1])
			if v := likeness(want[i], got[j]); v > 0 {
				score[i][j] = max(score[i][j], score[i+1][j+1]+v)
			}
		}
	}
	at := make([]int, len(got))
	for j := range at {
		at[j] = -1
	}
	for i, j := 0, 0; i < len(want) && j < len(got); {
		v := likeness(want[i], got[j])
		switch {
		case v > 0 && score[i][j] == score[i+1][j+1]+v:
			at[j] = i
			i, j = i+1, j+1
		case score[i][j] == score[i+1][j]:
			i++
		default:
			j++
		}
	}
	return at
}

func likeness(w sought, g word) int {
	switch {
	case w.kind == named || w.kind == local || w.bare != g.bare:
		return 0
	case w.kind == frame:
		return 1
	case w.exact == g.exact:
		return 20
	}
	return 15
}

// A finding is what a passage says that it must not, and how many of its plain
// words it has and has not kept.
type finding struct {
	wrong       []string
	words, lost int
	changed     []string
}

// judge compares a passage with the text that it was made from. Of the words
// that stand neither there nor in a frame, only those that may are right.
func judge(from text, passage string, may func(word) bool) (f finding) {
	want, got := from.sought(), wordsOf(passage)
	at := laid(want, got)
	end := len(want)
	if strings.Contains(passage, "…") { // it was cut, perhaps in the middle of a word
		cut := len(wordsOf(passage[:strings.Index(passage, "…")]))
		end = slices.Max(append(at[:cut:cut], -1)) + 1
		if j := cut - 1; j >= 0 && at[j] < 0 && !may(got[j]) && begins(want, got[j]) {
			at = slices.Delete(at, j, j+1)
			got = slices.Delete(slices.Clone(got), j, j+1)
		}
	}
	kept := make([]bool, len(want))
	for j, i := range at {
		if i < 0 {
			if !may(got[j]) {
				f.wrong = append(f.wrong, fmt.Sprintf("%q may not stand", got[j].exact))
			}
			continue
		}
		w := want[i]
		kept[i] = w.exact == got[j].exact || w.first && strings.EqualFold(w.exact, got[j].exact)
	}
	for i, w := range want[:end] {
		if w.kind != plain {
			continue
		}
		f.words++
		if !kept[i] {
			f.lost++
			f.changed = append(f.changed, w.exact)
		}
	}
	for _, bad := range []string{", ,", ",,", ",.", " .", " ,", "()", "( )", "“”", " ;", "bản địa phương", "ban địa phương"} {
		if strings.Contains(squeezed(passage), bad) && !strings.Contains(squeezed(from.String()), bad) {
			f.wrong = append(f.wrong, fmt.Sprintf("%q is left behind", bad))
		}
	}
	if dots := strings.ReplaceAll(passage, "...", ""); strings.Contains(dots, "..") && !strings.Contains(from.String(), "..") {
		f.wrong = append(f.wrong, "two full stops")
	}
	return f
}

// begins reports whether a plain word sought begins with what is left of one.
func begins(want []sought, w word) bool {
	return slices.ContainsFunc(want, func(s sought) bool {
		return (s.kind == plain || s.kind == frame) && strings.HasPrefix(s.exact, w.exact)
	})
}

// squeezed has single spaces and composed letters, as all documents have.
func squeezed(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), " ")) }

// What the proof looks for it finds: each name, each place of a child, left
// where it was, and each word gone.
func TestJudgeNotices(t *testing.T) {
	leaks, gone := 0, 0
	for seed := range 40 {
		for _, r := range rapid.Custom(drawRecords).Example(seed) {
			for field, from := range r.texts {
				if r.open() {
					continue
				}
				for i, p := range from {
					bare := from.without(-1)
					if f := judge(from, bare.String(), r.may); f.lost > 0 || f.words == 0 && len(wordsOf(bare.String())) > 0 {
						t.Errorf("without names and places %q has lost %q", from, f.changed)
					}
					left := from.without(i)
					f := judge(from, left.String(), r.may)
					switch {
					case p.kind == plain && len(wordsOf(p.text)) > 0:
						gone++
						if f.lost != len(wordsOf(p.text)) {
							t.Errorf("%s: %q is gone, lost are %q", field, p.text, f.changed)
						}
					case p.kind != plain && slices.ContainsFunc(wordsOf(p.text), func(w word) bool { return !r.may(w) }):
						leaks++
						if len(f.wrong) == 0 {
							t.Errorf("%s: %q stands in %q", field, p.text, left)
						}
					}
				}
			}
		}
	}
	if leaks < 500 || gone < 500 {
		t.Errorf("only %d leaks, %d gone", leaks, gone)
	}
}

// without is a text in which of the names and places at most the ith piece is
// left, and of the plain pieces that one is missing.
func (t text) without(i int) (left text) {
	for j, p := range t {
		if (p.kind == plain) == (i != j) {
			left = append(left, p)
		} else {
			left = append(left, piece{" ", plain})
		}
	}
	return left
}
