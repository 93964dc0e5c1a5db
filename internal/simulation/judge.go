package simulation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/emulator"
)

// What was told, and whether it is so.

// A reminded is one reminder that somebody got.
type reminded struct {
	who int64
	at  time.Time
}

// hear notes what somebody sees happen.
func (p *Play) hear(e emulator.Event) {
	if e.Kind != "message" && e.Kind != "edit" || !e.Message.FromBot {
		return
	}
	m := e.Message
	p.mu.Lock()
	defer p.mu.Unlock()
	at := p.world.Now()
	if p.public != nil && e.Chat == p.public.ID() {
		p.read(m)
	}
	line := fmt.Sprintf("%s %d %s %q", at.Format("02/01 15:04:05"), e.Chat, e.Kind, m.Text)
	p.History = append(p.History, line)
	p.told[e.Chat] = append(p.told[e.Chat], line)
	if e.Kind == "message" && strings.HasPrefix(m.Text, saysReminder) {
		p.Counts["reminders"]++
		p.reminders = append(p.reminders, reminded{e.Chat, at})
		p.judgeReminder(e.Chat, at, m.Text)
	}
	if strings.HasPrefix(m.Text, saysStanding) {
		p.judgeFigures(m.Text)
	}
	if number, ok := strings.CutPrefix(m.Text, saysTaken); ok && e.Kind == "message" && strings.Contains(m.Text, saysAccepted) {
		number, _, _ = strings.Cut(number, " ")
		p.takenTold[number] = true
	}
}

// judgeFigures holds how many units have reported, as a leader reads it, against
// those who were told that theirs has come. Who is about to be told may count too.
func (p *Play) judgeFigures(text string) {
	var hour, minute, day, month, year, have, of int
	lines := strings.Split(text, "\n")
	if len(lines) < 3 {
		return
	}
	_, _ = fmt.Sscanf(lines[1], "Đến %d giờ %d, %d/%d/%d:", &hour, &minute, &day, &month, &year)
	if n, _ := fmt.Sscanf(lines[2], "• Đã gửi: %d/%d đơn vị", &have, &of); n != 2 || of != units {
		p.wrong("the leader reads %q", text)
		return
	}
	as := time.Date(year, time.Month(month), day, hour, minute, 0, 0, p.world.Now().Location())
	least, most := 0, 0
	counted := map[string]bool{}
	reporters := slices.Concat(p.focals, p.late)
	if p.deputy != nil {
		reporters = append(reporters, p.deputy, p.focalOf(passedPost))
	}
	for _, who := range reporters {
		unit := who.post.Unit
		if counted[unit] {
			continue
		}
		counted[unit] = true
		met, ok := p.met(unit)
		busy := slices.ContainsFunc(reporters, func(o *person) bool {
			return o.post.Unit == unit && (o.goal != nil || p.removal != nil && p.removal.who == o)
		})
		switch {
		case p.pulled[unit] || p.clockWrong || busy:
			most++
		case ok:
			most++
			if met.Before(as) {
				least++
			}
		}
	}
	if have < least || have > most {
		p.wrong("a leader reads that %d units have reported; at least %d were told so, and at most %d can have:\n%s", have, least, most, text)
	}
}

// judgeReminder holds that nobody is reminded at night, or of what was told to have
// come.
func (p *Play) judgeReminder(chat int64, at time.Time, text string) {
	if minute := at.Hour()*60 + at.Minute(); !p.clockWrong && (minute < 7*60+30 || minute >= 17*60+30 || !p.works(at)) {
		p.wrong("%d is reminded at %s", chat, at.Format("02/01 15:04"))
	}
	for _, who := range p.people {
		if who.ID() != chat || !strings.Contains(text, "tháng 11") {
			continue
		}
		withdraws := slices.ContainsFunc(p.focals, func(o *person) bool {
			return o.post.Unit == who.post.Unit && o.goal != nil && o.goal.what == "withdraw"
		})
		if told, ok := p.met(who.post.Unit); ok && !withdraws && at.Sub(told) > 2*time.Second {
			p.wrong("%s is reminded at %s of what %s was told at %s to have come:\n%s", who.Name(), at.Format("15:04:05"), who.post.Unit, told.Format("02/01 15:04:05"), text)
		}
	}
}

