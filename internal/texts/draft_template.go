package texts

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"guongsang/internal/letters"
)

// fieldLabels are the ways in which people label the parts of an
// introduction, by question.
var fieldLabels = map[string][]string{
	"category":  {"loại", "loại gương", "loại hình", "phân loại", "loại điển hình", "hình thức gương", "danh mục"},
	"object":    {"đối tượng", "đối tượng được giới thiệu", "loại đối tượng", "đối tượng giới thiệu"},
	"name":      {"họ tên", "họ và tên", "tên", "họ tên người được giới thiệu", "người được giới thiệu", "nhân vật", "tên tập thể", "tên mô hình", "chủ hộ", "tên chủ hộ", "họ tên chủ hộ", "tên cá nhân", "họ và tên người được giới thiệu", "họ và tên chủ hộ", "tên nhóm", "tên đơn vị, tập thể", "tập thể", "tên cá nhân/tập thể", "họ và tên hoặc tên tập thể", "họ, tên", "tên tổ", "tên đội"},
	"place":     {"địa chỉ", "đơn vị", "nơi ở", "nơi công tác", "đơn vị công tác", "nơi làm việc", "nơi cư trú", "nơi ở/đơn vị", "cơ quan", "thôn", "bản", "địa phương", "trường", "nơi thường trú", "địa chỉ thường trú", "nơi ở hiện nay", "trú quán", "trú tại", "nơi ở, nơi công tác", "chỗ ở", "ở", "nơi học tập", "đơn vị thực hiện", "thường trú", "hộ khẩu thường trú", "đ/c", "địa bàn", "nơi ở của nhân vật", "cơ quan, đơn vị", "đơn vị thực hiện mô hình", "nơi đăng ký thường trú", "cư trú tại", "cư trú", "hktt", "công tác", "chỗ ở hiện nay", "nơi thực hiện", "địa điểm", "hiện ở", "hiện trú tại", "hiện cư trú", "ngụ tại", "ngụ", "nơi cư ngụ", "thôn/bản", "ấp", "khóm", "làng", "buôn", "xóm", "khu phố", "nơi sinh sống", "nơi công tác, cư trú"},
	"title":     {"tiêu đề", "tiêu đề ngắn", "tên gương", "tên bài", "gương sáng", "tiêu đề bài viết", "tên việc làm"},
	"summary":   {"việc làm", "tóm tắt", "thành tích", "tóm tắt việc làm", "tóm tắt thành tích", "tóm tắt việc làm, thành tích", "nội dung", "việc làm, thành tích", "việc làm nổi bật", "gương", "thành tích đạt được", "thành tích nổi bật", "tóm tắt nội dung", "nội dung việc làm", "nội dung mô hình", "việc", "cách làm", "việc làm tốt", "việc tốt", "nội dung việc làm tốt", "nội dung công việc", "nội dung, cách làm", "câu chuyện", "mô tả việc làm", "mô tả", "việc đã làm", "thành tích tiêu biểu", "nội dung thành tích", "tóm tắt mô hình", "nội dung gương", "hành động", "nội dung tóm tắt", "tóm tắt gương"},
	"spread":    {"lan tỏa", "sức lan tỏa", "tác động", "tác động, lan tỏa", "tác động, sức lan tỏa", "nhân rộng", "khả năng nhân rộng", "lan tỏa, nhân rộng", "khả năng lan tỏa"},
	"consent":   {"đăng", "đăng báo", "tên ảnh", "tên, ảnh", "tên và ảnh", "đăng tên ảnh", "đăng tên, ảnh", "đăng tên và ảnh", "cho đăng tên ảnh", "cho đăng", "đăng bài", "về việc đăng", "đồng ý", "xin phép", "xin phép công khai", "đồng ý công khai", "công khai", "đồng ý đăng", "đồng ý đăng tải", "ý kiến của nhân vật", "mức độ đồng ý công khai", "mức độ đồng ý", "sự đồng ý"},
	"child":     {"ý kiến của em", "ý kiến của cháu", "sự đồng ý của em"},
	"guardian":  {"ý kiến người giám hộ", "ý kiến của người giám hộ", "sự đồng ý của người giám hộ", "ý kiến cha mẹ", "ý kiến của cha mẹ", "ý kiến phụ huynh", "ý kiến của phụ huynh"},
	"born":      {"năm sinh", "sinh năm", "ngày sinh", "ngày tháng năm sinh", "sinh ngày", "ngày, tháng, năm sinh", "n/s", "ns", "sn", "năm sinh chủ hộ", "sinh", "sinh vào", "sinh tháng", "tháng năm sinh", "tháng, năm sinh", "ngày sinh nhật", "sinh ngày tháng năm"},
	"gender":    {"giới tính", "nam/nữ"},
	"position":  {"chức vụ", "nghề nghiệp", "chức vụ, nghề nghiệp", "chức danh", "nghề", "chức vụ, đơn vị công tác", "chức vụ, đơn vị", "công việc", "chức vụ, nghề nghiệp hiện nay", "nghề nghiệp, chức vụ", "chức vụ/nghề nghiệp", "cấp bậc, chức vụ", "chức vụ công tác", "làm nghề", "nghề nghiệp hiện nay"},
	"ethnicity": {"dân tộc"},
	"groups":    {"nhóm", "nhóm ưu tiên", "nhóm đối tượng", "đối tượng ưu tiên"},
	"field":     {"lĩnh vực"},
	"results":   {"kết quả", "kết quả bằng số liệu", "số liệu", "hiệu quả", "kết quả đạt được", "kết quả nổi bật", "hiệu quả đạt được", "kết quả, hiệu quả", "kết quả, tác động"},
	"when":      {"thời gian", "thời gian diễn ra", "thời điểm", "thời gian thực hiện", "ngày thực hiện", "ngày xảy ra"},
	"honoured":  {"đã khen", "đã được khen", "khen thưởng", "khen thưởng đã có", "hình thức khen thưởng", "danh hiệu, hình thức khen thưởng đã được tặng", "các hình thức khen thưởng", "hình thức khen thưởng đã được tặng", "danh hiệu đã được khen", "đã được tặng", "các hình thức khen thưởng đã được tặng", "hình thức đã được khen thưởng", "hình thức đã khen"},

	"phone":       {"điện thoại", "số điện thoại", "đt", "sđt", "tel", "mobile", "điện thoại nhân vật", "điện thoại của nhân vật", "điện thoại liên hệ", "số điện thoại liên hệ", "số điện thoại nhân vật", "điện thoại người được giới thiệu"},
	"author":      {"người viết", "người viết bài", "tác giả", "tác giả bài viết", "họ tên tác giả", "họ tên người viết", "tin, bài", "bài và ảnh", "bài, ảnh", "tin và ảnh", "tin, ảnh", "ảnh và bài"},
	"authorunit":  {"đơn vị tác giả", "đơn vị của tác giả", "đơn vị người viết", "đơn vị công tác của tác giả"},
	"authorphone": {"điện thoại người viết", "điện thoại tác giả", "điện thoại của tác giả", "số điện thoại tác giả", "số điện thoại người viết", "sđt tác giả", "sđt người viết"},
	"theme":       {"phong trào", "chủ đề", "cuộc vận động", "phong trào thi đua", "thuộc phong trào", "phong trào, chủ đề", "chuyên đề"},
	"proposal":    {"đề nghị", "đề xuất", "hình thức khen thưởng đề nghị", "hình thức đề nghị", "đề nghị khen thưởng", "đề xuất khen thưởng", "hình thức đề xuất", "đề nghị hình thức"},
	"cleared":     {"không bị kỷ luật, khiếu nại", "không trong thời gian xem xét kỷ luật, khiếu nại", "không trong thời gian xem xét kỷ luật", "xác nhận không kỷ luật", "xem xét kỷ luật, khiếu nại", "xác nhận không kỷ luật, khiếu nại"},
	"leads":       {"lãnh đạo", "lãnh đạo, quản lý", "là lãnh đạo", "giữ chức vụ lãnh đạo", "lãnh đạo hay không"},
	"members":     {"số thành viên", "số lượng thành viên", "tổng số thành viên", "số người trong tập thể", "số hội viên", "tổng số hội viên"},
	"women":       {"số nữ", "trong đó nữ", "nữ thành viên", "số lượng nữ"},
	"chief":       {"người đứng đầu", "người đứng đầu tập thể", "trưởng nhóm", "đứng đầu", "người phụ trách tập thể", "đại diện tập thể"},
	"since":       {"từ khi nào", "thực hiện từ", "mô hình thực hiện từ", "bắt đầu từ", "thành lập", "thời gian bắt đầu", "triển khai từ"},
	"runby":       {"ai thực hiện", "người thực hiện", "chủ thể thực hiện", "chủ mô hình", "đơn vị chủ trì", "người vận hành"},
	"reach":       {"số hộ, số người", "số hộ tham gia", "số hộ", "số người tham gia", "quy mô", "số hộ, người tham gia", "số người hưởng lợi"},
	"cost":        {"kinh phí", "kinh phí thực hiện", "chi phí", "nguồn kinh phí", "tổng kinh phí"},
	"lasting":     {"tính bền vững", "bền vững", "khả năng duy trì", "duy trì"},
	"quote":       {"lời nhân vật", "trích lời", "trích lời nhân vật", "câu nói", "phát biểu của nhân vật", "nhân vật chia sẻ", "lời chia sẻ"},
	"link":        {"đã đăng ở", "đã đăng", "đã đăng tải", "đường dẫn", "link", "link bài viết", "đường link", "liên kết", "link bài đã đăng", "đường dẫn bài viết"},
	"video":       {"video", "link video", "đường dẫn video", "clip", "phóng sự"},
	"article":     {"bài viết", "bài viết dài", "toàn văn", "toàn văn bài viết", "bài dài", "nội dung bài viết"},
	"captions":    {"chú thích ảnh", "chú thích", "ảnh kèm theo", "ghi chú ảnh", "chú thích các ảnh"},
}

