package scheduler

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/records"
)

// A Moment is one thing that will happen if nobody does anything before.
type Moment struct {
	At      time.Time
	Kind    Kind          // that of a notice, or one of those below
	Notices []Notice      // for the kinds of notices: who will hear of what, a message each
	Period  report.Period // for the kinds below
	To      report.Role   // for DigestTime and PictureTime
	Day     report.Date   // for DeadlineDay and LockDay: At is its 24:00
	People  int           // who will be sent something
	Units   int           // of which the notices speak, or which will not have met the duty by the Day
	Of      int           // examples, for OverlookedTime and PostTime
}

// The kinds of moments at which something other than a notice happens.
const (
	DigestTime  Kind = "digest"   // a digest goes out
	PictureTime Kind = "picture"  // the leaders get the picture of a deadline's morning
	DeadlineDay Kind = "deadline" // a period's deadline passes
	LockDay     Kind = "lock"     // a period is locked

	OverlookedTime Kind = "overlooked" // the officers are told of what nobody looked at
	PostTime       Kind = "post"       // what waits for it is posted
)

// Ahead lists what will happen from now until then if nobody does anything,
// earliest first: all that ticks will put before people, each at the first
// instant at which a tick can, and the deadlines and locks in between. What a
// tick at now would do is among it, at now. It writes nothing. Of a digest that
// no tick has seen yet it is taken that one does so at now.
//
// There is no second set of rules for the future: the ticks that will come are
// made in thought, at every instant at which something new can be due, on the
// records as they are now and with what the ticks before will have decided.
func (s *Scheduler) Ahead(now, until time.Time) ([]Moment, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := &foresight{
		s: s, now: now, until: until,
		decided: map[records.StageKey]bool{}, known: map[storage.Owed]bool{}, spent: map[int64]bool{},
		seen: map[morning]bool{}, said: map[string]bool{},
	}
	if err := s.Store.View(now, f.see); err != nil {
		return nil, fmt.Errorf("looking ahead from %s: %w", now, err)
	}
	slices.SortStableFunc(f.moments, func(a, b Moment) int { return a.At.Compare(b.At) })
	return f.moments, nil
}

// A foresight is one run of Ahead, with what its ticks have decided so far.
type foresight struct {
	s          *Scheduler
	now, until time.Time
	decided    map[records.StageKey]bool
	ticked     time.Time             // when the last tick was made
	known      map[storage.Owed]bool // duties that a tick has seen
	spent      map[int64]bool        // members whose wish to be reminded again is over
	seen       map[morning]bool      // deadline mornings that were seen to
	said       map[string]bool       // keys of digest rows
	moments    []Moment
}

func (f *foresight) see(tx *storage.Snapshot) error {
	instants, err := f.instants(tx)
	if err != nil {
		return err
	}
	for _, at := range instants {
		tx.Now = at
		if err := f.reminders(tx); err != nil {
			return err
		}
		if err := f.mornings(tx); err != nil {
			return err
		}
		f.ticked = at
	}
	if err := f.overlooked(tx); err != nil {
		return err
	}
	tx.Now = f.now
	if err := f.postings(tx); err != nil {
		return err
	}
	tx.Now = f.until
	if err := f.digests(tx); err != nil {
		return err
	}
	return f.ends(tx)
}

// overlooked finds the mornings on which officers will be told of what nobody looked at.
func (f *foresight) overlooked(tx *storage.Snapshot) error {
	zone := f.s.rules().Zone
	mark := tx.Mark(overlookedMark)
	role, officers, err := recipients(tx, report.Officer)
	if err != nil {
		return err
	}
	for day := report.DateOf(f.now.In(zone)); !day.Start(zone).After(f.until); day = day.AddDays(1) {
		at := f.s.overlookedAt(day)
		if !mark.Before(at) {
			continue
		}
		if at.Before(f.now) {
			at = f.now
		}
		tx.Now = f.s.Ladder.opens(f.s.rules(), at)
		if tx.Now.After(f.until) || report.DateOf(tx.Now.In(zone)) != day || f.s.Ladder.expired(f.s.rules(), f.s.overlookedAt(day), tx.Now) {
			continue
		}
		list, err := tx.Overlooked()
		if err != nil {
			return err
		}
		if len(list) > 0 {
			f.put(Moment{At: tx.Now, Kind: OverlookedTime, To: report.Officer, People: len(seatsAt(role, officers, tx.Now)), Of: len(list)})
		}
	}
	return nil
}

// postings finds when what waits to be posted will be.
func (f *foresight) postings(tx *storage.Snapshot) error {
	if f.s.Postings == nil {
		return nil
	}
	instants, err := f.s.Postings(tx)
	if err != nil {
		return err
	}
	of := map[time.Time]int{}
	for _, at := range instants {
		of[at.In(f.s.rules().Zone)]++
	}
	for at, n := range of {
		if !at.After(f.until) {
			f.moments = append(f.moments, Moment{At: at, Kind: PostTime, Of: n})
		}
	}
	return nil
}

