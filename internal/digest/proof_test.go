package digest_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A proof is one document at the edge of what can happen.
type proof struct {
	says  string
	file  []byte      // of Word
	day   report.Date // on which it is made; at, if it is zero
	lines []line      // of something else
	sheet bool        // a workbook, which says what a signed report does not
	list  bool        // a list, or something for the public: there is no text that ends with ./.
}

// TestProofs writes every sentence that a document can say into one file, each
// once and in the place where it stands first, so that a person reads all of them
// in one go: all kinds of documents, of a month, a quarter and an empty period, with
// none, one and many of everything. What needs no person is held by proofread.
func TestProofs(t *testing.T) {
	const golden = "testdata/proofs.golden"
	var b strings.Builder
	b.WriteString("Every sentence of the Word documents, the workbook and what is published, for proof-reading: each stands where it is said first.\n" +
		"Written by: go test ./internal/digest -run TestProofs -update\n")
	said := map[string]bool{}
	for i, p := range proofs(t) {
		if p.file != nil {
			keep(t, fmt.Sprintf("proof-%02d", i), p.file)
		}
		fmt.Fprintf(&b, "\n######## %s\n", p.says)
		lines := p.lines
		if p.file != nil {
			lines = linesOf(t, p.file)
		}
		if p.day.IsZero() {
			p.day = report.DateOf(at)
		}
		for _, wrong := range proofread(lines, p.day, p.list) {
			if p.sheet && strings.HasPrefix(wrong, forWorkbook) {
				continue
			}
			t.Errorf("%s: %s", p.says, wrong)
		}
		for _, line := range lines {
			if line.text != "" && !said[line.text] {
				said[line.text] = true
				b.WriteString(line.text + "\n")
			}
		}
	}
	if updating() {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("differs from %s (-update rewrites it)\n%s", golden, got)
	}
}

// proofs are the documents that are proof-read.
func proofs(t testing.TB) (all []proof) {
	t.Helper()
	add := func(says string, at time.Time, file []byte, err error) {
		if err != nil {
			t.Fatalf("%s: %v", says, err)
		}
		all = append(all, proof{says: says, file: file, day: report.DateOf(at)})
	}
	for _, c := range reportProofs() {
		file, err := digest.Report(t.Context(), c.in, nil)
		add("Báo cáo: "+c.says, c.in.Summary.At, file, err)
	}
	for _, c := range cumulationProofs() {
		file, err := digest.Report(t.Context(), c.in, nil)
		add("Báo cáo: "+c.says, c.in.Summary.At, file, err)
	}
	for _, c := range urgeProofs() {
		file, err := digest.Urge(t.Context(), c.in, nil)
		add("Công văn đôn đốc: "+c.says, c.in.Summary.At, file, err)
	}
	for _, c := range introductionProofs() {
		file, err := digest.Introduction(t.Context(), c.in, nil)
		add("Công văn giới thiệu: "+c.says, at, file, err)
	}
	article, err := digest.Article(t.Context(), articleOf(forPress(november, 13)), nil)
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, proof{says: "Bài viết của một gương", file: article, list: true})
	for _, n := range []int{13, 1} { // of none there is no list
		of := fmt.Sprintf("danh sách của %d gương: ", n)
		made := lists(t, n, nil)
		for _, name := range slices.Sorted(maps.Keys(made)) {
			all = append(all, proof{says: of + name, file: made[name], list: true})
		}
	}
	return slices.Concat(all, workbookProofs(t), publicityProofs(t))
}

type reportProof struct {
	says string
	in   digest.ReportInput
}

