package texts

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// Labels of the audit log.
const (
	WordLog        = "Nhật ký"
	LabelLogOlder  = "Cũ hơn"
	LabelLogNewest = "Mới nhất"
	LabelLogFilter = "Lọc"
	LabelLogAll    = "Bỏ lọc"
	LabelLogToday  = "Hôm nay"
	LabelLogWeek   = "7 ngày qua"
	LabelLogMonth  = "30 ngày qua"
)

// deeds says of every deed what somebody did. %s is the record where the sentence
// names it in the middle.
var deeds = map[report.Deed]string{
	report.ExampleSent:          "gửi gương",
	report.ExampleAmended:       "sửa và gửi lại gương",
	report.ExampleCompleted:     "bổ sung gương được trả lại",
	report.ExampleAccepted:      "tiếp nhận gương",
	report.ExampleReturned:      "trả lại gương để bổ sung",
	report.PostMoved:            "chuyển sang đơn vị kế thừa",
	report.DraftTakenOver:       "nhận viết tiếp bản nháp",
	report.TrainingDropped:      "xóa phần tập huấn",
	report.ExampleWithdrawn:     "rút gương",
	report.ExampleOnBehalf:      "ghi nhận thay gương",
	report.ExampleChosen:        "chọn gương cho kỳ",
	report.DraftDropped:         "bỏ bản nháp",
	report.DraftSubmitted:       "chuyển thủ trưởng duyệt",
	report.DraftTakenBack:       "lấy lại bản chờ duyệt",
	report.DraftHandedBack:      "thủ trưởng trả lại bản chờ duyệt",
	report.DraftApproved:        "thủ trưởng duyệt",
	report.NilReported:          "báo không phát sinh",
	report.NilOnBehalf:          "ghi nhận thay không phát sinh",
	report.NilChanged:           "ghi lý do không phát sinh",
	report.NilUndone:            "hủy báo không phát sinh",
	report.DeadlineExtended:     "gia hạn",
	report.UnitPaused:           "tạm dừng kỳ của đơn vị",
	report.UnitsReminded:        "nhắc ngay đơn vị chưa gửi",
	report.UnitResumed:          "bỏ tạm dừng kỳ của đơn vị",
	report.UnitChanged:          "sửa thông tin đơn vị",
	report.UnitsAdded:           "thêm đơn vị",
	report.UnitsImported:        "nhập danh sách đơn vị",
	report.InviteMade:           "cấp mã mời",
	report.InviteUsed:           "nhập mã mời, nhận vai trò",
	report.InviteRevoked:        "thu hồi mã mời",
	report.AccountLocked:        "bị khóa vì nhập sai mã mời nhiều lần",
	report.PostEnded:            "kết thúc vai trò",
	report.BecameDeputy:         "chuyển đầu mối chính thành dự phòng",
	report.MemberChanged:        "sửa thông tin người dùng",
	report.MemberGone:           "ghi nhận mất liên lạc với người dùng",
	report.MemberBack:           "ghi nhận liên lạc lại được với người dùng",
	report.FileGivenUp:          "thôi tải một tệp không tải được",
	report.DocumentGivenUp:      "thôi lập một tài liệu không lập được",
	report.InternalPaperMade:    "nhận tài liệu lưu hành nội bộ",
	report.BackupMade:           "sao lưu dữ liệu",
	report.SettingsChanged:      "chạy với cấu hình đã thay đổi",
	report.ExampleTaken:         "nhận xem gương",
	report.ExampleReopened:      "mở lại gương",
	report.ExampleSelected:      "chọn gương để tuyên truyền",
	report.ExampleUnselected:    "bỏ chọn gương",
	report.ExampleForwarded:     "đánh dấu gương chuyển cấp trên",
	report.ExampleNotForwarded:  "bỏ dấu chuyển cấp trên",
	report.RulingUndone:         "hoàn tác quyết định về gương",
	report.NoteChanged:          "đổi ghi chú nội bộ về gương",
	report.InquirySent:          "hỏi đơn vị về gương",
	report.InquiryAnswered:      "trả lời câu hỏi về gương",
	report.CorrectionAsked:      "xin sửa gương",
	report.CorrectionAgreed:     "đồng ý để đơn vị sửa gương",
	report.CorrectionRefused:    "không đồng ý sửa gương",
	report.PublicTextEdited:     "sửa bài tuyên truyền",
	report.PublicationSubmitted: "trình duyệt đăng",
	report.PublicationApproved:  "duyệt đăng",
	report.ApprovedAlone:        "tự duyệt đăng (không có lãnh đạo duyệt)",
	report.PublicationDeclined:  "không duyệt đăng",
	report.PostingOrdered:       "cho đăng lên kênh",
	report.PostingHastened:      "cho đăng sớm",
	report.PostingStopped:       "dừng đăng",
	report.PostingDropped:       "bỏ đăng vì bài không còn được phép đăng",
	report.PostingInDoubt:       "chưa rõ đã lên kênh chưa",
	report.PostingArrived:       "xác nhận đã lên kênh",
	report.PostingNotArrived:    "xác nhận chưa lên kênh",
	report.ExamplePosted:        "đăng lên kênh",
	report.PublishedElsewhere:   "ghi nơi đã đăng",
	report.PublicationTakenBack: "gỡ bài",
	report.TakenDownElsewhere:   "xác nhận đã gỡ ở nơi khác",
	report.ConsentWithdrawn:     "ghi nhận rút đồng ý",
	report.ConsentProofKept:     "lưu bằng chứng đồng ý",
	report.AssessmentEdited:     "sửa phần đánh giá của báo cáo",
	report.AssessmentRedrafted:  "soạn lại phần đánh giá của báo cáo từ số liệu",
	report.DataRequested:        "gửi yêu cầu về dữ liệu",
	report.DataRequestEntered:   "ghi giúp yêu cầu về dữ liệu",
	report.DataRequestLinked:    "gắn yêu cầu về dữ liệu với hồ sơ",
	report.DataRequestAnswered:  "tiếp nhận yêu cầu về dữ liệu",
	report.DataRequestDone:      "làm xong yêu cầu về dữ liệu",
	report.DataRequestRefused:   "từ chối yêu cầu về dữ liệu",
	report.ErasureOrdered:       "cho xóa theo yêu cầu về dữ liệu",
	report.ExampleErased:        "xóa nội dung gương",
	report.DraftErased:          "xóa bản nháp hết thời hạn lưu",
	report.EvidenceErased:       "xóa bằng chứng đồng ý của gương",
	report.MemberErased:         "xóa dữ liệu của người dùng",
}

