package rights

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// listAPage is how many requests a page lists.
const listAPage = 3

// open lists what waits.
func open(t *turn.Reading) error {
	t.CloseQuestion()
	return showList(t, 0)
}

// showList lists the requests that wait, those whose day comes first in front.
func showList(t *turn.Reading, page int) error {
	all, err := t.Tx.OpenDataRequests()
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b report.DataRequest) int { return a.DoneBy.Compare(b.DoneBy) })
	from, to, _ := turn.Bounds(len(all), listAPage, page)
	m := chat.Message{Title: texts.RequestsTitle(len(all)), Text: texts.NoRequests}
	var lines []string
	var buttons []chat.Button
	for _, q := range all[from:to] {
		lines = append(lines, texts.RequestLine(q, t.Today()))
		buttons = append(buttons, turn.Button(q.ID(), verbPage, q.Number))
	}
	if len(lines) > 0 {
		m.Text = strings.Join(lines, "\n")
		m.Buttons = append(m.Buttons, buttons)
	}
	m.Buttons = append(m.Buttons, turn.PagerBy(listAPage, verbList, from/listAPage, len(all))...)
	m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.LabelEnterRequest, verbNew)})
	return t.Show(m)
}

// showPage shows one request, with what comes next.
func showPage(t *turn.Reading, q report.DataRequest) error {
	about, err := aboutOf(t, q)
	if err != nil {
		return err
	}
	p := texts.RequestPage{Request: q, Today: t.Today(), About: about, Erasing: q.Erasing(t.Tx.Now)}
	if q.Entered != 0 {
		p.Entered = card.NameOf(t, q.Entered)
	}
	return t.Show(chat.Message{Title: q.ID(), Text: t.Office.Request(p), Buttons: turn.Pairs(buttonsOf(t, q))})
}

// aboutOf names the record or the account that a request is about.
func aboutOf(t *turn.Reading, q report.DataRequest) (string, error) {
	if q.Example != "" {
		e, err := t.Tx.Example(q.Example)
		return fmt.Sprintf("%s, %s", q.Example, e.Content.Name), err
	}
	if q.Member != 0 {
		return texts.AboutAccount(card.NameOf(t, q.Member), q.Member), nil
	}
	return "", nil
}

func buttonsOf(t *turn.Reading, q report.DataRequest) (buttons []chat.Button) {
	if q.Erasing(t.Tx.Now) {
		return nil
	}
	if q.Answered.At.IsZero() {
		buttons = append(buttons, turn.Button(texts.LabelAnswered, verbAnswer, q.Number))
	}
	buttons = append(buttons, turn.Button(texts.LabelLinkRequest, verbLink, q.Number))
	switch {
	case q.Right != report.ToErase:
		if q.Right == report.ToWithdraw && q.Example != "" {
			buttons = append(buttons, turn.Button(texts.LabelConsentBack, card.VerbConsent, q.Example))
		}
		buttons = append(buttons, turn.Button(texts.LabelRequestDone, verbDone, q.Number))
	case mayErase(t):
		buttons = append(buttons, turn.Button(texts.LabelToErase, verbErase, q.Number))
	}
	return append(buttons, turn.Button(texts.LabelRefuseRequest, verbRefuse, q.Number))
}
