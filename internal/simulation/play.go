package simulation

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"guongsang/internal/emulator"
)

// A Play is one run of a program in a world. Its fields are what became of it.
type Play struct {
	Public *emulator.Group // where the program posts for the public; nil: that is not played
	Crowd  bool            // people act at the same instant
	Loose  bool            // the world's time is not virtual: a machine that has much to do is late
	Tell   func(Told)      // what happens, as it happens; nil: nobody asks
	Over   func() bool     // asked before each round: whether that is enough; nil: never

	History []string       // what everybody was told, in order
	Counts  map[string]int // how often what happened

	world   World
	dice    *Dice
	beside  *Dice // for what came into the play later
	disk    *Disk
	people  []*person
	focals  []*person
	late    []*person // who report when their unit is being reminded, each once
	acted   int       // so many of them did
	leader  *person
	office  *person
	admin   *person
	public  *channel // nil: that is not played
	removal *removal // in this round; nil: there is none

	thirdOfficer, deputy *person // whose posts come and go; nil: they did not come yet

	intros   int
	rounds   []time.Time
	survived Survived // in this round
	told     map[int64][]string

	// mu is held by whoever plays, but for while the world goes on by itself, in which
	// what people hear comes in.
	mu         sync.Mutex
	fault      error
	ended      []time.Time // when the program was ended, as calls are dated
	clockWrong bool
	wrongUntil time.Time                  // when the clock was set right last
	patient    bool                       // nobody says anything twice in this round
	delivered  map[delivery]emulator.Call // the last of each
	reminders  []reminded
	introduced []*intro
	accepted   map[*intro]bool
	nils       map[string][]time.Time // when a unit was told that it has nothing
	pulled     map[string]bool        // units that took something back
	blocked    []*person
	takenTold  map[string]bool // introductions that it was told were accepted
}

// units, those of whose people do something, those of them that have a second person, and
// those whose second person reports late.
const (
	units  = 16
	active = 7
	pairs  = 4
	tardy  = 5
)

// New is a play that did not begin.
func New(w World, dice *Dice) *Play {
	p := &Play{
		Counts: map[string]int{}, dice: dice, beside: dice.beside(), told: map[int64][]string{}, delivered: map[delivery]emulator.Call{},
		takenTold: map[string]bool{},
		accepted:  map[*intro]bool{}, nils: map[string][]time.Time{}, pulled: map[string]bool{},
	}
	p.world = goingOn{w, &p.mu}
	return p
}

// Run plays November 2026 in so many rounds, and gives the first thing that was
// wrong.
func (p *Play) Run(rounds int) error {
	p.disk = Watch(p.world.Folder(), p.world.Store())
	defer p.disk.Close()
	defer p.world.Telegram().Watch(p.hear)()
	p.mu.Lock()
	defer p.mu.Unlock()
	defer p.count()
	if err := p.firstStart(); err != nil {
		return fmt.Errorf("starting: %w", err)
	}
	if err := p.enrol(); err != nil {
		return err
	}
	for n, at := range p.moments(rounds) {
		if p.Over != nil && p.Over() {
			return p.fault
		}
		if wait := at.Sub(p.world.Now()); wait > 0 {
			p.world.Pass(wait)
		}
		p.tell(Told{Kind: RoundBegins, Round: n + 1, Of: rounds})
		began := time.Now() // as calls are dated, whatever the clock of the play shows
		p.survived = Survived{}
		if err := p.round(); err != nil {
			return err
		}
		p.survived.Failed = p.failed(began)
		p.judgeCopies(p.world.Telegram().Calls(), began)
		p.tell(Told{Kind: RoundEnds, Round: n + 1, Of: rounds, Introduced: len(p.introduced), Survived: p.survived})
	}
	p.pass(at(p.world, "27/11 12:00").Sub(p.world.Now()))
	p.judge()
	p.judgeBackup()
	p.judgeReminders()
	return p.fault
}

// count counts what people did.
func (p *Play) count() {
	for _, who := range p.people {
		p.Counts["updates"] += who.did
	}
}

