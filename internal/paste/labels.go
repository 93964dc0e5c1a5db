package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// longFields are the fields whose value may be long and go on for lines.
var longFields = map[string]bool{"summary": true, "results": true, "spread": true, "honoured": true,
	"quote": true, "article": true, "captions": true, "lasting": true}

// ChoiceFields are the fields of questions that have choices; the questionnaire
// has the same (TestChoiceFields).
var ChoiceFields = map[string]bool{
	"unit": true, "category": true, "object": true, "consent": true, "under16": true, "child": true, "guardian": true, "gender": true, "groups": true, "field": true,
	"theme": true, "proposal": true, "cleared": true, "leads": true,
}

// fieldLines parts a line into lines with one label each: what stands in columns,
// and the labels that stand in the middle, after a semicolon, a comma or a gap.
func fieldLines(line string) (lines []string) {
	for _, one := range columnLines(line) {
		lines = append(lines, midLabels(one)...)
	}
	return lines
}

// maxTabs is how many tabs a line has at most that is set in columns.
const maxTabs = 20

// columnLines puts the cells of a line with tabs together: label and value. What
// stands under no label stays one line.
func columnLines(line string) (lines []string) {
	if tabs := strings.Count(line, "\t"); tabs == 0 || tabs > maxTabs {
		return []string{strings.ReplaceAll(line, "\t", " ")}
	}
	if label, value, ok := strings.Cut(strings.Trim(line, "\t "), "\t"); ok && isChoice(label) && !strings.Contains(value, "\t") {
		return []string{strings.TrimSuffix(strings.TrimSpace(label), ":") + ": " + strings.TrimSpace(value)}
	}
	for cell := range strings.SplitSeq(line, "\t") {
		cell = strings.TrimLeft(strings.TrimSpace(cell), ": ")
		last := len(lines) - 1
		switch {
		case cell == "":
		case last < 0, isLabel(cell) && Unnumbered(lines[last]) != "", labelled(cell):
			lines = append(lines, cell)
		case isLabel(lines[last]) && !strings.HasSuffix(lines[last], ":"):
			lines[last] += ": " + cell
		default:
			lines[last] += " " + cell
		}
	}
	return lines
}

// isChoice reports whether a cell is the label of a question that has choices:
// beside it stands one, even if it is a label elsewhere.
func isChoice(label string) bool {
	return ChoiceFields[texts.FieldOf(Unnumbered(label))]
}

// isLabel reports whether a text is a label and nothing else.
func isLabel(s string) bool {
	s = Unnumbered(s)
	return s != "" && letters.Len(s) <= 60 && (strings.HasSuffix(s, ":") && strings.Count(s, ":") == 1 || texts.FieldOf(s) != "")
}

// marks finds what may stand before a label in the middle of a line, with the
// blanks around: a sign that ends something, a gap, a dash or a bar.
func marks(line string) (all [][2]int) {
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ';' || c == ',' || c == '.' || c == ':':
			end := i + 1 + blanks(line[i+1:])
			all = append(all, [2]int{i, end})
			i = end
		case c == ' ':
			end := i + blanks(line[i:])
			if dash := dashAt(line[end:]); dash > 0 && blanks(line[end+dash:]) > 0 {
				end += dash + blanks(line[end+dash:])
				all = append(all, [2]int{i, end})
			} else if end-i > 1 {
				all = append(all, [2]int{i, end})
			}
			i = end
		default:
			i++
		}
	}
	return all
}

// blanks is how many blanks a text begins with.
func blanks(s string) (n int) {
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}

// dashAt is how long the dash or bar is with which a text begins, in bytes.
func dashAt(s string) int {
	for _, dash := range []string{"-", "|", "–", "—"} {
		if strings.HasPrefix(s, dash) {
			return len(dash)
		}
	}
	return 0
}

// longestNumber is how long a bullet or number before a line is at most, in bytes.
const longestNumber = 12