// Did says what somebody did. A deed of a program that is newer stays as it is.
func Did(d report.Deed) string { return cmp.Or(deeds[d], string(d)) }

// changedFields names fields of records as the audit log does.
var changedFields = map[string]string{
	"Category": "loại", "Object": "đối tượng", "Name": "tên", "Place": "nơi ở/đơn vị", "Title": "tiêu đề", "Summary": "tóm tắt",
	"Consent": "xin phép công khai", "ChildConsent": "ý kiến của em", "GuardianConsent": "ý kiến người giám hộ", "Agreement": "phạm vi đồng ý",
	"Born": "năm sinh", "BornOn": "ngày sinh", "Under16": "độ tuổi", "Gender": "giới tính", "Ethnicity": "dân tộc", "Position": "chức vụ, nghề nghiệp",
	"Groups": "nhóm đối tượng", "Field": "lĩnh vực", "Results": "kết quả", "Spread": "lan tỏa", "When": "thời gian", "Honoured": "đã được khen",
	"Media": "ảnh, tệp", "More": "phần bổ sung", "Review": "tình trạng", "Periods": "kỳ", "Reason": "lý do", "Deadline": "hạn", "Note": "ghi chú nội bộ", "Forwarded": "chuyển cấp trên",
	"Code": "mã", "Kind": "loại đơn vị", "Block": "khối", "Month": "báo cáo tháng", "Quarter": "báo cáo quý", "QuotaMonth": "chỉ tiêu tháng",
	"QuotaQuarter": "chỉ tiêu quý", "Roster": "lịch phân công", "ActiveFrom": "hoạt động từ", "ActiveTo": "hoạt động đến", "Successor": "đơn vị kế tiếp",
	"Others": "đơn vị kế tiếp khác", "Superior": "cấp trên", "Symbol": "ký hiệu văn bản", "Form": "thể thức văn bản", "Training": "tập huấn", "Was": "quy định trước đó",
	"OwesFrom": "nợ báo cáo từ", "ID": "tài khoản", "Phone": "điện thoại", "Named": "họ tên đã cho", "Posts": "vai trò", "Joined": "ngày tham gia",
	"Unreachable": "mất liên lạc", "Why": "lý do mất liên lạc",
}