// fieldOf is the question of each label, folded.
var fieldOf = sync.OnceValue(func() map[string]string {
	of := map[string]string{}
	for key, labels := range fieldLabels {
		for _, label := range labels {
			of[foldLabel(label)] = key
		}
	}
	return of
})

// FieldOf finds the question that a label means, or "". "Địa chỉ/Nơi ở"
// means what either part means.
func FieldOf(label string) string {
	said := foldLabel(label)
	if key := fieldOf()[said]; key != "" {
		return key
	}
	if namesSomebody(said) {
		return "name"
	}
	folded := strings.ReplaceAll(letters.Fold(label), " hoac ", "/")
	for i, part := range strings.FieldsFunc(folded, isSlash) {
		if i > 0 && beforeSlash(folded) {
			return ""
		}
		if key := fieldOf()[unqualified(foldLabel(part))]; key != "" {
			return key
		}
	}
	return ""
}

// namesSomebody reports whether a folded label asks for a name and says whose: "Họ tên
// công nhân". That of who writes, or of a parent, is not meant.
func namesSomebody(label string) bool {
	rest, ok := strings.CutPrefix(label, "ho ten ")
	if !ok {
		rest, ok = strings.CutPrefix(label, "ho va ten ")
	}
	return ok && whose[rest]
}

