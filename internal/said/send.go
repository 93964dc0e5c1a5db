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
	words := wordsOf(text)
	said := right().ReplaceAllString(folded(words), " ")
	if !sends().MatchString(said) || strings.Contains(strings.ToLower(letters.Clean(text)), vietnamese.DoNot) || notSent().MatchString(said) {
		return false
	}
	for w := range strings.FieldsSeq(said) {
		if !besideSend[w] {
			return false
		}
	}
	return !slices.ContainsFunc(words, func(w word) bool { return w.folded == "goi" && strings.ToLower(w.bare) != vietnamese.SouthSend })
}

var (
	sends      = letters.Pattern(` (?:gui|goi|chuyen di) `)
	right      = letters.Pattern(` ` + not + ` (?:co )?(?:(?:gi|chi) )?(?:sai|thieu) (?:(?:gi|chi|het|ca|cho nao|dau) )*`)
	notSent    = letters.Pattern(` (?:` + not + `|dung) (?:gui|goi|chuyen) | (?:` + letters.Not + `) `)
	besideSend = letters.Set("gui goi chuyen duoc roi r do day chau em e chi anh bac con ad giup gium dum ho cho di lun luon ok oke okie rua the vay la dung het noi dung da chinh xac chuan de nghi nhat tri dong y doc lai coi xem ky chi nhe nha nghen nghe hi hy hen a ma ngay bai nay len")
)

// Accepts reports whether a text says no more than that an example is to be taken after
// all: no reason to return it.
func Accepts(text string) bool {
	return accepts().MatchString(folded(wordsOf(text)))
}

var accepts = letters.Pattern(`^ (?:(?:thoi|a|da|em|chi|anh|vay|the|ok|duoc|nham) )*(?:cu )?(?:tiep nhan|duyet|thong qua|chap nhan) (?:(?:luon|di|thoi|nhe|nha|a|cho|bai|guong|nay|em|chi|anh|ho|giup|roi|cung duoc|khong can tra(?: lai)?|khong tra(?: lai)?(?: nua)?) )*$`)
