// Package correction reads how people name a field in a sentence, mostly to put it
// right: "nơi ở: bản Nà Cúng", "tên viết sai, phải là Tẩn A Páo", "chị ấy sinh năm
// 1987 chứ không phải 1986". Of gives the field and what it is to be; what becomes
// of that, package form decides.
//
// A label with a value is read as in a pasted text (package paste); correction.go
// knows in how many ways a label is said without one, and what says that something is
// wrong, sentence.go the parts of a sentence about a field. instead.go puts words in the place
// of others.
package correction

import (
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
)

// Of finds the field that a sentence corrects that is not an answer: "nơi
// ở: bản Nà Cúng", "tên đúng là Lò Thị Xoan", "năm sinh 1985".
func Of(text string) (key, value string, ok bool) {
	n := fieldNamed(text)
	return n.key, n.value, n.ok
}

// A named is a field, and what it is to be; not ok: none.
type named struct {
	key, value string
	ok         bool
}

var fieldNamed = letters.RememberLast(func(text string) named {
	key, value, ok := nameField(text)
	return named{key, value, ok}
})

func nameField(text string) (key, value string, ok bool) {
	if strings.Contains(text, "\n") {
		return "", "", false
	}
	bare := unchanged(text)
	for _, one := range []string{text, bare} {
		if key, value, ok := paste.FieldLabelled(one); ok && value != "" {
			label, _, _ := strings.Cut(text, ":")
			return key, value, key != "name" || !letters.Marked(label, "anh") // who took a photo
		}
		if one == bare {
			break
		}
	}
	words := strings.Fields(text)
	folded := strings.Fields(letters.Fold(text))
	if len(words) != len(folded) {
		return "", "", false
	}
	for _, l := range spokenLabels {
		n := len(l.words)
		if len(folded) > n && slices.Equal(folded[:n], l.words) {
			if l.digits && strings.IndexAny(folded[n], "0123456789") != 0 {
				continue
			}
			return l.key, sentenceOf(strings.Join(words[n:], " ")).value(), true
		}
	}
	if key, value, ok := putRight(words, folded); ok {
		return key, value, true
	}
	return spokenField(text)
}

// Corrects reports whether a text says that a field is wrong, and what is right.
func Corrects(text string) bool {
	_, _, ok := putRight(strings.Fields(text), strings.Fields(letters.Fold(text)))
	return ok
}

// putRight reads "tên viết sai, phải là Tẩn A Páo": what is wrong, and after it what
// is right. Before that there may be nothing else, else it would be a sentence of
// the deed.
func putRight(words, folded []string) (key, value string, ok bool) {
	wrong := false
	if len(words) != len(folded) || !slices.ContainsFunc(folded[:min(len(folded), longestWrong)], saysWrong) {
		return "", "", false
	}
	for i := 0; i < len(folded) && i < longestWrong; i++ {
		for _, right := range rightIs {
			if end := i + len(right); wrong && key != "" && end < len(words) && slices.Equal(folded[i:end], right) {
				return key, strings.Join(intent.TrimEnd(words[end:]), " "), true
			}
		}
		word := strings.Trim(folded[i], ",.;:")
		switch n := wrongFieldAt(folded[i:]); {
		case n.words > 0 && (key == "" || key == n.key):
			key, i = n.key, i+n.words-1
		case saysWrong(word):
			wrong = true
		case !aroundWrong[word]:
			return "", "", false
		}
	}
	return "", "", false
}

// A wrongField is the name of a field among folded words, and how many make it.
type wrongField struct {
	key   string
	words int
}

// saysWrong reports whether a folded word says that something is wrong.
func saysWrong(word string) bool { return wrongIs[strings.Trim(word, ",.;:")] }

func wrongFieldAt(folded []string) (found wrongField) {
	for said, key := range wrongFields {
		n := len(strings.Fields(said))
		if n > found.words && n <= len(folded) && strings.Trim(strings.Join(folded[:n], " "), ",.;:") == said {
			found = wrongField{key, n}
		}
	}
	return found
}

// longestWrong is how many words there are at most before what is right.
const longestWrong = 14

var (
	wrongFields = map[string]string{
		"ten": "name", "ho ten": "name", "ho va ten": "name", "noi o": "place", "dia chi": "place", "cho o": "place", "noi cong tac": "place",
		"tieu de": "title", "nam sinh": "born", "chuc vu": "position", "nghe nghiep": "position", "dan toc": "ethnicity",
	}
	wrongIs     = letters.Set("sai nham lon")
	aroundWrong = letters.Set("toi em minh anh chi da vang xin loi viet ghi go nhap gui khai danh de bi roi cua nguoi nay do truoc hoi nay la thi ma a o phan muc cai")
	rightIs     = [][]string{{"phai", "la"}, {"dung", "la"}, {"dung", "ra", "la"}, {"dung", "phai", "la"}, {"moi", "dung", "la"}, {"phai", "ghi", "la"}, {"sua", "thanh"}, {"sua", "lai", "thanh"}, {"sua", "lai", "la"}, {"sua", "la"}, {"doi", "thanh"}, {"doi", "lai", "thanh"}}
)

// unchanged leaves out the words before a label by which people say that they
// change it.
func unchanged(text string) string {
	words := strings.Fields(text)
	n := 0
	for n+1 < len(words) && change[letters.Fold(words[n])] {
		n++
	}
	return strings.Join(words[n:], " ")
}

var change = letters.Set("sua doi chinh lai")

// A spokenLabel is how people name a field in a sentence.
type spokenLabel struct {
	key    string
	words  []string
	digits bool // a number follows
}

var spokenLabels = func() (all []spokenLabel) {
	for key, said := range map[string]string{
		"name":     "ten dung la,ten la,ho ten la,ho va ten la,ten nguoi la,sua ten thanh,doi ten thanh,sua ten la,doi ten la,nguoi do ten la,ten cua nguoi do la,sua lai ten la,sua lai ten thanh",
		"place":    "noi o la,noi o dung la,dia chi la,o dung la,don vi cong tac la,noi cong tac la,sua noi o thanh,doi noi o thanh,sua noi o la,doi dia chi thanh,sua dia chi thanh,sua dia chi la",
		"title":    "tieu de la,dat tieu de la,sua tieu de thanh,doi tieu de thanh,sua tieu de la,ten guong la,dat ten guong la",
		"position": "chuc vu la,nghe nghiep la,lam nghe",
		"object":   "doi tuong la",
		"category": "loai la,loai guong la,doi loai thanh,sua loai thanh,doi loai sang,doi sang loai",
		"born":     "nam sinh la,sinh nam,sn,nam sinh,ngay sinh,ngay sinh la",
	} {
		for words := range strings.SplitSeq(said, ",") {
			all = append(all, spokenLabel{key: key, words: strings.Fields(words), digits: key == "born"})
		}
	}
	return all
}()