// midLabels cuts a line before each label in the middle of it.
func midLabels(line string) (lines []string) {
	key, _, kind := splitLabel(Unnumbered(line))
	start, from, commas := 0, 0, 0
	if kind == knownLabel {
		from = max(0, strings.IndexByte(line, ':')) // a label may have commas in it
	}
	for _, at := range marks(line) {
		if at[0] < from || at[0] == from && from > 0 || at[0]-start < longestNumber && Unnumbered(line[start:at[0]]) == "" {
			continue
		}
		between := line[at[0]:at[1]]
		next, is := labelAt(line[at[1]:], key, between)
		comma := strings.TrimSpace(between) == ","
		if is == noLabel || !cutsBefore(between, line[at[1]:], key, kind) && !(comma && commas > 1 && startsUpper(line[at[1]:])) {
			continue
		}
		if comma {
			commas++
		}
		lines = append(lines, line[start:at[0]])
		key, kind, start, from = next, is, at[1], at[1]
	}
	lines = append(lines, line[start:])
	parted := lines[:1:1]
	for _, one := range lines[1:] {
		label, value, ok := plainLabel(one)
		if !ok {
			parted = append(parted, one)
			continue
		}
		value, more, _ := strings.Cut(value, ",")
		if parted = append(parted, label+": "+value); strings.TrimSpace(more) != "" {
			parted = append(parted, strings.TrimSpace(more))
		}
	}
	return parted
}

// startsUpper reports whether a text begins with a capital letter.
func startsUpper(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first)
}

// cutsBefore reports whether a mark parts the value of a question from the label
// that follows. In a text that may be long, or under no label, only the end of a
// sentence before a capital letter does; a gap does everywhere.
func cutsBefore(mark, label, key string, kind labelKind) bool {
	short := kind == knownLabel && !longFields[key] || kind == asideLabel
	switch mark = strings.TrimSpace(mark); mark {
	case "", "|":
		return true
	case ":":
		return kind == otherLabel || kind == noLabel
	case ",":
		return short
	case ";", ".":
		return short || startsUpper(label)
	}
	return short
}

var twoWords = letters.Pattern(`^(\S+\s+\S+)\s+([^:]+)$`)

// plainLabel cuts off a label that people write without a colon after a name:
// when somebody was born, or of which people.
func plainLabel(s string) (label, value string, ok bool) {
	m := twoWords().FindStringSubmatch(s)
	if m == nil {
		return "", "", false
	}
	key := texts.FieldOf(m[1])
	return m[1], m[2], key == "born" || key == "ethnicity"
}

// longestLabel is how far a label with a short value is looked for, in bytes.
const longestLabel = 200

// labelAt reports whether a text begins with a label, and of which field. After a
// name and a comma or a gap some need no colon.
func labelAt(text, after, mark string) (key string, kind labelKind) {
	head, _, _ := strings.Cut(text[:min(len(text), longestLabel)], ";")
	if label, _, colon := strings.Cut(head, ":"); colon && letters.Len(label) <= 40 {
		if key = texts.FieldOf(label); key != "" {
			return key, knownLabel
		}
		if texts.IsAside(label) {
			return "", asideLabel
		}
	}
	if mark = strings.TrimSpace(mark); mark != "" && mark != "," && mark != ";" {
		return "", noLabel
	}
	first, _, _ := strings.Cut(head, ",")
	if label, _, plain := plainLabel(first); plain && after != "" && !longFields[after] {
		return texts.FieldOf(label), knownLabel
	}
	return "", noLabel
}

// joinHeads puts labels that stand alone on a line, without a colon, together
// with the value below. There are at least two in a text, one of them that of the
// name or of what was done.
func joinHeads(lines []string) []string {
	var at []int
	telling := false
	for i := 0; i+1 < len(lines); i++ {
		key := headOf(lines[i])
		if key == "" || headOf(lines[i+1]) != "" || blank(lines[i+1]) || labelled(lines[i+1]) {
			continue
		}
		telling = telling || key == "name" || key == "summary"
		at = append(at, i)
		i++
	}
	if len(at) < 2 || !telling {
		return lines
	}
	joined := make([]string, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		if len(at) > 0 && at[0] == i {
			joined, at = append(joined, strings.TrimSpace(lines[i])+": "+strings.TrimSpace(lines[i+1])), at[1:]
			i++
		} else {
			joined = append(joined, lines[i])
		}
	}
	return joined
}

// headOf is the question of a line that is a label without a colon, and no more.
func headOf(line string) string {
	if letters.Len(line) > 60 || strings.Contains(line, ":") {
		return ""
	}
	return texts.FieldOf(Unnumbered(line))
}

// leaders are the dots of a form to write on.
var leaders = letters.Pattern(`\s*(?:…|\.{4,}|_{4,})[….\s_]*`)

// withoutLeaders takes the dots of a form away.
func withoutLeaders(s string) string {
	if strings.Contains(s, "…") || strings.Contains(s, "....") || strings.Contains(s, "____") {
		s = leaders().ReplaceAllString(s, " ")
	}
	return strings.TrimSpace(s)
}
