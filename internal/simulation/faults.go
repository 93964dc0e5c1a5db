package simulation

import (
	"strings"
	"time"

	"guongsang/internal/emulator"
)

// A fault is what goes wrong in a round: from its beginning until the round is calm.
type fault struct {
	name  string
	begin func(*Play) (end func())
}

// onTheWire are calls that go wrong so many times.
var onTheWire = []struct {
	name  string
	fault emulator.Fault
}{
	{"wait", emulator.Fault{Method: "sendMessage", Times: 2, Action: emulator.FloodWait(7)}},
	{"wait to edit", emulator.Fault{Method: "editMessageText", Times: 2, Action: emulator.FloodWait(4)}},
	{"wait, in HTML", emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.FloodWaitHTML(3)}},
	{"wait to poll", emulator.Fault{Method: "getUpdates", Times: 1, Action: emulator.FloodWait(5)}},
	{"internal errors", emulator.Fault{Times: 3, Action: emulator.InternalError()}},
	{"no connection", emulator.Fault{Times: 4, Action: emulator.RefuseConnection()}},
	{"message lost", emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.DropBefore()}},
	{"edit lost", emulator.Fault{Method: "editMessageText", Times: 1, Action: emulator.DropBefore()}},
	{"answer lost", emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.DropAfter()}},
	{"answer to an edit lost", emulator.Fault{Method: "editMessageText", Times: 1, Action: emulator.DropAfter()}},
	{"gateway", emulator.Fault{Method: "editMessageText", Times: 1, Action: emulator.BadGateway()}},
	{"half of the JSON", emulator.Fault{Method: "sendMessage", Times: 1, Action: emulator.TruncatedJSON()}},
	{"updates lost", emulator.Fault{Method: "getUpdates", Times: 2, Action: emulator.DropAfter()}},
	{"updates twice", emulator.Fault{Method: "getUpdates", Times: 5, Action: emulator.DuplicateUpdates()}},
	{"updates again", emulator.Fault{Method: "getUpdates", Times: 2, Action: emulator.Redeliver()}},
	{"slow", emulator.Fault{Method: "sendMessage", Times: 6, Action: emulator.DelayAfter(3 * time.Second)}},
	{"slow to answer presses", emulator.Fault{Method: "answerCallbackQuery", Times: 4, Action: emulator.DelayBefore(5 * time.Second)}},
}

// outages are ways in which no call goes through for a while.
var outages = []struct {
	name   string
	polls  bool // polls go wrong too
	action emulator.Action
}{
	{"outage: gateway", false, emulator.BadGateway()},
	{"outage: reset before", false, emulator.DropBefore()},
	{"outage: reset after", false, emulator.DropAfter()},
	{"outage: hangs", false, emulator.DelayBefore(time.Hour)},
	{"outage: no name server", true, emulator.NoSuchHost()},
}

// fastest is how far a clock that is wrong is ahead at most, or behind.
const fastest = 50 * time.Minute

// faults are all that can go wrong beside the ends of the program.
func faults() []fault {
	all := []fault{{"nothing", func(*Play) func() { return func() {} }}}
	for _, w := range onTheWire {
		all = append(all, fault{w.name, func(p *Play) func() { return p.world.Telegram().AddFault(w.fault) }})
	}
	for _, o := range outages {
		all = append(all, fault{o.name, func(p *Play) func() {
			long := time.Duration(pick(p.dice, []int{1, 3, 10, 30, 600})) * time.Second
			from := p.world.Now().Add(time.Duration(p.dice.between(0, 8)) * time.Second)
			return p.world.Telegram().AddFault(emulator.Fault{Action: o.action, When: func(c emulator.Call) bool {
				now := p.world.Now()
				return (o.polls || c.Method != "getUpdates") && !now.Before(from) && now.Before(from.Add(long))
			}})
		}})
	}
	return append(all,
		fault{"clock wrong", func(p *Play) func() {
			by := time.Duration(p.dice.between(-int(fastest/time.Minute), int(fastest/time.Minute))) * time.Minute
			p.world.SetClock(by)
			p.clockWrong = true
			return func() {
				p.world.SetClock(-by)
				p.wrongUntil = p.world.Now()
			}
		}},
		fault{"disk nearly full", func(p *Play) func() {
			p.world.FillDisk(true)
			return func() { p.world.FillDisk(false) }
		}},
		fault{"blocked", func(p *Play) func() {
			who := pick(p.dice, p.focals)
			if who.goal != nil || who.away {
				return func() {}
			}
			who.Block()
			who.away = true
			p.blocked = append(p.blocked, who)
			return func() {
				who.say(sayHelp) // which lifts it
				who.away = false
			}
		}},
		fault{"stranger", func(p *Play) func() {
			s := p.world.Telegram().Person(int64(900000+p.dice.n(50)), "Người lạ")
			s.Say(pick(p.dice, []string{"xin chào", sayStanding, "AB-CD-EF-GH", "G-2026-0001"}))
			s.Press(1, "acc:G-2026-0001:1")
			return func() {}
		}},
		fault{"forged press", func(p *Play) func() {
			who := p.somebody()
			who.tap(who.Last().ID, pick(p.dice, []string{"acc:G-2026-0001:1", "ret:G-2026-0001:1", "g.pub:G-2026-0001", "x", ""}))
			return func() {}
		}},
		fault{"old button", func(p *Play) func() {
			who := p.somebody()
			p.pressOld(who)
			return func() {}
		}},
	)
}

// somebody is a focal point who is there.
func (p *Play) somebody() *person {
	for {
		if who := pick(p.dice, p.focals); !who.away {
			return who
		}
	}
}

// Faults names all that can go wrong beside the ends of the program.
func Faults() (names []string) {
	for _, f := range faults() {
		names = append(names, f.name)
	}
	return names
}

// pressOld presses some button further up that sends nothing.
func (p *Play) pressOld(who *person) {
	chat := who.Chat()
	for range 10 {
		if len(chat) == 0 {
			return
		}
		m := pick(p.dice, chat)
		for _, row := range m.Keyboard {
			for _, b := range row {
				if b.Data != "" && b.Text != pressNil && b.Text != pressSend && !strings.HasPrefix(b.Text, "Rút") && b.Text != pressAccept {
					who.tap(m.ID, b.Data)
					return
				}
			}
		}
	}
}
