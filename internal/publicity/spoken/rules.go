package spoken

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"

	"golang.org/x/text/unicode/norm"
)

// A match is a passage that a rule found, with what stands around it.
type match struct {
	groups        []string // the passage, then its parts
	before, after string
}

// A rule finds passages by their form and says them; not ok leaves one to the
// rules after it.
type rule struct {
	form func() *letters.Expression
	say  func(match) (said string, ok bool)
}

// wholes have short forms within them, and so are said before these.
var wholes = []rule{
	{letters.Pattern(`(?i)\bhttps?://\S+|\bwww\.\S+`), func(match) (string, bool) { return "", true }},
	{letters.Pattern(`[\pL\d._-]+@[\pL\d-]+(?:\.[\pL\d-]+)+`), func(m match) (string, bool) { return mail.Replace(m.groups[0]), true }},
	{letters.Pattern(`(\d+(?: ?m)?) ?[xX×] ?(\d+)`), func(m match) (string, bool) { return m.groups[1] + " nhân " + m.groups[2], !m.touchesBefore() }},
	{letters.Pattern(`\bSN:? ?((?:19|20)\d\d)\b`), func(m match) (string, bool) { return "sinh năm " + m.groups[1], true }},
	{letters.Pattern(`(?:\b[Nn]o\. ?|№ ?)(\d)`), func(m match) (string, bool) { return "số " + m.groups[1], true }},
	{documentForm, sayDocument},
	{partyForm, sayParty},
	{congressForm, sayCongress},
}

// rules are in the order in which they are applied.
var rules = []rule{
	{phoneForm, sayPhone},
	{hotlineForm, sayHotline},
	{allDayForm, sayAllDay},
	{clockRangeForm, sayClockRange},
	{clockForm, sayClock},
	{monthRangeForm, sayMonthRange},
	{dateForm, sayDate},
	{quarterForm, sayQuarter},
	{monthForm, sayMonth},
	{dayRangeForm, sayDayRange},
	{daysForm, sayDays},
	{dayForm, sayDay},
	{temperatureForm, sayTemperature},
	{millionsForm, sayMillions},
	{rangeForm, sayRange},
	{shareForm, shareOf},
	{ordinalForm, sayOrdinal},
	{romanForm, sayRomanForm},
	{monthNumberForm, sayMonthNumber},
	{amountForm, sayAmount},
	{perForm, sayPer},
	{unitAloneForm, sayUnitAlone},
	{vulgarForm, sayVulgar},
	{numberForm, sayNumber},
}

