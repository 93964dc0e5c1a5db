package letterhead

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// A rule says what the letters of units are like whose names have one of its words.
type rule struct {
	words    []string // as plain writes them, each beginning and ending with a word of the name
	starts   bool     // the name begins with them
	form     report.LetterForm
	superior func(Office, string) string // of a unit's name; empty: none, or not known
	symbol   string                      // what all units of the kind have behind their numbers; empty: each its own
	signer   string                      // empty: the head of the unit
}

// rules are tried from the first on.
var rules = []rule{
	{words: []string{"ubnd", "ủy ban nhân dân"}, starts: true, form: report.StateForm, superior: none, symbol: "UBND", signer: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"},
	{words: []string{"hđnd", "hội đồng nhân dân"}, starts: true, form: report.StateForm, superior: none, symbol: "HĐND"},

	{words: []string{"bản/tổ"}, starts: true, form: report.SlipForm, superior: place, signer: "TRƯỞNG BẢN (TỔ TRƯỞNG)"},
	{words: []string{"bản"}, starts: true, form: report.SlipForm, superior: place, signer: "TRƯỞNG BẢN"},
	{words: []string{"thôn"}, starts: true, form: report.SlipForm, superior: place, signer: "TRƯỞNG THÔN"},
	{words: []string{"ấp"}, starts: true, form: report.SlipForm, superior: place, signer: "TRƯỞNG ẤP"},
	{words: []string{"tổ dân phố", "tổ nhân dân", "tdp"}, starts: true, form: report.SlipForm, superior: place, signer: "TỔ TRƯỞNG"},
	{words: vietnamese.Villages, starts: true, form: report.SlipForm, superior: place},

	{words: []string{"huyện ủy", "tỉnh ủy", "thành ủy", "thị ủy", "quận ủy", "đảng ủy", "đảng bộ", "chi bộ", "ban xây dựng đảng", "trung tâm chính trị"},
		form: report.PartyForm, superior: committeeOf},

	{words: []string{"mttq", "mặt trận tổ quốc"}, form: report.MassForm, superior: next("Ủy ban MTTQ Việt Nam"), symbol: "MTTQ-BTT"},
	{words: []string{"đoàn kinh tế - quốc phòng"}, form: report.BranchForm, superior: none},
	{words: []string{"đoàn tncs", "đoàn thanh niên", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "thị đoàn", "xã đoàn", "chi đoàn"},
		form: report.YouthForm, superior: youth, symbol: youthSymbol},
	{words: []string{"hội liên hiệp phụ nữ", "hội lhpn", "hội phụ nữ"}, form: report.MassForm, superior: next("Hội Liên hiệp Phụ nữ")},
	{words: []string{"hội nông dân"}, form: report.MassForm, superior: next("Hội Nông dân")},
	{words: []string{"hội cựu chiến binh", "hội ccb"}, form: report.MassForm, superior: next("Hội Cựu chiến binh")},
	{words: []string{"liên đoàn lao động", "lđlđ"}, form: report.MassForm, superior: next("Liên đoàn Lao động"), symbol: "LĐLĐ"},
	{words: []string{"hội chữ thập đỏ"}, form: report.MassForm, superior: next("Hội Chữ thập đỏ")},
	{words: []string{"hội"}, starts: true, form: report.MassForm, superior: none},
	{words: []string{"công đoàn"}, starts: true, form: report.MassForm, superior: none},

	{words: []string{"công an"}, form: report.BranchForm, superior: next("Công an")},
	{words: []string{"chỉ huy quân sự", "ban chqs"}, form: report.BranchForm, superior: next("Bộ Chỉ huy Quân sự")}, // of communes: see military
	{words: []string{"đồn biên phòng"}, form: report.BranchForm, superior: border},
	{words: []string{"viện kiểm sát", "vksnd"}, form: report.BranchForm, superior: next("Viện Kiểm sát nhân dân")},
	{words: []string{"tòa án", "tand"}, form: report.BranchForm, superior: next("Tòa án nhân dân")},
	{words: []string{"thi hành án dân sự"}, form: report.BranchForm, superior: byEra("Cục Thi hành án dân sự", "Thi hành án dân sự")},
	{words: []string{"thuế"}, form: report.BranchForm, superior: byEra("Cục Thuế", "Thuế")},
	{words: []string{"kho bạc", "kbnn"}, form: report.BranchForm, superior: treasury},
	{words: []string{"bảo hiểm xã hội", "bhxh"}, form: report.BranchForm, superior: provincial("Bảo hiểm xã hội")},
	{words: []string{"thống kê"}, form: report.BranchForm, superior: byEra("Cục Thống kê", "Thống kê")},
	{words: []string{"kiểm lâm"}, form: report.BranchForm, superior: provincial("Chi cục Kiểm lâm")},
	{words: []string{"nhcsxh", "ngân hàng chính sách xã hội"}, form: report.BranchForm, superior: provincial("Chi nhánh Ngân hàng Chính sách xã hội")},
	{words: []string{"agribank", "ngân hàng nông nghiệp"}, form: report.BranchForm, superior: provincial("Agribank Chi nhánh")},
	{words: []string{"điện lực"}, form: report.BranchForm, superior: named("Công ty Điện lực")},
	{words: []string{"bưu điện"}, form: report.BranchForm, superior: provincial("Bưu điện")},
	{words: []string{"viễn thông", "vnpt"}, form: report.BranchForm, superior: named("Viễn thông")},
	{words: []string{"viettel"}, form: report.BranchForm, superior: named("Viettel")},
	{words: []string{"ngân hàng", "hải quan", "quản lý thị trường", "công ty", "trung đoàn", "tiểu đoàn", "hải đội"}, form: report.BranchForm, superior: none},

	{words: []string{"trung tâm y tế", "bệnh viện"}, form: report.StateForm, superior: provincial("Sở Y tế")},
	{words: []string{"trạm y tế"}, form: report.StateForm, superior: healthCentre},
	{words: []string{"đăng ký đất đai"}, form: report.StateForm, superior: provincial("Văn phòng Đăng ký đất đai")},
	{words: []string{"thpt", "trung học phổ thông"}, form: report.StateForm, superior: provincial(education)},
	{words: []string{"giáo dục thường xuyên", "gdtx", "giáo dục nghề nghiệp", "gdnn"}, form: report.StateForm, superior: continuing},
}

// kinds are tried when no name tells: words of the kind or the block of a unit.
var kinds = []rule{
	{words: []string{"đoàn thể"}, form: report.StateForm, superior: office}, // a block of all kinds: the names tell, or nothing does
	{words: []string{"cơ quan đảng", "đảng"}, form: report.PartyForm, superior: committeeOf},
	{words: []string{"bản", "thôn", "tổ dân phố"}, form: report.SlipForm, superior: place},
	{words: []string{"vũ trang", "ngành dọc", "doanh nghiệp"}, form: report.BranchForm, superior: none},
}

const (
	youthSymbol = "ĐTN"
	education   = "Sở Giáo dục và Đào tạo"
)

// anyOther is what units are like of which nothing is known: bodies of the office.
var anyOther = rule{form: report.StateForm, superior: office}

// forms are what letters are like by the form alone, if an officer said another than
// the name tells.
var forms = map[report.LetterForm]rule{
	report.StateForm:  anyOther,
	report.BranchForm: {superior: none},
	report.MassForm:   {superior: none},
	report.PartyForm:  {superior: committeeOf},
	report.YouthForm:  {superior: youth, symbol: youthSymbol},
	report.SlipForm:   {superior: place},
}

// ruleOf is the rule for a unit.
func ruleOf(u report.Unit) rule {
	for _, r := range rules {
		if r.fits(u.Name) {
			return r
		}
	}
	for _, text := range []string{u.Kind, u.Block} {
		for _, r := range kinds {
			if r.fits(text) {
				return r
			}
		}
	}
	return anyOther
}

func (r rule) fits(name string) bool {
	name = plain(name)
	for _, w := range r.words {
		at := strings.Index(name, w)
		if at < 0 || r.starts && at > 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(name[:at])
		after, _ := utf8.DecodeRuneInString(name[at+len(w):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
	}
	return false
}

// signers are the posts of those who sign for bodies whose names begin so.
var signers = []rule{
	{words: []string{"trường"}, starts: true, signer: "HIỆU TRƯỞNG"},
	{words: []string{"trung tâm"}, starts: true, signer: "GIÁM ĐỐC"},
	{words: []string{"phòng giao dịch"}, starts: true, signer: "GIÁM ĐỐC"},
	{words: []string{"phòng"}, starts: true, signer: "TRƯỞNG PHÒNG"},
	{words: []string{"đồn biên phòng"}, starts: true, signer: "ĐỒN TRƯỞNG"},
	{words: []string{"văn phòng đảng ủy", "văn phòng huyện ủy", "văn phòng tỉnh ủy", "văn phòng hđnd", "văn phòng hội đồng nhân dân"}, starts: true, signer: "CHÁNH VĂN PHÒNG"},
	{words: []string{"đoàn tncs"}, starts: true, signer: "TM. BAN CHẤP HÀNH\nBÍ THƯ"},
	{words: []string{"trạm y tế"}, starts: true, signer: "TRƯỞNG TRẠM"},
	{words: []string{"hạt kiểm lâm"}, starts: true, signer: "HẠT TRƯỞNG"},
	{words: []string{"ban chỉ huy quân sự"}, starts: true, signer: "CHỈ HUY TRƯỞNG"},
}

// signerOf is the post of who signs for a unit; empty, if its name does not tell.
func signerOf(unit string) string {
	for _, r := range signers {
		if r.fits(unit) {
			return r.signer
		}
	}
	return ""
}

func none(Office, string) string { return "" }

// office is the body that runs the program.
func office(o Office, _ string) string { return o.Organization }

// place is the area itself: a village is no body of the committee's.
func place(o Office, _ string) string { return o.here().String() }

// of is a body of an area; of one that is not known, none.
func of(body string, name string) string {
	if name == "" {
		return ""
	}
	return body + " " + name
}

// next is the body of that name one level up.
func next(body string) func(Office, string) string {
	return func(o Office, unit string) string { return of(body, o.above(unit).String()) }
}

// provincial is the body of that name in the province.
func provincial(body string) func(Office, string) string {
	return func(o Office, _ string) string { return of(body, o.province().String()) }
}

// named is the same for bodies that are called by the bare name of their province.
func named(body string) func(Office, string) string {
	return func(o Office, _ string) string { return of(body, o.province().name) }
}

// byEra is the provincial body as it was called while there were districts, and since.
func byEra(district, since string) func(Office, string) string {
	return func(o Office, unit string) string {
		if o.rank() == 2 {
			return provincial(district)(o, unit)
		}
		return provincial(since)(o, unit)
	}
}

// border is above the border posts: since July 2025 a command within that of the
// province's forces.
func border(o Office, unit string) string {
	return byEra("Bộ đội Biên phòng", "Ban Chỉ huy Bộ đội Biên phòng")(o, unit)
}

// treasury is one of regions since there are no districts: which, the list has to say.
func treasury(o Office, unit string) string {
	if o.rank() != 2 {
		return ""
	}
	return named("Kho bạc Nhà nước")(o, unit)
}

// youth is the committee of the Youth Union one level up.
func youth(o Office, unit string) string {
	switch above := o.above(unit); above.level {
	case "tỉnh":
		return of("Tỉnh đoàn", above.name)
	case "thành phố":
		return of("Thành đoàn", above.name)
	case "huyện":
		return of("Huyện đoàn", above.name)
	default:
		return of("Đoàn", above.String())
	}
}

// healthCentre is above the health stations: the committee since there are no
// districts, the district's health centre before.
func healthCentre(o Office, unit string) string {
	if o.rank() == 2 {
		return of("Trung tâm Y tế", o.here().String())
	}
	return office(o, unit)
}

// continuing is above the centres of continuing education.
func continuing(o Office, unit string) string {
	if o.rank() == 2 {
		return office(o, unit)
	}
	return provincial(education)(o, unit)
}
