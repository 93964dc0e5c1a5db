package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// body parts the lines of an official letter, or of a form, into what it says
// and what stands around that by custom (Nghị định 30/2020/NĐ-CP, phụ lục I):
// letterhead, national name and motto, number and date, kind and subject of the
// letter, addressees, recipients and signature. Other texts are all content.
// What is no clear mark of a letter is content; nothing is in neither.
func body(lines []string) (content, around []string) {
	if len(lines) == 1 {
		return lines, nil
	}
	l := letter{lines: lines, part: make([]part, len(lines))}
	l.mark()
	if !l.official() {
		return lines, nil
	}
	return l.parted()
}

// IsLetter reports whether a text is an official letter, by what stands around its
// content.
func IsLetter(text string) bool {
	_, around := body(strings.Split(strings.TrimSpace(letters.Clean(text)), "\n"))
	return len(around) > 0
}

// parted parts the lines of what is a letter or a form.
func (l letter) parted() (content, around []string) {
	l.head()
	l.tail()
	for i, line := range l.lines {
		switch {
		case l.part[i] == said:
			content = append(content, line)
		case strings.TrimSpace(line) != "":
			around = append(around, line)
		}
	}
	return content, around
}

// A part of a letter is what a line of it belongs to.
type part int

const (
	said      part = iota
	nation         // national name, motto
	reference      // number, date, "V/v …"
	addressee      // "Kính gửi: …"
	title          // kind of letter, and what it is about
	recipient      // "Nơi nhận: …"
	signature
	passing // what leads over from one to the next
)

type letter struct {
	lines []string
	part  []part
}

var (
	numberLine = letters.Pattern(`^so *:? *[0-9….]*(/[0-9]{4})? *[-/] *[a-z]+[0-9]?([-–/ ]|$)`)
	dateLine   = letters.Pattern(`^[^,:;.!?]{0,40},? *ngay *[0-9….]* *thang *[0-9….]* *nam *[0-9….]*\.?$`)
	onBehalf   = letters.Pattern(`^(tm|t/m|kt|tl|tuq|q)[. ] ?\S`)
	ruler      = letters.Pattern(`^[\s\-–—_=*.…]+$`)
)

// titles begin the title of a letter or of a form, in capitals.
var titles = []string{"bao cao", "to trinh", "cong van", "phieu ", "ban gioi thieu", "ban thanh tich", "gioi thieu guong", "danh sach", "ban tom tat", "phu luc", "mo hinh moi"}

// subjects begin the line below it.
var subjects = []string{"ve viec", "v/v", "gioi thieu", "de nghi", "thanh tich", "tong hop", "(kem theo", "thang ", "quy ", "ket qua "}

// headings of the parts of a form say nothing themselves.
var headings = []string{"so luoc ly lich", "ly lich", "thong tin chung", "thong tin ca nhan", "thong tin tap the", "thong tin ho", "thong tin nguoi duoc gioi thieu"}

// signers stand alone above a signature.
var signers = []string{
	"chu tich", "pho chu tich", "hieu truong", "pho hieu truong", "giam doc", "truong phong", "pho truong phong", "bi thu", "pho bi thu", "truong tram",
	"truong ban", "thu truong don vi", "nguoi bao cao", "nguoi viet", "nguoi gioi thieu", "nguoi lap", "nguoi lap bieu", "xac nhan cua", "dai dien", "don vi gioi thieu",
	"chi huy truong", "pho chi huy truong", "truong cong an", "pho truong cong an", "doi truong", "chinh tri vien", "don truong", "chu nhiem", "tong bien tap",
}

// mark finds the lines that are unmistakable, each by itself.
func (l letter) mark() {
	for i, line := range l.lines {
		l.part[i] = partOf(line)
		if l.part[i] == said && i > 0 && l.part[i-1] == title && letters.Len(line) <= report.MaxTitle && begins(bare(line), subjects) && !labelled(line) {
			l.part[i] = title
		}
	}
}

// partOf tells what a line is.
func partOf(line string) part {
	line = strings.TrimSpace(line)
	folded, capitals := bare(line), letters.IsCapitals(line)
	switch {
	case strings.Contains(folded, "cong hoa xa hoi chu nghia"), capitals && strings.Contains(folded, "dang cong san viet nam"), strings.Contains(strings.NewReplacer("–", "-", " ", "").Replace(folded), "doclap-tudo-hanhphuc"):
		return nation
	case strings.HasPrefix(folded, "so") && numberLine().MatchString(folded), isDateLine(folded), strings.HasPrefix(folded, "v/v "):
		return reference
	case strings.HasPrefix(folded, "kinh gui"):
		return addressee
	case strings.HasPrefix(folded, "noi nhan"):
		return recipient
	case capitals && onBehalf().MatchString(folded), capitals && len(folded) < 60 && begins(folded, signers), isSigned(folded):
		return signature
	case capitals && begins(folded+" ", titles) && !labelled(line), isHeading(folded):
		return title
	case folded == "" && ruler().MatchString(line), strings.HasPrefix(folded, "tren day la "), isThanks(folded), strings.HasPrefix(folded, "can cu "):
		return passing
	}
	return said
}

// isDateLine reports whether a folded line says where and when a letter was
// written, and not when somebody was born.
func isDateLine(folded string) bool {
	return strings.Contains(folded, "ngay") && len(folded) <= 90 && dateLine().MatchString(folded) && !strings.HasPrefix(folded, "sinh ")
}

// bare is a line folded, without the number or bullet before it.
func bare(line string) string {
	return strings.TrimSpace(strings.TrimSuffix(letters.Fold(Unnumbered(line)), ":"))
}

