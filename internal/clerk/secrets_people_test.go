package clerk

import (
	"strings"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// Names as the peoples of Lai Châu bear them: Thái, Mông, Dao, Hà Nhì, La Hủ,
// Mảng, Cống, Si La, Lự, Giáy, Khơ Mú, Lào, Kinh. Many of their words are
// everyday words too.
var (
	men = []string{
		"Lò Văn Pản", "Lường Văn Thanh", "Quàng Văn Sáng", "Đèo Văn Phong", "Tòng Văn Hặc", "Hoàng Văn Ín", "Cà Văn Lả",
		"Giàng A Páo", "Sùng A Lử", "Vừ A Dế", "Hạng A Chứ", "Thào A Sú", "Mùa A Tủa", "Lầu Nhìa Chá", "Ma A Sử", "Hảng A Chinh",
		"Tẩn A Phù", "Chẻo Láo Lở", "Phàn Phủ Sinh", "Lý Quáng Vảng", "Tẩn Láo San", "Phàn A Mềnh",
		"Pờ Lóng Tơ", "Chang Go Lòng", "Lỳ Xuyến Phù", "Sừng Sừng Khai", "Phùng Hà Tư", "Ly Pó Pa", "Vàng Go Xá", "Giàng Xừ Lòng",
		"Lò A Sìn", "Chìn Văn Páo", "Tào Văn Điêng", "Lùng Văn Mười", "Chảo Văn Lèng", "Hù Chà Khao", "Lỳ Hà Tó", "Tao Văn Nọi", "Vàng Văn Ôn",
		"Lù A Sẻng", "Phan Văn Mìn", "Lò Văn Siu", "Quàng Văn Nò", "Lò Phì Thoong",
		"Nguyễn Văn Bình", "Trần Quốc Hoàn", "Phạm Minh An", "Bùi Quang Nghĩa", "Đỗ Đức Hòa", "Nguyễn Hữu Tiến", "Đặng Xuân Nam", "Vũ Hồng Sơn", "Lê Công Thành",
	}
	women = []string{
		"Lò Thị Mai", "Vàng Thị Hoa", "Lường Thị Hương", "Hoàng Thị Hạnh", "Tòng Thị Xuân", "Khoàng Thị Ánh", "Mè Thị Lan",
		"Giàng Thị Mỷ", "Sùng Thị Dua", "Vừ Thị Sua", "Mùa Thị Chứ", "Thào Thị Vàng",
		"Tẩn Lở Mẩy", "Chẻo Sử Mẩy", "Phàn Tả Mẩy", "Lý Mý Lin", "Pờ Mỳ Lế", "Chang Xú Mé", "Lỳ Mỳ Xó", "Phùng Mò De", "Ly Mò Pứ",
		"Chìn Thị Nhằn", "Lìm Thị Nọi", "Hù Cố Xuân", "Lý Thị Hùng", "Tao Thị Én", "Lù Thị Vấn", "Vàng Thị On",
		"Nguyễn Thị Thu Hà", "Trần Thị Minh", "Phạm Hồng Hoa", "Bùi Thị An", "Đỗ Thị Hòa", "Hà Thị Liên", "Đinh Thị Phúc", "Vũ Thị Hiền", "Mai Thị Tâm",
	}
	boys  = []string{"Giàng A Minh", "Lò Văn Hải", "Sùng A Dếnh", "Tẩn A Nhất", "Pờ Gia Bảo", "Lý A Tủa", "Quàng Tuấn Kiệt", "Hù Gia Huy", "Chìn Văn Páo", "Vàng Đức Duy", "Lù Minh Quân", "Thào A Sang"}
	girls = []string{"Lò Thị Mai", "Giàng Thị Chía", "Tẩn Mý Xuân", "Pờ Thị Hoa", "Vàng Ánh Dương", "Lý Thị Bình", "Chẻo Mẩy Phin", "Lò Bảo Ngọc", "Sùng Thị Súa", "Phùng Xì Mé", "Mùa Thị Hương"}
)

// How somebody is spoken of, with a name behind.
var (
	ofMan   = []string{"ông", "anh", "chú", "bác", "đồng chí", "thầy giáo", "trưởng bản", "bí thư", "già làng", "nghệ nhân", "đồng chí Trưởng bản", "bí thư chi bộ", "thiếu tá", "y sĩ", "gia đình ông", "hộ anh"}
	ofWoman = []string{"bà", "chị", "cô", "cô giáo", "đồng chí", "bác", "nghệ nhân", "y sĩ", "chi hội trưởng", "gia đình bà", "hộ chị", "bí thư"}
	ofChild = []string{"em", "cháu", "bạn", "em học sinh"}
)

// A person is somebody who is introduced.
type person struct {
	words   []string // of the name, in the usual spelling
	address []string
	child   bool
}

func (p person) full() string { return strings.Join(p.words, " ") }

func drawPerson(t *rapid.T, child bool) person {
	woman := rapid.Bool().Draw(t, "woman")
	switch {
	case child && woman:
		return person{strings.Fields(rapid.SampledFrom(girls).Draw(t, "girl")), ofChild, true}
	case child:
		return person{strings.Fields(rapid.SampledFrom(boys).Draw(t, "boy")), ofChild, true}
	case woman:
		return person{strings.Fields(rapid.SampledFrom(women).Draw(t, "woman's name")), ofWoman, false}
	}
	return person{strings.Fields(rapid.SampledFrom(men).Draw(t, "man's name")), ofMan, false}
}

// A spelling is a way in which people write a name, on purpose or not.
type spelling struct {
	name  string
	faint bool // a short name written so is only known by the word before it
	words int  // it takes at least so many
	write func([]string) string
}

func together(between string) func([]string) string {
	return func(words []string) string { return strings.Join(words, between) }
}

func through(change func(string) string) func([]string) string {
	return func(words []string) string { return change(strings.Join(words, " ")) }
}

var spellings = []spelling{
	{"as written", false, 1, together(" ")},
	{"capitals", false, 1, through(strings.ToUpper)},
	{"small", true, 1, through(strings.ToLower)},
	{"no diacritics", true, 1, through(noDiacritics)},
	{"small, no diacritics", true, 3, through(func(s string) string { return strings.ToLower(noDiacritics(s)) })},
	{"decomposed", false, 1, through(norm.NFD.String)},
	{"invisible", false, 1, through(func(s string) string { r := []rune(s); return string(r[:len(r)-1]) + "\u200b" + string(r[len(r)-1:]) })},
	{"twins", false, 1, through(strings.NewReplacer("a", "а", "o", "о", "p", "р", "c", "с", "e", "е").Replace)},
	{"other tone marks", false, 1, through(strings.NewReplacer("òa", "oà", "ủy", "uỷ").Replace)},
	{"two spaces", false, 2, together("  ")},
	{"no-break space", false, 2, together("\u00a0")},
	{"line break", false, 2, together("\n")},
	{"hyphen", false, 2, together("-")},
	{"hyphen with spaces", false, 2, together(" - ")},
	{"underscore", false, 2, together("_")},
	{"joined", false, 3, together("")},
	{"tag", false, 3, func(words []string) string { return "#" + noDiacritics(strings.Join(words, "")) }},
	{"abbreviated", false, 3, func(words []string) string { return words[0] + " " + initial(words[1]) + ". " + words[len(words)-1] }},
	{"much abbreviated", false, 3, func(words []string) string {
		return initial(words[0]) + "." + initial(words[1]) + ". " + words[len(words)-1]
	}},
}

func initial(word string) string { return string([]rune(word)[:1]) }

func noDiacritics(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == 'đ':
			return 'd'
		case r == 'Đ':
			return 'D'
		case 0x300 <= r && r <= 0x36f:
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

// mention names somebody: in full, without the family name or by the given name
// alone, with or without a word of address, in some spelling.
func (p person) mention(t *rapid.T, opens, flat bool) text {
	from := rapid.SampledFrom([]int{0, 0, 0, 1, len(p.words) - 1, len(p.words) - 1}).Draw(t, "from")
	from = min(from, len(p.words)-1)
	words := p.words[from:]
	as := rapid.SampledFrom(append(spellings, spellings[0], spellings[0], spellings[0], spellings[0])).Draw(t, "spelling")
	if as.words > len(words) || flat && as.faint {
		as = spellings[0]
	}
	var said text
	shown := as.write(words)
	needed := len(words) < 3 && as.faint || len(p.words) == 1 || flat && len(words) == 1
	if !strings.HasPrefix(shown, "#") && (needed || rapid.IntRange(0, 3).Draw(t, "addressed") > 0) {
		address := rapid.SampledFrom(p.address).Draw(t, "address")
		if opens {
			address = strings.ToUpper(initial(address)) + address[len(initial(address)):]
		}
		said = append(said, piece{address + " ", plain})
	}
	return append(said, piece{shown, named})
}
