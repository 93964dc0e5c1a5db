package turn

import (
	"cmp"

	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
)

// A Verb is what a button asks for.
type Verb string

// A Question is what was asked last: the next text is the answer.
type Question string

// The verbs that a lower room's buttons carry and a higher one acts on.
const (
	VerbCancel Verb = "no"
	VerbPick   Verb = "pick" // purpose unit
	// VerbTakeDraft takes over a draft that somebody left: its id.
	VerbTakeDraft Verb = "d.take"

	VerbPeople    Verb = "ppl" // unit page: who serves it
	VerbRetention Verb = "retain"

	PickToInvite = "inv" // a purpose
)

// A Route is one thing that can be asked: in which ways, by whom, and what is
// done then.
type Route struct {
	Verb     Verb     // by a button
	Question Question // by answering this
	Free     bool     // a number is an answer too, not the number of a button
	Idle     bool     // nothing was asked in truth: a text is no answer
	Keeps    bool     // the message with the button stays as it is
	Commands []string // by a word after a slash
	Words    []string // by a word of the main menu, typed or pressed
	Exact    bool     // by that word only as the menu sends it: what is typed otherwise is asked about
	Who      Who
	Do       Action
	Beside   Beside // of a question: what becomes of a text that is no answer
}

// A Beside is where a text leads that was typed at a question and is no answer to
// it. Each action is given what the question carries.
type Beside struct {
	Takes form.Takes // empty: the question reads such texts itself
	Again Action     // puts the question again
	Back  Action     // the question before; none: the question is left
	Skip  Action     // past it; none: it has to be answered
}

// Perform does what is asked by a word or button, with what the button carries.
func (r Route) Perform(t *Turn, parts []string) error {
	do, no := r.admit(&t.Reading, t, parts)
	if no != nil {
		return no(t)
	}
	return do()
}

// Answer takes the text for the answer to the open question. A question that
// may not be answered any more is closed.
func (r Route) Answer(t *Turn) error {
	do, no := r.admit(&t.Reading, t, t.Talk.Args)
	if no != nil {
		t.CloseQuestion()
		return no(t)
	}
	return do()
}

// Instead does something in place of the answer to the open question.
func (r Route) Instead(t *Turn, do Action) error {
	r.Do = do
	return r.Answer(t)
}

// Read does what is asked of a route that only reads. Not ok means that it is
// refused, which is for Perform to say.
func (r Route) Read(t *Reading, parts []string) (ok bool, err error) {
	do, no := r.admit(t, nil, parts)
	if no != nil {
		return false, nil
	}
	return true, do()
}

// LookAhead finds what the action of a route will need, without doing it.
func (r Route) LookAhead(t *Reading, parts []string) {
	t.ahead = true
	r.admit(t, nil, parts)
}

// admit is the gate before every action. A button outlives the moment that it
// was made for, and it can be forged: so the member must hold one of the roles,
// nothing that the button carries may be missing, too much, or unreadable, and
// each unit, draft and example must be one that this member may ask about, at
// the version for which the button was made.
func (r Route) admit(t *Reading, turn *Turn, parts []string) (do func() error, no Refusal) {
	if _, ok := t.Post(r.Who, ""); !ok {
		return nil, r.refuse
	}
	t.shown = t.shown || r.Keeps
	parts, ok := r.Do.whole(parts)
	if !ok {
		return nil, Stale
	}
	t.who = r.Who
	given := given{t: t, turn: turn, parts: parts}
	do = r.Do.read(&given)
	return do, given.no
}

// refuse answers somebody whose roles are others: a forged or inherited
// button, or a word of another's menu.
func (r Route) refuse(t *Turn) error {
	if (r.Who == Focal || r.Who == OfUnit) && t.Event.Kind != chat.Pressed {
		return t.MainMenu(t.Office.ForFocals(t.Member.Agency()))
	}
	return t.Refuse(cmp.Or(string(r.Verb), string(r.Question), cmp.Or(r.Commands...)))
}

// Who is a set of roles.
type Who uint

// The roles, and those that often go together.
const (
	Focal Who = 1 << iota
	Head
	BlockHead
	Officer
	Leader
	Admin

	OfUnit   = Focal | Head // report for a unit
	Agency   = Officer | Admin
	Everyone = Focal | Head | BlockHead | Officer | Leader | Admin
)

var roles = map[report.Role]Who{
	report.Focal: Focal, report.Head: Head, report.BlockHead: BlockHead,
	report.Officer: Officer, report.Leader: Leader, report.Admin: Admin,
}

// Post finds the member's first post in one of the roles. Where a unit is
// given, posts of other units and of blocks do not count; those of the agency
// do, for it asks about all.
func (t *Reading) Post(who Who, unit string) (report.Post, bool) { return postOf(t.Member, who, unit) }

func postOf(m report.Member, who Who, unit string) (report.Post, bool) {
	for _, p := range m.Posts {
		ofAgency := p.Unit == "" && p.Block == ""
		if who&roles[p.Role] != 0 && (unit == "" || ofAgency || p.Unit == unit) {
			return p, true
		}
	}
	return report.Post{}, false
}

// may reports whether this member may ask about a unit what is being asked.
func (t *Reading) may(unit string) bool {
	_, ok := t.Post(t.who, unit)
	if !ok {
		t.Log.Warn("button of another's unit", "member", t.Member.ID, "unit", unit)
	}
	return ok
}

// May reports whether the member holds a role that may ask for a route.
func (t *Reading) May(r Route) bool {
	_, ok := t.Post(r.Who, "")
	return ok
}

// mayPast reports whether this member may ask about an example of a unit: also of one
// that closed, for those who go on from it.
func (t *Reading) mayPast(unit string) bool {
	if _, ok := t.Post(t.who, unit); ok {
		return true
	}
	for _, u := range t.goOn(unit) {
		if _, ok := t.Post(t.who, u.Code); ok {
			return true
		}
	}
	return t.may(unit)
}
