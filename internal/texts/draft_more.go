package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// Labels of the buttons of what letters ask besides.
const (
	ToRemove  = "Xóa mục này"
	ToCleared = "Tôi đã kiểm tra: không"
)

// moreNames are the names of the fields that letters ask besides.
var moreNames = map[string]string{
	"phone": "Điện thoại nhân vật", "author": "Người viết", "authorunit": "Đơn vị người viết", "authorphone": "Điện thoại người viết",
	"theme": "Phong trào", "proposal": "Đề xuất", "cleared": "Không bị kỷ luật, khiếu nại", "leads": "Lãnh đạo hay không",
	"members": "Số thành viên", "women": "Số nữ", "chief": "Người đứng đầu",
	"since": "Từ khi nào", "runby": "Ai thực hiện", "reach": "Số hộ, số người", "cost": "Kinh phí", "lasting": "Tính bền vững",
	"quote": "Lời nhân vật", "link": "Đã đăng ở", "video": "Đường dẫn video", "article": "Bài viết dài", "captions": "Chú thích ảnh",
}

// AskPhone asks for the number of the person introduced.
func AskPhone() string {
	return "Số điện thoại của người được giới thiệu (hoặc người đại diện)? Chỉ cơ quan thường trực và đơn vị biết, không công khai.\nVí dụ: 0912 345 678"
}

// AskAuthor asks who wrote it, if not who sends it.
func AskAuthor() string {
	return "Ai viết bài, nếu không phải người gửi? Ghi họ tên; tên này đứng dưới bài khi đăng.\nVí dụ: Nguyễn Thị Lan"
}

// AskAuthorUnit asks where the author works.
func AskAuthorUnit() string {
	return "Người viết công tác ở đâu?\nVí dụ: Hội Phụ nữ xã"
}

// AskAuthorPhone asks for the author's number.
func AskAuthorPhone() string {
	return "Số điện thoại của người viết? Chỉ để liên hệ, không công khai.\nVí dụ: 0987 654 321"
}

// Themes are the movements that are offered where the agency has not said which.
func Themes() []string {
	return []string{"Học tập và làm theo Bác", "Dân vận khéo", "Nông thôn mới", "Sáng kiến cải cách hành chính", "Vì người nghèo", "Chuyển đổi số"}
}

// AskTheme asks for the movement.
func AskTheme() string {
	return "Gương thuộc phong trào, chủ đề nào? Chọn một mục, hoặc gõ tên phong trào khác."
}

// Proposal names which recognition is proposed.
func Proposal(p report.Proposal) string {
	return map[report.Proposal]string{
		report.OnlyPublicity: "Chỉ tuyên truyền",
		report.Praise:        "Biểu dương",
		report.Certificate:   "Tặng giấy khen",
		report.HigherLevel:   "Cấp trên khen",
	}[p]
}

// noFile says what a proposal is not.
const noFile = "đề xuất, không thay hồ sơ"

// AskProposal asks for the recognition that the unit proposes.
func AskProposal() string {
	return "Đơn vị đề xuất hình thức nào? Đây là " + noFile + " khen thưởng."
}

// AskCleared asks whether anything is pending.
func AskCleared() string {
	return "Người (tập thể) được giới thiệu có đang trong thời gian xem xét kỷ luật, khiếu nại, tố cáo không? Nếu đã kiểm tra và không có, bấm nút dưới đây; tên người xác nhận được lưu lại, không công khai."
}

// Cleared says who said that nothing is pending; empty: nobody.
func Cleared(who string) string {
	if who == "" {
		return ""
	}
	return who + " xác nhận"
}

// ClearedByWhom refuses a word that nobody gave.
func ClearedByWhom() string {
	return "Vui lòng bấm nút xác nhận, hoặc ghi họ tên người xác nhận."
}

// AskLeads asks whether the person leads others.
func AskLeads() string {
	return "Người được giới thiệu có giữ chức vụ lãnh đạo, quản lý không?"
}

// Leads says how that was answered.
func Leads(answer string) string {
	return map[string]string{report.Yes: "Có giữ chức vụ lãnh đạo", report.No: "Không giữ chức vụ lãnh đạo"}[answer]
}

