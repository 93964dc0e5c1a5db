package scheduler

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// A State is all that decides what is due: the records as they are now.
type State struct {
	Owed     []Owed // of every period that can still have stages, in the directory's order
	People   *People
	Returned []report.Example            // waiting for completion
	Requests []Request                   // waiting for the head of a unit
	Decided  func(records.StageKey) bool // whether the log has the stage
	Enrolled func(unit string) bool      // whether the unit ever had a focal point
	Snoozes  map[int64]time.Time         // who asked to be reminded again, when
	Chases   []Chase                     // units that an officer wants to be reminded now
}

// A Chase is a wish of the agency, and which units were reminded so short a while
// before it that they are left out.
type Chase struct {
	records.Chase
	Lately map[string]bool
}

// asksFor reports whether the duty is one that is to be reminded of.
func (c Chase) asksFor(o *Owed) bool {
	return c.Period == o.Schedule.Period && c.Scope.Covers(o.Unit) && !c.Lately[o.Unit.Code]
}

// An Owed is one duty of one unit and how it stands.
type Owed struct {
	Unit     report.Unit
	Schedule report.Schedule
	Standing report.Standing
}

// A Plan is what a tick decides.
type Plan struct {
	Notices []Notice
	Skipped []records.Stage // stages that are not sent, with the reason
	Spent   []int64         // members whose wish to be reminded again is over
	Over    []records.Chase // wishes of the agency that are over
}

// A Notice is one message to one person.
type Notice struct {
	Kind     Kind
	To       report.Member
	Posts    []report.Post  // in which the person is told; the message is void without them
	Items    []Item         // at least one, except for Completion
	Apart    []Item         // duties in the same periods of units that cannot be asked; of lists
	Example  report.Example // of Completion
	Requests []Request      // of Approval (one) and WaitList
	Stages   []records.StageKey
}

// An Item is one duty that a notice speaks of, and the stage that it has come to.
type Item struct {
	Owed
	Step    string
	Contact report.Contact
}

// A Kind is what a notice is about.
type Kind string

// The kinds, in the order in which they are sent.
const (
	Remind     Kind = "remind"     // to a focal point: all that this person's units owe
	Completion Kind = "completion" // to the sender: a returned example hangs
	Approval   Kind = "approval"   // to the head: a draft waits for the head's approval
	Escalated  Kind = "escalated"  // to a dự phòng or a head, of their own unit
	BlockList  Kind = "block"      // to a block head: the block's units that have not sent
	AgencyList Kind = "agency"     // to an officer: units that have not sent after the last stage
	LostList   Kind = "lost"       // to an officer: units in which nobody can be reached
	WaitList   Kind = "waiting"    // to an officer: what has waited for a head for long
)

var kinds = []Kind{Remind, Completion, Approval, Escalated, BlockList, AgencyList, LostList, WaitList}

// kindOf is the kind of notice that a stage for an audience makes.
var kindOf = map[Audience]Kind{
	Focal: Remind, Deputy: Escalated, Head: Escalated, BlockHead: BlockList, Agency: AgencyList,
}

// The reasons for which a stage is not sent.
const (
	Missed = "missed" // its time is past by more than the catch-up window
	Merged = "merged" // a later stage of the same duty is due at the same tick
)

// Due derives what is to be sent at now. It is a pure function: what it
// returns goes into the log, and the same state then yields nothing more.
// Nothing is due on days off and in quiet hours.
func Due(l Ladder, r report.Rules, s State, now time.Time) Plan {
	if !l.Allows(r, now) {
		return Plan{}
	}
	d := &derivation{
		ladder: l, rules: r, state: s, now: now, people: s.People,
		steps: map[report.Schedule][]Step{}, box: map[mailbox]int{},
	}
	var waiting []report.Request
	for _, r := range s.Requests {
		waiting = append(waiting, r.Request)
	}
	for i := range s.Owed {
		if o := &s.Owed[i]; o.Standing.State == report.Pending && !o.Standing.AwaitsHead(waiting) {
			d.duty(o)
		}
	}
	for _, r := range s.Requests {
		d.request(r)
	}
	for _, e := range s.Returned {
		d.completion(e)
	}
	for id, at := range s.Snoozes {
		if l.expired(r, at, now) {
			d.plan.Spent = append(d.plan.Spent, id)
		}
	}
	for _, c := range s.Chases {
		if l.expired(r, c.At, now) {
			d.plan.Over = append(d.plan.Over, c.Chase)
		}
	}
	return d.finish()
}

// A derivation is one run of Due.
type derivation struct {
	ladder Ladder
	rules  report.Rules
	state  State
	now    time.Time
	people *People
	steps  map[report.Schedule][]Step // the same for most units
	plan   Plan
	box    map[mailbox]int // index of a notice in the plan
	ways   []way           // of the duty in hand
	apart  []apart
}

// An apart is a duty of a unit that cannot be asked, and who would be told of
// it if the unit could.
type apart struct {
	*Owed
	step    *Step
	contact report.Contact
}