// reportProofs go through what a report says otherwise: when, who has sent, what was
// introduced, what the agency made of it.
func reportProofs() (all []reportProof) {
	october := source(november.Add(-1), 16, nil).Summary
	of := func(says string, p report.Period, examples int, before *report.Summary, change func(*digest.ReportInput)) {
		in := source(p, examples, before)
		in.Letterhead.Bases = in.Letterhead.Bases[:1]
		change(&in)
		in.Assessment = assessed(in.Summary, in.Balance)
		all = append(all, reportProof{says, in})
	}
	figures := func(f report.Figures) func(*digest.ReportInput) {
		return func(in *digest.ReportInput) {
			f.Examples = in.Summary.Total.Examples
			in.Summary.Total, in.Summary.Gaps, in.Summary.Blocks = f, in.Summary.Gaps[:min(f.Missing, len(in.Summary.Gaps))], nil
		}
	}
	none := func(*digest.ReportInput) {}
	of("tháng, nhiều gương", november, 19, &october, none)
	of("quý, nhiều gương", fourth, 30, nil, none)
	of("tháng không có gương", december, 0, &october, none)
	of("quý không có gương", fourth, 0, nil, none)
	of("tháng 01, số liệu của hai năm, không có căn cứ", report.Period{Duty: report.Month, Year: 2027, Number: 1}, 16, nil, func(in *digest.ReportInput) { in.Letterhead.Bases = nil })
	open := func(in *digest.ReportInput) {
		*in, _ = writtenAt(at, in.Summary.Schedule.Period, len(in.Examples), &october, func([]report.Example) {})
		in.Summary.Total.OnTime, in.Summary.Total.Late = in.Summary.Total.OnTime+in.Summary.Total.Late, 0
	}
	of("tháng chưa hết hạn", december, 16, &october, open)
	of("quý chưa hết hạn", fourth, 0, nil, open)
	of("quý I", report.Period{Duty: report.Quarter, Year: 2027, Number: 1}, 16, nil, none)
	of("không ai phải gửi", november, 0, nil, figures(report.Figures{}))
	of("không ai phải gửi, có đơn vị tạm dừng", november, 0, nil, figures(report.Figures{Exempt: 2}))
	of("mọi đơn vị đã gửi đúng hạn", november, 19, &october, figures(report.Figures{Duties: 15, OnTime: 15}))
	of("mọi đơn vị không phát sinh", november, 0, &october, figures(report.Figures{Duties: 5, Nil: 5}))
	of("không phát sinh sau hạn", november, 16, nil, figures(report.Figures{Duties: 20, OnTime: 12, Nil: 6, NilLate: 6, Missing: 2}))
	of("một phần không phát sinh sau hạn, gửi bù, đang bổ sung", november, 16, nil, figures(report.Figures{Duties: 22, OnTime: 12, Late: 1, MadeUp: 1, Nil: 6, NilLate: 2, Missing: 2, Waiting: 1}))
	of("đều chưa kết nối", november, 0, nil, figures(report.Figures{Duties: 2, Missing: 2, Unconnected: 2}))
	of("đều mất liên lạc", november, 16, nil, figures(report.Figures{Duties: 17, OnTime: 15, Missing: 2, Unreachable: 2}))
	of("giảm so với tháng trước", november, 15, &october, func(in *digest.ReportInput) { in.Summary.Before.Late += 2; in.Summary.Before.Duties += 2 })
	of("một gương, chưa tiếp nhận", november, 1, nil, func(in *digest.ReportInput) {
		figures(report.Figures{Duties: 4, OnTime: 1, Missing: 3})(in)
		in.Examples[0].Review = report.Received
		in.Summary.ByReview = map[report.Review]int{report.Received: 1}
		in.Balance = report.Balance{Total: 1, Persons: 1, GenderKnown: 1, Leaders: 1}
		in.Summary.ByGroup = nil
	})
	of("không rõ giới tính, chức vụ, lĩnh vực", november, 16, nil, func(in *digest.ReportInput) {
		in.Balance = report.Balance{Total: 16, Labour: 3, Workers: 1, Farmers: 2, Persons: 9, Women: 2, GenderKnown: 5, NoPosition: 9, NoField: 6, ByField: map[report.Field]int{report.Health: 10}}
	})
	of("cá nhân không ai ghi gì", november, 16, nil, func(in *digest.ReportInput) {
		in.Balance = report.Balance{Total: 16, SmallCollectives: 2, Persons: 4, NoPosition: 4, NoField: 16}
	})
	of("chỉ có nam", november, 16, nil, func(in *digest.ReportInput) {
		in.Balance = report.Balance{Total: 16, Remote: 1, Persons: 4, GenderKnown: 4, NoPosition: 4}
	})
	of("đã đăng, đã gỡ", november, 16, nil, func(in *digest.ReportInput) {
		in.Summary.ByReview = map[report.Review]int{report.Published: 10, report.Retracted: 1, report.Accepted: 5}
		in.Summary.ByPlace = map[string]int{"telegram": 4, texts.PlaceKinds()[0]: 3, texts.PlaceKinds()[1]: 12}
	})
	of("một trường hợp: tên bắt đầu bằng số, dấu ngoặc kép, đơn vị mới gửi một phần", november, 16, nil, func(in *digest.ReportInput) {
		for i := range in.Examples {
			in.Examples[i].Name, in.Examples[i].Category, in.Examples[i].Title = `5 không, 3 sạch`, report.NewModel, `Mô hình "5 không, 3 sạch" của bản`
		}
		in.Summary.Gaps[0].Have, in.Summary.Gaps[0].Need = 1, 2
	})
	return all
}

