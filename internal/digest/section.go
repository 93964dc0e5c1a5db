package digest

import (
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Lines on one page, so that it fits one screen of a phone.
const (
	namesAPage    = 12
	blocksAPage   = 8
	examplesAPage = 7 // two lines each
)

// Section is one page of one section, counted from 0; a page that does not
// exist gives the nearest. An unknown section gives the overview. Examples are
// the ones that the reader may see, as the reader may see them.
func Section(sum report.Summary, examples []privacy.View, office texts.Office, name string, page int) chat.Message {
	switch name {
	case Gaps:
		return pageOf(sum, listing{name: name, lines: gapLines(sum, report.Contacts[:]...), size: namesAPage}, page)
	case Unconnected:
		return pageOf(sum, listing{name: name, lines: gapLines(sum, report.Unconnected), size: namesAPage}, page)
	case Lost:
		return pageOf(sum, listing{name: name, lines: gapLines(sum, report.Unreachable), size: namesAPage}, page)
	case Blocks:
		return pageOf(sum, listing{name: name, lines: blockLines(sum), size: blocksAPage}, page)
	case Kinds:
		return pageOf(sum, listing{name: name, lines: []string{texts.Kinds(sum)}, size: 1}, 0)
	case Examples:
		return pageOf(sum, listing{name, exampleLines(examples), examplesAPage, mark(examples), notShown(sum, examples)}, page)
	}
	return Overview(sum, office)
}

// A listing is what a section lists.
type listing struct {
	name  string
	lines []string
	size  int    // of a page
	mark  string // above the lines
	note  string // below them
}

// notShown says how many examples a list leaves out, so that it adds up to the
// number on its button.
func notShown(sum report.Summary, examples []privacy.View) string {
	if n := sum.Total.Examples - len(examples); n > 0 {
		return texts.ExamplesNotShown(n)
	}
	return ""
}

// gapLines are the units that have not handed in, by contact: those that can be
// asked stand before those that cannot.
func gapLines(sum report.Summary, contacts ...report.Contact) (lines []string) {
	for _, c := range contacts {
		for _, g := range sum.GapsOf(c) {
			lines = append(lines, texts.GapLine(g))
		}
	}
	return lines
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

func pageOf(sum report.Summary, l listing, page int) chat.Message {
	p := sum.Schedule.Period
	pages := max(1, (len(l.lines)+l.size-1)/l.size)
	page = min(max(page, 0), pages-1)
	shown := strings.Join(l.lines[page*l.size:min(len(l.lines), (page+1)*l.size)], "\n")
	intro, foot := texts.SectionIntro(l.name, sum.Total), ""
	if len(l.lines) == 0 {
		intro = ""
	}
	if len(l.lines) == 0 && l.note == "" {
		shown = texts.NothingListed()
	}
	if pages > 1 {
		foot = texts.PageOf(page, pages)
	}
	m := chat.Message{Title: texts.SectionTitle(l.name, p), Text: join([]string{l.mark, intro, shown, l.note, foot})}
	if turn := Pager(page, pages, VerbShow, p, l.name); len(turn) > 0 {
		m.Buttons = append(m.Buttons, turn)
	}
	m.Buttons = append(m.Buttons, []chat.Button{{Label: texts.LabelBack, Do: chat.Do(VerbShow, p, Main, 0)}})
	return m
}

// Pager makes the buttons that turn the pages of a list: the verb with its
// arguments and the page.
func Pager(page, pages int, verb string, args ...any) (line []chat.Button) {
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
	return line
}