// A mailbox is a person, for one kind of notice.
type mailbox struct {
	kind   Kind
	member int64
}

// A stop is a step on one person's way.
type stop struct {
	*Step
	seat seat
}

// A way is what has come to one person of one duty, in the order of time.
type way struct {
	id    int64
	stops []stop
}

// duty derives what is due for one duty that is pending.
func (d *derivation) duty(o *Owed) {
	steps := d.stepsOf(o.Schedule)
	begun := len(steps) > 0 && !steps[0].At.After(d.now)
	if !begun && len(d.state.Chases) == 0 {
		return
	}
	focals := d.people.focals(o.Unit.Code)
	contact := report.Reachable
	if len(focals) == 0 {
		contact = report.OutOfReach(d.state.Enrolled(o.Unit.Code))
		if begun {
			d.lost(o, contact, steps)
		}
	}
	d.ways = d.ways[:0]
	for i := range steps {
		step := &steps[i]
		if step.At.After(d.now) {
			break // those whose time has not come need not be gone through
		}
		if contact != report.Reachable && (step.To == BlockHead || step.To == Agency) {
			d.apart = append(d.apart, apart{o, step, contact}) // not to be blamed, and counted
			continue
		}
		seats := focals
		if step.To != Focal {
			seats = d.people.audience(&o.Unit, step.To)
		}
		for _, seat := range seats {
			w := d.wayOf(seat.member.ID)
			w.stops = append(w.stops, stop{step, seat})
		}
	}
	if len(d.state.Snoozes) > 0 {
		for _, seat := range focals {
			d.snoozed(o, seat)
		}
	}
	for _, c := range d.state.Chases {
		if c.asksFor(o) {
			d.chased(o, focals, c.At)
		}
	}
	for i := range d.ways {
		key := func(s stop) records.StageKey { return stageKey(o, s.Name, s.seat.member.ID) }
		if last, ok := d.latest(d.ways[i].stops, key); ok {
			d.notify(kindOf[last.To], last.seat, key(last), Item{*o, last.Name, contact})
		}
	}
}

// wayOf is the way of a person to the duty in hand; there are a few.
func (d *derivation) wayOf(id int64) *way {
	for i := range d.ways {
		if d.ways[i].id == id {
			return &d.ways[i]
		}
	}
	if len(d.ways) < cap(d.ways) { // with its room for stops
		d.ways = d.ways[:len(d.ways)+1]
	} else {
		d.ways = append(d.ways, way{})
	}
	w := &d.ways[len(d.ways)-1]
	w.id, w.stops = id, w.stops[:0]
	return w
}

func (d *derivation) stepsOf(s report.Schedule) []Step {
	steps, ok := d.steps[s]
	if !ok {
		steps = d.ladder.Steps(d.rules, s)
		d.steps[s] = steps
	}
	return steps
}

func stageKey(o *Owed, name string, member int64) records.StageKey {
	return records.StageKey{Period: o.Schedule.Period, Unit: o.Unit.Code, Deadline: o.Schedule.Deadline, Stage: name, Member: member}
}

// snoozed adds the hour at which the person wished to be reminded again to
// the person's way, if reminding had begun by then and was not over.
func (d *derivation) snoozed(o *Owed, seat seat) {
	w := d.wayOf(seat.member.ID)
	at, asked := d.state.Snoozes[seat.member.ID]
	if !asked || len(w.stops) == 0 || at.Before(w.stops[0].At) {
		return
	}
	if steps := d.stepsOf(o.Schedule); d.ladder.expired(d.rules, steps[len(steps)-1].At, at) {
		return
	}
	w.add(stop{&Step{"snooze/" + strconv.FormatInt(at.Unix(), 10), at, Focal}, seat})
}

// chased adds the moment at which an officer wished the unit to be reminded to the
// ways of its focal points, whether the ladder has begun or not.
func (d *derivation) chased(o *Owed, focals []seat, at time.Time) {
	step := &Step{"now/" + strconv.FormatInt(at.Unix(), 10), at, Focal}
	for _, seat := range focals {
		d.wayOf(seat.member.ID).add(stop{step, seat})
	}
}

// add puts a stop where it belongs in time.
func (w *way) add(s stop) {
	w.stops = append(w.stops, s)
	slices.SortStableFunc(w.stops, func(a, b stop) int { return a.At.Compare(b.At) })
}

// latest finds the one stage on a person's way that is to be sent now, and
// leaves out those before it. What lies before a stage decided earlier is past:
// in nearly every minute the last that came is, and no other is looked for.
func (d *derivation) latest(stops []stop, key func(stop) records.StageKey) (last stop, ok bool) {
	var fresh []stop // the latest first
	for _, s := range slices.Backward(stops) {
		if s.At.After(d.now) {
			continue
		}
		if d.state.Decided(key(s)) {
			break
		}
		if !s.At.Before(s.seat.since()) {
			fresh = append(fresh, s)
		}
	}
	if len(fresh) == 0 {
		return stop{}, false
	}
	last = fresh[0]
	ok = !d.ladder.expired(d.rules, last.At, d.now)
	for _, s := range slices.Backward(fresh[1:]) {
		d.leaveOut(s, key(s))
	}
	if !ok {
		d.leaveOut(last, key(last))
	}
	return last, ok
}