// cumulationProofs are half a year and a year, when they are over and before.
func cumulationProofs() (all []reportProof) {
	of := func(says string, in digest.ReportInput) {
		all = append(all, reportProof{texts.Period(in.Summary.Schedule.Period) + says, in})
	}
	for _, p := range []report.Period{firstHalf, secondHalf, wholeYear} {
		for _, examples := range []int{15, 0} {
			says := fmt.Sprintf(", mỗi tháng %d gương", examples)
			of(says, cumulated(p, examples))
			if p != firstHalf {
				of(says+", chưa kết thúc", cumulatedAt(at, p, examples, func([]report.Example) {}))
			}
		}
	}
	return all
}

type urgeProof struct {
	says string
	in   digest.UrgeInput
}

func urgeProofs() (all []urgeProof) {
	of := func(says string, p report.Period, units int, by report.Date, change func(*report.Summary)) {
		sum := source(p, 0, nil).Summary
		sum.Gaps = sum.Gaps[:units]
		sum.Total = report.Figures{Duties: units + 4, OnTime: 4, Missing: units}
		change(&sum)
		l := letterheadOf
		l.Bases = l.Bases[:1]
		all = append(all, urgeProof{says, digest.UrgeInput{Office: office, Letterhead: l, Summary: sum, By: by}})
	}
	late := report.NewDate(2027, 1, 5)
	of("nhiều đơn vị", december, 12, late, func(sum *report.Summary) { sum.Total.Unconnected, sum.Total.Unreachable = 2, 1 })
	of("vài đơn vị, có đơn vị chưa kết nối", december, 3, late, func(sum *report.Summary) { sum.Total.Unconnected = 1 })
	of("vài đơn vị, đều mất liên lạc", fourth, 2, late, func(sum *report.Summary) { sum.Total.Unreachable = 2 })
	of("một đơn vị, chưa hết hạn", fourth, 1, report.Date{}, func(sum *report.Summary) { sum.At = at })
	return all
}

type introductionProof struct {
	says string
	in   digest.IntroductionInput
}

