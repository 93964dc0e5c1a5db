package worddiff

import "strings"

// A Kind says what became of some words.
type Kind int

// The kinds.
const (
	Same Kind = iota
	New
	Gone
	Left // words that stayed and are left out: see Shorten
)

// A Run is words in a row of which the same is true.
type Run struct {
	Kind  Kind
	Words []string
}

// String joins the words.
func (r Run) String() string { return strings.Join(r.Words, " ") }

// mostCells bounds the table in which two texts are compared: texts of 2,000 words
// each fit. What is longer counts as rewritten.
const mostCells = 4 << 20

// Compare gives the words of both texts in one row. Same and New in their order
// are the new text, Same and Gone the old one; where words were replaced, those
// that are gone stand first.
func Compare(before, after string) (runs []Run) {
	a, b := strings.Fields(before), strings.Fields(after)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	runs = add(runs, Same, a[:head]...)
	runs = between(runs, a[head:len(a)-tail], b[head:len(b)-tail])
	return add(runs, Same, a[len(a)-tail:]...)
}

// between compares what has no common beginning and no common end.
func between(runs []Run, a, b []string) []Run {
	if len(a)*len(b) > mostCells {
		return add(add(runs, Gone, a...), New, b...)
	}
	common := lengths(numbered(a, b))
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		same, gone, fresh := i, i, j
		for ; i < len(a) && j < len(b) && a[i] == b[j]; j++ {
			i++
		}
		if i > same {
			runs = add(runs, Same, a[same:i]...)
			continue
		}
		for i < len(a) && j < len(b) && a[i] != b[j] {
			if common[i+1][j] >= common[i][j+1] {
				i++
			} else {
				j++
			}
		}
		runs = add(add(runs, Gone, a[gone:i]...), New, b[fresh:j]...)
	}
	return add(add(runs, Gone, a[i:]...), New, b[j:]...)
}

// numbered gives each word a number, the same in both: numbers are compared millions of
// times.
func numbered(a, b []string) (na, nb []int) {
	numbers := map[string]int{}
	of := func(words []string) []int {
		all := make([]int, len(words))
		for i, w := range words {
			n, known := numbers[w]
			if !known {
				n = len(numbers)
				numbers[w] = n
			}
			all[i] = n
		}
		return all
	}
	return of(a), of(b)
}

// lengths has, for every place in both, how many words the longest common sequence
// of what comes from there has.
func lengths(a, b []int) [][]uint16 {
	table := make([][]uint16, len(a)+1)
	for i := range table {
		table[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}

// add lengthens the last run, or begins one. Words that are gone stand before new
// ones that they were replaced by.
func add(runs []Run, kind Kind, words ...string) []Run {
	last := len(runs) - 1
	switch {
	case len(words) == 0:
		return runs
	case last >= 0 && runs[last].Kind == kind:
		runs[last].Words = append(runs[last].Words[:len(runs[last].Words):len(runs[last].Words)], words...)
		return runs
	case kind == Gone && last >= 0 && runs[last].Kind == New:
		replacing := runs[last]
		return append(add(runs[:last], Gone, words...), replacing)
	}
	return append(runs, Run{kind, words})
}

// Rewritten reports whether so little of both texts stayed that marks between the
// words would only confuse: less than a third.
func Rewritten(runs []Run) bool {
	same, all := 0, 0
	for _, r := range runs {
		all += len(r.Words)
		if r.Kind == Same {
			same += len(r.Words)
		}
	}
	return same*3 < all
}

// fewest is how many words are worth leaving out.
const fewest = 4

// Shorten leaves out the middle of what did not change, so that at each side of a
// change so many words stay.
func Shorten(runs []Run, keep int) (short []Run) {
	for i, r := range runs {
		before, after := keep, keep
		if i == 0 {
			before = 0
		}
		if i == len(runs)-1 {
			after = 0
		}
		if r.Kind != Same || len(r.Words) < before+after+fewest {
			short = append(short, r)
			continue
		}
		if before > 0 {
			short = append(short, Run{Same, r.Words[:before]})
		}
		short = append(short, Run{Left, r.Words[before : len(r.Words)-after]})
		if after > 0 {
			short = append(short, Run{Same, r.Words[len(r.Words)-after:]})
		}
	}
	return short
}
