package paste

import (
	"cmp"
	"maps"
	"strings"
	"unicode"

	"guongsang/internal/citizen"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// A Paste is a text as the labelled template understands it. Each of its letters
// is in a field, in the rest, or among what is left out and said to be.
type Paste struct {
	Labels int  // how many labels with a value were met
	Masked bool // the digits of citizens' numbers were taken away

	Text   string            // all of it
	Around []string          // what stood around the content of a letter or message
	Aside  []string          // what an introduction does not hold, such as numbers of telephones
	Fields map[string]string // question -> what was written for it
	Rest   string            // what stands under no known label
	// nameLabel is the label under which the name stands, folded: it may tell
	// what is introduced.
	nameLabel string
	deedLabel string // under which the deed stands, likewise
	passed    bool   // by somebody who cannot tell of a consent
}

// Read reads lines such as "Họ tên: …", in any order, with or without
// diacritics, bullets and numbers, with ":", "-" or a tab after the label, or the
// value below it, several on one line, and values that go on for several lines.
// What stands around the content of a letter is left out.
func Read(text string) Paste {
	raw := strings.TrimSpace(letters.Unstyled(letters.Clean(text)))
	raw, masked := citizen.MaskIDs(raw)
	p := Paste{Text: letters.Tidy(raw), Masked: masked, Fields: map[string]string{}}
	var lines []string
	for line := range strings.SplitSeq(letters.Unrolled(oneRow(raw), intent.UnitKinds), "\n") {
		lines = append(lines, fieldLines(line)...)
	}
	lines, p.Around = content(coloned(lines))
	r := reader{Paste: &p}
	for _, raw := range lines {
		r.line(letters.Tidy(raw))
	}
	p.Rest = strings.TrimSpace(strings.ReplaceAll(letters.WithoutPictures(strings.Join(r.Rest, "\n")), " \n", "\n"))
	p.bornAnew()
	var told []string
	p.Rest, told = cutNumbers(p.Rest, labelledNumber()) // nobody's business
	p.Aside = append(p.Aside, told...)
	p.partName()
	return p
}

// bornAnew takes the year of birth of a line that says that another was wrong: "em ghi nhầm,
// anh Thịnh sinh năm 1996 nhé".
func (p *Paste) bornAnew() {
	lines := strings.Split(p.Rest, "\n")
	for i, line := range lines {
		if i == 0 && p.Labels == 0 || !strings.Contains(line, "19") && !strings.Contains(line, "20") {
			continue
		}
		if m := bornRight().FindStringSubmatch(letters.Fold(line)); m != nil {
			p.Fields["born"], p.Aside = m[1], append(p.Aside, line)
			p.Rest = strings.TrimSpace(strings.Join(append(lines[:i:i], lines[i+1:]...), "\n"))
			return
		}
	}
}

// bornRight begins with what says that something was written wrong: of what is only told,
// "chuyển nhầm cho chị Hà sinh năm 1996", nothing is taken.
var bornRight = letters.Pattern(`^[-*+ ]*(?:(?:a|ah|o|ua|ui|oi|chet|xin loi|em|e|toi|minh|da|cho|chi|anh|oi)[ ,]+)*(?:(?:lai |lo |da )?(?:ghi|viet|go|danh|danh may|khai|bam|nhap|de)(?: \w+){0,2} )?(?:nham|sai|lon)\b.{0,40}\b(?:sinh|sn)(?: nam)?(?: la)?[ :]*((?:19|20)\d\d)\b.{0,30}$`)

// content parts the lines of a text into what it says and what stands around
// that, with labels that stand above their values joined to these.
func content(lines []string) (said, around []string) {
	said, around = body(joinHeads(lines))
	said, courtesy := withoutCourtesy(said)
	return said, append(around, courtesy...)
}

// A reader reads a paste line by line.
type reader struct {
	*Paste
	Rest   []string
	open   string // question whose value goes on
	sender bool   // what follows is about who writes, not about whom
	author bool   // who writes is the author
}

func (r *reader) line(raw string) {
	key, value, kind := r.label(raw)
	if kind == knownLabel {
		key = r.ofWhom(key)
	}
	switch {
	case kind == knownLabel && r.sender && (key == "place" || key == "position" || key == "phone" || key == "name" && r.Fields["name"] != ""):
		r.Aside = append(r.Aside, raw)
	case kind == knownLabel && r.Fields[key] != "" && !longFields[key]:
		r.saidAgain(key, raw)
	case kind == knownLabel:
		r.take(key, ticked(withoutLeaders(value)))
	case kind == asideLabel:
		if isSender(raw) {
			r.sender, r.author = true, false
		}
		r.Aside, r.open = append(r.Aside, raw), ""
	case r.Fields["consent"] == "" && len(strings.Fields(raw)) <= longestConsent && intent.GivesConsent(raw):
		r.Fields["consent"], r.open = raw, ""
	case r.open == "" && headOf(raw) != "": // the head of a table
		r.Around = append(r.Around, raw)
	case kind == otherLabel, r.open == "" || !r.goesOn(r.open):
		r.Rest, r.open = append(r.Rest, raw), ""
	default:
		r.takeMore(raw)
	}
}

// longestConsent is how many words a line has at most that says no more than what somebody
// agreed to: a whole introduction may end with that.
const longestConsent = 25

// ofWhom is the field that a label means: behind the author's name stand the
// author's unit and number.
func (r *reader) ofWhom(key string) string {
	switch {
	case key == "name":
		r.author = false
	case key == "author":
		r.sender, r.author = true, true
	case r.author && key == "phone":
		return "authorphone"
	case r.author && key == "place" && r.Fields["authorunit"] == "":
		return "authorunit"
	}
	return key
}

// saidAgain keeps a line whose field was said already with the rest. Beside
// another name a model says what is introduced.
func (r *reader) saidAgain(key, raw string) {
	_, value, _ := strings.Cut(raw, ":")
	value = strings.TrimSpace(value)
	switch {
	case key == "category" && letters.Fold(value) == letters.Fold(r.Fields["category"]):
		return
	case key == "name" && namesModel(raw):
		r.Fields["category"] = cmp.Or(r.Fields["category"], texts.Category(report.NewModel))
		if r.Fields["title"] == "" && value != "" {
			r.take("title", value)
			r.open = ""
			return
		}
	}
	r.Rest, r.open = append(r.Rest, raw), ""
}

// takeMore takes a line that goes on from the one above.
func (r *reader) takeMore(raw string) {
	if r.Fields[r.open] == "" {
		r.take(r.open, withoutLeaders(raw))
	} else {
		r.add(r.open, raw)
	}
}

// take takes what stands after a label. Numbers that are nobody's business do not
// stay in a short value.
func (r *reader) take(key, value string) {
	r.open = key
	r.sender = r.sender && key != "name"
	if !longFields[key] && key != "consent" && key != "phone" && key != "authorphone" {
		var numbers string
		switch value, numbers = WithoutNumbers(value); {
		case numbers != "" && key == "author" && r.Fields["authorphone"] == "":
			r.add("authorphone", numbers)
		case numbers != "":
			r.Aside = append(r.Aside, numbers)
		}
	}
	if right, ok := letters.TakenBack(value); ok && !longFields[key] && key != "consent" && strings.HasSuffix(value, right) && right != "" {
		r.Aside, value = append(r.Aside, strings.TrimSpace(strings.TrimSuffix(value, right))), right
	}
	r.add(key, value)
	if value != "" && (key != "author" || r.Labels > 0) { // who wrote below an article is no template
		r.Labels++
	}
}

// label cuts the label off a line, and keeps that of the name.
func (p *Paste) label(line string) (key, value string, kind labelKind) {
	bare := Unnumbered(line)
	key, value, kind = splitLabel(bare)
	if kind != knownLabel && kind != asideLabel {
		if head, ok := heads(line); ok {
			key, value, kind = head, "", knownLabel
		}
	}
	if kind == knownLabel && key == "name" && (p.nameLabel == "" || p.Fields["name"] == "") {
		p.nameLabel = letters.Fold(bare[:len(bare)-len(value)])
		p.takeRole(strings.TrimRight(bare[:len(bare)-len(value)], " :："))
	}
	if kind == knownLabel && key == "summary" && p.deedLabel == "" {
		p.deedLabel = letters.Fold(bare[:len(bare)-len(value)])
	}
	return key, value, kind
}

// takeRole keeps what a label says of the person who is named behind it: Giáo viên
// tiểu học: Lò Thị Xuân.
func (p *Paste) takeRole(label string) {
	if !texts.SaysRole(label) {
		return
	}
	words := strings.Fields(label)
	for n := 1; n < len(words); n++ {
		if texts.FieldOf(strings.Join(words[n:], " ")) == "name" { // giáo viên Họ và tên
			words = words[:n]
		}
	}
	role := strings.Join(words, " ")
	if p.Fields["position"] == "" {
		p.add("position", role)
		return
	}
	p.Aside = append(p.Aside, role)
}

func (p Paste) add(key, value string) {
	p.Fields[key] = strings.TrimSpace(p.Fields[key] + "\n" + value)
}

// goesOn reports whether a line without a label belongs to the value above:
// to a text it does, to a name or a year only if they are still empty.
func (p Paste) goesOn(key string) bool { return longFields[key] || p.Fields[key] == "" }

// AgeWord is the word after an age, as package dates reads it.
const AgeWord = "tuoi"

type labelKind int

const (
	noLabel labelKind = iota
	knownLabel
	asideLabel // a label of what an introduction does not hold
	otherLabel // a label of something that is not asked
)

// FieldLabelled is the field whose label a line begins with, and the value behind it.
func FieldLabelled(line string) (key, value string, ok bool) {
	key, value, kind := splitLabel(line)
	return key, value, kind == knownLabel
}

// splitLabel cuts the label off a line.
func splitLabel(line string) (key, value string, kind labelKind) {
	label, value, ok := strings.Cut(strings.ReplaceAll(line, "：", ":"), ":")
	if strings.Contains(label, "0") { // "H0 và tên", as a scanner reads it
		label = zerosRead(label)
	}
	if ok {
		value = strings.TrimSpace(value)
		if texts.NamesKind(label) && value != "" || texts.AddressesPerson(label) && !letters.Marked(label, "anh") && (isPerson(BareName(nameBefore(value))) || rankedName(value) != "") {
			return "name", value, knownLabel
		}
		if key := texts.FieldOf(label); key != "" {
			return key, value, knownLabel
		}
		if texts.IsAside(label) {
			return "", "", asideLabel
		}
		if key, value := byValue(label, value); key != "" {
			return key, value, knownLabel
		}
	}
	if key, value, kind := spacedLabel(line); kind != noLabel {
		return key, value, kind
	}
	if ok && letters.Len(label) <= 25 && len(strings.Fields(label)) <= 4 && label != "" {
		return "", "", otherLabel
	}
	for _, dash := range []string{" - ", " – ", " — ", "- ", "-", "–"} {
		label, value, ok := strings.Cut(line, dash)
		if !ok {
			continue
		}
		if key := texts.FieldOf(label); key != "" {
			return key, strings.TrimSpace(value), knownLabel
		}
	}
	return "", "", noLabel
}

// zerosRead takes a zero behind a letter for the letter that it looks like.
func zerosRead(label string) string {
	inWord := false
	return strings.Map(func(r rune) rune {
		if inWord && r == '0' {
			inWord = false
			return 'o'
		}
		inWord = unicode.IsLetter(r)
		return r
	}, label)
}

// byValue is the field of a label that means one only with such a value: "Hình thức:
// Điển hình tiên tiến", "Tuổi: 54".
func byValue(label, value string) (key, meant string) {
	switch folded := letters.Fold(label); {
	case folded == "hinh thuc" && categoryTitled([]string{value}) != "":
		return "category", value
	case folded == "tuoi" && value != "" && len(value) <= 3 && letters.IsDigits(value):
		return "born", value + " " + AgeWord
	}
	return "", value
}

var (
	bornLine     = letters.Pattern(`^(?:tuoi ?: ?)?(?:` + vietnamese.Born + `)[ :]+(\d[^;.,]*(?:[.]\d[^;.,]*)*)[;.,]?$`)
	numberedLine = letters.Pattern(`^(?:so )?(?:cccd|cmnd|can cuoc(?: cong dan)?|dinh danh(?: ca nhan)?|the bhyt|dien thoai|dt|sdt|tai khoan|stk)[ :.]+(?:so )?[\d•+(]`)
	honourLine   = letters.Pattern(`^(?:quyet dinh khen|duoc tang|da duoc tang|da duoc khen) `)
)

// spacedLabel cuts off the labels that people write without a colon at the
// beginning of a line of its own.
func spacedLabel(line string) (key, value string, kind labelKind) {
	if len(line) > 2*report.MaxName {
		return "", "", noLabel
	}
	folded := letters.Fold(line)
	if m := bornLine().FindStringSubmatch(folded); m != nil {
		return "born", m[1], knownLabel
	}
	switch {
	case numberedLine().MatchString(folded):
		return "", "", asideLabel
	case honourLine().MatchString(folded):
		return "honoured", line, knownLabel
	}
	return "", "", noLabel
}

// isSender reports whether a line begins with a label of who writes.
func isSender(line string) bool {
	label, _, _ := strings.Cut(Unnumbered(line), ":")
	return texts.IsSender(label)
}

// box is one to tick, and whether it is.
var box = letters.Pattern(`\[\s*([xX✓✔v]?)\s*\]|([☐□])|([☑☒])`)

// ticked is of a value with boxes what the ticked ones say.
func ticked(value string) string {
	boxes := box().FindAllStringSubmatchIndex(value, -1)
	if len(boxes) < 2 || strings.TrimSpace(value[:boxes[0][0]]) != "" {
		return value
	}
	var said []string
	for i, at := range boxes {
		end := len(value)
		if i+1 < len(boxes) {
			end = boxes[i+1][0]
		}
		if at[6] >= 0 || at[2] >= 0 && at[3] > at[2] {
			said = append(said, strings.TrimSpace(value[at[1]:end]))
		}
	}
	return strings.Join(said, ", ")
}

// Introduces reports whether a text that nobody asked for is an introduction:
// by its labels, or by whom and what it tells of. What was forwarded may be shorter.
func (p Paste) Introduces(forwarded bool) bool {
	if p.IsTalk() {
		return false
	}
	said := p.Fields["name"] != "" || p.Fields["title"] != "" || p.Fields["summary"] != ""
	what := p.content()
	return p.Labels >= 2 && said || Long(what) || (forwarded && letters.Len(what) >= report.MinSummary || Tells(what)) && p.speaksOfSomebody()
}

// content is the text without what stands around it.
func (p Paste) content() string {
	if p.Labels == 0 && len(p.Around) > 0 {
		return p.Rest
	}
	return p.Text
}

// WithoutConsent leaves out what a text says of consents: what somebody passes on
// is no consent that was given to the agency. It reports whether there was any.
func (p Paste) WithoutConsent() (left Paste, said bool) {
	p.Fields = maps.Clone(p.Fields)
	for _, key := range []string{"consent", "child", "guardian"} {
		said = said || p.Fields[key] != ""
		delete(p.Fields, key)
	}
	p.passed = true
	return p, said || intent.ConsentTold(p.Rest) != ""
}
