package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/robfig/cron/v3"
	"pgregory.net/rapid"

	"guongsang/handlers"
	"guongsang/internal/chat"
	"guongsang/internal/clerk"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/scheduler"
	"guongsang/storage"
)

// Whatever happened in a period, all that is made of it at one moment says the
// same numbers: the report, both letters, an own template, the workbook, the
// board and the words under the pictures, the digests, what the agency, leaders
// and heads of blocks see in chat with all its lists, and the metrics. Totals
// are equal, blocks add up to them, and a list has as many lines as its number
// says. Everything is read where people read it.
func TestFiguresAddUp(t *testing.T) {
	checks := "3"
	if os.Getenv("GUONGSANG_LONG") != "" {
		checks = "200"
	}
	f := flag.Lookup("rapid.checks")
	if f.Value.String() == f.DefValue {
		if err := f.Value.Set(checks); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Value.Set(f.DefValue) }()
	}
	rapid.Check(t, func(rt *rapid.T) {
		d := drawPeriod(bubbleConfig().Rules(), rt)
		s := &sum{T: t, drawnPeriod: d, wanted: d.want(), leaders: rapid.SampledFrom([]privacy.Audience{privacy.Public, privacy.Internal}).Draw(rt, "leaders")}
		s.everything()
		for _, wrong := range s.wrong {
			rt.Error(wrong)
		}
	})
}

// The people who read.
const (
	officerID = 1
	leaderID  = 2
	headID    = 10 // of the first block, and so on
)

// A sum holds what is made of a period against what was drawn.
type sum struct {
	*testing.T
	drawnPeriod
	wanted  map[string]int
	leaders privacy.Audience
	store   *storage.Store
	office  texts.Office
	log     *slog.Logger
	updates int64
	wrong   []string
}

func (s *sum) everything() {
	s.office, s.log = bubbleConfig().Office(), slog.New(slog.DiscardHandler)
	dir, err := os.MkdirTemp("", "figures")
	s.must(err)
	defer os.RemoveAll(dir)
	s.store, err = storage.Open(dir, s.rules)
	s.must(err)
	defer s.store.Close()
	s.must(s.enter(s.store, s.readers()))
	s.papers()
	s.chats()
	s.clock()
	s.metrics()
}

func (s *sum) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// headed are the names of the blocks that have a head.
var headed = []string{"Khối 1", "Khối 2", "Khối 10"}

func (s *sum) readers() []report.Member {
	since := s.now.AddDate(-1, 0, 0)
	members := []report.Member{
		{ID: officerID, Name: "Trần Thị Hạnh", Posts: []report.Post{{Role: report.Officer, Since: since}}},
		{ID: leaderID, Name: "Hoàng Thị Khuê", Posts: []report.Post{{Role: report.Leader, Since: since}}},
	}
	for i, name := range headed {
		members = append(members, report.Member{ID: headID + int64(i), Name: "Trịnh Văn Thắng", Posts: []report.Post{{Role: report.BlockHead, Block: name, Since: since}}})
	}
	return members
}

// say holds a number that stands somewhere against what it must be.
func (s *sum) say(where, what string, n int) {
	if want, ok := s.wanted[what]; !ok && n != 0 || want != n {
		s.fail("%s: %s is %d, want %d", where, what, n, want)
	}
}

func (s *sum) fail(format string, args ...any) {
	s.wrong = append(s.wrong, fmt.Sprintf(format, args...))
}

// papers reads all documents.
func (s *sum) papers() {
	papers := clerk.Papers{Office: s.office, Letterhead: digest.Letterhead{Place: "Ví Dụ"}, Templates: map[string][]byte{}, Log: s.log}
	files, empty, err := papers.MakePeriod(s.Context(), s.store, s.now, s.Period, clerk.PeriodKinds)
	s.must(err)
	if got := slices.Contains(empty, clerk.Urge); got != (s.wanted["missing"] == 0) {
		s.fail("nobody is urged: %t, of %d missing", got, s.wanted["missing"])
	}
	cells := map[string]int{}
	for _, file := range files {
		switch name := file.Name; {
		case strings.HasPrefix(name, "bao-cao"):
			s.report(readDocument(s.T, file.Data))
		case strings.HasPrefix(name, "cong-van-don-doc"):
			s.urge(readDocument(s.T, file.Data))
		case strings.HasPrefix(name, "bang-theo-doi"):
			s.workbook(readSheets(s.T, file.Data))
		case strings.HasPrefix(name, "tong-quan"):
			for what, n := range readBoard(s.T, file.Data) {
				cells[what] += n
			}
			if file.Says != "" {
				s.picture("under the board", file.Says)
			}
		case strings.HasPrefix(name, "tom-tat"):
			s.summary("under the summary", file.Says)
		case strings.HasPrefix(name, "bieu-do"):
			s.kinds("under the chart", file.Says)
		default:
			s.fail("nobody reads %s", name)
		}
	}
	s.standings("the board", cells)
	s.ownTemplate(papers)
	s.letters(papers)
}

