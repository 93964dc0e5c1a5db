package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// tellInviter lets those who answer for an invite see who used it.
func (d *Desk) tellInviter(tx *storage.Tx, m report.Member, i report.Invite) error {
	responsible, err := agency(tx)
	if err != nil {
		return err
	}
	maker, err := tx.Member(i.By)
	if err == nil && maker.Agency() {
		responsible = []report.Member{maker}
	} else if err == nil && maker.ID != m.ID {
		if err := d.answer(tx, maker.ID, d.Office.InviteUsedPlain(m.Name, d.postName(tx, i.Post), tx.Now)); err != nil {
			return err
		}
	}
	text := d.Office.InviteUsed(m.Name, m.ID, d.postName(tx, i.Post), tx.Now)
	for _, r := range responsible {
		if r.ID == m.ID {
			continue
		}
		row := storage.Row{Chat: r.ID, Guard: &storage.Guard{Member: r.ID}, Message: chat.Message{
			Text: text, Buttons: column(removeButton(texts.LabelRemove, m.ID, i.Post)),
		}}
		if _, err := tx.Put(row); err != nil {
			return err
		}
	}
	return nil
}

// welcome opens the conversation with who has just got in.
func (d *Desk) welcome(tx *storage.Tx, ev chat.Event, m report.Member, p report.Post, fresh bool) error {
	t := &turn{Desk: d, tx: tx, ev: ev, member: m}
	hello := chat.Message{Title: d.Office.WelcomeTitle(), Text: d.Office.Enrolled(d.postName(tx, p))}
	if !fresh {
		hello = chat.Message{Text: texts.AlsoServes(d.postName(tx, p), len(m.Units()))}
	}
	if err := t.say(hello); err != nil {
		return err
	}
	if err := t.menu(); err != nil {
		return err
	}
	return t.end()
}