// ChangedField names a field of a record.
func ChangedField(name string) string { return cmp.Or(changedFields[name], name) }

// A LogLine is a line of the audit log with the names of those that it speaks of, as
// they are called today.
type LogLine struct {
	At     time.Time
	By     string // empty: the program or the command line
	Did    report.Deed
	Ref    report.Ref
	Unit   string // its name
	Member string // whom it was done to
	Words  string // of a line of before
}

// LogLine says when who did what to which record.
func (o Office) LogLine(l LogLine) string {
	return fmt.Sprintf("%s · %s: %s", o.Moment(l.At), cmp.Or(l.By, Machine()), LogDeed(l))
}

// Machine names who did what no person did.
func Machine() string { return "Tự động hoặc dòng lệnh" }

// LogDeed says what was done to which record.
func LogDeed(l LogLine) string {
	s := Did(l.Did)
	r := l.Ref
	if r.Example != "" {
		s += " " + r.Example
		if r.Version > 1 {
			s += fmt.Sprintf(" (bản %d)", r.Version)
		}
	}
	var about []string
	add := func(say bool, text string) {
		if say {
			about = append(about, text)
		}
	}
	add(l.Member != "", l.Member)
	add(r.Role != "", LogRole(r))
	add(l.Unit != "", l.Unit)
	add(r.Block != "", r.Block)
	add(r.Period != (report.Period{}), Period(r.Period))
	add(r.Invite != "", "mã …"+r.Invite)
	add(r.Count > 0, Number(r.Count)+" bản ghi")
	add(r.How != "", cmp.Or(Channel(r.How), paperNames[r.How], r.How))
	add(len(r.Fields) > 0, "mục: "+LogFields(r.Fields))
	add(l.Words != "", l.Words)
	if len(about) == 0 {
		return s
	}
	return s + "; " + strings.Join(about, "; ")
}

// LogRole names a role that a line speaks of.
func LogRole(r report.Ref) string {
	if r.Deputy {
		return Role(r.Role) + " dự phòng"
	}
	return Role(r.Role)
}

// LogFields names the fields that changed.
func LogFields(fields []string) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = ChangedField(f)
	}
	return strings.Join(names, ", ")
}

// LogAccount names an account of nobody who is known any more.
func LogAccount(id int64) string { return fmt.Sprintf("tài khoản %d", id) }

// LogTitle heads the log.
func LogTitle() string { return WordLog }

// LogEmpty says that nothing is found. More says that the search goes on with what is
// older.
func LogEmpty(more bool) string {
	if more {
		return "Chưa thấy dòng nào phù hợp. Bấm Cũ hơn để tìm tiếp."
	}
	return "Không có dòng nào phù hợp."
}

// LogFiltered says what is shown: of whom or what, and from which day to which.
func LogFiltered(of string, from, to report.Date) string {
	s := "Lọc: " + of
	if of == "" {
		s = "Lọc"
	}
	switch {
	case !from.IsZero() && from == to:
		s += ", ngày " + Day(from)
	case !from.IsZero() && !to.IsZero():
		s += fmt.Sprintf(", từ %s đến %s", Day(from), Day(to))
	case !from.IsZero():
		s += ", từ " + Day(from)
	case !to.IsZero():
		s += ", đến " + Day(to)
	}
	return strings.Replace(s, "Lọc, ", "Lọc: ", 1)
}

// AskLogFilter asks what the log is to be narrowed to.
func AskLogFilter() string {
	return "Xem nhật ký của ai, việc gì? Vui lòng nhập mã hoặc tên đơn vị, tên người, mã gương (G-2026-0012), " +
		"hoặc ngày (1/11/2026, hay 1/11/2026 - 15/11/2026)."
}

// LogNobody says that nothing fits what was typed.
func LogNobody(typed string) string {
	return fmt.Sprintf("Không có đơn vị, người dùng, gương nào khớp “%s”. Vui lòng nhập lại.", Cut(typed, 40))
}

// LogSeveral offers what fits.
func LogSeveral(more int) string {
	if more > 0 {
		return fmt.Sprintf("Có nhiều kết quả, còn %s chưa hiện. Chọn một, hoặc nhập rõ hơn.", Number(more))
	}
	return "Chọn một trong các kết quả:"
}
