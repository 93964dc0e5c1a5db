package privacy

import "guongsang/internal/report"

// Names gives the people whom the name of an example means, each by the words
// of the name without diacritics, case and words of address, from the family name to
// the given name; an initial is a word of one letter. A name by which somebody is known besides stands
// behind as one more. Of a collective or a model it gives those who are named in it.
func Names(c report.Content) (all [][]string) {
	_, people := about(c)
	for _, p := range people {
		words := make([]string, len(p.name))
		for i, w := range p.name {
			words[i] = w.fold
		}
		all = append(all, words)
	}
	return all
}

// IsFamilyName reports whether a word is a family name of one of the peoples of
// Viet Nam, as it is written with its marks.
func IsFamilyName(word string) bool {
	words := cut(word).words
	return len(words) > 0 && lexis().families[words[0].spell]
}
