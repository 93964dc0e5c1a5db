package unit

import (
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// owedAtOnce is how many of what is owed are listed at once.
const owedAtOnce = 12

// listOwed lists a page of what the member's units owe: a reminder of very many
// names only the first.
func listOwed(t *turn.Reading, page int) error {
	list, err := duty.Owes(t)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return t.Say(chat.Message{Text: t.Office.NothingOwed()})
	}
	page = min(page, (len(list)-1)/owedAtOnce)
	var owing []texts.Owing
	for _, o := range list[page*owedAtOnce : min(len(list), (page+1)*owedAtOnce)] {
		line, err := owingOf(t, o)
		if err != nil {
			return err
		}
		owing = append(owing, line)
	}
	buttons := [][]chat.Button{{turn.Button(texts.LabelIntroduce, chat.VerbIntroduce), turn.Button(texts.LabelNil, chat.VerbNilPick)}}
	return t.Say(chat.Message{Text: texts.OwedList(owing, len(list)), Buttons: append(turn.PagerBy(owedAtOnce, chat.VerbOwed, page, len(list)), buttons...)})
}

// owingOf is what is owed as it is put into words.
func owingOf(t *turn.Reading, o duty.Owed) (line texts.Owing, err error) {
	if line.Unit, err = t.Tx.Unit(o.Unit); err != nil {
		return line, err
	}
	if line.Schedule, err = t.Tx.Schedule(line.Unit, o.Period); err != nil {
		return line, err
	}
	st, err := t.Tx.Standing(o.Unit, o.Period)
	today, deadline := t.Today(), line.Schedule.Deadline
	line.Need, line.Have = st.Need, st.Have
	line.Left, line.Today = t.Rules.Calendar.WorkdaysBetween(today, deadline), today == deadline
	if today.After(deadline) {
		line.Left = min(line.Left, -1)
	}
	return line, err
}
