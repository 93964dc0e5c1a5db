package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
)

// Short words of deeds are much like short cries for help: "hiến máu" without its marks is
// "hiện mẫu", and who taught others to grow tea "hướng dẫn". Where something may be looked
// for as well, only what speaks to the program is not looked for.

// speaking are the words of those who speak to somebody.
var speaking = letters.Set("toi em minh tui voi sao nao gi ai dau bot nut menu a nhe nha oi")

// spoken are the few that need none of these.
var spoken = func() map[string]bool {
	all := map[string]bool{}
	for said := range strings.SplitSeq("tro giup,huong dan,huong dan su dung,giup do,ho tro,can ho tro,can giup,cach tim,chi cach,cho xem mau,xem mau,lien he,lien lac,goi dien,dien thoai,so dien thoai,cam on,xin cam on,xin chao,chao ban,duong day nong", ",") {
		all[said] = true
	}
	return all
}()

// SpeaksToUs reports whether a text that is understood as a cry for help, a greeting or
// thanks is certainly that, and not words of a deed.
func SpeaksToUs(text string) bool {
	words := Words(letters.Tidy(text)).All
	return len(words) < 2 || strings.Contains(text, "?") || spoken[strings.Join(words, " ")] ||
		slices.ContainsFunc(words, func(w string) bool { return speaking[w] })
}

// Civil reports whether that is all that a text is understood as.
func (m Meaning) Civil() bool {
	return slices.Contains([]Intent{AskHelp, AskContact, SaysGreeting, SaysThanks}, m.Intent)
}
