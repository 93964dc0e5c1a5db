package said

import (
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// A Way is where somebody wants to go instead of answering.
type Way string

// The ways.
const (
	Past Way = "skip" // past the question
	Back Way = "back" // to the one before
	Away Way = "stop" // the draft is kept
)

// WayOf is where a text wants to go, if it says no more than that and why; "": it does not.
func WayOf(text string) Way {
	words := wordsOf(text)
	if len(words) == 0 || slices.ContainsFunc(words[1:], func(w word) bool { return letters.Capital(w.bare) }) {
		return ""
	}
	said := " " + strings.Join(intent.Words(text).All, " ") + " "
	for _, way := range ways {
		if at := way.core().FindStringIndex(said); at != nil {
			for w := range strings.FieldsSeq(said[:at[0]] + " " + said[at[1]-1:]) {
				if !besideWay[w] {
					return ""
				}
			}
			if core := strings.Fields(said[at[0]:at[1]]); !marksFit(core, words) || deniedBefore(core[0], words) {
				return ""
			}
			return way.to
		}
	}
	return ""
}

// marksFit reports whether the words of a core have the marks by which they say where to go.
// "Cho" does so only as a spot, where a text has marks.
func marksFit(core []string, words []word) bool {
	marked := slices.ContainsFunc(words, func(w word) bool { return strings.ToLower(w.bare) != w.folded })
	for _, c := range core {
		has, fits := false, false
		for _, w := range words {
			if w.folded == c {
				lower := strings.ToLower(w.bare)
				has, fits = true, fits || lower == c || ofWays[lower]
			}
		}
		if ofWaysFolded[c] && has && !fits {
			return false
		}
	}
	if !marked || !slices.Contains(core, "cho") || slices.ContainsFunc(core, func(c string) bool { return asked[c] }) {
		return true
	}
	return slices.ContainsFunc(words, func(w word) bool { return spot[strings.ToLower(w.bare)] })
}

// deniedBefore reports whether the word right before a core denies it: "không bỏ qua một ai".
func deniedBefore(first string, words []word) bool {
	for i, w := range words {
		if i > 0 && w.folded == first && !words[i-1].ends && (denies().MatchString(words[i-1].folded) || words[i-1].folded == "dung") {
			return true
		}
	}
	return false
}

// OtherMarks reports whether a text has the words by which people pass a question, with
// marks by which they are others: "bó quà", "qua cầu".
func OtherMarks(text string) bool {
	words := wordsOf(text)
	for i, w := range words[min(1, len(words)):] {
		if core := []string{words[i].folded, w.folded}; passing[strings.Join(core, "-")] && !marksFit(core, words[i:i+2]) {
			return true
		}
	}
	return false
}

// leastAloud is how many words there are at most that can say no more than where to go.
const leastAloud = 2

// Aloud reports whether a text that says where to go speaks to somebody, or names the
// question: it is then no title or deed of the same words.
func Aloud(text string) bool {
	words := wordsOf(text)
	return len(words) <= leastAloud || slices.ContainsFunc(words, func(w word) bool { return spot[strings.ToLower(w.bare)] }) ||
		slices.ContainsFunc(intent.Words(text).All, func(w string) bool { return asked[w] || aloud[w] })
}

var (
	ofWays       = letters.Set(vietnamese.OfWays)
	ofWaysFolded = letters.Set(letters.Fold(vietnamese.OfWays))
	spot         = letters.Set(vietnamese.Spot)
	passing      = letters.Set("bo-qua bo-trong de-trong qua-cau qua-phan qua-muc")
	asked        = letters.Set("cau buoc muc phan skip back")
	aloud        = letters.Set("thoi khoan xin giup gium dum luu tiep khong chua chiu nhe nha nghe nghen hi hen hello a ad oi di voi luon")
)

// ways are what each cannot do without, the surest first.
var ways = []struct {
	to   Way
	core func() *letters.Expression
}{
	{Back, letters.Pattern(` (?:(?:(?:quay|lui|tro|back)(?: (?:lai|lui|ve))*(?: (?:cho|giup|em|toi|minh|cai))* (?:mot |1 )?(?:cau|buoc|muc|phan|cho)|ve (?:cau|buoc|muc))(?: hoi)?(?: (?:lien truoc|truoc do|truoc|hoi nay|luc nay|vua nay|vua roi|ban nay|tren))?|(?:cau|buoc) (?:truoc|tren) .*(?:back|quay|lui|tro)(?: (?:lai|lui|ve))+) `)},
	{Away, letters.Pattern(` (?:(?:xin phep |em |chi |toi |cho )?luu(?: lai| nhap| tam)+|de (?:day|do|mai)(?: da)?)(?: .*)? (?:mai|toi|chieu|lat|hom khac|bua khac)(?: (?:toi|em|chi|anh|tui|minh|con|nay))* (?:lam|viet|ke|ghi|go|dien|nhap) (?:tiep|not) `)},
	{Away, letters.Pattern(` tam (?:dung|nghi) (?:(?:lai )?(?:o )?(?:day|do)|nhe|nha|da|chut|ti) `)},
	{Past, letters.Pattern(`^ khong co luon `)},
	{Past, letters.Pattern(` chua hoi(?: duoc| ra)* (?:ten|tuoi|noi o|dia chi) `)},
	{Past, letters.Pattern(` (?:bo qua|skip|(?:de|bo) trong|khoi tom tat|khoi ghi tom tat|(?:qua|sang)(?: luon)? (?:cau|muc|phan) (?:khac|sau|ke|tiep|ke tiep)) `)},
}

// besideWay are the words beside: why there is no answer, and who is spoken to. "Hí" is a
// greeting to package intent.
var besideWay = letters.Set("hello a ah da u oi ui o thoi thi the vay rua ma khoan chi em e anh ad admin toi tui minh con chau bac co chu cho de xin phep nghi nho giup gium dum ho voi vs luon di nhe nha nghe nghen hi hen hy cai nay no ni muc phan cau bai" +
	" khong chua chang cha no chiu biet nho ro ra nghi tom tat ghi ke noi rang chi gi sao co ket qua so lieu con so thong tin ten ban thon noi nao ca het nua dau roi can duoc hay la tieu de bo qua sang khac sau ke tiep" +
	" loi nham sai lon nhap dien bam cau truoc hoi luc nay lui lai sua doi chon ti chut viec lo tay nhanh" +
	" viec lam thuong xuyen quanh nam cu the ngay sinh ho so giay to chay danh" +
	" mua to qua mat dien mang song roi het pin nen ban hop viec chuan bi kip xong tam buoi toi chieu mai lat phep luu do day cung ke tua coi muon viet go thoai cham ve truong hihi haha hehe cu ong ba")
