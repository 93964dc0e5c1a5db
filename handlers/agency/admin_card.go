package agency

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

const verbAdmin turn.Verb = "admin"

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
	dead, err := t.Tx.DeadItems()
	if err != nil {
		return err
	}
	lost := 0
	var people []turn.Held
	for _, m := range members {
		if !m.Reachable() {
			lost++
		}
		for _, p := range m.Posts {
			if p.Unit == "" {
				people = append(people, turn.Held{Member: m, Post: p})
			}
		}
	}
	lines, buttons := peoplePage(t, people, page, string(verbAdmin))
	text := t.Office.AdminCard(t.Tx.Now, len(members), lost, len(dead)) + "\n\n" + strings.Join(append([]string{texts.AgencyPeople()}, lines...), "\n")
	return t.Show(chat.Message{Title: texts.AdminTitle(), Text: text, Buttons: buttons})
}
