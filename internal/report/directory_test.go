package report

import (
	"fmt"
	"testing"
)

func TestDirectoryOrder(t *testing.T) {
	d := NewDirectory([]Unit{
		{Code: "PT10", Block: "Khối 2"}, {Code: "PT9", Block: "Khối 2"}, {Code: "PT1", Block: "Khối 10"},
		{Code: "a1", Block: "Khối 1"}, {Code: "A01", Block: "Khối 1"}, {Code: "X"}, {Code: "X", Name: "again"},
	})
	var codes []string
	for _, u := range d.Units() {
		codes = append(codes, u.Code)
	}
	if got := fmt.Sprint(codes); got != "[X A01 a1 PT9 PT10 PT1]" {
		t.Errorf("order %s", got)
	}
	if got := fmt.Sprintf("%q", d.Blocks()); got != `["" "Khối 1" "Khối 2" "Khối 10"]` {
		t.Errorf("blocks %s", got)
	}
	if u, ok := d.Unit("X"); !ok || u.Name != "again" {
		t.Errorf("unit X is %+v, %t", u, ok)
	}
	if _, ok := d.Unit("Y"); ok {
		t.Error("there is no unit Y")
	}
	if n := len(d.Block("Khối 2")); n != 2 {
		t.Errorf("Khối 2 has %d units", n)
	}
	d.Units()[0].Name = "changed"
	if u, _ := d.Unit("X"); u.Name != "again" {
		t.Error("the directory was changed through its list")
	}
}

// Blocks stand as in a Vietnamese list, not as in a table of bytes.
func TestBlocksByTheAlphabet(t *testing.T) {
	want := []string{"", "Bản làng", "Ban Quản lý", "Các phòng", "Dân quân", "Đảng, đoàn thể", "Giáo dục", "Khối 2", "Khối 10", "Ủy ban"}
	var units []Unit
	for i, block := range want {
		units = append(units, Unit{Code: fmt.Sprint("PT", len(want)-i), Block: block})
	}
	if got := NewDirectory(units).Blocks(); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("blocks in the order %q", got)
	}
}

func TestOwes(t *testing.T) {
	r := standard(t)
	month := r.Schedule(Period{Month, 2026, 11})    // closes 14/11, due 20/11
	quarter := r.Schedule(Period{Quarter, 2026, 4}) // closes 14/12, due 21/12
	tests := []struct {
		name           string
		unit           Unit
		month, quarter bool
	}{
		{"both", Unit{Month: true, Quarter: true}, true, true},
		{"none", Unit{}, false, false},
		{"roster", Unit{Month: true, Quarter: true, Roster: Roster{Months: []int{1, 11}, Quarters: []int{2}}}, true, false},
		{"other months", Unit{Month: true, Roster: Roster{Months: []int{10}}}, false, false},
		{"founded on the close", Unit{Month: true, ActiveFrom: Date{2026, 11, 14}}, true, false},
		{"founded after the close", Unit{Month: true, Quarter: true, ActiveFrom: Date{2026, 11, 15}}, false, true},
		{"closed on the deadline", Unit{Month: true, Quarter: true, ActiveTo: Date{2026, 11, 20}}, true, false},
		{"closed before the deadline", Unit{Month: true, ActiveTo: Date{2026, 11, 19}}, false, false},
	}
	for _, tt := range tests {
		if m, q := tt.unit.Owes(month), tt.unit.Owes(quarter); m != tt.month || q != tt.quarter {
			t.Errorf("%s: month %t, quarter %t", tt.name, m, q)
		}
	}
}

// An extension frees no unit that closes before the longer deadline, and binds
// none that closed before the first one.
func TestExtensionChangesNobodysDuty(t *testing.T) {
	r := standard(t)
	p := Period{Month, 2026, 11} // due 20/11
	for closed, owes := range map[Date]bool{{2026, 11, 19}: false, {2026, 11, 20}: true, {2026, 11, 22}: true, {2026, 11, 25}: true, {}: true} {
		u := Unit{Code: "PT1", Month: true, ActiveTo: closed}
		for _, deadline := range []Date{{}, {2026, 11, 23}, {2026, 12, 1}} {
			if s := r.Extend(r.Schedule(p), deadline); u.Owes(s) != owes {
				t.Errorf("closed on %s, due on %s: owes is %t", closed, s.Deadline, u.Owes(s))
			}
		}
	}
}

