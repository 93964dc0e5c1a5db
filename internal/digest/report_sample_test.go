package digest_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"sync"
	"time"

	"guongsang/internal/assess"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

var (
	zone   = time.FixedZone("+07", 7*3600)
	at     = time.Date(2026, 11, 23, 8, 5, 0, 0, zone)
	office = texts.Office{
		Organization: "UBND xã Phong Thổ", Parent: "UBND tỉnh Lai Châu", Agency: "Phòng Văn hóa - Xã hội", Council: "Hội đồng Thi đua - Khen thưởng xã Phong Thổ",
		Contact: "Phòng Văn hóa - Xã hội, điện thoại 0900 000 001", You: "anh/chị", Zone: zone,
	}
	letterheadOf = digest.Letterhead{
		Place: "Phong Thổ", Symbols: digest.Symbols{Report: "VHXH", Letter: "VHXH", Kept: "VHXH"}, SignerTitle: "TRƯỞNG PHÒNG", SignerName: "Hà Thị Yên",
		Recipients: []string{"Thường trực Đảng ủy", "Thường trực HĐND xã", "Lãnh đạo UBND xã"},
		Bases: []texts.LegalBasis{
			{Name: "Luật Thi đua, khen thưởng số 06/2022/QH15", Date: report.NewDate(2022, 6, 15)},
			{Name: "Nghị định số 09/2019/NĐ-CP của Chính phủ quy định về chế độ báo cáo của cơ quan hành chính nhà nước", Date: report.NewDate(2019, 1, 24), State: true},
			{Name: "Nghị định số 98/2023/NĐ-CP của Chính phủ", Date: report.NewDate(2023, 12, 31), To: report.NewDate(2025, 6, 30)}, // ended
			{Name: "Nghị định số 01/2027/NĐ-CP của Chính phủ", Date: report.NewDate(2026, 11, 1), From: report.NewDate(2027, 1, 1)}, // not yet in force
		},
	}
	november = report.Period{Duty: report.Month, Year: 2026, Number: 11}
	december = report.Period{Duty: report.Month, Year: 2026, Number: 12}
	fourth   = report.Period{Duty: report.Quarter, Year: 2026, Number: 4}
	rules    = report.Rules{
		Zone:    zone,
		Month:   report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1},
		Quarter: report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1},
	}
)

// The directory: names of an invented commune.
var blocks = [][]string{
	{"Ban Xây dựng Đảng", "Ủy ban Kiểm tra Đảng ủy", "Văn phòng Đảng ủy", "Ủy ban MTTQ Việt Nam xã", "Hội Liên hiệp Phụ nữ xã", "Hội Nông dân xã", "Đoàn TNCS Hồ Chí Minh xã", "Hội Cựu chiến binh xã"},
	{"Văn phòng HĐND và UBND xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công xã", "Trạm Y tế xã", "Công an xã", "Ban Chỉ huy Quân sự xã", "Đồn Biên phòng Cửa khẩu Quốc tế Ma Lù Thàng"},
	{"Trường THPT Phong Thổ", "Trường PTDTBT THCS Huổi Luông", "Trường PTDTBT Tiểu học Ma Li Pho", "Trường Mầm non Mường So", "Trường THCS thị trấn"},
	{"Bản Nà Cúng", "Bản Vàng Bó", "Bản Huổi Én", "Bản Thẩm Bú", "Bản Pa Nậm Cúm", "Bản Nậm Le", "Bản Tây An", "Bản Nà Vàng"},
}

var blockNames = []string{"Khối Đảng, đoàn thể", "Khối chính quyền, lực lượng vũ trang", "Khối trường học", "Khối bản, tổ dân phố"}

func units() (all []report.Unit) {
	for b, names := range blocks {
		for i, name := range names {
			all = append(all, report.Unit{Code: fmt.Sprintf("PT%d%02d", b+1, i+1), Name: name, Block: blockNames[b], Month: true, Quarter: true})
		}
	}
	return all
}

