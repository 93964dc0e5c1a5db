package simulation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/emulator"
)

// What the public reads in the channel: chosen, posted and taken out again by a second
// officer, while others press the same buttons.

const (
	saysChosen    = "Chọn tuyên truyền: "
	saysPosted    = " đã đăng lên kênh"
	saysTakenBack = "Đã gỡ "
	saysStopped   = "Đã dừng đăng "

	pressChoose    = "Chọn tuyên truyền"
	pressPublicity = "Tuyên truyền"
	pressPost      = "Đăng"
	pressStop      = "Dừng đăng"
	pressThere     = "Đã lên"
	pressNotThere  = "Chưa lên"
	pressTakeBack  = "Gỡ bài"
	pressPage      = "Mở mục Tuyên truyền"
)

// A channel is what a play knows of what the public reads.
type channel struct {
	*emulator.Group
	dice      *Dice // of its own, so that the rest of a play comes out as without it
	publisher *person
	ordered   map[*intro]bool // somebody who may has it posted
	posted    map[*intro]bool // it was told that it is there
	stopped   map[*intro]bool // it was told that it will not be posted
	takenBack map[*intro]bool // it was told that it is no longer
	times     map[*intro]int  // how often it came into the channel
}

// openChannel gives the channel to an officer of its own.
func (p *Play) openChannel() {
	if p.Public == nil {
		return
	}
	p.public = &channel{
		Group: p.Public, dice: p.dice.apart(), publisher: p.join("Quân", Post{Role: "officer"}),
		ordered: map[*intro]bool{}, posted: map[*intro]bool{}, stopped: map[*intro]bool{}, times: map[*intro]int{}, takenBack: map[*intro]bool{},
	}
}

// beginPublishing gives the second officer something to do: to post what was accepted, or
// to take out what was posted.
func (p *Play) beginPublishing(now time.Time) {
	c := p.public
	if c == nil || c.publisher.goal != nil || p.night() || !c.dice.chance(70) {
		return
	}
	begin := p.postGoal
	if c.dice.chance(40) {
		begin = p.takeBackGoal
	}
	if g := begin(); g != nil {
		c.publisher.begin(g, now)
		p.oneByOne()
	}
}

// postGoal is to have what was accepted last posted.
func (p *Play) postGoal() *goal {
	c := p.public
	for _, i := range slices.Backward(p.introduced) {
		card, ok := c.publisher.newest(i.number+" ", pressChoose)
		if !ok || !p.accepted[i] || c.ordered[i] {
			continue
		}
		c.ordered[i] = true
		c.publisher.press(card, pressChoose)
		return &goal{
			what: "post", intro: i, done: []string{i.number + saysPosted, "Tình trạng: đã đăng lên kênh", saysStopped + i.number},
			now: func() [][2]string { return c.answers(i) },
		}
	}
	return nil
}

// answers are those of whoever has something posted; whether it is in the channel is seen there.
func (c *channel) answers(i *intro) [][2]string {
	there, link := pressNotThere, ""
	for _, m := range c.Chat() {
		if !m.Deleted && strings.Contains(m.Text, i.mark()) {
			there, link = pressThere, fmt.Sprintf("https://t.me/c/%d/%d", -c.ID()-1_000_000_000_000, m.ID)
		}
	}
	return [][2]string{
		{saysChosen, pressPublicity}, {"Tình trạng: đã chọn", pressPost}, {"Tình trạng: đã duyệt", pressPost},
		{i.number + ": mạng bị ngắt khi đang đăng", pressPage},
		{"Tình trạng: chưa rõ", there}, {"dán đường dẫn của bài trên kênh", link},
	}
}

