package digest_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// listed makes lists of that many examples for an audience: proposals, who said that
// nothing is pending, women and collectives of women among them.
func listed(a privacy.Audience, p report.Period, n int) digest.ListInput {
	_, all := written(p, n, nil, func(examples []report.Example) {
		for i := range examples {
			c := &examples[i].Content
			c.More.Proposal = [...]report.Proposal{report.Certificate, report.HigherLevel, "", report.Praise, report.OnlyPublicity}[i%5]
			if i%3 > 0 {
				c.More.Cleared = "Hà Thị Yên"
			}
			if c.Object == report.Collective && c.Category == report.Advanced {
				c.More.Members, c.More.Women = 54, 54-i%2*20
			}
			if i%4 == 0 {
				c.More.Author, c.More.AuthorUnit, c.More.AuthorPhone, c.More.Phone = "Lê Thị Thảo", "Văn phòng HĐND và UBND xã", "0900 000 077", "0900 000 078"
			}
		}
	})
	views := privacy.Views(all, report.NewDirectory(units()), a, report.DateOf(at))
	return digest.ListInput{Office: office, Letterhead: letterheadOf, Period: p, Examples: views, At: at}
}

func nominated(p report.Period, n int) digest.ListInput {
	in := listed(privacy.Internal, p, n)
	in.Examples = digest.Proposed(in.Examples)
	return in
}

func forPress(p report.Period, n int) digest.ListInput {
	in := listed(privacy.Public, p, n)
	in.Examples = digest.ForPress(in.Examples)
	return in
}

// lists are the lists of a month, from an agency's own templates, by name.
func lists(t testing.TB, n int, templates map[string][]byte) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	add := func(name string, file []byte, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files[name] = file
	}
	file, err := digest.Annex(t.Context(), listed(privacy.Internal, november, n), templates[digest.AnnexTemplate])
	add("annex-month", file, err)
	file, err = digest.Nominees(t.Context(), nominated(november, n), templates[digest.NomineesTemplate])
	add("nominees-month", file, err)
	file, err = digest.Press(t.Context(), forPress(november, n), templates[digest.PressTemplate])
	add("press-month", file, err)
	return files
}

// The column of kinds has room for each of what it says, or for each two words of it: a
// word on each line is what nobody reads.
func TestKindsHaveRoom(t *testing.T) {
	const inset, points = 2 * 70, 11
	for audience, wide := range map[privacy.Audience]float64{privacy.Internal: notesWide, privacy.Public: noteWide} {
		fits := func(s string) bool {
			return digest.TextWidth(strings.ReplaceAll(s, "\u00A0", " "))*points*20/1000 <= wide-inset
		}
		for _, v := range listed(audience, november, 13).Examples {
			for line := range strings.Lines(texts.DocumentNote(v)) {
				if line = strings.TrimSuffix(line, "\n"); fits(line) {
					continue
				}
				for pair := range strings.SplitSeq(line, " ") {
					if !fits(pair) || !strings.Contains(pair, "\u00A0") {
						t.Errorf("%s: %q of %q has no room, or stands alone", audience, pair, line)
					}
				}
			}
		}
	}
}

// The column of ranks has room for the thousandth.
func TestRanksHaveRoom(t *testing.T) {
	const inset, points = 2 * 70, 11
	if wide := digest.TextWidth(texts.Number(1000)) * points * 20 / 1000; wide > rankWide-inset {
		t.Errorf("%.0f wide, the column %d", wide, rankWide)
	}
}

// A signature is never on a page without a row of its list.
func TestListsKeepTheirSignature(t *testing.T) {
	for name, file := range lists(t, 13, nil) {
		if name == "annex-month" {
			continue // has none
		}
		body := bodyOf(t, file)
		table := -1
		for i, e := range body {
			if e.Tag == "tbl" && e.FindElement(".//w:tblHeader") != nil {
				table = i
			}
		}
		rows := body[table].SelectElements("w:tr")
		for _, p := range rows[len(rows)-1].FindElements(".//w:p") {
			if p.FindElement("w:pPr/w:keepNext") == nil {
				t.Errorf("%s: %q does not stay with what follows", name, allText(p))
			}
		}
		for _, e := range body[table+1:] {
			if e.Tag == "tbl" {
				break
			}
			if e.FindElement("w:pPr/w:keepNext") == nil {
				t.Errorf("%s: %q does not stay with the signature", name, allText(e))
			}
		}
	}
}

// Whatever their number, the lists are sound: none, one, and a thousand.
func TestListsOfAnySize(t *testing.T) {
	for _, n := range []int{0, 1, 1000} {
		for name, file := range lists(t, n, nil) {
			sound(t, file)
			keep(t, fmt.Sprintf("%s-%d", name, n), file)
		}
	}
}

