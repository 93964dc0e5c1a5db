package texts

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// ReadTogether reports whether two words that follow each other are read as
// one, so that no line should end between them: the syllables of a word, a
// number and what it counts, the parts of a name, and the word before a name.
func ReadTogether(before, after string) bool {
	b, a := bare(before), bare(after)
	if b == "" || a == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b)
	next, _ := utf8.DecodeRuneInString(a)
	if unicode.IsDigit(first) || unicode.IsUpper(first) && unicode.IsUpper(next) {
		return true
	}
	b, a = strings.ToLower(b), strings.ToLower(a)
	if beforeNames[b] && (unicode.IsUpper(next) || unicode.IsDigit(next)) {
		return true
	}
	return compounds()[b+" "+a]
}

// BreaksBefore reports whether a phrase begins with a word.
func BreaksBefore(word string) bool { return openers[strings.ToLower(bare(word))] }

func bare(word string) string { return strings.Trim(word, `"“”'‘’().,;:!?-–`) }

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

var (
	openers     = setOf("và với cho của để từ nhờ trong ở tại ra đến không được mà khi về do vì như theo trên dưới bằng giúp sau trước vào qua hoặc nhưng là có đã đang sẽ")
	beforeNames = setOf("ông bà anh chị em cô thầy cụ hộ bản thôn xóm ấp tổ xã phường tỉnh thành trường hội chi đội đoàn ban phòng ngày tháng năm quý số khu cụm lớp nhóm mô")
)

// compounds are words of two syllables that such texts are full of.
var compounds = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for pair := range strings.SplitSeq(compoundList, ",") {
		set[strings.Join(strings.Fields(pair), " ")] = true
	}
	return set
})

