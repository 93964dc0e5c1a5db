package letterhead

import (
	"encoding/csv"
	"os"
	"testing"

	"guongsang/internal/report"
)

var (
	district = Office{"UBND huyện Phong Thổ", "UBND tỉnh Lai Châu"}
	commune  = Office{"UBND xã Phong Thổ", "UBND tỉnh Lai Châu"}
)

var formNames = map[report.LetterForm]string{
	report.StateForm: "nhà nước", report.BranchForm: "ngành dọc", report.MassForm: "đoàn thể", report.PartyForm: "Đảng",
	report.YouthForm: "Đoàn Thanh niên", report.SlipForm: "phiếu",
}

// The lists are those of a district before July 2025 and of a commune since, all
// units of both; what their letters are like was written down by usage before this
// package was.
func TestLettersOfAllUnits(t *testing.T) {
	for file, office := range map[string]Office{"district.csv": district, "commune.csv": commune} {
		f, err := os.Open("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			h := Of(report.Unit{Code: row[0], Block: row[1], Name: row[2]}, office)
			got := [4]string{formNames[h.Form], h.Superior, h.Name, h.Symbol}
			if want := [4]string(row[3:7]); got != want {
				t.Errorf("%s %s\n got %q\nwant %q", row[0], row[2], got, want)
			}
		}
	}
}

