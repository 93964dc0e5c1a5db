package review

import (
	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// showMore shows what can be done with an example beside what its card offers.
func showMore(t *turn.Reading, e report.Example) error {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	return t.Say(chat.Message{Text: texts.MoreOfCard(e), Buttons: card.MoreButtons(e, h, seen(t, e))})
}

// seen is how this member sees the example now.
func seen(t *turn.Reading, e report.Example) card.Seen {
	return card.Seen{By: t.Member.ID, At: t.Tx.Now, Verdict: card.Verdict(t, e) != ""}
}
