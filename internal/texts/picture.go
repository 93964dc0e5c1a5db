package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// BoardTitle heads the board of all units.
func BoardTitle(p report.Period) string { return "Giới thiệu gương " + Period(p) }

// BoardAsOf says where and when a picture was made.
func (o Office) BoardAsOf(at time.Time) string { return o.Organization + " · đến " + o.Moment(at) }

// BoardPage says which of several pages of the board this is.
func BoardPage(page, pages int) string { return fmt.Sprintf("Trang %d/%d", page+1, pages) }

// A BigNumber is a figure that is read from afar, with what it says below, and
// what is counted in it.
type BigNumber struct {
	Number, Says string
	Also         []string
}

// BigNumbers are the three of a period.
func BigNumbers(f report.Figures) [3]BigNumber {
	met := BigNumber{Number: Number(f.Met()) + "/" + Number(f.Duties), Says: "đơn vị đã gửi" + share(f.Met(), f.Duties)}
	missing := BigNumber{Number: Number(f.Missing), Says: "đơn vị chưa gửi"}
	for _, part := range []struct {
		n    int
		word string
	}{{f.Unconnected, ContactWord(report.Unconnected)}, {f.Unreachable, ContactWord(report.Unreachable)}} {
		if part.n > 0 {
			missing.Also = append(missing.Also, Number(part.n)+" "+part.word)
		}
	}
	if len(missing.Also) > 0 {
		missing.Also[0] = "trong đó " + missing.Also[0]
	}
	return [3]BigNumber{met, missing, {Number: Number(f.Examples), Says: "gương được giới thiệu"}}
}

// BoardSays says the numbers of the board in a sentence.
func BoardSays(f report.Figures) string {
	return fmt.Sprintf("Đã gửi: %s/%s đơn vị%s. Chưa gửi: %s. Gương được giới thiệu: %s.",
		Number(f.Met()), Number(f.Duties), share(f.Met(), f.Duties), missing(f, "đơn vị"), Number(f.Examples))
}

// BoardNames heads the three names on the board.
func BoardNames() string { return "Gương đáng chú ý" }

// SummaryHead stands over the period of the summary for leaders.
func SummaryHead() string { return "Giới thiệu gương" }

// SummaryAsOf says of when its figures are.
func (o Office) SummaryAsOf(at time.Time) string { return "Số liệu đến " + o.Moment(at) }

// SummaryMet says what the large figure counts.
func SummaryMet() string { return "đơn vị đã gửi" }

// SummaryMissing says how many units have not sent.
func SummaryMissing(f report.Figures) string {
	if f.Missing == 0 {
		return "Tất cả đơn vị đã gửi."
	}
	return "Chưa gửi: " + missing(f, "đơn vị") + "."
}

// SummaryBefore says how it was in the period before.
func SummaryBefore(f report.Figures) string {
	return "Kỳ trước: " + Number(f.Met()) + "/" + Number(f.Duties) + share(f.Met(), f.Duties) + "."
}

// SummaryNobody stands where nobody has the duty.
func SummaryNobody() string { return "Kỳ này không có đơn vị nào phải gửi." }

// SummaryExamples says what the figure of the examples counts.
func SummaryExamples() string { return "gương giới thiệu" }

// SummaryPublished says what the figure of the published ones counts.
func SummaryPublished() string { return "gương đã đăng" }

// SummaryBlocks heads the bars of the blocks.
func SummaryBlocks() string { return "Đã gửi, theo khối" }

// SummarySays says the summary in words.
func SummarySays(f report.Figures, published int) string {
	if f.Duties == 0 {
		return SummaryNobody()
	}
	return BoardSays(f) + " Đã đăng: " + Number(published) + "."
}

// ShortMonth heads one narrow column: T11, or QIV for a quarter.
func ShortMonth(p report.Period) string {
	if p.Duty == report.Quarter {
		return "Q" + [...]string{"", "I", "II", "III", "IV"}[p.Number]
	}
	return fmt.Sprintf("T%d", p.Number)
}

// BoardPercent is the share of a block or a period.
func BoardPercent(met, duties int) string {
	if duties == 0 {
		return "-"
	}
	return fmt.Sprintf("%d%%", Percent(met, duties))
}

// shorterUnit are the long words of unit names and what offices write for
// them.
var shorterUnit = strings.NewReplacer(
	"Ủy ban nhân dân", "UBND", "Uỷ ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND",
	"Mặt trận Tổ quốc", "MTTQ", "Trường Phổ thông dân tộc bán trú", "PTDTBT", "Trường PTDTBT", "PTDTBT", "Trung học phổ thông", "THPT", "Trung học cơ sở", "THCS",
	"Trường Tiểu học", "Tiểu học", "Trường Mầm non", "Mầm non", "Trường THCS", "THCS", "Trường THPT", "THPT",
	"Liên hiệp Phụ nữ", "LHPN", "Thanh niên Cộng sản", "TNCS", "Ngân hàng", "NH", "Bảo hiểm xã hội", "BHXH", "Việt Nam", "VN",
	"Nông nghiệp và Phát triển nông thôn", "NN&PTNT", "Văn hóa - Xã hội", "VH-XH",
)