func at(w World, moment string) time.Time {
	t, err := time.ParseInLocation("02/01/2006 15:04", moment[:5]+"/2026"+moment[5:], w.Now().Location())
	if err != nil {
		panic(err)
	}
	return t
}

func (p *Play) pass(d time.Duration) {
	if d > 0 {
		p.world.Pass(d)
	}
}

// enrol makes units and lets people in.
func (p *Play) enrol() error {
	var all []Unit
	for n := range units {
		all = append(all, Unit{Code: fmt.Sprintf("PT%02d", n), Name: fmt.Sprintf("Bản số %d", n), Block: fmt.Sprintf("Khối %d", 1+n%2)})
	}
	if err := p.world.AddUnits(all); err != nil {
		return fmt.Errorf("adding the units: %w", err)
	}
	p.office = p.join("Hạnh", Post{Role: "officer"})
	p.leader = p.join("Lãnh", Post{Role: "leader"})
	p.admin = p.join("Quản", Post{Role: "admin"})
	for n, u := range all {
		who := p.join(fmt.Sprintf("Đầu mối %d", n), Post{Role: "focal", Unit: u.Code})
		if n < active {
			p.focals = append(p.focals, who)
		}
		if n < pairs {
			p.focals = append(p.focals, p.join(fmt.Sprintf("Dự phòng %d", n), Post{Role: "deputy", Unit: u.Code}))
		}
		if n >= active && n < active+tardy {
			p.late = append(p.late, p.join(fmt.Sprintf("Dự phòng %d", n), Post{Role: "deputy", Unit: u.Code}))
		}
	}
	p.openChannel()
	return nil
}

func (p *Play) join(name string, post Post) *person {
	who := &person{Person: p.world.Telegram().Person(int64(1001+len(p.people)), name), post: post}
	p.people = append(p.people, who)
	who.did++
	who.Start(p.world.Invite(post))
	p.pass(6 * time.Second)
	return who
}

// moments are when the rounds begin: in working time, and often when reminders
// fall due.
func (p *Play) moments(n int) (all []time.Time) {
	days := []string{"12/11", "13/11", "16/11", "17/11", "18/11", "19/11", "20/11", "23/11", "25/11", "26/11"}
	for range n {
		if p.dice.chance(25) {
			all = append(all, at(p.world, pick(p.dice, stages)).Add(-time.Duration(p.dice.between(2, 20))*time.Second))
			continue
		}
		if p.dice.chance(10) { // a backup is made
			all = append(all, at(p.world, pick(p.dice, days[1:])+" 01:30").Add(-time.Duration(p.dice.between(2, 15))*time.Second))
			continue
		}
		day := at(p.world, pick(p.dice, days)+" 08:10")
		all = append(all, day.Add(time.Duration(p.dice.n(11*60))*time.Minute))
	}
	slices.SortFunc(all, time.Time.Compare)
	return all
}

// night reports whether it is about the time of the backup.
func (p *Play) night() bool { return p.world.Now().Hour() < 4 }

// step is how often people look at their phones.
const step = 2 * time.Second

// round is one round.
func (p *Play) round() error {
	p.rounds = append(p.rounds, p.world.Now())
	p.beginRemoval()
	mend := p.goWrong()
	p.patient = p.dice.chance(40)
	late, letGo := p.holdUp()
	kill, lets := p.comeOver()
	p.beginGoals()
	p.tell(Told{Kind: Acts, People: p.busy()})
	ends := []int{p.dice.between(0, 8)}
	if p.dice.chance(35) {
		ends = append(ends, p.dice.between(9, 14))
	}
	for tick := range 15 {
		p.pass(step)
		late()
		if err := kill(); err != nil {
			return err
		}
		p.meddle()
		p.meddleWithPosts()
		p.stepAll()
		if tick == 7 {
			p.beginGoals()
		}
		if slices.Contains(ends, tick) {
			if err := p.end(); err != nil {
				return err
			}
		}
	}
	mend()
	lets()
	p.tell(Told{Kind: Mended})
	p.calm()
	p.settleRemoval()
	letGo()
	p.clockWrong = false
	p.judge()
	if p.night() {
		p.judgeBackup()
	}
	return p.fault
}

