package app

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// What people do in the year of TestYear. Each deed is done over Telegram where
// people do it there, and written into the ledger; it reports whether there was
// anything to do.

// speaker finds a focal point of the unit whom nothing keeps from writing.
func (y *year) speaker(unit string) (p *emulator.Person, ok bool) {
	now := y.now()
	list := y.seats(now, func(post report.Post) bool { return post.Role == report.Focal && post.Unit == unit })
	list = slices.DeleteFunc(list, func(h held) bool { return y.vanished(h.who) })
	if len(list) == 0 {
		return nil, false
	}
	return y.person[list[y.dice.IntN(len(list))].who], true
}

func (y *year) vanished(who int64) bool {
	return slices.ContainsFunc(y.gone, func(a *away) bool { return a.who == who && a.silent })
}

// name makes a name that nobody else has.
func (y *year) name() string {
	y.named++
	words := strings.Fields("An Bình Chi Dung Giang Hà Hạnh Hoa Hương Khánh Lan Liên Mai Minh Nga")
	return fmt.Sprintf("Lò Thị %s %s %s", words[y.named/225%15], words[y.named/15%15], words[y.named%15])
}

// report introduces somebody, for whatever the bot counts it for: the earliest
// open period that is owed.
func (y *year) report() bool {
	u := y.pick()
	for range 3 { // mostly units that owe something
		if len(y.owed(u)) == 0 {
			u = y.pick()
		}
	}
	p, ok := y.speaker(u.Code)
	owed := y.owed(u)
	if !ok || len(owed) == 0 {
		return false
	}
	name := y.name()
	p.Say(template(name, "Hiến đất làm đường bản"))
	y.pass(2 * time.Second)
	if y.serves(p) > 1 {
		y.must(p.PressLabel(u.Name))
		y.pass(2 * time.Second)
	}
	at := y.now()
	y.must(p.PressLabel(texts.ToSend))
	y.pass(2 * time.Second)
	list := y.examples(u.Code)
	if len(list) == 0 || list[0].Content.Name != name {
		y.fail("%s of %s introduced %s in vain; last said:\n%s", p.Name(), u.Code, name, p.Last().Text)
	}
	if list[0].Periods[0] != owed[0] {
		y.fail("what %s sent counts for %v, want %v; stored %+v; %s last said:\n%s", u.Code, list[0].Periods, owed, y.standing(u.Code, list[0].Periods[0]), p.Name(), p.Last().Text)
	}
	y.filed = append(y.filed, &filed{
		unit: u.Code, period: owed[0], at: at, number: list[0].Number, by: p.ID(), name: name, title: list[0].Content.Title, version: 1,
	})
	return true
}

func (y *year) serves(p *emulator.Person) int {
	return len(y.seats(y.now(), func(post report.Post) bool { return post.Role == report.Focal })) -
		len(slices.DeleteFunc(y.seats(y.now(), func(post report.Post) bool { return post.Role == report.Focal }), func(h held) bool { return h.who == p.ID() }))
}

// owed lists what a unit still owes and can send for, the earliest first.
func (y *year) owed(u report.Unit) (list []report.Period) {
	now := y.now()
	today := report.DateOf(now)
	for _, q := range periodsOf2026() {
		locked := workday(y.deadline(u, q, now), 5)
		if y.pending(u, q, now) && !today.After(locked) {
			list = append(list, q)
		}
	}
	slices.SortStableFunc(list, func(a, b report.Period) int { return y.deadline(u, a, now).Compare(y.deadline(u, b, now)) })
	return list
}

