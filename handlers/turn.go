package handlers

import (
	"log/slog"
	"slices"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// The verbs that a lower room's buttons carry and a higher one acts on.
const (
	verbCancel = "no"
	verbPick   = "pick" // purpose unit

	pickToInvite = "inv" // a purpose
)

// settings are what every turn knows of the place.
type settings struct {
	Rules   report.Rules
	Office  texts.Office
	Log     *slog.Logger
	Options Options
}

// A turn is one event of one member, with the conversation so far. Somebody
// who is no member has a turn as well: as one without posts.
type turn struct {
	settings
	tx     *storage.Tx
	ev     chat.Event
	member report.Member
	talk   storage.Talk

	answered bool // the press was answered with a notice
	shown    bool // the pressed message was edited, or is to stay as it is
}

// end closes the turn: a press always gets its answer, and the conversation
// is kept.
func (t *turn) end() error {
	if t.ev.Kind == chat.Pressed && !t.answered {
		if err := t.toast(""); err != nil {
			return err
		}
	}
	if len(t.member.Posts) == 0 {
		return nil // no member, or none any more
	}
	return t.tx.PutTalk(t.member.ID, t.talk)
}

// say sends a new message. Its buttons can be answered by number or by label
// until the next message with buttons.
func (t *turn) say(m chat.Message) error {
	return t.put(storage.Row{Message: m})
}

// show edits the message whose button was pressed, so that menus do not pile
// up; where nothing was pressed, or the message is used already, it says.
func (t *turn) show(m chat.Message) error {
	if t.ev.Kind != chat.Pressed || t.ev.MessageID == 0 || t.shown || m.File != nil || m.Keys != nil {
		return t.say(m)
	}
	t.shown = true
	t.offer(m)
	return t.tx.PutEdit(storage.Row{Chat: t.ev.Chat, Target: t.ev.MessageID, Message: m})
}

// keep leaves the pressed message as it is: what is shown next is said.
func (t *turn) keep() { t.shown = true }

func (t *turn) put(row storage.Row) error {
	row.Chat = t.member.ID
	t.offer(row.Message)
	_, err := t.tx.Put(row)
	return err
}

func (t *turn) offer(m chat.Message) {
	var offered []chat.Button
	for _, line := range m.Buttons {
		offered = append(offered, line...)
	}
	t.talk.Offered = offered
}

// toast answers a press with a short notice on the screen; "" only stops the
// little clock.
func (t *turn) toast(text string) error {
	if t.ev.Kind != chat.Pressed {
		if text == "" {
			return nil
		}
		return t.say(chat.Message{Text: text})
	}
	t.answered = true
	_, err := t.tx.Put(storage.Row{Chat: t.ev.Chat, Way: storage.Answer, Query: t.ev.Press.Query, Message: chat.Message{Text: text}})
	return err
}

// tell sends a message to somebody else.
func (t *turn) tell(member int64, m chat.Message) error {
	_, err := t.tx.Put(storage.Row{Chat: member, Message: m, Guard: &storage.Guard{Member: member}})
	return err
}

// tellAccount says one thing to one account, member or not.
func (t *turn) tellAccount(account int64, text string) error {
	_, err := t.tx.Put(storage.Row{Chat: account, Message: chat.Message{Text: text}})
	return err
}

// ask opens a question: the next text that is no command, menu word or button
// goes to it.
func (t *turn) ask(question string, args ...string) {
	t.talk.Ask, t.talk.Args = question, args
}

// closeQuestion closes the open question: the next text answers nothing.
func (t *turn) closeQuestion() { t.talk.Ask, t.talk.Args = "", nil }

// arg is an argument of the open question.
func (t *turn) arg(n int) string {
	if n < len(t.talk.Args) {
		return t.talk.Args[n]
	}
	return ""
}

// stale answers an old button, and leaves everything as it is.
func (t *turn) stale() error { return t.toast(texts.Stale()) }

// today is the day of this turn where the office is.
func (t *turn) today() report.Date { return report.DateOf(t.tx.Now.In(t.Rules.Zone)) }

// nameAndCode names a unit as lists do, by its code if the directory has lost it.
func (t *turn) nameAndCode(code string) string {
	u, err := t.tx.Unit(code)
	if err != nil {
		return code
	}
	return texts.UnitName(u)
}

// agency lists those who work for the standing agency.
func (t *turn) agency() ([]report.Member, error) {
	officers, err := t.tx.Holders(report.Officer, "")
	if err != nil {
		return nil, err
	}
	admins, err := t.tx.Holders(report.Admin, "")
	for _, a := range admins {
		if !a.Holds(report.Officer) {
			officers = append(officers, a)
		}
	}
	return officers, err
}

// serves reports whether the member may act for the unit.
func (t *turn) serves(unit string) bool { return t.member.Serves(unit) }

// unitName names a unit, by its code if the directory has lost it.
func (t *turn) unitName(code string) string {
	if u, err := t.tx.Unit(code); err == nil {
		return u.Name
	}
	return code
}

// refuse answers somebody who may not do this: a forged or inherited button,
// or a word of another role.
func (t *turn) refuse(what string) error {
	t.Log.Warn("refused", "member", t.member.ID, "what", what)
	if t.ev.Kind == chat.Pressed {
		return t.stale()
	}
	return t.say(chat.Message{Text: t.Office.NotForYou()})
}

// tellUnit tells something to the focal points of a unit.
func (t *turn) tellUnit(unit string, m chat.Message) error {
	focals, err := t.tx.Holders(report.Focal, unit)
	for _, f := range focals {
		if f.ID == t.member.ID {
			continue
		}
		if err := t.tell(f.ID, m); err != nil {
			return err
		}
	}
	return err
}

// post finds the member's first post in one of the roles; where a unit is
// given, in that unit.
func (t *turn) post(unit string, roles ...report.Role) (report.Post, bool) {
	for _, p := range t.member.Posts {
		if slices.Contains(roles, p.Role) && (unit == "" || p.Unit == unit) {
			return p, true
		}
	}
	return report.Post{}, false
}

// working is the period that is being worked on: the earliest month that is
// not locked, or quarter where months are not asked for.
func (t *turn) working() report.Period {
	duty := report.Month
	if t.Rules.Month.Off {
		duty = report.Quarter
	}
	return t.Rules.OpenPeriods(duty, t.today())[0]
}

// inReach reports whether a period is one that anybody could ask about.
func (t *turn) inReach(p report.Period) bool { return p.Year >= 2000 && p.Year <= t.today().Year+1 }

// headed lists the units of which the member is the head.
func (t *turn) headed() (codes []string) {
	for _, p := range t.member.Posts {
		if p.Role == report.Head {
			codes = append(codes, p.Unit)
		}
	}
	return codes
}

// heads reports whether the member is the head of the unit.
func (t *turn) heads(unit string) bool {
	for _, code := range t.headed() {
		if code == unit {
			return true
		}
	}
	return false
}

// Options are the configured habits of the desk.
type Options struct {
	// SnoozeAt is the time of day of "Nhắc lại chiều nay", since midnight.
	SnoozeAt time.Duration
	// ReturnDue is the working days that a unit gets to complete an example.
	ReturnDue int
}
