package said

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// Sends reports whether a text says no more than that all is right and may be sent, in
// whatever words around it: "coi kỹ rồi, không sai chi hết, gửi đi hỉ".
func Sends(text string) bool {
	words := sendingWords(text)
	said := right().ReplaceAllString(folded(words), " ")
	if !sends().MatchString(said) || letters.Marked(text, "anh") || Withholds(text) {
		return false
	}
	for w := range strings.FieldsSeq(said) {
		if !besideSend[w] {
			return false
		}
	}
	return !slices.ContainsFunc(words, func(w word) bool { return w.folded == "goi" && strings.ToLower(w.bare) != vietnamese.SouthSend })
}

// Withholds reports whether a text about sending says not to, or later, or that it was done, or
// asks, in words that without their marks may be others: "toi gui" is to be this evening, too.
func Withholds(text string) bool {
	words := sendingWords(text)
	said := right().ReplaceAllString(folded(words), " ")
	return strings.Contains(text, "?") || strings.Contains(strings.ToLower(letters.Clean(text)), vietnamese.DoNot) || notSent().MatchString(said) ||
		slices.ContainsFunc(words, func(w word) bool { return w.folded == "toi" && strings.ToLower(w.bare) != vietnamese.Myself })
}

// sendingWords are the words of a text about sending. "Đúng" is told here from "đừng", by its
// mark or the comma behind it.
func sendingWords(text string) []word {
	words := wordsOf(text)
	for i, w := range words {
		words[i].folded = unstretched(w.folded)
		if w.folded == "dung" && (w.ends || strings.ToLower(w.bare) == vietnamese.Correct) {
			words[i].folded = "chuan"
		}
	}
	return words
}

// unstretched is a word of sending as it is without what a keyboard left of its marks, or a
// finger repeated: "guwir ddi", "gửii".
func unstretched(folded string) string {
	bare := letters.Untyped(folded)
	switch {
	case bare[1] == "gui", strings.TrimRight(folded, "i") == "gu":
		return "gui"
	case folded == "ddi":
		return bare[0]
	}
	return folded
}

var (
	sends      = letters.Pattern(` (?:gui|goi|chuyen di) `)
	right      = letters.Pattern(` ` + not + ` (?:co )?(?:(?:gi|chi) )?(?:sai|thieu) (?:(?:gi|chi|het|ca|cho nao|dau) )*`)
	notSent    = letters.Pattern(` (?:` + not + `|dung) (?:co |voi |nen )?(?:gui|goi|chuyen) | (?:` + letters.Not + `) | (?:da|da bam) gui | (?:gui|goi) (?:roi|r) (?:(?:a|ha|do|day|ma|em|chi|anh|bac|nhe|nha) )*$| (?:gui|goi) xong | (?:gui|goi) .*(?:xem|coi|doc|kiem tra) | (?:gui|goi) lai .*cho (?:em|chi|anh|toi|tui|minh) | de (?:(?:em|chi|anh|toi|tui|minh|bac|co|chau|con|can bo|xem|coi|doc|kiem tra) )+`)
	besideSend = letters.Set("gui goi chuyen duoc roi r do day chau em e chi anh bac con ad giup gium dum ho cho di lun luon ok oke okie rua the vay la dung het noi dung da chinh xac chuan de nghi nhat tri dong y doc lai coi xem ky chi nhe nha nghen nghe hi hy hen a ma ngay bai nay len tren toi tui minh co can bo bam nut nhin on xa huyen cap oi nho kip kiem tra xong som")
)

// Accepts reports whether a text says no more than that an example is to be taken after
// all: no reason to return it.
func Accepts(text string) bool {
	return accepts().MatchString(folded(wordsOf(text)))
}

var accepts = letters.Pattern(`^ (?:(?:thoi|a|da|em|chi|anh|vay|the|ok|duoc|nham) )*(?:cu )?(?:tiep nhan|duyet|thong qua|chap nhan) (?:(?:luon|di|thoi|nhe|nha|a|cho|bai|guong|nay|em|chi|anh|ho|giup|roi|cung duoc|khong can tra(?: lai)?|khong tra(?: lai)?(?: nua)?) )*$`)