// picture reads the words under a picture of the period.
func (s *sum) picture(where, says string) {
	s.sentence(where, says, `Đã gửi: (\d+)/(\d+) đơn vị`, "met", "owed")
	s.missing(where, says)
	s.sentence(where, says, `Gương được giới thiệu: (\d+)\.`, "examples")
}

// summary reads those under the picture for leaders.
func (s *sum) summary(where, says string) {
	if says == texts.SummaryNobody() {
		s.say(where, "owed", 0)
		return
	}
	s.picture(where, says)
	s.sentence(where, says, `Đã đăng: (\d+)\.`, "published")
}

// standings holds counts of cells, in which those who can be asked are apart.
func (s *sum) standings(where string, cells map[string]int) {
	for _, what := range []string{"on time", "late", "made up", "nil", "unconnected", "unreachable", "exempt"} {
		s.say(where, what, cells[what])
	}
	s.say(where, "missing", cells["asked"]+cells["unconnected"]+cells["unreachable"])
}

// sentence holds the numbers of a sentence that has to be there.
func (s *sum) sentence(where, text, pattern string, what ...string) {
	numbers, ok := found(s.T, pattern, text)
	if !ok {
		s.fail("%s: nothing like %s in %q", where, pattern, text)
	}
	for i, n := range numbers {
		s.say(where, what[i], n)
	}
}

// orZero holds the numbers of a sentence that is left out where they are zero.
func (s *sum) orZero(where, text, pattern string, what ...string) {
	numbers, ok := found(s.T, pattern, text)
	if !ok {
		numbers = make([]int, len(what))
	}
	for i, n := range numbers {
		s.say(where, what[i], n)
	}
}

// ifSaid holds the numbers of a sentence that can be left out.
func (s *sum) ifSaid(where, text, pattern string, what ...string) {
	if _, ok := found(s.T, pattern, text); ok {
		s.sentence(where, text, pattern, what...)
	}
}

// missing reads how chat and pictures say who has not sent.
func (s *sum) missing(where, text string) {
	s.sentence(where, text, `Chưa gửi: (\d+)`, "missing")
	s.ofThem(where, text, "")
}

// ofThem reads how many of those who have not sent cannot be asked, which is left out
// where there are none.
func (s *sum) ofThem(where, text, of string) {
	s.orZero(where, text, `trong đó (\d+) chưa kết nối`, "unconnected"+of)
	s.orZero(where, text, `(?:trong đó|chưa kết nối,) (\d+) mất liên lạc`, "unreachable"+of)
}

// kinds reads how many examples came, of which the kinds add up.
func (s *sum) kinds(where, text string) {
	if strings.Contains(text, "Chưa nhận được gương nào.") {
		s.say(where, "examples", 0)
		return
	}
	s.sentence(where, text, `Đã nhận (\d+) gương`, "examples")
	_, list, _ := strings.Cut(text, " gương: ")
	list, _, _ = strings.Cut(list, ".")
	s.say(where+", kinds", "examples", total(s.T, list))
}

// total adds up all numbers of a text.
func total(t *testing.T, text string) (n int) {
	for _, digits := range regexp.MustCompile(`\d+`).FindAllString(text, -1) {
		n += number(t, digits)
	}
	return n
}

