package letters

import (
	"slices"
	"strings"
	"unicode"
)

// Not are the ways in which people write "không", as a regular expression; all but the
// first are ShortNot.
const (
	Not      = `khong|` + ShortNot
	ShortNot = `k|ko|kg|kh|hk|hok|hong|hem|khg|khog|hum|khum|k0|hog|hongg|khoogn|kjong|khonh|kong`
)

// takingBack is how somebody takes back what was just said in the same breath: "…, à
// nhầm, …", "… à thôi …", "…, nhầm rồi, …".
var takingBack = Pattern(`(?:[\s,;.]+(?:(?:a|ah|y|o|oi|ay|e|ui|chet|xin loi)[\s,]+)+(?:em[\s,]+)?(?:nham|lon|quen|khong phai|khong|thoi)(?:\s+(?:roi|mat|day))?|[,;.]\s*(?:em )?(?:nham|lon)(?:\s+roi)?[,;:])(?:[\s,:;.]+(?:phai la|moi dung la|dung la|la))?[\s,:;.]+`)

// theyDoNot is what of a sentence takes nothing back: "bà ấy không cho đăng".
var theyDoNot = Pattern(`^\s+(?:ay|y)\s+(?:khong|thoi)\b`)

// firstTakenBack is how an answer begins that takes back the one before: "nhầm, bản Pa
// Thắng".
var firstTakenBack = Pattern(`^(?:(?:da|a|y|em|oi|chet|xin loi)[\s,]+)*nham(?:\s+(?:roi|mat))?\s*[,:;.]\s*(?:(?:phai|dung) la |la )?`)

// notButBefore is how somebody begins to deny what others may think, and then says what
// is: "không phải 8/11 mà là 9/11".
var notButBefore = Pattern(`^(?:(?:da|em|la|day|ten|noi o|cho o|tieu de|ngay|cai nay)[\s,]+)*(?:` + Not + `|chang) phai (?:la )?(.+?)(?:[\s,]+ma(?: la| phai la)? |,\s*(?:la |phai la )?)`)

// notThat is how somebody denies what others may think after saying what is: "9/11 chứ
// không phải 8/11".
var notThat = Pattern(`[\s,]+(?:chu|cho)[\s,]+(?:` + Not + `|chang) phai (?:la )?(.*)$`)

// takenBackBy are the words one of which these cannot do without.
var takenBackBy = []string{"nham", "lon", "quen", "khong", "thoi", "phai"}

// maxTakenBack is how many words a text has at most in which something is taken back:
// a longer one tells that somebody was wrong.
const maxTakenBack = 25

// TakenBack gives what is meant of a text that takes something back or denies it: "5/11,
// à nhầm, 6/11", "không phải 5/11 mà là 6/11", "6/11 chứ không phải 5/11". Not ok means
// that there is nothing of that.
func TakenBack(text string) (meant string, ok bool) {
	folded := Fold(text)
	if !slices.ContainsFunc(takenBackBy, func(w string) bool { return strings.Contains(folded, w) }) {
		return "", false
	}
	words, runes := strings.Fields(text), []rune(text)
	if len(words) < 2 || len(words) > maxTakenBack || len(folded) != len(runes) { // folding keeps each letter one byte
		return "", false
	}
	from, to := 0, len(runes)
	if first := firstTakenBack().FindStringIndex(folded); first != nil {
		from = first[1]
	} else if len(words) < 3 {
		return "", false
	} else if at := saidAgain(words); at > 0 {
		return strings.Join(words[at:], " "), true
	}
	for _, at := range takingBack().FindAllStringIndex(folded+" ", -1) {
		if back := (folded + " ")[at[0]:at[1]]; at[0] > 0 && !theyDoNot().MatchString(back) && !(strings.Contains(back, "phai") && politely(runes[at[0]:min(at[1], len(runes))])) {
			from = at[1]
		}
	}
	if from < to {
		if at := notButBefore().FindStringIndex(folded[from:]); at != nil {
			from += at[1]
		}
	}
	if from < to {
		if at := notThat().FindStringIndex(folded[from:]); at != nil && at[0] > 0 {
			to = from + at[0]
		}
	}
	if from >= to || from == 0 && to == len(runes) {
		return "", false
	}
	return strings.TrimSpace(string(runes[from:to])), true
}

