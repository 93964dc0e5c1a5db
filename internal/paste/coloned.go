package paste

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// coloned puts a colon behind labels that begin lines without one: "Chức vụ Nhân
// viên". There are at least two of them, and three labels in all, else they are words.
func coloned(lines []string) []string {
	if len(lines) < 3 {
		return lines
	}
	with, without := 0, map[int]int{}
	for i, line := range lines {
		if labelled(line) {
			with++
		} else if n := labelWords(Unnumbered(line)); n > 0 {
			without[i] = n
		}
	}
	if len(without) < 2 || with+len(without) < 3 {
		return lines
	}
	all := append([]string(nil), lines...)
	for i, n := range without {
		words := strings.Fields(Unnumbered(all[i]))
		all[i] = strings.Join(words[:n], " ") + ": " + strings.Join(words[n:], " ")
	}
	return all
}

// labelWords is how many words with which a line begins are a label of two words or
// more, or one that stands for nothing else, before a value.
func labelWords(line string) int {
	words := strings.Fields(line)
	for n := min(len(words)-1, 4); n >= 2; n-- {
		key := texts.FieldOf(strings.Join(words[:n], " "))
		value := words[n]
		switch {
		case key == "" || strings.ContainsAny(strings.Join(words[:n], ""), ",.;:"):
		case key == "summary" && !ofLabel[letters.Fold(value)], letters.Capital(value), unicodeDigit(value):
			return n
		}
	}
	return 0
}

// ofLabel are words that go on from a label's first words as a sentence does.
var ofLabel = letters.Set("cua la nay tren da do duoc rat noi nhu tot")

func unicodeDigit(word string) bool { return word[0] >= '0' && word[0] <= '9' }
