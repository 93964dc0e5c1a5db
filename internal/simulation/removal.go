package simulation

import (
	"slices"
	"strings"
	"time"

	"guongsang/internal/emulator"
)

// Posts that are taken away while who holds one is about something: a third officer's, whose
// press waits with the one that removes her, and a focal point's, whose answer does. What they
// say or press once they were told comes to nothing. What the focal point was shown of an
// introduction before is the unit's: it was received, or who is left there goes on with it. Or
// somebody else comes in the focal point's place, who then is a deputy and goes on as before.

const (
	saysRemoved  = "Từ hôm nay anh/chị thôi làm"
	saysReplaced = " nay là đầu mối chính của "
	saysRemoving = "Đã gỡ "
	saysPeople   = "Người của cơ quan thường trực:"
	saysCame     = " vừa vào, là "
	saysTakeOver = "nội dung giữ nguyên. Bấm để viết tiếp."

	pressRemove   = "Gỡ"
	pressTakeOver = "Nhận: "
	pressContinue = "Tiếp tục "
	sayAdmin      = "Quản trị"
	sayLeave      = "Thôi làm đầu mối"
)

// A removal is a post that is taken away in this round.
type removal struct {
	who    *person
	from   *person // who takes it away
	next   *person // who comes in the place of a focal point; nil: nobody does
	intro  *intro  // what who is about: the focal point introduces it, the officer accepts it; nil: nothing yet
	begins int     // at which look at the phones that is begun
	acts   int     // at which look the officer presses
	looks  int
	begun  bool
	since  uint64 // what is newer was told in the post
	told   bool   // that it is taken away
}

// takesAway is what an officer or admin is after then.
const takesAway = "take a post away"

// passedPost is the unit of the focal point whose post goes; it reports nothing else.
const passedPost = "PT15"

// beginRemoval gives somebody a post that is to be taken away in this round, if one is.
func (p *Play) beginRemoval() {
	p.removal = nil
	if p.night() || p.stageWithin(time.Minute) || !p.beside.chance(50) {
		return
	}
	begins := p.beside.between(1, 9)
	r := &removal{begins: begins, acts: begins + p.beside.between(0, 2)}
	if p.beside.chance(40) {
		p.thirdOfficer = p.given(p.thirdOfficer, "Tạm", Post{Role: "officer"})
		r.who, r.from = p.thirdOfficer, p.admin
	} else {
		role := pick(p.beside, []string{"deputy", "deputy", "focal"})
		p.deputy = p.given(p.deputy, "Thay", Post{Role: role, Unit: passedPost})
		r.who, r.from = p.deputy, p.office
		if role == "focal" {
			r.next = p.focalOf(passedPost)
		} else {
			r.begins = min(r.begins, 6) // later most has been sent
		}
	}
	r.since = r.who.newestRev()
	p.removal = r
}

// given gives somebody a post, once more if it was taken away.
func (p *Play) given(who *person, name string, post Post) *person {
	if who == nil {
		return p.join(name, post)
	}
	who.did++
	who.Start(p.world.Invite(post))
	p.pass(6 * time.Second)
	return who
}

// stageWithin reports whether a reminder falls due so soon.
func (p *Play) stageWithin(soon time.Duration) bool {
	return slices.ContainsFunc(stages, func(stage string) bool {
		wait := at(p.world, stage).Sub(p.world.Now())
		return wait >= 0 && wait < soon
	})
}

// stepRemoval does what belongs to the removal when its time has come.
func (p *Play) stepRemoval() {
	r := p.removal
	if r == nil || r.told {
		return
	}
	r.looks++
	switch {
	case r.who == p.deputy && r.looks == 1:
		p.introduceAsDeputy(r)
	case r.who == p.thirdOfficer && r.looks == r.acts:
		p.acceptAsThird(r)
	}
	switch {
	case r.looks < r.begins || r.begun:
	case r.next != nil:
		r.begun = true
		r.next.did++
		r.next.Start(p.world.Invite(r.next.post))
		p.oneByOne()
	case r.from.goal == nil:
		p.beginTakingAway(r)
	}
	if r.heard() {
		p.toldOfRemoval(r)
	}
}

func (p *Play) introduceAsDeputy(r *removal) {
	r.intro = p.newIntro(r.who)
	g := &goal{what: "introduce", intro: r.intro, says: pressIntroduce, answers: r.intro.answers(), done: []string{saysReceipt}}
	if p.beside.chance(40) { // of what is told in one message little is left unsent
		g.says = r.intro.pasted()
	}
	r.who.begin(g, p.world.Now())
	p.oneByOne()
}

func (p *Play) acceptAsThird(r *removal) {
	if m, i := p.unjudged(); i != nil {
		r.intro = i
		r.who.pressElsewhere(m, pressAccept)
		p.oneByOne()
	}
}

// pressElsewhere presses what a button on somebody else's phone carries.
func (p *person) pressElsewhere(m emulator.Message, label string) {
	for _, row := range m.Keyboard {
		for _, b := range row {
			if b.Text == label {
				p.tap(p.Last().ID, b.Data)
				return
			}
		}
	}
}

