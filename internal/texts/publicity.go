package texts

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// What the forms for publicity say beside what the unit wrote: a few fixed words
// around the fields of a View. They add nothing that was not sent.

// introducedAs names what a category introduces, inside a sentence.
func introducedAs(v privacy.View) string {
	object := map[report.Object]string{report.Collective: "tập thể ", report.Household: "hộ gia đình "}[v.Object]
	switch v.Category {
	case report.NewModel:
		return "mô hình mới"
	case report.Advanced:
		return "gương " + object + "điển hình tiên tiến"
	}
	return "gương " + object + "người tốt việc tốt"
}

// PublicityKind heads what is published: Gương người tốt việc tốt.
func PublicityKind(v privacy.View) string { return Cap(introducedAs(v)) }

// PublicityTitle is the title of an article, without the full stop.
func PublicityTitle(v privacy.View) string {
	if title := strings.TrimRight(strings.Join(strings.Fields(v.Title), " "), " .;,"); title != "" {
		return title
	}
	return PublicityKind(v) + ": " + v.Name
}

// PublicitySubject names whom or what an introduction is about, as a sentence
// begins with it.
func PublicitySubject(v privacy.View) string {
	name := strings.TrimSpace(v.Name)
	first := strings.ToLower(strings.SplitN(name+" ", " ", 2)[0])
	switch {
	case v.Category == report.NewModel && !strings.HasPrefix(strings.ToLower(name), "mô hình"):
		return "Mô hình “" + name + "”"
	case v.Category == report.NewModel:
	case v.Object == report.Household && first == "một":
		return "Một gia đình"
	case v.Object == report.Household && first != "hộ" && first != "gia" && first != "nhà":
		return "Gia đình " + name
	}
	return Cap(name)
}

// PublicityWho is the sentence that introduces: who, what, where, by whom.
// Details may be dropped one after the other where it has to be short: 0 has all
// of them.
func PublicityWho(v privacy.View, dropped int) string {
	about := []string{PublicitySubject(v)}
	if v.Object == report.Person && v.Category != report.NewModel && v.Born != 0 && dropped < 1 {
		about = append(about, fmt.Sprintf("sinh năm %d", v.Born))
	}
	if v.Position != "" && v.Object == report.Person && dropped < 3 {
		about = append(about, inSentence(v.Position))
	}
	said := strings.ToLower(v.Name + "\n" + v.Position) // "công an xã", "trưởng bản Nà Cúng"
	if place := inSentence(v.Place); place != "" && dropped < 2 && !strings.Contains(said, strings.ToLower(place)) {
		switch {
		case v.Category == report.NewModel:
			about[0] += " tại " + place
		case v.Object != report.Collective && (vietnamese.NamesVillage(place) || atLevel(place)):
			about = append(about, "ở "+place)
		default:
			about = append(about, place)
		}
	}
	s := strings.Join(about, ", ")
	if len(about) > 1 {
		s += ","
	}
	s += " là " + introducedAs(v)
	if field := Field(v.Field); field != "" && v.Field != report.OtherOfField {
		s += " trong lĩnh vực " + lower(field)
	}
	if dropped < 4 && v.Unit.Name != "" && v.Unit.Name != v.Name {
		s += ", được " + unitInSentence(v.Unit) + " giới thiệu"
	}
	return s + "."
}

// levels are what somebody lives in that is small inside a sentence: without the words for
// a village that begin names as well, such as Sóc Trăng and Buôn Ma Thuột.
var (
	villages = []string{"bản ", "thôn ", "xóm ", "ấp ", "khóm "}
	levels   = slices.Concat(villages, []string{"xã ", "tổ ", "phường ", "thị trấn ", "khu "})
)

// atLevel reports whether a text begins with one of them.
func atLevel(s string) bool { return beginsWith(s, levels) }

