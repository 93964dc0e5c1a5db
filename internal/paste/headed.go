package paste

import (
	"slices"
	"strings"

	"guongsang/internal/docx"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// leastBelow is how many words at least stand below each heading that names a person,
// and mostBeside how many at most beside the name in it: else it is a list of names, or a
// sentence.
const leastBelow, mostBeside = 8, 14

// headed parts a page where headings in a row name a person each, with what is told of
// them below: "1. Giàng A Páo", "Gương thứ hai: chị Lò Thị Mai – Trưởng bản". What stands
// above the first is the rest.
func (p *page) headed() (all []Person, rest string) {
	var starts []int
	var names []string
	for i, l := range p.lines {
		if name := headedBy(l); name != "" && !slices.Contains(names, letters.Fold(name)) {
			starts, names = append(starts, i), append(names, letters.Fold(name))
		}
	}
	if len(starts) < 2 {
		return nil, ""
	}
	for n, at := range starts {
		end := len(p.lines)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		below := textOf(p.lines[at+1 : end])
		if len(strings.Fields(below)) < leastBelow {
			return nil, ""
		}
		name := headedBy(p.lines[at])
		one := Person{Name: name, Text: texts.FieldName("name", report.Content{}) + ": " + name, Pictures: picturesOf(p.lines[at:end])}
		if beside := besideName(p.lines[at].text, name); beside != "" {
			one.Text += "\n" + beside
		}
		one.Text += "\n" + below
		all = append(all, one)
	}
	p.lines = p.lines[:starts[0]]
	return all, p.outside(all)
}

// headedBy is the person whom a heading names: one that is numbered, or a heading by its
// style; "" if a line is none.
func headedBy(l pageLine) string {
	bare, numbered := unordered(l.text)
	if !numbered && !l.heading || len(strings.Fields(bare)) > mostBeside+5 {
		return ""
	}
	if key, value, kind := splitLabel(bare); kind == knownLabel && key == "name" {
		bare = value
	} else if kind == knownLabel {
		return ""
	}
	name := BareName(nameBefore(strings.TrimRight(bare, ".:")))
	if !isNamed(name) || len(strings.Fields(bare))-len(strings.Fields(name)) > mostBeside {
		return ""
	}
	return name
}

// isNamed reports whether a heading is a name: in capitals only with a surname that is
// one, as most headings are in capitals ("LÝ LỊCH").
func isNamed(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || name != strings.ToUpper(name) {
		return isPerson(name) && letters.Capital(name)
	}
	return IsPersonName(name) && intent.Surnames[letters.Fold(words[0])] && !letters.HasPhrase(" "+letters.Fold(name)+" ", []string{"ly lich", "ly do", "thanh tich", "ket qua", "danh hieu"})
}

// besideName is what a heading says beside the name, if that is more than a form of
// address.
func besideName(heading, name string) string {
	bare, _ := unordered(heading)
	_, after, _ := strings.Cut(bare, name)
	if strings.Trim(after, " .:,;") == "" {
		return ""
	}
	return bare
}

// unordered is a line without what numbers it: "2.", "II.", "Gương thứ hai:".
func unordered(line string) (bare string, numbered bool) {
	line = strings.TrimSpace(line)
	bare = Unnumbered(line)
	numbered = bulletOf(line) != "" && bulletOf(line) != "-" && bulletOf(line) != "+" && bulletOf(line) != "•"
	if head, rest, ok := strings.Cut(bare, ":"); ok && len(head) < 40 && ordinalHead().MatchString(letters.Fold(head)) {
		return strings.TrimSpace(rest), true
	}
	return bare, numbered
}

// turned is a table that has a person in each column, and in its first one the labels, as
// one that has a person in each row; nil if it is not.
func turned(grid [][]docx.Cell) (rows [][]docx.Cell) {
	if len(grid) < 2 || len(grid[0]) < 3 {
		return nil
	}
	at := 0
	if !slices.ContainsFunc(grid, func(row []docx.Cell) bool { return row[0].Text() != "" && !isOrdinal(row[0].Text()) }) {
		at = 1 // behind the running numbers
	}
	name, known := -1, map[string]bool{}
	for i, row := range grid {
		if key := texts.FieldOf(letters.OneLine(row[at].Text())); key != "" {
			known[key] = true
			if key == "name" && name < 0 {
				name = i
			}
		}
	}
	if name < 0 || len(known) < 3 || !namesOnly(grid[name][at+1:]) {
		return nil
	}
	for j := at; j < len(grid[0]); j++ {
		var row []docx.Cell
		for i := range grid {
			if i < name && texts.FieldOf(letters.OneLine(grid[i][at].Text())) == "" { // "Người 1", "Người 2"
				continue
			}
			row = append(row, docx.Cell{Blocks: grid[i][j].Blocks, Columns: 1})
		}
		rows = append(rows, row)
	}
	return rows
}

// namesOnly reports whether cells hold the names of two or more, and nothing else.
func namesOnly(cells []docx.Cell) bool {
	var names []string
	for _, c := range cells {
		text := letters.OneLine(c.Text())
		name := BareName(nameBefore(text))
		switch {
		case text == "":
		case isLabel(text) || !isPerson(name) && !isGroup(name):
			return false
		case !slices.Contains(names, letters.Fold(name)):
			names = append(names, letters.Fold(name))
		}
	}
	return len(names) > 1
}

// countedOut are the persons of a text that counts them: "người thứ nhất là thầy …, người
// thứ hai là chị …". What stands before the first is the rest.
func countedOut(text string) (all []Person, rest string) {
	folded, runes := letters.Fold(text), []rune(text)
	if len(folded) != len(runes) { // folding keeps each letter one byte
		return nil, ""
	}
	var parts [][2]int // where what is said of each begins and ends
	for _, at := range countedOff().FindAllStringSubmatchIndex(folded, -1) {
		if counts[folded[at[2]:at[3]]] != len(parts)+1 || countedName(string(runes[at[1]:min(at[1]+40, len(runes))])) == "" {
			continue
		}
		if len(parts) == 0 {
			rest = string(runes[:at[0]])
		} else {
			parts[len(parts)-1][1] = at[0]
		}
		parts = append(parts, [2]int{at[1], len(runes)})
	}
	for _, part := range parts {
		said := strings.Trim(string(runes[part[0]:part[1]]), " ,;.-\n")
		name := countedName(letters.First(said, 40))
		if len(strings.Fields(said)) < leastCounted || slices.ContainsFunc(all, func(one Person) bool { return one.Name == name }) {
			return nil, ""
		}
		all = append(all, Person{Name: name, Text: texts.FieldName("name", report.Content{}) + ": " + name + "\n" + said})
	}
	return all, strings.TrimSpace(rest)
}

// leastCounted is how many words are told at least of each of those who are counted.
const leastCounted = 5

// countedName is the person with whose name a text begins, behind a form of address.
func countedName(text string) string {
	name := nameTold(text)
	before, _, ok := strings.Cut(text, name)
	if name == "" || !ok || len(strings.Fields(before)) > 3 {
		return ""
	}
	return name
}

var countedOff = letters.Pattern(`(?:^|[\s,.;:])(?:(?:mot )?(?:nguoi|guong|truong hop|ca nhan) )?(?:thu |so )?(nhat|mot|hai|ba|bon|tu|nam|1|2|3|4|5)(?: la |: ?| - )`)

// counts are the words by which people count.
var counts = map[string]int{"nhat": 1, "mot": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3, "bon": 4, "tu": 4, "4": 4, "nam": 5, "5": 5}
