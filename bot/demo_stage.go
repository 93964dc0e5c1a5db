package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"guongsang/internal/directory"
	"guongsang/internal/emulator"
	"guongsang/internal/texts"
	"guongsang/internal/webchat"
)

// A demoStage is the show behind the demo's page: one play at a time, whose clock
// can be moved, and which another scene takes the place of. Orders come one
// after the other; what is only looked at waits for none of them.
type demoStage struct {
	log   *slog.Logger
	kept  string // folder of the store that is kept; empty: each scene has one that goes with it
	page  *webchat.Server
	life  context.Context // in which the programs run
	turn  sync.Mutex      // one of those who move the time or change the scene
	order sync.Mutex      // one order at a time, of theirs, of the tour and of fast time

	mu      sync.RWMutex // held for reading as long as the play is looked at
	play    *play        // whose program may have ended: then it is shut
	shut    bool
	dir     string // of the play's store
	scene   string
	busy    bool
	halting context.CancelFunc // ends fast time; nil while time is slow
	faults  faults
	tour    tour

	last      webchat.State // as everything stood when the play was shut
	lastBoard webchat.Board
}

// newStage opens the scene that was kept, or else the first one.
func newStage(life context.Context, kept string, log *slog.Logger) (*demoStage, error) {
	s := &demoStage{log: log, kept: kept, life: life}
	if kept == "" {
		return s, s.begin(scenes()[0])
	}
	was, err := readKept(kept)
	switch {
	case err != nil:
		return nil, err
	case was != nil:
		return s, s.recall(was)
	}
	return s, s.begin(scenes()[0])
}

// begin opens a scene in the place of the one before.
func (s *demoStage) begin(sc demoScene) error {
	dir, err := s.folder()
	if err != nil {
		return err
	}
	p, err := newPlay(playOptions{Quiet: true}, dir, io.Discard)
	if err != nil {
		return err
	}
	p.begin(s.life)
	if err := prepare(s.life, p, sc); err != nil {
		return errors.Join(fmt.Errorf("scene %s: %w", sc.id, err), p.close())
	}
	return s.change(p, dir, sc.id)
}

// prepare plays a new play up to where the scene begins.
func prepare(ctx context.Context, p *play, sc demoScene) error {
	if err := p.furnish(directory.Demo()); err != nil {
		return err
	}
	p.server.Person(outsider, p.story.Outsider)
	return sc.build(ctx, p)
}

// outsider is the account of somebody without an invite.
const outsider = 900

// folder is where the next scene has its store: a new one, or the one that is
// kept, once the present program has left it and what it holds is put aside.
func (s *demoStage) folder() (string, error) {
	if s.kept != "" {
		return s.kept, errors.Join(s.leave(), putAside(s.kept))
	}
	dir, err := os.MkdirTemp("", "guongsang-demo-")
	if err != nil {
		return "", fmt.Errorf("making a folder for the demo: %w", err)
	}
	return dir, nil
}

// change puts a play that runs in the place of the one before.
func (s *demoStage) change(p *play, dir, scene string) error {
	err := s.leave()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.play, s.shut, s.dir, s.scene, s.faults = p, false, dir, scene, faults{}
	if s.kept != "" { // else a folder without its phones is left if the machine fails now
		err = errors.Join(err, keep(p, s.kept, scene))
	}
	return err
}

// leave ends the present play; its store is removed unless it is kept.
func (s *demoStage) leave() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.play == nil || s.shut {
		return nil
	}
	s.remember()
	s.shut = true
	if s.kept == "" {
		return errors.Join(s.play.close(), os.RemoveAll(s.dir))
	}
	err := s.play.end()
	return errors.Join(err, keep(s.play, s.kept, s.scene), s.play.release())
}

// remember keeps how everything stands, to be shown until the next play is
// there. The stage is locked.
func (s *demoStage) remember() {
	var err, boardErr error
	s.last, err = s.state()
	s.lastBoard, boardErr = s.play.board()
	if err := errors.Join(err, boardErr); err != nil {
		s.log.Warn("last look at a scene", "err", err)
	}
}

// close ends the stage.
func (s *demoStage) close() error {
	s.turn.Lock()
	defer s.turn.Unlock()
	s.halt()
	s.stopTour()
	s.order.Lock()
	defer s.order.Unlock()
	return s.leave()
}

// Telegram is the emulator with the phones.
func (s *demoStage) Telegram() *emulator.Server {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.play.server
}

// Do carries an order out.
func (s *demoStage) Do(ctx context.Context, o webchat.Order) error {
	switch o.Do {
	case "down", "flood", "slow":
		s.mu.Lock()
		s.faults.set(s.play.server, o.Do, o.On)
		p := s.play
		s.mu.Unlock()
		if o.On {
			s.tour.pause(true) // whoever tries a fault has no eye for the story
		}
		p.program.look(p.clock.Now()) // a network that is back is tried at once
		s.changed()
		return nil
	case "play":
		if !o.On {
			s.halt()
			return nil
		}
		s.turn.Lock()
		defer s.turn.Unlock()
		s.stopTour()
		s.hasten()
		return nil
	case "tour":
		return s.guide(o.Arg)
	}
	do, err := s.lengthy(o)
	if err != nil {
		return err
	}
	s.turn.Lock()
	defer s.turn.Unlock()
	s.halt()
	s.stopTour()
	return s.busily(func() error { return do(ctx) })
}

// lengthy finds what an order asks for that takes its time.
func (s *demoStage) lengthy(o webchat.Order) (func(context.Context) error, error) {
	switch o.Do {
	case "next":
		return s.toNext, nil
	case "hour":
		return func(ctx context.Context) error { return s.further(ctx, time.Hour) }, nil
	case "day":
		return func(ctx context.Context) error { return s.further(ctx, 24*time.Hour) }, nil
	case "deadline":
		return s.toDeadline, nil
	case "scene", "restart":
		if o.Do == "restart" {
			return s.reopen(), nil
		}
		return s.open(o.Arg)
	}
	return nil, webchat.Refusal(texts.WebNoScene())
}

// open finds the scene with an id.
func (s *demoStage) open(id string) (func(context.Context) error, error) {
	for _, sc := range scenes() {
		if sc.id == id {
			return func(context.Context) error { return s.begin(sc) }, nil
		}
	}
	return nil, webchat.Refusal(texts.WebNoScene())
}

// reopen begins the scene anew, or after the tour, whose scene cannot be
// chosen, the first one.
func (s *demoStage) reopen() func(context.Context) error {
	s.mu.RLock()
	id := s.scene
	s.mu.RUnlock()
	again, err := s.open(id)
	if err != nil {
		return func(context.Context) error { return s.begin(scenes()[0]) }
	}
	return again
}

// busily does one order after the one before, and lets the page show it.
func (s *demoStage) busily(do func() error) error {
	s.order.Lock()
	defer s.order.Unlock()
	s.setBusy(true)
	defer s.setBusy(false)
	return do()
}

func (s *demoStage) setBusy(busy bool) {
	s.mu.Lock()
	s.busy = busy
	s.mu.Unlock()
	s.changed()
}

func (s *demoStage) changed() {
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
