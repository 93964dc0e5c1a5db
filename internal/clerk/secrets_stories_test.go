package clerk

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"pgregory.net/rapid"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// Sentences in which names stand. {who} is somebody, {Who} where it opens the
// sentence; {mark} a number by which a passage is found again.
var (
	adultTitles = []string{
		"{Who} hiến {mark} m² đất mở đường", "Góp {mark} đồng: {who} vì người nghèo", "{mark} ngày công của {who} cho con đường mới",
		"Giữ {mark} ha rừng, chuyện {who} kể", "{Who}: {mark} giờ lái xe cứu thương miễn phí", "Nuôi {mark} con bò, {who} vượt nghèo",
	}
	adultSentences = []string{
		"Năm 2024, {who} vận động 14 hộ làm chuồng trại xa nhà.", "{Who} dậy từ sớm mở lối vào bãi chăn thả, không nhận tiền công.",
		"Theo bà con, {who} rất chan hòa, ai cần cũng giúp.", "Bà con quen gọi “{who}” mỗi khi có việc khó.",
		"Các thành viên trong tổ ({who} làm tổ trưởng) đã góp cát, sỏi.", "Nhờ có {who}, đường vào bản sạch hơn trước.",
		"Đêm ấy có {who}; hai dân quân và một cô nuôi dạy trẻ cõng người già lên đồi.", "Việc làm của {who} được chi bộ nêu gương trước cuộc họp.",
		"{Who} hiến đất ruộng để mở rộng sân trường.", "Con đường ấy mang công sức của {who}!", "Vợ chồng {who} có hai con đang học đại học.",
		"Hỏi vì sao, {who} chỉ cười: “Việc nên làm thì làm”.", "Trao đổi với {who}, chúng tôi được biết đàn ong có 45 tổ.",
		"Cảm phục {who}, nhiều hộ làm theo.", "Người đi đầu là {who}.", "Đến nay {who} vẫn đều đặn mang gạo cho hai cụ già neo đơn.",
		"Từ tay {who}, ba chiếc cầu gỗ đã nối hai bờ suối.", "Ai cũng quý {who}?", "Không quản mưa rét, {who} đã bám bản suốt 12 ngày.",
	}
	adultResults = []string{
		"Trồng {mark} cây quế, {who} thu 60 triệu đồng.", "Đàn lợn của {who} có {mark} con.", "Tổng cộng {mark} lượt người được {who} giúp.", "{mark} m² đất; 20 công; {who} góp cả xe máy cày.",
	}
	childTitles = []string{
		"{Who} trả lại ví có {mark} đồng", "Nhặt được {mark} đồng, {who} trả người mất", "{Who}, học sinh {class}, cứu bạn dưới suối sâu {mark} phân",
		"Tấm gương {who}: {mark} đồng trả lại", "{mark} quyển sách của {who} tặng bạn ở {village}",
	}
	childSentences = []string{
		"{Who}, học sinh {class} {school}, nhặt được ví trên đường.", "Nhà {who} ở {village}, cách lớp học bốn cây số.",
		"Trên đường từ {school} về {village}, {who} thấy chiếc ví của một cụ già.", "Cô chủ nhiệm {class} khen {who} thật thà.",
		"Tan học, {who} cùng bạn mang ví đến gặp thầy giáo.", "Ở {village}, ai cũng biết {who} chăm học.", "{School} tuyên dương {who} dưới cờ.",
		"Thầy hiệu trưởng {school} gọi điện cho người mất.", "Ở {hamlet}, bà con kể mãi về {who}.", "{Who} nói: “Cháu chỉ trả lại của rơi”.",
		"Gia đình {who} thuộc hộ nghèo.", "Bạn cùng lớp quý {who} ({class}).", "Không ngần ngại, {who} nhảy xuống suối.", "Chiếc ví được {who} đưa tận tay cụ già.",
		"Mỗi chiều {who} đi bộ từ {hamlet} ra chợ.", "Được biết, {who} đang học {class} tại {school}.",
	}
	childResults = []string{"Trả lại {mark} đồng cho người mất.", "{Who} đạt {mark} điểm tốt trong học kỳ.", "Quyên góp {mark} quyển vở cho {school}."}

	groupTitles    = []string{"{mark} tổ ong của {who}", "Học theo {who}, {mark} hộ trồng quế", "{mark} cây xanh quanh trụ sở"}
	groupSentences = []string{
		"Ban đầu chỉ có {who} nuôi ba tổ.", "Đến nay 12 hộ đã học theo {who}.", "Cả nhóm họp vào tối thứ bảy hằng tuần.", "{Who} hướng dẫn từng nhà cách quay mật.",
		"Sản phẩm được bán ở chợ phiên và trên mạng.", "Nhờ {who}, các hộ biết ghi chép sổ sách.", "Tiền lãi được trích một phần giúp người ốm.",
	}
	groupResults = []string{"Thu {mark} lít mật.", "Có {mark} hộ tham gia cùng {who}.", "Bán được {mark} kg, lãi 30%."}
)