// leaveOut logs a stage that is not sent.
func (d *derivation) leaveOut(s stop, key records.StageKey) {
	note := Merged
	if d.ladder.expired(d.rules, s.At, d.now) {
		note = Missed
	}
	d.plan.Skipped = append(d.plan.Skipped, records.Stage{StageKey: key, Note: note})
}

// lost puts a unit in which nobody can be reached on the officers' list, once
// in a period, from the first stage until the ladder is over.
func (d *derivation) lost(o *Owed, contact report.Contact, steps []Step) {
	if d.ladder.expired(d.rules, steps[len(steps)-1].At, d.now) {
		return
	}
	for _, seat := range d.people.officers() {
		key := stageKey(o, string(LostList), seat.member.ID)
		key.Deadline = report.Date{}
		if !d.state.Decided(key) {
			d.notify(LostList, seat, key, Item{*o, key.Stage, contact})
		}
	}
}

// completion derives the reminder of an example that was returned and hangs:
// to its sender, or to the unit's focal points if the sender has left.
func (d *derivation) completion(e report.Example) {
	if e.Due.IsZero() || len(e.Periods) == 0 {
		return
	}
	for _, seat := range d.completers(e) {
		var stops []stop
		for _, n := range d.ladder.Returned {
			name := "complete/" + e.Number + "/" + strconv.Itoa(e.Version) + "/" + strconv.Itoa(n)
			if at := d.ladder.hangsAt(d.rules, e.Due, n); !at.Before(e.RuleAt) {
				stops = append(stops, stop{&Step{name, at, Focal}, seat})
			}
		}
		slices.SortStableFunc(stops, func(a, b stop) int { return a.At.Compare(b.At) })
		key := func(s stop) records.StageKey {
			return records.StageKey{Period: e.Periods[0], Unit: e.Unit, Deadline: e.Due, Stage: s.Name, Member: s.seat.member.ID}
		}
		if last, ok := d.latest(stops, key); ok {
			d.plan.Notices = append(d.plan.Notices, Notice{
				Kind: Completion, To: *seat.member, Posts: []report.Post{*seat.post}, Example: e, Stages: []records.StageKey{key(last)},
			})
		}
	}
}

// completers are the sender if still a focal point of the unit and reachable,
// else the unit's focal points, else its head.
func (d *derivation) completers(e report.Example) []seat {
	sender, ok := d.people.byID[e.By]
	if ok {
		for i := range sender.Posts {
			if post := &sender.Posts[i]; post.Role == report.Focal && post.Unit == e.Unit {
				return []seat{{sender, post}}
			}
		}
	}
	if focals := d.people.focals(e.Unit); len(focals) > 0 {
		return focals
	}
	return d.people.head[e.Unit]
}

// notify adds a duty to the one message of its kind that the person gets.
func (d *derivation) notify(kind Kind, seat seat, key records.StageKey, item Item) {
	to := mailbox{kind, seat.member.ID}
	i, known := d.box[to]
	if !known {
		i = len(d.plan.Notices)
		d.box[to] = i
		d.plan.Notices = append(d.plan.Notices, Notice{Kind: kind, To: *seat.member})
	}
	n := &d.plan.Notices[i]
	n.Items = append(n.Items, item)
	n.Stages = append(n.Stages, key)
	if !slices.Contains(n.Posts, *seat.post) {
		n.Posts = append(n.Posts, *seat.post)
	}
}

// nameApart adds to a list of units that were asked those that could not be, in
// the periods of which it speaks.
func (d *derivation) nameApart(n *Notice) {
	for _, a := range d.apart {
		if kindOf[a.step.To] == n.Kind && n.speaksOf(a.Schedule.Period) && n.concerns(a.Unit) {
			n.Apart = append(n.Apart, Item{*a.Owed, a.step.Name, a.contact})
		}
	}
}

func (n *Notice) speaksOf(p report.Period) bool {
	return slices.ContainsFunc(n.Items, func(i Item) bool { return i.Schedule.Period == p })
}

// concerns reports whether the reader of a list answers for the unit.
func (n *Notice) concerns(u report.Unit) bool {
	return n.Kind != BlockList || slices.ContainsFunc(n.Posts, func(p report.Post) bool { return p.Block == u.Block })
}

// finish puts the plan in a fixed order.
func (d *derivation) finish() Plan {
	for i := range d.plan.Notices {
		if n := &d.plan.Notices[i]; n.Kind == BlockList || n.Kind == AgencyList {
			d.nameApart(n)
		}
	}
	rank := func(n Notice) int { return slices.Index(kinds, n.Kind) }
	slices.SortStableFunc(d.plan.Notices, func(a, b Notice) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.To.ID, b.To.ID))
	})
	slices.Sort(d.plan.Spent)
	return d.plan
}