// goWrong begins two faults, until they are mended.
func (p *Play) goWrong() (mend func()) {
	var ends []func()
	for range 2 {
		f := pick(p.dice, faults())
		p.Counts[f.name]++
		p.tell(Told{Kind: GoesWrong, What: f.name})
		ends = append(ends, f.begin(p))
	}
	return func() {
		for _, end := range ends {
			end()
		}
	}
}

// calm lets everybody come to an end.
func (p *Play) calm() {
	busy := func() bool {
		return slices.ContainsFunc(p.people, func(who *person) bool { return who.goal != nil })
	}
	long := 30 * time.Minute
	if p.clockWrong { // what was to be posted at once is posted at the time that it showed
		long += fastest
	}
	for began := p.world.Now(); busy() && p.world.Now().Sub(began) < long; {
		p.pass(step)
		p.stepAll()
	}
	for _, who := range p.people {
		if g := who.goal; g != nil {
			p.wrong("%s wants to %s since %s and is without an answer:\n%s", who.Name(), g.what, g.began.Format("02/01 15:04:05"), transcript(who))
		}
	}
	p.pass(3 * time.Minute)
	for range 12 { // what goes wrong is tried again after minutes
		if kept, err := p.world.Kept(); err != nil || kept.Waiting == "" {
			return
		}
		p.pass(time.Minute)
	}
}

func transcript(who *person) (s string) {
	all := who.Chat()
	for _, m := range all[max(0, len(all)-9):] {
		s += fmt.Sprintf("%s bot=%t rev %d %q %q\n", m.At.Format("15:04:05"), m.FromBot, m.Rev, m.Text, m.Labels())
	}
	return s
}

// busy are the accounts of those who are after something.
func (p *Play) busy() (accounts []int64) {
	for _, who := range p.people {
		if who.goal != nil {
			accounts = append(accounts, who.ID())
		}
	}
	return accounts
}

func (p *Play) stepAll() {
	now := p.world.Now()
	for _, who := range p.people {
		g := who.goal
		did := who.did
		if who.step(now, p.patient); g != nil && who.goal == nil {
			p.reached(who, g, now)
		}
		if who.did > did {
			p.oneByOne()
		}
	}
	p.stepRemoval()
}

// oneByOne lets what somebody did be answered before somebody else does something,
// unless they are to crowd. What comes at the same instant is taken in any order, and
// a play of that does not come out the same again.
func (p *Play) oneByOne() {
	if !p.Crowd {
		p.pass(20 * time.Millisecond)
	}
}

// beginGoals gives people something to do.
func (p *Play) beginGoals() {
	now := p.world.Now()
	for _, who := range p.focals {
		if who.goal == nil && !who.away && p.dice.chance(75) {
			if g := p.goal(who); g != nil {
				who.begin(g, now)
				p.oneByOne()
			}
		}
	}
	if p.office.goal == nil && p.dice.chance(60) {
		if g := p.judgement(); g != nil {
			p.office.begin(g, now)
			p.oneByOne()
		}
	}
	if p.leader.goal == nil && p.dice.chance(50) {
		p.leader.begin(p.look(), now)
		p.wander(p.leader)
	}
	p.beginPublishing(now)
}