// report reads the report of the period.
func (s *sum) report(blocks []block) {
	const where = "the report"
	text, assessment := assessed(blocksText(blocks))
	s.assessment(where+", assessment", assessment)
	if s.wanted["owed"] == 0 {
		s.sentence(where, text, `không có cơ quan, đơn vị nào có nhiệm vụ`)
	} else {
		s.duties(where, text)
	}
	s.orZero(where, text, `không tính (\d+) đơn vị được tạm dừng`, "exempt")
	s.examples(where, blocks, text)
	s.sinceJanuary(where, text)
	s.blockTable(where, blocks)
	listed := map[string]int{}
	for i, b := range blocks {
		m := regexp.MustCompile(`^(?:\d+\. )?(Đã kết nối|Chưa kết nối|Mất liên lạc).*: (\d+) đơn vị$`).FindStringSubmatch(b.text)
		if m == nil {
			continue
		}
		what := map[string]string{"Đã kết nối": "asked", "Chưa kết nối": "unconnected", "Mất liên lạc": "unreachable"}[m[1]]
		if listed[what] = len(blocks[i+1].rows) - 1; listed[what] != number(s.T, m[2]) {
			s.fail("%s: %q stands over %d lines", where, b.text, listed[what])
		}
	}
	s.say(where+", annex", "unconnected", listed["unconnected"])
	s.say(where+", annex", "unreachable", listed["unreachable"])
	s.say(where+", annex", "missing", listed["asked"]+listed["unconnected"]+listed["unreachable"])
}

// assessed takes the general assessment and the tasks out of a report, which speak of
// the same in sentences of their own.
func assessed(text string) (rest, assessment string) {
	from := regexp.MustCompile(`(?m)^[IV]+\. (ĐÁNH GIÁ CHUNG|NHIỆM VỤ KỲ TỚI)$`).FindStringIndex(text)
	if from == nil {
		return text, ""
	}
	to := len(text)
	if end := regexp.MustCompile(`(?m)^([IV]+\. ĐỀ XUẤT, KIẾN NGHỊ$|Trên đây là báo cáo)`).FindStringIndex(text[from[0]:]); end != nil {
		to = from[0] + end[0]
	}
	return text[:from[0]] + text[to:], text[from[0]:to]
}

// assessment reads the figures of findings, each of which is said or left out.
func (s *sum) assessment(where, text string) {
	s.ifSaid(where, text, `toàn bộ (\d+) đơn vị có nhiệm vụ giới thiệu đã gửi`, "met")
	s.ifSaid(where, text, `Phần lớn các đơn vị chấp hành tốt chế độ báo cáo: (\d+)/(\d+) đơn vị`, "met", "owed")
	s.ifSaid(where, text, `Toàn bộ (\d+) đơn vị đã gửi báo cáo đều bảo đảm thời hạn`, "met")
	s.ifSaid(where, text, `Số gương được giới thiệu (?:chỉ )?đạt (\d+) gương`, "examples")
	s.ifSaid(where, text, `còn (\d+)/(\d+) đơn vị \([^)]*\) chưa gửi báo cáo`, "missing", "owed")
	s.ifSaid(where, text, `Đôn đốc (\d+) đơn vị chưa gửi báo cáo`, "missing")
	s.ifSaid(where, text, `trong số chưa gửi còn (\d+) đơn vị chưa kết nối`, "unconnected")
	s.ifSaid(where, text, `trong số chưa gửi có (\d+) đơn vị mất liên lạc`, "unreachable")
	s.ifSaid(where, text, `Trong (\d+) đơn vị chưa gửi có`, "missing")
	s.ifSaid(where, text, `trong (\d+) đơn vị đã gửi có (\d+) đơn vị báo cáo không phát sinh`, "met", "nil")
	s.ifSaid(where, text, `Có (\d+) gương đã đăng phải gỡ bài`, "retracted")
}

// sinceJanuary reads the other two figures of examples: what the months of a
// quarter introduced, which add up, and what there was since January. The first
// period of a year has said the latter already.
func (s *sum) sinceJanuary(where, text string) {
	s.orZero(where, text, `Trong các tháng của quý [IV]+ năm \d+, các đơn vị đã giới thiệu (\d+) gương`, "of the months")
	for _, month := range regexp.MustCompile(`tháng (\d+): (\d+)`).FindAllStringSubmatch(text, -1) {
		s.say(where, fmt.Sprint("of month ", number(s.T, month[1])), number(s.T, month[2]))
	}
	const since = `Lũy kế từ đầu năm \(từ tháng 01 đến tháng \d+ năm \d+\), các đơn vị đã giới thiệu (\d+) gương\.`
	if s.Number > 1 {
		s.orZero(where, text, since, "since January")
	} else if _, said := found(s.T, since, text); said {
		s.fail("%s: says twice what its months introduced", where)
	}
}