// politely reports whether some letters have the word that ends what is said politely: behind
// it "không phải" takes nothing back, "5/11 ạ, không phải 6/11".
func politely(of []rune) bool {
	return slices.ContainsFunc(of, func(r rune) bool { return unicode.ToLower(r) == '\u1ea1' })
}

// NotBut gives both halves of a text that says what is in place of what: "không phải 5/11
// mà là 6/11", "6/11 chứ không phải 5/11". A text may begin so before a comma: "nhầm bản
// rồi, không phải Nà Cúng mà là Nậm Cung".
func NotBut(text string) (not, is string, ok bool) {
	if !strings.Contains(Fold(text), "phai") {
		return "", "", false
	}
	rest := text
	for range strings.Count(text, ",") - maxTakenBack { // so few words have no more commas
		_, rest, _ = strings.Cut(rest, ",")
	}
	for {
		if not, is, ok = notBut(strings.TrimSpace(rest)); ok {
			return not, is, true
		}
		_, after, more := strings.Cut(rest, ",")
		if !more {
			return "", "", false
		}
		rest = after
	}
}

func notBut(text string) (not, is string, ok bool) {
	folded, runes := Fold(text), []rune(text)
	if len(strings.Fields(text)) > maxTakenBack || len(folded) != len(runes) { // folding keeps each letter one byte
		return "", "", false
	}
	if at := notButBefore().FindStringSubmatchIndex(folded); at != nil && at[1] < len(runes) {
		not, is = string(runes[at[2]:at[3]]), string(runes[at[1]:])
	} else if at := notThat().FindStringSubmatchIndex(folded); at != nil && at[0] > 0 {
		not, is = string(runes[at[2]:at[3]]), string(runes[:at[0]])
	}
	const around = " .,;!"
	not, is = strings.Trim(not, around), strings.Trim(is, around)
	return not, is, not != "" && is != ""
}

// saidAgain is where an answer begins anew that was told to a microphone, which writes
// no commas: "Giàng Thị Dua nhầm Giàng Thị Dúa". What is said again begins as before.
func saidAgain(words []string) int {
	at := slices.IndexFunc(words, func(w string) bool { return Fold(w) == "nham" && !Capital(w) })
	if at < 1 || at+1 >= len(words) || Fold(words[0]) != Fold(words[at+1]) || len(words) > 2*at+2 {
		return 0
	}
	return at + 1
}

// SaidNotAlike gives what is meant of a text that says behind it, without a word between,
// what it is not, and this is much like it: "bản Huổi Luông ko phải Huổi Lương nhé".
func SaidNotAlike(text string) (meant string, ok bool) {
	folded, runes := Fold(text), []rune(text)
	at := notAlike().FindStringSubmatchIndex(folded)
	if at == nil || len(folded) != len(runes) || len(strings.Fields(text)) > maxTakenBack { // folding keeps each letter one byte
		return "", false
	}
	is, not := strings.Fields(folded[:at[0]]), strings.Fields(folded[at[2]:at[3]])
	if len(is) < len(not) {
		return "", false
	}
	alike := 0
	for i, word := range not {
		if other := strings.Trim(is[len(is)-len(not)+i], ",.;"); word == other || OneSlip(word, other) {
			alike++
		}
	}
	return strings.TrimRight(string(runes[:at[0]]), " ,;."), alike*2 >= len(not) && alike > 0
}

var notAlike = Pattern(`[\s,]+(?:` + Not + `|chang) phai (?:la )?(.+?)(?:\s+(?:dau|nhe|nha|a|do|em|chi|anh|ad|nghen|nhen))*[.!]?$`)