const compoundList = `an ninh, an sinh, an toàn, ánh sáng, áo ấm, ăn uống, bà con, bài học, bài thuốc, ban ngành, bán trú, bảo hiểm, bảo tồn, bảo vệ,
	bảo đảm, bão lũ, bền vững, bệnh nhân, bệnh viện, bếp ăn, bếp cơm, biên giới, biên phòng, biểu diễn, biểu dương, bình đẳng, bí thư, bộ đội, bổ sung,
	buôn bán, cá nhân, cán bộ, cải cách, cải tạo, cải thiện, cách làm, cảm ơn, cây trồng, cấp cứu, cầu đường, chăm chỉ, chăm lo, chăm sóc, chăn nuôi, chất lượng,
	chế biến, chi bộ, chi đoàn, chi hội, chia sẻ, chính quyền, chính sách, chính trị, chiến sĩ, chú trọng, chuyên môn, chuyển đổi, chủ động, chủ nhiệm, chủ tịch, chức vụ,
	chương trình, con đường, con em, công an, công bằng, công cộng, công đoàn, công dân, công khai, công nghệ, công nhân, công tác, công trình, công việc, cô giáo, cổ truyền, cộng đồng,
	cơ quan, cơ sở, cuộc sống, cứu hộ, cứu người, cứu nạn, cựu chiến, chiến binh, dân bản, dân ca, dân cư, dân quân, dân số, dân sự, dân tộc, dân vận, danh hiệu, diện tích, di sản, di tích, dịch bệnh,
	dịch vụ, doanh nghiệp, du lịch, duy trì, đại diện, đại hội, đảng ủy, đảng viên, đào tạo, đau ốm, đặc biệt, đặc sản, đất đai, đất ruộng, đầu mối, đầu tư, đẩy mạnh, địa bàn, địa phương,
	điển hình, điều trị, điều dưỡng, đoàn kết, đoàn thể, đoàn viên, đóng góp, đô thị, đối tượng, đồng bào, đồng chí, đồng hành, động viên, đơn thân, đơn vị, đường bản, đường làng, đường sá, đường dây,
	em nhỏ, gắn bó, gây quỹ, gia cảnh, gia đình, gia súc, giải quyết, giao thông, giáo dục, giáo viên, giảm nghèo, giảng dạy, gìn giữ, giới thiệu, giúp đỡ, giữ gìn, giữ rừng, gương mẫu, hạ tầng, hạnh phúc,
	hàng hóa, hàng tháng, hàng tuần, hàng năm, hành chính, hằng ngày, hiến đất, hiến máu, hiệu quả, hiệu trưởng, hoa quả, hoa màu, hòa giải, hoàn cảnh, hoàn thành, hoàn trả, hoạt động, học bạ, học bổng, học sinh, học tập, học trò,
	hỗ trợ, hộ nghèo, hội thi, hội viên, hợp tác, tác xã, hủ tục, huấn luyện, hướng dẫn, hữu cơ, kế hoạch, kết quả, kết hôn, tảo hôn, khai hoang, khai thác, khám bệnh, chữa bệnh, khám phá, khảo sát, khen thưởng, khó khăn, khoa học, khôi phục,
	khu vực, khuyến học, khuyến khích, khuyến nông, khuyết tật, kiên trì, kinh doanh, kinh nghiệm, kinh phí, kinh tế, kỹ năng, kỹ thuật, kỹ sư, lan tỏa, làm chủ, làm giàu, làm theo, làm việc, lao động, lãnh đạo, lâm nghiệp, lớp học,
	lợi nhuận, lực lượng, lương thực, máy móc, mạng lưới, mặt trận, mầm non, miền núi, miễn phí, mô hình, môi trường, mỗi tuần, mỗi tháng, mỗi năm, mở rộng, mua bán, mưa lũ, nạn nhân, năng suất, nâng cao, nếp sống, ngân hàng, nghệ nhân, nghệ thuật,
	nghĩa tình, nghiên cứu, ngôi nhà, ngôn ngữ, người bệnh, người dân, người già, người mất, người nghèo, người tốt, việc tốt, người thầy, nguồn nước, nguồn vốn, nguyên liệu, nhà ăn, nhà báo, nhà dột, nhà trường, nhà văn, văn hóa, nhà vệ,
	vệ sinh, nhân ái, nhân dân, nhân rộng, nhân viên, nhiệm vụ, nhiệt tình, nhiều năm, nhu cầu, nông dân, nông nghiệp, nông sản, nông thôn, nông trại, nợ quá, quá hạn, nuôi ong, nuôi dưỡng, nuôi trồng, nước sạch, ổn định, phát huy, phát sinh, phát triển,
	phẩm chất, phấn đấu, phong trào, phòng chống, phòng học, phối hợp, phổ thông, phổ biến, phụ huynh, phụ nữ, phục hồi, phục vụ, phúc lợi, phương pháp, phương tiện, quản lý, quan tâm, quân dân, quần chúng, quyên góp, quyết tâm, ra lớp, ra đời, rác thải, ruộng bậc, bậc thang,
	rừng phòng, phòng hộ, sách vở, sản phẩm, sản xuất, sáng kiến, sáng tạo, sạt lở, sâm đất, sinh hoạt, sinh kế, sinh viên, sơ cứu, sức khỏe, sưu tầm, tái chế, tài liệu, tài sản, tận tâm, tận tình, tận tụy, tập huấn, tập luyện, tập thể, tặng quà, tâm huyết,
	tấm gương, tất cả, tệ nạn, thanh niên, thành công, thành lập, thành tích, thành viên, tham gia, tham mưu, thảo dược, thân thiện, thầy cô, thầy giáo, thị trấn, thị trường, thiên tai, thiết bị, thiện nguyện, thiếu niên, thiểu số, thi đua, thoát nghèo, thôn bản, thông minh, thông tin,
	thu gom, thu hoạch, thu hút, thu nhập, thủ công, thủ tục, thuốc nam, thực hành, thực hiện, thực phẩm, thường xuyên, thương binh, thương mại, tiên tiến, tiên phong, tiền công, tiêm chủng, tiến bộ, tiếng nói, tiếp cận, tiếp nhận, tiếp nối, tiêu biểu, tiêu thụ, tiểu học, tiết kiệm,
	tình nguyện, tình thương, tín dụng, tin cậy, tòa án, toàn dân, toàn diện, tổ chức, tổ hợp, tổ trưởng, tổ tiên, tổng hợp, tổng kết, tội phạm, trách nhiệm, trang trại, trang phục, tranh thủ, trải nghiệm, trạm y, trạm xá, tre nứa, trẻ em, trẻ mồ, mồ côi, triển khai, triệu đồng, tỷ đồng, nghìn đồng,
	trồng cây, trồng rừng, trở thành, trung học, trung tâm, truyền dạy, truyền thống, truyền thông, trưởng bản, trưởng thôn, trực tiếp, trực tuyến, tu sửa, tuần tra, tự giác, tự nguyện, tự tin, tương trợ, tuyên truyền, ủng hộ, ủy ban, ứng dụng, vay vốn, văn bản, văn minh, văn nghệ, văn phòng,
	vận chuyển, vận động, vận hành, vật liệu, vật nuôi, viên chức, vùng cao, vùng sâu, vùng xa, vườn rau, vượt khó, vươn lên, xã hội, xanh sạch, xây dựng, xe máy, xóa mù, mù chữ, xóa đói, xung kích, xử lý, ý chí, ý kiến, ý thức, y bác, bác sĩ, y tế, yêu nước, yêu thương,
	hạt giống, giống cây, giống lúa, cắm bản, đi đầu, đi học, đến trường, tới trường, bỏ học, nghỉ học, hồ sơ, dây chuyền, điện thoại, mạng xã, thiệt hại, hỏa hoạn, cháy nổ, chữa cháy, đuối nước, tai nạn, tật nguyền, neo đơn, cô đơn, người khuyết, người lao, người cao, cao tuổi, người có, uy tín, có công,
	gia công, may mặc, dệt vải, thổ cẩm, thêu dệt, mây tre, tre đan, đan lát, chè xanh, lúa nước, ngô lai, sầu riêng, cà phê, cây ăn, ăn quả, dược liệu, gia cầm, thủy sản, cá lồng, nước ngọt, ong mật, mật ong, bò sữa, trâu bò, lợn đen, gà đồi, cổ thụ, đầu nguồn, ngành dọc, công nghệ, sự nghiệp, trật tự, cột mốc, tự quản, hữu cơ, liên kết, thu hái, đất liền, anh em, sinh sống`