// people are introduced; all of them are invented.
var people = []report.Content{
	{Category: report.GoodDeed, Object: report.Person, Name: "Lò Thị Xuân An", Born: 1988, Gender: "Nữ", Ethnicity: "Thái", Position: "Giáo viên mầm non", Place: "Trường Mầm non Mường So", Field: report.Education,
		Title: "Cô giáo cắm bản 9 năm, vận động 100% trẻ 5 tuổi ra lớp", Groups: []report.Group{report.DirectLabour, report.Remote}, Consent: report.NameAndPhoto,
		Summary: "Chín năm cắm bản ở điểm trường xa nhất, cô An đi từng nhà cùng trưởng bản vận động phụ huynh, nấu ăn trưa cho các cháu ở xa. Năm học 2026-2027, cả 31 trẻ 5 tuổi của bản đều ra lớp, không cháu nào bỏ học giữa chừng.",
		Results: "31/31 trẻ 5 tuổi ra lớp", Media: []report.Media{{Kind: "photo", Hash: "1"}, {Kind: "photo", Hash: "2"}}},
	{Category: report.GoodDeed, Object: report.Person, Name: "Giàng A Minh", Born: 2011, Gender: "Nam", Position: "Học sinh lớp 9A1", Place: "Bản Vàng Bó", Field: report.Culture,
		Title: "Em Giàng A Minh nhặt được ví có 6.450.000 đồng, trả lại người mất", Groups: []report.Group{report.Pupil}, Consent: report.NameAndPhoto, ChildConsent: true, GuardianConsent: true,
		Summary: "Trên đường từ trường THCS thị trấn về bản Vàng Bó, em Minh nhặt được chiếc ví có 6.450.000 đồng và giấy tờ. Em mang ngay đến công an xã nhờ tìm người mất.",
		Media:   []report.Media{{Kind: "photo", Hash: "3"}}},
	{Category: report.GoodDeed, Object: report.Person, Name: "Tẩn Phủ Lìn", Born: 1979, Gender: "Nam", Ethnicity: "Dao", Position: "Nông dân", Place: "Bản Nà Vàng", Field: report.Rural,
		Title: "Hiến 320 m² đất ruộng mở rộng đường bản", Groups: []report.Group{report.Farmer, report.Border}, Consent: report.NameAndPhoto,
		Summary: "Khi bản mở rộng đường, ông Lìn tự nguyện hiến 320 m² đất ruộng một vụ và vận động 14 hộ cùng hiến đất, góp 86 ngày công. Đường rộng 4 m hoàn thành sau 25 ngày, xe tải vào được tận bản.",
		Media:   []report.Media{{Kind: "photo", Hash: "4"}}},
	{Category: report.GoodDeed, Object: report.Person, Name: "Phàn Mý Hoa", Born: 1975, Gender: "Nữ", Position: "Tổ trưởng vay vốn", Place: "Bản Huổi Én", Field: report.Poverty,
		Title: "52 hộ vay 3,1 tỷ đồng, không có nợ quá hạn", Groups: []report.Group{report.Farmer}, Consent: report.NotGiven,
		Summary: "Làm tổ trưởng tổ tiết kiệm và vay vốn 8 năm, chị Hoa cùng từng hộ tính cách làm ăn trước khi vay. Đến nay 52 hộ vay 3,1 tỷ đồng, không có nợ quá hạn, 19 hộ đã thoát nghèo."},
	{Category: report.Advanced, Object: report.Collective, Name: "Chi hội Phụ nữ bản Nà Cúng", Place: "Bản Nà Cúng", Field: report.Rural,
		Title: "100% hội viên phân loại rác tại nhà", Groups: []report.Group{report.SmallCollective, report.Grassroots}, Consent: report.NameOnly,
		Summary: "Từ đầu năm, chi hội chia 6 nhóm, mỗi nhóm 9 chị kèm nhau phân loại rác. Đến tháng 10, cả 54 hội viên đã có hố ủ và giỏ đựng riêng.", Results: "Bản không còn điểm rác tồn đọng"},
	{Category: report.NewModel, Object: report.Collective, Name: "Camera an ninh bản xã hội hóa", Place: "Công an xã", Field: report.Security,
		Title: "14/16 bản lắp 37 mắt camera, giảm 60% vụ trộm", Groups: []report.Group{report.Border}, Consent: report.NameOnly,
		Summary: "Công an xã cùng các bản vận động góp 148 triệu đồng lắp 37 mắt camera ở 14 trong 16 bản.", Spread: "Hai xã liền kề đã làm theo"},
	{Category: report.Advanced, Object: report.Household, Name: "Hộ bà Lý Thị Dung", Place: "Bản Thẩm Bú", Field: report.Economy,
		Title: "Từ hộ nghèo đến thu nhập 280 triệu đồng/năm nhờ trồng sâm và nuôi ong", Groups: []report.Group{report.Farmer}, Consent: report.NotGiven,
		Summary: "Vay 50 triệu đồng, gia đình bà Dung trồng 2.000 gốc sâm, nuôi 60 đàn ong; nay thu 280 triệu đồng một năm và giúp 7 hộ cùng làm."},
	{Category: report.GoodDeed, Object: report.Person, Name: "Đào Quốc Hưng", Born: 1993, Gender: "Nam", Position: "Công an xã", Place: "Công an xã", Field: report.Rescue,
		Title: "Lao xuống suối lũ cứu hai em nhỏ", Groups: []report.Group{report.DirectLabour}, Consent: report.NameAndPhoto,
		Summary: "Chiều 28/10, trên đường tuần tra, đồng chí Hưng phát hiện hai em nhỏ bị lũ cuốn ở suối Nậm So. Anh buộc dây vào người, lao xuống đưa cả hai em vào bờ an toàn và sơ cứu tại chỗ."},
}

// source makes the input for a report of that many examples; of every ten
// units four are on time, one is late, one has nothing, one is exempt, two are
// missing and one cannot be asked.
func source(p report.Period, examples int, before *report.Summary) digest.ReportInput {
	in, _ := written(p, examples, before, func([]report.Example) {})
	return in
}

