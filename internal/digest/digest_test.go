package digest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

var update = flag.Bool("update", false, "rewrite testdata")

var zone = time.FixedZone("+07", 7*3600)

var office = texts.Office{
	Organization: "UBND xã Phong Thổ", Agency: "Phòng Văn hóa - Xã hội", Contact: "chị Hạnh, 0900 000 001", You: "anh/chị", Zone: zone,
}

var rules = report.Rules{
	Zone:    zone,
	Month:   report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1},
	Quarter: report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1},
}

// summary counts an invented period of n units in blocks of ten: by number, of
// every ten units four are on time, one is late, one has nothing, one is
// exempt, two are missing and one cannot be reached.
func summary(p report.Period, n int, before *report.Summary) report.Summary {
	sum, _ := period(p, n, before)
	return sum
}

// public are the examples of that period as everybody may see them.
func public(p report.Period, n int) []privacy.View { return views(p, n, privacy.Public) }

func views(p report.Period, n int, a privacy.Audience) []privacy.View {
	_, examples := period(p, n, nil)
	return privacy.Views(examples, report.NewDirectory(nil), a, report.NewDate(2026, 11, 23))
}

func period(p report.Period, n int, before *report.Summary) (sum report.Summary, examples []report.Example) {
	var units []report.Unit
	var standings []report.Standing
	var filings []report.Filing
	contacts := map[string]report.Contact{}
	for i := range n {
		u := report.Unit{Code: fmt.Sprintf("PT%03d", i+1), Name: fmt.Sprintf("Đơn vị số %d", i+1), Block: fmt.Sprintf("Khối %d", i/10+1), Month: true, Quarter: true}
		state := [...]report.State{
			report.OnTime, report.OnTime, report.Pending, report.Late, report.OnTime, report.NilFiled,
			report.Pending, report.Exempt, report.OnTime, report.Pending,
		}[i%10]
		units = append(units, u)
		standings = append(standings, report.Standing{Unit: u.Code, Period: p, State: state, Timing: report.OnTime, Need: 1})
		if i%10 == 9 {
			contacts[u.Code] = report.Contacts[1+i/10%2]
		}
		if state == report.OnTime || state == report.Late {
			examples = append(examples, example(len(examples), u.Code, p))
			filings = append(filings, report.Filed(examples[len(examples)-1], p))
		}
	}
	at := time.Date(2026, 11, 23, 8, 5, 0, 0, zone)
	return report.Summarize(report.NewDirectory(units), rules.Schedule(p), standings, filings, contacts, before, at), examples
}

func example(n int, unit string, p report.Period) report.Example {
	names := [...]string{"Lò Thị Xuân An", "Tẩn Phủ Lìn", "Nhóm Bếp cơm 0 đồng", "Hộ bà Lý Thị Dung", "Camera an ninh bản xã hội hóa"}
	titles := [...]string{
		"Cô giáo cắm bản 9 năm, vận động 100% trẻ 5 tuổi ra lớp", "Hiến 320 m² đất ruộng mở rộng đường bản",
		"240 suất cơm mỗi tuần cho người bệnh vùng xa", "Từ hộ nghèo đến thu nhập 280 triệu đồng/năm nhờ trồng sâm và nuôi ong",
		"14/16 bản lắp 37 mắt camera, giảm 60% vụ trộm",
	}
	objects := [...]report.Object{report.Person, report.Person, report.Collective, report.Household, report.Collective}
	return report.Example{
		Number: fmt.Sprintf("G-2026-%04d", n+1), Unit: unit, Periods: []report.Period{p}, Version: 1,
		Review: [...]report.Review{report.Received, report.Accepted, report.Returned, report.Selected}[n%4],
		Content: report.Content{
			Category: report.Categories[n%3], Object: objects[n%5], Name: names[n%5], Title: titles[n%5],
			Groups: []report.Group{report.Groups[n%10]},
		},
	}
}

func month(n int) report.Period { return report.Period{Duty: report.Month, Year: 2026, Number: n} }

func TestGolden(t *testing.T) {
	before := summary(month(10), 20, nil)
	november := summary(month(11), 40, &before)
	quarter := summary(report.Period{Duty: report.Quarter, Year: 2026, Number: 4}, 10, nil)
	empty := summary(month(12), 0, nil)
	for name, messages := range map[string][]chat.Message{
		"month": {Overview(november, office), Section(november, office, Blocks, 0), Section(november, office, Kinds, 0)},
		"lists": {
			examplesPage(november, views(month(11), 40, privacy.Desk), 1),
			examplesPage(november, public(month(11), 40), 1), examplesPage(november, views(month(11), 40, privacy.Internal), 1),
		},
		"quarter": {Overview(quarter, office), leader(t, quarter, public(quarter.Schedule.Period, 10)), Block(quarter, office)},
		"empty":   {Overview(empty, office), leader(t, empty, nil), Block(empty, office), Section(empty, office, Kinds, 0)},
		"leader":  {leader(t, november, public(month(11), 40)), leader(t, november, views(month(11), 40, privacy.Internal))},
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, messages) })
	}
}

