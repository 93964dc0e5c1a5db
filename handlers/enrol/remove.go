package enrol

import (
	"errors"
	"slices"
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	VerbRemove  = "rm"   // member role [place]
	VerbRemoved = "rmok" // member role [place]
)

// RemoveButton asks to take a member out of a post.
func RemoveButton(label string, member int64, p report.Post) chat.Button {
	where := p.Unit
	if p.Block != "" {
		where = turn.BlockKey(p.Block)
	}
	return turn.Button(label, VerbRemove, member, p.Role, where)
}

// AskRemove asks once before somebody is taken out of a post.
func AskRemove(t *turn.Turn, do chat.Action) error {
	h, ok, err := removable(t, do)
	if err != nil || !ok {
		return err
	}
	yes := turn.Button(texts.LabelRemove, VerbRemoved)
	yes.Do.Args = do.Args
	return t.Say(chat.Message{
		Text:    texts.ConfirmRemove(h.Member.Name, t.PostName(h.Post)),
		Buttons: turn.Column(yes, turn.Button(texts.LabelCancel, turn.VerbCancel)),
	})
}

// Remove takes somebody out of a post.
func Remove(t *turn.Turn, do chat.Action) error {
	h, ok, err := removable(t, do)
	if err != nil || !ok {
		return err
	}
	if err := EndPost(t, h.Member, h.Post); err != nil {
		return err
	}
	name := t.PostName(h.Post)
	if err := t.Show(chat.Message{Text: texts.Removed(h.Member.Name, name)}); err != nil {
		return err
	}
	return t.TellAccount(h.Member.ID, t.Office.YouAreRemoved(name))
}

// removable finds who is to be taken out of what, and checks again that this
// member may do it. Not ok means that the answer was given already.
func removable(t *turn.Turn, do chat.Action) (h Holder, ok bool, err error) {
	id, _ := strconv.ParseInt(do.Arg(0), 10, 64)
	m, err := t.Tx.Member(id)
	if errors.Is(err, storage.ErrNotFound) {
		return h, false, t.Stale()
	}
	if err != nil {
		return h, false, err
	}
	at := slices.IndexFunc(m.Posts, func(p report.Post) bool {
		return string(p.Role) == do.Arg(1) && (p.Unit == do.Arg(2) && p.Block == "" || p.Block != "" && turn.BlockKey(p.Block) == do.Arg(2))
	})
	if at < 0 {
		return h, false, t.Stale()
	}
	h = Holder{m, m.Posts[at]}
	if !t.MayRemove(h.Post) {
		return h, false, t.Refuse(do.Verb)
	}
	if last, err := lastAdmin(t, h.Post); err != nil || last {
		if err == nil {
			err = t.Say(chat.Message{Text: texts.LastAdmin()})
		}
		return h, false, err
	}
	return h, true, nil
}

func lastAdmin(t *turn.Turn, p report.Post) (bool, error) {
	if p.Role != report.Admin {
		return false, nil
	}
	admins, err := t.Tx.Holders(report.Admin, "")
	return len(admins) <= 1, err
}

// A Holder is a member in one post.
type Holder struct {
	Member report.Member
	Post   report.Post
}