func beginsWith(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

// inSentence is a field in the middle of a sentence: without the stop at its end,
// and small where it begins with a common word.
func inSentence(s string) string {
	s = strings.TrimRight(strings.Join(strings.Fields(s), " "), " .;,")
	if small := lower(s); atLevel(small) {
		return small
	}
	for _, common := range commonBeginnings {
		if strings.HasPrefix(s, common) {
			return lower(s)
		}
	}
	return s
}

// commonBeginnings are words that are small inside a sentence where no name
// follows as part of theirs.
var commonBeginnings = []string{
	"Nông dân", "Giáo viên", "Học sinh", "Trưởng ", "Phó ", "Bí thư", "Công nhân",
	"Y sĩ", "Bác sĩ", "Cán bộ", "Chủ tịch", "Người ", "Hộ ", "Chủ ", "Nhân viên", "Dân quân", "Công an", "Chi hội trưởng", "Hội viên", "Đoàn viên", "Sinh viên",
}

// unitInSentence is the unit's name; one that stands for it is no name.
func unitInSentence(u privacy.Unit) string {
	if u.Code == "" {
		return lower(u.Name)
	}
	return villageInSentence(u.Name)
}

// villageInSentence is a unit in the middle of a sentence: what a village is called by is a
// common word, and small there; an office is called by its whole name.
func villageInSentence(unit string) string {
	if small := lower(unit); beginsWith(small, villages) || beginsWith(small, []string{"tổ dân phố ", "khu phố "}) {
		return small
	}
	return unit
}

// PublicityResults introduces the results.
func PublicityResults(results string) string { return "Kết quả: " + lowerUnlessName(results) }

// PublicityWhen says when it took place.
func PublicityWhen(when string) string { return "Thời gian: " + lowerUnlessName(when) }

// PublicityHonoured introduces earlier recognitions.
func PublicityHonoured(honoured string) string {
	return "Đã được ghi nhận: " + lowerUnlessName(honoured)
}

// lowerUnlessName gives a text a small first letter where its second word is small
// too: else it may begin with a name.
func lowerUnlessName(s string) string {
	words := strings.Fields(s)
	if len(words) > 1 && words[0] == strings.ToLower(words[0]) || len(words) == 0 {
		return s
	}
	if len(words) > 1 && lower(words[1]) == words[1] && strings.ToUpper(words[0]) != words[0] {
		return lower(s)
	}
	return s
}

// PublicityInvitation ends what has too little to say.
func PublicityInvitation() string {
	return "Xin trân trọng giới thiệu để mọi người cùng biết và học tập."
}

// PublicityAuthor is who stands as the author, cut short where the place asks for it.
func (o Office) PublicityAuthor(v privacy.View, letters int) string {
	for _, name := range []string{v.More.Author, v.Unit.Name, ShortUnit(v.Unit.Name), o.Agency} {
		if n := len([]rune(name)); n > 0 && n <= letters {
			return name
		}
	}
	return Cut(o.Agency, letters)
}

// PublicityAuthorBlock stands under an article for a portal or the press.
func (o Office) PublicityAuthorBlock(v privacy.View) (lines []string) {
	author := strings.Trim(v.More.Author+", "+v.More.AuthorUnit, ", ")
	for _, line := range [][2]string{{"Người viết", author}, {"Đơn vị giới thiệu", v.Unit.Name}, {"Cơ quan cung cấp", o.Agency}, {"Liên hệ", o.Contact}} {
		if line[1] != "" {
			lines = append(lines, line[0]+": "+line[1])
		}
	}
	return lines
}

// PublicityCaption stands under a photo that has no caption of its own.
func PublicityCaption(v privacy.View) string { return PublicitySubject(v) }

// PublicityPhotographer ends what stands under a photo.
func PublicityPhotographer(name string) string { return "Ảnh: " + name }

// PublicityQuote has what the person says.
func PublicityQuote(quote string) string {
	return "Chia sẻ: “" + strings.Trim(quote, "“”\"") + "”"
}

// PublicityVideo leads from an article to a video.
func PublicityVideo(link string) string { return "Video: " + link }

// PublicityHashtags are those of a category and a field.
func PublicityHashtags(v privacy.View) []string {
	tags := []string{"#GuongSang", map[report.Category]string{
		report.Advanced: "#DienHinhTienTien", report.GoodDeed: "#NguoiTotViecTot", report.NewModel: "#MoHinhMoi",
	}[v.Category]}
	if tag := map[report.Field]string{
		report.Economy: "#PhatTrienKinhTe", report.Education: "#GiaoDuc", report.Health: "#YTe", report.Security: "#AnNinhTratTu",
		report.Rural: "#NongThonMoi", report.Culture: "#VanHoa", report.Poverty: "#GiamNgheo", report.Digital: "#ChuyenDoiSo", report.Rescue: "#CuuNguoi",
	}[v.Field]; tag != "" {
		tags = append(tags, tag)
	}
	return tags
}

// LoudspeakerOpening begins what is read out.
func LoudspeakerOpening(v privacy.View) string {
	return "Kính thưa toàn thể bà con! Sau đây là bài giới thiệu " + introducedAs(v) + "."
}

// LoudspeakerClosing ends it.
func LoudspeakerClosing() string {
	return "Bài giới thiệu đến đây là hết. Xin cảm ơn bà con đã chú ý lắng nghe."
}

// ReadingTime says how long a text takes to be read out: khoảng 1 phút 40 giây.
func ReadingTime(d time.Duration) string {
	d = d.Round(5 * time.Second)
	minutes, seconds := int(d.Minutes()), int(d.Seconds())%60
	switch {
	case minutes == 0:
		return fmt.Sprintf("khoảng %d giây", seconds)
	case seconds == 0:
		return fmt.Sprintf("khoảng %d phút", minutes)
	}
	return fmt.Sprintf("khoảng %d phút %d giây", minutes, seconds)
}

// PublicityRetracted is what a post is replaced by that may not stand any more.
func PublicityRetracted() string { return "Nội dung này đã được gỡ." }

// ZaloLabels head the parts of a Zalo page's article, in the order in which the
// page asks for them.
func ZaloLabels() (title, author, sapo, body string) {
	return "TIÊU ĐỀ", "TÁC GIẢ", "TRÍCH DẪN", "NỘI DUNG"
}

// A PublicitySource is where a package for publicity comes from.
type PublicitySource struct {
	Accepted string    // by whom; empty if that is not known any more
	At       time.Time // when; zero if not known
	Reading  time.Duration
	Photos   []string // names of the files in the package
}

// PublicitySource says in lines where a package comes from and how far the consent
// goes.
func (o Office) PublicitySource(v privacy.View, s PublicitySource) (lines []string) {
	add := func(what, says string) {
		if says != "" {
			lines = append(lines, what+": "+says)
		}
	}
	add("Số hồ sơ", v.Number)
	add("Loại", PublicityKind(v))
	add("Đơn vị giới thiệu", v.Unit.Name)
	var periods []string
	for _, p := range v.Periods {
		periods = append(periods, Period(p))
	}
	add("Kỳ", strings.Join(periods, "; "))
	add("Đồng ý công khai", publicityConsent(v))
	add("Người tiếp nhận", s.Accepted)
	if !s.At.IsZero() {
		add("Tiếp nhận lúc", o.Moment(s.At))
	}
	add("Cơ quan cung cấp", o.Agency)
	add("Liên hệ", o.Contact)
	add("Bài phát thanh", "đọc "+ReadingTime(s.Reading))
	if len(s.Photos) == 0 {
		add("Ảnh", "không có ảnh được phép đăng")
	} else {
		add("Ảnh", strings.Join(s.Photos, ", "))
	}
	return lines
}

// publicityConsent says how far somebody may be shown, for who publishes it.
func publicityConsent(v privacy.View) string {
	switch v.Publicity {
	case privacy.Openly:
		return "tên và ảnh"
	case privacy.Named:
		return "tên, không đăng ảnh"
	case privacy.Given:
		return "trẻ em: chỉ tên gọi, không đăng ảnh, không nêu trường, lớp, nơi ở"
	}
	if v.Child {
		return "trẻ em: không nêu tên, không đăng ảnh, không nêu trường, lớp, nơi ở"
	}
	return "không nêu tên, không đăng ảnh"
}

// PackageSays tells what a package has in it.
func PackageSays(reading time.Duration, photos int) string {
	s := "Gồm bài Word và HTML, bài Zalo, Facebook, kênh Telegram, bài phát thanh (đọc " + ReadingTime(reading) + ")"
	if photos > 0 {
		s += fmt.Sprintf(", %d ảnh", photos)
	}
	return s + ". Vui lòng đọc lại trước khi đăng."
}

// PublicityForm names a form.
func PublicityForm(form string) string {
	return map[string]string{
		"channel": "Bài cho kênh Telegram", "article": "Bài cho cổng, báo", "zalo": "Bài trang Zalo", "facebook": "Bài Facebook, Zalo ngắn", "loudspeaker": "Bài đọc loa truyền thanh",
	}[form]
}

// A PublicityProblem is what keeps a text from being used, by the words of package
// publicity.
type PublicityProblem struct {
	Kind, Form, Part, Found, Text string
	Has, Most                     int
}

// Says tells it, and what to do.
func (p PublicityProblem) Says() string {
	part := map[string]string{"title": "Tiêu đề", "sapo": "Sapo"}[p.Part]
	if part == "" {
		part = "Bài"
	}
	switch p.Kind {
	case "refused":
		return "Gương này chưa được tiếp nhận hoặc đã gỡ, nên không đăng được."
	case "private":
		return "“" + p.Text + "”: " + map[string]string{
			"name": "người được giới thiệu chưa đồng ý nêu tên này, hoặc là trẻ em.", "place": "nơi này cho biết người không được nêu tên là ai.",
			"birth": "năm sinh này không được nêu.", "ethnicity": "dân tộc không được nêu.",
		}[p.Found] + " Vui lòng bỏ khỏi bài."
	case "empty":
		return part + " còn trống. Bài gồm tiêu đề, sapo, nội dung, mỗi phần cách nhau một dòng trống."
	case "toolong":
		count := "ký tự"
		if p.Form == "facebook" || p.Form == "loudspeaker" {
			count = "chữ"
		}
		return fmt.Sprintf("%s dài %s %s, tối đa %s. Vui lòng rút gọn.", part, Number(p.Has), count, Number(p.Most))
	}
	return "“" + p.Text + "”: vui lòng viết thành chữ như khi đọc."
}
