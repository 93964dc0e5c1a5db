package demo

import (
	"context"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A scene is a situation to begin with: what is played of the story before
// the page shows it.
type scene struct {
	id    string
	who   string // whose phone it is about, as accountOf names it; "": nobody's more than another's
	build func(context.Context, *play) error
	heads bool // heads approve before their units send
}

// scenes lists them in the order of the page; the first is the beginning.
func scenes() []scene {
	return []scene{
		{id: "start", build: opened},
		{id: "message", who: messageUnit, build: messageScene},
		{id: "word", who: wordUnit, build: wordScene},
		{id: "two-days", build: playedTo(workdaysFrom(november, -2), opening)},
		{id: "overdue", build: playedTo(workdaysFrom(november, 5), 10*time.Hour)},
		{id: "quarter", who: "PT058", build: playedTo(workdaysFrom(fourthQuarter, -1), opening)},
		{id: "returned", who: "PT064", build: playedTo(dayOf("return"), 9*time.Hour+30*time.Minute)},
		{id: "child", who: "PT078", build: childScene},
		{id: "published", who: "channel", build: publishedScene, heads: true},
	}
}

// sceneOf is the scene with an id.
func sceneOf(id string) (scene, bool) {
	i := slices.IndexFunc(scenes(), func(sc scene) bool { return sc.id == id })
	if i < 0 {
		return scene{}, false
	}
	return scenes()[i], true
}

// opened lets everybody in; nobody has said anything yet.
func opened(ctx context.Context, p *play) error {
	defer p.clock.Set(report.DateOf(p.from).At(opening, p.zone))
	return p.enrol(ctx, p.story.everybody())
}

// The periods of the story.
var (
	november      = report.Period{Duty: report.Month, Year: 2026, Number: 11}
	fourthQuarter = report.Period{Duty: report.Quarter, Year: 2026, Number: 4}
)

// A dayFinder finds a day of the story.
type dayFinder func(*play) (report.Date, error)

// workdaysFrom is so many working days after the deadline of a period.
func workdaysFrom(period report.Period, n int) dayFinder {
	return func(p *play) (report.Date, error) {
		rules := p.cfg.Rules()
		return rules.Calendar.AddWorkdays(rules.Schedule(period).Deadline, n), nil
	}
}

// dayOf is the day on which somebody first does something.
func dayOf(do string) dayFinder {
	return func(p *play) (report.Date, error) {
		for _, step := range p.story.Steps {
			if step.Do == do {
				at, err := when(step.At, p.zone)
				return report.DateOf(at), err
			}
		}
		return report.Date{}, fmt.Errorf("nobody in the story does %q", do)
	}
}

// playedTo plays the story up to a time of a day.
func playedTo(find dayFinder, clock time.Duration) func(context.Context, *play) error {
	return func(ctx context.Context, p *play) error {
		if err := p.enrol(ctx, p.story.everybody()); err != nil {
			return err
		}
		return p.playTo(ctx, find, clock)
	}
}

func (p *play) playTo(ctx context.Context, find dayFinder, clock time.Duration) error {
	day, err := find(p)
	if err != nil {
		return err
	}
	to := day.At(clock, p.zone)
	if err := p.until(ctx, to); err != nil {
		return err
	}
	p.clock.Set(to)
	return nil
}

// The units of the scenes that show how little has to be typed.
const (
	messageUnit = "PT083"
	wordUnit    = "PT058"
)

// messageScene stops where one message with name, place and deed has become a
// preview.
func messageScene(ctx context.Context, p *play) error {
	if err := opened(ctx, p); err != nil {
		return err
	}
	_, err := p.say(ctx, p.focals[messageUnit], demotexts.LongMessage())
	return err
}

// wordFile is an introduction as a commune writes it in its word processor; who is
// in it is invented.
//
//go:embed introduction.docx
var wordFile []byte

// wordScene stops where a Word file of a unit has been read.
func wordScene(ctx context.Context, p *play) error {
	if err := opened(ctx, p); err != nil {
		return err
	}
	name, kind := demotexts.WordFile()
	p.focals[wordUnit].Document(name, kind, wordFile, "")
	return p.waitIdle(ctx)
}

// publicUnits are those whose introductions are told to the end in the published scene.
var publicUnits = []string{"PT083", "PT078", "PT058", "PT034", "PT013", "PT064", "PT056"}

// publishedScene stops on the day on which a post is taken back. The days before the
// review are passed over: nobody looks at the clock, and other units say nothing.
func publishedScene(ctx context.Context, p *play) error {
	if err := p.enrol(ctx, p.story.everybody()); err != nil {
		return err
	}
	p.steps = slices.DeleteFunc(slices.Clone(p.steps), func(step storyStep) bool {
		return step.Unit != "" && !slices.Contains(publicUnits, step.Unit)
	})
	reviewed, err := dayOf("accept")(p)
	if err != nil {
		return err
	}
	if err := p.doSteps(ctx, reviewed.Start(p.zone)); err != nil {
		return err
	}
	p.playedUntil = reviewed.Start(p.zone)
	return p.playTo(ctx, dayOf("take-back"), 9*time.Hour+30*time.Minute)
}

// childScene stops where the focal point of a school has described a child's
// deed and is asked for the consents.
func childScene(ctx context.Context, p *play) error {
	if err := p.enrol(ctx, p.story.Front); err != nil {
		return err
	}
	for _, step := range p.story.Steps {
		if step.Do != "paste" {
			continue
		}
		at, err := when(step.At, p.zone)
		if err != nil {
			return err
		}
		p.clock.Set(at)
		return p.untilConsent(ctx, p.focals[step.Unit], step.Example)
	}
	return fmt.Errorf("nobody in the story pastes an introduction")
}

// untilConsent answers what is asked of an example up to the question whether
// the child's guardian agrees.
func (p *play) untilConsent(ctx context.Context, a *actor, e storyExample) error {
	m, err := p.say(ctx, a, demotexts.Template(e.Category, e.Name, e.Place, e.Title, e.Summary, e.Born))
	for range 15 {
		if err != nil || strings.Contains(m.Text, texts.AskGuardian(report.Content{}, false)) {
			return err
		}
		m, err = p.reply(ctx, a, e, m)
	}
	return fmt.Errorf("%s is not asked for the guardian's consent", a.name)
}
