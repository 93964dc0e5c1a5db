package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/app"
	"guongsang/internal/demotexts"
	"guongsang/internal/directory"
	"guongsang/internal/emulator"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/storage"
)

// PlayOptions say how much of the story is played, and what is kept of it.
type PlayOptions struct {
	Days  int                              // how many days to play; 0: the whole story
	Quiet bool                             // only the table at the end
	Store string                           // folder, empty or new, in which the demo is kept; "": thrown away
	Out   string                           // folder for the documents of what was played; "": none are made
	heads bool                             // heads approve before their units send
	free  func(dir string) (uint64, error) // of the disk; nil: it is asked
}

// A play is the real program with invented people around it: the store, the
// library and the rules of the clock are the real ones, Telegram is emulated,
// and the clock is moved.
type play struct {
	story       story
	cfg         app.Config
	zone        *time.Location
	clock       *clock
	server      *emulator.Server
	program     *app.Program
	tell        *narrator
	focals      map[string]*actor // by unit code
	heads       map[string]*actor // by unit code
	officer     *actor
	leader      *actor
	from        time.Time
	to          time.Time
	forecast    forecast
	steps       []storyStep                 // those that are still to come
	playedUntil time.Time                   // up to when the days were played
	pace        func(context.Context) error // waits before each thing that is said or pressed; nil: not at all
	late        func() bool                 // whether answers may be late; nil: never
	earlier     int                         // messages that were sent before the demo was gone on with
	free        func(dir string) (uint64, error)
	stop        context.CancelFunc
	ended       chan error
}

// token has the form of a token and opens nothing.
const token = "1234567890:demo-demo-demo-demo-demo-demo-demo"

// Play plays the story and writes it to out.
func Play(ctx context.Context, options PlayOptions, out io.Writer) error {
	dir := options.Store
	if dir == "" {
		temporary, err := os.MkdirTemp("", "guongsang-demo-")
		if err != nil {
			return fmt.Errorf("making a folder for the demo: %w", err)
		}
		defer os.RemoveAll(temporary)
		dir = temporary
	}
	p, err := newPlay(options, dir, out)
	if err != nil {
		return err
	}
	defer p.program.Close()
	if err := p.run(ctx); err != nil {
		return err
	}
	if options.Out != "" {
		if err := p.document(ctx, options.Out); err != nil {
			return err
		}
	}
	if options.Store != "" { // so that the page can go on with it
		if err := keep(p, dir, scenes()[0].id); err != nil {
			return err
		}
		p.tell.line(demotexts.Kept(options.Store))
	}
	return p.tell.err
}

func newPlay(options PlayOptions, dir string, out io.Writer) (*play, error) {
	cfg, err := config(dir)
	if err != nil {
		return nil, err
	}
	if options.heads {
		cfg.Approval = string(turn.ByHead)
	}
	story, err := loadStory()
	if err != nil {
		return nil, err
	}
	p := &play{free: options.free, story: story, cfg: cfg, zone: cfg.Timezone.Location, clock: &clock{}, focals: map[string]*actor{}, heads: map[string]*actor{}}
	p.tell = &narrator{out: out, quiet: options.Quiet, zone: p.zone, names: map[int64]string{}, units: map[int64]string{}}
	if p.from, err = when(story.Start, p.zone); err != nil {
		return nil, err
	}
	if p.to, err = when(story.End, p.zone); err != nil {
		return nil, err
	}
	if options.Days > 0 {
		p.to = p.from.AddDate(0, 0, options.Days)
	}
	p.steps = story.Steps
	p.clock.Set(p.from.Add(7 * time.Hour))
	p.playedUntil = p.clock.Now()
	p.server = emulator.New(emulator.Options{
		Token: token, Username: "guongsang_demo_bot", Name: demotexts.BotName(), Clock: p.clock.Now,
	})
	return p, p.open()
}

// open opens the program, which does not run yet.
func (p *play) open() (err error) {
	p.program, err = app.NewProgram(p.cfg, app.Outside{Token: app.NewSecret(token), HTTP: p.server.Client(), Now: p.clock.Now, Free: p.free})
	return err
}