// goal is what a focal point is after.
func (p *Play) goal(who *person) *goal {
	if p.beside.chance(25) {
		if g := p.sentence(who); g != nil {
			return g
		}
	}
	switch n := p.dice.n(100); {
	case n < 45:
		i := p.newIntro(who)
		return &goal{what: "introduce", intro: i, says: i.pasted(), answers: i.answers(), done: []string{saysReceipt}}
	case n < 70:
		i := p.newIntro(who)
		return &goal{what: "introduce", intro: i, says: pressIntroduce, answers: i.answers(), done: []string{saysReceipt}}
	case n < 80:
		i := p.newIntro(who)
		i.photos = 1 + p.dice.n(3)
		if i.consent == 1 {
			i.consent = 2 // photos that come first are not asked about then
		}
		for k := range i.photos {
			who.did++
			who.Photo(fmt.Appendf(nil, "ảnh %d của %s", k, i.name), "")
		}
		return &goal{what: "introduce", intro: i, says: i.pasted(), answers: i.answers(), done: []string{saysReceipt}}
	case n < 88:
		if p.reported(who.post.Unit) || p.busyWith(who.post.Unit) {
			return nil
		}
		return &goal{what: "say nil", says: pressNil, done: []string{saysNil}, answers: [][2]string{{"Kỳ nào đơn vị không có gương", "Tháng 11/2026"}}}
	case n < 95:
		i := p.last(who)
		if i == nil {
			return nil
		}
		return p.withdrawal(who, i)
	}
	who.say(sayHelp)
	return nil
}

func (p *Play) newIntro(who *person) *intro {
	p.intros++
	return newIntro(who, p.intros, p.dice.between(1, 3))
}

// reported reports whether a unit ever introduced anything or had nothing to.
func (p *Play) reported(unit string) bool {
	return len(p.nils[unit]) > 0 || slices.ContainsFunc(p.introduced, func(i *intro) bool { return i.by.post.Unit == unit })
}

// busyWith reports whether somebody of a unit is about something.
func (p *Play) busyWith(unit string) bool {
	return slices.ContainsFunc(p.focals, func(who *person) bool { return who.post.Unit == unit && who.goal != nil })
}

// last is somebody's last introduction that stands and nobody judged.
func (p *Play) last(who *person) *intro {
	for _, i := range slices.Backward(p.introduced) {
		judged := p.accepted[i] || p.beingTaken(i) || p.office.goal != nil && p.office.goal.intro == i
		if i.by == who && !i.withdrawn && !judged {
			return i
		}
	}
	return nil
}

// withdrawal is to take something back: by its button, or by a sentence.
func (p *Play) withdrawal(who *person, i *intro) *goal {
	g := &goal{what: "withdraw", intro: i, done: []string{saysWithdrawn + i.number, i.number + ": đã rút"}, answers: [][2]string{{"Rút gương " + i.number, pressWithdraw}}}
	if p.beside.chance(50) {
		p.Counts["withdrawals said"]++
		g.says = "rút gương " + i.number + " giúp tôi"
		g.answers = append(g.answers, [2]string{i.number + ": đã gửi", pressTakeIt})
		return g
	}
	who.tap(who.Last().ID, fmt.Sprintf("s.pull:%s:%d", i.number, i.version()))
	return g
}

// judgement is what the officer is after: to accept what came last.
func (p *Play) judgement() *goal {
	if m, i := p.unjudged(); i != nil {
		return p.acceptance(m, i)
	}
	return nil
}

func (p *Play) acceptance(m emulator.Message, i *intro) *goal {
	p.office.press(m, pressAccept)
	return &goal{what: "accept", intro: i, done: []string{"Đã tiếp nhận: " + p.office.Name()}, on: m.ID}
}

// look is what the leader is after: how things stand, or what was introduced under a number.
func (p *Play) look() *goal {
	var all []*intro
	for _, i := range p.introduced {
		if i.consent == 3 && p.accepted[i] && !p.takenOut(i) {
			all = append(all, i)
		}
	}
	if len(all) == 0 || p.dice.chance(50) {
		return &goal{what: "look", says: sayStanding, done: []string{saysStanding}}
	}
	i := pick(p.dice, all)
	return &goal{what: "look up", intro: i, says: i.number, done: []string{i.number}}
}

// wander presses some button of the newest list, to read what is behind it.
func (p *Play) wander(who *person) {
	for _, m := range slices.Backward(who.Chat()) {
		labels := slices.DeleteFunc(m.Labels(), func(l string) bool { return strings.Contains(l, "Văn bản") })
		if m.FromBot && strings.Contains(m.Text, "tháng 11") && len(labels) > 0 {
			who.press(m, pick(p.dice, labels))
			return
		}
	}
}
