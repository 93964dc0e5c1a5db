package agency

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

const verbUnconnected turn.Verb = "uncon"

// unitsAPage is how many units a page lists.
const unitsAPage = 12

// listUnconnected lists the units without a focal point.
func listUnconnected(t *turn.Reading, page int) error {
	missing, err := t.Tx.Unconnected(t.Tx.Directory().Units(), t.Today())
	if err != nil {
		return err
	}
	from, to, pages := turn.Bounds(len(missing), unitsAPage, page)
	lines := []string{texts.UnconnectedIntro(), ""}
	for _, u := range missing[from:to] {
		lines = append(lines, texts.ListedUnit(u))
	}
	m := chat.Message{Title: texts.UnconnectedTitle(len(missing)), Buttons: turn.Column(turn.Button(texts.LabelInviteAll(len(missing)), verbInviteSheet))}
	switch {
	case len(missing) == 0:
		lines, m.Buttons = []string{texts.NothingListed()}, nil
	case pages > 1:
		lines = append(lines, texts.PageOf(from/unitsAPage, pages))
		m.Buttons = append(m.Buttons, digest.Pager(from/unitsAPage, pages, string(verbUnconnected))...)
	}
	m.Text = strings.Join(lines, "\n")
	return t.Show(m)
}
