package simulation

import (
	"fmt"
	"time"

	"guongsang/internal/emulator"
)

// What must not be said too often is on its way when the program is killed: it has arrived,
// and the program does not know yet. Such a moment is short, and a kill hardly ever meets it by
// chance; here Telegram answers late, and the kill comes meanwhile.

// slowAnswer is by how much, so that whoever looks every step sees what came before the answer does.
const slowAnswer = 20 * time.Second

// killsOver are so many in one round: after the first, a reminder goes out once more, and
// after the second no more.
const killsOver = 3

// An over waits for a message to arrive, to have the program killed then.
type over struct {
	what    string // as it is counted
	arrived func() int
	left    int
	seen    int
}

// comeOver begins to wait for what may come in this round: a reminder to somebody whose unit
// reports nothing, or a post. kill is to be called at each step, and letGo at the end.
func (p *Play) comeOver() (kill func() error, letGo func()) {
	all, ends := []*over{}, []func(){}
	slow := func(chat int64, what string, arrived func() int) {
		ends = append(ends, p.world.Telegram().AddFault(emulator.Fault{
			Method: "sendMessage", Chat: chat, Action: emulator.DelayAfter(slowAnswer),
		}))
		all = append(all, &over{what: what, arrived: arrived, left: killsOver, seen: arrived()})
	}
	if idle := p.remindedSoon(); idle != nil && p.beside.chance(60) {
		slow(idle.ID(), OverReminder, func() int { return p.remindersOf(idle) })
	}
	if c := p.public; c != nil && !p.night() && p.beside.chance(40) {
		slow(c.ID(), OverPost, func() int { return len(c.Chat()) })
	}
	kill = func() error {
		for _, o := range all {
			n := o.arrived()
			if n <= o.seen || o.left == 0 {
				continue
			}
			o.seen, o.left = n, o.left-1
			p.Counts[o.what]++
			return p.killNow(o.what) // what else came is seen at the next look, when all is at rest again
		}
		return nil
	}
	return kill, func() {
		for _, end := range ends {
			end()
		}
	}
}

// killNow kills the program between two steps on the disk, and starts it again at once.
func (p *Play) killNow(over string) error {
	if err := p.disk.Arm(0, nil); err != nil {
		return err
	}
	if err := p.lay(Whole, p.beside); err != nil {
		return err
	}
	p.Counts["kills"]++
	p.tell(Told{Kind: Killed, What: over})
	if err := p.world.Start(); err != nil {
		return fmt.Errorf("starting again: %w", err)
	}
	p.tell(Told{Kind: StartedAgain, Waiting: len(p.busy()), Pending: p.world.Telegram().Pending()})
	p.oneByOne()
	return nil
}

// remindedSoon is the focal point of a unit that reports nothing, if a reminder falls due in
// this round; nil if none does.
func (p *Play) remindedSoon() *person {
	if !p.stageWithin(25 * time.Second) {
		return nil
	}
	return p.focalOf(fmt.Sprintf("PT%02d", p.beside.between(active+tardy, units-2)))
}

// remindersOf counts what somebody was reminded.
func (p *Play) remindersOf(who *person) (n int) {
	for _, r := range p.reminders {
		if r.who == who.ID() {
			n++
		}
	}
	return n
}
