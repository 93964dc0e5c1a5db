package demo

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/directory"
	"guongsang/internal/emulator"
	"guongsang/internal/webchat"
)

// A stage is the session behind the demo's page: one play at a time, whose clock
// can be moved, and which another scene takes the place of. Orders come one
// after the other, and each ends what goes on by itself; what is only looked at
// waits for none of them.
type stage struct {
	log    *slog.Logger
	seed   uint64 // of the simulation that is shown; 0: none
	rounds int    // of that
	kept   string // folder of the store that is kept; empty: each scene has one that goes with it
	page   *webchat.Server
	life   context.Context    // in which the programs run
	cancel context.CancelFunc // ends it: no order is taken any more
	order  sync.Mutex         // one order at a time; no task takes it

	mu       sync.RWMutex // held for reading as long as the play is looked at
	play     *play        // whose program has ended when closed
	closed   bool
	dir      string // of the play's store
	before   string // folder of the play whose place it took, to which one can go back; empty: there is none
	scene    string
	busy     bool
	fastTask *task // fast time
	faults   faults
	tour     tour

	last      webchat.State // as everything stood when the play was shut
	lastBoard webchat.Board
}

// newStage opens the scene that was kept, or else the first one. All of it ends
// with ctx.
func newStage(ctx context.Context, options PageOptions, log *slog.Logger) (*stage, error) {
	s := &stage{log: log, kept: options.Store, seed: options.Seed, rounds: cmp.Or(options.rounds, seedRounds)}
	s.life, s.cancel = context.WithCancel(ctx)
	if err := s.open(); err != nil {
		s.cancel()
		return nil, err
	}
	return s, nil
}

func (s *stage) open() error {
	if s.seed != 0 {
		return s.startSeed(s.life)
	}
	if s.kept == "" {
		return s.begin(scenes()[0])
	}
	was, err := readKept(s.kept)
	switch {
	case err != nil:
		return err
	case was != nil:
		return s.restore(s.kept, was)
	}
	return s.begin(scenes()[0])
}

// begin opens a scene in the place of the one before, which stays where it can
// if that does not work.
func (s *stage) begin(sc scene) error {
	dir, err := s.folder()
	if err != nil {
		return err
	}
	p, err := s.build(sc, dir)
	if err != nil {
		return errors.Join(fmt.Errorf("scene %s: %w", sc.id, err), s.discard(dir))
	}
	return s.replace(p, dir, sc.id)
}

// build makes a play in a folder and plays it up to where the scene begins.
func (s *stage) build(sc scene, dir string) (*play, error) {
	p, err := newPlay(PlayOptions{Quiet: true, heads: sc.heads}, dir, io.Discard)
	if err != nil {
		return nil, err
	}
	p.begin(s.life)
	if err := prepare(s.life, p, sc); err != nil {
		return nil, errors.Join(err, p.close())
	}
	return p, nil
}

// discard takes away what a scene that could not begin left in its folder.
func (s *stage) discard(dir string) error {
	if s.kept != "" {
		_, err := putAside(dir)
		return err
	}
	return os.RemoveAll(dir)
}

// prepare plays a new play up to where the scene begins.
func prepare(ctx context.Context, p *play, sc scene) error {
	if err := p.importUnits(directory.Demo()); err != nil {
		return err
	}
	p.server.Person(outsider, p.story.Outsider)
	return sc.build(ctx, p)
}

// outsider is the account of somebody without an invite.
const outsider = 900

// folder is where the next scene has its store: a new one, or the one that is
// kept, once the present program has left it and what it holds is put aside.
func (s *stage) folder() (string, error) {
	if s.kept != "" {
		aside, err := s.vacate()
		if aside != "" {
			s.mu.Lock()
			s.before = aside
			s.mu.Unlock()
		}
		return s.kept, err
	}
	dir, err := os.MkdirTemp("", "guongsang-demo-")
	if err != nil {
		return "", fmt.Errorf("making a folder for the demo: %w", err)
	}
	return dir, nil
}

// replace puts a play that runs in the place of the one before.
func (s *stage) replace(p *play, dir, scene string) error {
	if err := s.close(); err != nil {
		s.log.Warn("leaving a scene", "err", err) // the new one is here
	}
	if s.kept == "" && s.play != nil {
		s.setBefore(s.dir, dir)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.play, s.closed, s.dir, s.scene, s.faults = p, false, dir, scene, faults{}
	if s.kept != "" { // else a folder without its phones is left if the machine fails now
		return keep(p, s.kept, scene)
	}
	return nil
}

// close ends the present play and writes down how it stands. What is looked at
// meanwhile is how everything stood before.
func (s *stage) close() error {
	if !s.shut() {
		return nil
	}
	err := s.play.end()
	return errors.Join(err, keep(s.play, s.dir, s.scene), s.play.release())
}

// shut closes the play to orders, if it is open, and reports whether it was.
func (s *stage) shut() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.play == nil || s.closed {
		return false
	}
	s.remember()
	s.closed = true
	return true
}

