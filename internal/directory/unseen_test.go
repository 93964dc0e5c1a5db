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

// A list whose columns are parted by bars is read as notes and web pages write it: with
// a bar on both sides, and with the row of dashes below the header.
func TestBars(t *testing.T) {
	for _, file := range []string{
		"Mã|Tên đơn vị|Khối\nPT001|Trường Mầm non Hoa Ban|Khối 1\nPT002|Trạm Y tế|Khối 2\n",
		"| Mã | Tên đơn vị | Khối |\n| PT001 | Trường Mầm non Hoa Ban | Khối 1 |\n| PT002 | Trạm Y tế | Khối 2 |\n",
		"| Mã | Tên đơn vị | Khối |\n|----|:-----------|:---:|\n| PT001 | Trường Mầm non Hoa Ban | Khối 1 |\n| PT002 | Trạm Y tế | Khối 2 |\n",
		"DANH SÁCH ĐƠN VỊ\n\nMã | Tên đơn vị | Khối\n--- | --- | ---\nPT001 | Trường Mầm non Hoa Ban | Khối 1\nPT002 | Trạm Y tế | Khối 2\n",
	} {
		list, err := Read(t.Context(), []byte(file), report.Directory{}, "")
		if err != nil {
			t.Errorf("%q: %v", file, err)
			continue
		}
		if len(list.Units) != 2 || list.Units[0].Name != "Trường Mầm non Hoa Ban" || list.Units[1].Code != "PT002" || list.Units[1].Block != "Khối 2" || len(list.Notices) > 1 {
			t.Errorf("%q: %+v, %q", file, list.Units, list.Notices)
		}
	}
}
