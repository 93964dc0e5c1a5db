package digest_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

var out = flag.String("out", "", "folder to which the documents are written, to be looked at")

// documents are the cases that are read as a whole.
func documents(t testing.TB) map[string][]byte { return documentsFrom(t, nil) }

// documentsFrom makes them from an agency's own templates, by name.
func documentsFrom(t testing.TB, templates map[string][]byte) map[string][]byte {
	t.Helper()
	october := source(november.Add(-1), 16, nil).Summary
	third := source(fourth.Add(-1), 20, nil).Summary
	small := source(november, 12, nil).Summary
	small.Gaps = small.Gaps[:3]
	small.Total.Missing, small.Total.Unconnected, small.Total.Unreachable = 3, len(small.GapsOf(report.Unconnected)), len(small.GapsOf(report.Unreachable))
	files := map[string][]byte{}
	add := func(name string, file []byte, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files[name] = file
	}
	for name, in := range map[string]digest.ReportInput{
		"report-month": source(november, 19, &october), "report-quarter": source(fourth, 30, &third), "report-empty": source(december, 0, &small),
		"report-half": cumulated(firstHalf, 15),
	} {
		file, err := digest.Report(t.Context(), in, templates[digest.ReportTemplate])
		add(name, file, err)
	}
	file, err := digest.Urge(t.Context(), digest.UrgeInput{Office: office, Letterhead: letterheadOf, Summary: october, By: report.NewDate(2026, 11, 27)}, templates[digest.UrgeTemplate])
	add("urge-many", file, err)
	file, err = digest.Urge(t.Context(), digest.UrgeInput{Office: office, Letterhead: letterheadOf, Summary: small, By: report.NewDate(2026, 12, 1)}, templates[digest.UrgeTemplate])
	add("urge-few", file, err)
	one := source(december, 0, nil).Summary
	one.At, one.Gaps, one.Total = at, one.Gaps[:1], report.Figures{Duties: 12, OnTime: 11, Missing: 1}
	file, err = digest.Urge(t.Context(), digest.UrgeInput{Office: office, Letterhead: letterheadOf, Summary: one}, templates[digest.UrgeTemplate])
	add("urge-one", file, err)
	for name, unit := range map[string]report.Unit{
		"introduction": units()[19], "introduction-party": units()[2], "introduction-youth": units()[6], "introduction-branch": units()[15], "introduction-slip": units()[21],
		"introduction-committee": {Code: "PT9", Name: "UBND xã Dào San", Symbol: "UBND-VHXH"},
	} {
		in := digest.IntroductionInput{
			Office: office, Letterhead: digest.Letterhead{Place: "Phong Thổ", Bases: letterheadOf.Bases}, Unit: unit, Period: november, At: at, Open: openPhoto,
			Examples: privacy.Views([]report.Example{{Content: people[0]}, {Content: people[5]}}, report.NewDirectory(nil), privacy.Desk, report.DateOf(at)),
		}
		file, err = digest.Introduction(t.Context(), in, templates[in.TemplateName()])
		add(name, file, err)
	}
	issued, party, committee := letterheadOf, letterheadOf, office
	committee.Issuer = office.Organization
	issued.Symbols, issued.SignerTitle = digest.Symbols{Report: "UBND", Letter: "UBND-VHXH", Kept: "VHXH"}, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
	file, err = digest.Urge(t.Context(), digest.UrgeInput{Office: committee, Letterhead: issued, Summary: small, By: report.NewDate(2026, 12, 1)}, templates[digest.UrgeTemplate])
	add("urge-committee", file, err)
	party.Symbols, party.SignerTitle = digest.Symbols{Report: "BXDĐ", Letter: "BXDĐ", Kept: ""}, "T/M BAN XÂY DỰNG ĐẢNG\nTRƯỞNG BAN"
	in := source(december, 0, &small)
	in.Letterhead, in.Office.Organization, in.Office.Parent, in.Office.Agency = party, "Đảng ủy xã Phong Thổ", "Tỉnh ủy Lai Châu", "Ban Xây dựng Đảng"
	file, err = digest.Report(t.Context(), in, templates[digest.ReportTemplate])
	add("report-party", file, err)
	youth := in
	youth.Letterhead.SignerTitle = "TM. BAN CHẤP HÀNH\nBÍ THƯ"
	youth.Office.Organization, youth.Office.Parent, youth.Office.Agency = "Đoàn TNCS Hồ Chí Minh xã Phong Thổ", "Tỉnh đoàn Lai Châu", "Đoàn TNCS Hồ Chí Minh xã Phong Thổ"
	file, err = digest.Urge(t.Context(), digest.UrgeInput{Office: in.Office, Letterhead: party, Summary: small, By: report.NewDate(2026, 12, 1)}, templates[digest.UrgeTemplate])
	add("urge-party", file, err)
	ofParty, ofYouth, ofCommittee := nominated(november, 13), nominated(november, 3), forPress(november, 13)
	ofParty.Office, ofParty.Letterhead = in.Office, party
	file, err = digest.Nominees(t.Context(), ofParty, templates[digest.NomineesTemplate])
	add("nominees-party", file, err)
	youth.Letterhead.Symbols = digest.Symbols{Report: "ĐTN", Letter: "ĐTN"}
	ofYouth.Office, ofYouth.Letterhead = youth.Office, youth.Letterhead
	file, err = digest.Nominees(t.Context(), ofYouth, templates[digest.NomineesTemplate])
	add("nominees-youth", file, err)
	file, err = digest.Annex(t.Context(), ofYouth, templates[digest.AnnexTemplate])
	add("annex-youth", file, err)
	ofCommittee.Office, ofCommittee.Letterhead = committee, issued
	file, err = digest.Press(t.Context(), ofCommittee, templates[digest.PressTemplate])
	add("press-committee", file, err)
	maps.Copy(files, lists(t, 13, templates))
	return files
}

func TestDocumentsSay(t *testing.T) {
	for name, file := range documents(t) {
		t.Run(name, func(t *testing.T) {
			sound(t, file)
			keep(t, name, file)
			got, golden := textOf(t, file), filepath.Join("testdata", name+".golden")
			if updating() {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("differs from %s (-update rewrites it)\n%s", golden, got)
			}
		})
	}
}

// keep writes a document to the folder of -out.
func keep(t *testing.T, name string, file []byte) {
	t.Helper()
	if *out == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*out, name+".docx"), file, 0o666); err != nil {
		t.Fatal(err)
	}
}

// textOf is the text of a document: a line for a paragraph, | before a cell,
// [picture] for one.
func textOf(t testing.TB, file []byte) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(partOf(t, file, "word/document.xml")))
	var b strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			return strings.ReplaceAll(b.String(), "\n\n\n", "\n\n")
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "tc":
				b.WriteString("| ")
			case "br":
				b.WriteString(" ↵ ")
			case "inline":
				b.WriteString("[picture]")
			case "sectPr":
				b.WriteString("--- section ---")
			}
		case xml.EndElement:
			if e.Name.Local == "p" {
				b.WriteString("\n")
			}
		case xml.CharData:
			b.Write(e)
		}
	}
}

func partOf(t testing.TB, file []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