// remember keeps how everything stands, to be shown until the next play is
// there. The stage is locked.
func (s *stage) remember() {
	var err, boardErr error
	s.last, err = s.state()
	s.lastBoard, boardErr = s.play.board()
	if err := errors.Join(err, boardErr); err != nil {
		s.log.Warn("last look at a scene", "err", err)
	}
}

// end ends the stage.
func (s *stage) end() error {
	s.cancel() // also the order that is being carried out
	s.order.Lock()
	defer s.order.Unlock()
	s.stop()
	err := s.close()
	if s.kept == "" {
		err = errors.Join(err, os.RemoveAll(s.dir), os.RemoveAll(s.before))
	}
	return err
}

// Telegram is the emulator with the phones.
func (s *stage) Telegram() *emulator.Server {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.play.server
}

// Do carries an order out.
func (s *stage) Do(ctx context.Context, o webchat.Order) error {
	switch o.Do {
	case "down", "flood", "slow":
		return s.setFault(o.Do, o.On)
	case "play":
		if !o.On {
			s.stopFast()
			return nil
		}
		return s.inTurn(ctx, func(context.Context) error { s.fast(); return nil })
	case "tour":
		return s.guide(ctx, o.Arg)
	}
	do, err := s.lengthy(o)
	if err != nil {
		return err
	}
	return s.busily(ctx, do)
}

// setFault turns a fault on or off, also while an order is carried out.
func (s *stage) setFault(name string, on bool) error {
	defer s.changed()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return webchat.Refusal(demotexts.NoScene())
	}
	s.faults.set(s.play.server, name, on)
	if on {
		s.tour.pause(true) // whoever tries a fault has no eye for the story
	}
	s.play.program.Tick(s.play.clock.Now()) // a network that is back is tried at once
	return nil
}

// lengthy finds what an order asks for that takes its time.
func (s *stage) lengthy(o webchat.Order) (func(context.Context) error, error) {
	switch o.Do {
	case "next":
		return s.toNext, nil
	case "hour":
		return func(ctx context.Context) error { return s.advance(ctx, time.Hour) }, nil
	case "day":
		return func(ctx context.Context) error { return s.advance(ctx, 24*time.Hour) }, nil
	case "deadline":
		return s.toDeadline, nil
	case "restart":
		return func(context.Context) error { return s.begin(scenes()[0]) }, nil
	case "undo":
		return s.undo, nil
	case "scene":
		return s.choose(o.Arg)
	}
	return nil, webchat.Refusal(demotexts.NoScene())
}

// choose finds the scene with an id.
func (s *stage) choose(id string) (func(context.Context) error, error) {
	sc, ok := sceneOf(id)
	if !ok {
		return nil, webchat.Refusal(demotexts.NoScene())
	}
	return func(context.Context) error { return s.begin(sc) }, nil
}

// inTurn does one order after the one before, with nothing going on beside it,
// until the stage ends.
func (s *stage) inTurn(ctx context.Context, do func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(s.life, cancel)()
	s.order.Lock()
	defer s.order.Unlock()
	if err := s.life.Err(); err != nil {
		return err
	}
	s.stop()
	return do(ctx)
}

// busily is inTurn, and lets the page show it.
func (s *stage) busily(ctx context.Context, do func(context.Context) error) error {
	return s.inTurn(ctx, func(ctx context.Context) error {
		s.setBusy(true)
		defer s.setBusy(false)
		return do(ctx)
	})
}

// stop ends what goes on by itself.
func (s *stage) stop() {
	s.stopFast()
	s.stopTour()
}

func (s *stage) setBusy(busy bool) {
	s.mu.Lock()
	s.busy = busy
	s.mu.Unlock()
	s.changed()
}

func (s *stage) changed() {
	if s.page != nil {
		s.page.Changed()
	}
}

// close ends the program and lets its store go.
func (p *play) close() error { return errors.Join(p.end(), p.release()) }

// release lets go what an ended program held.
func (p *play) release() error {
	p.server.Close()
	return p.program.Close()
}