func begins(s string, with []string) bool {
	for _, one := range with {
		if strings.HasPrefix(s, one) {
			return true
		}
	}
	return false
}

// isHeading reports whether a folded line is the heading of a part of a form.
func isHeading(folded string) bool {
	for _, one := range headings {
		if folded == one {
			return true
		}
	}
	return false
}

// isThanks reports whether a folded line only ends a letter.
func isThanks(folded string) bool {
	return strings.HasPrefix(folded, "tran trong") && len(folded) < 60
}

// isSigned reports whether a folded line is what stands in place of a signature.
func isSigned(folded string) bool {
	s := strings.Trim(folded, "() .")
	return strings.HasPrefix(s, "ky, ") || strings.HasPrefix(s, "ky ten") || strings.HasPrefix(s, "da ky") || s == "ky" || s == "ghi ro ho ten"
}

// labelled reports whether a line begins with the label of a field.
func labelled(line string) bool {
	_, _, kind := splitLabel(Unnumbered(line))
	_, heading := heads(line)
	return kind == knownLabel || heading
}

// official reports whether the marks make a letter, or a form with a title.
func (l letter) official() bool {
	titled := false
	for i, p := range l.part {
		switch p {
		case nation, reference, addressee, recipient:
			return true
		case title:
			titled = true
		}
		if titled && labelled(l.lines[i]) {
			return true
		}
	}
	return false
}

// head finds what else stands above the content: agencies, addressees one below
// the other, the sentence that leads over.
func (l letter) head() {
	last := -1
	for i, line := range l.lines {
		if labelled(line) {
			break
		}
		if p := l.part[i]; p == nation || p == reference || p == addressee || p == title {
			last = i
		}
	}
	above := true
	for i, line := range l.lines {
		if labelled(line) {
			return
		}
		switch {
		case i > 0 && l.part[i-1] == addressee && l.part[i] == said && (isItem(line) || strings.HasSuffix(strings.TrimSpace(l.lines[i-1]), ":")):
			l.part[i] = addressee
		case l.part[i] != said:
		case i <= last && (letters.IsCapitals(line) || above && isShort(line)):
			l.part[i] = passing
		case leadsOver(line):
			l.part[i] = passing
		}
		above = above && l.part[i] != reference && l.part[i] != addressee && l.part[i] != title
	}
}

// leadsOver reports whether a line is the sentence above the content, such as
// "Thực hiện công văn số …, đơn vị giới thiệu 01 gương như sau:".
func leadsOver(line string) bool {
	folded := letters.Fold(line)
	return strings.Contains(folded, "nhu sau") || strings.Contains(folded, "gui kem") || strings.HasSuffix(folded, ":") && letters.Len(line) > 20
}

// tail finds what belongs to recipients and signature below them, down to where
// something is said again.
func (l letter) tail() {
	in := said
	for i, line := range l.lines {
		switch p := l.part[i]; {
		case p == recipient || p == signature:
			in = p
		case p != said && p != passing || labelled(line):
			in = said
		case in == said || p == passing:
		case isShort(line) || in == recipient && (isItem(line) || strings.HasPrefix(bare(line), "luu:")):
			l.part[i] = in
		default:
			in = said
		}
	}
}

// isItem reports whether a line is one of a list with dashes.
func isItem(line string) bool { return strings.IndexAny(strings.TrimSpace(line), "-–+•") == 0 }

// isShort reports whether a line is no more than a name.
func isShort(line string) bool {
	line = strings.TrimSpace(line)
	return letters.Len(line) <= 40 && !strings.HasSuffix(line, ".") && !strings.Contains(line, ":")
}

var romanNumber = letters.Pattern(`^\s*(?:[IVX]+[.)]|\([0-9]{1,2}\))\s+`)

// Unnumbered is a line without the bullet or number before it.
func Unnumbered(line string) string {
	if line = strings.TrimSpace(line); strings.IndexAny(line, "IVX(") == 0 {
		line = romanNumber().ReplaceAllString(line, "")
	}
	line = strings.TrimLeftFunc(line, bullet)
	for {
		n := numberAt(line)
		if n == 0 {
			return strings.TrimSpace(line)
		}
		line = strings.TrimLeftFunc(line[n:], bullet)
	}
}

// numberAt is how long the number is with which a line of a list begins: up to
// three digits, and what parts them from the rest. A line may be nothing else.
func numberAt(line string) (n int) {
	for n < len(line) && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	switch {
	case n == 0:
		return letterAt(line)
	case n > 3:
		return 0
	case n == len(line) || strings.IndexByte(".)/:- ", line[n]) >= 0:
		return n
	}
	return 0
}

// letterAt is how long the letter is with which a line of a list begins: "a) ",
// "đ) ".
func letterAt(line string) int {
	first, size := utf8.DecodeRuneInString(line)
	if unicode.IsLower(first) && strings.HasPrefix(line[size:], ") ") {
		return size + 1
	}
	return 0
}

// bullet is a letter of a bullet before a line.
func bullet(r rune) bool {
	return strings.ContainsRune(" \t>-–—*•·+▪►✓.)/", r) || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) || r == '\ufe0f'
}

// heads reports whether a line is the label of a field as the heading of what
// follows: numbered or in capitals, and nothing after it.
func heads(line string) (key string, ok bool) {
	rest := Unnumbered(line)
	if rest == strings.TrimSpace(line) && !letters.IsCapitals(rest) {
		return "", false
	}
	key = texts.FieldOf(rest)
	return key, key != ""
}
