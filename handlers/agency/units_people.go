package agency

import (
	"strings"

	"guongsang/handlers/enrol"
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// peopleAPage is how many people of a unit are shown at once, with two buttons each.
const peopleAPage = 2

// showUnitPeople shows a page of the people of a unit, with what the agency does about
// each: change the name and phone, or end the post.
func showUnitPeople(t *turn.Reading, u report.Unit, page int) error {
	people, err := t.PeopleOf(u.Code)
	if err != nil {
		return err
	}
	from, to, pages := turn.Bounds(len(people), peopleAPage, page)
	var lines []string
	var rows [][]chat.Button
	for _, h := range people[from:to] {
		lines = append(lines, t.Office.PersonLine(h.Member, h.Post))
		rows = append(rows, []chat.Button{enrol.ContactButton(texts.LabelEditPerson(h.Member.Name), h.Member.ID)})
		if t.Member.MayRemove(h.Post) {
			rows = append(rows, []chat.Button{enrol.RemoveButton(texts.LabelRemovePerson(h.Member.Name, h.Post), h.Member.ID, h.Post)})
		}
	}
	if len(people) == 0 {
		lines = []string{texts.CallNobody()}
	}
	if pages > 1 {
		lines = append(lines, texts.PageOf(from/peopleAPage, pages))
	}
	rows = append(rows, digest.Pager(from/peopleAPage, pages, string(turn.VerbPeople), u.Code)...)
	rows = append(rows, []chat.Button{turn.Button(texts.LabelInvite, turn.VerbPick, pick.ToInvite, u.Code), turn.Button(texts.LabelBack, digest.VerbUnit, u.Code)})
	return t.Show(chat.Message{Title: u.Name, Text: strings.Join(lines, "\n"), Buttons: rows})
}