func TestHeads(t *testing.T) {
	province := Office{"UBND tỉnh Lai Châu", ""}
	party := Office{"Huyện ủy Phong Thổ", "Tỉnh ủy Lai Châu"}
	demo := Office{"UBND Phong Thổ (trình diễn)", "UBND tỉnh Lai Châu"}
	for _, c := range []struct {
		office Office
		unit   report.Unit
		want   Head
	}{
		// Levels.
		{district, report.Unit{Name: "Công an xã Dào San"}, Head{Form: report.BranchForm, Superior: "Công an huyện Phong Thổ", Name: "Công an xã Dào San"}},
		{district, report.Unit{Name: "Hội Nông dân xã Mường So"}, Head{Form: report.MassForm, Superior: "Hội Nông dân huyện Phong Thổ", Name: "Hội Nông dân xã Mường So"}},
		{district, report.Unit{Name: "Trạm Y tế xã Dào San"}, Head{Form: report.StateForm, Superior: "Trung tâm Y tế huyện Phong Thổ", Name: "Trạm Y tế xã Dào San", Signer: "TRƯỞNG TRẠM"}},
		{district, report.Unit{Name: "UBND xã Dào San"}, Head{Form: report.StateForm, Name: "Ủy ban nhân dân xã Dào San", Symbol: "UBND", Place: "Dào San", Signer: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"}},
		{province, report.Unit{Name: "Sở Nội vụ"}, Head{Form: report.StateForm, Superior: "UBND tỉnh Lai Châu", Name: "Sở Nội vụ"}},
		{province, report.Unit{Name: "UBND xã Phong Thổ"}, Head{Form: report.StateForm, Name: "Ủy ban nhân dân xã Phong Thổ", Symbol: "UBND", Place: "Phong Thổ", Signer: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"}},
		{province, report.Unit{Name: "Công an tỉnh"}, Head{Form: report.BranchForm, Name: "Công an tỉnh Lai Châu"}},
		{province, report.Unit{Name: "Tỉnh đoàn"}, Head{Form: report.YouthForm, Name: "Tỉnh đoàn Lai Châu", Symbol: "ĐTN"}},
		{province, report.Unit{Name: "Ban Tổ chức Tỉnh ủy"}, Head{Form: report.PartyForm, Superior: "Tỉnh ủy Lai Châu", Name: "Ban Tổ chức", Symbol: "BTCTU"}},
		{commune, report.Unit{Name: "Thuế cơ sở 3"}, Head{Form: report.BranchForm, Superior: "Thuế tỉnh Lai Châu", Name: "Thuế cơ sở 3"}},
		{commune, report.Unit{Name: "Kho bạc Nhà nước Khu vực X"}, Head{Form: report.BranchForm, Name: "Kho bạc Nhà nước Khu vực X"}},
		{commune, report.Unit{Name: "Tòa án nhân dân khu vực 3"}, Head{Form: report.BranchForm, Superior: "Tòa án nhân dân tỉnh Lai Châu", Name: "Tòa án nhân dân khu vực 3"}},
		{demo, report.Unit{Name: "Công an huyện"}, Head{Form: report.BranchForm, Superior: "Công an tỉnh Lai Châu", Name: "Công an huyện Phong Thổ"}},
		{demo, report.Unit{Name: "Phòng Nội vụ"}, Head{Form: report.StateForm, Superior: "UBND Phong Thổ (trình diễn)", Name: "Phòng Nội vụ", Signer: "TRƯỞNG PHÒNG"}},
		{Office{"UBND xã A", ""}, report.Unit{Name: "Trường THPT A"}, Head{Form: report.StateForm, Name: "Trường THPT A", Signer: "HIỆU TRƯỞNG"}}, // the province is not said, and not guessed

		// The Party.
		{district, report.Unit{Name: "Huyện uỷ Phong Thổ"}, Head{Form: report.PartyForm, Superior: "Đảng bộ tỉnh Lai Châu", Name: "Huyện uỷ Phong Thổ", Symbol: "HU"}},
		{district, report.Unit{Name: "Đảng ủy xã Dào San"}, Head{Form: report.PartyForm, Superior: "Đảng bộ huyện Phong Thổ", Name: "Đảng ủy xã Dào San", Symbol: "ĐU"}},
		{commune, report.Unit{Name: "Chi bộ bản Nà Cúng"}, Head{Form: report.PartyForm, Superior: "Đảng bộ xã Phong Thổ", Name: "Chi bộ bản Nà Cúng", Symbol: "CB"}},
		{commune, report.Unit{Name: "Ban Tuyên giáo và Dân vận Đảng ủy"}, Head{Form: report.PartyForm, Superior: "Đảng ủy xã Phong Thổ", Name: "Ban Tuyên giáo và Dân vận", Symbol: "BTGDVĐU"}},
		{commune, report.Unit{Name: "Thường trực", Block: "Các cơ quan Đảng"}, Head{Form: report.PartyForm, Superior: "Đảng ủy xã Phong Thổ", Name: "Thường trực", Symbol: "TT"}},
		{party, report.Unit{Name: "Ban Tuyên giáo Huyện ủy"}, Head{Form: report.PartyForm, Superior: "Huyện ủy Phong Thổ", Name: "Ban Tuyên giáo", Symbol: "BTGHU"}},

		{commune, report.Unit{Name: "Văn phòng HĐND và UBND xã"}, Head{Form: report.StateForm, Superior: "UBND xã Phong Thổ", Name: "Văn phòng HĐND và UBND xã Phong Thổ", Signer: "CHÁNH VĂN PHÒNG"}},

		// Villages, by name, kind or block.
		{commune, report.Unit{Name: "Tổ dân phố số 3"}, Head{Form: report.SlipForm, Superior: "xã Phong Thổ", Name: "Tổ dân phố số 3", Signer: "TỔ TRƯỞNG"}},
		{commune, report.Unit{Name: "Bản Nà Cúng"}, Head{Form: report.SlipForm, Superior: "xã Phong Thổ", Name: "Bản Nà Cúng", Signer: "TRƯỞNG BẢN"}},
		{commune, report.Unit{Name: "Ban Quản lý rừng"}, Head{Form: report.StateForm, Superior: "UBND xã Phong Thổ", Name: "Ban Quản lý rừng"}}, // ban is not bản
		{commune, report.Unit{Name: "Nà Cúng", Kind: "bản"}, Head{Form: report.SlipForm, Superior: "xã Phong Thổ", Name: "Nà Cúng"}},
		{commune, report.Unit{Name: "Đội sản xuất 3"}, Head{Form: report.SlipForm, Superior: "xã Phong Thổ", Name: "Đội sản xuất 3"}},

		// What the list says wins.
		{commune, report.Unit{Name: "Trường THPT A", Superior: "Sở GD&ĐT Lai Châu", Symbol: "THPTA"},
			Head{Form: report.StateForm, Superior: "Sở GD&ĐT Lai Châu", Name: "Trường THPT A", Symbol: "THPTA", Signer: "HIỆU TRƯỞNG"}},
		{commune, report.Unit{Name: "Ban Chỉ huy Quân sự xã", Form: report.BranchForm}, Head{Form: report.BranchForm, Superior: "Bộ Chỉ huy Quân sự tỉnh Lai Châu", Name: "Ban Chỉ huy Quân sự xã Phong Thổ", Signer: "CHỈ HUY TRƯỞNG"}},
		{commune, report.Unit{Name: "Công an xã", Form: report.StateForm}, Head{Form: report.StateForm, Superior: "UBND xã Phong Thổ", Name: "Công an xã Phong Thổ"}},
		{commune, report.Unit{Name: "Hội trường xã", Form: report.SlipForm}, Head{Form: report.SlipForm, Superior: "xã Phong Thổ", Name: "Hội trường xã Phong Thổ"}},
	} {
		if got := Of(c.unit, c.office); got != c.want {
			t.Errorf("%s in %s\n got %+v\nwant %+v", c.unit.Name, c.office.Organization, got, c.want)
		}
	}
}

func TestAgencies(t *testing.T) {
	for _, c := range []struct{ agency, organization, parent, superior, name string }{
		{"Phòng Văn hóa - Xã hội", "UBND xã Phong Thổ", "UBND tỉnh Lai Châu", "UBND xã Phong Thổ", "Phòng Văn hóa - Xã hội"},
		{"UBND huyện Phong Thổ", "UBND huyện Phong Thổ", "UBND tỉnh Lai Châu", "", "Ủy ban nhân dân huyện Phong Thổ"},
		{"Sở Nội vụ", "Sở Nội vụ", "UBND tỉnh Lai Châu", "UBND tỉnh Lai Châu", "Sở Nội vụ"},
		{"Ban Thi đua - Khen thưởng", "Sở Nội vụ", "UBND tỉnh Lai Châu", "Sở Nội vụ", "Ban Thi đua - Khen thưởng"},
		{"Ban Tuyên giáo Huyện ủy", "Huyện ủy Phong Thổ", "Tỉnh ủy Lai Châu", "Huyện ủy Phong Thổ", "Ban Tuyên giáo"},
		{"Huyện ủy Phong Thổ", "Huyện ủy Phong Thổ", "Tỉnh ủy Lai Châu", "Đảng bộ tỉnh Lai Châu", "Huyện ủy Phong Thổ"},
	} {
		h := OfAgency(report.Unit{Name: c.agency}, Office{c.organization, c.parent})
		if h.Superior != c.superior || h.Name != c.name {
			t.Errorf("%s: %+v", c.agency, h)
		}
	}
}

func TestTied(t *testing.T) {
	for name, want := range map[string]string{
		"Ủy ban nhân dân xã Dào San": "Ủy ban nhân dân xã\u00A0Dào\u00A0San", "Phòng Văn hóa - Xã hội": "Phòng Văn hóa - Xã hội", "": "", "Bản Nà Cúng": "Bản Nà Cúng",
	} {
		if got := Tied(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
