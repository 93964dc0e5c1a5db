package app

import (
	"strings"
	"testing"
	"time"

	"guongsang/internal/assess"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The letter of 2024 is /UBND-NV, Lưu: VT, NV. Configurations from before there were
// two symbols stay what they were.
func TestSymbols(t *testing.T) {
	for _, c := range []struct {
		org  Organization
		want digest.Symbols
	}{
		{Organization{}, digest.Symbols{}},
		{Organization{DocumentSymbol: "VHXH"}, digest.Symbols{Report: "VHXH", Letter: "VHXH", Kept: "VHXH"}},
		{Organization{IssuingSymbol: "VHXH"}, digest.Symbols{Report: "VHXH", Letter: "VHXH"}},
		{Organization{IssuingSymbol: "UBND", DraftingSymbol: "NV"}, digest.Symbols{Report: "UBND", Letter: "UBND-NV", Kept: "NV"}},
	} {
		if got := c.org.symbols(); got != c.want {
			t.Errorf("%+v: %+v, want %+v", c.org, got, c.want)
		}
	}
}

// check says what stands on documents, how the old key is understood, and which bases
// documents of the day do not refer to.
func TestShowLetterhead(t *testing.T) {
	day := func(y int, m time.Month, d int) Date { return Date{report.NewDate(y, m, d)} }
	cfg := Defaults()
	cfg.Organization = Organization{
		Name: "UBND xã Phong Thổ", Parent: "UBND tỉnh Lai Châu", StandingAgency: "Phòng Văn hóa - Xã hội", DocumentSymbol: "VHXH",
		LegalBases: []LegalBasis{
			{Name: "Luật A", Date: day(2022, 6, 15), From: day(2024, 1, 1)}, {Name: "Nghị định B", Date: day(2023, 12, 31), To: day(2025, 6, 30)},
			{Name: "Luật C", Date: day(2026, 4, 23), From: day(2026, 10, 1)}, {Name: "Thông tư D", Date: day(2026, 9, 1)},
		},
	}
	shown := func(today report.Date) string {
		var b strings.Builder
		showLetterhead(&b, cfg, today)
		return strings.ReplaceAll(b.String(), "\u00A0", " ")
	}
	const old = "organization.document_symbol là cách ghi cũ"
	got := shown(report.NewDate(2026, 8, 31))
	for _, want := range []string{
		"Phòng Văn hóa - Xã hội ban hành, cơ quan cấp trên: UBND xã Phong Thổ; báo cáo “Số:        /BC-VHXH”, công văn “Số:        /VHXH”, Lưu: VT, VHXH\n", old,
		"đã hết hiệu lực (đến hết 30/06/2025), văn bản không trích dẫn nữa: Nghị định B.", "từ 01/10/2026 mới trích dẫn: Luật C.", "từ 01/09/2026 mới trích dẫn: Thông tư D.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Luật A") {
		t.Errorf("what is in force is told:\n%s", got)
	}
	cfg.Organization.DocumentSymbol, cfg.Organization.IssuingSymbol, cfg.Organization.DraftingSymbol, cfg.Organization.IssuedBy = "", "UBND", "VHXH", ByOrganization
	got = shown(report.NewDate(2026, 10, 1))
	if want := "UBND xã Phong Thổ ban hành, cơ quan cấp trên: không ghi; báo cáo “Số:        /BC-UBND”, công văn “Số:        /UBND-VHXH”, Lưu: VT, VHXH\n"; !strings.Contains(got, want) || strings.Contains(got, old) || strings.Contains(got, "mới trích dẫn") {
		t.Error(got)
	}
	cfg.Organization.Form = "Đảng"
	if got = shown(report.NewDate(2026, 10, 1)); !strings.Contains(got, "“Số        -BC/UBND”") {
		t.Error(got)
	}
}

// A document refers to what is in force on its own day, the first and the last day too.
func TestBasesOfADay(t *testing.T) {
	org := Organization{LegalBases: []LegalBasis{
		{Name: "cũ", Date: Date{report.NewDate(2023, 12, 31)}, From: Date{report.NewDate(2024, 1, 1)}, To: Date{report.NewDate(2025, 6, 30)}},
		{Name: "mới", Date: Date{report.NewDate(2025, 6, 14)}, From: Date{report.NewDate(2025, 7, 1)}},
		{Name: "nhà nước", Date: Date{report.NewDate(2019, 1, 24)}, StateOnly: true},
	}}
	for _, c := range []struct {
		day  report.Date
		form report.LetterForm
		want string
	}{
		{report.NewDate(2023, 12, 31), report.StateForm, "nhà nước"},
		{report.NewDate(2024, 1, 1), report.StateForm, "cũ nhà nước"},
		{report.NewDate(2025, 6, 30), report.BranchForm, "cũ nhà nước"},
		{report.NewDate(2025, 7, 1), report.StateForm, "mới nhà nước"},
		{report.NewDate(2025, 7, 1), report.PartyForm, "mới"},
		{report.NewDate(2025, 7, 1), report.MassForm, "mới"},
	} {
		var names []string
		for _, b := range texts.BasesOn(c.day, c.form, org.bases()) {
			names = append(names, b.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.day, c.form, got, c.want)
		}
	}
}

// What the drafted tasks say is done by who stands at the top of the report.
func TestTasksNameTheIssuer(t *testing.T) {
	cfg := Defaults()
	cfg.Organization.Name, cfg.Organization.StandingAgency = "UBND xã Ví Dụ", "Phòng Văn hóa - Xã hội"
	for by, want := range map[string]string{ByAgency: "Phòng Văn hóa - Xã hội tiếp tục", ByOrganization: "UBND xã Ví Dụ tiếp tục"} {
		cfg.Organization.IssuedBy = by
		if got := cfg.Office().Finding(assess.Finding{Part: assess.Tasks}); !strings.HasPrefix(got, want) {
			t.Errorf("issued by %s: %s", by, got)
		}
	}
}
