package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// tellInviter lets those who answer for an invite see who used it.
func (t *turn) tellInviter(i report.Invite) error {
	responsible, err := t.agency()
	if err != nil {
		return err
	}
	maker, err := t.tx.Member(i.By)
	if err == nil && maker.Agency() {
		responsible = []report.Member{maker}
	} else if err == nil && maker.ID != t.member.ID {
		if err := t.tellAccount(maker.ID, t.Office.InviteUsedPlain(t.member.Name, t.postName(i.Post), t.tx.Now)); err != nil {
			return err
		}
	}
	m := chat.Message{
		Text:    t.Office.InviteUsed(t.member.Name, t.member.ID, t.postName(i.Post), t.tx.Now),
		Buttons: column(removeButton(texts.LabelRemove, t.member.ID, i.Post)),
	}
	for _, r := range responsible {
		if r.ID == t.member.ID {
			continue
		}
		if err := t.tell(r.ID, m); err != nil {
			return err
		}
	}
	return nil
}

// welcome opens the conversation anew with who has just got in. The main menu
// follows.
func (t *turn) welcome(p report.Post, fresh bool) error {
	t.talk = storage.Talk{}
	if fresh {
		return t.say(chat.Message{Title: t.Office.WelcomeTitle(), Text: t.Office.Enrolled(t.postName(p))})
	}
	return t.say(chat.Message{Text: texts.AlsoServes(t.postName(p), len(t.member.Units()))})
}
