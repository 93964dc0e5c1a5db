package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
	"guongsang/internal/texts"
)

// An actor is one of the story's people, at a phone.
type actor struct {
	*emulator.Person
	name string
	unit string
}

// answerTimeout is how long an actor waits for an answer of the program.
const answerTimeout = 30 * time.Second

// hear waits for the answer to what the actor last did.
func (a *actor) hear(ctx context.Context) (emulator.Message, error) {
	ctx, cancel := context.WithTimeout(ctx, answerTimeout)
	defer cancel()
	return a.WaitFor(ctx, func(emulator.Message) bool { return true })
}

// newest is what the actor reads next: of the messages that came or changed
// since the last act, the last one with buttons, or the last one.
func (a *actor) newest() emulator.Message {
	unread := a.Unread()
	for i := len(unread) - 1; i >= 0; i-- {
		if len(unread[i].Labels()) > 0 {
			return unread[i]
		}
	}
	return a.Last()
}

// say types a text and waits for the answer.
func (p *play) say(ctx context.Context, a *actor, text string) (emulator.Message, error) {
	if err := p.wait(ctx); err != nil {
		return emulator.Message{}, err
	}
	p.tell.says(p.clock.Now(), a, text)
	a.Say(text)
	return p.answer(ctx, a)
}

// press presses a button and waits for the answer.
func (p *play) press(ctx context.Context, a *actor, label string) (emulator.Message, error) {
	if err := p.wait(ctx); err != nil {
		return emulator.Message{}, err
	}
	p.tell.says(p.clock.Now(), a, demotexts.Press(label))
	if err := a.PressLabel(label); err != nil {
		return emulator.Message{}, err
	}
	return p.answer(ctx, a)
}

// wait keeps to the pace at which people can follow.
func (p *play) wait(ctx context.Context) error {
	if p.pace == nil {
		return nil
	}
	return p.pace(ctx)
}

// hear waits for the answer to what an actor last did, for longer where it is
// no wonder that it is late.
func (p *play) hear(ctx context.Context, a *actor) error {
	for {
		late := p.isLate()
		_, err := a.hear(ctx)
		if err == nil || ctx.Err() != nil || !late && !p.isLate() {
			return err
		}
	}
}

func (p *play) isLate() bool { return p.late != nil && p.late() }

func (p *play) answer(ctx context.Context, a *actor) (emulator.Message, error) {
	if err := p.hear(ctx, a); err != nil {
		return emulator.Message{}, fmt.Errorf("waiting for an answer to %s: %w", a.name, err)
	}
	if err := p.waitIdle(ctx); err != nil {
		return emulator.Message{}, err
	}
	m := a.newest()
	p.tell.answers(m)
	return m, nil
}

// act does one step of the story.
func (p *play) act(ctx context.Context, s storyStep) error {
	a := p.focals[s.Unit]
	switch s.Do {
	case "introduce":
		return p.introduce(ctx, a, s.Example)
	case "paste":
		return p.paste(ctx, a, s.Example)
	case "nil":
		return p.nothing(ctx, a, s.Reason)
	case "choose":
		return p.choose(ctx, a)
	case "block":
		p.tell.at(p.clock.Now())
		p.tell.line(demotexts.Blocked(demotexts.Who(a.name, a.unit)))
		a.Block()
		return p.waitIdle(ctx)
	case "accept":
		return p.accept(ctx, s.Titles)
	case "return":
		return p.giveBack(ctx, s)
	case "complete":
		return p.complete(ctx, a, s.Add)
	case "find":
		_, err := p.say(ctx, p.officer, s.Reason)
		return err
	case "remind":
		return p.remindNow(ctx)
	case "choose-public":
		return p.choosePublic(ctx, s.Titles)
	case "submit":
		return p.submit(ctx, s.Title)
	case "publish":
		return p.publish(ctx, s.Titles)
	case "take-back":
		return p.takeBack(ctx, s.Title, s.Reason)
	}
	return fmt.Errorf("the story knows no %q", s.Do)
}

