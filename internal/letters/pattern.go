package letters

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Pattern is a regular expression that is looked at when it is first asked for, and
// compiled when it is first tried: some hundreds of them read what people write, nearly none
// of which matches what one person writes, and a program that waits for the first word has
// no room for them. It panics when it is first asked for if the expression is none. It is
// not put into each of its callers, which made the program 0.4 MB larger.
//
//go:noinline
func Pattern(expr string) func() *Expression {
	return sync.OnceValue(func() *Expression {
		words, small := wordsOf(expr)
		return &Expression{words, small, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
	})
}

// An Expression is a regular expression which is tried only on a text that has one of the
// words without which it matches nothing: nearly no text has them, and to look for a few
// words costs a tenth of an expression. Its methods are those of a regexp.Regexp.
type Expression struct {
	words []string // each match holds one of them; none: nothing is known of its matches
	small bool     // once its capitals are small
	tried func() *regexp.Regexp
}

// may reports whether a text can have a match.
func (e *Expression) may(s string) bool {
	if e.small {
		s = strings.Map(smallOf, s)
	}
	for _, w := range e.words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return len(e.words) == 0
}

// MatchString reports whether a text has a match.
func (e *Expression) MatchString(s string) bool { return e.may(s) && e.tried().MatchString(s) }

// FindString is the first match in a text.
func (e *Expression) FindString(s string) string {
	if !e.may(s) {
		return ""
	}
	return e.tried().FindString(s)
}

// FindStringSubmatch is the first match, with its groups.
func (e *Expression) FindStringSubmatch(s string) []string {
	if !e.may(s) {
		return nil
	}
	return e.tried().FindStringSubmatch(s)
}

// FindStringIndex is where the first match stands.
func (e *Expression) FindStringIndex(s string) []int {
	if !e.may(s) {
		return nil
	}
	return e.tried().FindStringIndex(s)
}

// FindStringSubmatchIndex is where the first match and its groups stand.
func (e *Expression) FindStringSubmatchIndex(s string) []int {
	if !e.may(s) {
		return nil
	}
	return e.tried().FindStringSubmatchIndex(s)
}

// FindAllString are the matches, one behind the other.
func (e *Expression) FindAllString(s string, n int) []string {
	if !e.may(s) {
		return nil
	}
	return e.tried().FindAllString(s, n)
}

// FindAllStringIndex is where they stand.
func (e *Expression) FindAllStringIndex(s string, n int) [][]int {
	if !e.may(s) {
		return nil
	}
	return e.tried().FindAllStringIndex(s, n)
}

// FindAllStringSubmatchIndex is where they and their groups stand.
func (e *Expression) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !e.may(s) {
		return nil
	}
	return e.tried().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString puts something in the place of each match.
func (e *Expression) ReplaceAllString(s, by string) string {
	if !e.may(s) {
		return s
	}
	return e.tried().ReplaceAllString(s, by)
}

// ReplaceAllStringFunc puts what is made of it in the place of each match.
func (e *Expression) ReplaceAllStringFunc(s string, by func(string) string) string {
	if !e.may(s) {
		return s
	}
	return e.tried().ReplaceAllStringFunc(s, by)
}

// maxWords is how many words are looked for before an expression is tried at most, and
// maxAnchored before one that begins where a text does: that fails soon by itself.
const maxWords, maxAnchored = 40, 10

// wordsOf are words of which each match of an expression holds one; nil if there are none
// that are worth being looked for. Of one that takes capitals for small letters they are
// small, and held by what smallOf makes of a match.
func wordsOf(expr string) (words []string, small bool) {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err)
	}
	small = foldsCase(re)
	words = heldBy(re, small).best()
	if isAnchored(re) && len(words) > maxAnchored {
		return nil, false
	}
	return words, small && words != nil
}

// foldsCase reports whether an expression takes capitals for small letters anywhere.
func foldsCase(re *syntax.Regexp) bool {
	return re.Op == syntax.OpLiteral && re.Flags&syntax.FoldCase != 0 || slices.ContainsFunc(re.Sub, foldsCase)
}

// smallOf is the small letter that stands for a letter.
func smallOf(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf:
		return r
	case r == 'ſ': // which an expression takes for an s
		return 's'
	}
	return unicode.ToLower(r)
}

// isSmallOf reports whether one small letter stands for all that an expression takes for r.
func isSmallOf(r rune) bool {
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		if smallOf(other) != smallOf(r) {
			return false
		}
	}
	return true
}