// nothing says that there is nothing in a period.
func (y *year) nothing() bool {
	u := y.pick()
	p, ok := y.speaker(u.Code)
	if !ok || len(y.owed(u)) == 0 {
		return false
	}
	q := y.owed(u)[0]
	at := y.now()
	p.Say(texts.LabelNil)
	y.pass(2 * time.Second)
	if p.Last().Text == texts.WhichNil() {
		name := ""
		if y.serves(p) > 1 {
			name = u.Name
		}
		at = y.now()
		y.must(p.PressLabel(texts.NilLabel(q, name)))
		y.pass(2 * time.Second)
	}
	if sure := texts.NilSure(q); slices.Contains(p.Last().Labels(), sure) {
		at = y.now()
		y.must(p.PressLabel(sure))
		y.pass(2 * time.Second)
	}
	if !y.standing(u.Code, q).State.Met() {
		y.fail("%s said in vain that %s has nothing in %s; last said:\n%s %q", p.Name(), u.Code, q, p.Last().Text, p.Last().Labels())
	}
	y.filed = append(y.filed, &filed{unit: u.Code, period: q, at: at, by: p.ID()})
	return true
}

// withdraw takes an example back that nobody took up yet.
func (y *year) withdraw() bool {
	f, p, ok := y.openFiling(report.Received)
	if !ok {
		return false
	}
	y.callUp(p, "s.pull:"+f.number+":1")
	f.pulled = y.now()
	y.must(p.PressLabel(texts.ToWithdrawYes))
	y.pass(2 * time.Second)
	return true
}

// openFiling picks an example of the last weeks in a state, and its sender.
func (y *year) openFiling(state report.Review) (f *filed, p *emulator.Person, ok bool) {
	recent := y.filed[max(0, len(y.filed)-25):]
	for range 8 {
		if len(recent) == 0 {
			return nil, nil, false
		}
		f = recent[y.dice.IntN(len(recent))]
		if f.number == "" || !f.pulled.IsZero() {
			continue
		}
		var e report.Example
		y.look(func(tx *storage.Snapshot) (err error) {
			e, err = tx.Example(f.number)
			return err
		})
		mine := y.seats(y.now(), func(post report.Post) bool { return post.Role == report.Focal && post.Unit == f.unit })
		still := slices.ContainsFunc(mine, func(h held) bool { return h.who == f.by }) && !y.vanished(f.by)
		if e.Review == state && e.Version == 1 && still {
			return f, y.person[f.by], true
		}
	}
	return nil, nil, false
}

// callUp presses a button that stands somewhere up in the chat.
func (y *year) callUp(p *emulator.Person, data string) {
	p.Press(p.Last().ID, data)
	y.pass(2 * time.Second)
}

// officer is one of the two.
func (y *year) officer() *emulator.Person {
	list := y.officers(y.now())
	return y.person[list[y.dice.IntN(len(list))].who]
}

// giveBack returns an example with the first ready phrase, due in three
// working days.
func (y *year) giveBack() bool {
	f, _, ok := y.openFiling(report.Received)
	if !ok {
		return false
	}
	o := y.officer()
	y.callUp(o, "ret:"+f.number+":1")
	y.callUp(o, "retp:"+f.number+":1:0")
	y.callUp(o, "retn:"+f.number+":1")
	at := y.now()
	y.must(o.PressLabel(texts.LabelSendBack))
	y.pass(2 * time.Second)
	y.returned = append(y.returned, &comeback{of: f, at: at, due: workday(report.DateOf(at), 3), reason: texts.ReturnPhrases()[0]})
	return true
}

// complete sends a returned example again.
func (y *year) complete() bool {
	for _, c := range y.returned {
		p := y.person[c.of.by]
		mine := y.seats(y.now(), func(post report.Post) bool { return post.Role == report.Focal && post.Unit == c.of.unit })
		if !c.settled.IsZero() || !slices.ContainsFunc(mine, func(h held) bool { return h.who == c.of.by }) || y.vanished(c.of.by) {
			continue
		}
		y.callUp(p, "fix:"+c.of.number+":1")
		c.settled = y.now()
		y.must(p.PressLabel(texts.ToSendAgain))
		y.pass(2 * time.Second)
		c.of.version = 2
		return true
	}
	return false
}

func (y *year) accept() bool {
	f, _, ok := y.openFiling(report.Received)
	if ok {
		y.callUp(y.officer(), "acc:"+f.number+":1")
	}
	return ok
}