// met is when somebody of a unit was told that its report of November has come.
func (p *Play) met(unit string) (first time.Time, ok bool) {
	note := func(at time.Time) {
		if !ok || at.Before(first) {
			first, ok = at, true
		}
	}
	for _, i := range p.introduced {
		if i.by.post.Unit == unit && i.counts && !i.withdrawn {
			note(i.told)
		}
	}
	for _, at := range p.nils[unit] {
		note(at)
	}
	return first, ok
}

// works reports whether people work on a day of the play, in which 24 November is
// the day of Vietnamese culture.
func (p *Play) works(at time.Time) bool {
	return at.Weekday() != time.Saturday && at.Weekday() != time.Sunday && !(at.Month() == 11 && at.Day() == 24)
}

// wrong notes what is wrong.
func (p *Play) wrong(format string, args ...any) {
	if p.fault == nil {
		p.fault = fmt.Errorf(format, args...)
	}
}

// reached is called when somebody saw that a goal was reached.
func (p *Play) reached(who *person, g *goal, now time.Time) {
	p.survived.Ended++
	p.survived.Again += g.again
	if !p.clockWrong {
		p.survived.Longest = max(p.survived.Longest, now.Sub(g.began))
	}
	switch g.what {
	case "introduce":
		_, rest, _ := strings.Cut(g.end.Text, saysReceipt)
		g.intro.number = strings.Fields(rest)[0]
		g.intro.told, g.intro.counts = now, strings.Contains(rest, saysNovember)
		p.introduced = append(p.introduced, g.intro)
	case "correct":
		g.intro.place, g.intro.changed = g.place, now
	case "say nil":
		p.nils[who.post.Unit] = append(p.nils[who.post.Unit], now)
	case "withdraw":
		g.intro.withdrawn = true
		p.pulled[who.post.Unit] = true
	case "accept":
		p.accepted[g.intro] = true
	case "post":
		p.public.stopped[g.intro] = strings.HasPrefix(g.end.Text, saysStopped)
		p.public.posted[g.intro] = !p.public.stopped[g.intro]
	case "take back":
		p.public.takenBack[g.intro] = true
		p.Counts["posts taken back"]++
	}
	if g.next != nil {
		who.begin(g.next, now)
	}
}

// judge holds what was told against what is kept, when it is calm.
func (p *Play) judge() {
	kept, err := p.world.Kept()
	if err != nil {
		p.wrong("reading what is kept: %w", err)
		return
	}
	if kept.Waiting != "" {
		p.wrong("it is calm, and there waits: %s", kept.Waiting)
	}
	byName := map[string][]Example{}
	for _, e := range kept.Examples {
		byName[e.Name] = append(byName[e.Name], e)
	}
	for _, i := range p.introduced {
		p.judgeIntro(i, byName[i.name])
		delete(byName, i.name)
	}
	for name, all := range byName {
		p.wrong("%s is kept as %s, and nobody was told", name, all[0].Number)
	}
	for i := range p.accepted {
		if !p.takenTold[i.number] && !slices.Contains(p.blocked, i.by) {
			p.wrong("%s was accepted, which %s was not told", i.number, i.by.Name())
		}
	}
	for unit := range p.nils {
		if !kept.Nils[unit] {
			p.wrong("%s was told that it has nothing, which is not kept", unit)
		}
	}
	p.judgeNames()
	p.judgeChannel()
}

