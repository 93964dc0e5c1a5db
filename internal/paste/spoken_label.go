package paste

import (
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
)

// FieldNamed finds the field that a sentence corrects that is not an answer: "nơi
// ở: bản Nà Cúng", "tên đúng là Lò Thị Xoan", "năm sinh 1985".
func FieldNamed(text string) (key, value string, ok bool) {
	if strings.Contains(text, "\n") {
		return "", "", false
	}
	for _, text := range []string{text, unchanged(text)} {
		if key, value, kind := splitLabel(text); kind == knownLabel && value != "" {
			return key, value, true
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
			return l.key, strings.Join(intent.TrimEnd(words[n:]), " "), true
		}
	}
	return "", "", false
}

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
