package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"guongsang/internal/texts"
	"guongsang/scheduler"
)

// A tourStep is one step: who is looked at, and what happens.
type tourStep struct {
	id    string
	focus []string // officer, leader, head, channel, or a unit code
	do    func(context.Context, *stage, *play) error
}

// tourSteps are the steps; their sentences are in texts.
func tourSteps() []tourStep {
	return []tourStep{
		{"invite", []string{"PT058", "officer"}, func(ctx context.Context, s *stage, p *play) error {
			if err := p.wait(ctx); err != nil {
				return err
			}
			return p.enrolFocals(ctx, "PT058")
		}},
		{"introduce", []string{"PT083", "officer"}, storyAct("PT083", "introduce")},
		{"accept", []string{"officer", "PT083"}, func(ctx context.Context, s *stage, p *play) error {
			if err := p.wait(ctx); err != nil {
				return err
			}
			return p.act(ctx, storyStep{Do: "accept", Titles: []string{p.stepOf("PT083", "introduce").Example.Title}})
		}},
		{"remind", []string{"PT058", "PT083"}, toStep(scheduler.Focal)},
		{"nil", []string{"PT012", "officer"}, func(ctx context.Context, _ *stage, p *play) error {
			_, err := p.press(ctx, p.focals["PT012"], texts.LabelNil) // under the reminder
			return err
		}},
		{"model", []string{"PT064", "officer"}, storyAct("PT064", "introduce")},
		{"return", []string{"officer", "PT064"}, storyAct("", "return")},
		{"complete", []string{"PT064", "officer"}, storyAct("PT064", "complete")},
		{"choose", []string{"officer", "leader"}, func(ctx context.Context, s *stage, p *play) error {
			return p.chooseFixed(ctx)
		}},
		{"publish", []string{"officer", "channel"}, func(ctx context.Context, s *stage, p *play) error {
			if _, err := p.toPost(ctx); err != nil {
				return err
			}
			if _, err := p.press(ctx, p.officer, texts.LabelPostSoon); err != nil {
				return err
			}
			return s.playTo(ctx, p, p.clock.Now().Add(tickInterval))
		}},
		{"deadline", []string{"leader", "officer"}, toDeadlineEvening},
		{"digest", []string{"officer", "leader"}, toDigest},
		{"escalate", []string{"head", "PT056"}, toStep(scheduler.Head)},
		{"end", []string{"officer", "leader"}, func(context.Context, *stage, *play) error { return nil }},
	}
}

// tourScene is where the tour begins: everybody has come in but the one who is
// about to, and what is left of the story is what the other units do.
var tourScene = scene{id: "tour", build: func(ctx context.Context, p *play) error {
	units := slices.DeleteFunc(p.story.everybody(), func(code string) bool { return code == "PT058" })
	p.steps = slices.DeleteFunc(slices.Clone(p.steps), func(step storyStep) bool {
		return slices.Contains([]string{"", "PT058", "PT083", "PT012", "PT064"}, step.Unit)
	})
	return p.enrol(ctx, units)
}}

// chooseFixed has the officer take up the model that came back complete and choose it,
// and the leader approve its public text.
func (p *play) chooseFixed(ctx context.Context) error {
	titles := []string{p.stepOf("PT064", "introduce").Example.Title}
	for _, step := range []storyStep{{Do: "accept", Titles: titles}, {Do: "choose-public", Titles: titles}, {Do: "submit", Title: titles[0]}} {
		if err := p.wait(ctx); err != nil {
			return err
		}
		if err := p.act(ctx, step); err != nil {
			return err
		}
	}
	return p.leaderApproves(ctx)
}

// storyAct does what somebody does in the story, whenever that was.
func storyAct(unit, do string) func(context.Context, *stage, *play) error {
	return func(ctx context.Context, _ *stage, p *play) error { return p.act(ctx, p.stepOf(unit, do)) }
}

// stepOf finds what somebody does in the story.
func (p *play) stepOf(unit, do string) storyStep {
	for _, step := range p.story.Steps {
		if step.Do == do && step.Unit == unit {
			return step
		}
	}
	return storyStep{Unit: unit, Do: do}
}

// toStep moves the clock over the first step of November's ladder for an
// audience.
func toStep(audience scheduler.Audience) func(context.Context, *stage, *play) error {
	return func(ctx context.Context, s *stage, p *play) error {
		rules := p.cfg.Rules()
		steps := p.cfg.Ladder().Steps(rules, rules.Schedule(november))
		i := slices.IndexFunc(steps, func(step scheduler.Step) bool { return step.To == audience })
		if i < 0 {
			return fmt.Errorf("the ladder has no step for %s", audience)
		}
		return s.playTo(ctx, p, steps[i].At)
	}
}

// toDeadlineEvening moves the clock to the end of the deadline's working day.
func toDeadlineEvening(ctx context.Context, s *stage, p *play) error {
	deadline := p.cfg.Rules().Schedule(november).Deadline
	return s.playTo(ctx, p, deadline.At(closing, p.zone))
}

// playTo moves the clock, and on the way the other units do what they do in
// the story, without keeping anybody waiting.
func (s *stage) playTo(ctx context.Context, p *play, to time.Time) error {
	pace := p.pace
	p.pace = func(ctx context.Context) error { return s.tour.sleep(ctx, 0, nil) } // but for a pause
	defer func() { p.pace = pace }()
	for len(p.steps) > 0 {
		at, err := when(p.steps[0].At, p.zone)
		if err != nil {
			return err
		}
		if at.After(to) {
			break
		}
		if err := s.moveTo(ctx, p, at); err != nil {
			return err
		}
		if err := p.act(ctx, p.steps[0]); err != nil {
			return err
		}
		p.steps = p.steps[1:]
	}
	return s.moveTo(ctx, p, to)
}

// toDigest moves the clock over the next digest, until its files are there.
func toDigest(ctx context.Context, s *stage, p *play) error {
	return s.playTo(ctx, p, p.cfg.Digests[0].Cron.Next(p.clock.Now().In(p.zone)).Add(time.Hour))
}

// accountOf is the account of one of the people of the tour.
func (p *play) accountOf(who string) int64 {
	switch who {
	case "officer":
		return accountOfficer
	case "leader":
		return accountLeader
	case "channel":
		return channel
	case "head":
		return accountHeads
	}
	return p.account(who)
}
