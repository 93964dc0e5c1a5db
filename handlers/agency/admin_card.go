package agency

import (
	"strings"

	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// adminCard shows an admin how the program fares, and the people of the
// agency.
func adminCard(t *turn.Reading) error {
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
	lines := []string{"", texts.AgencyPeople()}
	var buttons []chat.Button
	for _, m := range members {
		if !m.Reachable() {
			lost++
		}
		for _, p := range m.Posts {
			if p.Unit == "" {
				lines = append(lines, t.Office.PersonLine(m, p))
				buttons = append(buttons, enrol.RemoveButton(texts.LabelRemovePerson(m.Name, p), m.ID, p))
			}
		}
	}
	text := t.Office.AdminCard(t.Tx.Now, len(members), lost, len(dead)) + "\n" + strings.Join(lines, "\n")
	return t.Show(chat.Message{Title: texts.AdminTitle(), Text: text, Buttons: turn.Column(buttons...)})
}
