package publicity

import (
	"strings"
	"unicode/utf8"

	"guongsang/internal/letters"
)

// runes counts as Zalo and the press do.
func runes(s string) int { return utf8.RuneCountInString(s) }

// units counts as Telegram does: UTF-16 code units.
func units(s string) (n int) {
	for _, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// words counts as a reader does.
func words(s string) int { return len(strings.Fields(s)) }

// fill joins paragraphs by a separator as long as they have room, the last one in
// part; rest is what did not.
func fill(all []string, separator string, most int, long letters.Measure) (text string, rest []string) {
	for i, p := range all {
		joined := p
		if text != "" {
			joined = text + separator + p
		}
		if long(joined) <= most {
			text = joined
			continue
		}
		room := most
		if text != "" {
			room -= long(text + separator)
		}
		if first := letters.Sentences(p)[0]; text == "" || long(first) <= room {
			part, left := letters.Fit(p, room, long)
			if text != "" {
				part = text + separator + part
			}
			text = part
			if left != "" {
				return text, append([]string{left}, all[i+1:]...)
			}
			return text, all[i+1:]
		}
		return text, all[i:]
	}
	return text, nil
}
