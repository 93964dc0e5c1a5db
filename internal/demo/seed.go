package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
	"guongsang/internal/simulation"
	"guongsang/internal/simulation/stored"
	"guongsang/internal/webchat"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// A seeded play is a simulation (package simulation) on the demo: its people write on
// the demo's phones, and what goes wrong goes wrong with the demo's program. The tests
// play the same seeds in virtual time. Here the program's own waits are real, so that
// it can be looked at; the decisions of a seed are the same, and what comes of them
// may come in another order.

const (
	seedBegins = "2026-11-12 07:40" // of the simulation
	seedRounds = 10
	seedSpeed  = 4                      // times the machine's time, as long as somebody looks
	seedRest   = 200 * time.Millisecond // for what is under way to be done
)

// A seeded is the demo as a world of a simulation.
type seeded struct {
	play  *play
	life  context.Context // in which its programs run
	ctx   context.Context // when it ends, nothing waits any more
	speed func() float64  // how much faster than real time passes; 0: nothing waits
	shut  func()          // is told before the program ends
	open  func()          // and when another one runs
	down  bool
	began bool
	full  atomic.Bool
}

// newSeeded makes the play of a seed in a folder. Its program runs.
func newSeeded(ctx context.Context, dir string) (*seeded, error) {
	w := &seeded{life: ctx, ctx: ctx, speed: func() float64 { return 0 }, shut: func() {}, open: func() {}}
	p, err := newPlay(PlayOptions{Quiet: true, free: w.free}, dir, io.Discard)
	if err != nil {
		return nil, err
	}
	begins, err := time.ParseInLocation("2006-01-02 15:04", seedBegins, p.zone)
	if err != nil {
		return nil, err
	}
	w.play = p
	p.clock.Set(begins)
	p.begin(ctx)
	return w, nil
}

func (w *seeded) Telegram() *emulator.Server { return w.play.server }
func (w *seeded) Now() time.Time             { return w.play.clock.Now().In(w.play.zone) }
func (w *seeded) Folder() string             { return w.play.cfg.Storage.Path }
func (w *seeded) Store() string              { return filepath.Join(w.play.cfg.Storage.Path, disk.FileName) }
func (w *seeded) SetClock(by time.Duration)  { w.play.clock.Set(w.play.clock.Now().Add(by)) }
func (w *seeded) FillDisk(full bool)         { w.full.Store(full) }

// free is how much room the disk has.
func (w *seeded) free(string) (uint64, error) {
	if w.full.Load() {
		return 1 << 20, nil
	}
	return 100 << 30, nil
}

// Pass lets time pass in portions, over each moment at which something is due.
func (w *seeded) Pass(d time.Duration) {
	portion := d
	switch {
	case d > time.Hour:
		portion = 10 * time.Minute
	case d > 30*time.Second:
		portion = 20 * time.Second
	case w.speed() > 0:
		portion = 500 * time.Millisecond
	}
	p, end := w.play, w.play.clock.Now().Add(d)
	for now := p.clock.Now(); now.Before(end); now = p.clock.Now() {
		at := now.Add(portion)
		if at.After(end) {
			at = end
		}
		if due := w.due(now, at); !due.IsZero() {
			at = due
		}
		w.passTo(at, at.Sub(now))
	}
}

// due is the first moment between two at which something becomes due; zero if there is
// none, or nobody who knows.
func (w *seeded) due(now, until time.Time) (at time.Time) {
	if w.down || until.Sub(now) < time.Second {
		return at
	}
	moments, err := w.play.program.Ahead(now, until)
	if err != nil {
		return at
	}
	for _, m := range moments {
		if m.At.After(now) && m.At.Before(until) && (at.IsZero() || m.At.Before(at)) {
			at = m.At
		}
	}
	return at
}

func (w *seeded) passTo(at time.Time, portion time.Duration) {
	if speed := w.speed(); speed > 0 && portion < time.Second {
		w.wait(time.Duration(float64(portion) / speed))
	}
	w.play.clock.Set(at)
	if w.down {
		return
	}
	w.play.program.Tick(at)
	rest, cancel := context.WithTimeout(w.ctx, seedRest)
	defer cancel()
	_ = w.play.waitIdle(rest) // where something goes wrong it may not come to rest
}

func (w *seeded) wait(d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-w.ctx.Done():
	case <-timer.C:
	}
}

func (w *seeded) Invite(post simulation.Post) string {
	payload, err := w.play.invite(stored.PostOf(post))
	if err != nil {
		return "" // whoever comes with that is not let in, which the play notices
	}
	return payload
}

func (w *seeded) AddUnits(units []simulation.Unit) error {
	return w.play.program.Store().Update(w.Now(), func(tx *storage.Tx) error { return tx.PutUnits(stored.UnitsOf(units)) })
}

// Start starts the program; the first time it runs already.
func (w *seeded) Start() error {
	if !w.began {
		w.began = true
		return nil
	}
	if err := w.play.open(); err != nil {
		return err
	}
	w.play.start(w.life)
	w.down = false
	w.open()
	return nil
}

