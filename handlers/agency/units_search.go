package agency

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// search finds units by code, or else by all words of the name, without
// regard to diacritics, case, and i or y.
func search(d report.Directory, typed string) (found []report.Unit) {
	want := alike(typed)
	if want == "" {
		return nil
	}
	for _, u := range d.Units() {
		if alike(u.Code) == want {
			return []report.Unit{u}
		}
		if matches(alike(u.Code)+" "+alike(u.Name), want) {
			found = append(found, u)
		}
	}
	return found
}

func matches(text, want string) bool {
	for word := range strings.FieldsSeq(want) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// alike folds what is written in two ways: Ma Li Pho, Ma Ly Pho.
func alike(s string) string { return strings.ReplaceAll(letters.Fold(strings.TrimSpace(s)), "y", "i") }