func introductionProofs() (all []introductionProof) {
	unit := units()[19]
	of := func(says string, p report.Period, contents ...report.Content) {
		var examples []report.Example
		for _, c := range contents {
			examples = append(examples, report.Example{Content: c})
		}
		all = append(all, introductionProof{says, digest.IntroductionInput{
			Office: office, Letterhead: digest.Letterhead{Place: "Phong Thổ", Bases: letterheadOf.Bases[:1]}, Unit: unit, Period: p, At: at, Open: openPhoto,
			Examples: privacy.Views(examples, report.NewDirectory(nil), privacy.Desk, report.DateOf(at)),
		}})
	}
	of("một gương", november, people[1])
	of("nhiều gương, quý", fourth, people...)
	full := people[0]
	full.Honoured, full.When, full.Spread = "Giấy khen của UBND xã năm 2025", "Tháng 9/2026", "Hai trường bạn đã học theo"
	full.More = report.More{
		Theme: "Học tập và làm theo Bác", Proposal: report.Certificate, Cleared: "Hiệu trưởng", Leads: "no", Author: "Lò Thị Mai", AuthorUnit: "Trường Mầm non Mường So",
		Quote: "Còn trẻ chưa ra lớp thì còn phải đi", Link: "https://example.vn/bai", Video: "https://example.vn/video",
	}
	model := people[5]
	model.Name, model.More = "5 không, 3 sạch", report.More{Since: "Tháng 3/2025", RunBy: "Chi hội Phụ nữ bản", Reach: "48 hộ", Cost: "12 triệu đồng", Lasting: "Các hộ tự góp hằng tháng"}
	of("mọi mục bổ sung", november, full, model)
	for n, says := range map[int]string{2: "của Đảng", 6: "của Đoàn", 15: "của ngành dọc", 21: "phiếu của bản"} {
		unit = units()[n]
		of(says, november, people[1])
	}
	slices.SortStableFunc(all[3:], func(a, b introductionProof) int { return strings.Compare(a.says, b.says) })
	return all
}

// A line is a paragraph of a document with its style.
type line struct {
	style, text  string
	cell, italic bool
}

// linesOf reads the paragraphs of a document, those of tables too.
func linesOf(t testing.TB, file []byte) (lines []line) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(partOf(t, file, "word/document.xml")))
	var now line
	var text strings.Builder
	cells := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return lines
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "p":
				now = line{cell: cells > 0}
				text.Reset()
			case "tc":
				cells++
			case "pStyle":
				now.style = e.Attr[0].Value
			case "i":
				now.italic = true // the title of a deed
			case "br":
				text.WriteString(" ")
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "tc":
				cells--
			case "p":
				now.text = strings.ReplaceAll(text.String(), "\u00A0", " ")
				lines = append(lines, now)
			}
		case xml.CharData:
			text.Write(e)
		}
	}
}

// Blanks are left where the registry fills in number and day.
var blanks = regexp.MustCompile(`ố:?\s+[-/]\s*|ngày\s{2,}tháng|^ DỰ THẢO $`)

const forWorkbook = "what belongs into the workbook"

// What no line may have, each with the cause.
var mistakes = map[string]*regexp.Regexp{
	"two spaces, or one at an end":       regexp.MustCompile(`\S\s{2,}|^\s|\s$`),
	"a space before a mark":              regexp.MustCompile(`\s[,.;:!?)”]`),
	"no space behind a mark":             regexp.MustCompile(`[,;:][^\s\d/”)]|\p{Ll}\.\p{Lu}`),
	"a straight quote":                   regexp.MustCompile(`["']`),
	"January or February without a zero": regexp.MustCompile(`tháng [12]([^0-9]|$)`),
	"a number below ten without a zero":  regexp.MustCompile(`(^|[^\d/.,-])[1-9] (đơn vị|gương|cơ quan|cá nhân|tập thể|hộ gia đình)`),
	"a number behind that of a heading":  regexp.MustCompile(`^\d+\. \d`),
	"a tag that was not filled":          regexp.MustCompile(`\{\{|\}\}|%!`),
	"a mark twice":                       regexp.MustCompile(`\.\.|,,|;;|\(\)|, [.;]`),
	"another word for “chưa kết nối”, “mất liên lạc”": regexp.MustCompile(`(?i)(chưa|không) liên lạc được|chưa có đầu mối|chưa tham gia|chưa đăng ký`),
	"another word for “chưa gửi”":                     regexp.MustCompile(`(?i)chưa (nộp|báo cáo)\b|không gửi`),
	"“hàng” for “hằng”":                               regexp.MustCompile(`(?i)hàng (ngày|tháng|quý|năm)`),
	"no deadline":                                     regexp.MustCompile(`(?i)sớm gửi|trong thời gian sớm nhất`),
	"a plea":                                          regexp.MustCompile(`(?i)rất mong`),
	forWorkbook:                                       regexp.MustCompile(`(?i)chưa ghi|chưa có số liệu`),
	"times that are called units":                     regexp.MustCompile(`lượt đơn vị`),
	"nothing set beside nothing":                      regexp.MustCompile(`\b0% (so với|lên|xuống) 0%|đạt 0% \([^)]*đạt 0%|đều chưa có`),
}

