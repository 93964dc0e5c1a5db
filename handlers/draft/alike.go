package draft

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// verbAlike lists what introduces the same as a draft that is to be sent.
const verbAlike turn.Verb = "d.alike"

// listAlike shows a page of the examples that introduce the same as a draft. Those
// of the member's own units open; back leads to the question before the sending.
func listAlike(t *turn.Reading, d report.Draft, p report.Period, page int) error {
	all, err := t.AllSameAs(d)
	if err != nil {
		return err
	}
	if page*turn.Listed >= len(all) {
		return t.Stale()
	}
	shown := all[page*turn.Listed : min(len(all), (page+1)*turn.Listed)]
	var open []chat.Button
	for _, a := range shown {
		if t.Member.Represents(a.Example.Unit) {
			open = append(open, turn.Button(a.Example.Number, VerbSee, a.Example.Number))
		}
	}
	lines := append(turn.Pairs(open), turn.Pager(verbAlike, page, len(all), d.ID, d.Version, p)...)
	lines = append(lines, turn.Column(turn.Button(texts.ToBack, verbSend, d.ID, d.Version, p))...)
	return t.Show(chat.Message{Text: texts.AlikeList(shown), Buttons: lines})
}