// introduce answers question by question until there is nothing to ask.
func (p *play) introduce(ctx context.Context, a *actor, e storyExample) error {
	defer p.tell.abridge("introduce")()
	m, err := p.say(ctx, a, texts.LabelIntroduce)
	if err != nil {
		return err
	}
	if e.Photos > 0 {
		p.tell.says(p.clock.Now(), a, demotexts.Files(e.Photos))
		for i := range e.Photos {
			a.Photo(photo(e.Title, i), "")
		}
		if err := p.waitIdle(ctx); err != nil {
			return err
		}
		p.tell.answers(a.Last())
	}
	return p.finish(ctx, a, e, m)
}

// paste sends everything as one labelled message.
func (p *play) paste(ctx context.Context, a *actor, e storyExample) error {
	defer p.tell.abridge("paste")()
	m, err := p.say(ctx, a, demotexts.Template(e.Category, e.Name, e.Place, e.Title, e.Summary, e.Born))
	if err != nil {
		return err
	}
	return p.finish(ctx, a, e, m)
}

// finish answers what is asked until the preview offers to send, and sends.
func (p *play) finish(ctx context.Context, a *actor, e storyExample, m emulator.Message) (err error) {
	for range 15 {
		if hasLabel(m, texts.ToSend) {
			return p.send(ctx, a, e)
		}
		if m, err = p.reply(ctx, a, e, m); err != nil {
			return err
		}
	}
	return fmt.Errorf("the questions do not end; the last was %q", m.Text)
}

// send sends what the preview shows, also where the bot asks back because
// somebody of that name was introduced before, and tells the outcome.
func (p *play) send(ctx context.Context, a *actor, e storyExample) error {
	if e.More != "" {
		if err := p.add(ctx, a, e.More); err != nil {
			return err
		}
	}
	m, err := p.press(ctx, a, texts.ToSend)
	if err == nil && hasLabel(m, texts.ToSendStill) {
		p.tell.aloud(func() { p.tell.answers(m) })
		m, err = p.press(ctx, a, texts.ToSendStill)
	}
	if err != nil {
		return err
	}
	if !e.Waits {
		if err := p.headApproves(ctx, a, m); err != nil {
			return err
		}
	}
	if p.tell.brief {
		first, _, _ := strings.Cut(m.Text, "\n")
		p.tell.aloud(func() { p.tell.says(p.clock.Now(), a, demotexts.Introduced(e.Category, e.Name, e.Title, first)) })
	}
	return nil
}

// add says more, to which the person introduced agreed as well.
func (p *play) add(ctx context.Context, a *actor, more string) error {
	m, err := p.say(ctx, a, more)
	if err != nil || !hasLabel(m, texts.ToRenew) {
		return err
	}
	_, err = p.press(ctx, a, texts.ToRenew)
	return err
}

// reply answers the question that a message asks.
func (p *play) reply(ctx context.Context, a *actor, e storyExample, m emulator.Message) (emulator.Message, error) {
	for _, typed := range [][2]string{
		{texts.AskPlace(), e.Place}, {texts.AskTitle(), e.Title}, {texts.AskSummary(), e.Summary},
		{texts.AskSpread(), e.Spread},
	} {
		if strings.Contains(m.Text, typed[0]) {
			return p.say(ctx, a, typed[1])
		}
	}
	for _, label := range []string{e.Category, e.Object, e.Consent, texts.ToFrom16, texts.ToYes} {
		if hasLabel(m, label) {
			return p.press(ctx, a, label)
		}
	}
	return p.say(ctx, a, e.Name) // the one question whose wording depends on the rest
}

func hasLabel(m emulator.Message, label string) bool {
	for _, l := range m.Labels() {
		if texts.Bare(l) == label {
			return true
		}
	}
	return false
}
