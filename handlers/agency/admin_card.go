package agency

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbAdmin  turn.Verb = "admin"
	verbBackup turn.Verb = "backup"
)

// adminCard shows an admin how the program fares, and the people of the
// agency.
func adminCard(t *turn.Reading) error { return showAdmin(t, 0) }

// showAdmin does so with a page of the people.
func showAdmin(t *turn.Reading, page int) error {
	t.CloseQuestion()
	members, err := t.Tx.Members()
	if err != nil {
		return err
	}
	h := health(t)
	h.Members = len(members)
	var people []turn.Held
	for _, m := range members {
		if !m.Reachable() {
			h.Unreachable++
		}
		for _, p := range m.Posts {
			if p.Unit == "" {
				people = append(people, turn.Held{Member: m, Post: p})
			}
		}
	}
	lines, buttons := peoplePage(t, people, page, string(verbAdmin))
	text := t.Office.AdminCard(h) + "\n\n" + strings.Join(append([]string{texts.AgencyPeople()}, lines...), "\n")
	buttons = append(buttons, []chat.Button{turn.Button(texts.LabelBackup, verbBackup), turn.Button(texts.WordLog, verbLog), turn.Button(texts.LabelRetention, turn.VerbRetention)})
	return t.Show(chat.Message{Title: texts.AdminTitle(), Text: text, Buttons: buttons})
}

// health is how the program fares, and what waits.
func health(t *turn.Reading) (h texts.Health) {
	if t.Options.Health != nil {
		h = t.Options.Health()
	}
	waits := t.Tx.Depths()
	h.At, h.Inbox, h.Outbox, h.Dead, h.Fetches = t.Tx.Now, waits.Inbox, waits.Outbox, waits.Dead, waits.Fetches
	return h
}

// backUp has a backup made beside the conversation.
func backUp(t *turn.Turn) error {
	as, _ := t.Post(turn.Admin, "")
	return t.Order(turn.Backup, report.Period{}, "", as)
}
