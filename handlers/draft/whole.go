package draft

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A preview shortens what is long. The whole can be read before it is sent, and
// after, page by page.
const (
	verbWhole     turn.Verb = "d.whole"
	VerbSentWhole turn.Verb = "s.whole"
)

// screenful is how many letters a page has at most.
const screenful = 1500

// wholly is the button that leads to the whole of a draft, if the preview does not
// show all.
func wholly(d report.Draft) []chat.Button {
	if !texts.Shortened(d.Content) {
		return nil
	}
	return []chat.Button{turn.Button(texts.LabelFull, verbWhole, d.ID, d.Version, 0)}
}

// showWhole shows a page of a draft.
func showWhole(t *turn.Reading, d report.Draft, page int) error {
	pages := pagesOf(texts.WholeText(d.Content, t.UnitName(d.Unit)))
	lines := turn.PagerBy(1, verbWhole, page, len(pages), d.ID, d.Version)
	lines = append(lines, []chat.Button{
		turn.Button(texts.ToEdit, verbEdit, d.ID, d.Version), turn.Button(texts.ToReview, verbReview, d.ID, d.Version)})
	return showPage(t, pages, page, lines)
}

// showSentWhole shows a page of an example.
func showSentWhole(t *turn.Reading, e report.Example, page int) error {
	pages := pagesOf(t.Office.FullText(e, t.UnitName(e.Unit)))
	lines := turn.PagerBy(1, VerbSentWhole, page, len(pages), e.Number)
	return showPage(t, pages, page, append(lines, turn.Column(turn.Button(texts.ToBack, VerbSee, e.Number))...))
}

func showPage(t *turn.Reading, pages []string, page int, lines [][]chat.Button) error {
	page = min(page, len(pages)-1)
	return t.Show(chat.Message{Title: texts.Page(page+1, len(pages)), Text: pages[page], Buttons: lines})
}

// pagesOf cuts a text into pages, between words where it has any.
func pagesOf(text string) (pages []string) {
	rest := []rune(text)
	for len(rest) > screenful {
		end := screenful
		if blank := strings.LastIndexAny(string(rest[:screenful]), " \n"); blank > 0 {
			end = len([]rune(string(rest[:screenful])[:blank])) + 1
		}
		pages, rest = append(pages, strings.TrimRight(string(rest[:end]), " \n")), rest[end:]
	}
	return append(pages, string(rest))
}