// AskMembers, AskWomen and AskChief ask about a collective.
func AskMembers() string { return "Tập thể có bao nhiêu người?\nVí dụ: 12" }

// AskWomen is told with AskMembers.
func AskWomen() string { return "Trong đó bao nhiêu nữ?\nVí dụ: 8" }

// AskChief is told with AskMembers.
func AskChief() string {
	return "Ai đứng đầu tập thể? Ghi họ tên.\nVí dụ: Lò Thị Mai"
}

// BadNumber refuses what is no number of people.
func BadNumber(most int) string {
	return "Vui lòng ghi một số từ 1 đến " + Number(most) + "."
}

// MoreWomen refuses more women than members.
func MoreWomen(women, members int) string {
	return fmt.Sprintf("Số nữ (%d) đang nhiều hơn số thành viên (%d). Vui lòng ghi lại.", women, members)
}

// AskSince and the next ask about a new model.
func AskSince() string { return "Mô hình thực hiện từ khi nào?\nVí dụ: từ tháng 3/2025" }

// AskRunBy is told with AskSince.
func AskRunBy() string {
	return "Ai thực hiện, duy trì mô hình?\nVí dụ: Chi hội Phụ nữ bản Nà Cúng"
}

// AskReach is told with AskSince.
func AskReach() string {
	return "Bao nhiêu hộ, bao nhiêu người tham gia hoặc được lợi?\nVí dụ: 48 hộ, 210 người"
}

// AskCost is told with AskSince.
func AskCost() string {
	return "Kinh phí bao nhiêu, từ đâu?\nVí dụ: 15 triệu đồng, hội viên đóng góp"
}

// AskLasting is told with AskSince.
func AskLasting() string {
	return "Vì sao mô hình duy trì được lâu dài?\nVí dụ: có quỹ chi hội, nhân công tại chỗ"
}

// AskQuote asks for what the person says.
func AskQuote() string {
	return "Một câu nói của nhân vật? Ghi đúng lời, như sẽ được đăng.\nVí dụ: Đường rộng thì cả bản cùng được nhờ"
}

// AskLink asks where it was published already.
func AskLink() string {
	return "Gương đã được đăng ở đâu? Dán đường dẫn.\nVí dụ: https://baolaichau.vn/guong-sang"
}

// AskVideo asks for a link to a video.
func AskVideo() string { return "Dán đường dẫn video về gương này, nếu có." }

// BadLink refuses what is no address.
func BadLink() string {
	return "Vui lòng dán đường dẫn, bắt đầu bằng https:// hoặc tên trang."
}

// BadPhone refuses what is no number of a telephone.
func BadPhone() string {
	return "Vui lòng ghi số điện thoại, 10 chữ số bắt đầu bằng 0.\nVí dụ: 0912 345 678"
}

// AskArticle asks for the long text.
func AskArticle() string {
	return "Gửi bài viết dài dạng tệp Word (.docx) vào đây, hoặc dán bài. Tối đa 12.000 ký tự (khoảng 2.000 từ)."
}

// ArticleTaken says that a file became the long text.
func ArticleTaken(file string, letters, photos int) string {
	text := fmt.Sprintf("Đã lấy bài viết từ tệp “%s”: %s ký tự", Cut(file, 40), Number(letters))
	if photos > 0 {
		text += fmt.Sprintf(", %d ảnh", photos)
	}
	return text + "."
}

// CaptionOf is the caption of a photo with who took it.
func CaptionOf(m report.Media) string {
	text := m.Caption
	if text == "" {
		text = "(chưa có chú thích)"
	}
	if m.Author != "" {
		text += "; ảnh: " + m.Author
	}
	return text
}

// AskCaptions asks for the captions of photos, which stand in the order in which
// they came.
func AskCaptions(now []string) string {
	var b strings.Builder
	b.WriteString("Chú thích từng ảnh, theo thứ tự đã gửi; mỗi ảnh một dòng: số, chú thích, người chụp.\nVí dụ: 1. Chị Xoan bên vườn lê; ảnh: Lò Văn An\nChỉ ghi “ảnh: họ tên” là người chụp mọi ảnh.\n")
	for i, text := range now {
		fmt.Fprintf(&b, "\nẢnh %d: %s", i+1, Excerpt(text, 60))
	}
	return b.String()
}