// put adds a moment, if it concerns anybody.
func (f *foresight) put(m Moment) {
	if m.People > 0 {
		f.moments = append(f.moments, m)
	}
}

// periods are all that ticks until the end will read.
func (f *foresight) periods() (all []report.Period) {
	zone := f.s.rules().Zone
	for _, duty := range report.Duties {
		if f.s.rules().For(duty).Off {
			continue
		}
		p := f.s.rules().Current(duty, report.DateOf(f.now.In(zone))).Add(-lookBack)
		for last := f.s.rules().Current(duty, report.DateOf(f.until.In(zone))); !last.Before(p); p = p.Add(1) {
			all = append(all, p)
		}
	}
	return all
}

// instants are all at which a tick can find a reminder or a picture to be due
// that was not before: those at which a stage comes or a period begins to be
// looked at, or, where people may not be disturbed then, the first thereafter
// at which they may.
func (f *foresight) instants(tx *storage.Snapshot) ([]time.Time, error) {
	marks := []time.Time{f.now}
	for _, p := range f.periods() {
		of, err := f.stagesOf(tx, p)
		if err != nil {
			return nil, err
		}
		marks = append(marks, of...)
	}
	returned, err := tx.Returned()
	if err != nil {
		return nil, err
	}
	for _, e := range returned {
		for _, n := range f.s.Ladder.Returned {
			marks = append(marks, f.s.Ladder.hangsAt(f.s.rules(), e.Due, n))
		}
	}
	waiting, err := requests(tx)
	if err != nil {
		return nil, err
	}
	for _, r := range waiting {
		marks = append(marks, r.instants(f.s.Ladder, f.s.rules())...)
	}
	snoozes, err := tx.Snoozes()
	if err != nil {
		return nil, err
	}
	marks = slices.AppendSeq(marks, maps.Values(snoozes))
	return f.open(marks), nil
}

// stagesOf are the instants at which something of a period begins.
func (f *foresight) stagesOf(tx *storage.Snapshot, p report.Period) (marks []time.Time, err error) {
	extensions, err := tx.Extensions(p)
	if err != nil {
		return nil, err
	}
	m, err := f.s.morning(tx, p)
	if err != nil {
		return nil, err
	}
	plain := f.s.rules().Schedule(p)
	marks = append(marks, m.at, plain.From.Start(f.s.rules().Zone), f.s.rules().Schedule(p.Add(-1)).Close.End(f.s.rules().Zone))
	schedules := []report.Schedule{plain}
	for _, e := range extensions {
		schedules = append(schedules, f.s.rules().Extend(plain, e.Deadline))
	}
	for _, s := range schedules {
		for _, step := range f.s.Ladder.Steps(f.s.rules(), s) {
			marks = append(marks, step.At)
		}
	}
	return marks, nil
}

// open moves instants to where people may be disturbed, and sorts them. What
// was before now is due at now.
func (f *foresight) open(marks []time.Time) (instants []time.Time) {
	for _, at := range marks {
		if at.Before(f.now) || at.After(f.until) {
			continue
		}
		if at = f.s.Ladder.opens(f.s.rules(), at); !at.After(f.until) {
			instants = append(instants, at)
		}
	}
	slices.SortFunc(instants, time.Time.Compare)
	return slices.CompactFunc(instants, time.Time.Equal)
}

// reminders makes the part of a tick that reminds.
func (f *foresight) reminders(tx *storage.Snapshot) error {
	state, err := f.s.read(tx)
	if err != nil {
		return err
	}
	logged := state.Decided
	state.Decided = func(k records.StageKey) bool { return f.decided[k] || logged(k) }
	maps.DeleteFunc(state.Snoozes, func(id int64, _ time.Time) bool { return f.spent[id] })
	f.skipUnchanged(&state, tx.Now)
	plan := Due(f.s.Ladder, f.s.rules(), state, tx.Now)
	for _, stage := range plan.Skipped {
		f.decided[stage.StageKey] = true
	}
	for _, id := range plan.Spent {
		f.spent[id] = true
	}
	of := map[Kind][]Notice{}
	for _, n := range plan.Notices {
		of[n.Kind] = append(of[n.Kind], n)
		for _, k := range n.Stages {
			f.decided[k] = true
		}
	}
	for _, kind := range kinds {
		people, units := reach(of[kind])
		f.put(Moment{At: tx.Now, Kind: kind, Notices: of[kind], People: people, Units: units})
	}
	return nil
}

