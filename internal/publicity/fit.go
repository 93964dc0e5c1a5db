package publicity

import (
	"strings"
	"unicode/utf8"
)

// A measure says how long a text is for some taker.
type measure func(string) int

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

// fit is as much of a paragraph as a bound leaves room for: whole sentences, and
// if not even the first has room, as many words of it as have, with a sign that it
// goes on. The rest is what was left over.
func fit(paragraph string, most int, long measure) (part, rest string) {
	if long(paragraph) <= most {
		return paragraph, ""
	}
	all := sentences(paragraph)
	n := len(all)
	for n > 0 && long(strings.Join(all[:n], " ")) > most {
		n--
	}
	if n > 0 {
		return strings.Join(all[:n], " "), strings.Join(all[n:], " ")
	}
	part = shortenedTo(all[0], most, long)
	rest = strings.TrimSpace(strings.TrimPrefix(paragraph, strings.TrimSuffix(part, "…")))
	return part, rest
}

// shortenedTo is a sentence cut behind a word, with a sign that it goes on.
func shortenedTo(sentence string, most int, long measure) string {
	if long(sentence) <= most {
		return sentence
	}
	all := strings.Fields(sentence)
	low, high := 0, len(all)
	for low < high {
		if n := (low + high + 1) / 2; long(strings.TrimRight(strings.Join(all[:n], " "), ",;:")+"…") <= most {
			low = n
		} else {
			high = n - 1
		}
	}
	if low > 0 {
		return strings.TrimRight(strings.Join(all[:low], " "), ",;:") + "…"
	}
	cut := "" // one word without end
	for _, r := range sentence {
		if long(cut+string(r)+"…") > most {
			break
		}
		cut += string(r)
	}
	if cut == "" {
		return ""
	}
	return cut + "…"
}

// fill joins paragraphs by a separator as long as they have room, the last one in
// part; rest is what did not.
func fill(all []string, separator string, most int, long measure) (text string, rest []string) {
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
		if first := sentences(p)[0]; text == "" || long(first) <= room {
			part, left := fit(p, room, long)
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