// config is the demo's configuration with the store in dir.
func config(dir string) (app.Config, error) {
	cfg, err := app.Parse("config.yaml", configFile)
	if err != nil {
		return cfg, err
	}
	cfg.Storage.Path = dir
	cfg.Backup = app.BackupSetting{}
	cfg.Limits = app.Limits{} // nothing goes to Telegram, so nothing has to be paced
	return cfg, nil
}

// run starts the program, lets the people in, plays the days and counts.
func (p *play) run(ctx context.Context) error {
	p.begin(ctx)
	return errors.Join(p.perform(ctx), p.end())
}

// channel is the chat of the agency's channel.
const channel = -1001000000001

// begin starts the program. The channel is there, in what was kept too.
func (p *play) begin(ctx context.Context) {
	title, _ := demotexts.Channel()
	p.server.Channel(channel, title).Named(strings.TrimPrefix(p.cfg.Publication.Channel, "@"))
	p.tell.names[channel], p.tell.units[channel] = title, title
	p.start(ctx)
}

// start starts the program, for the first time or again.
func (p *play) start(ctx context.Context) {
	ctx, p.stop = context.WithCancel(ctx)
	p.ended = make(chan error, 1)
	go func() { p.ended <- p.program.Run(ctx) }()
}

// end stops the program and waits for it.
func (p *play) end() error {
	p.stop()
	return <-p.ended
}

func (p *play) perform(ctx context.Context) error {
	units := directory.Demo()
	p.tell.line(demotexts.Opening(len(units), len(p.story.People), report.DateOf(p.from), report.DateOf(p.to)))
	p.tell.at(p.clock.Now())
	if err := p.importUnits(units); err != nil {
		return err
	}
	if err := p.enrol(ctx, p.story.everybody()); err != nil {
		return err
	}
	p.tell.line(demotexts.Enrolled(len(p.focals), len(units)))
	if err := p.until(ctx, report.DateOf(p.to).At(closing, p.zone)); err != nil {
		return err
	}
	return p.count()
}

// importUnits imports the directory. The units owe from the first day of the
// story on, and not for what was before.
func (p *play) importUnits(units []report.Unit) error {
	for i := range units {
		units[i].ActiveFrom = report.DateOf(p.from)
	}
	return p.program.Store().Update(p.clock.Now(), func(tx *storage.Tx) error { return tx.PutUnits(units) })
}

// The accounts of the story's people; those of focal points, heads and heads
// of blocks go on from there in the order of their units and blocks.
const (
	accountOfficer    = 1
	accountLeader     = 2
	accountHeads      = 11
	accountBlockHeads = 51
	accountFocals     = 101
)

// enrol lets people in by an invite, as they would come in: the focal points
// of these units, the heads, and last the agency, which would else be told of
// every one of them.
func (p *play) enrol(ctx context.Context, units []string) (err error) {
	if err := p.enrolFocals(ctx, units...); err != nil {
		return err
	}
	for i, code := range slices.Sorted(maps.Keys(p.story.Heads)) {
		post := report.Post{Role: report.Head, Unit: code}
		if p.heads[code], err = p.enrolPerson(ctx, accountHeads+int64(i), p.story.Heads[code], post); err != nil {
			return err
		}
	}
	for i, block := range slices.Sorted(maps.Keys(p.story.BlockHeads)) {
		post := report.Post{Role: report.BlockHead, Block: block}
		if _, err = p.enrolPerson(ctx, accountBlockHeads+int64(i), p.story.BlockHeads[block], post); err != nil {
			return err
		}
	}
	if p.officer, err = p.enrolPerson(ctx, accountOfficer, p.story.Officer, report.Post{Role: report.Officer}); err != nil {
		return err
	}
	p.leader, err = p.enrolPerson(ctx, accountLeader, p.story.Leader, report.Post{Role: report.Leader})
	return err
}

// enrolFocals lets in the focal points of units.
func (p *play) enrolFocals(ctx context.Context, units ...string) (err error) {
	for _, code := range units {
		post := report.Post{Role: report.Focal, Unit: code}
		if p.focals[code], err = p.enrolPerson(ctx, p.account(code), p.story.People[code], post); err != nil {
			return err
		}
	}
	return nil
}

