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
	var open []chat.Button
	for _, e := range shown {
		line, err := queueLine(t, e)
		if err != nil {
			return err
		}
		lines = append(lines, line)
		open = append(open, turn.Button(e.Number, digest.VerbExample, e.Number))
	}
	m := chat.Message{Title: texts.QueueTitle(len(received), len(returned)), Buttons: turn.Pairs(open)}
	if len(received) > 1 && from < len(received) {
		m.Buttons = append(m.Buttons, turn.Column(turn.Button(texts.LabelBulk, verbBulk, from/queueAPage))...)
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

// queueLine is one line of the list, with who looks at the example now.
func queueLine(t *turn.Reading, e report.Example) (string, error) {
	h, err := t.Tx.Handling(e.Number)
	line := texts.QueueLine(e)
	if by := h.HeldBy(t.Tx.Now); by != 0 && e.Review == report.Received {
		line += texts.HeldOnList(card.NameOf(t, by))
	}
	return line, err
}

// openExample shows an example of a list: to the agency its card, to a leader
// what leaders may see of it.
func openExample(t *turn.Reading, e report.Example) error {
	if t.Member.Agency() {
		return showCard(t, e)
	}
	views := privacy.Views([]report.Example{e}, t.Tx.Directory(), t.Audience(), t.Today())
	if len(views) == 0 || views[0].Hidden {
		return t.Say(chat.Message{Text: texts.NotSeenHere(e)})
	}
	return t.Say(chat.Message{Title: e.Number, Text: texts.Shown(views[0])})
}

// showCard shows the card of one example again.
func showCard(t *turn.Reading, e report.Example) error {
	card, err := card.Of(t, e, card.Verdict(t, e))
	if err != nil {
		return err
	}
	return t.Say(card)
}