// madeAt is when the documents of a period are made: when its deadline has passed.
func madeAt(p report.Period) time.Time {
	if after := rules.Schedule(p).Deadline.AddDays(2); report.DateOf(at).Before(after) {
		return time.Date(after.Year, after.Month, after.Day, 8, 5, 0, 0, zone)
	}
	return at
}

// written is such an input with something else written into its examples, and
// the examples.
func written(p report.Period, examples int, before *report.Summary, write func([]report.Example)) (digest.ReportInput, []report.Example) {
	return writtenAt(madeAt(p), p, examples, before, write)
}

// writtenAt is one that is made at that time.
func writtenAt(at time.Time, p report.Period, examples int, before *report.Summary, write func([]report.Example)) (digest.ReportInput, []report.Example) {
	dir := report.NewDirectory(units())
	var all []report.Example
	contacts := map[string]report.Contact{}
	var introducing []string
	standings := standingsOf(dir, p, examples)
	for i, st := range standings {
		if i%10 == 8 {
			contacts[st.Unit] = report.Contacts[1+i/10%2]
		}
		if st.State == report.OnTime || st.State == report.Late {
			introducing = append(introducing, st.Unit)
		}
	}
	for n := range examples {
		all = append(all, report.Example{
			Number: fmt.Sprintf("G-2026-%04d", n+1), Unit: introducing[n%len(introducing)], Periods: []report.Period{p}, Version: 1, Sent: at, Content: people[n%len(people)],
			Review: [...]report.Review{report.Selected, report.Accepted, report.Accepted, report.Selected, report.Published, report.Received, report.Received, report.Returned}[n%8],
		})
	}
	write(all)
	var filings []report.Filing
	for _, e := range all {
		filings = append(filings, report.Filed(e, p))
	}
	sum := report.Summarize(dir, rules.Schedule(p), standings, filings, contacts, before, at)
	balance := report.BalanceOf(all, nil, texts.Traits())
	return digest.ReportInput{
		Office: office, Letterhead: letterheadOf, Summary: sum, Year: yearOf(p, examples), Reminders: remindersOf(sum), Assessment: assessed(sum, balance),
		Balance: balance, Examples: privacy.Views(all, dir, privacy.Public, report.DateOf(at)), Open: openPhoto,
	}, all
}

// assessed is what the figures of a month or quarter show.
func assessed(sum report.Summary, b report.Balance) []assess.Paragraph {
	return office.Assessment(assess.Of(assess.Figures{
		Period: sum.Schedule.Period, Open: !sum.Schedule.Deadline.Before(report.DateOf(sum.At)), Total: sum.Total, Before: sum.Before, Blocks: sum.Blocks,
		ByReview: sum.ByReview, ByPlace: sum.ByPlace, Balance: b, IdleGroups: assess.Idle(sum.ByGroup), Run: 3,
	}))
}

// standingsOf are those of all units in a period of so many examples.
func standingsOf(dir report.Directory, p report.Period, examples int) (standings []report.Standing) {
	for i, u := range dir.Units() {
		state := [...]report.State{
			report.OnTime, report.OnTime, report.Pending, report.Late, report.OnTime, report.NilFiled, report.Pending, report.OnTime, report.Pending, report.Exempt,
		}[i%10]
		if examples == 0 {
			state = report.Pending
		}
		standings = append(standings, report.Standing{Unit: u.Code, Period: p, State: state, Timing: report.OnTime, Need: 1})
	}
	return standings
}

// yearOf is what the months of a year introduced: 16 each, and in a month that is
// reported of what it has.
func yearOf(p report.Period, examples int) (year []report.MonthCount) {
	for month := range p.LastMonth() {
		year = append(year, report.MonthCount{Period: report.Period{Duty: report.Month, Year: p.Year, Number: int(month) + 1}, Examples: 16})
	}
	if p.Duty == report.Month {
		year[len(year)-1].Examples = examples
	}
	return year
}

// remindersOf is the log of those who can be asked: two reminders each, of which
// of one unit only the first went out.
func remindersOf(sum report.Summary) (log []digest.Reminder) {
	for i, g := range sum.GapsOf(report.Reachable) {
		first := digest.Reminder{At: sum.At.AddDate(0, 0, -10), Unit: g.Unit.Code, Stage: "-5", Result: digest.ReminderSent}
		second := first
		second.At, second.Stage = sum.At.AddDate(0, 0, -3), "0"
		if i == 0 {
			second.Result = digest.ReminderRefused
		}
		log = append(log, first, second)
	}
	return log
}

// openPhoto gives a picture of a hillside.
func openPhoto(privacy.Photo) (io.ReadCloser, error) {
	return io.NopCloser(bytes.NewReader(hillside())), nil
}

var hillside = sync.OnceValue(func() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 1280, 853))
	for x := range 1280 {
		for y := range 853 {
			c := color.RGBA{uint8(150 + y/9), uint8(190 + y/16), 235, 255}
			if ridge := 380 + (x*x/1900+x*7)%290/3 + x/9; y > ridge {
				c = color.RGBA{uint8(60 + (x^y)%25), uint8(120 + (y-ridge)/9%60 + x*y%7), 70, 255}
			}
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 80}); err != nil {
		panic(err)
	}
	return b.Bytes()
})
