package digest

import (
	"slices"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// NamesAPage is how many units a page of a list has.
const NamesAPage = 12

// Lines on one page, so that it fits one screen of a phone.
const (
	blocksAPage   = 8
	examplesAPage = 7 // two lines each
)

// Section is one page of one section, counted from 0; a page that does not
// exist gives the nearest. An unknown section gives the overview. That of the
// examples is made by ExamplesPage; those of units that have not handed in are lists
// of handlers/board.
func Section(sum report.Summary, office texts.Office, name string, page int) chat.Message {
	switch name {
	case Blocks:
		return pageOf(sum, name, blockLines(sum), blocksAPage, page)
	case Kinds:
		return pageOf(sum, name, []string{texts.Kinds(sum)}, 1, 0)
	}
	return Overview(sum, office)
}

// ExamplesOn says which of so many examples are on a page of their section: those
// from first up to and without last.
func ExamplesOn(page, all int) (first, last int) {
	first, last, _, _ = bounds(all, examplesAPage, page)
	return first, last
}

// ExamplesPage is a page of the section of the examples, of which there are so
// many that the reader may see; given are those on the page (ExamplesOn), as
// the reader may see them. Hidden are so many more that were introduced, and are
// counted: the list adds up to the number on its button.
func ExamplesPage(p report.Period, shown []privacy.View, page, all, hidden int) chat.Message {
	_, _, page, pages := bounds(all, examplesAPage, page)
	lines := exampleLines(shown)
	if hidden > 0 && page == pages-1 {
		lines = append(lines, texts.ExamplesNotShown(hidden))
	}
	var open []chat.Button
	for _, v := range shown {
		open = append(open, chat.Button{Label: v.Number, Do: chat.Do(VerbExample, v.Number)})
	}
	return onePage(p, Examples, mark(shown), lines, inRows(open, 2), page, pages)
}

// inRows sets buttons side by side, so many to a row.
func inRows(buttons []chat.Button, row int) (rows [][]chat.Button) {
	for part := range slices.Chunk(buttons, row) {
		rows = append(rows, part)
	}
	return rows
}

func blockLines(sum report.Summary) (lines []string) {
	for _, b := range sum.Blocks {
		lines = append(lines, texts.BlockLine(b))
	}
	return lines
}

func exampleLines(examples []privacy.View) (lines []string) {
	for _, v := range examples {
		lines = append(lines, texts.ExampleLine(v))
	}
	return lines
}

// mark is what has to be on what is made of some Views.
func mark(views []privacy.View) string {
	for _, v := range views {
		if v.Mark != "" {
			return v.Mark
		}
	}
	return ""
}

func pageOf(sum report.Summary, name string, lines []string, size, page int) chat.Message {
	first, last, page, pages := bounds(len(lines), size, page)
	return onePage(sum.Schedule.Period, name, texts.SectionIntro(name, sum.Total), lines[first:last], nil, page, pages)
}

// bounds says what is on a page of a list, and which page of how many it is.
func bounds(n, size, page int) (first, last, shown, pages int) {
	pages = max(1, (n+size-1)/size)
	shown = min(max(page, 0), pages-1)
	return shown * size, min(n, (shown+1)*size), shown, pages
}

// onePage is a page of a section, with the buttons that open what it lists and
// those to the other pages.
func onePage(p report.Period, name, intro string, lines []string, open [][]chat.Button, page, pages int) chat.Message {
	foot := ""
	if len(lines) == 0 {
		intro, lines = "", []string{texts.NothingListed()}
	}
	if pages > 1 {
		foot = texts.PageOf(page, pages)
	}
	m := chat.Message{Title: texts.SectionTitle(name, p), Text: join([]string{intro, strings.Join(lines, "\n"), foot}), Buttons: open}
	m.Buttons = append(m.Buttons, Pager(page, pages, VerbShow, p, name)...)
	m.Buttons = append(m.Buttons, []chat.Button{{Label: texts.LabelBack, Do: chat.Do(VerbShow, p, Main, 0)}})
	return m
}

// Pager makes the line of buttons that turn the pages of a list: the verb with its
// arguments and the page. Of a single page there is none.
func Pager(page, pages int, verb string, args ...any) [][]chat.Button {
	var line []chat.Button
	to := func(label string, page int) {
		line = append(line, chat.Button{Label: label, Do: chat.Do(verb, append(args[:len(args):len(args)], page)...)})
	}
	if page > 1 {
		to(texts.LabelFirst, 0)
	}
	if page > 0 {
		to(texts.LabelPrev, page-1)
	}
	if page < pages-1 {
		to(texts.LabelNext, page+1)
	}
	if page < pages-2 {
		to(texts.LabelLast, pages-1)
	}
	if len(line) == 0 {
		return nil
	}
	return [][]chat.Button{line}
}
