package publication

import (
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
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

// showList lists what was chosen, the newest examples first. What was dropped before
// it was public is left out.
func showList(t *turn.Reading, page int) error {
	all, err := listed(t, func(c chosen) bool {
		return privacy.Accepted(c.example.Review) && c.example.Review != report.Accepted || c.pub.Progress == records.TakenBack
	})
	if err != nil {
		return err
	}
	return t.Show(pageOf(all, page, texts.ChosenTitle(len(all)), texts.PublicityEmpty, verbList, verbPage))
}

// listed are the publications that are wanted, with their examples.
func listed(t *turn.Reading, wanted func(chosen) bool) (all []chosen, err error) {
	pubs, err := t.Tx.Publications()
	if err != nil {
		return nil, err
	}
	for _, p := range pubs {
		e, err := t.Tx.Example(p.Number)
		if err != nil {
			return nil, err
		}
		if c := (chosen{e, p}); wanted(c) {
			all = append(all, c)
		}
	}
	return all, nil
}

func pageOf(all []chosen, page int, title, empty string, pages, one turn.Verb) chat.Message {
	from, to, n := turn.Bounds(len(all), listAPage, page)
	m := chat.Message{Title: title, Text: empty}
	var lines []string
	var buttons []chat.Button
	for _, c := range all[from:to] {
		lines = append(lines, texts.PublicityLine(c.pub.Number, c.example.Content.Name, c.example.Content.Title, string(c.pub.Progress), len(c.pub.Places)))
		buttons = append(buttons, turn.Button(c.pub.Number, one, c.pub.Number))
	}
	if len(lines) > 0 {
		m.Text = strings.Join(lines, "\n")
	}
	if n > 1 {
		m.Text += "\n" + texts.PageOf(from/listAPage, n)
	}
	m.Buttons = slices.Concat(turn.Pairs(buttons), turn.PagerBy(listAPage, pages, from/listAPage, len(all)))
	return m
}