// everyday are sentences with words that are somebody's name elsewhere; they
// are told where that somebody is introduced.
var everyday = map[string][]string{
	"hoa":   {"Vườn hoa trước nhà văn hóa do phụ nữ chăm.", "Mùa này hoa ban nở trắng sườn đồi.", "Chợ hoa họp ngày chủ nhật.", "Người Hoa, người Thái cùng sống ven suối.", "Không khí hòa thuận, hòa giải được 6 vụ."},
	"xuan":  {"Mùa xuân, cả bản trồng cây.", "Chương trình Xuân biên phòng ấm lòng dân bản.", "Tết đến xuân về, nhà nào cũng có bánh.", "Dịp Xuân Bính Ngọ, quà đến tay người nghèo."},
	"binh":  {"Thu nhập bình quân 40 triệu đồng.", "Bình quân mỗi hộ nuôi 5 con lợn.", "Hội Cựu chiến binh giúp ngày công.", "Cuộc sống bình yên trở lại.", "Tổ bình xét công khai từng hộ."},
	"an":    {"An ninh trật tự được giữ vững.", "An toàn giao thông được nhắc đến mỗi cuộc họp.", "Công an xã cùng tham gia.", "Bữa ăn bán trú đủ chất.", "Bà con yên tâm làm ăn, an cư lạc nghiệp."},
	"minh":  {"Thu chi minh bạch.", "Đoàn Thanh niên Cộng sản Hồ Chí Minh cùng dự.", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.", "Ai cũng hết mình vì việc chung."},
	"sang":  {"Buổi sáng, cả tổ ra đồng.", "Ánh sáng đã về bản.", "Sáng kiến được áp dụng ở ba nơi.", "Sáng hôm sau, đường đã thông."},
	"phong": {"Phong trào thi đua sôi nổi.", "Phòng Văn hóa - Xã hội ghi nhận.", "Bộ đội Biên phòng hỗ trợ giống.", "Cảnh quan phong phú."},
	"van":   {"Nhà văn hóa được sửa lại.", "Văn hóa truyền thống được gìn giữ.", "Vận động từng nhà là việc khó.", "Vẫn còn nhiều việc phải làm."},
	"thi":   {"Hội thi có 8 đội.", "Phong trào thi đua lan rộng.", "Nông sản được bán ở thị trấn.", "Chợ thị trấn đông hơn."},
	"hanh":  {"Gia đình hạnh phúc.", "Ban chấp hành họp mỗi quý.", "Thực hành tiết kiệm được nhắc đến luôn."},
	"thanh": {"Thành công bước đầu còn nhỏ.", "Đoàn Thanh niên góp 30 công.", "Tiếng nói của thanh niên được lắng nghe.", "Thanh tra nhân dân giám sát."},
	"mai":   {"Ngày mai, tổ họp tiếp.", "Vì ngày mai tươi sáng.", "Cây mai trước sân nở muộn."},
	"lo":    {"Không còn lo thiếu vốn.", "Lò sấy thảo quả chạy cả ngày.", "Cả bản lo cái ăn trước."},
	"ly":    {"Quản lý tiền quỹ có sổ sách.", "Lý do rất giản dị.", "Rác được xử lý tại chỗ."},
	"vang":  {"Lúa vàng trên ruộng bậc thang.", "Rượu vang từ mận được bán ở hội chợ.", "Tiếng khèn vang xa."},
	"mua":   {"Mùa màng bội thu.", "Mưa lớn nhiều ngày.", "Hợp tác xã mua hết sản phẩm."},
	"son":   {"Mái tôn sơn màu xanh.", "Cả bản có 12 nhà sàn, nhiều sơn nữ hát giỏi."},
	"nam":   {"Năm nay được mùa.", "Mặt trận Tổ quốc Việt Nam trao quà.", "Nam giới cùng làm việc nhà."},
	"lan":   {"Phong trào lan tỏa.", "Vườn lan rừng được giữ.", "Lần đầu có nước sạch."},
	"huong": {"Hương ước được sửa.", "Quê hương đổi thay.", "Bà con hưởng ứng.", "Hướng dẫn kỹ thuật tại ruộng."},
	"hong":  {"Vườn hồng cho quả.", "Sản xuất hàng hóa, dây chuyền không hỏng."},
	"tien":  {"Tiền lãi chia đều.", "Điển hình tiên tiến được nhân rộng.", "Tiến độ đúng kế hoạch."},
	"cong":  {"Công trình hoàn thành.", "Công việc chung không kể ngày nghỉ.", "Ghi công 30 lượt người."},
	"quang": {"Quang cảnh sạch đẹp.", "Đường quang, ngõ sạch.", "Quảng bá sản phẩm trên mạng."},
	"duc":   {"Giáo dục được chăm lo.", "Đạo đức lối sống tốt.", "Lòng nhân đức được nhắc đến."},
	"hien":  {"Hiện nay đường đã bê tông.", "Thực hiện đúng cam kết.", "Ai cũng hiền hậu, chất phác."},
	"lien":  {"Liên kết bốn nhà.", "Hội Liên hiệp Phụ nữ xã hỗ trợ vốn.", "Làm việc liên tục 12 ngày."},
	"phuc":  {"Khắc phục hậu quả nhanh.", "Phục hồi nghề dệt.", "Tất cả vì hạnh phúc chung."},
	"nghia": {"Tình làng nghĩa xóm.", "Nghĩa tình biên giới.", "Việc làm có ý nghĩa."},
	"tam":   {"Trung tâm Y tế phối hợp.", "Quan tâm người già.", "Tạm ứng 5 triệu đồng."},
	"ha":    {"Trồng 12 ha quế.", "Hạ tầng còn khó khăn.", "Giá hạ, bà con vẫn giữ nghề."},
	"anh":   {"Ảnh chụp được treo ở nhà văn hóa.", "Các anh bộ đội cùng làm.", "Ánh đèn điện sáng khắp nơi."},
	"bao":   {"Bảo vệ rừng là việc của mọi nhà.", "Báo Lai Châu đã đưa tin.", "Bao gạo được chở đến tận nơi."},
	"hai":   {"Hai hộ thoát nghèo.", "Hải quan cửa khẩu hỗ trợ.", "Thu hái chè đúng lứa."},
	"quan":  {"Quân dân một lòng.", "Các cơ quan cùng vào cuộc.", "Bộ Chỉ huy quân sự tặng quà."},
	"tu":    {"Tự nguyện góp công.", "Từ đó, ai cũng tin.", "Tủ sách chung có 200 cuốn."},
	"su":    {"Sử dụng vốn đúng mục đích.", "Sự việc được báo ngay.", "Chăn nuôi gia súc có chuồng."},
	"hang":  {"Hàng hóa đi lại dễ.", "Hằng tháng có họp.", "Cửa hàng mở đến tối."},
	"ca":    {"Cà phê mới trồng thử.", "Cả bản cùng làm.", "Cá lồng cho thu nhập."},
	"ma":    {"Phòng, chống ma túy.", "Mã vùng trồng đã được cấp.", "Mạ non xanh tốt."},
	"sinh":  {"Vệ sinh chung được giữ.", "Sinh kế mới cho 9 hộ.", "Sinh hoạt chi bộ đều đặn."},
	"chu":   {"Chủ động phòng rét.", "Chú trọng chất lượng.", "Xóa mù chữ cho 20 người."},
	"hung":  {"Hưng phấn vì được mùa.", "Những việc nhỏ, ý nghĩa lớn."},
	"on":    {"Ổn định chỗ ở.", "Đền ơn đáp nghĩa.", "Ôn lại truyền thống."},
	"ngoc":  {"Ngô ngọc mẩy hạt.", "Ngọc quý là tình người."},
	"duong": {"Đường mới dài 2 km.", "Biểu dương kịp thời.", "Dưỡng bệnh tại nhà."},
	"kiet":  {"Tiết kiệm điện.", "Kiệt sức vì hạn hán, ruộng vẫn được cứu."},
	"muoi":  {"Mười hộ đăng ký.", "Muối i-ốt phát miễn phí."},
}

// aside are sentences with other people and with nobody.
var aside = []string{
	"Chủ tịch UBND xã trao giấy khen.", "Phó Chủ tịch xã Vàng Văn Khon đến thăm.", "Ông Lò Văn Kẻo ở bản bên cũng làm theo.", "Chị Giàng Thị Sáo là hội viên mới.",
	"Bà Nguyễn Thị Kim Ngân từng về thăm nơi này.", "Anh Tẩn A Sài cho mượn máy xúc.", "Phong trào “Toàn dân đoàn kết” đi vào nếp.", "Tổng kinh phí 1,2 tỷ đồng, dân góp 35%.",
	"Học tập và làm theo Bác từ việc nhỏ.", "Tỷ lệ hộ nghèo giảm còn 8,5%.", "Ba năm liền đạt danh hiệu văn hóa.", "Mọi việc đều bàn bạc công khai.", "Có điện, có đường, có nước.",
	"Cô giáo Phạm Thị Yến đứng lớp ghép.", "Bác sĩ Trần Kiên khám miễn phí 2 ngày.", "Năm 2025, xã giao 30 chỉ tiêu.", "Được tặng Giấy khen của UBND tỉnh Lai Châu.", "Đồng bào các dân tộc đoàn kết.",
}

// Where children live and go to school, and how that is written.
var (
	schools = []string{"Mường Than", "Pắc Ta", "Nậm Cuổi", "Hua Bum", "Lản Nhì Thàng", "Vàng Ma Chải", "Tông Qua Lìn", "Dào San", "Bum Tở"}
	hamlets = []string{"Nà Cúng", "Huổi Én", "Sin Chải", "Thèn Thầu", "Hô Tra", "Gia Khâu", "Phố Vây", "Nậm Pặt", "Séo Lẻng"}
	classes = []string{"lớp 5A", "lớp 4", "lớp 9/2", "lop 5a", "lớp 7A2", "Lớp 3B", "lớp 5 A"}
	// as what follows "Trường ..." of a primary school, and of a lower secondary one
	schoolKinds = [][]string{
		{"Trường Tiểu học %s", "trường tiểu học %s", "Trường TH %s", "truong tieu hoc %s", "Trường PTDTBT Tiểu học %s", "TRƯỜNG TIỂU HỌC %s", "trường %s"},
		{"Trường THCS %s", "trường trung học cơ sở %s", "THCS %s", "Trường PTDTBT THCS %s", "trường %s"},
	}
	villageKinds = []string{"bản %s", "thôn %s", "bản %s", "ban %s"}
)

// A record is an example with what the proof knows of its texts.
type record struct {
	report.Example
	unit    report.Unit
	persons []person
	agreed  bool // everybody needed, to the name as it stands
	child   bool
	texts   map[string]text
	marks   map[string]string
	size    int // of its photo, by which it is known again
}

// open reports whether everything may be told as it was written.
func (r record) open() bool { return len(r.persons) == 0 || r.agreed && !r.child }

// hidden reports whether nothing of it leaves.
func (r record) hidden() bool { return r.Review == report.Withdrawn || r.Review == report.Retracted }

// photos reports whether its photos may be seen.
func (r record) photos() bool {
	return !r.child && r.Content.Consent == report.NameAndPhoto && (r.agreed || len(r.persons) == 0)
}

// instead are the words that may stand in place of a child's places, and before
// its name.
var instead = strings.Fields("nhà trường bản thôn tổ dân phố địa phương học trên bàn đơn vị lớp khu em ban lop thon truong")

// may reports whether a word may stand where nothing was looked for.
func (r record) may(w word) bool {
	small := strings.ToLower(w.exact)
	if r.child && slices.Contains(instead, small) {
		return true
	}
	for _, p := range r.persons {
		for _, of := range p.words {
			if w.bare == bareOf(initial(of)) && len([]rune(w.bare)) == 1 {
				return true
			}
		}
		if r.child && r.agreed && w.bare == bareOf(p.words[len(p.words)-1]) {
			return true
		}
	}
	return false
}

// A teller puts texts together.
type teller struct {
	*rapid.T
	*record
	n                              int // of the record
	school, village, hamlet, class string
	kinds                          []string
	flat                           bool // without any diacritics, as some write on their phones
}

func (t *teller) pick(of []string, what string) string {
	return rapid.SampledFrom(of).Draw(t.T, what)
}

// tell fills a sentence.
func (t *teller) tell(sentence, field string) (told text) {
	for sentence != "" {
		before, rest, found := strings.Cut(sentence, "{")
		if before != "" {
			told = append(told, piece{before, plain})
		}
		if !found {
			return told
		}
		var what string
		what, sentence, _ = strings.Cut(rest, "}")
		told = append(told, t.fill(what, field)...)
	}
	return told
}

func (t *teller) fill(what, field string) text {
	switch what {
	case "who", "Who":
		return rapid.SampledFrom(t.persons).Draw(t.T, "person").mention(t.T, what == "Who", t.flat)
	case "mark":
		t.marks[field] = fmt.Sprint(40000 + 100*t.n + len(t.marks))
		return text{{t.marks[field], plain}}
	case "class":
		return text{{t.pick(classes, "class"), local}}
	case "school", "School":
		name := fmt.Sprintf(t.pick(t.kinds, "kind of school"), t.school)
		if strings.HasPrefix(name, "truong") {
			name = noDiacritics(name)
		}
		if strings.HasPrefix(name, "TRƯỜNG") {
			name = strings.ToUpper(name)
		}
		if what == "School" {
			name = strings.ToUpper(initial(name)) + name[len(initial(name)):]
		}
		return text{{name, local}}
	case "village":
		return text{{t.village, local}}
	case "hamlet":
		return text{{t.hamlet, local}}
	}
	panic(what)
}

// story is some sentences, of which one has the mark, up to a length.
func (t *teller) story(field, first string, sentences []string, n, letters int) text {
	told := t.tell(first, field)
	for range n {
		next := t.aside()
		if rapid.IntRange(0, 2).Draw(t.T, "about") > 0 {
			next = t.pick(sentences, "sentence")
		}
		more := append(text{{" ", plain}}, t.tell(next, field)...)
		if len([]rune(told.String()+more.String())) > letters {
			break
		}
		told = append(told, more...)
	}
	return told
}

// aside is a sentence about something else, as a rule with a word that a name
// has too.
func (t *teller) aside() string {
	var alike []string
	for _, p := range t.persons {
		for _, w := range p.words {
			alike = append(alike, everyday[bareOf(w)]...)
		}
	}
	if len(alike) > 0 && rapid.IntRange(0, 3).Draw(t.T, "alike") > 0 {
		return t.pick(alike, "everyday words")
	}
	said := t.pick(aside, "aside")
	for _, p := range t.persons { // nobody else of the same given name
		if slices.ContainsFunc(wordsOf(said), func(w word) bool { return w.bare == bareOf(p.words[len(p.words)-1]) }) {
			return "Mọi việc đều bàn bạc công khai."
		}
	}
	return said
}

var consentDay = report.NewDate(2026, 11, 2)

// drawRecords makes some records with different persons.
func drawRecords(t *rapid.T) (records []record) {
	taken := map[string]bool{}
	for n := range rapid.IntRange(1, 6).Draw(t, "records") {
		records = append(records, drawRecord(t, n+1, taken))
	}
	return records
}

// drawRecord makes the nth record, with persons that are in no other one.
func drawRecord(rt *rapid.T, n int, taken map[string]bool) record {
	r := record{texts: map[string]text{}, marks: map[string]string{}, size: 16 + n}
	t := &teller{T: rt, record: &r, n: n}
	what := t.pick([]string{"adult", "adult", "adult", "child", "child", "household", "group of some", "group of nobody", "children"}, "what")
	r.child = what == "child" || what == "children"
	some := map[string]int{"group of nobody": 0, "children": 2, "group of some": rapid.IntRange(1, 2).Draw(rt, "persons")}
	count, ok := some[what]
	if !ok {
		count = 1
	}
	for len(r.persons) < count {
		p := drawPerson(rt, r.child)
		given := bareOf(p.words[len(p.words)-1])
		if taken[given] || taken[bareOf(p.full())] {
			p.words = slices.Clone(p.words)
			free := spare[slices.IndexFunc(spare, func(name string) bool { return !taken[bareOf(name)] })]
			p.words[len(p.words)-1], given = free, bareOf(free)
		}
		taken[given], taken[bareOf(p.full())] = true, true
		r.persons = append(r.persons, p)
	}
	t.places()
	c := &r.Content
	c.Category = rapid.SampledFrom(report.Categories[:]).Draw(rt, "category")
	c.Field = rapid.SampledFrom(report.Fields[:]).Draw(rt, "field")
	c.Ethnicity = t.pick([]string{"", "Mảng", "La Hủ", "Cống"}, "ethnicity")
	t.name(what)
	t.texts(what)
	t.age(what)
	t.agree()
	r.Review = rapid.SampledFrom([]report.Review{
		report.Received, report.Returned, report.Accepted, report.Accepted, report.Selected, report.Published, report.Published, report.Retracted, report.Withdrawn,
	}).Draw(rt, "review")
	return r
}

// spare are given names for those whose own is taken.
var spare = strings.Fields("Khở Chớ Nhè Sùa Mảy Lảnh Phừ Giống Xoá Pẻng Chiêu Khánh Vinh Trang Dung Thuận Đào Cúc Bích Oanh Thơm Nết")

// commune is the unit that introduces those whom no other one does.
const commune = "Ủy ban nhân dân xã Khun Há"

// places are where somebody lives, and the unit that introduces.
func (t *teller) places() {
	t.hamlet, t.school, t.class = t.pick(hamlets, "hamlet"), t.pick(schools, "school"), t.pick(classes, "class")
	t.village = fmt.Sprintf(t.pick(villageKinds, "kind of village"), t.hamlet)
	if strings.HasPrefix(t.village, "ban ") {
		t.village = noDiacritics(t.village)
	}
	level := rapid.IntRange(0, 1).Draw(t.T, "level")
	t.kinds = schoolKinds[level]
	r := t.record
	r.unit = report.Unit{Code: fmt.Sprintf("DV%02d", t.n), Block: "Khối các trường học", Month: true, Quarter: true}
	r.Unit = r.unit.Code
	switch {
	case r.child && rapid.IntRange(0, 3).Draw(t.T, "unit") > 0:
		r.unit.Name = fmt.Sprintf(t.kinds[0], t.school)
	case !r.child && rapid.Bool().Draw(t.T, "unit"):
		r.unit.Name = fmt.Sprintf("Chi bộ bản %s", t.hamlet)
	default:
		r.unit.Name = commune
	}
	r.Content.Place = "bản " + t.hamlet + ", xã Khun Há"
}

// name writes the name of the record.
func (t *teller) name(what string) {
	c := &t.record.Content
	c.Object = report.Person
	write := func(p person, address string) text {
		as := rapid.SampledFrom([]spelling{spellings[0], spellings[0], spellings[0], spellings[1], spellings[5], spellings[9]}).Draw(t.T, "spelling of the name")
		return text{{address, plain}, {as.write(p.words), named}}
	}
	var name text
	switch what {
	case "group of nobody":
		c.Object = report.Collective
		name = text{{t.pick([]string{"Tổ tự quản đường biên mốc 17", "Đội văn nghệ bản Hô Tra", "Chi hội Phụ nữ bản Thèn Thầu", "Mô hình nuôi cá nước lạnh"}, "group"), plain}}
	case "group of some":
		c.Object = report.Collective
		lead := t.pick([]string{"Tổ nuôi ong của ", "Mô hình trồng quế của gia đình ", "Nhóm thiện nguyện ", "Mô hình vườn chuối của "}, "group")
		name = text{{lead, plain}}
		for i, p := range t.persons {
			if i > 0 {
				name = append(name, piece{" và ", plain})
			}
			name = append(name, write(p, p.address[rapid.IntRange(0, 1).Draw(t.T, "address")]+" ")...)
		}
	case "children":
		c.Object = report.Collective
		name = text{{"Hai em ", plain}}
		name = append(name, write(t.persons[0], "")...)
		name = append(name, piece{" và ", plain})
		name = append(name, write(t.persons[1], "")...)
	case "household":
		c.Object = report.Household
		name = write(t.persons[0], t.pick([]string{"Hộ gia đình ông ", "Gia đình bà ", "Hộ anh ", "Hộ "}, "household"))
	default:
		address := ""
		if rapid.Bool().Draw(t.T, "with address") {
			address = t.pick(t.persons[0].address, "address") + " "
			address = strings.ToUpper(initial(address)) + address[len(initial(address)):]
		}
		name = write(t.persons[0], address)
	}
	t.record.texts["name"] = name
	c.Name = name.String()
}

// texts writes what is told.
func (t *teller) texts(what string) {
	titles, sentences, results := adultTitles, adultSentences, adultResults
	switch {
	case t.child:
		titles, sentences, results = childTitles, childSentences, childResults
	case len(t.persons) == 0:
		titles, sentences, results = titles[:0:0], nil, nil
		for _, all := range []struct {
			from []string
			to   *[]string
		}{{groupTitles, &titles}, {groupSentences, &sentences}, {groupResults, &results}} {
			for _, s := range all.from {
				if !strings.Contains(s, "{who}") && !strings.Contains(s, "{Who}") {
					*all.to = append(*all.to, s)
				}
			}
		}
	case what == "group of some":
		titles, sentences, results = groupTitles, groupSentences, groupResults
	}
	c, all := &t.record.Content, t.record.texts
	t.flat = rapid.IntRange(0, 7).Draw(t.T, "flat") == 0
	title := t.tell(t.pick(titles, "title"), "title")
	if capitals := rapid.IntRange(0, 7).Draw(t.T, "capitals"); !t.flat && capitals < 2 {
		for i := range title {
			title[i].text = []func(string) string{strings.ToUpper, headline}[capitals](title[i].text)
		}
	}
	all["title"] = title
	all["summary"] = t.story("summary", t.pick(results, "first"), sentences, rapid.IntRange(2, 8).Draw(t.T, "sentences"), 690)
	all["results"] = t.story("results", t.pick(results, "result"), sentences, rapid.IntRange(0, 2).Draw(t.T, "sentences"), 290)
	if len(sentences) > 0 {
		all["spread"] = t.tell(t.pick(sentences, "spread"), "spread")
		all["honoured"] = append(text{{"Giấy khen của UBND xã năm 2025. ", plain}}, t.tell(t.pick(sentences, "honoured"), "honoured")...)
		all["caption"] = t.tell(t.pick(sentences, "caption"), "caption")
	}
	if t.flat {
		for _, field := range []string{"title", "summary", "results"} {
			for i := range all[field] {
				all[field][i].text = noDiacritics(all[field][i].text)
			}
		}
	}
	switch {
	case what == "child":
		all["position"] = text{{"Học sinh ", plain}, {t.class, local}}
	case what == "adult":
		all["position"] = text{{t.pick([]string{"Nông dân", "Trưởng bản", "Bí thư chi bộ", "Giáo viên", "Công nhân cao su", "Già làng"}, "position"), plain}}
	}
	c.Title, c.Summary, c.Results = all["title"].String(), all["summary"].String(), all["results"].String()
	c.Spread, c.Honoured, c.Position = all["spread"].String(), all["honoured"].String(), all["position"].String()
	photo := report.Media{Kind: "photo", Unique: fmt.Sprintf("photo%d", t.n), Name: fmt.Sprintf("%s.jpg", c.Name), Caption: all["caption"].String()}
	c.Media = []report.Media{photo}
}

// headline begins every word with a capital.
func headline(s string) string {
	before := ' '
	return strings.Map(func(r rune) rune {
		defer func() { before = r }()
		if before == ' ' {
			return unicode.ToUpper(r)
		}
		return r
	}, s)
}

// age makes a child or an adult.
func (t *teller) age(what string) {
	c := &t.record.Content
	switch what {
	case "child":
		switch rapid.IntRange(0, 3).Draw(t.T, "a child by") {
		case 0:
			c.Born = rapid.IntRange(2010, 2021).Draw(t.T, "born")
		case 1:
			c.BornOn = report.NewDate(2010, 12, rapid.IntRange(1, 31).Draw(t.T, "day"))
			c.Born = 2010
		case 2:
			c.Groups = []report.Group{report.Pupil}
		case 3:
			c.Under16 = report.Yes
		}
	case "children":
		if rapid.Bool().Draw(t.T, "group") {
			c.Groups = []report.Group{report.Pupil}
		}
	case "adult":
		c.Under16 = report.No
		if rapid.Bool().Draw(t.T, "year") {
			c.Born = rapid.IntRange(1940, 2008).Draw(t.T, "born")
		}
	}
}

// agree asks everybody needed, and notes what they agreed to.
func (t *teller) agree() {
	r := t.record
	c := &r.Content
	c.Consent = rapid.SampledFrom([]report.Consent{report.NameAndPhoto, report.NameAndPhoto, report.NameOnly, report.NotGiven, ""}).Draw(t.T, "consent")
	r.agreed = c.Consent == report.NameAndPhoto || c.Consent == report.NameOnly
	if r.child {
		c.GuardianConsent = rapid.IntRange(0, 3).Draw(t.T, "guardian") > 0
		c.ChildConsent = rapid.IntRange(0, 3).Draw(t.T, "the child") > 0
		small := c.Born >= 2020
		r.agreed = r.agreed && c.GuardianConsent && (c.ChildConsent || small)
	}
	if c.Consent == "" || rapid.IntRange(0, 3).Draw(t.T, "kept") == 0 {
		return // a record from before it was kept
	}
	c.Agreement = privacy.Agree(*c, consentDay)
	if len(r.persons) > 0 && rapid.IntRange(0, 5).Draw(t.T, "another name") == 0 {
		c.Agreement.Name = "Nguyễn Văn Khác"
		r.agreed = false
	}
}