// takeBackGoal is to take something out again.
func (p *Play) takeBackGoal() *goal {
	c := p.public
	for _, i := range p.introduced {
		told, ok := c.publisher.newest(i.number+saysPosted, pressPage)
		read := p.leader.goal != nil && p.leader.goal.intro == i
		if !ok || read || !c.posted[i] || c.takenBack[i] {
			continue
		}
		c.publisher.press(told, pressPage)
		return &goal{
			what: "take back", intro: i, done: []string{saysTakenBack + i.number, "Tình trạng: đã gỡ"},
			answers: [][2]string{
				{i.number + saysPosted, pressPage}, {"Tình trạng: đã đăng lên kênh", pressTakeBack}, {"Vì sao gỡ bài?", "Gia đình đề nghị"},
				{"Gỡ " + i.number + "?", pressTakeBack},
			},
		}
	}
	return nil
}

// takenOut reports whether something was taken out of the channel, or is about to be: no
// leader is shown it then.
func (p *Play) takenOut(i *intro) bool {
	c := p.public
	return c != nil && (c.takenBack[i] || c.publisher.goal != nil && c.publisher.goal.intro == i)
}

// newest is the newest message that begins with something and has a button.
func (p *person) newest(begins, label string) (m emulator.Message, ok bool) {
	for _, m := range slices.Backward(p.Chat()) {
		if m.FromBot && !m.Deleted && strings.HasPrefix(m.Text, begins) && slices.Contains(m.Labels(), label) {
			return m, true
		}
	}
	return m, false
}

// meddleWithPosts has a button of the second officer's pressed by others meanwhile: by the
// first officer, who may post and stop, or by somebody who may nothing of it.
func (p *Play) meddleWithPosts() {
	c := p.public
	if c == nil || c.publisher.goal == nil || !c.dice.chance(30) {
		return
	}
	may := c.dice.chance(50)
	who := p.office
	if !may {
		who = pick(c.dice, []*person{p.leader, p.focals[c.dice.n(len(p.focals))]})
	}
	if who.away {
		return
	}
	for _, m := range slices.Backward(c.publisher.Chat()) {
		for _, row := range m.Keyboard {
			for _, b := range row {
				if b.Text == pressTakeBack || b.Text == pressPost || b.Text == pressStop && may {
					who.tap(who.oldest(), b.Data) // whose place the answer takes: not that of a card that is judged
					p.Counts["posts meddled with"]++
					p.oneByOne()
					return
				}
			}
		}
	}
}

// read is called for what comes into the channel: the public reads nobody's name and sees
// nobody's photo who did not agree.
func (p *Play) read(m emulator.Message) {
	if m.Kind != emulator.KindText {
		p.wrong("nobody with photos agreed to them, and in the channel stands %s %q", m.Kind, m.Text)
	}
	for _, i := range p.introduced {
		if i.consent == 3 && strings.Contains(m.Text, i.name) {
			p.wrong("%s did not agree, and in the channel stands\n%s", i.name, m.Text)
		}
		if strings.Contains(m.Text, i.mark()) {
			p.public.times[i]++
			p.Counts["posts"]++
		}
	}
}

// judgeChannel holds that the public reads nothing that nobody had posted, nothing twice,
// what was told to be there, and nothing of what was told to be stopped or taken back.
func (p *Play) judgeChannel() {
	c := p.public
	if c == nil {
		return
	}
	standing := map[*intro]bool{}
	for _, i := range p.introduced {
		standing[i] = slices.ContainsFunc(c.Chat(), func(m emulator.Message) bool { return !m.Deleted && strings.Contains(m.Text, i.mark()) })
	}
	for _, i := range p.introduced {
		switch {
		case c.times[i] > 0 && !c.ordered[i]:
			p.wrong("%s of %s stood in the channel, and nobody who may had it posted", i.number, i.name)
		case c.times[i] > 1:
			p.wrong("%s was posted %d times", i.number, c.times[i])
		case (c.takenBack[i] || c.stopped[i]) && standing[i]:
			p.wrong("%s was stopped or taken back, and stands in the channel", i.number)
		case c.posted[i] && !c.takenBack[i] && !standing[i]:
			p.wrong("%s was told to be posted, and is not in the channel", i.number)
		}
	}
}
