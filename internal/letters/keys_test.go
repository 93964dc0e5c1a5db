package letters

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestTyped(t *testing.T) {
	for _, c := range []struct{ typed, is string }{
		{"Bacs hoir thangs nayf khoong cos ai ddangs neeu ddaau", "Bác hỏi tháng này không có ai đáng nêu đâu"},
		{"chi ho65i ba1c tha1ng na2y kho6ng co1 ai d9a1ng ne6u d9a6u", "chi hội bác tháng này không có ai đáng nêu đâu"},
		{"Co1 ho65 Dang Tu7 ba3n Kho75 Mu2 nuo6i 5 con d9a5i ho5c", "Có hộ Dang Tư bản Khợ Mù nuôi 5 con đại học"},
		{"Nguwowif phuj nuwx ddos cuwus huowu, sinh nawm 1985, quaan quaan", "Người phụ nữ đó cứu hươu, sinh năm 1985, quân quân"},
		{"COO HOA TRUWOWNGF MAAMF NON CUWUS DDUOWCJ 2 CHAUS", "CÔ HOA TRƯỜNG MẦM NON CỨU ĐƯỢC 2 CHÁU"},
		{"Cais xooong, ca1i xoong1, hai ca1i xo6 to se1t so7n mo1i; xooong", "Cái xoong, cái xoóng, hai cái xô to sét sơn mói; xoong"},
		{"O73 ba3n Na2 Cu1ng, d9o62ng y1 ca3 te6n va2 a3nh", "Ở bản Nà Cúng, đồng ý cả tên và ảnh"},
		{"thuyr hoaf giuwx giowf quys khuyeens khuyur", "thủy hòa giữ giờ quý khuyến khuỷu"},
	} {
		if is, ok := Typed(c.typed); !ok || is != c.is {
			t.Errorf("%s: %s, %v", c.typed, is, ok)
		}
	}
	for _, c := range []struct{ typed, is string }{
		{"Lof Thij Hoa", "Lò Thị Hoa"}, {"ba3n Na2 Sa2i", "bản Nà Sài"}, {"Ddawngj Vawn Luwcj", "Đặng Văn Lực"},
	} {
		if is, ok := TypedName(c.typed); !ok || is != c.is {
			t.Errorf("%s: %s, %v", c.typed, is, ok)
		}
	}
}

// What is no Vietnamese stays as it is.
func TestNotTyped(t *testing.T) {
	for _, text := range []string{
		"co hoa day hoc cho tre em vung cao", "Cô Hoa dạy học cho trẻ em", "kuv xav qhia txog ib tug neeg zoo heev", "nyob zoo koj puas tau noj mov",
		"the teacher has been good for us all", "2020-0057 co gui chua", "", "PT001", "ddd www zzz aaa sss",
	} {
		if is, ok := Typed(text); ok {
			t.Errorf("%s became %s", text, is)
		}
	}
}

// Every syllable that people of the labelled sentences write comes back from its keys.
func TestKeysGiveTheSyllable(t *testing.T) {
	files, err := filepath.Glob("../intent/testdata/labelled/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sentences:", err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for word := range strings.FieldsFuncSeq(strings.ToLower(norm.NFC.String(string(text))), NotOfWord) {
			if strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
				seen[word] = true
			}
		}
	}
	tried := 0
	for word := range seen {
		for _, keys := range []string{keysOf(word, telexKeys), keysOf(word, vniKeys)} {
			s, ok := syllableOf(keys)
			if !ok || strings.HasPrefix(word, "dd") || strings.HasPrefix(word, "w") || strings.ContainsAny(word[len(word)-1:], "sfrxjw") {
				continue // an abbreviation, a slip, half of it keys
			}
			if tried++; toneless(s) != toneless(word) {
				t.Errorf("%s is typed %s and became %s", word, keys, s)
			}
		}
	}
	if tried < 2000 {
		t.Errorf("only %d words were tried", tried)
	}
}

var telexKeys = map[rune]string{acute: "s", grave: "f", hook: "r", tilde: "x", dot: "j", circumflex: "^", horn: "w", breve: "w", 'đ': "dd"}
var vniKeys = map[rune]string{acute: "1", grave: "2", hook: "3", tilde: "4", dot: "5", circumflex: "6", horn: "7", breve: "8", 'đ': "d9"}

// keysOf are the keys of a word, each mark behind its vowel and the tone at the end.
func keysOf(word string, keys map[rune]string) string {
	var b strings.Builder
	tone, last := "", ""
	for _, r := range norm.NFD.String(word) {
		key := keys[r]
		switch {
		case key == "":
			if last == "o" && r == 'o' && keys[circumflex] == "^" {
				b.WriteRune(r) // xoong is typed with three
			}
			last = string(r)
			b.WriteRune(r)
		case strings.ContainsRune(string([]rune{acute, grave, hook, tilde, dot}), r):
			tone = key
		case key == "^":
			b.WriteString(last)
		default:
			b.WriteString(key)
		}
	}
	return b.String() + tone
}

// toneless is a word whose tone stands anywhere (hoà and hòa are one).
func toneless(word string) string {
	tone := ""
	rest := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) && strings.ContainsRune(string([]rune{acute, grave, hook, tilde, dot}), r) {
			tone = string(r)
			return -1
		}
		return r
	}, norm.NFD.String(word))
	return rest + tone
}

// A village in words of other peoples is not changed.
func TestTypedNameOfTheHighlands(t *testing.T) {
	for _, name := range []string{"Plei Kor Tur", "plei kor tur", "Kon Klor Tus", "Buon Kor Mur"} {
		if is, ok := TypedName(name); ok || is != name {
			t.Errorf("%q becomes %q", name, is)
		}
	}
}
