package directory

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// What an officer says of a unit in chat is taken and refused as in a list.
func TestEdit(t *testing.T) {
	d := report.NewDirectory([]report.Unit{
		{Code: "PT001", Name: "Một", Block: "Khối 1", Month: true, Superior: "UBND xã"}, {Code: "PT002", Name: "Hai", Successor: "PT003"}, {Code: "PT003", Name: "Ba"},
	})
	for cells, want := range map[string]string{
		"code=PT001 name=Mới":                       "",
		"code=PT001 name=Một block=":                "",
		"code=PT009 name=Chín":                      "",
		"code=PT001 name=Một successor=PT003,pt002": "",
		"code=PT001 name=Một quota_month=x":         "không phải số gương",
		"code=PT001 name=Một roster=13":             "chưa đọc được",
		"code=PT001 name=":                          "Chưa có tên",
		"code=Đ1 name=Một":                          "ký tự",
		"code=PT001 name=Một successor=PT099":       "Không có đơn vị nào mã PT099",
		"code=PT003 name=Ba successor=PT002":        "vòng",
		"code=PT001 name=Một successor=PT001":       "vòng",
	} {
		row := map[string]string{}
		for cell := range strings.FieldsSeq(cells) {
			col, v, _ := strings.Cut(cell, "=")
			row[col] = v
		}
		u, err := Edit(d, row)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", cells, err, want)
		}
		if want == "" && row["code"] == "PT001" && u.Superior != "UBND xã" {
			t.Errorf("%s: what was not said is lost: %+v", cells, u)
		}
		if row["successor"] == "PT003,pt002" && !slices.Equal(u.Heirs(), []string{"PT003", "PT002"}) {
			t.Errorf("split into %v", u.Heirs())
		}
	}
}

// Lists with the newer columns are read, and those without them change nothing of them.
func TestNewerColumns(t *testing.T) {
	known := report.NewDirectory([]report.Unit{{Code: "PT001", Name: "Một", Superior: "UBND xã", Symbol: "MN", Successor: "PT002", Others: []string{"PT003"}}, {Code: "PT002", Name: "Hai"}, {Code: "PT003", Name: "Ba"}})
	list, err := Read(context.Background(), []byte("Mã,Tên đơn vị\nPT001,Một\n"), known, "")
	before, _ := known.Unit("PT001")
	if err != nil || len(list.Units) != 1 || len(report.Changed(before, list.Units[0])) != 0 {
		t.Errorf("an old list: %+v, %v", list.Units, err)
	}
	list, err = Read(context.Background(), []byte("Mã,Tên đơn vị,Cấp trên,Ký hiệu văn bản,Tập huấn từ,Đơn vị kế thừa\nPT001,Một,UBND tỉnh,MNM,24/11/2026,\"PT003, PT002\"\n"), known, "")
	if err != nil || len(list.Units) != 1 {
		t.Fatal(err)
	}
	u := list.Units[0]
	if got := fmt.Sprint(u.Superior, u.Symbol, u.Training, u.Heirs()); got != "UBND tỉnhMNM2026-11-24 [PT003 PT002]" {
		t.Error(got)
	}
}

// The form of letters goes by names that people use; an empty cell leaves it to the
// unit's name, and what is none is said.
func TestLetterForms(t *testing.T) {
	known := report.NewDirectory([]report.Unit{{Code: "PT001", Name: "Một", Form: report.PartyForm}, {Code: "PT002", Name: "Hai"}})
	for _, head := range []string{"Thể thức văn bản", "thể thức", "Mẫu văn bản", "FORM"} {
		for cell, want := range map[string]report.LetterForm{
			"Đảng": report.PartyForm, "nhà nước": report.StateForm, "Ngành dọc": report.BranchForm, "đoàn thể": report.MassForm, "Đoàn thanh niên": report.YouthForm,
			"Phiếu giới thiệu": report.SlipForm, "": "",
		} {
			list, err := Read(context.Background(), []byte("Mã,Tên đơn vị,"+head+"\nPT001,Một,"+cell+"\nPT002,Hai,phiếu\n"), known, "")
			if err != nil || len(list.Units) != 2 || list.Units[0].Form != want {
				t.Errorf("%s, %s: %+v, %v", head, cell, list.Units, err)
			}
		}
	}
	_, err := Read(context.Background(), []byte("Mã,Tên đơn vị,Thể thức\nPT001,Một,quân đội\n"), known, "")
	if err == nil || !strings.Contains(err.Error(), "Ghi một trong: nhà nước, ngành dọc") {
		t.Errorf("an unknown form: %v", err)
	}
}

// One unit changed in a directory of a province, beside the directory read whole.
func BenchmarkEditOne(b *testing.B) {
	var units []report.Unit
	for i := range 3321 {
		units = append(units, report.Unit{Code: fmt.Sprintf("PT%04d", i), Name: fmt.Sprintf("Trường %d", i), Block: fmt.Sprintf("Khối %d", i%20)})
	}
	d := report.NewDirectory(units)
	b.Run("edit", func(b *testing.B) {
		for b.Loop() {
			if _, err := Edit(d, map[string]string{"code": "PT1000", "name": "Mới"}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("with", func(b *testing.B) {
		for b.Loop() {
			d.With(report.Unit{Code: "PT1000", Name: "Mới"})
		}
	})
}