// skipUnchanged takes out the duties of which nothing can be due that was not at
// the tick before: they need not be gone through again.
func (f *foresight) skipUnchanged(state *State, now time.Time) {
	came := func(at time.Time) bool { return at.After(f.ticked) && !at.After(now) }
	stirred := map[report.Schedule]bool{}
	asked := false // somebody is to be reminded again, or at once
	for _, at := range state.Snoozes {
		asked = asked || came(at)
	}
	for _, c := range state.Chases {
		asked = asked || came(c.At)
	}
	state.Owed = slices.DeleteFunc(state.Owed, func(o Owed) bool {
		stirs, ok := stirred[o.Schedule]
		if !ok {
			steps := f.s.Ladder.Steps(f.s.rules(), o.Schedule)
			stirs = slices.ContainsFunc(steps, func(s Step) bool { return came(s.At) })
			stirred[o.Schedule] = stirs
		}
		duty := storage.Owed{Unit: o.Unit.Code, Period: o.Schedule.Period}
		known := f.known[duty]
		f.known[duty] = true
		return known && !stirs && !asked
	})
}

// reach counts the people to whom notices go and the units of which they speak.
func reach(notices []Notice) (people, units int) {
	to, of := map[int64]bool{}, map[string]bool{}
	for _, n := range notices {
		to[n.To.ID] = true
		for _, i := range n.Items {
			of[i.Unit.Code] = true
		}
		for _, r := range n.Requests {
			of[r.Unit.Code] = true
		}
		if n.Kind == Completion {
			of[n.Example.Unit] = true
		}
	}
	return len(to), len(of)
}

// mornings makes the part of a tick that asks for pictures.
func (f *foresight) mornings(tx *storage.Snapshot) error {
	if f.s.Picture == "" {
		return nil
	}
	due, err := f.s.mornings(tx)
	if err != nil {
		return err
	}
	leaders, err := tx.Holders(report.Leader, "")
	if err != nil {
		return err
	}
	for _, m := range due {
		if !f.seen[m] {
			f.seen[m] = true
			f.put(Moment{At: tx.Now, Kind: PictureTime, Period: m.period, To: report.Leader, People: len(seatsAt(report.Leader, leaders, m.at))})
		}
	}
	return nil
}

// digests finds the instants of the digests; they keep no quiet hours.
func (f *foresight) digests(tx *storage.Snapshot) error {
	for _, d := range f.s.Digests {
		role, holders, err := recipients(tx, d.To)
		if err != nil {
			return err
		}
		from := f.now
		mark := tx.Mark(d.name())
		if at, _ := f.s.lastDue(d.When, mark, f.now); !at.IsZero() {
			f.digest(d, at, seatsAt(role, holders, at))
		}
		if mark.After(from) {
			from = mark // the clock was set back
		}
		for at := d.When.Next(from.In(f.s.rules().Zone)); !at.IsZero() && !at.After(f.until); at = d.When.Next(at) {
			f.digest(d, at, seatsAt(role, holders, at))
		}
	}
	return nil
}

// digest adds the digest of an instant for those who do not get the same by
// another rule.
func (f *foresight) digest(d Digest, at time.Time, readers []seat) {
	m := Moment{At: at, Kind: DigestTime, Period: f.s.digestPeriod(d, at), To: d.To}
	if at.Before(f.now) {
		m.At = f.now
	}
	for _, to := range readers {
		if key := d.rowKey(m.Period, at, to.member.ID); !f.said[key] {
			f.said[key] = true
			m.People++
		}
	}
	f.put(m)
}

// ends adds the deadlines and locks of the periods that somebody owes.
func (f *foresight) ends(tx *storage.Snapshot) error {
	for _, p := range f.periods() {
		extensions, err := tx.Extensions(p)
		if err != nil {
			return err
		}
		lock := f.s.rules().Schedule(p).Lock
		if len(extensions) == 0 && !lock.End(f.s.rules().Zone).After(f.now) {
			continue
		}
		standings, err := tx.Standings(p)
		if err != nil {
			return fmt.Errorf("standings of %s: %w", p, err)
		}
		f.endsOf(tx, p, standings, extensions)
	}
	return nil
}

// endsOf adds each deadline and lock of a period that holds for some unit,
// with how many of its units have not met the duty.
func (f *foresight) endsOf(tx *storage.Snapshot, p report.Period, standings []report.Standing, extensions []report.Extension) {
	type end struct {
		kind Kind
		day  report.Date
	}
	missing := map[end]int{}
	for _, st := range standings {
		if st.State == report.NotDue || st.State == report.Exempt {
			continue
		}
		open := 0
		if st.State == report.Pending {
			open = 1
		}
		u, _ := tx.Directory().Unit(st.Unit)
		schedule := f.s.rules().ScheduleOf(u, p, extensions)
		missing[end{DeadlineDay, schedule.Deadline}] += open
		missing[end{LockDay, schedule.Lock}] += open
	}
	byDay := func(a, b end) int { return cmp.Or(a.day.Compare(b.day), cmp.Compare(a.kind, b.kind)) }
	for _, e := range slices.SortedFunc(maps.Keys(missing), byDay) {
		at := e.day.End(f.s.rules().Zone)
		if at.After(f.now) && !at.After(f.until) {
			f.moments = append(f.moments, Moment{At: at, Kind: e.kind, Period: p, Day: e.day, Units: missing[e]})
		}
	}
}
