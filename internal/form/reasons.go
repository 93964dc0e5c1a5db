package form

import (
	"slices"
	"strconv"

	"guongsang/internal/choice"
	"guongsang/internal/letters"
)

var span = letters.Pattern(`^(?:(?:tra|chon|ly do|lay|so|tu|ca|cac) )*(\d{1,2}) ?(?:den|toi) ?(?:so )?(\d{1,2})[ .]*$`)

// asksOfReasons is how people ask about the list in place of giving a reason, or say that
// they know none.
var asksOfReasons = letters.Pattern(`^(?:(?:da|em|chi|anh|ad|oi|cho|hoi|the|thi|minh|toi|a) )*(?:(?:chon|ghi|lay|duoc|co)(?: (?:duoc|chon|toi da|nhieu nhat))* (?:may|bao nhieu) (?:ly do|cai|so)\b|(?:ly do|so|muc) (?:thu |so )?\w+ (?:nghia )?la (?:gi|sao|the nao)|(?:chon|ghi|lay|viet) (?:ly do|so) (?:nao|gi|may)|(?:chua|` + letters.Not + `) (?:biet|ro|nghi ra)(?: (?:nen|phai|la))*(?: (?:ghi|chon|lay|viet))?(?: (?:ly do|so))? (?:gi|nao|sao|the nao))(?: (?:vay|the|nhi|a|day|em|chi|bay gio|cho dung|duoc|nua|ha|ta))*\s*[?.!]*$`)

// compares is how people ask what parts the reasons of the list, or say that they take none.
var compares = letters.Pattern(`^(?:may|bay|cac|nhung|hai|ba|bon|\d) (?:cai )?(?:ly do|li do|so)(?: [a-z0-9]+){0,5} (?:khac|giong)(?: nhau)? (?:cho nao|o cho nao|o dau|the nao|ra sao|sao|gi|nhu the nao)\b|^(?:khong|chua) (?:chon|lay|tra vi) (?:ly do|li do|so|cai) (?:nao|gi)(?: (?:het|ca|a|em|dau|nhe))*[.]?$`)

// ReadReasons reads several numbers, from 1 to most, out of a list of reasons,
// and words beside them. No numbers: the text is a reason in itself. Not ok means
// that a number names none.
func ReadReasons(text string, most int) (numbers []int, note string, ok bool) {
	text = letters.OneLine(letters.Tidy(text))
	if m := span().FindStringSubmatch(letters.Fold(text)); m != nil {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		for n := max(1, from); n <= min(to, most); n++ {
			numbers = append(numbers, n)
		}
		return numbers, "", from >= 1 && from <= to && to <= most
	}
	if folded := letters.Fold(text); asksOfReasons().MatchString(folded) || compares().MatchString(folded) || choice.AsksForList(text) {
		return nil, "", false
	}
	numbers, ok = choice.Numbers(text)
	if !ok {
		if numbers, note, ok = choice.NumbersFirst(text); !ok {
			return nil, text, true
		}
	}
	if len(numbers) == 0 || // of those that are only counted, only they know which
		slices.Min(numbers) < 1 || slices.Max(numbers) > most {
		return nil, "", false
	}
	return numbers, note, true
}

// Reason reads words that others will read. Not ok means that they are longer than
// MaxReason.
func Reason(text string) (reason string, ok bool) {
	reason = letters.OneLine(letters.Tidy(text))
	return reason, letters.Len(reason) <= MaxReason
}