// duties reads part I.
func (s *sum) duties(where, text string) {
	s.sentence(where, text, `có (\d+) cơ quan, đơn vị có nhiệm vụ`, "owed")
	s.ifSaid(where+", compared", text, `số đơn vị đã gửi báo cáo (?:tăng|giảm) \d+ đơn vị \(từ (\d+) (?:lên|xuống) (\d+)\)`, "met before", "met")
	if !strings.Contains(text, "chưa có đơn vị nào gửi báo cáo") {
		s.sentence(where, text, `(\d+) đơn vị đã gửi báo cáo`, "met")
	} else {
		s.say(where, "met", 0)
	}
	s.orZero(where, text, `Trong số đã gửi, (\d+) đơn vị đang bổ sung`, "waiting")
	if !strings.Contains(text, "đều đúng hạn") && !strings.Contains(text, "Đơn vị đã gửi đúng hạn") {
		s.orZero(where, text, `(\d+) đơn vị giới thiệu gương đúng hạn`, "on time")
		s.orZero(where, text, `(\d+) đơn vị gửi muộn`, "late")
		s.orZero(where, text, `(\d+) đơn vị gửi bù`, "made up")
		s.orZero(where, text, `(\d+) đơn vị báo cáo không phát sinh`, "nil")
	}
	if strings.Contains(text, "Không còn đơn vị nào chưa gửi") {
		s.say(where, "missing", 0)
		return
	}
	if nobody := regexp.MustCompile(`chưa có đơn vị nào gửi báo cáo.*`).FindString(text); nobody != "" {
		s.say(where, "missing", s.wanted["owed"])
		s.apart(where, nobody)
	} else {
		s.sentence(where, text, `Còn (\d+) đơn vị chưa gửi báo cáo`, "missing")
		s.apart(where, regexp.MustCompile(`Còn \d+ đơn vị.*`).FindString(text))
	}
	if s.early { // nobody is pressed yet
		s.ifSaid(where+", proposals", text, `chỉ đạo (\d+) đơn vị chưa gửi báo cáo`, "missing")
	} else {
		s.sentence(where+", proposals", text, `chỉ đạo (\d+) đơn vị chưa gửi báo cáo`, "missing")
	}
	s.apart(where+", proposals", regexp.MustCompile(`Đề nghị [^.]*cử cán bộ đầu mối`).FindString(text))
}

// apart reads how documents name those apart who cannot be asked.
func (s *sum) apart(where, text string) {
	switch {
	case strings.Contains(text, "đều chưa kết nối"), strings.Contains(text, "đơn vị này chưa kết nối"):
		s.say(where, "unconnected", s.wanted["missing"])
	case strings.Contains(text, "đều mất liên lạc"), strings.Contains(text, "đơn vị này mất liên lạc"):
		s.say(where, "unreachable", s.wanted["missing"])
	default:
		s.orZero(where, text, `(\d+) đơn vị chưa kết nối`, "unconnected")
		s.orZero(where, text, `(\d+) đơn vị mất liên lạc`, "unreachable")
	}
}

// examples reads how many were introduced, by kind, and the list of them, in
// which those that were retracted are missing.
func (s *sum) examples(where string, blocks []block, text string) {
	if m := regexp.MustCompile(`giới thiệu (\d+) gương, (?:gồm (.*)|(?:đều )?là .*)\.`).FindStringSubmatch(text); m != nil {
		s.say(where, "examples", number(s.T, m[1]))
		if m[2] != "" { // or all are of one kind
			s.say(where+", kinds", "examples", total(s.T, regexp.MustCompile(`\([^)]*\)`).ReplaceAllString(m[2], "")))
		}
	} else {
		s.say(where, "examples", 0)
	}
	s.orZero(where, text, `gỡ (\d+) gương đã đăng \(không nêu trong danh sách\)`, "retracted")
	listed := 0
	for _, b := range blocks {
		if len(b.rows) > 0 && slices.Contains(b.rows[0], "Tóm tắt việc làm, thành tích") {
			listed = len(b.rows) - 1
		}
	}
	s.say(where+", annex", "examples", listed+s.wanted["retracted"])
}

