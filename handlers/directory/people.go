package directory

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbMove  turn.Verb = "dirp"
	verbMoved turn.Verb = "dirpok"
)

// PeopleButton offers to take the people of a closed unit over.
func PeopleButton(u report.Unit) chat.Button {
	return turn.Button(texts.LabelUnitPeople, verbMove, u.Code)
}

// movesAtOnce is how many people are offered the successor's post at once.
const movesAtOnce = 5

// showPeople offers to take the people of a closed unit over to those that go on.
func showPeople(t *turn.Reading, u report.Unit) error {
	people, err := t.PeopleOf(u.Code)
	if err != nil {
		return err
	}
	var buttons []chat.Button
	for _, h := range people {
		for _, heir := range heirsOf(t, u) {
			if len(buttons) < movesAtOnce {
				args := append(turn.HeldArgs(h.Member.ID, h.Post), heir.Code)
				buttons = append(buttons, turn.Button(texts.LabelMovePerson(h.Member.Name, heir), verbMoved, args...))
			}
		}
	}
	return t.Show(chat.Message{
		Title: u.Name, Text: texts.PeopleToMove(u, len(people)),
		Buttons: append(turn.Column(buttons...), []chat.Button{turn.Button(texts.LabelOpenUnit, digest.VerbUnit, u.Code)}),
	})
}

// heirsOf are the units that go on from one that closes, as of the day after its last.
func heirsOf(t *turn.Reading, u report.Unit) []report.Unit {
	if len(u.Heirs()) == 0 {
		return nil
	}
	day := u.ActiveTo.AddDays(1)
	if day.Before(t.Today()) {
		day = t.Today()
	}
	return t.Tx.Directory().Living(u.Code, day)
}

// A moving is somebody of a closed unit on the way to one that goes on.
type moving struct {
	turn.Held
	from, to report.Unit
}

// toMove is one that the directory says.
var toMove = turn.Join(turn.HeldPost, turn.Unit, func(t *turn.Reading, h turn.Held, to report.Unit) (m moving, no turn.Refusal) {
	from, err := t.Tx.Unit(h.Post.Unit)
	if err != nil || !slices.ContainsFunc(heirsOf(t, from), func(u report.Unit) bool { return u.Code == to.Code }) {
		return m, turn.Stale
	}
	return moving{h, from, to}, nil
})

// move gives somebody the post at the unit that goes on, in place of the one that ends
// with the closed unit, and takes the open drafts along.
func move(t *turn.Turn, m moving) error {
	post, err := postAt(t, m)
	if err != nil {
		return err
	}
	member, before := m.Member, m.Post
	member.Posts = slices.DeleteFunc(slices.Clone(member.Posts), func(p report.Post) bool { return p.SamePlace(before) })
	if !slices.ContainsFunc(member.Posts, func(p report.Post) bool { return p.SamePlace(post) }) {
		member.Posts = append(member.Posts, post)
	}
	if err := t.Tx.PutMember(member); err != nil {
		return err
	}
	of := post.Ref()
	of.Member = member.ID
	if err := t.Tx.Audit(t.Member.ID, report.PostMoved, of.With(report.Changed(m.Member, member)...)); err != nil {
		return err
	}
	if err := t.RevokeInvites(member.ID); err != nil {
		return err
	}
	drafts, err := takeDrafts(t, member.ID, m.from.Code, m.to.Code)
	if err != nil {
		return err
	}
	if err := t.Tell(member, turn.OfUnit, m.to.Code, chat.Message{Text: t.Office.YouAreMoved(t.PostName(post), m.from, drafts)}); err != nil {
		return err
	}
	return showPeopleAfter(t, m.from, texts.PersonMoved(member.Name, t.PostName(post), drafts))
}

// postAt is the post that somebody gets: the same, unless another holds it there.
func postAt(t *turn.Turn, m moving) (p report.Post, err error) {
	p = report.Post{Role: m.Post.Role, Unit: m.to.Code, Deputy: m.Post.Deputy, Since: t.Tx.Now}
	others, err := t.Tx.Holders(p.Role, m.to.Code)
	taken := slices.ContainsFunc(others, func(o report.Member) bool {
		return o.ID != m.Member.ID && (p.Role == report.Head || o.Leads(m.to.Code))
	})
	if taken {
		p.Role, p.Deputy = report.Focal, true
	}
	return p, err
}

// takeDrafts lets the open drafts of somebody go on under another unit.
func takeDrafts(t *turn.Turn, member int64, from, to string) (n int, err error) {
	drafts, err := t.Tx.Drafts(member)
	for _, d := range drafts {
		if d.Unit != from || d.Amends != "" || d.OnBehalf != "" {
			continue
		}
		d.Unit = to
		if _, err := t.Tx.PutDraft(d); err != nil {
			return n, err
		}
		n++
	}
	return n, err
}

func showPeopleAfter(t *turn.Turn, u report.Unit, done string) error {
	if err := t.Show(chat.Message{Text: done}); err != nil {
		return err
	}
	left, err := t.PeopleOf(u.Code)
	if err != nil || len(left) == 0 {
		return err
	}
	return showPeople(&t.Reading, u)
}