// snooze wishes to be reminded this afternoon, under a reminder of this morning.
func (y *year) snooze() bool {
	now := y.now()
	if now.Hour() < 8 || now.Hour() > 13 || !works(report.DateOf(now)) {
		return false
	}
	for id, p := range y.person {
		last := p.Last()
		if y.reachable(id, now) && !y.vanished(id) && now.Sub(last.At) < 6*time.Hour && slices.Contains(last.Labels(), texts.LabelSnooze) {
			y.must(p.PressLabel(texts.LabelSnooze))
			y.put = append(y.put, snoozed{id, now, report.DateOf(now).Start(y.zone).Add(14*time.Hour + 30*time.Minute)})
			y.pass(2 * time.Second)
			return true
		}
	}
	return false
}

// extend moves a deadline by some days: for one unit, a block or all.
func (y *year) extend() bool {
	now := y.now()
	u := y.pick()
	owed := y.owed(u)
	if len(owed) == 0 {
		return false
	}
	e := report.Extension{Period: owed[0], Deadline: y.deadline(u, owed[0], now).AddDays(2 + y.dice.IntN(5)), At: now}
	switch y.dice.IntN(4) {
	case 0:
		e.Scope.Block = u.Block
	case 1:
	default:
		e.Scope.Unit = u.Code
	}
	if slices.ContainsFunc(y.moved, func(old report.Extension) bool { return old.Period == e.Period && old.Scope == e.Scope }) {
		return false
	}
	y.change(func(tx *storage.Tx) error { return tx.PutExtension(e) })
	y.moved = append(y.moved, e)
	return true
}

func (y *year) pause() bool {
	u := y.pick()
	owed := y.owed(u)
	if len(owed) == 0 {
		return false
	}
	f := report.Pause{Period: owed[0], Unit: u.Code, At: y.now()}
	y.change(func(tx *storage.Tx) error { return tx.PutPause(f) })
	y.freed = append(y.freed, f)
	return true
}

// anyFocal picks a focal point who is there.
func (y *year) anyFocal() (int64, bool) {
	p, ok := y.speaker(y.pick().Code)
	if !ok {
		return 0, false
	}
	return p.ID(), true
}

func (y *year) block() bool {
	who, ok := y.anyFocal()
	if ok {
		y.person[who].Block()
		y.gone = append(y.gone, &away{who: who, from: y.now()})
		y.pass(2 * time.Second)
	}
	return ok
}

// unblock lets somebody come back who had blocked the bot.
func (y *year) unblock() bool {
	for _, a := range y.gone {
		if a.to.IsZero() && !a.silent && slices.ContainsFunc(y.posts, func(h *held) bool { return h.who == a.who && h.until.IsZero() }) {
			y.person[a.who].Unblock()
			a.to = y.now()
			y.pass(2 * time.Second)
			return true
		}
	}
	return false
}

// vanish deletes an account; nobody is told.
func (y *year) vanish() bool {
	who, ok := y.anyFocal()
	if !ok || slices.ContainsFunc(y.gone, func(a *away) bool { return a.who == who }) || y.waits(who) {
		return false
	}
	y.person[who].Deactivate()
	y.gone = append(y.gone, &away{who: who, from: y.now(), silent: true})
	return true
}

// waits reports whether the agency may still write to somebody.
func (y *year) waits(who int64) bool {
	return slices.ContainsFunc(y.filed, func(f *filed) bool { return f.by == who && f.pulled.IsZero() })
}

// newFocal gives a unit another focal point; the one before becomes dự phòng.
func (y *year) newFocal() bool {
	u := y.pick()
	if slices.ContainsFunc(y.chinh(u.Code, y.now()), func(h held) bool { return y.vanished(h.who) }) {
		return false
	}
	post := focal(u.Code)
	post.Deputy = y.chance(50)
	y.join(post)
	return true
}

// leave ends all posts of somebody.
func (y *year) leave() bool {
	who, ok := y.anyFocal()
	if !ok {
		return false
	}
	y.change(func(tx *storage.Tx) error { return tx.DeleteMember(who) })
	for _, h := range y.posts {
		if h.who == who && h.until.IsZero() {
			h.until = y.now()
		}
	}
	return true
}
