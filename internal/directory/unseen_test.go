package directory

import (
	"errors"
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A unit whose name cannot be seen has none.
func TestNamesThatCannotBeSeen(t *testing.T) {
	for _, name := range []string{"\u3164", "\u200b", "\u2800", "\u00ad", "\u0301\u0323", "\u3164\u200b \u2800"} {
		_, err := Read(t.Context(), []byte("Mã;Tên đơn vị\nPT001;"+name+"\n"), report.Directory{}, "")
		var problems Problems
		if !errors.As(err, &problems) || len(problems) != 1 || problems[0].Says != texts.UnitNameMissing() {
			t.Errorf("%q: %v", name, err)
		}
	}
}
