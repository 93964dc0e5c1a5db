package publication

import (
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// listAPage is how many publications a page lists.
const listAPage = 4

// open lists what was chosen to officers, and what waits for leave to leaders.
func open(t *turn.Reading) error {
	t.CloseQuestion()
	if t.Member.Agency() {
		return showList(t, 0)
	}
	return showToApprove(t, 0)
}

// showList lists what was chosen: first that with which there is something to do, the
// newest examples first. What was dropped before it was public is left out.
func showList(t *turn.Reading, page int) error {
	numbers, open := t.Tx.ListedPublications()
	shown, err := read(t, numbers, page)
	if err != nil {
		return err
	}
	return t.Show(pageOf(shown, len(numbers), page, texts.ChosenTitle(len(numbers), open), texts.PublicityEmpty, verbList, verbPage))
}

// read are the publications of a page, with their examples.
func read(t *turn.Reading, numbers []string, page int) (shown []chosen, err error) {
	from, to, _ := turn.Bounds(len(numbers), listAPage, page)
	for _, number := range numbers[from:to] {
		c, err := again(t, chosen{pub: records.Publication{Number: number}})
		if err != nil {
			return nil, err
		}
		shown = append(shown, c)
	}
	return shown, nil
}

// pageOf is a page of a list of so many.
func pageOf(shown []chosen, all, page int, title, empty string, pages, one turn.Verb) chat.Message {
	from, _, n := turn.Bounds(all, listAPage, page)
	m := chat.Message{Title: title, Text: empty}
	var lines []string
	var buttons []chat.Button
	for _, c := range shown {
		lines = append(lines, texts.PublicityLine(c.pub.Number, c.example.Content.Name, c.example.Content.Title, string(c.pub.Progress), len(c.pub.Places)))
		buttons = append(buttons, turn.Button(c.pub.Number, one, c.pub.Number))
	}
	if len(lines) > 0 {
		m.Text = strings.Join(lines, "\n")
	}
	if n > 1 {
		m.Text += "\n" + texts.PageOf(from/listAPage, n)
	}
	m.Buttons = slices.Concat(turn.Pairs(buttons), turn.PagerBy(listAPage, pages, from/listAPage, all))
	return m
}
