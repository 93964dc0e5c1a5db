package simulation

import (
	"slices"
	"strings"
	"time"

	"guongsang/internal/emulator"
)

// A person does one thing at a time, looking only at the phone.
type person struct {
	*emulator.Person
	post Post
	goal *goal
	did  int  // how often something was said or pressed
	away bool // blocked the bot
}

func (p *person) say(text string) {
	p.did++
	p.Say(text)
}

func (p *person) tap(message int, data string) {
	p.did++
	p.Press(message, data)
}

// press presses the button of a message with a label.
func (p *person) press(m emulator.Message, label string) {
	for _, row := range m.Keyboard {
		for _, b := range row {
			if b.Text == label {
				p.tap(m.ID, b.Data)
				return
			}
		}
	}
}

// A goal is what a person is after.
type goal struct {
	what    string
	intro   *intro
	answers [][2]string        // what a screen says, and what is done then: a label pressed, or said
	done    []string           // what a screen says when it is reached
	now     func() [][2]string // further answers, as things are when it looks
	next    *goal              // what comes after it
	place   string             // of who is introduced, as it is to be
	on      int                // the message that is to say it; 0: any
	says    string             // begins it
	after   uint64             // revision of the newest screen when it began
	seen    uint64             // and of the last that was answered
	last    string             // what was said or pressed last
	began   time.Time
	quiet   time.Time // since when nothing came
	pressed bool      // what was done last was a press
	again   int       // how often something was said again
	end     *emulator.Message
}

// impatient is after how long somebody says or presses the last once more; who is patient
// says nothing twice, for what was said is answered in the end, and presses once more
// when Telegram has forgotten the press.
const (
	impatient = 15 * time.Second
	forgotten = 4 * time.Minute
)

// tired reports whether somebody waits for too long to do nothing.
func (g *goal) tired(now time.Time, patient bool) bool {
	if patient {
		return g.pressed && now.Sub(g.quiet) > forgotten
	}
	return g.last != "" && now.Sub(g.quiet) > impatient
}

// step has a person look at the phone and go on.
func (p *person) step(now time.Time, patient bool) {
	g := p.goal
	if g == nil {
		return
	}
	var newest emulator.Message
	act := ""
	for _, m := range p.Chat() {
		if !m.FromBot || m.Deleted || m.Rev <= g.after {
			continue
		}
		if g.reached(m) {
			g.end = &m // as it was when it was read
			p.goal = nil
			return
		}
		if answer := g.answer(m); answer != "" && m.Rev > newest.Rev {
			newest, act = m, answer
		}
	}
	switch {
	case newest.Rev > g.seen && act != "":
		g.seen, g.last = newest.Rev, act
	case g.tired(now, patient):
		g.again++
	default:
		return
	}
	g.quiet, g.pressed = now, slices.Contains(newest.Labels(), g.last)
	if g.pressed {
		p.press(newest, g.last)
		return
	}
	p.say(g.last)
}

// reached reports whether a screen says that a goal is reached. A receipt may come once
// more, while its reader introduces somebody else already.
func (g *goal) reached(m emulator.Message) bool {
	if g.what == "introduce" && !strings.Contains(m.Text, g.intro.name) {
		return false
	}
	says := func(done string) bool { return strings.Contains(m.Text, done) }
	return (g.on == 0 || g.on == m.ID) && slices.ContainsFunc(g.done, says)
}

// answer is what a screen asks for; "" if it is nothing to the goal. The last that
// fits counts.
func (g *goal) answer(m emulator.Message) (answer string) {
	answers := g.answers
	if g.now != nil {
		answers = append(g.now(), answers...)
	}
	for _, a := range answers {
		if strings.Contains(m.Text, a[0]) {
			answer = a[1]
		}
	}
	if g.intro == nil || !strings.Contains(m.Text, saysEarly) {
		return answer
	}
	_, rest, _ := strings.Cut(m.Text, "Dùng cho mục ")
	field, _, _ := strings.Cut(rest, "?")
	if use := useEarly(g.intro.field(field)); slices.Contains(m.Labels(), use) {
		return use
	}
	return pressDrop
}

// begin begins a goal.
func (p *person) begin(g *goal, now time.Time) {
	g.after = max(g.after, p.newestRev())
	g.seen, g.began, g.quiet = g.after, now, now
	p.goal = g
	if g.says != "" {
		p.say(g.says)
	}
}

// oldest is the first message that somebody got, of which nobody wants anything any more.
func (p *person) oldest() (id int) {
	for _, m := range p.Chat() {
		if m.FromBot && !m.Deleted {
			return m.ID
		}
	}
	return 0
}

// newestRev is the revision of what came last onto somebody's phone.
func (p *person) newestRev() (rev uint64) {
	for _, m := range p.Chat() {
		rev = max(rev, m.Rev)
	}
	return rev
}
