package enrol

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// tellInviter lets those who answer for an invite see who used it.
func tellInviter(t *turn.Turn, i report.Invite) error {
	responsible, err := t.Officers()
	if err != nil {
		return err
	}
	maker, err := t.Tx.Member(i.By)
	if err == nil && maker.Agency() {
		responsible = []report.Member{maker}
	} else if err == nil && maker.ID != t.Member.ID {
		if err := t.TellAccount(maker.ID, texts.InviteUsedPlain(t.Member.Name, t.PostName(i.Post))); err != nil {
			return err
		}
	}
	m := chat.Message{
		Text:    texts.InviteUsed(t.Member.Name, t.PostName(i.Post)),
		Buttons: turn.Column(RemoveButton(texts.LabelRemove, t.Member.ID, i.Post)),
	}
	for _, r := range responsible {
		if r.ID == t.Member.ID {
			continue
		}
		if err := t.Tell(r, turn.Agency, "", m); err != nil {
			return err
		}
	}
	return nil
}

// welcome opens the conversation anew with who has just got in. The main menu
// follows.
func welcome(t *turn.Turn, p report.Post, fresh bool) error {
	t.Talk = records.Talk{}
	if fresh {
		return t.Say(chat.Message{Title: t.Office.WelcomeTitle(), Text: t.Office.Enrolled(t.PostName(p), p.Role == report.Focal || p.Role == report.Head)})
	}
	return t.Say(chat.Message{Text: t.Office.AlsoServes(t.PostName(p), len(t.Member.Units()))})
}