// blockTable reads the table of the blocks, which adds up to its last line.
func (s *sum) blockTable(where string, blocks []block) {
	columns := map[string]string{
		"owed": "Phải gửi", "nil": "Không phát sinh", "missing": "Chưa gửi", "unconnected": "Trong đó chưa kết nối", "unreachable": "Trong đó mất liên lạc", "examples": "Số gương",
	}
	for _, b := range blocks {
		if len(b.rows) > 0 && slices.Contains(b.rows[0], "Khối thi đua") && slices.Contains(b.rows[0], "Phải gửi") {
			s.blockRows(where, columnsOf(b.rows[0]), columns, b.rows[1:])
		}
	}
}

// blockRows holds lines of blocks, the last of which is their sum.
func (s *sum) blockRows(where string, at map[string]int, columns map[string]string, rows [][]string) {
	for what, column := range columns {
		added := 0
		for i, row := range rows {
			n := number(s.T, row[at[column]])
			name := row[at["Khối thi đua"]]
			if name == texts.DocumentBlock("") {
				name = ""
			}
			if i == len(rows)-1 {
				s.say(where+", sum of the blocks", what, n)
				s.say(where+", blocks added up", what, added)
				continue
			}
			s.say(where, what+" of "+name, n)
			added += n
		}
	}
}

// urge reads the letter to those who have not sent.
func (s *sum) urge(blocks []block) {
	const where = "the urging letter"
	text := blocksText(blocks)
	if strings.Contains(text, "chưa nhận được báo cáo của quý cơ quan, đơn vị") {
		s.say(where, "missing", 1)
	} else {
		s.sentence(where, text, `chưa nhận được báo cáo của (\d+) cơ quan`, "missing")
		s.apart(where, regexp.MustCompile(`chưa nhận được báo cáo của.*`).FindString(text))
	}
	listed := counted(`(?m)^(- |Kính gửi: )Trường Ví Dụ số \d+[;.]`, text)
	said := map[string]int{}
	for _, b := range blocks {
		if len(b.rows) > 0 && slices.Contains(b.rows[0], "Ghi chú") {
			listed = len(b.rows) - 1
			for _, row := range b.rows[1:] {
				said[row[len(row)-1]]++
			}
			s.say(where+", list", "unconnected", said["Chưa kết nối"])
			s.say(where+", list", "unreachable", said["Mất liên lạc"])
		}
	}
	s.say(where+", addressees", "missing", listed)
}

// ownTemplate reads the bare numbers that an agency's own template can ask for.
func (s *sum) ownTemplate(papers clerk.Papers) {
	tags := map[string]string{
		"phai_gui": "owed", "da_gui": "met", "dung_han": "on time", "muon": "late", "gui_bu": "made up", "khong_phat_sinh": "nil", "chua_gui": "missing",
		"chua_ket_noi": "unconnected", "mat_lien_lac": "unreachable", "tam_dung": "exempt", "so_guong": "examples", "luy_ke": "since January",
	}
	all := ""
	for tag := range tags {
		all += tag + "={{" + tag + "}};"
	}
	papers.Templates = map[string][]byte{digest.ReportTemplate: retagged(s.T, digest.Templates()[0].File, "{{mo_dau}}", all)}
	files, err := papers.Make(s.Context(), s.store, s.now, clerk.Order{Kind: clerk.Report, Period: s.Period})
	s.must(err)
	text := blocksText(readDocument(s.T, files[0].Data))
	for tag, what := range tags {
		s.sentence("an own template, "+tag, text, tag+`=(\d+);`, what)
	}
}

// letters reads the letter of each unit: together they introduce all.
func (s *sum) letters(papers clerk.Papers) {
	all := 0
	for _, u := range s.units {
		files, err := papers.Make(s.Context(), s.store, s.now, clerk.Order{Kind: clerk.Letter, Period: s.Period, Ref: u.Code})
		if errors.Is(err, clerk.ErrNothing) {
			continue
		}
		s.must(err)
		text := blocksText(readDocument(s.T, files[0].Data))
		n, _ := found(s.T, `giới thiệu (\d+) gương trong`, text)
		if told := counted(`(?m)^\d+\. Lò Thị Xuân An$`, text); len(n) != 1 || n[0] != told || told != u.examples {
			s.fail("the letter of %s says %d, tells %d of %d", u.Code, n, told, u.examples)
		}
		all += n[0]
	}
	s.say("all letters", "examples", all)
}

