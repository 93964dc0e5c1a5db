package paste

import (
	"slices"
	"strings"

	"guongsang/internal/citizen"
	"guongsang/internal/docx"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// PersonsIn are those whom a pasted text introduces, as Persons finds them in a
// document: rows of a table, and labels that come again. Lines that each begin
// with another name introduce one each as well.
func PersonsIn(text string) (all []Person, rest string, more int) {
	text = strings.TrimSpace(letters.Clean(text))
	if !strings.Contains(text, "\n") {
		masked, _ := citizen.MaskIDs(text)
		if all, rest = countedOut(masked); len(all) > 1 {
			return all, rest, 0
		}
		return []Person{{Text: text}}, "", 0
	}
	text, _ = citizen.MaskIDs(text)
	text = letters.Unstyled(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = withoutOrdinal(line)
	}
	if mayRepeat(lines) {
		if all, rest, more = Persons(documentOf(lines)); len(all) > 1 {
			return all, rest, more
		}
	}
	if all, rest, more = listed(lines); len(all) > 1 {
		return all, rest, more
	}
	of := page{}
	for _, line := range lines {
		of.lines = append(of.lines, pageLine{text: line})
	}
	if all, rest = of.headed(); len(all) > 1 {
		return all, rest, 0
	}
	if all, rest = countedOut(text); len(all) > 1 {
		return all, rest, 0
	}
	return []Person{{Text: text}}, "", 0
}

// withoutOrdinal is a line without the words that only number an example: "Gương 1:".
func withoutOrdinal(line string) string {
	if head, rest, ok := strings.Cut(line, ":"); ok && len(head) < 40 && ordinalHead().MatchString(letters.Fold(Unnumbered(head))) && labelled(rest) {
		return strings.TrimSpace(rest)
	}
	return line
}

var ordinalHead = letters.Pattern(`^(?:guong|truong hop|nguoi|ca nhan|tap the)(?: (?:dien hinh|nguoi tot viec tot|tieu bieu))?(?: so| thu)? (?:\d{1,2}|nhat|mot|hai|ba|tu|bon|nam|[ivx]{1,4})$`)

// documentOf is a text as a document of its lines.
func documentOf(lines []string) (d docx.Document) {
	for _, line := range lines {
		d.Body = append(d.Body, docx.Block{Text: barred(line)})
	}
	return d
}

// oneRow is a text that is a table with one person in it as labels with their
// values, one a line.
func oneRow(text string) string {
	if !strings.ContainsAny(text, "\t|") || !strings.Contains(text, "\n") {
		return text
	}
	var p page
	p.blocks(documentOf(strings.Split(text, "\n")).Body)
	if len(p.persons) != 1 || p.more > 0 {
		return text
	}
	return strings.TrimSpace(textOf(p.lines) + "\n" + p.persons[0].Text)
}

// mayRepeat reports whether lines may introduce several in the way of documents:
// in columns, or with the label of the name twice.
func mayRepeat(lines []string) bool {
	names := 0
	for _, line := range lines {
		if strings.ContainsAny(line, "\t|") {
			return true
		}
		if key, _, kind := splitLabel(Unnumbered(line)); kind == knownLabel && key == "name" {
			names++
		}
	}
	return names > 1
}

// barred is a line with tabs where it has bars between its columns.
func barred(line string) string {
	if strings.Count(line, "|") < 2 {
		return line
	}
	cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return strings.Join(cells, "\t")
}

// listed are the persons of lines that each begin with another person's name and
// tell more of it. What stands above them is the rest.
func listed(lines []string) (all []Person, rest string, more int) {
	first := slices.IndexFunc(lines, isListed)
	if first < 0 || !slices.ContainsFunc(lines[first+1:], func(line string) bool {
		return isListed(line) || bulletOf(line) != "" && bulletOf(line) == bulletOf(lines[first]) && isGroup(Unnumbered(line)) && strings.Contains(line, ":")
	}) {
		return nil, "", 0
	}
	said, _ := content(lines)
	var above []string
	known, item := map[string]bool{}, ""
	for _, line := range said {
		switch name := listedName(line); {
		case name != "" && !known[letters.Fold(name)]:
			known[letters.Fold(name)], item = true, bulletOf(line)
			all = append(all, Person{Name: name, Text: texts.FieldName("name", report.Content{}) + ": " + name + "\n" + Unnumbered(line)})
		case len(all) > 0 && bulletOf(line) != "" && bulletOf(line) == item:
			head, _, _ := strings.Cut(nameBefore(Unnumbered(line)), ":")
			all = append(all, Person{Name: head, Text: Unnumbered(line)})
		case len(all) == 0:
			above = append(above, line)
		case !blank(line):
			all[len(all)-1].Text += "\n" + line
		}
	}
	if len(all) > maxPersons {
		all, more = all[:maxPersons], len(all)-maxPersons
	}
	return all, strings.TrimSpace(strings.Join(above, "\n")), more
}

func isListed(line string) bool { return listedName(line) != "" }

// bulletOf is the bullet before a line of a list, "1" for any number.
func bulletOf(line string) string {
	line = strings.TrimSpace(line)
	switch mark := strings.TrimSpace(strings.TrimSuffix(line, Unnumbered(line))); {
	case mark == "":
		return ""
	case mark[0] >= '0' && mark[0] <= '9':
		return "1"
	default:
		return mark
	}
}

// listedName is the name with which a line of a list begins, before a mark or the
// place; "" if it has none, or nothing more.
func listedName(line string) string {
	if strings.IndexByte(line, '\t') >= 0 {
		return ""
	}
	bare := Unnumbered(line)
	if name := labelledItem(line, bare); name != "" {
		return name
	}
	name := nameTold(letters.First(bare, 60))
	if head := nameBefore(bare); name == "" && bulletOf(line) != "" && isPerson(BareName(head)) && letters.Capital(head) {
		name = BareName(head)
	}
	if name == "" || !isPerson(name) {
		return ""
	}
	before, after, _ := strings.Cut(bare, name)
	if len(strings.Fields(before)) > 2 || len(strings.Fields(after)) < 3 || labelled(line) || onlyReached(after) {
		return ""
	}
	if after = strings.TrimSpace(after); strings.IndexAny(after, ":,(;") == 0 || strings.HasPrefix(after, "-") || strings.HasPrefix(after, "–") || strings.HasPrefix(letters.Fold(after), "o ") {
		return name
	}
	return ""
}

// labelledItem is the name in a numbered line of a list that says whose it is:
// "1. Tập thể: Chi hội … – vận động …".
func labelledItem(line, bare string) string {
	if bare == strings.TrimSpace(line) {
		return ""
	}
	key, value, kind := splitLabel(bare)
	name := nameBefore(value)
	if kind != knownLabel || key != "name" || len(strings.Fields(value[len(name):])) < 4 {
		return ""
	}
	if isPerson(BareName(name)) {
		return BareName(name)
	}
	return name
}

// onlyReached reports whether what stands behind a name is hardly more than a number
// by which somebody is reached: a list of those who are on duty introduces nobody.
func onlyReached(after string) bool {
	rest, out := WithoutNumbers(after)
	return out != "" && len(strings.Fields(rest)) <= 6
}
