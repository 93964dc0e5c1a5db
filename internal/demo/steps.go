package demo

import (
	"context"
	"fmt"
	"strings"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// nothing says that there is nothing to introduce, with a reason if the story
// has one.
func (p *play) nothing(ctx context.Context, a *actor, reason string) error {
	m, err := p.say(ctx, a, texts.LabelNil)
	if err != nil {
		return err
	}
	for !hasLabel(m, texts.ToReason) { // several duties are owed: for which? And is it meant?
		label := texts.Bare(m.Labels()[0])
		for _, d := range report.Duties {
			if sure := texts.NilSure(p.cfg.Rules().Current(d, report.DateOf(p.clock.Now()))); hasLabel(m, sure) {
				label = sure
			}
		}
		if m, err = p.press(ctx, a, label); err != nil {
			return err
		}
	}
	if reason == "" {
		return nil
	}
	if _, err := p.press(ctx, a, texts.ToReason); err != nil {
		return err
	}
	_, err = p.say(ctx, a, reason)
	return err
}

// choose takes the unit's first monthly example for the quarter in which the
// story begins, however far it is played.
func (p *play) choose(ctx context.Context, a *actor) error {
	defer p.tell.abridge("choose")()
	if _, err := p.say(ctx, a, texts.WordNow); err != nil {
		return err
	}
	q := p.cfg.Rules().Current(report.Quarter, report.DateOf(p.from))
	m, err := p.press(ctx, a, texts.ToQuarter(q))
	if err != nil {
		return err
	}
	if _, err := p.press(ctx, a, m.Labels()[0]); err != nil {
		return err
	}
	m, err = p.press(ctx, a, texts.ToChoose(1))
	if err == nil && p.tell.brief {
		p.tell.aloud(func() { p.tell.says(p.clock.Now(), a, demotexts.Press(texts.ToQuarter(q))); p.tell.answers(m) })
	}
	return err
}

// accept has the officer take up the examples with these titles.
func (p *play) accept(ctx context.Context, titles []string) error {
	for _, title := range titles {
		if err := p.rule(title, texts.LabelAccept); err != nil {
			return err
		}
		if err := p.waitIdle(ctx); err != nil {
			return err
		}
	}
	return nil
}

// rule presses a button on the officer's card of an example.
func (p *play) rule(title, label string) error {
	card, ok := find(p.officer, title, label)
	if !ok {
		return fmt.Errorf("the officer has no card of %q", title)
	}
	for _, line := range card.Keyboard {
		for _, b := range line {
			if b.Text == label {
				p.tell.says(p.clock.Now(), p.officer, demotexts.Press(label)+" "+title)
				p.officer.Press(card.ID, b.Data)
			}
		}
	}
	return nil
}

// find is the newest message on a screen with a text and a button.
func find(a *actor, text, label string) (found emulator.Message, ok bool) {
	for _, m := range a.Chat() {
		if m.FromBot && !m.Deleted && strings.Contains(m.Text, text) && hasLabel(m, texts.Bare(label)) {
			found, ok = m, true
		}
	}
	return found, ok
}

// giveBack has the officer return an example in own words.
func (p *play) giveBack(ctx context.Context, s storyStep) error {
	if err := p.rule(s.Title, texts.LabelReturn); err != nil {
		return err
	}
	if _, err := p.answer(ctx, p.officer); err != nil {
		return err
	}
	if _, err := p.say(ctx, p.officer, s.Reason); err != nil {
		return err
	}
	_, err := p.press(ctx, p.officer, texts.LabelSendBack)
	return err
}

// complete adds to the summary of the example that came back, and sends it.
func (p *play) complete(ctx context.Context, a *actor, add string) error {
	if _, err := p.press(ctx, a, texts.LabelCompleteNow); err != nil {
		return err
	}
	if _, err := p.press(ctx, a, texts.ToEdit); err != nil {
		return err
	}
	if _, err := p.press(ctx, a, texts.ToDeed); err != nil {
		return err
	}
	if _, err := p.press(ctx, a, texts.FieldName("summary", report.Content{})); err != nil {
		return err
	}
	summary := ""
	for _, s := range p.story.Steps {
		if s.Unit == a.unit && s.Do == "introduce" {
			summary = s.Example.Summary
		}
	}
	if err := p.add(ctx, a, summary+add); err != nil {
		return err
	}
	m, err := p.press(ctx, a, texts.ToSendAgain)
	if err != nil {
		return err
	}
	return p.headApproves(ctx, a, m)
}

// count writes the table and holds every reminder that was sent against the
// records: none may have gone to a unit that had reported by then.
func (p *play) count() error {
	rows := [][]string{demotexts.TableHead()}
	reminders, wrong := 0, 0
	err := p.program.Store().View(p.clock.Now(), func(tx *storage.Snapshot) error {
		for _, period := range p.periods() {
			sum, err := tx.Summary(period)
			if err != nil {
				return err
			}
			sent, late, err := reminded(tx, period)
			if err != nil {
				return err
			}
			reminders, wrong = reminders+sent, wrong+late
			f := sum.Total
			row := []string{texts.ShortPeriod(period)}
			for _, n := range []int{f.Duties, f.OnTime, f.Late, f.MadeUp, f.Nil, f.Missing, f.Unconnected, f.Unreachable, f.Examples, sent} {
				row = append(row, fmt.Sprint(n))
			}
			rows = append(rows, row)
		}
		return nil
	})
	if err != nil {
		return err
	}
	p.tell.always("")
	p.tell.table(rows)
	p.tell.always("\n" + demotexts.Proof(reminders, wrong))
	if wrong > 0 {
		return fmt.Errorf("%d reminders went to units that had reported", wrong)
	}
	return nil
}

// periods are those whose deadline lies in the days played, and begin in them.
func (p *play) periods() (list []report.Period) {
	rules := p.cfg.Rules()
	from, to := report.DateOf(p.from), report.DateOf(p.to)
	for _, duty := range report.Duties {
		for period := rules.Current(duty, from).Add(-1); ; period = period.Add(1) {
			s := rules.Schedule(period)
			if s.Deadline.After(to) {
				break
			}
			if !s.Close.Before(from) {
				list = append(list, period)
			}
		}
	}
	return list
}

// reminded counts the reminders of units that were delivered for a period, and
// those that were delivered after the unit had met its duty.
func reminded(tx *storage.Snapshot, period report.Period) (sent, wrong int, err error) {
	stages, err := tx.Stages(period)
	if err != nil {
		return 0, 0, err
	}
	for _, s := range stages {
		d, ok, err := tx.Delivery(s.Row)
		if err != nil {
			return 0, 0, err
		}
		if !ok || d.Fate != storage.Sent || strings.HasPrefix(s.Stage, "complete/") || s.Stage == "lost" {
			continue
		}
		standing, err := tx.Standing(s.Unit, period)
		if err != nil {
			return 0, 0, err
		}
		sent++
		if standing.State.Met() && !standing.At.After(s.At) {
			wrong++
		}
	}
	return sent, wrong, nil
}