// workbook reads its sheets.
func (s *sum) workbook(sheets map[string][][]string) {
	s.firstSheet(sheets[texts.SheetSummary])
	marks := map[string]string{"Đ": "on time", "M": "late", "B": "made up", "K": "nil", "C": "asked", "N": "unconnected", "L": "unreachable", "T": "exempt"}
	cells := map[string]int{}
	board := sheets[texts.SheetBoard]
	newest := slices.Index(board[3], "Đã gửi") - 1
	for _, row := range board[4:] {
		if len(row) > newest && row[1] != "" {
			cells[marks[row[newest]]]++
		}
	}
	s.standings("the workbook, by unit", cells)
	gaps := map[string]int{}
	for _, row := range sheets[texts.SheetGaps][3:] {
		if len(row) > 6 {
			gaps[row[6]]++
		}
	}
	s.say("the workbook, missing", "missing", gaps["Chưa gửi"]+gaps["Chưa kết nối"]+gaps["Mất liên lạc"])
	s.say("the workbook, missing", "unconnected", gaps["Chưa kết nối"])
	s.say("the workbook, missing", "unreachable", gaps["Mất liên lạc"])
	s.say("the workbook, examples", "examples", len(sheets[texts.SheetExamples])-3)
}

// firstSheet reads the figures, the blocks and the counts of the examples.
func (s *sum) firstSheet(rows [][]string) {
	const where = "the workbook"
	names := map[string]string{
		"Đơn vị phải gửi": "owed", "Đã gửi (gồm không phát sinh)": "met", "Đúng hạn": "on time", "Muộn": "late", "Gửi bù sau khi khóa sổ": "made up", "Không phát sinh": "nil",
		"Chưa gửi": "missing", "Chưa kết nối": "unconnected", "Mất liên lạc": "unreachable", "Tạm dừng": "exempt", "Số gương được giới thiệu": "examples",
		"Số gương của các tháng trong quý": "of the months", "Số gương lũy kế từ đầu năm": "since January",
	}
	columns := map[string]string{
		"owed": "Phải gửi", "met": "Đã gửi", "on time": "Đúng hạn", "late": "Muộn", "made up": "Gửi bù", "nil": "Không phát sinh", "missing": "Chưa gửi",
		"unconnected": "Trong đó chưa kết nối", "unreachable": "Trong đó mất liên lạc", "exempt": "Tạm dừng", "examples": "Số gương",
	}
	for i, row := range rows {
		if len(row) < 2 {
			continue
		}
		switch what := names[row[0]]; {
		case what != "":
			s.say(where, what, number(s.T, row[1]))
			if what == "met" && len(row) > 3 {
				s.say(where, "met before", number(s.T, row[3]))
			}
		case row[0] == "Khối thi đua":
			end := i + slices.IndexFunc(rows[i:], func(r []string) bool { return len(r) > 0 && r[0] == texts.TotalRow() })
			s.blockRows(where, columnsOf(row), columns, rows[i+1:end+1])
		case row[0] == "Theo loại" || row[0] == "Theo đối tượng" || row[0] == "Theo kết quả xem xét":
			n := 0
			for _, counted := range rows[i+1:] {
				if len(counted) < 2 {
					break
				}
				n += number(s.T, counted[1])
			}
			s.say(where+", "+row[0], "examples", n)
		}
	}
}

// chats asks how things stand, as everybody may.
func (s *sum) chats() {
	overview := s.show(officerID, digest.Main, 0)
	s.overview("the agency", overview, "")
	s.kinds("the agency", overview.Text)
	s.lists("the agency", officerID)
	if strings.Contains(overview.Text, "So với") {
		s.sentence("the agency, compared", overview.Text, `đã gửi (\d+) \(kỳ trước (\d+)\), trong đó không phát sinh (\d+) \(kỳ trước (\d+)\); gương (\d+) \(`,
			"met", "met before", "nil", "met before", "examples")
	} else {
		s.say("the agency, not compared", "met before", 0)
	}
	s.overview("a leader", s.show(leaderID, digest.Main, 0), "")
	s.lists("a leader", leaderID)
	for i, name := range headed {
		if !slices.ContainsFunc(s.units, func(u drawnUnit) bool { return u.Block == name }) {
			continue
		}
		where, head := "the head of "+name, headID+int64(i)
		s.overview(where, s.show(head, digest.Main, 0), " of "+name)
		for section, what := range missingLists {
			s.say(where+", "+section, what+" of "+name, len(s.lines(head, section)))
		}
	}
}

