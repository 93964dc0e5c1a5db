package handlers

import (
	"errors"
	"slices"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	verbRemove  = "rm"   // member role [place]
	verbRemoved = "rmok" // member role [place]
)

// removeButton asks to take a member out of a post.
func removeButton(label string, member int64, p report.Post) chat.Button {
	where := p.Unit
	if p.Block != "" {
		where = blockKey(p.Block)
	}
	return button(label, verbRemove, member, p.Role, where)
}

// askRemove asks once before somebody is taken out of a post.
func (t *turn) askRemove(do chat.Action) error {
	h, ok, err := t.removable(do)
	if err != nil || !ok {
		return err
	}
	yes := button(texts.LabelRemove, verbRemoved)
	yes.Do.Args = do.Args
	return t.say(chat.Message{
		Text:    texts.ConfirmRemove(h.member.Name, t.postName(h.post)),
		Buttons: column(yes, button(texts.LabelCancel, verbCancel)),
	})
}

// remove takes somebody out of a post.
func (t *turn) remove(do chat.Action) error {
	h, ok, err := t.removable(do)
	if err != nil || !ok {
		return err
	}
	if err := t.endPost(h.member, h.post); err != nil {
		return err
	}
	name := t.postName(h.post)
	if err := t.show(chat.Message{Text: texts.Removed(h.member.Name, name)}); err != nil {
		return err
	}
	return t.tellAccount(h.member.ID, t.Office.YouAreRemoved(name))
}

// removable finds who is to be taken out of what, and checks again that this
// member may do it. Not ok means that the answer was given already.
func (t *turn) removable(do chat.Action) (h holder, ok bool, err error) {
	id, _ := strconv.ParseInt(do.Arg(0), 10, 64)
	m, err := t.tx.Member(id)
	if errors.Is(err, storage.ErrNotFound) {
		return h, false, t.stale()
	}
	if err != nil {
		return h, false, err
	}
	at := slices.IndexFunc(m.Posts, func(p report.Post) bool {
		return string(p.Role) == do.Arg(1) && (p.Unit == do.Arg(2) && p.Block == "" || p.Block != "" && blockKey(p.Block) == do.Arg(2))
	})
	if at < 0 {
		return h, false, t.stale()
	}
	h = holder{m, m.Posts[at]}
	if !t.mayRemove(h.post) {
		return h, false, t.refuse(do.Verb)
	}
	if last, err := t.lastAdmin(h.post); err != nil || last {
		if err == nil {
			err = t.say(chat.Message{Text: texts.LastAdmin()})
		}
		return h, false, err
	}
	return h, true, nil
}

func (t *turn) lastAdmin(p report.Post) (bool, error) {
	if p.Role != report.Admin {
		return false, nil
	}
	admins, err := t.tx.Holders(report.Admin, "")
	return len(admins) <= 1, err
}

// A holder is a member in one post.
type holder struct {
	member report.Member
	post   report.Post
}
