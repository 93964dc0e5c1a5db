package texts

import (
	"cmp"
	"time"

	"guongsang/internal/letterhead"
	"guongsang/internal/report"
)

// Office is what the sentences have to know about the place where the bot
// serves: nothing of it is written in the code.
type Office struct {
	Organization string // e.g. UBND xã Phong Thổ
	Parent       string // the body above the organization, e.g. UBND tỉnh Lai Châu; may be empty
	Agency       string // the standing agency, e.g. Phòng Văn hóa - Xã hội
	Issuer       string // who issues the agency's documents; empty: the agency itself
	Council      string // e.g. Hội đồng Thi đua - Khen thưởng xã Phong Thổ
	Contact      string // whom to ask, with telephone
	You          string // anh/chị or đồng chí
	Bot          string // the bot's user name, for links; empty if unknown
	Zone         *time.Location
}

// IssuedBy is who issues the agency's documents, and speaks in them.
func (o Office) IssuedBy() string { return cmp.Or(o.Issuer, o.Agency) }

// Letterhead is the office as letterheads need it.
func (o Office) Letterhead() letterhead.Office {
	return letterhead.Office{Organization: o.Organization, Parent: o.Parent}
}

// How people are addressed.
const (
	Neutral = "anh/chị"
	Comrade = "đồng chí"
)

// Category names a category.
func Category(c report.Category) string { return categoryNames[c] }

var categoryNames = map[report.Category]string{
	report.Advanced: "Điển hình tiên tiến",
	report.GoodDeed: "Người tốt việc tốt",
	report.NewModel: "Mô hình mới",
}

// Object names an object.
func Object(o report.Object) string { return objectNames[o] }

var objectNames = map[report.Object]string{
	report.Person:     "Cá nhân",
	report.Collective: "Tập thể",
	report.Household:  "Hộ gia đình",
}

// Consent names an answer about consent.
func Consent(c report.Consent) string { return consentNames[c] }

var consentNames = map[report.Consent]string{
	report.NameAndPhoto: "Đồng ý tên và ảnh",
	report.NameOnly:     "Chỉ đồng ý tên",
	report.NotGiven:     "Chưa hỏi hoặc chưa đồng ý",
}

// Group names a priority group of the letter's point 6.
func Group(g report.Group) string {
	return map[report.Group]string{
		report.SmallCollective: "Tập thể nhỏ",
		report.Worker:          "Công nhân",
		report.Farmer:          "Nông dân",
		report.DirectLabour:    "Người lao động trực tiếp",
		report.Grassroots:      "Cơ sở",
		report.Remote:          "Vùng sâu, vùng xa",
		report.Border:          "Vùng biên giới",
		report.MinorityArea:    "Vùng dân tộc thiểu số",
		report.Respected:       "Người có uy tín",
		report.Pupil:           "Học sinh, sinh viên",
	}[g]
}

// Field names a field of work.
func Field(f report.Field) string {
	return map[report.Field]string{
		report.Economy:      "Kinh tế",
		report.Education:    "Giáo dục",
		report.Health:       "Y tế",
		report.Security:     "An ninh trật tự, biên giới",
		report.Rural:        "Nông thôn mới",
		report.Culture:      "Văn hóa",
		report.Poverty:      "Giảm nghèo",
		report.Digital:      "Chuyển đổi số",
		report.Rescue:       "Cứu người, phòng chống thiên tai",
		report.OtherOfField: "Khác",
	}[f]
}

// Review names where an example stands.
func Review(r report.Review) string {
	return map[report.Review]string{
		report.Received:  "đã gửi, chờ xem xét",
		report.Returned:  "cần bổ sung",
		report.Accepted:  "đã tiếp nhận",
		report.Selected:  "chọn tuyên truyền",
		report.Published: "đã tuyên truyền",
		report.Retracted: "đã gỡ",
		report.Withdrawn: "đã rút",
	}[r]
}

// State names a standing.
func State(s report.State) string { return stateNames[s] }

var stateNames = map[report.State]string{
	report.NotDue:   "không thuộc kỳ này",
	report.Exempt:   "tạm dừng",
	report.Pending:  "chưa gửi",
	report.OnTime:   "đúng hạn",
	report.Late:     "muộn",
	report.NilFiled: "không phát sinh",
	report.MadeUp:   "gửi bù",
}

// Role names a role.
func Role(r report.Role) string {
	return map[report.Role]string{
		report.Focal:     "đầu mối",
		report.Head:      "thủ trưởng đơn vị",
		report.BlockHead: "trưởng khối",
		report.Officer:   "chuyên viên cơ quan thường trực",
		report.Leader:    "lãnh đạo",
		report.Admin:     "quản trị",
	}[r]
}
