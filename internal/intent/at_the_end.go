package intent

import (
	"strings"

	"guongsang/internal/letters"
)

// A long text has at least longWords words, and its end is the last endWords of them.
const longWords, endWords = 18, 14

// atTheEnd is what a long text comes to at its end: people tell first what happened, and
// who called, and then ask ("... đọc cho cô nghe các xã chưa có bài"). Where something is
// open it is an answer, and what tells of a deed is not to be lost for its last sentence: of
// the agency, which speaks of deeds all day, where it names who did it.
func (by Speaker) atTheEnd(s Sentence, text string) Intent {
	words := strings.Fields(letters.Tidy(text))
	if by.Open != "" || len(words) < longWords || (!by.Agency || capitalsIn(s.Text) > 1) && letters.HasPhrase(" "+Spoken(s.Text)+" ", GoodDeeds) {
		return NoIntent
	}
	end := Words(strings.Join(words[len(words)-endWords:], " "))
	i, odds := by.likely(end)
	if odds < certain || !needless[i] || i == AskUnit || !by.credible(end, i) {
		return NoIntent
	}
	return i
}
