package vietnamese

import (
	"slices"
	"strings"
	"testing"
)

func TestFamilyNames(t *testing.T) {
	for _, name := range FamilyNames() {
		if strings.Trim(name, "*[]#") != name || strings.ToLower(name) == name {
			t.Errorf("%q is no family name", name)
		}
	}
	if !slices.Contains(FamilyNames(), "Triệu") || slices.Contains(BareFamilyNames(), "Triệu") || !slices.Contains(BareFamilyNames(), "Lò") || !slices.Contains(BareFamilyNames(), "phu") {
		t.Error("Triệu is a family name with its marks only, Lò with and without, Phu without only")
	}
}
