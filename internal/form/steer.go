package form

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A Steer is where somebody wants to go instead of answering.
type Steer string

// The ways to go.
const (
	GoBack    Steer = "back"    // the question before
	GoPast    Steer = "skip"    // past this one
	GoAway    Steer = "stop"    // the draft is kept
	SaysNone  Steer = "none"    // "không có": that there is none of it, or nothing at all
	ToSummary Steer = "summary" // into the summary: it tells something
)

// steering are the sentences that steer, and are meant so wherever they stand
// alone.
var steering = []struct {
	to        Steer
	sentences []string
}{
	{GoBack, []string{"quay lai", "tro lai", "lui lai", "quay ve", "quay lai cau truoc", "cau truoc", "back", "lui", "quay lai buoc truoc", "buoc truoc", "ve cau truoc", "quay lai truoc", "len tren"}},
	{GoPast, []string{"bo qua", "skip", "qua cau khac", "cau khac", "cau sau", "bo qua cau nay", "khong biet", "khong nho ngay", "khong biet ngay", "khong ro", "chua biet", "khong nho", "chua ro", "de trong", "bo trong", "qua", "khong can", "khong biet ten", "khong ro ten", "chua biet ten", "khong nho ten", "chua co ten"}},
	{GoAway, []string{"luu nhap", "luu lai", "luu ban nhap", "luu", "thoat", "de mai", "de sau", "thoi de mai", "thoi de sau", "mai lam tiep", "dung lai", "luu nhap da", "thoi mai", "thoat ra"}},
	{SaysNone, []string{"khong co", "khong", "chua co", "khong co gi", "khong co ai"}},
}

// steerOf finds where a text steers. Not sure means that it is one slip away from
// such a sentence, or that it can be an answer as well.
func (q Question) steerOf(text string) (to Steer, sure bool) {
	if len(text) > 60 {
		return "", false
	}
	said := strings.Join(trimCourtesy(wordsOf(text).all), " ")
	for _, s := range steering {
		if slices.Contains(s.sentences, said) {
			return s.to, q.steersSurely(s.to, said)
		}
	}
	for _, s := range steering {
		for _, known := range s.sentences {
			if len(known) >= 6 && oneSlip(known, said) {
				return s.to, false
			}
		}
	}
	return "", false
}

// trimCourtesy leaves out what is only polite before and after a sentence.
func trimCourtesy(words []string) []string {
	for len(words) > 1 && polite[words[0]] && words[0] != "la" {
		words = words[1:]
	}
	return trimAfter(words)
}

// trimAfter leaves out what is only polite after a sentence.
func trimAfter(words []string) []string {
	for len(words) > 1 && after[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

var after = setOf("nhe nha a ah em voi giup di da oi ad nhen anh chi cho minh")

// steersSurely reports whether a sentence steers at this question whatever else
// it could mean there.
func (q Question) steersSurely(to Steer, known string) bool {
	switch {
	case to == SaysNone:
		return false
	case known == "qua" || known == "len tren" || known == "luu" || known == "lui":
		return q.choices != nil
	case to == GoPast && strings.HasPrefix(known, "khong") || to == GoPast && strings.HasPrefix(known, "chua"):
		return q.Key != "name" && q.Key != "place" && q.Key != "title" && q.Key != "summary" || q.choices != nil
	}
	return true
}

// fieldNamed finds the field that a sentence corrects that is not an answer: "nơi
// ở: bản Nà Cúng", "tên đúng là Lò Thị Xoan", "năm sinh 1985".
func fieldNamed(text string) (key, value string, ok bool) {
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
			return l.key, strings.Join(trimEnd(words[n:]), " "), true
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

var change = setOf("sua doi chinh lai")

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

// trimEnd leaves out what is only polite at the end of an answer.
func trimEnd(words []string) []string {
	for len(words) > 1 {
		last := strings.Trim(words[len(words)-1], ".,!")
		if folded := letters.Fold(last); !marked(last, "a") && !courtesy[folded] && !noLetters(last) {
			break
		}
		words = words[:len(words)-1]
	}
	return words
}

var courtesy = setOf("nhe nha em nhen")

// noLetters reports whether there is neither a letter nor a digit in a word.
func noLetters(word string) bool { return strings.IndexFunc(word, inWord) < 0 }

func inWord(r rune) bool { return !notOfWord(r) }

// correct puts a value into another field than that which is asked for.
func correct(d *report.Draft, key, value string) (note, refusal string) {
	q, ok := Find(key)
	if !ok {
		return "", ""
	}
	if note, refusal = q.read(d, value, nil); refusal != "" {
		return "", refusal
	}
	d.Proposed = slices.DeleteFunc(slices.Clone(d.Proposed), func(other string) bool { return other == key })
	return strings.TrimSpace(texts.Corrected(texts.FieldName(key, d.Content), q.Shown(*d)) + " " + note), ""
}

// Leaves reports whether a text only says that nothing is to be done.
func Leaves(text string) bool {
	q := Question{Key: "return-reasons"}
	to, sure := q.steerOf(Clean(text))
	return sure && to != SaysNone || Understand(Speaker{Agency: true, Open: q.Key}, text).Intent == AskStop
}
