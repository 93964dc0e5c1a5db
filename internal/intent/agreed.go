package intent

import (
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// onlyAgrees reports whether a sentence says no more than "ok em", "dạ vâng" or a
// thumb: where nothing was asked, that it was read.
func onlyAgrees(s Sentence) bool {
	if len(s.All) == 0 {
		return strings.ContainsAny(s.Text, thumbs) && !strings.ContainsFunc(s.Text, func(r rune) bool { return r < unicode.MaxLatin1 && !unicode.IsSpace(r) })
	}
	said := outright().ReplaceAllString(strings.Join(s.All, " "), "ok")
	words, agrees := strings.Fields(said), false
	for i, word := range words {
		if word == "em" && i == 0 && len(words) > 1 && !agreeing[words[1]] || !agreeing[word] && !Polite[word] && !besideAgreeing[word] {
			return false
		}
		agrees = agrees || agreeing[word]
	}
	return agrees
}

// outright are the words of several that agree.
var outright = letters.Pattern(`\b(?:hoan toan )?(?:` + vietnamese.Agreeing + `|nhat ti|tan thanh|thong nhat)\b|\bdung (?:roi|vay|the|day|do|y)\b|^(?:da )?(?:phai|dung)(?: roi)?$`)

// thumbs are the signs by which people say so.
const thumbs = "👍👌🙏❤😊🙂✅💯😍🥰👏🤝🌹💐"

var (
	agreeing       = letters.Set(strings.ReplaceAll(vietnamese.Yes, "|", " ") + " oke okie okela ua ukm dc hieu chuan xac")
	besideAgreeing = letters.Set("roi do vay the rua la thi day toi minh em biet ghi nhan tot ro anh chi chinh")
)