// Each kind of list is made for its readers only: a document that may leave does not say
// what may not, and an internal one never goes without its mark.
func TestListsAreForTheirReaders(t *testing.T) {
	for _, c := range []struct {
		name     string
		make     func(digest.ListInput) ([]byte, error)
		audience privacy.Audience
	}{
		{"annex", func(in digest.ListInput) ([]byte, error) { return digest.Annex(t.Context(), in, nil) }, privacy.Internal},
		{"nominees", func(in digest.ListInput) ([]byte, error) { return digest.Nominees(t.Context(), in, nil) }, privacy.Internal},
		{"press", func(in digest.ListInput) ([]byte, error) { return digest.Press(t.Context(), in, nil) }, privacy.Public},
	} {
		for _, a := range []privacy.Audience{privacy.Desk, privacy.Internal, privacy.Public} {
			if _, err := c.make(listed(a, november, 3)); (err == nil) != (a == c.audience) {
				t.Errorf("%s from what %s sees: %v", c.name, a, err)
			}
		}
	}
	in := source(november, 3, nil)
	in.Examples = listed(privacy.Internal, november, 3).Examples
	if _, err := digest.Report(t.Context(), in, nil); err == nil {
		t.Error("a report without a mark shows what internal readers see")
	}
}

// Every page of an internal document says so: the head of the first and of all others.
func TestInternalDocumentsAreMarked(t *testing.T) {
	for name, file := range lists(t, 13, nil) {
		for _, part := range []string{"word/header1.xml", "word/header2.xml"} {
			if got := strings.Contains(partOf(t, file, part), "LƯU HÀNH NỘI BỘ"); got != (name != "press-month") {
				t.Errorf("%s, %s: marked %t", name, part, got)
			}
		}
	}
	unmarked := packList(t, annexLayout(), "")
	if _, err := digest.Annex(t.Context(), listed(privacy.Internal, november, 3), unmarked); err == nil {
		t.Error("an internal document is made from a template without a mark")
	}
	checked, err := digest.CheckTemplate(digest.AnnexTemplate, unmarked)
	if err != nil || len(checked.Problems) != 1 || !strings.Contains(checked.Problems[0], "{{luu_hanh}}") {
		t.Errorf("%q, %v", checked.Problems, err)
	}
}

// Proposed has those for whom more than publicity is proposed, the highest first.
func TestProposed(t *testing.T) {
	var got []report.Proposal
	for _, v := range nominated(november, 13).Examples {
		got = append(got, v.Recognition.Proposal)
	}
	if want := "[captren captren giaykhen giaykhen bieuduong bieuduong]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
	if public := digest.Proposed(listed(privacy.Public, november, 13).Examples); len(public) > 0 {
		t.Errorf("everybody sees who is proposed: %+v", public)
	}
}

// The press is told of whom everybody may name and the agency accepted, and no number
// but the agency's.
func TestPressIsToldWhatMayBe(t *testing.T) {
	in := forPress(november, 40)
	if len(in.Examples) == 0 {
		t.Fatal("nobody")
	}
	for _, v := range in.Examples {
		if v.Publicity != privacy.Openly && v.Publicity != privacy.Named || !privacy.Accepted(v.Review) || v.Child {
			t.Errorf("%s: %s, %s", v.Name, v.Publicity, v.Review)
		}
	}
	file, err := digest.Press(t.Context(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, said := range map[string]string{"Word": textOf(t, file), "text": office.PressText(november, in.Examples)} {
		numbers := regexp.MustCompile(`0900 000 \d+`).FindAllString(said, -1)
		if fmt.Sprint(numbers) != "[0900 000 001]" {
			t.Errorf("%s has the numbers %q", name, numbers)
		}
		for _, never := range []string{"Dung", "Giàng"} {
			if strings.Contains(said, never) {
				t.Errorf("%s names %s", name, never)
			}
		}
	}
}

// A report ends on the page of its last annex, whichever there are: the list of examples
// lies, all else stands.
func TestReportEndsWithItsLastAnnex(t *testing.T) {
	for _, c := range []struct {
		examples, missing bool
		want              string
	}{{false, false, "standing"}, {true, false, "standing lying"}, {false, true, "standing standing"}, {true, true, "standing lying standing"}} {
		in := source(november, 13, nil)
		in.Open = nil
		if !c.examples {
			in.Examples = nil
		}
		if !c.missing {
			in.Summary.Gaps = nil
		}
		file, err := digest.Report(t.Context(), in, nil)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, file)
		var pages []string
		for _, page := range regexp.MustCompile(`<w:pgSz [^>]*>`).FindAllString(partOf(t, file, "word/document.xml"), -1) {
			if strings.Contains(page, "landscape") {
				pages = append(pages, "lying")
			} else {
				pages = append(pages, "standing")
			}
		}
		if got := strings.Join(pages, " "); got != c.want {
			t.Errorf("%+v: pages %s", c, got)
		}
	}
}
