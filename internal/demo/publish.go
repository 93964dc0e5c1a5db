package demo

import (
	"context"
	"fmt"
	"regexp"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
	"guongsang/internal/texts"
)

// What becomes of an introduction after it was taken up: chosen, approved, published,
// taken back; and what else officers do at their desk meanwhile.

// headApproves has the head of a unit give the leave for which a focal point waits,
// where that is asked.
func (p *play) headApproves(ctx context.Context, a *actor, m emulator.Message) error {
	head := p.heads[a.unit]
	if head == nil || !hasLabel(m, texts.ToTakeBack) {
		return nil
	}
	_, err := p.press(ctx, head, texts.ToApprove)
	return err
}

// choosePublic has the officer choose the examples with these titles to be published.
func (p *play) choosePublic(ctx context.Context, titles []string) error {
	for _, title := range titles {
		if err := p.rule(title, texts.LabelSelect); err != nil {
			return err
		}
		if err := p.waitIdle(ctx); err != nil {
			return err
		}
	}
	return nil
}

// submit has the officer ask the leader for leave.
func (p *play) submit(ctx context.Context, title string) error {
	number, err := p.openPublic(ctx, title)
	if err != nil {
		return err
	}
	if err := p.pressUnder(ctx, p.officer, number, texts.LabelSubmit); err != nil {
		return err
	}
	p.tell.answers(p.leader.newest())
	return nil
}

// publish takes examples from the choice into the waiting room: the leader reads the
// public text and gives leave.
func (p *play) publish(ctx context.Context, titles []string) error {
	for _, title := range titles {
		if err := p.publishOne(ctx, title); err != nil {
			return err
		}
	}
	return nil
}

func (p *play) publishOne(ctx context.Context, title string) error {
	defer p.tell.abridge("publish")()
	if err := p.submit(ctx, title); err != nil {
		return err
	}
	if err := p.leaderApproves(ctx); err != nil {
		return err
	}
	m, err := p.toPost(ctx)
	if err == nil && p.tell.brief {
		p.tell.aloud(func() { p.tell.says(p.clock.Now(), p.officer, demotexts.Press(texts.LabelPost)); p.tell.answers(m) })
	}
	return err
}

// leaderApproves has the leader read the public text that waits, and give leave.
func (p *play) leaderApproves(ctx context.Context) error {
	if _, err := p.press(ctx, p.leader, texts.LabelFull); err != nil {
		return err
	}
	_, err := p.press(ctx, p.leader, texts.LabelApprove)
	return err
}

// toPost has the officer put what was approved last into the waiting room.
func (p *play) toPost(ctx context.Context) (emulator.Message, error) {
	if _, err := p.press(ctx, p.officer, texts.LabelOpenPublicity); err != nil {
		return emulator.Message{}, err
	}
	return p.press(ctx, p.officer, texts.LabelPost)
}

// takeBack has the officer take a post out of the channel, with a reason.
func (p *play) takeBack(ctx context.Context, title, reason string) error {
	number, err := p.openPublic(ctx, title)
	if err != nil {
		return err
	}
	if err := p.pressUnder(ctx, p.officer, number, texts.LabelTakeBack); err != nil {
		return err
	}
	if _, err := p.say(ctx, p.officer, reason); err != nil {
		return err
	}
	if _, err = p.press(ctx, p.officer, texts.LabelTakeBack); err != nil {
		return err
	}
	p.tell.line(demotexts.OnChannel(p.posts()))
	return nil
}

// posts counts what can be read in the channel; the photos of an album are one post.
func (p *play) posts() (n int) {
	album := ""
	for _, c := range p.server.Channels() {
		for _, m := range c.Since(0) {
			if m.Album == "" || m.Album != album {
				n++
			}
			album = m.Album
		}
	}
	return n
}

// openPublic opens the page of what was chosen.
func (p *play) openPublic(ctx context.Context, title string) (number string, err error) {
	if number, err = p.numberOf(title); err != nil {
		return "", err
	}
	m, err := p.say(ctx, p.officer, texts.WordPublicity)
	for err == nil && !hasLabel(m, number) && hasLabel(m, texts.ToLater) {
		m, err = p.press(ctx, p.officer, texts.ToLater)
	}
	if err != nil {
		return "", err
	}
	_, err = p.press(ctx, p.officer, number)
	return number, err
}

var numberForm = regexp.MustCompile(`G-\d{4}-\d{4}`)

// numberOf reads the number of an example off the officer's card.
func (p *play) numberOf(title string) (string, error) {
	card, ok := find(p.officer, title, texts.LabelFull)
	if !ok {
		return "", fmt.Errorf("the officer has no card of %q", title)
	}
	return numberForm.FindString(card.Text), nil
}

// pressUnder presses a button under the newest message with a text, and waits for what
// comes of it: the answer may be a notice alone.
func (p *play) pressUnder(ctx context.Context, a *actor, text, label string) error {
	if err := p.wait(ctx); err != nil {
		return err
	}
	m, ok := find(a, text, label)
	if !ok {
		return fmt.Errorf("%s has no message of %q with %q", a.name, text, label)
	}
	p.tell.says(p.clock.Now(), a, demotexts.Press(label))
	for _, line := range m.Keyboard {
		for _, b := range line {
			if texts.Bare(b.Text) == texts.Bare(label) {
				a.Press(m.ID, b.Data)
			}
		}
	}
	return p.waitIdle(ctx)
}

// remindNow has the officer remind all that have not sent, and look up whom to call.
func (p *play) remindNow(ctx context.Context) error {
	if err := p.toMissing(ctx); err != nil {
		return err
	}
	m, err := p.press(ctx, p.officer, texts.LabelRemindNow)
	if err != nil {
		return err
	}
	if _, err := p.press(ctx, p.officer, m.Labels()[0]); err != nil { // some of them, or all once more
		return err
	}
	if err := p.toMissing(ctx); err != nil {
		return err
	}
	_, err = p.press(ctx, p.officer, texts.LabelCallList)
	return err
}

// toMissing opens what can be done about the units that have not sent.
func (p *play) toMissing(ctx context.Context) error {
	if _, err := p.say(ctx, p.officer, texts.WordSituation); err != nil {
		return err
	}
	if _, err := p.press(ctx, p.officer, demotexts.MissingList()); err != nil {
		return err
	}
	_, err := p.press(ctx, p.officer, texts.LabelDeal)
	return err
}
