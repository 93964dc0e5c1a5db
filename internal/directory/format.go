package directory

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A format is how a spreadsheet shows a number: 000 shows 1 as 001 (ECMA-376
// part 1, 18.8.30 and 18.8.31). What makes no difference in a list of units is not
// taken over: separators of thousands, which each country has its own of, and
// colours. Fractions, exponents and conditions are shown as plain numbers.
type format struct {
	kind     kindOfFormat
	sections []section // for positive, negative, zero, text; fewer if they are the same
}

type kindOfFormat byte

const (
	plainNumber kindOfFormat = iota
	pattern
	dayShown  // a date that shows which number is the day
	dayHidden // a date that each country shows its own way, or that shows the month first
	timeOnly
)

// A section is one pattern: its tokens in order.
type section []token

// A token is a letter that stands for itself, or a place of a number (0, # or ?),
// the point, the text (@), the plain number (G) or a hundredth (%).
type token struct {
	sign    byte // 0: a letter
	letters string
}

// maxFormat is how long a format may be, in letters, as in Excel.
const maxFormat = 255

// builtIn are the formats that need not be written down, as far as they show
// anything that matters here.
var builtIn = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 49: "@",
	15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm", 20: "h:mm", 21: "h:mm",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}

// formatOf reads a format. Those of dates in the order of the country have no code
// of their own: 14, 22, and in East Asia others.
func formatOf(id int, code string) *format {
	if code == "" {
		code = builtIn[id]
	}
	switch {
	case code == "" && (id == 14 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58):
		return &format{kind: dayHidden}
	case code == "", utf8.RuneCountInString(code) > maxFormat, strings.EqualFold(code, "general"):
		return nil
	}
	if kind, ok := kindOfDate(code); ok {
		return &format{kind: kind}
	}
	sections, ok := sectionsOf(code)
	if !ok {
		return nil
	}
	return &format{kind: pattern, sections: sections}
}

// kindOfDate tells the formats of dates and times by their letters.
func kindOfDate(code string) (kindOfFormat, bool) {
	bare := strings.ToLower(unquoted(code))
	if strings.Contains(bare, "general") || !strings.ContainsAny(bare, "ymdhs") {
		return 0, false
	}
	day, month, year := strings.IndexByte(bare, 'd'), strings.IndexByte(bare, 'm'), strings.IndexByte(bare, 'y')
	switch {
	case year < 0 && day < 0:
		return timeOnly, true
	case strings.Contains(bare, "mmm"), day < month, year >= 0 && year < month:
		return dayShown, true
	}
	return dayHidden, true
}

// unquoted is a format without what stands for itself, and without brackets.
func unquoted(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i += skipTo(code[i+1:], '"')
		case '[':
			i += skipTo(code[i+1:], ']')
		case '\\', '_', '*':
			i++
		default:
			b.WriteByte(code[i])
		}
	}
	return b.String()
}

// skipTo is how far it is to behind the next c.
func skipTo(s string, c byte) int {
	if i := strings.IndexByte(s, c); i >= 0 {
		return i + 1
	}
	return len(s)
}

// sectionsOf reads a pattern; ok is whether it is one that is known here.
func sectionsOf(code string) (sections []section, ok bool) {
	var s section
	for i := 0; i < len(code); {
		c, n := utf8.DecodeRuneInString(code[i:])
		rest := code[i+n:]
		switch {
		case c == ';':
			sections, s = append(sections, s), nil
		case c == '"':
			n += skipTo(rest, '"')
			s = append(s, token{letters: strings.TrimSuffix(code[i+1:i+n], `"`)})
		case c == '\\' && rest != "":
			_, m := utf8.DecodeRuneInString(rest)
			s = append(s, token{letters: rest[:m]})
			n += m
		case c == '_' && rest != "" || c == '*' && rest != "":
			_, m := utf8.DecodeRuneInString(rest) // a space of its width, or filled with it
			n += m
		case c == '[':
			n += skipTo(rest, ']')
			switch {
			case rest != "" && strings.ContainsRune("<>=", rune(rest[0])):
				return nil, false
			case strings.HasPrefix(rest, "$"):
				sign, _, _ := strings.Cut(strings.TrimSuffix(code[i+2:i+n], "]"), "-")
				s = append(s, token{letters: sign})
			}
		case strings.ContainsRune("0#?.%@", c):
			s = append(s, token{sign: byte(c)})
		case c == ',': // between thousands
		case c == '/' || (c == 'E' || c == 'e') && (strings.HasPrefix(rest, "+") || strings.HasPrefix(rest, "-")):
			return nil, false
		case len(code)-i >= 7 && strings.EqualFold(code[i:i+7], "general"):
			s = append(s, token{sign: 'G'})
			n = 7
		default:
			s = append(s, token{letters: code[i : i+n]})
		}
		i += n
	}
	return append(sections, s), true
}

// text shows a text.
func (f *format) text(v string) string {
	if f == nil || f.kind != pattern || v == "" {
		return v
	}
	last := f.sections[len(f.sections)-1]
	if len(f.sections) < 4 && !last.has('@') {
		return v
	}
	var b strings.Builder
	for _, t := range last {
		if t.sign == '@' {
			b.WriteString(v)
		}
		b.WriteString(t.letters)
	}
	return clean(b.String())
}

