package choice

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// Numbers are those of a list that a text names and nothing else, whatever is polite around
// them: "số hai với số bốn nghe", "lý do thứ nhất". Denied are none of them, nor how many there
// are ("cả hai"). Not ok means that the text says anything else.
func Numbers(text string) (numbers []int, ok bool) {
	r := ofNumbers().read(text)
	if letters.Marked(text, "anh") || inOtherMarks(text) || !r.onlyNumbers() || len(r.named) == 0 && !r.counted {
		return nil, false
	}
	from := -1
	for _, at := range r.markers {
		if len(r.named) > 0 && at < r.named[len(r.named)-1].at {
			from = at
		}
	}
	for _, named := range r.left() {
		if n, _ := strconv.Atoi(named.value); named.at > from && !r.deniedBehind(named) && !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers, true
}

// inOtherMarks reports whether a text has a word that is a number only without its marks: "chị
// tự ghi", "trả lại cho bà", "ghi sau".
func inOtherMarks(text string) bool {
	small := strings.ToLower(text)
	marked := small != letters.Fold(small)
	return slices.ContainsFunc(strings.FieldsFunc(small, letters.NotOfWord), func(w string) bool {
		return w != vietnamese.Myself && notNumbers[w] || marked && w == letters.Fold(vietnamese.Six)
	})
}

var notNumbers = letters.Set(vietnamese.NotNumbers)

// deniedBehind reports whether an entry is denied after it was named: "1, 2, à bỏ 2".
func (r reading) deniedBehind(n named) bool {
	return slices.ContainsFunc(r.named, func(other named) bool { return other.denied && other.at > n.at && other.value == n.value })
}

func (r reading) onlyNumbers() bool { return r.words > 0 && r.unknown == 0 && len(r.doubts) == 0 }

// NumbersFirst takes the numbers with which a text begins apart from what it says behind them:
// "mục 4, ghi thêm là chưa rõ". Numbers alone are not.
func NumbersFirst(text string) (numbers []int, rest string, ok bool) {
	folded, runes := letters.Fold(text), []rune(text)
	if len(folded) != len(runes) { // folding keeps each letter one byte
		return nil, "", false
	}
	for _, at := range behindNumbers().FindAllStringIndex(folded, mostParts) {
		head, behind := folded[:at[0]], folded[at[1]:]
		if !ofNumbers().read(head).onlyNumbers() {
			break
		}
		if some, is := Numbers(head); is && plainNumbers().MatchString(head) && behind != "" && !letters.IsDigits(behind[:1]) {
			numbers, rest, ok = some, string(runes[at[1]:]), true
		}
	}
	if at := saidNote().FindStringIndex(letters.Fold(rest)); at != nil {
		rest = string([]rune(rest)[at[1]:])
	}
	return numbers, rest, ok && rest != ""
}

// mostParts is how many marks are looked behind.
const mostParts = 12

var (
	behindNumbers = letters.Pattern(`\s*[-,.:;)]\s+|\s+(?:va|nua la|nua thi|nua)\s+`)
	plainNumbers  = letters.Pattern(`\d|\b(?:so|muc|ly do|li do)\b`) // "thứ hai, …" is a row of its own
	saidNote      = letters.Pattern(`^(?:(?:va|kem|kem theo|co|cho|nho) )*(?:ghi|viet|noi|nhan)? ?(?:chu|them|chu them)(?:(?: la| rang)+\s*:?|\s*:)\s+`)
)

// AsksForList reports whether a text only asks what stands in the list: "đọc lại danh sách cho
// chị nghe với".
func AsksForList(text string) bool {
	words := ofNumbers().wordsOf(text)
	said := " "
	for _, w := range words {
		if !asking[w.is] {
			return false
		}
		said += w.is + " "
	}
	return letters.HasPhrase(said, asksList)
}

var (
	asksList = strings.Split("doc lai|doc cho|nhac lai|liet ke|ke lai|may ly do|may li do|ly do gi|li do gi|ly do nao|ly do la gi|li do la gi|nhung cai gi|nhung gi|cho xem danh sach|danh sach dau|danh sach gi", "|")
	asking   = letters.Set("danh sach co nhung cac may ly do li gi nao rua vay the doc lai nhac liet ke cho chi em anh bac toi tui minh chau ong ba nghe xem coi voi hi ha he nhe nha a ah oi ad dau nay cai muc so ra het tat ca lan nua da di giup gium o trong tra")
)

var ofNumbers = sync.OnceValue(func() *lexicon {
	l := &lexicon{phrases: map[string][]phrase{}, numbers: true, short: map[string]string{"hi": "nhi", "j": "gi", "ld": "ly do"}}
	l.add(around, "", "da|vang|a|ah|em|chi|anh|bac|chau|oi|nhe|nha|nghe|nghen|hen|nhi|ha|voi|va|cung|lan|ca|so|thu|muc|cai|cac|y|ly do|li do|la|thi|cho|chon|lay|ghi|tra|tra lai|vi|do|bam|nhan|toi|minh|tui|luon|di|them|nua|gom|dung|phai|nay|day|xin|de nghi|can bo|dong chi|ad|giup|dau|chu|ma|roi")
	l.addDenials()
	l.add(denies, "", "khong chon|khong lay|khong ghi|bo|dung lay|thoi khong chon|thoi khong lay")
	return l.done()
})