// ShortUnit is a unit's name where space is short.
func ShortUnit(name string) string { return Cap(shorterUnit.Replace(name)) }

// BoardUnit names a unit in its row: its code comes first where the name repeats,
// for the end of a long name is cut off.
func BoardUnit(u report.Unit) string {
	if u.Namesake {
		return u.Code + " · " + ShortUnit(u.Name)
	}
	return ShortUnit(u.Name)
}

// SurveyNote explains the figures of the blocks, and where the units are: on the
// pages that follow, or in the workbook.
func SurveyNote(alone bool) string {
	if alone {
		return "Tỷ lệ đơn vị đã gửi của từng khối. " + inWorkbook
	}
	return "Tỷ lệ đơn vị đã gửi của từng khối, các trang sau là từng đơn vị."
}

const inWorkbook = "Từng đơn vị: xem Bảng theo dõi (Excel)."

// BoardBlocksLeft says how many blocks have no row on the board.
func BoardBlocksLeft(n int) string {
	return "Còn " + Number(n) + " khối có tỷ lệ bằng hoặc cao hơn."
}

// BoardUnitsLeft says how many units have no row on the board.
func BoardUnitsLeft(n int) string { return "Còn " + Number(n) + " đơn vị khác. " + inWorkbook }

// ShareBand names the shares that have one colour.
func ShareBand(from, to int) string {
	switch {
	case to >= 100:
		return fmt.Sprintf("Từ %d%%", from)
	case from == 0:
		return fmt.Sprintf("Dưới %d%%", to)
	}
	return fmt.Sprintf("%d-%d%%", from, to-1)
}

// BoardEmpty stands where the units would be.
func BoardEmpty() string { return "Chưa có đơn vị nào trong danh sách." }

// ChartTitle heads the picture of introductions.
func ChartTitle(p report.Period) string { return "Gương được giới thiệu đến " + Period(p) }

// ChartPart heads one of its parts.
func ChartPart(part string) string {
	return map[string]string{
		"month": "Theo tháng", "quarter": "Theo quý", "category": "Theo loại", "group": "Theo nhóm ưu tiên", "balance": "Cơ cấu",
	}[part]
}

// ChartNote says what the bars of the categories and groups count.
func ChartNote(total int, from, to report.Period) string {
	if from == to {
		return Number(total) + " gương của " + Period(to)
	}
	return Number(total) + " gương, từ " + ShortPeriod(from) + " đến " + ShortPeriod(to)
}

// ChartGroupsNote explains why the groups do not add up.
func ChartGroupsNote() string { return "Một gương có thể thuộc nhiều nhóm" }

// ChartBalance names the shares of the balance.
func ChartBalance() []string {
	return []string{
		"Công, nông, LĐ trực tiếp", "Tập thể nhỏ", "Vùng sâu, xa, biên giới",
		"Nữ", "Người dân tộc thiểu số", "Giữ chức vụ lãnh đạo", "Không giữ chức vụ",
	}
}

// ChartBalanceNote says of what the shares are.
func ChartBalanceNote() string { return "Từ dòng Nữ trở xuống: tính trên gương cá nhân" }

// ChartShare is a share with the number that it comes from.
func ChartShare(part, whole int) string {
	if whole == 0 {
		return "-"
	}
	return fmt.Sprintf("%d%% (%s)", Percent(part, whole), Number(part))
}

// CardHead is the word over a praise card.
func CardHead(c report.Category) string {
	return map[report.Category]string{
		report.Advanced: "Gương điển hình tiên tiến",
		report.GoodDeed: "Gương người tốt việc tốt",
		report.NewModel: "Mô hình mới",
	}[c]
}

// CardUnit says who introduced the example.
func CardUnit(unit string) string { return unit + " giới thiệu" }

// CardPeriod says for when it was introduced.
func CardPeriod(p report.Period) string { return Cap(Period(p)) }

// CardQuote is what the praised person says.
func CardQuote(s string) string { return "“" + strings.Trim(s, "\"“” ") + "”" }

// CardSays says in words what a praise card shows; a unit that may not be named,
// or a period that is not known, is left out.
func CardSays(c report.Category, name, title, unit string, p report.Period) string {
	says := CardHead(c) + ": " + strings.TrimRight(name, ".") + ". " + strings.TrimRight(title, ". ") + "."
	var from []string
	if unit != "" {
		from = append(from, CardUnit(unit))
	}
	if p != (report.Period{}) {
		from = append(from, Period(p))
	}
	if len(from) == 0 {
		return says
	}
	return says + " " + Cap(strings.Join(from, ", ")) + "."
}
