package report

import (
	"encoding/json"
	"testing"
	"time"
	_ "time/tzdata"
)

// zones have between them: no changes of clock, changes at 02:00, gaps at
// midnight (Beirut, Cairo, Santiago, Havana), a half-hour change and a gap
// that ends at midnight (Nuuk).
var zones = []string{
	"Asia/Ho_Chi_Minh", "Europe/Berlin", "Asia/Beirut", "Africa/Cairo",
	"America/Santiago", "America/Havana", "Australia/Lord_Howe", "America/Nuuk",
}

func mustZone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func day(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDateRefused(t *testing.T) {
	for _, s := range []string{"", "today", "31.02.2026", "2026-13-01", "2026-02-29", "2026-2-3", "٢٠٢٦-01-01", "2026-11-20T00:00", "0", "-1"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %s, want it refused", s, d)
		}
	}
}

func TestDateArithmetic(t *testing.T) {
	tests := []struct {
		from string
		add  int
		want string
	}{
		{"2026-11-20", 0, "2026-11-20"},
		{"2026-12-31", 1, "2027-01-01"},
		{"2027-01-01", -1, "2026-12-31"},
		{"2028-02-28", 1, "2028-02-29"},
		{"2027-02-28", 1, "2027-03-01"},
		{"2028-12-31", -366, "2027-12-31"},
	}
	for _, tt := range tests {
		from := day(t, tt.from)
		got := from.AddDays(tt.add)
		if got.String() != tt.want {
			t.Errorf("%s + %d days = %s, want %s", tt.from, tt.add, got, tt.want)
		}
		if n := got.Sub(from); n != tt.add {
			t.Errorf("%s - %s = %d days, want %d", got, from, n, tt.add)
		}
	}
}

func TestDateText(t *testing.T) {
	type record struct {
		D Date
		M map[Date]int
	}
	in := record{D: Date{}, M: map[Date]int{{2026, 11, 20}: 1}}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"D":"","M":{"2026-11-20":1}}`; string(b) != want {
		t.Errorf("stored as %s, want %s", b, want)
	}
	out := record{D: Date{2026, 1, 1}}
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	if !out.D.IsZero() || out.M[Date{2026, 11, 20}] != 1 {
		t.Errorf("read back as %+v", out)
	}
	month := Date{Year: 2013, Month: 3} // of a birth
	if err := out.D.UnmarshalText([]byte(month.String())); err != nil || out.D != month || month.String() != "2013-03" {
		t.Errorf("%v is written %q and read as %v: %v", month, month.String(), out.D, err)
	}
}

// A day begins with the first instant that shows it and ends where the next
// begins, whatever the clocks do.
func TestDayBounds(t *testing.T) {
	for _, name := range zones {
		loc := mustZone(t, name)
		for d := (Date{2020, 1, 1}); d.Year < 2031; d = d.AddDays(1) {
			start, end := d.Start(loc), d.End(loc)
			if DateOf(start) != d || DateOf(start.Add(-1)) == d {
				t.Fatalf("%s in %s begins at %s", d, name, start)
			}
			if length := end.Sub(start); length < 22*time.Hour || length > 26*time.Hour {
				t.Fatalf("%s in %s lasts %s", d, name, length)
			}
			if at := d.At(8*time.Hour, loc); DateOf(at) != d || clock(at) != 8*time.Hour {
				t.Fatalf("08:00 of %s in %s is %s", d, name, at)
			}
			if at := d.At(0, loc); DateOf(at) != d {
				t.Fatalf("00:00 of %s in %s is %s", d, name, at)
			}
		}
	}
}

func TestTimeOfDayAtChange(t *testing.T) {
	tests := []struct {
		zone, day, at, want string
	}{
		{"Europe/Berlin", "2026-03-29", "2h30m", "2026-03-29T03:30:00+02:00"},    // skipped
		{"Europe/Berlin", "2026-10-25", "2h30m", "2026-10-25T02:30:00+02:00"},    // the first of two
		{"America/New_York", "2026-03-08", "2h30m", "2026-03-08T03:00:00-04:00"}, // skipped
		{"America/New_York", "2026-11-01", "1h30m", "2026-11-01T01:30:00-04:00"}, // the first of two
		{"Asia/Beirut", "2026-03-29", "0s", "2026-03-29T01:00:00+03:00"},         // no midnight
		{"Asia/Ho_Chi_Minh", "2026-11-20", "8h", "2026-11-20T08:00:00+07:00"},
	}
	for _, tt := range tests {
		at, err := time.ParseDuration(tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := day(t, tt.day).At(at, mustZone(t, tt.zone)).Format(time.RFC3339); got != tt.want {
			t.Errorf("%s of %s in %s = %s, want %s", tt.at, tt.day, tt.zone, got, tt.want)
		}
	}
}