var whose = func() map[string]bool {
	all := map[string]bool{}
	for who := range strings.SplitSeq("công nhân,học sinh,em học sinh,sinh viên,giáo viên,cô giáo,thầy giáo,nông dân,hội viên,đoàn viên,đội viên,đảng viên,cán bộ,công chức,viên chức,nhân viên,chiến sĩ,người lao động,người dân,hộ dân,"+
		"cháu,em,bé,anh,chị,ông,bà,ông/bà,nhân vật,cá nhân,cá nhân được giới thiệu,người có việc làm tốt,người tốt việc tốt,người tốt,điển hình,người được đề nghị,người được biểu dương,gương,tác giả,nghệ nhân,bác sĩ,y sĩ,tập thể,tập thể/cá nhân,vđv,vận động viên", ",") {
		all[foldLabel(who)] = true
	}
	return all
}()

// qualifiers end labels without making them others, folded.
var qualifiers = []string{
	" cua nhan vat", " cua ca nhan", " cua tap the", " chu ho", " cu the", " viet hoa", " khai sinh", " hien nay", " hien tai", " neu co",
	" noi bat", " tieu bieu", " chinh", " ngan gon", " duoc gioi thieu", " day du", " da lam", " tai",
}

// unqualified is a folded label without what qualifies it.
func unqualified(label string) string {
	for _, q := range qualifiers {
		label = strings.TrimSuffix(label, q)
	}
	return label
}

// asideLabels are labels of what an introduction does not hold, as it is nobody's
// business or no part of it: numbers of persons, of telephones and of accounts,
// particulars that are not asked, who wrote it, and what a list counts.
var asideLabels = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for label := range strings.SplitSeq("stt,tt,số thứ tự,cccd,cmnd,số cccd,số cmnd,cccd số,căn cước,căn cước công dân,thẻ căn cước,số căn cước,số căn cước công dân,số định danh,số định danh cá nhân,mã định danh,"+
		"email,zalo,facebook,fb,số thẻ bhyt,thẻ bhyt,số tài khoản,stk,tài khoản,ngân hàng,"+
		"ảnh,ảnh kèm theo,ảnh gửi kèm,tôn giáo,quê quán,quê,nguyên quán,bí danh,tên gọi khác,trình độ,trình độ văn hóa,trình độ chuyên môn,đảng viên,ngày vào đảng,ngày vào đoàn,nơi sinh,giờ chụp ảnh,lớp,học sinh lớp", ",") {
		all[foldLabel(label)] = true
	}
	return all
})