// How many units introduced how many examples: each of them at least one.
var (
	introducing = regexp.MustCompile(`gồm (\d+) đơn vị giới thiệu gương`)
	introduced  = regexp.MustCompile(`giới thiệu (\d+) gương, gồm`)
)

func numberIn(lines []line, pattern *regexp.Regexp) int {
	for _, l := range lines {
		if m := pattern.FindStringSubmatch(l.text); m != nil {
			n, _ := strconv.Atoi(m[1])
			return n
		}
	}
	return 0
}

// saidTwice is what stands between commas twice in a row.
func saidTwice(text string) string {
	before := ""
	for phrase := range strings.SplitSeq(strings.ToLower(text), ",") {
		if phrase = strings.TrimSpace(phrase); phrase != "" && phrase == before {
			return phrase
		}
		before = phrase
	}
	return ""
}

// longDay is a day with what stands before it.
var longDay = regexp.MustCompile(`(?:(là|trước|đến) )?ngày (\d\d) tháng (\d+) năm (\d{4})`)

// ahead lists the days of a sentence that its document cannot know: only a deadline is
// still to come.
func ahead(sentence string, today report.Date) (wrong []string) {
	for _, m := range longDay.FindAllStringSubmatch(sentence, -1) {
		var n [3]int
		for i := range n {
			n[i], _ = strconv.Atoi(m[2+i])
		}
		if day := report.NewDate(n[2], time.Month(n[1]), n[0]); today.Before(day) && m[1] != "là" && m[1] != "trước" {
			wrong = append(wrong, fmt.Sprintf("%s is after %s: %q", m[0], today, sentence))
		}
	}
	return wrong
}

// proofread lists what is wrong with a document that needs no reader of
// Vietnamese to be seen.
func proofread(lines []line, today report.Date, list bool) (wrong []string) {
	if units, examples := numberIn(lines, introducing), numberIn(lines, introduced); units > examples {
		wrong = append(wrong, fmt.Sprintf("%d units introduced %d examples", units, examples))
	}
	ends := 0
	for _, l := range lines {
		wrong = append(wrong, ahead(l.text, today)...)
		text := blanks.ReplaceAllString(l.text, "·")
		for what, pattern := range mistakes {
			if found := pattern.FindString(text); found != "" {
				wrong = append(wrong, fmt.Sprintf("%s: %q in %q", what, found, l.text))
			}
		}
		if !norm.NFC.IsNormalString(text) {
			wrong = append(wrong, fmt.Sprintf("not NFC: %q", l.text))
		}
		if strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, "(") != strings.Count(text, ")") {
			wrong = append(wrong, fmt.Sprintf("brackets or quotes that do not close: %q", l.text))
		}
		if twice := saidTwice(text); twice != "" {
			wrong = append(wrong, fmt.Sprintf("said twice: %q in %q", twice, l.text))
		}
		ends += strings.Count(text, "./.")
		body := !l.cell && text != "" && strings.HasPrefix(l.style, "Than")
		if body && !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, "…") && !l.italic {
			wrong = append(wrong, fmt.Sprintf("does not end: %q", l.text))
		}
	}
	if ends != 1 && !list {
		wrong = append(wrong, fmt.Sprintf("./. stands %d times", ends))
	}
	slices.Sort(wrong)
	return slices.Compact(wrong)
}
