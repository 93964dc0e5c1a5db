package vietnamese

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed families.txt
var familiesText string

// FamilyNames are the family names of the peoples of Viet Nam, with their marks.
func FamilyNames() []string { return families().marked }

// BareFamilyNames are those that are known without their marks as well; some still have
// them here.
func BareFamilyNames() []string { return families().bare }

type familyNames struct{ marked, bare []string }

var families = sync.OnceValue(func() (all familyNames) {
	marked, bare, _ := strings.Cut(familiesText, "[bare]")
	for line := range strings.Lines(marked) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.FieldsSeq(line) {
			name, known := strings.CutSuffix(name, "*")
			all.marked = append(all.marked, name)
			if known {
				all.bare = append(all.bare, name)
			}
		}
	}
	all.bare = append(all.bare, strings.Fields(bare)...)
	return all
})
