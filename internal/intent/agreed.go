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
	if agreesOutright().MatchString(strings.Join(TrimCourtesy(s.All), " ")) {
		return true
	}
	agrees := false
	for i, word := range s.All {
		if word == "em" && i == 0 && len(s.All) > 1 && !agreeing[s.All[1]] || !agreeing[word] && !Polite[word] && !besideAgreeing[word] {
			return false
		}
		agrees = agrees || agreeing[word]
	}
	return agrees
}

var agreesOutright = letters.Pattern(`^(?:hoan toan )?(?:` + vietnamese.Agreeing + `|tan thanh)$`)

// thumbs are the signs by which people say so.
const thumbs = "👍👌🙏❤😊🙂✅💯😍🥰👏🤝🌹💐"

var (
	agreeing       = letters.Set(vietnamese.Yes + " hieu chuan xac")
	besideAgreeing = letters.Set("roi em biet ghi nhan tot ro anh chi chinh")
)