// examplesPage is a page of all these examples.
func examplesPage(sum report.Summary, examples []privacy.View, page int) chat.Message {
	first, last := ExamplesOn(page, len(examples))
	return ExamplesPage(sum.Schedule.Period, examples[first:last], page, len(examples), sum.Total.Examples-len(examples))
}

func leader(t *testing.T, sum report.Summary, examples []privacy.View) chat.Message {
	t.Helper()
	m, err := Leader(sum, examples, office)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// What the desk sees is not for leaders.
func TestLeadersAreNotTheDesk(t *testing.T) {
	if _, err := Leader(summary(month(11), 40, nil), views(month(11), 40, privacy.Desk), office); err == nil {
		t.Error("a leader is shown what the desk is")
	}
}

// Only what the agency took up is held out as an example.
func TestNotable(t *testing.T) {
	all := views(month(11), 40, privacy.Desk)
	for _, v := range Notable(all, len(all)) {
		if !privacy.Accepted(v.Review) {
			t.Errorf("%s is %s", v.Number, v.Review)
		}
	}
	hidden := []privacy.View{{Review: report.Selected, Hidden: true}, {Review: report.Received}, {Review: report.Retracted}}
	if got := Notable(hidden, 3); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// Whoever reads only the examples that NotableFilings finds tells a leader the
// same.
func TestNotableFilings(t *testing.T) {
	all := views(month(11), 40, privacy.Internal)
	all[1].Review, all[3].Review = report.Published, report.Selected
	var filings []report.Filing
	for _, v := range all {
		filings = append(filings, report.Filing{Example: v.Number, Facets: report.Facets{Review: v.Review}})
	}
	var few []privacy.View
	for _, f := range NotableFilings(filings) {
		i := slices.IndexFunc(all, func(v privacy.View) bool { return v.Number == f.Example })
		few = append(few, all[i])
	}
	november := summary(month(11), 40, nil)
	if got, want := leader(t, november, few), leader(t, november, all); got.String() != want.String() || len(few) != toldLeader {
		t.Errorf("of %d examples\n%s\nof all\n%s", len(few), got, want)
	}
	if len(NotableFilings(nil)) != 0 {
		t.Error("somebody is notable in an empty month")
	}
}

func golden(t *testing.T, name string, messages []chat.Message) {
	t.Helper()
	var b strings.Builder
	for _, m := range messages {
		b.WriteString(m.String() + "\n")
		for _, line := range m.Buttons {
			for _, button := range line {
				fmt.Fprintf(&b, "[%s %s] ", button.Label, button.Do)
			}
			b.WriteString("\n")
		}
		b.WriteString("----\n")
	}
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("differs from %s (-update rewrites it)\n%s", file, got)
	}
}

// A province has thousands of examples; every one of them is on exactly one
// page, and every page fits a phone.
func TestPagesOfAProvince(t *testing.T) {
	sum, examples := summary(month(11), 3321, nil), public(month(11), 3321)
	for _, name := range []string{Blocks, Examples} {
		listed := 0
		for page := 0; ; page++ {
			m := Section(sum, office, name, page)
			if name == Examples {
				m = examplesPage(sum, examples, page)
			}
			if len(m.String()) > 1400 || strings.Count(m.String(), "\n") > 20 {
				t.Fatalf("page %d of %s has %d bytes:\n%s", page, name, len(m.String()), m)
			}
			listed += strings.Count(m.Text, "\n• ") + strings.Count(m.Text, "G-2026-")
			if strings.HasPrefix(m.Text, "• ") {
				listed++
			}
			last := true
			for _, button := range slices.Concat(m.Buttons...) {
				last = last && button.Label != texts.LabelNext
			}
			if last {
				break
			}
		}
		want := map[string]int{Blocks: len(sum.Blocks), Examples: sum.Total.Examples}[name]
		if listed != want {
			t.Errorf("%s: %d listed, want %d", name, listed, want)
		}
	}
}

func TestPageOutOfRangeGivesNearest(t *testing.T) {
	sum, examples := summary(month(11), 40, nil), public(month(11), 40)
	for _, page := range []int{-5, 999} {
		if m := examplesPage(sum, examples, page); len(m.Buttons) == 0 || strings.Contains(m.Text, texts.NothingListed()) {
			t.Errorf("page %d: %s", page, m)
		}
	}
}

func TestFirstScreenFitsOnePhone(t *testing.T) {
	before := summary(month(10), 3321, nil)
	m := Overview(summary(month(11), 3321, &before), office)
	if len(m.String()) > 1024 || strings.Count(m.String(), "\n") > 20 {
		t.Errorf("%d bytes, %d lines:\n%s", len(m.String()), strings.Count(m.String(), "\n"), m)
	}
}

// Buttons travel in 64 bytes.
func TestButtonsAreShort(t *testing.T) {
	sum := summary(month(11), 3321, nil)
	for _, m := range []chat.Message{Overview(sum, office), Section(sum, office, Blocks, 5), leader(t, sum, public(month(11), 3321)), Block(sum, office)} {
		for _, line := range m.Buttons {
			for _, button := range line {
				if len(button.Do.String()) > chat.MaxAction {
					t.Errorf("%q carries %d bytes", button.Label, len(button.Do.String()))
				}
			}
		}
	}
}
