package picture

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"guongsang/internal/directory"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

var zone = time.FixedZone("+07", 7*3600)

var office = texts.Office{Organization: "UBND xã Phong Thổ", Agency: "Phòng Văn hóa - Xã hội", Zone: zone}

func month(n int) report.Period { return report.Period{Duty: report.Month, Year: 2026, Number: n} }

// introduced are invented examples.
var introduced = []report.Example{
	introduction("Lò Thị Xuân An", "Cô giáo cắm bản 9 năm, vận động 100% trẻ 5 tuổi ra lớp", report.NameAndPhoto),
	introduction("Tẩn Phủ Lìn", "Hiến 320 m² đất ruộng mở rộng đường bản", report.NameOnly),
	introduction("Phàn Mý Hoa", "52 hộ vay 3,1 tỷ đồng, không có nợ quá hạn", report.NotGiven),
}

func introduction(name, title string, consent report.Consent) report.Example {
	return report.Example{
		Number: "G-2026-0042", Unit: "PT083", Periods: []report.Period{month(11)}, Review: report.Accepted,
		Sent: time.Date(2026, 11, 5, 9, 10, 0, 0, zone),
		Content: report.Content{
			Category: report.GoodDeed, Object: report.Person, Name: name, Title: title, Consent: consent, Place: "Trường Mầm non Dào San, xã Dào San",
		},
	}
}

// shown is what everybody may see of examples, introduced by a nursery school.
func shown(examples ...report.Example) []privacy.View {
	school := report.NewDirectory([]report.Unit{{Code: "PT083", Name: "Trường Mầm non Dào San"}})
	return privacy.Views(examples, school, privacy.Public, report.NewDate(2026, 11, 23))
}

// district is the board of units over twelve months: most send in time.
func district(units []report.Unit) BoardInput {
	in := BoardInput{
		Office: office, Period: month(11), At: time.Date(2026, 11, 23, 8, 5, 0, 0, zone), Names: shown(introduced...), Units: units, Contacts: map[string]report.Contact{},
	}
	states := []report.State{
		report.OnTime, report.OnTime, report.OnTime, report.Late, report.OnTime, report.NilFiled, report.OnTime, report.Pending, report.OnTime, report.OnTime,
		report.MadeUp, report.OnTime, report.OnTime, report.NilFiled, report.OnTime, report.Exempt, report.OnTime,
	}
	for n := -11; n <= 0; n++ {
		in.Periods = append(in.Periods, month(11).Add(n))
	}
	for i, u := range units {
		in.Contacts[u.Code] = report.Contacts[i%3]
		for n, p := range in.Periods {
			state := states[(i*7+n*5+i*n/3)%len(states)]
			if i%11 == 4 && n < 3 {
				state = report.NotDue
			}
			in.Standings = append(in.Standings, report.Standing{Unit: u.Code, Period: p, State: state})
			if p == in.Period {
				count(&in.Total, state, in.Contacts[u.Code])
			}
		}
	}
	in.Total.Examples = 47
	return in
}

func count(f *report.Figures, state report.State, contact report.Contact) {
	switch f.Duties++; {
	case state == report.OnTime:
		f.OnTime++
	case state == report.Late:
		f.Late++
	case state == report.NilFiled:
		f.Nil++
	case state == report.MadeUp:
		f.MadeUp++
	case state == report.Pending:
		f.Missing++
		switch contact {
		case report.Unconnected:
			f.Unconnected++
		case report.Unreachable:
			f.Unreachable++
		}
	default:
		f.Duties--
	}
}

// keep writes a picture into the folder that LOOK names, to be looked at.
func keep(t *testing.T, name string, file []byte) {
	t.Helper()
	if dir := os.Getenv("LOOK"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".png"), file, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// look keeps a picture that was drawn.
func look(t *testing.T, name string, c *canvas) {
	t.Helper()
	if os.Getenv("LOOK") == "" {
		return
	}
	file, err := c.encode()
	if err != nil {
		t.Fatal(err)
	}
	keep(t, name, file)
}

func demoUnits() []report.Unit { return report.NewDirectory(directory.Demo()).Units() }