// account is that of a unit's focal point.
func (p *play) account(unit string) int64 {
	return accountFocals + int64(slices.Index(p.story.everybody(), unit))
}

// enrolPerson makes an invite and has a person use it.
func (p *play) enrolPerson(ctx context.Context, id int64, name string, post report.Post) (*actor, error) {
	payload, err := p.invite(post)
	if err != nil {
		return nil, err
	}
	a := &actor{Person: p.server.Person(id, name), name: name, unit: post.Unit}
	p.tell.names[id], p.tell.units[id] = demotexts.Who(name, post.Unit), post.Unit
	a.Start(payload)
	if err := p.hear(ctx, a); err != nil {
		return nil, fmt.Errorf("letting %s in: %w", name, err)
	}
	if err := p.waitIdle(ctx); err != nil {
		return nil, err
	}
	if slices.Contains(p.story.Called, post.Unit) && a.Last().Text == p.cfg.Office().AskContactFirst() {
		a.Say(demotexts.Phone(name, id))
	}
	return a, p.waitIdle(ctx)
}

// invite makes an invite to a post and returns what its link carries.
func (p *play) invite(post report.Post) (payload string, err error) {
	now := p.clock.Now()
	code, i := invite.Issue(post, 0, now)
	err = p.program.Store().Update(now, func(tx *storage.Tx) error { return tx.PutInvite(i) })
	return strings.ReplaceAll(code, "-", ""), err
}

// waitIdle waits until all that was said is answered, made and sent.
func (p *play) waitIdle(ctx context.Context) error {
	if err := waitUntil(ctx, p.idle); err != nil {
		return err
	}
	return p.program.Idle(ctx)
}

// waitTried waits until all that the program has heard is answered and made, and
// was tried to be sent: a step of the clock that comes before would find the
// outbox as it was left the evening before.
func (p *play) waitTried(ctx context.Context) error {
	if err := waitUntil(ctx, p.program.Drained); err != nil {
		return err
	}
	return p.program.Idle(ctx)
}

// waitUntil asks again and again until it is so.
func waitUntil(ctx context.Context, is func() (bool, error)) error {
	for {
		if so, err := is(); so || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Millisecond):
		}
	}
}

// idle reports whether nothing is on the way to the outbox, from the phones
// on.
func (p *play) idle() (bool, error) {
	if p.server.Pending() > 0 {
		return false, nil
	}
	return p.program.Drained()
}

// The hours of a day that is played: in between the program ticks twice an
// hour.
const (
	opening      = 7*time.Hour + 30*time.Minute
	closing      = 18 * time.Hour
	tickInterval = 30 * time.Minute
)

// until plays on to a moment: the program ticks in the working time of
// each day, and in between people do their steps.
func (p *play) until(ctx context.Context, to time.Time) error {
	for day := report.DateOf(p.playedUntil.In(p.zone)); !day.Start(p.zone).After(to); day = day.AddDays(1) {
		for clock := opening; clock <= closing; clock += tickInterval {
			now := day.At(clock, p.zone)
			if !now.After(p.playedUntil) {
				continue
			}
			if now.After(to) {
				return p.doSteps(ctx, to)
			}
			if err := p.doSteps(ctx, now); err != nil {
				return err
			}
			if err := p.tickTo(ctx, now); err != nil {
				return err
			}
			p.playedUntil = now
		}
	}
	return nil
}

// doSteps has people do what they do up to now.
func (p *play) doSteps(ctx context.Context, now time.Time) error {
	for len(p.steps) > 0 {
		step := p.steps[0]
		at, err := when(step.At, p.zone)
		if err != nil || at.After(now) {
			return err
		}
		p.clock.Set(at)
		if err := p.act(ctx, step); err != nil {
			return fmt.Errorf("%s, %s %s: %w", step.At, step.Do, step.Unit, err)
		}
		p.steps = p.steps[1:]
	}
	return nil
}

// tickTo moves the clock and lets the scheduler look; what it sends is told.
func (p *play) tickTo(ctx context.Context, now time.Time) error {
	p.clock.Set(now)
	before := len(p.server.Sent())
	p.program.Tick(now)
	if err := p.waitIdle(ctx); err != nil {
		return err
	}
	p.tell.sent(now, p.server.Sent()[before:])
	return nil
}