func (w *seeded) Stop() error {
	w.shut()
	w.down = true
	return errors.Join(w.play.end(), w.play.program.Close())
}

// Halt ends the program at once: of what it says and does from now on nothing counts.
func (w *seeded) Halt() error {
	w.shut()
	w.down = true
	err := w.play.end()
	_ = w.play.program.Close()
	if errors.Is(err, disk.ErrBusy) {
		return err
	}
	return nil
}

func (w *seeded) Kept() (simulation.Kept, error) {
	return stored.Read(w.play.program.Store(), w.Now(), november)
}

// Backup gives none: the clock jumps over the nights.
func (w *seeded) Backup() (kept simulation.Kept, made time.Time, err error) { return kept, made, nil }

// PlaySeed plays a seed and writes what goes wrong, and how it was survived, to out.
func PlaySeed(ctx context.Context, seed uint64, out io.Writer) error {
	return playSeed(ctx, seed, seedRounds, out)
}

func playSeed(ctx context.Context, seed uint64, rounds int, out io.Writer) error {
	dir, err := os.MkdirTemp("", "guongsang-demo-")
	if err != nil {
		return fmt.Errorf("making a folder for the simulation: %w", err)
	}
	defer os.RemoveAll(dir)
	w, err := newSeeded(ctx, dir)
	if err != nil {
		return err
	}
	sim := simulation.New(w, simulation.NewDice(seed))
	sim.Loose = true
	sim.Over = func() bool { return ctx.Err() != nil }
	sim.Tell = func(t simulation.Told) {
		if says := demotexts.Simulated(t); says != "" {
			for line := range strings.Lines(says) {
				fmt.Fprintf(out, "%s  %s\n", w.Now().Format("02/01 15:04:05"), strings.TrimSpace(line))
			}
		}
	}
	err = sim.Run(rounds)
	if err != nil {
		err = fmt.Errorf("seed %d: %w\n%s", seed, err, strings.Join(sim.History[max(0, len(sim.History)-12):], "\n"))
	}
	if w.down {
		w.play.server.Close()
		return err
	}
	return errors.Join(err, w.play.end(), w.play.release())
}

// startSeed begins the simulation of the stage's seed in the place of the play before,
// and shows it round by round as the tour shows its steps.
func (s *stage) startSeed(context.Context) error {
	dir, err := s.folder()
	if err != nil {
		return err
	}
	w, err := newSeeded(s.life, dir)
	if err != nil {
		return errors.Join(err, s.discard(dir))
	}
	if err := s.replace(w.play, dir, ""); err != nil {
		return err
	}
	t := &s.tour
	t.mu.Lock()
	defer t.mu.Unlock()
	t.shown = webchat.Tour{On: true, Step: 1, Of: s.rounds, Title: demotexts.SimulatedTitle(s.seed)}
	t.resume, t.skip = nil, make(chan struct{}, 1)
	t.task = s.start(func(ctx context.Context) { s.showSeed(ctx, w) })
	return nil
}

// showSeed plays all rounds.
func (s *stage) showSeed(ctx context.Context, w *seeded) {
	w.ctx, w.speed, w.open = ctx, s.tour.seedSpeed, s.reopen
	w.shut = func() { s.shut() }
	sim := simulation.New(w, simulation.NewDice(s.seed))
	sim.Loose = true
	sim.Over = func() bool { return ctx.Err() != nil }
	sim.Tell = func(t simulation.Told) { s.showTold(ctx, w.Now(), t) }
	err := sim.Run(s.rounds)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		s.log.Error("simulation", "seed", s.seed, "err", err)
		s.tour.done(true, demotexts.SimulatedWrong(s.seed))
	default:
		s.tour.done(true, demotexts.SimulatedAll(s.rounds))
	}
	s.changed()
}

// reopen takes orders again after the program was started again.
func (s *stage) reopen() {
	s.mu.Lock()
	s.closed = false
	s.mu.Unlock()
	s.changed()
}

// showTold shows what happens, a line for each step, and leaves time to read how a round
// ended.
func (s *stage) showTold(ctx context.Context, now time.Time, told simulation.Told) {
	t := &s.tour
	t.mu.Lock()
	switch says := demotexts.Simulated(told); told.Kind {
	case simulation.RoundBegins:
		t.shown.Step, t.shown.Text, t.shown.Done, t.hurried = told.Round, "", false, false
	case simulation.Acts:
		t.shown.Focus = told.People
	default:
		t.shown.Text = strings.TrimSpace(t.shown.Text + "\n" + now.Format("15:04:05") + " " + says)
	}
	t.mu.Unlock()
	s.changed()
	if told.Kind == simulation.RoundEnds {
		t.done(false, "")
		s.changed()
		_ = t.sleep(ctx, tourLeast, t.skip)
	}
}

// seedSpeed is how fast a simulation goes on: as fast as it can where somebody wants
// to see its end.
func (t *tour) seedSpeed() float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hurried {
		return 0
	}
	return seedSpeed * max(1, t.speed)
}
