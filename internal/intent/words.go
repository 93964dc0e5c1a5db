package intent

import (
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// A sentence is a text as words. What people leave out, shorten and mistype is
// put right as far as it is certain: "k", "ko" and "hok" are "khong", "t11" is
// "thang 11", and "khoong" is what a keyboard left of "không".
type Sentence struct {
	Text  string
	All   []string // every word, folded and in full
	spoke []int    // numbers in the lexicon, or -1, of all words but the polite; words that make one are one
	known int      // so many of a hundred words are in the lexicon, or polite
}

// Words splits a clean text into words. They are shared by all who ask for them.
func Words(text string) Sentence { return words(text) }

var words = letters.RememberLast(split)

func split(text string) Sentence {
	s := Sentence{Text: text}
	for word := range strings.FieldsFuncSeq(signed.Replace(letters.Fold(unlike.Replace(text))), letters.NotOfWord) {
		s.All = append(s.All, InFull(word)...)
	}
	s.number()
	return s
}

// unlike is "tối", told from "tôi" where it has its mark, and a name that many women
// of the border have from "mấy": it becomes a word that asks for nothing.
var unlike = strings.NewReplacer(append(repairs(),
	texts.ManyAsName, "em", texts.Evening, "chieu", texts.Cap(texts.Evening), "chieu", strings.ToUpper(texts.Evening), "chieu")...)

// repairs are the phrases in which a word for to heal, which without its mark is "not yet",
// asks for something to be put right.
func repairs() (all []string) {
	for _, behind := range texts.BehindRepair {
		all = append(all, texts.Repair+" "+behind, "sua "+behind)
	}
	return all
}

// number finds the words in the lexicon, the longest that make one first.
func (s *Sentence) number() {
	l, known := learned(), 0
	for at := 0; at < len(s.All); {
		number, n := l.longest(s.All[at:])
		switch {
		case n > 1:
		case Polite[s.All[at]]:
			known, at = known+1, at+1
			continue
		case number < 0 && letters.IsDigits(s.All[at]):
			number = l.numberOf("#")
		}
		if number >= 0 {
			known += n
		}
		s.spoke, at = append(s.spoke, number), at+n
	}
	s.known = known * 100 / max(1, len(s.All))
}

// longest is the number of the longest run of words in the lexicon with which
// some words begin, or -1 and one word.
func (l *lexicon) longest(words []string) (number, n int) {
	for n := min(l.longestRun, len(words)); n > 1; n-- {
		if !l.joined[words[0]] {
			break
		}
		if number := l.numberOf(strings.Join(words[:n], "_")); number >= 0 {
			return number, n
		}
	}
	return l.numberOf(words[0]), 1
}

// InFull writes a word as it is meant.
func InFull(word string) []string {
	if full, ok := short[word]; ok {
		return full
	}
	if familiar(word) {
		return []string{word}
	}
	if head, digits := splitNumber(word); digits != "" {
		if full, ok := beforeNumber[head]; ok {
			return []string{full, digits}
		}
	}
	if letters.IsDigits(word) {
		return []string{word}
	}
	return retyped(word)
}

// familiar reports whether a word is one of the lexicon, a part of one, or polite.
func familiar(word string) bool {
	l := learned()
	return l.numberOf(word) >= 0 || l.parts[word] || Polite[word]
}

// splitNumber splits "t11" and "q4" into what stands before the digits and
// these; no digits: it is no such word.
func splitNumber(word string) (head, digits string) {
	at := strings.IndexFunc(word, unicode.IsDigit)
	if at < 1 || !letters.IsDigits(word[at:]) {
		return "", ""
	}
	return word[:at], word[at:]
}

// retyped reads a word in which a keyboard left its marks as letters (Telex:
// "khoong", "guiwr") or digits (VNI: "kho6ng"). It is the word that it stands
// for if that is known, else as it is.
func retyped(word string) []string {
	untyped := letters.Untyped(word)
	for _, w := range untyped {
		if full, ok := short[w]; ok && w != word && len(w) > 1 {
			return full
		}
		if w != word && w != "" && familiar(w) {
			return []string{w}
		}
	}
	if bare := untyped[0]; bare != "" && strings.ContainsAny(word, "0123456789") && !letters.IsDigits(word) {
		return []string{bare}
	}
	return []string{word}
}

// mend puts known words in place of those that are one slip away from them, if
// that are few. Not ok means that there is nothing to mend.
func (s Sentence) mend() (m Sentence, ok bool) {
	m.Text = s.Text
	n := 0
	for _, word := range s.All {
		if !familiar(word) && len(word) >= 3 && !letters.IsDigits(word) {
			if near := nearWord(word); near != "" {
				word, n = near, n+1
			}
		}
		m.All = append(m.All, word)
	}
	m.number()
	return m, n > 0 && n*2 <= len(s.All)+1
}

// nearWord is the only known word that is one slip away from a word, or "".
func nearWord(word string) (near string) {
	for _, w := range learned().slippery {
		if letters.OneSlip(word, w) {
			if near != "" {
				return ""
			}
			near = w
		}
	}
	return near
}