// Text writes a text as it is spoken. Paragraphs stay.
func Text(s string) string {
	lines := strings.Split(norm.NFC.String(s), "\n")
	for i, line := range lines {
		lines[i] = sayLine(line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func sayLine(s string) string {
	s = plain.Replace(strings.Map(ofThisScript, s))
	for _, r := range wholes {
		s = r.apply(s)
	}
	s = sayShortForms(s)
	for _, r := range rules {
		s = r.apply(s)
	}
	s = sayShortForms(signs.Replace(s)) // those behind what were digits and signs
	return tidy(strings.Map(speakable, s))
}

// mail has the signs of an address of mail as they are said.
var mail = strings.NewReplacer("@", " a còng ", ".", " chấm ", "_", " gạch dưới ", "-", " gạch ngang ")

// plain has one form of what is written in several.
var plain = strings.NewReplacer(
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", "\t", " ", "\u200b", "", "\ufeff", "", "–", "-", "—", "-", "‑", "-", "−", "-", "٪", "%", "％", "%",
	"⁄", "/", "m^2", "m²", "m^3", "m³", "Km", "km", "Kg", "kg", "℃", "°C", "º", "°", "Ha ", "ha ",
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
)

// signs are those that are left when all numbers are said.
var signs = strings.NewReplacer(
	"&", " và ", "+", " và ", "=", " bằng ", "~", " khoảng ", "≈", " khoảng ", "≥", " từ ", "≤", " không quá ", ">", " trên ", "<", " dưới ", "×", " nhân ",
	"%", " phần trăm ", "‰", " phần nghìn ", "°", " độ ", "₫", " đồng ", "$", " đô la ", "€", " ơ rô ", "²", " vuông ", "³", " khối ",
	"(", ", ", ")", ", ", "[", ", ", "]", ", ", "/", ", ", "#", "", "*", "", "_", " ", "•", "", "·", ",", "→", ", ", "|", ", ", "\\", " ",
)

// apply says all that a rule finds.
func (r rule) apply(s string) string {
	found := r.form().FindAllStringSubmatchIndex(s, -1)
	if found == nil {
		return s
	}
	var b strings.Builder
	at := 0
	for _, f := range found {
		m := match{before: s[:f[0]], after: s[f[1]:]}
		for i := 0; i < len(f); i += 2 {
			group := ""
			if f[i] >= 0 {
				group = s[f[i]:f[i+1]]
			}
			m.groups = append(m.groups, group)
		}
		said, ok := r.say(m)
		if !ok {
			continue
		}
		b.WriteString(s[at:f[0]])
		b.WriteString(apart(b.String(), said, s[f[1]:]))
		at = f[1]
	}
	b.WriteString(s[at:])
	return b.String()
}

// apart gives what was said a space on the sides on which it would touch a word.
func apart(before, said, after string) string {
	if said == "" {
		return ""
	}
	if r, _ := utf8.DecodeLastRuneInString(before); unicode.IsLetter(r) || unicode.IsDigit(r) {
		said = " " + said
	}
	if r, _ := utf8.DecodeRuneInString(after); unicode.IsLetter(r) || unicode.IsDigit(r) {
		said += " "
	}
	return said
}

// tidy mends the spaces and commas around what was said, and begins sentences with
// a capital.
func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = loneDash().ReplaceAllString(s, ", ")
	for _, fix := range [][2]string{{" ,", ","}, {" .", "."}, {" ;", ";"}, {" :", ":"}, {" !", "!"}, {" ?", "?"}} {
		s = strings.ReplaceAll(s, fix[0], fix[1])
	}
	s = commas().ReplaceAllStringFunc(s, func(run string) string { return cmp.Or(strings.Trim(run, ", "), ",") })
	s = strings.Trim(s, " ,")
	return capitalize(s)
}

var (
	loneDash = letters.Pattern(`(^| )-( |$)`)
	commas   = letters.Pattern(`,[, ]*[,.;:!?]|[;:!?](?: ?,)+`)
)

// capitalize gives the first letter of the text and of what follows a full stop its
// capital, which a number had none of.
func capitalize(s string) string {
	var b strings.Builder
	starts := true
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
			if starts {
				r = unicode.ToUpper(r)
			}
			starts = false
		case strings.ContainsRune("!?", r), r == '.' && strings.HasPrefix(s[i+1:], " ") && !initialBefore(s[:i]):
			starts = true
		case r != ' ' && r != '"' && r != '“':
			starts = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// initialBefore reports whether what stands before a dot is a single letter.
func initialBefore(s string) bool { return utf8.RuneCountInString(lastWord(s)) == 1 }

// lastWord is the last word of what stands before something, in small letters.
func lastWord(before string) string {
	before = strings.TrimRight(before, " ")
	return strings.ToLower(before[strings.LastIndexFunc(before, notOfWord)+1:])
}

// nextWord is the first word of what follows something, in small letters.
func nextWord(after string) string {
	after = strings.TrimLeft(after, " ")
	if end := strings.IndexFunc(after, notOfWord); end >= 0 {
		after = after[:end]
	}
	return strings.ToLower(after)
}

func notOfWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}

// touches reports whether a match is part of something longer: a letter or digit
// stands right before or after it.
func (m match) touches() bool {
	before, _ := utf8.DecodeLastRuneInString(m.before)
	after, _ := utf8.DecodeRuneInString(m.after)
	return !notOfWord(before) && m.before != "" || !notOfWord(after) && m.after != ""
}

// touchesBefore is touches on the one side.
func (m match) touchesBefore() bool {
	before, _ := utf8.DecodeLastRuneInString(m.before)
	return m.before != "" && !notOfWord(before)
}

// within reports whether digits stand before a match, across a mark: 9,5/10.
func (m match) within() bool { return begun().MatchString(m.before) }

var begun = letters.Pattern(`\d[.,/-]$`)

// goesOn reports whether digits go on behind a match, across a mark.
func (m match) goesOn() bool { return continued().MatchString(m.after) }

var continued = letters.Pattern(`^([.,/-]?\d|[/-]\d)`)

// Left lists what of a text is not written as spoken: digits, signs, and the short
// forms that are known.
func Left(s string) (all []string) {
	for _, field := range strings.Fields(norm.NFC.String(s)) {
		if strings.ContainsFunc(field, unspoken) || abbreviated(field) {
			all = append(all, field)
		}
	}
	return all
}

// ofThisScript drops a digit of another script before anything is said: what stands
// beside it is a word of its own then.
func ofThisScript(r rune) rune {
	if r > unicode.MaxASCII && unicode.IsDigit(r) {
		return -1
	}
	return r
}

// speakable drops a rune that no rule has said: a figure of another script.
func speakable(r rune) rune {
	if unspoken(r) {
		return -1
	}
	return r
}

// unspoken reports whether a rune is one that no voice reads: a number, or a sign
// that stands for words.
func unspoken(r rune) bool {
	return unicode.IsNumber(r) || strings.ContainsRune("%‰°₫$€&+=~≥≤<>/#@", r)
}
