package review

import (
	"strings"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// queueAPage is how many waiting examples a page lists.
const queueAPage = 6

// openQueue lists what waits, from the beginning.
func openQueue(t *turn.Reading) error {
	t.CloseQuestion()
	return showQueue(t, 0)
}

// showQueue lists what waits for the agency, then what waits for the units.
func showQueue(t *turn.Reading, page int) error {
	received, returned, err := t.Tx.Waiting()
	if err != nil {
		return err
	}
	all := append(received, returned...)
	from, to, pages := turn.Bounds(len(all), queueAPage, page)
	shown, err := t.Tx.ExamplesNumbered(all[from:to])
	if err != nil {
		return err
	}
	var lines []string
	var row []chat.Button
	m := chat.Message{Title: texts.QueueTitle(len(received), len(returned))}
	for _, e := range shown {
		lines = append(lines, texts.QueueLine(e))
		row = append(row, turn.Button(e.Number, digest.VerbExample, e.Number))
		if len(row) == 2 {
			m.Buttons, row = append(m.Buttons, row), nil
		}
	}
	if len(row) > 0 {
		m.Buttons = append(m.Buttons, row)
	}
	switch {
	case len(all) == 0:
		lines = []string{texts.QueueEmpty()}
	case pages > 1:
		lines = append(lines, texts.PageOf(from/queueAPage, pages))
		m.Buttons = append(m.Buttons, digest.Pager(from/queueAPage, pages, digest.VerbQueue)...)
	}
	m.Text = strings.Join(lines, "\n")
	return t.Show(m)
}

// openExample shows an example of a list: to the agency its card, to a leader
// what leaders may see of it.
func openExample(t *turn.Reading, e report.Example) error {
	if t.Member.Agency() {
		return showCard(t, e)
	}
	views := privacy.Views([]report.Example{e}, t.Tx.Directory(), t.Audience(), t.Today())
	if len(views) == 0 || views[0].Hidden {
		return t.Stale()
	}
	return t.Say(chat.Message{Title: e.Number, Text: texts.Shown(views[0])})
}

// showCard shows the card of one example again.
func showCard(t *turn.Reading, e report.Example) error {
	verdict := ""
	if e.Ruled != 0 && e.Review != report.Received {
		verdict = t.Office.Verdict(e, ruler(t, e))
	}
	card, err := card.Of(t, e, verdict)
	if err != nil {
		return err
	}
	return t.Say(card)
}
