package paste

import (
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// greetings begin the lines that people write above what they send, and thanks
// those below it, folded. What messengers and mail programs write is like them.
var (
	greetings = []string{
		"em chao", "chao ", "xin chao", "kinh chao", "kinh thua", "thua ", "chi oi", "anh oi", "em oi", "co oi", "em gui", "em xin gui", "em nop", "e gui", "minh gui", "gui chi", "gui anh", "dear",
		"hi ", "alo", "ok ", "fw:", "fwd:", "re:", "chuyen tiep", "[chuyen tiep", "nhom zalo", "mau gioi thieu", "mau phieu", "guong thang", "guong quy", "guong tap the", "guong ca nhan", "guong nguoi tot", "guong dien hinh",
		"thong tin", "ban tin", "danh sach", "toi xin gui", "xin gui",
	}
	thanks = []string{
		"em cam on", "cam on", "xin cam on", "xin chan thanh", "tran trong", "chuc chi", "chuc anh", "chuc cac", "chuc suc", "chuc co", "chuc moi", "rat mong", "mong nhan", "mong duoc", "em gui anh", "nho chi xem", "nho anh xem",
		"tks", "thank", "gui tu", "sent from", "em xin cam on", "best regards", "het ", "toi xin cam doan", "toi cam doan",
	}
	// heard is how messengers head what somebody wrote.
	heard = letters.Pattern(`^.{2,40}, \d{1,2}:\d{2}$|^\[?\d{1,2}:\d{2}[ ,\]].{0,60}$`)
)

// leftOver is how many characters a greeting or thanks have at most.
const leftOver = 90

// withoutCourtesy parts the lines of a message into what it says and what people
// write around that: greetings, thanks, and what a messenger adds. A line that
// tells of somebody, or has a label, is what it says.
func withoutCourtesy(lines []string) (said, around []string) {
	if len(lines) < 2 {
		return withoutForwarded(lines)
	}
	from, to := headed(lines), len(lines)
	for from < to-1 && (blank(lines[from]) || isCourtesy(lines[from], greetings) || isHeard(lines[from]) || isPress(lines[from]) || isBanner(lines[from])) {
		from++
	}
	for to > from+1 && (blank(lines[to-1]) || isCourtesy(lines[to-1], thanks) || isBanner(lines[to-1]) || isCredit(lines[to-1])) {
		to--
	}
	if at := signedFrom(lines[from:to]); at > 0 {
		to = from + at
	}
	for i, line := range lines {
		switch inside := i >= from && i < to; {
		case inside && !isHeard(line) && !isPromotion(line):
			said = append(said, line)
		case strings.TrimSpace(line) != "":
			around = append(around, line)
		}
	}
	return said, around
}

// headed is where the text begins below what a messenger or mail program writes above what
// is forwarded: that it is, who wrote it, and when. Who wrote it is not who is introduced.
func headed(lines []string) (from int) {
	for from < len(lines)-1 && blank(lines[from]) {
		from++
	}
	if !forwardedHere().MatchString(letters.Fold(strings.TrimSpace(lines[from]))) {
		return 0
	}
	for from++; from < len(lines)-1 && (blank(lines[from]) || ofForwarded().MatchString(letters.Fold(strings.TrimSpace(lines[from])))); {
		from++
	}
	return from
}

var (
	forwardedHere = letters.Pattern(`^[-=*> \[]*(?:(?:tin nhan|thu|email|noi dung) )?(?:(?:duoc|da) )?(?:chuyen tiep|forwarded message|forwarded)(?: (?:tu|from)\b.{0,60})?[-=*:> \]]*$`)
	ofForwarded   = letters.Pattern(`^(?:tu|from|nguoi gui|den|to|cc|luc|vao luc|ngay gui|gui luc|date|sent|thoi gian|subject|chu de)\b ?:? .{1,90}$`)
)

// isPress reports whether a line is the head of a newspaper's page: its name, the
// day, an address in the net.
func isPress(line string) bool {
	return letters.Len(line) <= leftOver && press().MatchString(letters.Fold(strings.TrimSpace(line)))
}

var press = letters.Pattern(`^(?:bao|dai|tap chi|cong thong tin|trang tin|theo|nguon:?)(?: \S+){1,6}$|^(?:thu (?:` + vietnamese.Weekdays + `|[2-7])|chu nhat),? .{0,12}\d{1,2}[/.-]\d{1,2}.*$|^https?://\S+$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ ,|-]*\d{1,2}[:h]\d{2}.*$`)

// isCredit reports whether a last line only says from where a text is.
func isCredit(line string) bool {
	return isPress(line) && begins(letters.Fold(line), []string{"theo ", "nguon"}) && nameTold(line) == ""
}

// isBanner reports whether a line is what stands around a post: only tags, or who sends it,
// and when.
func isBanner(line string) bool {
	bare := strings.TrimSpace(letters.WithoutPictures(line))
	first, _, _ := strings.Cut(letters.Fold(bare), " ")
	switch {
	case strings.HasPrefix(bare, "#"):
		return !slices.ContainsFunc(strings.Fields(bare), func(w string) bool { return w[0] != '#' })
	case first == "truong" && bare == line: // the place of a pupil
		return false
	case letters.Len(line) > leftOver || labelled(line) || nameTold(line) != "" || !intent.UnitKinds[first] && first != "guong":
		return false
	}
	return bare != line && letters.IsCapitals(bare) || onlySends().MatchString(letters.Fold(bare))
}

var onlySends = letters.Pattern(`^\w+(?: \S+){0,8}? (?:xin )?(?:gui|nop)(?: (?:guong|bai|len|xa|phuong|thang|quy|nam|\d+(?:/\d+)?|giup|a|ad|nha|nhe|chi|anh|em|voi))+[ .!]*$`)

// isPromotion reports whether a line only asks readers of a post to pass it on.
func isPromotion(line string) bool {
	return letters.Len(line) <= leftOver && promotion().MatchString(letters.Fold(letters.WithoutPictures(line)))
}

var promotion = letters.Pattern(`^(?:\S+ ){0,3}(?:like|thich|share|chia se|theo doi)(?:,| va| &)? (?:like|share|chia se|theo doi|trang|bai viet)\b|^(?:\S+ ){0,3}tha tim\b`)

func isHeard(line string) bool {
	return len(line) < 160 && strings.Contains(line, ":") && heard().MatchString(strings.TrimSpace(line))
}

// forwards are what messengers and people write before what they forward, folded.
var forwards = letters.Set("chuyen-tiep fw fwd forwarded")

// withoutForwarded takes what a messenger wrote before the text off a single line.
func withoutForwarded(lines []string) (said, around []string) {
	if len(lines) == 1 {
		head, rest, ok := strings.Cut(lines[0], ":")
		if ok && len(head) < 20 && !blank(rest) && forwards[strings.ReplaceAll(letters.Fold(head), " ", "-")] {
			return []string{strings.TrimSpace(rest)}, []string{head + ":"}
		}
	}
	return lines, nil
}

// blank reports whether a line has neither letter nor digit.
func blank(line string) bool {
	return strings.IndexFunc(line, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// isCourtesy reports whether a line begins in one of these ways and tells
// nothing.
func isCourtesy(line string, ways []string) bool {
	folded := letters.Fold(strings.TrimLeft(line, "*#•-–— \t"))
	polite := begins(folded+" ", ways) || strings.HasPrefix(strings.ToLower(line), texts.Obliging)
	return polite && letters.Len(line) <= leftOver && nameTold(line) == "" && (!labelled(line) || strings.HasPrefix(folded, "fw"))
}

// signedFrom is where the thanks begin that end a message, if only short lines
// without a label follow; else 0.
func signedFrom(lines []string) int {
	for i := len(lines) - 1; i > 0 && i >= len(lines)-5; i-- {
		line := lines[i]
		if isCourtesy(line, thanks) {
			return i
		}
		_, _, kind := splitLabel(Unnumbered(line))
		if letters.Len(line) > 60 || kind == knownLabel || strings.HasSuffix(strings.TrimSpace(line), ".") {
			return 0
		}
	}
	return 0
}