// missingLists are the lists of units that have not sent.
var missingLists = map[string]string{digest.Gaps: "missing", digest.Unconnected: "unconnected", digest.Lost: "unreachable"}

// overview reads the first screen, of all units or of one block.
func (s *sum) overview(where string, m chat.Message, of string) {
	if strings.Contains(m.Text, "chưa có đơn vị nào phải gửi") {
		s.say(where, "owed"+of, 0)
		s.say(where, "exempt"+of, 0)
		return
	}
	for pattern, what := range map[string]string{`Đơn vị phải gửi: (\d+)`: "owed", `• Đúng hạn: (\d+)`: "on time", `• Chưa gửi: (\d+)`: "missing"} {
		s.sentence(where, m.Text, pattern, what+of)
	}
	for pattern, what := range map[string]string{
		`• Muộn: (\d+)`: "late", `• Không phát sinh: (\d+)`: "nil", `Tạm dừng: (\d+)`: "exempt", `• Gửi bù sau khi khóa sổ: (\d+)`: "made up",
	} {
		s.orZero(where, m.Text, pattern, what+of)
	}
	s.ofThem(where, m.Text, of)
	labels := ""
	for _, line := range m.Buttons {
		for _, b := range line {
			labels += b.Label + "\n"
		}
	}
	for label, what := range map[string]string{"Chưa gửi": "missing", "Chưa kết nối": "unconnected", "Mất liên lạc": "unreachable"} {
		s.orZero(where+", buttons", labels, label+` \((\d+)\)`, what+of)
	}
	if of == "" {
		s.orZero(where+", buttons", labels, `Gương đã nhận \((\d+)\)`, "examples")
	}
}

// lists reads all pages behind the buttons.
func (s *sum) lists(where string, who int64) {
	for section, what := range missingLists {
		s.say(where+", "+section, what, len(s.lines(who, section)))
	}
	examples := strings.Join(s.lines(who, digest.Examples), "\n")
	listed := counted(`G-\d{4}-\d+`, examples)
	hidden, _ := found(s.T, `(?m)^… và (\d+) gương chưa được tiếp nhận hoặc đã gỡ`, examples)
	for _, n := range hidden {
		listed += n
	}
	s.say(where+", examples", "examples", listed)
	s.say(where+", kinds", "examples", total(s.T, regexp.MustCompile(`(?s)Theo loại:.*?Theo đối tượng`).FindString(s.show(who, digest.Kinds, 0).Text)))
	added := map[string]int{}
	for _, line := range s.lines(who, digest.Blocks) {
		s.blockLine(where, line, added)
	}
	for _, what := range []string{"owed", "met", "missing", "unconnected", "unreachable", "exempt"} {
		s.say(where+", blocks added up", what, added[what])
	}
}

// blockLine reads the line of a block, and adds it up.
func (s *sum) blockLine(where, line string, added map[string]int) {
	m := regexp.MustCompile(`^• (.*): đã gửi`).FindStringSubmatch(line)
	if m == nil {
		return // nothing is listed
	}
	name := m[1]
	if name == texts.BlockName("") {
		name = ""
	}
	for pattern, whats := range map[string][]string{
		`đã gửi (\d+)/(\d+)`: {"met", "owed"}, `(\d+) không phát sinh`: {"nil"}, `(\d+) chưa gửi`: {"missing"}, `(\d+) tạm dừng`: {"exempt"},
		`trong đó (\d+) chưa kết nối`: {"unconnected"}, `(?:trong đó|chưa kết nối,) (\d+) mất liên lạc`: {"unreachable"},
	} {
		numbers, ok := found(s.T, pattern, line)
		if !ok {
			numbers = make([]int, len(whats))
		}
		for i, what := range whats {
			s.say(where+", blocks", what+" of "+name, numbers[i])
			added[what] += numbers[i]
		}
	}
}