// NoSuchPhoto says how many photos there are to be captioned.
func NoSuchPhoto(n int) string {
	if n == 0 {
		return "Chưa có ảnh nào. Mời gửi ảnh trước."
	}
	return fmt.Sprintf("Vui lòng ghi số của ảnh trước chú thích, từ 1 đến %d.", n)
}

// FieldRemoved confirms that a field is empty again.
func FieldRemoved(field string) string { return "Đã xóa mục “" + field + "”." }

// MoreFilled heads the list of what may be added, with what is there already.
func MoreFilled(names []string) string {
	if len(names) == 0 {
		return MoreHead()
	}
	return MoreHead() + "\nĐã có: " + strings.Join(names, "; ") + "."
}

// FieldsFilled lists what the fields of a subject hold.
func FieldsFilled(head string, filled []Said) string {
	var b strings.Builder
	b.WriteString(head)
	for _, s := range filled {
		fmt.Fprintf(&b, "\n• %s: %s", s.Field, Excerpt(s.Value, 100))
	}
	return b.String()
}

// besides is what was told besides, each field with its name, in full.
func besides(c report.Content) (list []Said) {
	m := c.More
	add := func(key, value string) {
		if value != "" {
			list = append(list, Said{moreNames[key], value})
		}
	}
	count := func(key string, n int) {
		if n > 0 {
			add(key, Number(n))
		}
	}
	add("theme", m.Theme)
	if m.Proposal != "" {
		add("proposal", Proposal(m.Proposal)+" ("+noFile+")")
	}
	add("cleared", Cleared(m.Cleared))
	add("leads", Leads(m.Leads))
	count("members", m.Members)
	count("women", m.Women)
	add("chief", m.Chief)
	add("since", m.Since)
	add("runby", m.RunBy)
	add("reach", m.Reach)
	add("cost", m.Cost)
	add("lasting", m.Lasting)
	add("quote", m.Quote)
	add("link", m.Link)
	add("video", m.Video)
	if m.Author != "" || m.AuthorUnit != "" {
		add("author", strings.Trim(m.Author+", "+m.AuthorUnit, ", "))
	}
	add("phone", private(m.Phone))
	add("authorphone", private(m.AuthorPhone))
	add("captions", captions(c.Media))
	add("article", m.Article)
	return list
}

// private marks what nobody but the agency and the unit is shown.
func private(value string) string {
	if value == "" {
		return ""
	}
	return value + " (không công khai)"
}

// captions lists who took photos and what stands below them.
func captions(media []report.Media) string {
	var all []string
	n := 0
	for _, m := range media {
		if !m.Picture() {
			continue
		}
		if n++; m.Caption != "" || m.Author != "" {
			all = append(all, fmt.Sprintf("%d. %s", n, CaptionOf(m)))
		}
	}
	return strings.Join(all, "; ")
}

// MoreStory is what a text about an example says of what was told besides, as
// sentences for the documents.
func MoreStory(v privacy.View) (all []string) {
	m := v.More
	add := func(what, value string, most int) {
		if value != "" {
			all = append(all, what+": "+sentences(value, most))
		}
	}
	add("Phong trào", m.Theme, 200)
	if m.Members > 0 {
		text := Number(m.Members) + " người"
		if m.Women > 0 {
			text += ", trong đó " + Number(m.Women) + " nữ"
		}
		add("Tập thể", text, 200)
	}
	add("Người đứng đầu", m.Chief, 200)
	add("Thực hiện từ", m.Since, 200)
	add("Người thực hiện", m.RunBy, 200)
	add("Số hộ, số người tham gia", m.Reach, 300)
	add("Kinh phí", m.Cost, 300)
	add("Tính bền vững", m.Lasting, 600)
	if m.Quote != "" {
		all = append(all, "Lời nhân vật: “"+strings.Trim(strings.TrimSpace(m.Quote), "“”\"")+"”.")
	}
	return all
}

// PhotoCaptions lists who took photos and what stands below them.
func PhotoCaptions(photos []privacy.Photo) string {
	media := make([]report.Media, len(photos))
	for i, p := range photos {
		media[i] = report.Media{Kind: "photo", Caption: p.Caption, Author: p.Author}
	}
	return captions(media)
}
