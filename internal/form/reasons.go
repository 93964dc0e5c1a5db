package form

import (
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

var (
	numbersOnly = letters.Pattern(`^(?:(?:ly do|so|muc|chon|y|cai|cac|thieu|ca|tra lai|tra|vi|do)\s+)*\d{1,2}(?:(?:\s*(?:,|;|\.|/|\+|&|-|va|voi|cung|so|ly do|muc|cai)\s*|\s+)+\d{1,2})*$`)
	numberNote  = letters.Pattern(`^\s*(?:ca )?((?:\d{1,2}(?:\s*(?:[,;+]|va|voi|lan)\s*|\s+))*?\d{1,2})\s*(?:[-:.);]|va|,|nua la|nua thi|nua)\s+(?:(?:ghi )?them (?:la |rang ))?(\D.+)$`)
	span        = letters.Pattern(`^(?:(?:tra|chon|ly do|lay|so|tu|ca|cac) )*(\d{1,2}) ?(?:den|toi) ?(?:so )?(\d{1,2})[ .]*$`)
	oneNumber   = letters.Pattern(`\d+`)
)

// asksOfReasons is how people ask about the list in place of giving a reason, or say that
// they know none.
var asksOfReasons = letters.Pattern(`^(?:(?:da|em|chi|anh|ad|oi|cho|hoi|the|thi|minh|toi|a) )*(?:(?:chon|ghi|lay|duoc|co)(?: (?:duoc|chon|toi da|nhieu nhat))* (?:may|bao nhieu) (?:ly do|cai|so)\b|(?:ly do|so|muc) (?:thu |so )?\w+ (?:nghia )?la (?:gi|sao|the nao)|(?:chon|ghi|lay|viet) (?:ly do|so) (?:nao|gi|may)|(?:chua|` + letters.Not + `) (?:biet|ro|nghi ra)(?: (?:nen|phai|la))*(?: (?:ghi|chon|lay|viet))?(?: (?:ly do|so))? (?:gi|nao|sao|the nao))(?: (?:vay|the|nhi|a|day|em|chi|bay gio|cho dung|duoc|nua|ha|ta))*\s*[?.!]*$`)

// countsReasons are words that say how many reasons there are, and not which.
var countsReasons = map[string]bool{"ca hai": true, "ca ba": true, "ca 2": true, "ca 3": true, "hai ly do": true, "ca hai ly do": true}

// ReadReasons reads several numbers, from 1 to most, out of a list of reasons,
// and words beside them. No numbers: the text is a reason in itself. Not ok means
// that a number names none.
func ReadReasons(text string, most int) (numbers []int, note string, ok bool) {
	text = letters.OneLine(letters.Tidy(text))
	if right, ok := letters.TakenBack(text); ok && numbersOnly().MatchString(strings.Trim(letters.Fold(right), " .")) {
		text = right
	}
	if m := span().FindStringSubmatch(letters.Fold(text)); m != nil {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		for n := max(1, from); n <= min(to, most); n++ {
			numbers = append(numbers, n)
		}
		return numbers, "", from >= 1 && from <= to && to <= most
	}
	if asksOfReasons().MatchString(letters.Fold(text)) {
		return nil, "", false
	}
	said := strings.Join(intent.TrimEnd(strings.Fields(text)), " ")
	said = numbersFor(said)
	list := strings.Trim(letters.Fold(said), " .")
	folded := letters.Fold(text)
	if m := numberNote().FindStringSubmatchIndex(folded); m != nil && len(folded) == len([]rune(text)) {
		list, note = folded[m[2]:m[3]], strings.TrimSpace(string([]rune(text)[m[4]:m[5]]))
	} else if countsReasons[list] {
		return nil, "", false // which, only they know
	} else if !numbersOnly().MatchString(list) {
		return nil, text, true
	}
	for _, digits := range oneNumber().FindAllString(list, -1) {
		n, _ := strconv.Atoi(digits)
		if n < 1 || n > most {
			return nil, "", false
		}
		if !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers, note, true
}

// numbersFor writes digits for the words of numbers in a text that has nothing but
// those and what stands around them: "số hai với số bốn".
func numbersFor(said string) string {
	words := strings.Fields(letters.Fold(said))
	for i, word := range words {
		if n := vietnamese.Ordinal(word); n > 0 && word != "nhat" && word != "nhi" {
			words[i] = strconv.Itoa(n)
		}
	}
	if digits := strings.Join(words, " "); numbersOnly().MatchString(digits) {
		return digits
	}
	return said
}

// Reason reads words that others will read. Not ok means that they are longer than
// MaxReason.
func Reason(text string) (reason string, ok bool) {
	reason = letters.OneLine(letters.Tidy(text))
	return reason, letters.Len(reason) <= MaxReason
}
