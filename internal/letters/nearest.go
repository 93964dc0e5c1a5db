package letters

import "strings"

// Nearest finds the known word that a mistyped one may have been meant to be,
// or "" if none is near: at most a third of the letters differ, or one begins
// with the other.
func Nearest(word string, known []string) string {
	best, least := "", max(1, len(word)/3)+1
	for _, k := range known {
		if d := Distance(word, k); d < least {
			best, least = k, d
		}
	}
	for _, k := range known {
		if best == "" && len(word) > 3 && (strings.HasPrefix(k, word) || strings.HasPrefix(word, k)) {
			best = k
		}
	}
	return best
}

// Distance counts the letters to insert, delete or change, and takes two that
// are swapped as one.
func Distance(a, b string) int {
	above, row := make([]int, len(b)+1), make([]int, len(b)+1)
	before := make([]int, len(b)+1)
	for Distance := range row {
		row[Distance] = Distance
	}
	for i := 1; i <= len(a); i++ {
		before, above, row = above, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := above[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(above[j]+1, row[j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
