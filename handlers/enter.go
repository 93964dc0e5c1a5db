package handlers

import (
	"guongsang/handlers/behalf"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// Enter records what a unit sent in the name of somebody of the agency, without a
// conversation: see behalf.Enter. What that one is told waits in the outbox; the
// conversation stays where it is.
func (d *Desk) Enter(tx *storage.Tx, by report.Member, e behalf.Entry) (number string, err error) {
	t := turn.New(d.settings(), tx, chat.Event{Kind: chat.Said, At: tx.Now, From: chat.Person{ID: by.ID, Name: by.Name}, Chat: by.ID, Private: true}, storage.Item{})
	t.Member = by
	return behalf.Enter(t, e)
}
