package scheduler

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// A State is all that decides what is due: the records as they are now.
type State struct {
	Owed     []Owed // of every period that can still have stages, in the directory's order
	Members  []report.Member
	Returned []report.Example            // waiting for completion
	Decided  func(storage.StageKey) bool // whether the log has the stage
	Enrolled func(unit string) bool      // whether the unit ever had a focal point
	Snoozes  map[int64]time.Time         // who asked to be reminded again, when
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
	Skipped []storage.Stage // stages that are not sent, with the reason
	Spent   []int64         // members whose wish to be reminded again is over
}

// A Notice is one message to one person.
type Notice struct {
	Kind    Kind
	To      report.Member
	Posts   []report.Post  // in which the person is told; the message is void without them
	Items   []Item         // at least one, except for Completion
	Apart   []Item         // duties in the same periods of units that cannot be asked; of lists
	Example report.Example // of Completion
	Stages  []storage.StageKey
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
	Escalated  Kind = "escalated"  // to a dự phòng or a head, of their own unit
	BlockList  Kind = "block"      // to a block head: the block's units that have not sent
	AgencyList Kind = "agency"     // to an officer: units that have not sent after the last stage
	LostList   Kind = "lost"       // to an officer: units in which nobody can be reached
)

var kinds = []Kind{Remind, Completion, Escalated, BlockList, AgencyList, LostList}

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
		ladder: l, rules: r, state: s, now: now, people: peopleOf(s.Members),
		steps: map[report.Schedule][]Step{}, box: map[mailbox]int{},
	}
	for _, o := range s.Owed {
		if o.Standing.State == report.Pending {
			d.duty(o)
		}
	}
	for _, e := range s.Returned {
		d.completion(e)
	}
	for id, at := range s.Snoozes {
		if l.expired(r, at, now) {
			d.plan.Spent = append(d.plan.Spent, id)
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
	people people
	steps  map[report.Schedule][]Step // the same for most units
	plan   Plan
	box    map[mailbox]int // index of a notice in the plan
	apart  []apart
}

// An apart is a duty of a unit that cannot be asked, and who would be told of
// it if the unit could.
type apart struct {
	Item
	to Audience
}

// A mailbox is a person, for one kind of notice.
type mailbox struct {
	kind   Kind
	member int64
}

// A stop is a step on one person's way.
type stop struct {
	Step
	key  storage.StageKey
	seat seat
}

// duty derives what is due for one duty that is pending.
func (d *derivation) duty(o Owed) {
	steps := d.stepsOf(o.Schedule)
	if len(steps) == 0 || steps[0].At.After(d.now) {
		return
	}
	contact := report.Reachable
	if len(d.people.focals(o.Unit.Code)) == 0 {
		contact = report.ContactOf(false, d.state.Enrolled(o.Unit.Code))
		d.lost(Item{Owed: o, Contact: contact}, steps)
	}
	come := 0 // stages whose time has come; the others need not be gone through
	for come < len(steps) && !steps[come].At.After(d.now) {
		come++
	}
	var order []int64
	ways := map[int64][]stop{}
	for _, step := range steps[:come] {
		if contact != report.Reachable && (step.To == BlockHead || step.To == Agency) {
			d.apart = append(d.apart, apart{Item{o, step.Name, contact}, step.To}) // not to be blamed, and counted
			continue
		}
		for _, seat := range d.people.audience(o.Unit, step.To) {
			if _, known := ways[seat.member.ID]; !known {
				order = append(order, seat.member.ID)
				ways[seat.member.ID] = make([]stop, 0, come+1)
			}
			ways[seat.member.ID] = append(ways[seat.member.ID], stop{step, stageKey(o, step.Name, seat.member.ID), seat})
		}
	}
	for _, seat := range d.people.focals(o.Unit.Code) {
		ways[seat.member.ID] = d.snoozed(o, seat, ways[seat.member.ID])
	}
	for _, id := range order {
		if last, ok := d.latest(ways[id]); ok {
			d.notify(kindOf[last.To], last, Item{o, last.Name, contact})
		}
	}
}

func (d *derivation) stepsOf(s report.Schedule) []Step {
	steps, ok := d.steps[s]
	if !ok {
		steps = d.ladder.Steps(d.rules, s)
		d.steps[s] = steps
	}
	return steps
}

func stageKey(o Owed, name string, member int64) storage.StageKey {
	return storage.StageKey{Period: o.Schedule.Period, Unit: o.Unit.Code, Deadline: o.Schedule.Deadline, Stage: name, Member: member}
}

// snoozed adds the hour at which the person wished to be reminded again to
// the person's way, if reminding had begun by then and was not over.
func (d *derivation) snoozed(o Owed, seat seat, way []stop) []stop {
	at, asked := d.state.Snoozes[seat.member.ID]
	if !asked || len(way) == 0 || at.Before(way[0].At) {
		return way
	}
	if steps := d.stepsOf(o.Schedule); d.ladder.expired(d.rules, steps[len(steps)-1].At, at) {
		return way
	}
	name := "snooze/" + strconv.FormatInt(at.Unix(), 10)
	way = append(way, stop{Step{name, at, Focal}, stageKey(o, name, seat.member.ID), seat})
	slices.SortStableFunc(way, func(a, b stop) int { return a.At.Compare(b.At) })
	return way
}

// latest finds the one stage on a person's way that is to be sent now, and
// leaves out those before it. What lies before a stage decided earlier is past.
func (d *derivation) latest(way []stop) (last stop, ok bool) {
	var fresh []stop
	for _, s := range way {
		switch {
		case s.At.After(d.now):
		case d.state.Decided(s.key):
			fresh = fresh[:0]
		case !s.At.Before(s.seat.since()):
			fresh = append(fresh, s)
		}
	}
	if len(fresh) == 0 {
		return stop{}, false
	}
	last = fresh[len(fresh)-1]
	ok = !d.ladder.expired(d.rules, last.At, d.now)
	for _, s := range fresh[:len(fresh)-1] {
		d.leaveOut(s)
	}
	if !ok {
		d.leaveOut(last)
	}
	return last, ok
}

// leaveOut logs a stage that is not sent.
func (d *derivation) leaveOut(s stop) {
	note := Merged
	if d.ladder.expired(d.rules, s.At, d.now) {
		note = Missed
	}
	d.plan.Skipped = append(d.plan.Skipped, storage.Stage{StageKey: s.key, Note: note})
}

// lost puts a unit in which nobody can be reached on the officers' list, once
// in a period, from the first stage until the ladder is over.
func (d *derivation) lost(item Item, steps []Step) {
	if d.ladder.expired(d.rules, steps[len(steps)-1].At, d.now) {
		return
	}
	for _, seat := range d.people.officers() {
		key := stageKey(item.Owed, string(LostList), seat.member.ID)
		key.Deadline = report.Date{}
		if !d.state.Decided(key) {
			item.Step = key.Stage
			d.notify(LostList, stop{Step{Name: key.Stage}, key, seat}, item)
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
		var way []stop
		for _, n := range d.ladder.Returned {
			name := "complete/" + e.Number + "/" + strconv.Itoa(e.Version) + "/" + strconv.Itoa(n)
			key := storage.StageKey{Period: e.Periods[0], Unit: e.Unit, Deadline: e.Due, Stage: name, Member: seat.member.ID}
			if at := d.ladder.hangsAt(d.rules, e.Due, n); !at.Before(e.RuleAt) {
				way = append(way, stop{Step{name, at, Focal}, key, seat})
			}
		}
		slices.SortStableFunc(way, func(a, b stop) int { return a.At.Compare(b.At) })
		if last, ok := d.latest(way); ok {
			d.plan.Notices = append(d.plan.Notices, Notice{
				Kind: Completion, To: seat.member, Posts: []report.Post{seat.post}, Example: e, Stages: []storage.StageKey{last.key},
			})
		}
	}
}

// completers are the sender if still a focal point of the unit and reachable,
// else the unit's focal points.
func (d *derivation) completers(e report.Example) []seat {
	sender, ok := d.people.byID[e.By]
	if ok {
		for _, post := range sender.Posts {
			if post.Role == report.Focal && post.Unit == e.Unit {
				return []seat{{sender, post}}
			}
		}
	}
	return d.people.focals(e.Unit)
}

// notify adds a duty to the one message of its kind that the person gets.
func (d *derivation) notify(kind Kind, s stop, item Item) {
	to := mailbox{kind, s.seat.member.ID}
	i, known := d.box[to]
	if !known {
		i = len(d.plan.Notices)
		d.box[to] = i
		d.plan.Notices = append(d.plan.Notices, Notice{Kind: kind, To: s.seat.member})
	}
	n := &d.plan.Notices[i]
	n.Items = append(n.Items, item)
	n.Stages = append(n.Stages, s.key)
	if !slices.Contains(n.Posts, s.seat.post) {
		n.Posts = append(n.Posts, s.seat.post)
	}
}

// nameApart adds to a list of units that were asked those that could not be, in
// the periods of which it speaks.
func (d *derivation) nameApart(n *Notice) {
	seen := map[storage.Owed]bool{}
	for _, a := range d.apart {
		duty := storage.Owed{Unit: a.Unit.Code, Period: a.Schedule.Period}
		if kindOf[a.to] != n.Kind || seen[duty] || !n.speaksOf(a.Schedule.Period) || !n.concerns(a.Unit) {
			continue
		}
		seen[duty] = true
		n.Apart = append(n.Apart, a.Item)
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
		d.nameApart(&d.plan.Notices[i])
	}
	rank := func(n Notice) int { return slices.Index(kinds, n.Kind) }
	slices.SortStableFunc(d.plan.Notices, func(a, b Notice) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.To.ID, b.To.ID))
	})
	slices.Sort(d.plan.Spent)
	return d.plan
}