// judgeBackup holds that the newest backup has all of which somebody was told before it
// was made.
func (p *Play) judgeBackup() {
	kept, made, err := p.world.Backup()
	if err != nil {
		p.wrong("restoring the newest backup: %w", err)
		return
	}
	if made.IsZero() {
		return
	}
	p.Counts["backups restored"]++
	backed := map[string]Example{}
	for _, e := range kept.Examples {
		backed[e.Number] = e
	}
	for _, i := range p.introduced {
		e := backed[i.number]
		same := e.Name == i.name && e.Place == i.place && e.Title == i.title && e.Summary == i.deed && e.Unit == i.by.post.Unit
		if i.newest().Before(made.Add(-time.Hour)) && !same {
			p.wrong("the backup of %s has of %s, told at %s: %+v", made.Format("02/01 15:04"), i.name, i.told.Format("02/01 15:04"), e)
		}
	}
}

func (p *Play) judgeIntro(i *intro, kept []Example) {
	if len(kept) != 1 {
		p.wrong("%s told %s of %s, and there are %d of it: %+v", i.number, i.by.Name(), i.name, len(kept), kept)
		return
	}
	e := kept[0]
	want := Example{
		Number: i.number, Unit: i.by.post.Unit, Name: i.name, Place: i.place, Title: i.title, Summary: i.deed,
		Consent: i.consent, Photos: i.photos, Withdrawn: i.withdrawn, Accepted: p.accepted[i],
	}
	if e != want {
		p.wrong("kept is\n%+v\ntold was\n%+v\n%s", e, want, transcript(i.by))
	}
}

// judgeNames holds that a leader never reads the name of somebody who did not agree.
func (p *Play) judgeNames() {
	for _, text := range p.told[p.leader.ID()] {
		for _, i := range p.introduced {
			if i.consent == 3 && strings.Contains(text, i.name) {
				p.wrong("%s did not agree, and the leader reads:\n%s", i.name, text)
			}
		}
	}
}

// stages are when who has not reported is reminded.
var stages = []string{"13/11 08:00", "18/11 08:00", "20/11 08:00", "23/11 08:00", "26/11 08:00"}

// judgeReminders holds that each stage came once, in its minute, to those for whom it was
// due, at most twice where it is not known whether a message went out.
func (p *Play) judgeReminders() {
	for _, who := range p.people {
		passing := who == p.deputy // who is no focal point any more when a reminder comes
		if who.post.Role != "focal" || passing || p.pulled[who.post.Unit] || slices.Contains(p.blocked, who) {
			continue
		}
		perDay := map[string]int{}
		for _, r := range p.reminders {
			if r.who == who.ID() {
				perDay[r.at.Format("02/01")]++
			}
		}
		for day, n := range perDay {
			if n > 2 {
				p.wrong("%s was reminded %d times on %s", who.Name(), n, day)
			}
		}
		met, did := p.met(who.post.Unit)
		for _, stage := range stages {
			at, _ := time.ParseInLocation("02/01/2006 15:04", stage[:5]+"/2026"+stage[5:], p.world.Now().Location())
			due := !did || met.After(at.Add(time.Minute))
			if !due || !p.quiet(at) {
				continue
			}
			if perDay[stage[:5]] != 1 {
				p.wrong("%s was reminded %d times on %s, and it was quiet", who.Name(), perDay[stage[:5]], stage)
			}
			late := time.Minute
			if p.Loose {
				late = time.Hour
			}
			if !slices.ContainsFunc(p.reminders, func(r reminded) bool { return r.who == who.ID() && r.at.Sub(at).Abs() < late }) {
				p.wrong("%s was not reminded at %s, and it was quiet", who.Name(), stage)
			}
		}
	}
}

// quiet reports whether nothing went wrong for an hour before a moment and after it.
func (p *Play) quiet(at time.Time) bool {
	return !slices.ContainsFunc(p.rounds, func(r time.Time) bool { return r.Sub(at).Abs() < time.Hour })
}
