package turn

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
	VerbCancel = "no"
	VerbPick   = "pick" // purpose unit

	PickToInvite = "inv" // a purpose
)

// Settings are what every turn knows of the place.
type Settings struct {
	Rules   report.Rules
	Office  texts.Office
	Log     *slog.Logger
	Options Options
}

// A Turn is one event of one member, with the conversation so far. Somebody
// who is no member has a turn as well: as one without posts.
type Turn struct {
	Settings
	Tx     *storage.Tx
	Event  chat.Event
	Member report.Member
	Talk   storage.Talk

	answered bool // the press was answered with a notice
	shown    bool // the pressed message was edited, or is to stay as it is
}

// End closes the turn: a press always gets its answer, and the conversation
// is kept.
func (t *Turn) End() error {
	if t.Event.Kind == chat.Pressed && !t.answered {
		if err := t.Toast(""); err != nil {
			return err
		}
	}
	if len(t.Member.Posts) == 0 {
		return nil // no member, or none any more
	}
	return t.Tx.PutTalk(t.Member.ID, t.Talk)
}

// Say sends a new message. Its buttons can be answered by number or by label
// until the next message with buttons.
func (t *Turn) Say(m chat.Message) error {
	return t.put(storage.Row{Message: m})
}

// Show edits the message whose button was pressed, so that menus do not pile
// up; where nothing was pressed, or the message is used already, it says.
func (t *Turn) Show(m chat.Message) error {
	if t.Event.Kind != chat.Pressed || t.Event.MessageID == 0 || t.shown || m.File != nil || m.Keys != nil {
		return t.Say(m)
	}
	t.shown = true
	t.offer(m)
	return t.Tx.PutEdit(storage.Row{Chat: t.Event.Chat, Target: t.Event.MessageID, Message: m})
}

// Keep leaves the pressed message as it is: what is shown next is said.
func (t *Turn) Keep() { t.shown = true }

func (t *Turn) put(row storage.Row) error {
	row.Chat = t.Member.ID
	t.offer(row.Message)
	_, err := t.Tx.Put(row)
	return err
}

func (t *Turn) offer(m chat.Message) {
	var offered []chat.Button
	for _, line := range m.Buttons {
		offered = append(offered, line...)
	}
	t.Talk.Offered = offered
}

// Toast answers a press with a short notice on the screen; "" only stops the
// little clock.
func (t *Turn) Toast(text string) error {
	if t.Event.Kind != chat.Pressed {
		if text == "" {
			return nil
		}
		return t.Say(chat.Message{Text: text})
	}
	t.answered = true
	_, err := t.Tx.Put(storage.Row{Chat: t.Event.Chat, Way: storage.Answer, Query: t.Event.Press.Query, Message: chat.Message{Text: text}})
	return err
}

// Tell sends a message to somebody else.
func (t *Turn) Tell(member int64, m chat.Message) error {
	_, err := t.Tx.Put(storage.Row{Chat: member, Message: m, Guard: &storage.Guard{Member: member}})
	return err
}

// TellAccount says one thing to one account, member or not.
func (t *Turn) TellAccount(account int64, text string) error {
	_, err := t.Tx.Put(storage.Row{Chat: account, Message: chat.Message{Text: text}})
	return err
}

// Ask opens a question: the next text that is no command, menu word or button
// goes to it.
func (t *Turn) Ask(question string, args ...string) {
	t.Talk.Ask, t.Talk.Args = question, args
}

// CloseQuestion closes the open question: the next text answers nothing.
func (t *Turn) CloseQuestion() { t.Talk.Ask, t.Talk.Args = "", nil }

// Arg is an argument of the open question.
func (t *Turn) Arg(n int) string {
	if n < len(t.Talk.Args) {
		return t.Talk.Args[n]
	}
	return ""
}

// Stale answers an old button, and leaves everything as it is.
func (t *Turn) Stale() error { return t.Toast(texts.Stale()) }

// Today is the day of this turn where the office is.
func (t *Turn) Today() report.Date { return report.DateOf(t.Tx.Now.In(t.Rules.Zone)) }

// NameAndCode names a unit as lists do, by its code if the directory has lost it.
func (t *Turn) NameAndCode(code string) string {
	u, err := t.Tx.Unit(code)
	if err != nil {
		return code
	}
	return texts.UnitName(u)
}

// Officers lists those who work for the standing agency.
func (t *Turn) Officers() ([]report.Member, error) {
	officers, err := t.Tx.Holders(report.Officer, "")
	if err != nil {
		return nil, err
	}
	admins, err := t.Tx.Holders(report.Admin, "")
	for _, a := range admins {
		if !a.Holds(report.Officer) {
			officers = append(officers, a)
		}
	}
	return officers, err
}

// Serves reports whether the member may act for the unit.
func (t *Turn) Serves(unit string) bool { return t.Member.Serves(unit) }

// UnitName names a unit, by its code if the directory has lost it.
func (t *Turn) UnitName(code string) string {
	if u, err := t.Tx.Unit(code); err == nil {
		return u.Name
	}
	return code
}

// Refuse answers somebody who may not do this: a forged or inherited button,
// or a word of another role.
func (t *Turn) Refuse(what string) error {
	t.Log.Warn("refused", "member", t.Member.ID, "what", what)
	if t.Event.Kind == chat.Pressed {
		return t.Stale()
	}
	return t.Say(chat.Message{Text: t.Office.NotForYou()})
}

// TellUnit tells something to the focal points of a unit.
func (t *Turn) TellUnit(unit string, m chat.Message) error {
	focals, err := t.Tx.Holders(report.Focal, unit)
	for _, f := range focals {
		if f.ID == t.Member.ID {
			continue
		}
		if err := t.Tell(f.ID, m); err != nil {
			return err
		}
	}
	return err
}

// Post finds the member's first post in one of the roles; where a unit is
// given, in that unit.
func (t *Turn) Post(unit string, roles ...report.Role) (report.Post, bool) {
	for _, p := range t.Member.Posts {
		if slices.Contains(roles, p.Role) && (unit == "" || p.Unit == unit) {
			return p, true
		}
	}
	return report.Post{}, false
}

// Working is the period that is being worked on: the earliest month that is
// not locked, or quarter where months are not asked for.
func (t *Turn) Working() report.Period {
	duty := report.Month
	if t.Rules.Month.Off {
		duty = report.Quarter
	}
	return t.Rules.OpenPeriods(duty, t.Today())[0]
}

// InReach reports whether a period is one that anybody could ask about.
func (t *Turn) InReach(p report.Period) bool { return p.Year >= 2000 && p.Year <= t.Today().Year+1 }

// Headed lists the units of which the member is the head.
func (t *Turn) Headed() (codes []string) {
	for _, p := range t.Member.Posts {
		if p.Role == report.Head {
			codes = append(codes, p.Unit)
		}
	}
	return codes
}

// Heads reports whether the member is the head of the unit.
func (t *Turn) Heads(unit string) bool {
	for _, code := range t.Headed() {
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