// beginTakingAway has the officer say that a deputy is the wrong one, or the admin take the
// third officer out.
func (p *Play) beginTakingAway(r *removal) {
	r.begun = true
	g := &goal{what: takesAway, done: []string{saysRemoving + r.who.Name() + " khỏi"}, answers: [][2]string{
		{saysPeople, pressRemove + " " + r.who.Name() + " (chuyên viên cơ quan thường trực)"},
		{pressRemove + " " + r.who.Name() + " khỏi vai trò", pressRemove},
	}}
	if r.from == p.office {
		came, ok := p.office.newest(r.who.Name()+saysCame, pressRemove)
		if !ok {
			p.wrong("%s came, and %s is not told", r.who.Name(), p.office.Name())
		}
		p.office.press(came, pressRemove)
	} else {
		g.says = sayAdmin
	}
	r.from.begin(g, p.world.Now())
	p.oneByOne()
}

// heard reports whether who had the post was told that it is taken away.
func (r *removal) heard() bool {
	says := saysRemoved
	if r.next != nil {
		says = r.next.Name() + saysReplaced
	}
	return slices.ContainsFunc(r.who.Chat(), func(m emulator.Message) bool {
		return m.FromBot && m.Rev > r.since && strings.Contains(m.Text, says)
	})
}

// toldOfRemoval has who was told go on as if the post were still there.
func (p *Play) toldOfRemoval(r *removal) {
	r.told = true
	if r.next != nil {
		p.Counts["replaced"]++
		p.tell(Told{Kind: PostGoes, What: FocalChanges})
		return
	}
	r.who.goal = nil
	p.Counts["posts taken away"]++
	if r.who == p.thirdOfficer {
		p.tell(Told{Kind: PostGoes, What: OfficerGoes})
		if m, i := p.unjudged(); i != nil {
			r.who.pressElsewhere(m, pressAccept)
			p.Counts["acted without a post"]++
			p.oneByOne()
		}
		return
	}
	p.tell(Told{Kind: PostGoes, What: DeputyGoes})
	if data := newestButton(p.beside, r.who.Chat()); data != "" {
		r.who.tap(r.who.Last().ID, data)
		p.oneByOne()
	}
	r.who.say(p.newIntro(r.who).pasted()) // which nobody may be told of
	p.Counts["acted without a post"]++
	p.oneByOne()
}

// settleRemoval finds, when it is calm, what became of what was begun in the post: of it the
// one who had it may have heard nothing any more.
func (p *Play) settleRemoval() {
	r := p.removal
	defer func() { p.removal = nil }()
	switch {
	case r == nil:
	case !r.heard():
		p.wrong("%s is no %s any more and was not told", r.who.Name(), r.who.post.Role)
	case r.next != nil:
		r.who.begin(&goal{what: "leave", says: sayLeave, done: []string{saysRemoved}, answers: [][2]string{{sayLeave + " của", "Kết thúc vai trò"}}}, p.world.Now())
		p.calm()
	case r.who == p.thirdOfficer && r.intro != nil:
		if strings.Contains(p.office.card(r.intro), "Đã tiếp nhận: "+r.who.Name()) {
			p.accepted[r.intro] = true
			p.Counts["accepted before the post went"]++
			p.tell(Told{Kind: PostWent, What: WasAccepted})
		}
	case r.who == p.deputy && r.intro.number == "":
		p.settleDraft(r)
	}
}

// settleDraft finds what a deputy had not heard of: it was received, or is offered to the
// focal point, who sends it.
func (p *Play) settleDraft(r *removal) {
	i, focal := r.intro, p.focalOf(passedPost)
	if card := p.office.card(i); card != "" {
		i.number, i.told, i.counts = strings.Fields(card)[0], p.world.Now(), strings.Contains(card, "tháng 11")
		p.introduced = append(p.introduced, i)
		p.Counts["received before the post went"]++
		p.tell(Told{Kind: PostWent, What: WasReceived})
		return
	}
	take := pressTakeOver + "“" + i.name + "”"
	offer, ok := focal.newest("", take)
	if !ok {
		if r.shown() {
			p.wrong("%s was shown what is kept of %s, it was not received, and %s is not offered it:\n%s\n%s", r.who.Name(), i.name, focal.Name(), transcript(focal), transcript(r.who))
		}
		return
	}
	i.by = focal
	focal.press(offer, take)
	focal.begin(&goal{
		what: "introduce", intro: i, done: []string{saysReceipt},
		answers: append(i.answers(), [2]string{saysTakeOver, pressContinue + "“" + i.name + "”"}),
	}, p.world.Now())
	p.Counts["taken over"]++
	p.calm()
	p.tell(Told{Kind: PostWent, What: WasTakenOver})
}

// shown reports whether a deputy was shown of the introduction what says that it is kept; what
// was typed too early is not, as is said.
func (r *removal) shown() bool {
	return slices.ContainsFunc(r.who.Chat(), func(m emulator.Message) bool {
		after := strings.Contains(m.Text, "Đơn vị công tác hoặc nơi ở") || strings.Contains(m.Text, r.intro.name)
		return m.FromBot && m.Rev > r.since && after && !strings.Contains(m.Text, saysEarly)
	})
}

// card is what an officer reads of an introduction; "" if there is no card of it.
func (p *person) card(i *intro) (text string) {
	for _, m := range p.Chat() {
		if m.FromBot && !m.Deleted && strings.HasPrefix(m.Text, "G-") && strings.Contains(m.Text, i.mark()) {
			text = m.Text
		}
	}
	return text
}

// beingTaken reports whether a third officer may have accepted something in this round, so
// that nobody knows yet what it is.
func (p *Play) beingTaken(i *intro) bool {
	return p.removal != nil && p.removal.who == p.thirdOfficer && p.removal.intro == i
}