func TestOwesNothingWhenSwitchedOff(t *testing.T) {
	rules := Rules{Month: DutyRule{Off: true, DeadlineDay: 20}, Quarter: DutyRule{DeadlineDay: 20}}
	u := Unit{Code: "PT1", Month: true, Quarter: true}
	if u.Owes(rules.Schedule(Period{Month, 2026, 11})) || !u.Owes(rules.Schedule(Period{Quarter, 2026, 4})) {
		t.Error("only the quarter is to be owed")
	}
}

func TestChoices(t *testing.T) {
	r := standard(t)
	open := func(period string, state State) OpenPeriod {
		return OpenPeriod{r.Schedule(mustPeriod(t, period)), Standing{State: state}}
	}
	tests := []struct {
		name  string
		today string
		open  []OpenPeriod
		want  string
	}{
		{"nothing open", "2026-11-10", nil, "[]"},
		{"the only one", "2026-11-10", []OpenPeriod{open("2026-11", Pending)}, "[2026-11]"},
		{"the earlier one first", "2026-11-16", []OpenPeriod{open("2026-11", Pending), open("2026-12", Pending)}, "[2026-11 2026-12]"},
		{"the earlier one is met", "2026-11-16", []OpenPeriod{open("2026-11", OnTime), open("2026-12", Pending)}, "[2026-12 2026-11]"},
		{"all met: where today lies", "2026-11-16", []OpenPeriod{open("2026-11", NilFiled), open("2026-12", OnTime)}, "[2026-12 2026-11]"},
		{"exempt is not owed", "2026-11-16", []OpenPeriod{open("2026-11", Exempt), open("2026-12", OnTime)}, "[2026-12 2026-11]"},
		{"month before its quarter", "2026-12-16", []OpenPeriod{open("2026-Q4", Pending), open("2026-12", Pending), open("2027-01", Pending)}, "[2026-12 2026-Q4 2027-01]"},
		{"month met, quarter not", "2026-12-10", []OpenPeriod{open("2026-12", OnTime), open("2026-Q4", Pending)}, "[2026-Q4 2026-12]"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(Choices(tt.open, day(t, tt.today))); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Of periods whose duty is met, the one in whose window today lies comes first,
// from its first day through its last.
func TestChoicesWhereTodayLies(t *testing.T) {
	r := standard(t)
	var open []OpenPeriod
	for _, period := range []string{"2026-11", "2026-12", "2027-01"} { // from 15/10, 15/11, 15/12
		open = append(open, OpenPeriod{r.Schedule(mustPeriod(t, period)), Standing{State: OnTime}})
	}
	for _, test := range []struct{ today, want string }{
		{"2026-11-14", "[2026-11 2026-12 2027-01]"}, {"2026-11-15", "[2026-12 2026-11 2027-01]"}, {"2026-12-14", "[2026-12 2026-11 2027-01]"},
		{"2026-12-15", "[2027-01 2026-11 2026-12]"}, {"2027-01-14", "[2027-01 2026-11 2026-12]"}, {"2027-01-15", "[2026-11 2026-12 2027-01]"},
	} {
		if got := fmt.Sprint(Choices(open, day(t, test.today))); got != test.want {
			t.Errorf("on %s: %s, want %s", test.today, got, test.want)
		}
	}
}

// Units whose names people cannot tell apart are named with their codes; of
// others the name is enough, and so it is again once one of the two is renamed.
func TestNamesakes(t *testing.T) {
	d := NewDirectory([]Unit{
		{Code: "PT1", Name: "Trường Mầm non Hoa Ban", Block: "A"}, {Code: "PT2", Name: "Trường mầm non Hoa Ban", Block: "A"},
		{Code: "PT3", Name: "Trường Tiểu học Hoa Ban", Namesake: true}, {Code: "PT4", Name: "Trường Mầm non Hoa Ban", Block: "B"},
	})
	want := map[string]string{
		"PT1": "Trường Mầm non Hoa Ban (PT1)", "PT2": "Trường mầm non Hoa Ban (PT2)",
		"PT3": "Trường Tiểu học Hoa Ban", "PT4": "Trường Mầm non Hoa Ban (PT4)",
	}
	for u := range d.All() {
		if u.Label() != want[u.Code] {
			t.Errorf("%s is called %s", u.Code, u.Label())
		}
	}
	units := d.Units()
	for i := range units {
		if units[i].Code != "PT4" {
			units[i].Name = units[i].Code
		}
	}
	if u, _ := NewDirectory(units).Unit("PT4"); u.Label() != u.Name {
		t.Errorf("it is called %s once it is the only one of its name", u.Label())
	}
}
