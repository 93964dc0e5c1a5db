package paste

import (
	"strings"

	"guongsang/internal/docx"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A Person is one of those whom a document introduces.
type Person struct {
	Name     string // as it stands there; "" if none was found
	Text     string // what it says, as if it had been pasted
	Pictures []docx.Picture
}

// maxPersons is how many persons one document introduces at most; a year's list
// of a whole commune has fewer.
const maxPersons = 50

// Persons are those whom a Word document introduces: one for each row of a table
// that has a column for names, or for each time that the same labels come again.
// A document without either introduces one. What belongs to none of several is
// the rest. more is how many there were beyond those that are taken.
func Persons(d docx.Document) (all []Person, rest string, more int) {
	var p page
	p.blocks(d.Body)
	p.blocks(d.Notes)
	if len(p.persons) == 0 {
		all, rest = p.repeated()
	} else if all = p.persons; len(all) == 1 {
		all[0].Text = strings.TrimSpace(textOf(p.lines) + "\n" + all[0].Text)
		all[0].Pictures = append(all[0].Pictures, picturesOf(p.lines)...)
	} else {
		rest = p.outside(all)
	}
	if more = p.more; len(all) > maxPersons {
		all, more = all[:maxPersons], len(all)-maxPersons
	}
	return all, rest, more
}

// HeadOf is how a document begins: the first blocks line by line, as they stand.
func HeadOf(d docx.Document) string {
	var p page
	for _, b := range d.Body[:min(len(d.Body), maxHeadBlocks)] {
		if b.Table == nil {
			p.lines = append(p.lines, pageLine{text: b.Text})
			continue
		}
		for _, row := range b.Table.Rows[:min(len(b.Table.Rows), maxHeadBlocks)] {
			for _, c := range row { // a letterhead is a table of two columns
				p.lines = append(p.lines, pageLine{text: c.Text()})
			}
		}
	}
	return textOf(p.lines)
}

// maxHeadBlocks is how many paragraphs, and rows of a table, are the beginning of
// a document.
const maxHeadBlocks = 12

// A page is a document written down line by line, but for the tables of persons.
type page struct {
	lines   []pageLine
	persons []Person
	more    int // beyond those
}

type pageLine struct {
	text     string
	heading  bool // by its style
	pictures []docx.Picture
}

func (p *page) blocks(blocks []docx.Block) {
	for _, b := range tabbed(blocks) {
		switch {
		case b.Table == nil:
			p.paragraph(b)
		case !p.roster(*b.Table):
			for _, row := range b.Table.Rows {
				p.row(row)
			}
		}
	}
}

// tabbed makes tables of paragraphs that are set like one with tabs, three columns
// or more, and name persons in one.
func tabbed(blocks []docx.Block) (all []docx.Block) {
	for len(blocks) > 0 {
		var t docx.Table
		for _, b := range blocks {
			cells := strings.Split(b.Text, "\t")
			if len(cells) < 3 || strings.Contains(b.Text, "\n") || len(b.Pictures) > 0 {
				break
			}
			var row []docx.Cell
			for _, text := range cells {
				row = append(row, docx.Cell{Blocks: []docx.Block{{Text: text}}, Columns: 1})
			}
			t.Rows = append(t.Rows, row)
		}
		if columns, _ := rosterHead(t.Grid()); len(t.Rows) > 1 && (columns != nil || turned(t.Grid()) != nil) {
			all, blocks = append(all, docx.Block{Table: &t}), blocks[len(t.Rows):]
			continue
		}
		n := max(1, len(t.Rows))
		all, blocks = append(all, blocks[:n]...), blocks[n:]
	}
	return all
}

func (p *page) paragraph(b docx.Block) {
	text := b.Line()
	if b.Heading && isLabel(b.Text) && !strings.HasSuffix(b.Text, ":") {
		text += ":"
	}
	for line := range strings.SplitSeq(text, "\n") {
		for _, one := range fieldLines(line) {
			p.lines = append(p.lines, pageLine{text: one, heading: b.Heading})
		}
	}
	p.lines = append(p.lines, pageLine{pictures: b.Pictures})
}

// row writes the row of a table down: labels with the values beside them, and all
// other cells one after the other.
func (p *page) row(row []docx.Cell) {
	if len(row) > 1 && isOrdinal(row[0].Text()) {
		row = row[1:]
	}
	for i := 0; i < len(row); i++ {
		label := row[i].Text()
		if i+1 == len(row) || !isLabel(label) || isLabel(row[i+1].Text()) {
			p.blocks(row[i].Blocks)
			continue
		}
		i++
		p.value(strings.TrimSuffix(label, ":"), row[i].Text())
		p.lines = append(p.lines, pageLine{pictures: row[i].Pictures()})
	}
}

// value writes a label with its value: on one line, but for long texts.
func (p *page) value(label, value string) {
	if value = valueOf(label, value); value != "" {
		p.lines = append(p.lines, pageLine{text: letters.OneLine(label) + ": " + value})
	}
}

func valueOf(label, value string) string {
	if !longFields[texts.FieldOf(label)] {
		value = strings.Join(strings.FieldsFunc(value, func(r rune) bool { return r == '\n' || r == '\t' }), ", ")
	}
	return withoutLeaders(value)
}

var ordinal = letters.Pattern(`^\(?([0-9]{1,3}|[IVX]{1,4}|[a-zA-Z])[.)]{0,2}$`)

// isOrdinal reports whether a cell only counts.
func isOrdinal(s string) bool { return ordinal().MatchString(strings.TrimSpace(s)) }

// outside is what stands outside of what the persons have each, without
// letterhead and the like. The category that a title names is that of all who
// have none.
func (p *page) outside(all []Person) string {
	lines := strings.Split(textOf(p.lines), "\n")
	l := letter{lines: lines, part: make([]part, len(lines))}
	l.mark()
	content, around := l.parted()
	if c := categoryTitled(around); c != "" {
		for i, one := range all {
			if Read(one.Text).Fields["category"] == "" {
				all[i].Text = texts.FieldName("category", report.Content{}) + ": " + texts.Category(c) + "\n" + one.Text
			}
		}
	}
	return strings.TrimSpace(strings.Join(content, "\n"))
}

func textOf(lines []pageLine) string {
	var all []string
	for _, l := range lines {
		if l.text != "" {
			all = append(all, l.text)
		}
	}
	return strings.Join(all, "\n")
}

func picturesOf(lines []pageLine) (all []docx.Picture) {
	for _, l := range lines {
		all = append(all, l.pictures...)
	}
	return all
}

// repeated parts a page where its labels begin anew. If they do not, or there is
// too little under some, it is one person's.
func (p *page) repeated() (all []Person, rest string) {
	starts := p.starts()
	for n, at := range starts {
		end := len(p.lines)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		one := onePerson(p.lines[at:end])
		if read := Read(one.Text); read.Labels < 3 && (read.Fields["name"] == "" || read.Fields["summary"] == "") {
			starts, all = nil, nil
			break
		}
		all = append(all, one)
	}
	if len(starts) < 2 {
		if all, rest := p.headed(); len(all) > 1 {
			return all, rest
		}
		return []Person{onePerson(p.lines)}, ""
	}
	p.lines = p.lines[:starts[0]]
	return all, p.outside(all)
}

func onePerson(lines []pageLine) Person {
	text := textOf(lines)
	return Person{Name: Read(text).Fields["name"], Text: text, Pictures: picturesOf(lines)}
}

// starts are the lines with which persons begin: with the label that comes first
// of all, if it comes as often as that of the name.
func (p *page) starts() []int {
	first, of, again := "", map[string][]int{}, false
	for i, l := range p.lines {
		if key, _, kind := splitLabel(Unnumbered(l.text)); kind == knownLabel {
			if first == "" {
				first = key
			}
			of[key] = append(of[key], i)
			again = again || key != "name" && len(of[key]) > 1
		}
	}
	if !again && len(of["name"]) == 2 && namesModel(p.lines[of["name"][1]].text) {
		return of["name"][:1] // who runs the model, and its name
	}
	if len(of[first]) == len(of["name"]) {
		return of[first]
	}
	return of["name"]
}

// namesModel reports whether a line has the label of what a model is called.
func namesModel(line string) bool {
	return strings.HasPrefix(strings.TrimPrefix(letters.Fold(Unnumbered(line)), "ten "), "mo hinh")
}

// A column of a table of persons.
type column struct {
	key   string // of the question
	label string
	sub   string // the label below, such as "Nam" under "Năm sinh"
}

// roster reads a table in which each row is a person. It reports whether it is
// one.
func (p *page) roster(t docx.Table) bool {
	grid := t.Grid()
	if rows := turned(grid); rows != nil {
		grid = rows
	}
	columns, body := rosterHead(grid)
	if columns == nil {
		return false
	}
	for _, row := range grid[body:] {
		switch name := nameIn(row, columns); {
		case whole(row):
			p.blocks(row[0].Blocks)
		case onlyCounts(row):
		case sums(name):
			p.lines = append(p.lines, pageLine{text: name})
		case name == "" || nameAbove(row, columns):
			p.goOn(row, columns)
		case len(p.persons) == maxPersons:
			p.more++
		default:
			one := Person{Name: name}
			one.add(row, columns)
			p.persons = append(p.persons, one)
		}
	}
	return len(p.persons) > 0
}

// goOn adds a row without a name of its own to the person above it.
func (p *page) goOn(row []docx.Cell, columns []column) {
	switch n := len(p.persons); {
	case p.more > 0: // to one who is not taken
	case n == 0:
		p.row(row)
	default:
		p.persons[n-1].add(row, columns)
	}
}

// maxHead is how many rows may stand above those that name the columns.
const maxHead = 4

// rosterHead finds the row that names the columns, of which the name is one, and
// the row below it and what goes on from it.
func rosterHead(grid [][]docx.Cell) (columns []column, body int) {
	for i := range grid[:min(len(grid), maxHead)] {
		known, filled := map[string]bool{}, 0
		columns = columns[:0]
		for _, c := range grid[i] {
			label := letters.OneLine(c.Text())
			key := texts.FieldOf(label)
			known[key] = true
			if label != "" && (len(columns) == 0 || columns[len(columns)-1].label != label) {
				filled++
			}
			columns = append(columns, column{key: key, label: label})
		}
		delete(known, "")
		if known["name"] && len(known) >= 2 && 2*len(known) > filled && len(grid[i]) > 2 {
			return below(grid, i, columns)
		}
	}
	return nil, 0
}

// below reads the rows that go on from the names of the columns.
func below(grid [][]docx.Cell, i int, columns []column) ([]column, int) {
	for i++; i < len(grid) && nameAbove(grid[i], columns); i++ {
		for j, c := range grid[i] {
			if !c.Above {
				columns[j].sub = letters.OneLine(c.Text())
			}
		}
	}
	return columns, i
}

// whole reports whether a row is one cell, as headings between persons are.
func whole(row []docx.Cell) bool { return row[0].Columns >= len(row)-1 }

// onlyCounts reports whether a row only numbers the columns, is a line that is drawn with
// signs, or is empty.
func onlyCounts(row []docx.Cell) bool {
	for _, c := range row {
		if text := c.Text(); strings.Trim(text, "-–—=_:+ ") != "" && !isOrdinal(text) {
			return false
		}
	}
	return true
}

// total begins the rows below a table that say how many stood in it.
var total = letters.Pattern(`^(?:tong|cong)(?: cong| so| danh sach)*(?:[ :].*\d.*|:?)$`)

// sums reports whether there is a total where a name would be.
func sums(name string) bool {
	folded := letters.Fold(name)
	return total().MatchString(folded) && (strings.ContainsAny(folded, "0123456789:") || strings.HasPrefix(folded, "tong cong") || strings.HasPrefix(folded, "tong so"))
}

func nameIn(row []docx.Cell, columns []column) string {
	for j, c := range row {
		if columns[j].key == "name" {
			return letters.OneLine(strings.ReplaceAll(c.Text(), "\n", ", "))
		}
	}
	return ""
}

// nameAbove reports whether the name of a row is merged with that above.
func nameAbove(row []docx.Cell, columns []column) bool {
	for j, c := range row {
		if columns[j].key == "name" {
			return c.Above
		}
	}
	return false
}

// add writes a row down for a person: each cell under the label of its column.
// What is merged with the row above is written only in the first.
func (one *Person) add(row []docx.Cell, columns []column) {
	first := one.Text == ""
	for j := 0; j < len(row); j += row[j].Columns {
		c, at := row[j], columns[j]
		one.Pictures = append(one.Pictures, c.Pictures()...)
		text := c.Text()
		if text == "" || isNumbering(at.label) && isOrdinal(text) || c.Above && !first {
			continue
		}
		label := at.label
		if label == "" {
			label = at.sub
		}
		one.Text += "\n" + strings.TrimSpace(label+": "+valueOf(label, text))
		if sub := letters.Fold(at.sub); at.key == "born" && (sub == "nam" || sub == "nu") {
			one.Text += "\n" + texts.FieldName("gender", report.Content{}) + ": " + at.sub
		}
	}
	one.Text = strings.TrimSpace(one.Text)
}

// isNumbering reports whether a column only counts the rows.
func isNumbering(label string) bool {
	switch strings.Trim(letters.Fold(label), ". ") {
	case "tt", "stt", "so tt", "so thu tu":
		return true
	}
	return false
}
