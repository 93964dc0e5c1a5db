package simulation

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"guongsang/internal/emulator"
)

// What people do at the wrong time, or may not do at all.

// meddle has somebody press what only others may, or a message come a second time. Of
// none of it anything may come.
func (p *Play) meddle() {
	switch p.dice.n(8) {
	case 0, 1:
		p.judgeForged()
	case 2, 3:
		p.pressForColleague()
	case 4:
		p.comeAgain()
	}
}

// judgeForged has somebody who is no officer accept what no officer judged yet, with what
// the officer's own button carries.
func (p *Play) judgeForged() {
	m, i := p.unjudged()
	if i == nil {
		return
	}
	who := p.leader
	if p.dice.chance(70) {
		who = p.somebody()
	}
	for _, row := range m.Keyboard {
		for _, b := range row {
			if b.Text == pressAccept {
				who.tap(who.Last().ID, b.Data)
				p.Counts["judged by others"]++
				p.oneByOne()
			}
		}
	}
}

// pressForColleague has somebody press a button by which a colleague of the same unit goes
// on with an introduction; what was sent is the unit's, and so are the buttons below it.
func (p *Play) pressForColleague() {
	for _, who := range p.focals {
		if who.goal != nil || who.away {
			continue
		}
		for _, other := range p.focals {
			if other == who || other.post.Unit != who.post.Unit || other.goal == nil || other.goal.what != "introduce" {
				continue
			}
			if data := newestButton(p.dice, other.Chat()); data != "" {
				who.tap(who.Last().ID, data)
				p.Counts["pressed for colleagues"]++
				p.oneByOne()
				return
			}
		}
	}
}

// newestButton is what a button of the newest message carries, if that asks for an
// introduction: mostly the first.
func newestButton(d *Dice, chat []emulator.Message) string {
	for _, m := range slices.Backward(chat) {
		if len(m.Keyboard) == 0 || m.Deleted {
			continue
		}
		if !strings.HasPrefix(m.Text, saysCheck) && !strings.HasPrefix(m.Text, saysStep) {
			return ""
		}
		b := m.Keyboard[0][0]
		if d.chance(30) {
			b = pick(d, pick(d, m.Keyboard))
		}
		return b.Data
	}
	return ""
}

// comeAgain has the last that somebody said come once more, under another update, if that
// was a moment ago.
func (p *Play) comeAgain() {
	var saying []*person
	for _, who := range p.focals {
		if who.goal != nil && !who.away {
			saying = append(saying, who)
		}
	}
	if len(saying) == 0 {
		return
	}
	who := pick(p.dice, saying)
	for _, m := range slices.Backward(who.Chat()) {
		if m.FromBot || m.Kind != emulator.KindText {
			continue
		}
		if m.Rev <= who.goal.after {
			return
		}
		person := map[string]any{"id": who.ID(), "is_bot": false, "first_name": who.Name()}
		chat := map[string]any{"id": who.ID(), "type": "private", "first_name": who.Name()}
		raw, err := json.Marshal(map[string]any{"message": map[string]any{
			"message_id": m.ID, "from": person, "chat": chat, "date": m.At.Unix(), "text": m.Text,
		}})
		if err == nil {
			_, err = p.world.Telegram().Inject(raw)
		}
		if err != nil {
			p.wrong("bringing a message again: %w", err)
			return
		}
		who.did++
		p.Counts["messages again"]++
		p.oneByOne()
		return
	}
}

// holdUp keeps the reminder of a unit on its way, if one falls due in this round, while
// somebody else of the unit reports: late has them do it when its time has come.
func (p *Play) holdUp() (late, letGo func()) {
	nothing := func() {}
	now := p.world.Now()
	for _, stage := range stages {
		due := at(p.world, stage)
		if wait := due.Sub(now); wait < 0 || wait > 25*time.Second || p.acted == len(p.late) {
			continue
		}
		who := p.late[p.acted]
		p.acted++
		p.Counts["reported while reminded"]++
		letGo = p.world.Telegram().AddFault(emulator.Fault{
			Method: "sendMessage", Chat: p.focalOf(who.post.Unit).ID(), Action: emulator.FloodWait(15),
			When: func(emulator.Call) bool { return p.world.Now().Before(due.Add(2 * time.Minute)) },
		})
		begun := false
		late = func() {
			if now := p.world.Now(); !begun && now.After(due) {
				begun = true
				i := p.newIntro(who)
				who.begin(&goal{what: "introduce", intro: i, says: i.pasted(), answers: i.answers(), done: []string{saysReceipt}}, now)
				p.oneByOne()
			}
		}
		return late, letGo
	}
	return nothing, nothing
}

// focalOf is who is reminded of what a unit owes.
func (p *Play) focalOf(unit string) *person {
	n := slices.IndexFunc(p.people, func(who *person) bool { return who.post.Role == "focal" && who.post.Unit == unit })
	return p.people[n]
}

// unjudged is an introduction that nobody is about to judge or withdraw, with the card on
// which the officer has it.
func (p *Play) unjudged() (card emulator.Message, i *intro) {
	for _, m := range slices.Backward(p.office.Chat()) {
		if !m.FromBot || !slices.Contains(m.Labels(), pressAccept) {
			continue
		}
		for _, i := range p.introduced {
			busy := p.office.goal != nil && p.office.goal.intro == i || p.beingTaken(i) || i.by.goal != nil
			if !busy && !i.withdrawn && !p.accepted[i] && strings.HasPrefix(m.Text, i.number+" ") {
				return m, i
			}
		}
	}
	return card, nil
}