// lines are the lines of a list on all its pages.
func (s *sum) lines(who int64, section string) (lines []string) {
	for page := 0; ; page++ {
		m := s.show(who, section, page)
		for line := range strings.SplitSeq(m.Text, "\n") {
			if strings.HasPrefix(line, "• ") || strings.HasPrefix(line, "G-") || strings.HasPrefix(line, "… và ") {
				lines = append(lines, line)
			}
		}
		more := slices.ContainsFunc(slices.Concat(m.Buttons...), func(b chat.Button) bool { return b.Label == texts.LabelNext })
		if !more {
			return lines
		}
	}
}

// show presses for a section of the digest.
func (s *sum) show(who int64, section string, page int) chat.Message {
	s.updates++
	ev := chat.Event{Kind: chat.Pressed, At: s.now, Chat: who, Private: true, MessageID: s.updates}
	ev.From.ID = who
	ev.Press = chat.Press{Query: fmt.Sprint("query", s.updates), Data: chat.Do(digest.VerbShow, s.Period, section, page).String()}
	raw, err := json.Marshal(ev)
	s.must(err)
	_, err = s.store.PutUpdates(s.now, []storage.Incoming{{ID: s.updates, Raw: raw}}, nil)
	s.must(err)
	desk := &handlers.Desk{
		Decode: func(item storage.Item) (ev chat.Event, err error) { return ev, json.Unmarshal(item.Raw, &ev) },
		Rules:  s.rules, Office: s.office, Log: s.log, Options: handlers.Options{Leaders: s.leaders},
	}
	_, err = s.store.Work(s.now, 10, desk)
	s.must(err)
	for _, row := range s.sent() {
		if row.Message.Text != "" {
			return row.Message
		}
	}
	s.Fatalf("%d is shown nothing of %s", who, section)
	return chat.Message{}
}

// sent lets all rows leave, as the courier does.
func (s *sum) sent() (rows []storage.Row) {
	refs, err := s.store.Watch(time.Now(), func([]storage.Ref) {})
	s.must(err)
	for _, ref := range refs {
		row, ok, err := s.store.Claim(s.now, ref)
		s.must(err)
		if ok {
			s.must(s.store.FinishAll(s.now, []storage.Row{row}, []storage.Result{{Fate: storage.Sent, Message: int64(row.Seq)}}, true, nil))
			rows = append(rows, row)
		}
	}
	return rows
}

// current reports whether people speak of the period when they name none.
func (s *sum) current() bool {
	return s.rules.Nearest(s.Duty, report.DateOf(s.now.In(s.rules.Zone))) == s.Period
}

// clock reads the digests that the clock sends.
func (s *sum) clock() {
	if !s.current() {
		return
	}
	always, err := cron.ParseStandard("* * * * *")
	s.must(err)
	clock := &scheduler.Scheduler{
		Store: s.store, Office: s.office, Log: s.log, Leaders: s.leaders,
		Digests: []scheduler.Digest{{Spec: "* * * * *", When: always, Duty: s.Duty, To: report.Officer}, {Spec: "* * * * *", When: always, Duty: s.Duty, To: report.Leader}},
	}
	clock.Tick(s.now.Add(-time.Minute))
	s.sent()
	clock.Tick(s.now)
	read := 0
	for _, row := range s.sent() {
		switch read++; row.Chat {
		case officerID:
			s.overview("the digest", row.Message, "")
			s.kinds("the digest", row.Message.Text)
		case leaderID:
			s.sentence("the leader's digest", row.Message.Text, `Đã gửi: (\d+)/(\d+) đơn vị`, "met", "owed")
			s.missing("the leader's digest", row.Message.Text)
			s.sentence("the leader's digest", row.Message.Text, `Gương được giới thiệu: (\d+)`, "examples")
		}
	}
	if read != 2 {
		s.fail("%d digests were sent", read)
	}
}

// metrics reads the page of figures.
func (s *sum) metrics() {
	if !s.current() {
		return
	}
	var page bytes.Buffer
	s.must(writeFigures(&page, s.store, s.now))
	for _, what := range []string{"owed", "met", "missing", "unconnected", "unreachable", "exempt"} {
		s.sentence("metrics", page.String(), fmt.Sprintf(`guongsang_period_units{period="%s",standing="%s"} (\d+)`, s.Period, what), what)
	}
	s.sentence("metrics", page.String(), fmt.Sprintf(`guongsang_period_examples{period="%s"} (\d+)`, s.Period), "examples")
}