// isAnchored reports whether an expression begins where a text begins, whatever follows.
func isAnchored(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return isAnchored(re.Sub[0])
	case syntax.OpAlternate:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !isAnchored(sub) })
	}
	return false
}

// A held is what is known of the matches of an expression.
type held struct {
	whole []string // all matches there can be; nil: too many
	one   []string // each match holds one of these; nil: nothing is known
}

// best are the words that are best looked for.
func (h held) best() []string { return better(h.one, worthy(h.whole)) }

// heldBy finds it out.
func heldBy(re *syntax.Regexp, small bool) held {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return held{whole: []string{""}}
	case syntax.OpLiteral:
		switch {
		case !small:
			return held{whole: []string{string(re.Rune)}}
		case re.Flags&syntax.FoldCase == 0 || !slices.ContainsFunc(re.Rune, func(r rune) bool { return !isSmallOf(r) }):
			return held{whole: []string{strings.Map(smallOf, string(re.Rune))}}
		}
	case syntax.OpCharClass:
		return held{whole: fewOf(re.Rune, small)}
	case syntax.OpCapture:
		return heldBy(re.Sub[0], small)
	case syntax.OpQuest:
		if h := heldBy(re.Sub[0], small); h.whole != nil {
			return held{whole: append(slices.Clone(h.whole), "")}
		}
	case syntax.OpPlus:
		return held{one: heldBy(re.Sub[0], small).best()}
	case syntax.OpRepeat:
		if re.Min > 0 {
			return held{one: heldBy(re.Sub[0], small).best()}
		}
	case syntax.OpConcat:
		return heldInRow(re.Sub, small)
	case syntax.OpAlternate:
		return heldByEither(re.Sub, small)
	}
	return held{}
}

// fewOf are the letters of a class, if they are a few.
func fewOf(ranges []rune, small bool) (all []string) {
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			one := r
			if small {
				one = smallOf(r)
			}
			if len(all) == 8 {
				return nil
			}
			if !slices.Contains(all, string(one)) {
				all = append(all, string(one))
			}
		}
	}
	return all
}

// heldInRow is what expressions hold that follow one another.
func heldInRow(subs []*syntax.Regexp, small bool) (h held) {
	row, whole := []string{""}, true // of those since the last of which there can be too many
	for _, sub := range subs {
		next := heldBy(sub, small)
		if next.whole != nil && len(row)*len(next.whole) <= maxWords {
			row = joined(row, next.whole)
			continue
		}
		whole = false
		h.one = better(better(h.one, worthy(row)), next.best())
		if row = next.whole; row == nil {
			row = []string{""}
		}
	}
	if whole {
		return held{whole: row}
	}
	h.one = better(h.one, worthy(row))
	return h
}

// joined are the words that begin with one and end with another.
func joined(begin, end []string) (all []string) {
	for _, b := range begin {
		for _, e := range end {
			all = append(all, b+e)
		}
	}
	return all
}

// heldByEither is what one of several expressions holds.
func heldByEither(subs []*syntax.Regexp, small bool) (h held) {
	whole, known := true, true
	for _, sub := range subs {
		one := heldBy(sub, small)
		h.whole = append(h.whole, one.whole...)
		whole = whole && one.whole != nil
		best := one.best()
		h.one = append(h.one, best...)
		known = known && best != nil
	}
	if !whole || len(h.whole) > maxWords {
		h.whole = nil
	}
	if h.one = worthy(h.one); !known {
		h.one = nil
	}
	return h
}

// worthy are words that are worth being looked for, without those that hold another of
// them; nil if one is too short, or they are too many.
func worthy(words []string) (all []string) {
	for i, w := range words {
		if len(w) == 0 || len(w) == 1 && (unicode.IsLetter(rune(w[0])) || w == " ") {
			return nil
		}
		covered := slices.ContainsFunc(words[:i], func(other string) bool { return strings.Contains(w, other) }) ||
			slices.ContainsFunc(words[i+1:], func(other string) bool { return other != w && strings.Contains(w, other) })
		if !covered {
			all = append(all, w)
		}
	}
	if len(all) > maxWords {
		return nil
	}
	return all
}

// better are those of two sets of words that are longer and fewer.
func better(a, b []string) []string {
	if a == nil || b != nil && worth(b) > worth(a) {
		return b
	}
	return a
}

func worth(words []string) int {
	shortest := 6
	for _, w := range words {
		shortest = min(shortest, len(w))
	}
	return 4*shortest - len(words)
}