// senderLabels are labels of those who write an introduction: what follows, up to
// the name of whom it introduces, is about them.
var senderLabels = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for label := range strings.SplitSeq("người gửi,người giới thiệu,người đề xuất,người đề nghị,người lập,người cung cấp,người cung cấp thông tin,người báo cáo,người liên hệ,liên hệ,đơn vị gửi,đơn vị giới thiệu,đơn vị đề nghị,đơn vị báo cáo,cán bộ phụ trách,đầu mối", ",") {
		all[foldLabel(label)] = true
	}
	return all
})

// forms of address, and what somebody or something is introduced as, are labels
// only with a colon and a name after it: "Ông: Lò Văn Pản", "Mô hình: …".
var addressLabels, kindLabels = func() (address, kind map[string]bool) {
	set := func(labels string) map[string]bool {
		all := map[string]bool{}
		for label := range strings.SplitSeq(labels, ",") {
			all[foldLabel(label)] = true
		}
		return all
	}
	return set("đồng chí,đ/c,ông,bà,ông bà,anh,chị,em,cháu,cô,thầy,thầy giáo,cô giáo,bác,cán bộ,học sinh,cá nhân,người tốt việc tốt,người tốt,gương,gương sáng,gương người tốt việc tốt,gương điển hình,điển hình,điển hình tiên tiến,tên gương,tên gương điển hình,tên điển hình,hội viên,đoàn viên,công nhân,nông dân,giáo viên,người lao động,tấm gương,chú,cụ,bé,già làng,nghệ nhân,chiến sĩ,thành viên"),
		set("mô hình,mô hình mới,gương tập thể,gương tập thể tiêu biểu,tập thể tiêu biểu,tập thể điển hình,hộ gia đình,hộ gia đình ông,hộ gia đình bà,hộ ông,hộ bà,gia đình ông,gia đình bà,câu lạc bộ")
}()

// roleLabels begin labels that say what a person is: "Sinh viên tình nguyện: …".
var roleLabels = []string{"sinh vien", "hoc sinh", "cong nhan", "giao vien", "hoi vien", "doan vien", "chien si", "nhan vien", "bac si", "y si", "thuong binh"}

// AddressesPerson reports whether a label is a form of address, or what a person
// is introduced as.
func AddressesPerson(label string) bool {
	return addressLabels[strings.TrimPrefix(foldLabel(label), "cua ")] || SaysRole(label)
}

// SaysRole reports whether a label says what the person is who is named behind it.
func SaysRole(label string) bool {
	folded := strings.TrimPrefix(foldLabel(label), "cua ")
	return len(folded) < 40 && slices.ContainsFunc(roleLabels, func(role string) bool { return strings.HasPrefix(folded+" ", role+" ") })
}

// NamesKind reports whether a label says what is introduced, with its name to
// follow.
func NamesKind(label string) bool { return kindLabels[foldLabel(label)] }

// IsAside reports whether a label is of something that an introduction does not
// hold, and IsSender whether it is of those who write it.
func IsAside(label string) bool { return asideLabels()[foldLabel(label)] || IsSender(label) }

// IsSender is told with IsAside.
func IsSender(label string) bool { return senderLabels()[foldLabel(label)] }

// numberedBefore is what may stand before a label in parentheses: "Câu 3 (tên)".
var numberedBefore = regexp.MustCompile(`^(?:[a-z]+ )?[0-9]*[.)]?$`)

// beforeSlash reports whether what stands before the first slash or parenthesis of
// a folded label is no label and no number: it is content.
func beforeSlash(folded string) bool {
	at := strings.IndexFunc(folded, isSlash)
	first := strings.TrimSpace(folded[:at])
	return folded[at] == '(' && !numberedBefore.MatchString(first) || len(strings.Fields(first)) > 4
}

func isSlash(r rune) bool { return r == '/' || r == '(' }

// signsOfLabels are the marks that stand between the words of labels.
const signsOfLabels = ",/()*\"“”."

// foldLabel compares labels without diacritics, case and the marks between
// their words.
func foldLabel(label string) string {
	folded := letters.Fold(label)
	if !strings.ContainsAny(folded, signsOfLabels) {
		return folded
	}
	return strings.Join(strings.FieldsFunc(folded, func(r rune) bool { return r == ' ' || strings.ContainsRune(signsOfLabels, r) }), " ")
}