func (s section) has(sign byte) bool {
	for _, t := range s {
		if t.sign == sign {
			return true
		}
	}
	return false
}

// sure marks a date of the spreadsheet's own, and unsure one of which a person may
// have seen the month in the place of the day. No cell has these signs otherwise:
// they are cleaned away.
const (
	sure   = "\ufeff"
	unsure = "\u2060"
)

// shown is a cell as a person sees it, who sees no marks.
func shown(v string) string {
	iso := strings.TrimRight(v, sure+unsure)
	if iso == v {
		return v
	}
	d, _ := texts.ReadDay(iso)
	return texts.Day(d)
}

// number shows a number.
func (f *format) number(v string, t table) string {
	switch f.kind {
	case dayShown, dayHidden:
		whole, _, _ := strings.Cut(v, ".")
		day, ok := t.serialDay(whole)
		if !ok {
			return general(v)
		}
		return f.day(day.String())
	case pattern:
		return f.patterned(v)
	}
	return general(v)
}

// day marks a date. Strict workbooks keep theirs written out, but what a person meant
// by one is as open in them as in all others.
func (f *format) day(iso string) string {
	_, ok := texts.ReadDay(iso)
	switch {
	case f == nil || !ok:
	case f.kind == dayHidden:
		return iso + unsure
	case f.kind == dayShown:
		return iso + sure
	}
	return iso
}

// patterned shows a number by the section that is for it.
func (f *format) patterned(v string) string {
	n, ok := numeric(v)
	if !ok {
		return v
	}
	i, sign := 0, ""
	switch {
	case n < 0 && len(f.sections) > 1:
		i = 1
	case n == 0 && len(f.sections) > 2:
		i = 2
	case n < 0:
		sign = "-"
	}
	s := f.sections[i]
	if s.has('@') && !s.has('0') && !s.has('#') {
		return general(v)
	}
	return clean(sign + s.number(strings.TrimPrefix(v, "-"), math.Abs(n)))
}

// number puts the digits of a number into their places, from the right.
func (s section) number(v string, n float64) string {
	whole, decimals := s.digits(v, n)
	places := 0
	for _, t := range s {
		if t.sign == '.' {
			break
		}
		if t.isPlace() {
			places++
		}
	}
	var b strings.Builder
	point, left := false, places
	for _, t := range s {
		switch {
		case t.sign == '.':
			point = true
			if decimals != "" {
				b.WriteByte('.')
			}
		case t.sign == 'G':
			b.WriteString(general(v))
		case t.sign == '%':
			b.WriteByte('%')
		case t.isPlace() && point:
			if decimals != "" {
				b.WriteByte(decimals[0])
				decimals = decimals[1:]
			}
		case t.isPlace():
			from := max(0, len(whole)-left)
			if left == places {
				b.WriteString(whole[:from]) // more digits than places
			}
			if len(whole) >= left {
				b.WriteByte(whole[from])
			} else if t.sign == '0' {
				b.WriteByte('0')
			}
			left--
		default:
			b.WriteString(t.letters)
		}
	}
	return b.String()
}

func (t token) isPlace() bool { return t.sign == '0' || t.sign == '#' || t.sign == '?' }

// digits are those before the point, none for 0, and as many behind it as there
// are places, at least those that are always shown.
func (s section) digits(v string, n float64) (whole, decimals string) {
	point, places, least := false, 0, 0
	for _, t := range s {
		switch {
		case t.sign == '.':
			point = true
		case t.sign == '%':
			n *= 100
		case point && t.isPlace():
			places++
			if t.sign == '0' {
				least = places
			}
		}
	}
	all := strconv.FormatFloat(n, 'f', min(places, 30), 64)
	if isDigits(v) && !s.has('%') && places == 0 {
		all = v // longer than a float holds
	}
	whole, decimals, _ = strings.Cut(all, ".")
	for len(decimals) > least && decimals[len(decimals)-1] == '0' {
		decimals = decimals[:len(decimals)-1]
	}
	return strings.TrimLeft(whole, "0"), decimals
}

func isDigits(v string) bool { return v != "" && strings.Trim(v, "0123456789") == "" }

// numeric reads a number as workbooks keep them.
func numeric(v string) (float64, bool) {
	if strings.Trim(v, "0123456789+-.eE") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(v, 64)
	return n, err == nil
}

// maxGeneral is how many digits of a number are kept: a float holds no more.
const maxGeneral = 15

// general shows a number plainly: 1.0 as 1, 0.30000000000000004 as 0.3.
func general(v string) string {
	if isDigits(v) && v[0] != '0' {
		return v
	}
	n, ok := numeric(v)
	if !ok || math.Abs(n) >= 1e15 || n != 0 && math.Abs(n) < 1e-4 {
		return v
	}
	short, _ := numeric(strconv.FormatFloat(n, 'g', maxGeneral, 64))
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// serialDay reads a day as spreadsheets count them.
func (t table) serialDay(serial string) (report.Date, bool) {
	n, err := strconv.Atoi(serial)
	if err != nil || n < 10_000 || n > 80_000 {
		return report.Date{}, false
	}
	first := report.NewDate(1899, 12, 30)
	if t.from904 {
		first = report.NewDate(1904, 1, 1)
	}
	return first.AddDays(n), true
}
