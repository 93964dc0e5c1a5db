package letters

import (
	"slices"
	"strings"
)

// A letter often arrives as one line: the phone, or who copied it, made blanks of its line
// ends. What stands around its content is known by its lines.

// Unrolled is a text with its lines where a letter has them, if it has to whom it is sent
// in the middle of one, or before what is said: "Kính gửi …, Trường … giới thiệu …".
func Unrolled(text string, unitKinds map[string]bool) string {
	if !strings.Contains(Fold(text), "kinh gui") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if !strings.Contains(line, "\t") {
			lines[i] = letterLines(line, unitKinds)
		}
	}
	return strings.Join(lines, "\n")
}

// letterLines parts a line that addresses somebody and then says who introduces whom.
func letterLines(line string, unitKinds map[string]bool) string {
	words := strings.Fields(line)
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = Fold(w)
	}
	to := slices.Index(folded, "kinh")
	for to >= 0 && to+1 < len(folded) && strings.TrimRight(folded[to+1], ":") != "gui" {
		next := slices.Index(folded[to+1:], "kinh")
		if next < 0 {
			return line
		}
		to += 1 + next
	}
	if to < 0 || to+2 >= len(words) {
		return line
	}
	said := saidFrom(words, folded, to+2, unitKinds)
	if said == 0 {
		return line
	}
	return strings.Join(slices.DeleteFunc([]string{headLines(words[:to], folded[:to]), strings.Join(words[to:said], " "), strings.Join(words[said:], " ")}, func(part string) bool { return part == "" }), "\n")
}

// saidFrom is where the sentence begins that introduces somebody, behind to whom a letter
// is sent; 0: there is none.
func saidFrom(words, folded []string, from int, unitKinds map[string]bool) int {
	verb := from
	for ; verb < min(len(words), from+longestAddress); verb++ {
		if verb > from && (sendsBy[folded[verb]] || folded[verb] == "gioi" && verb+1 < len(words) && folded[verb+1] == "thieu" || folded[verb] == "bao" && verb+1 < len(words) && folded[verb+1] == "cao") {
			break
		}
	}
	if verb >= min(len(words), from+longestAddress) {
		return 0
	}
	last := 0
	for i := from + 1; i < verb; i++ {
		behind := EndsPart(words[i-1]) && words[i-1][len(words[i-1])-1] != ':'
		switch {
		case behind && (senders[folded[i]] || unitKinds[folded[i]]):
			return i
		case Capital(words[i]) && unitKinds[folded[i]] && folded[i] != "xa" && (last == 0 || last < i-1):
			last = i
		}
	}
	return last
}

// longestAddress is how many words may stand between to whom a letter is sent and that it
// introduces somebody.
const longestAddress = 40

var (
	senders = Set("em toi chung don ban minh ben to lop uy dang thuc can")
	sendsBy = Set("gui xin de")
)

// headLines parts what stands above to whom a letter is sent: agency, number, motto.
func headLines(words, folded []string) string {
	var b strings.Builder
	for i, w := range words {
		switch next := strings.Join(folded[i:min(len(folded), i+3)], " "); {
		case i == 0:
		case strings.HasPrefix(next, "cong hoa xa"), strings.HasPrefix(next, "doc lap"), folded[i] == "so:", folded[i] == "so" && i+1 < len(words) && strings.Contains(words[i+1], "/"), folded[i] == "v/v":
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
