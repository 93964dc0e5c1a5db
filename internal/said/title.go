package said

import (
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// A Titled is what a title is said to be.
type Titled struct {
	Title  string
	Named  bool   // the text says that it is the title's
	Wrong  bool   // it says that the one before was wrong
	Behind string // what is said behind it: "còn người ta tên …"
}

// Title finds the title in a text that says around it that it is to be one: "để tựa vầy
// nè: …", "em cứ đặt tên bài là … cho chị". An ordinary title is none: it stays as typed.
func Title(text string) (t Titled, ok bool) {
	fields, n := strings.Fields(text), 0
	verb, called := false, false
	for i, field := range fields {
		bare := letters.Fold(strings.Trim(field, `,:="“”`))
		if i >= mostBeforeTitle || bare != "" && !beforeTitle[bare] || i > 0 && strings.ContainsAny(field[:1], `"`) {
			break
		}
		t.Named = t.Named || titles[bare] || bare == "ten" && i+1 < len(fields) && bais[letters.Fold(fields[i+1])]
		called = called || bare == "ten"
		verb = puts[bare] || verb && (called || becomes[bare] || besidePut[bare])
		if marked := strings.ContainsAny(field, ":="); marked || becomes[bare] && i+1 < len(fields) && !goesOn[letters.Fold(strings.Trim(fields[i+1], ",:"))] {
			n, verb = i+1, verb && (marked || called || len(fields) > leastPut && !lays[letters.Fold(fields[0])])
			break
		}
	}
	if n == 0 || n >= len(fields) || !t.Named && !verb {
		return Titled{}, false
	}
	t.Wrong = putsRight().MatchString(letters.Fold(strings.Join(fields[:n], " ")))
	value := strings.Join(fields[n:], " ")
	if at := instead().FindStringIndex(letters.Fold(value)); at != nil && at[1] < len(letters.Fold(value)) {
		value = strings.Join(fields[n+len(strings.Fields(letters.Fold(value)[:at[1]])):], " ")
	}
	if inside := quotedFirst().FindStringSubmatch(value); inside != nil {
		if trailsOff(inside[2]) {
			t.Title = strings.TrimSpace(inside[1])
			return t, true
		}
	}
	if head, rest, cut := strings.Cut(value, vietnamese.WhileThe); cut {
		if a, ok := Of(rest); ok && a.Name != "" { // else it is the title's: "Còn sức, còn cống hiến"
			value, t.Behind = head, rest
		}
	}
	t.Title = untrailed(value, asksFor(fields[:n]))
	return t, t.Title != "" && !asking().MatchString(letters.Fold(t.Title))
}

// asksFor reports whether what leads to a title asks somebody to put it: "em cứ đặt tên bài là".
func asksFor(lead []string) bool {
	for i, field := range lead {
		if bare := letters.Fold(strings.Trim(field, `,:="“”`)); puts[bare] && (i == 0 || letters.Fold(lead[i-1]) != "tieu") {
			return true
		}
	}
	return false
}

// untrailed is a title without what is said behind it to whom it is told, which is of the
// title where nobody is asked to put it: "Nhường áo ấm cho em".
func untrailed(value string, asksFor bool) string {
	all := strings.Fields(value)
	words := intent.TrimEnd(all)
	if n := len(words); !asksFor && n < len(all) && n > 0 && letters.Fold(words[n-1]) == "cho" {
		words = all[:n+1]
	}
	for len(words) > 2 && behindTitle[last(words)] && (asksFor || last(words) != hear) && !letters.Capital(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if n := len(words); asksFor && n > 4 && letters.Fold(words[n-2]) == "cho" && behindFor[last(words)] {
		words = words[:n-2]
	}
	return strings.Join(words, " ")
}

func last(words []string) string { return strings.ToLower(strings.Trim(words[len(words)-1], ".,!")) }

// trailsOff reports whether all words of a text only trail off.
func trailsOff(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if w = letters.Fold(strings.Trim(w, ".,!")); w != "" && !around[w] {
			return false
		}
	}
	return true
}

// leastPut is how many words there are at least with "đặt là" before a title: fewer may be one.
const leastPut = 4

// hear is a word behind a title in the south, that a title may end with: "biết nghe".
const hear = "nghe"

// mostBeforeTitle is how many words lead to a title at most.
const mostBeforeTitle = 12

var (
	quotedFirst = letters.Pattern(`^["“«]([^"“”«»]+)["”»](.*)$`)
	putsRight   = letters.Pattern(`\b(?:nham|lon)\b.* (?:doi|sua|dat|ghi|chon|lay)(?: lai)? (?:la|thanh):?$`)
	instead     = letters.Pattern(`^[^,]+, (?:a|ah|y|i|oi) (?:khong|nham|lon)(?: phai)?, (?:(?:xin|cho|em|toi|minh|chi|anh) )*(?:lay|doi|dat|ghi|sua)(?: lai)? (?:la|thanh) `)
	asking      = letters.Pattern(`^(?:cai )?(?:gi|sao|nao|the nao)\b`)
	titles      = letters.Set("tua tit title tieu")
	bais        = letters.Set("bai guong viec")
	puts        = letters.Set("dat ghi de lay")
	lays        = letters.Set("de lay")
	besidePut   = letters.Set("luon tam")
	becomes     = letters.Set("la thanh")
	goesOn      = letters.Set("vay ri nhu the la ten")
	beforeTitle = letters.Set("ua hoi luc nay nham lon tieu de tua tit title ten bai guong viec cai nay em e chi anh ad toi minh tui cu thi xin duoc muon de nghi cho nho dat ghi de lay doi sua chon lai giup luon la thanh vay ri nhu the sau ne nghen nha nhe a da thoi phan muc o cau")
	behindTitle = letters.Set(vietnamese.BehindTitle)
	behindFor   = letters.Set(vietnamese.BehindFor)
)
