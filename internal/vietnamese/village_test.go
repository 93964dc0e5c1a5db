package vietnamese_test

import (
	"strings"
	"testing"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

func TestVillagesAreTheSameWithoutMarks(t *testing.T) {
	if got := strings.ReplaceAll(letters.Fold(vietnamese.MarkedVillage), " ", "|"); got != vietnamese.Village {
		t.Errorf("without marks they are %s, not %s", got, vietnamese.Village)
	}
}

func TestMonthsAreTheSameWithoutMarks(t *testing.T) {
	for word, n := range vietnamese.Months {
		if folded := letters.Fold(word); vietnamese.Number(folded)+vietnamese.MonthNames[folded] != n {
			t.Errorf("%s is month %d", word, n)
		}
	}
}

func TestNamesVillage(t *testing.T) {
	for text, want := range map[string]bool{"Bản Nà Cúng": true, "tổ dân phố 3": true, "Ấp 5": true, "bản": false, "bảng 3": false, "Trường Bản Lang": false} {
		if vietnamese.NamesVillage(text) != want {
			t.Errorf("%q names a village: %v", text, !want)
		}
	}
}
