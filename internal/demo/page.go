package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"guongsang/internal/app"
	"guongsang/internal/demotexts"
	"guongsang/internal/webchat"
)

// PageOptions say where the page is served, and whether the demo is kept.
type PageOptions struct {
	Addr  string // host:port of this machine alone
	Store string // folder in which the demo is kept, or was; "": thrown away
	Seed  uint64 // of the simulation to be shown; 0: none

	rounds int // of the simulation; 0: seedRounds
}

// keepEvery is how often a demo that is kept writes down its phones.
const keepEvery = 5 * time.Second

// Serve serves the demo's page until ctx ends, and says on out where it is.
func Serve(ctx context.Context, options PageOptions, out io.Writer, log *slog.Logger) error {
	listener, err := net.Listen("tcp", options.Addr)
	if err != nil {
		return errors.Join(app.OperatorError(demotexts.AddressTaken(options.Addr)), err)
	}
	defer listener.Close()
	s, err := newStage(ctx, options, log)
	if err != nil && ctx.Err() != nil { // stopped before it began
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(out, demotexts.Serving(listener.Addr().String()))
	if options.Store != "" {
		fmt.Fprintln(out, demotexts.Keeping(options.Store))
	}
	return errors.Join(s.serve(ctx, listener), s.end())
}

// serve shows the stage on a page until ctx ends. All that it starts has ended
// when it returns.
func (s *stage) serve(ctx context.Context, listener net.Listener) error {
	s.page = webchat.New(s, s.current().zone, s.log)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	server := s.page.HTTP()
	var beside sync.WaitGroup
	beside.Go(func() { s.page.Run(ctx) })
	beside.Go(func() { s.keepOn(ctx) })
	beside.Go(func() {
		<-ctx.Done()
		s.page.Stop() // else Shutdown waits for its streams
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = server.Shutdown(grace)
		_ = server.Close() // of what has not ended by then
	})
	err := server.Serve(listener)
	stop()
	beside.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serving the demo: %w", err)
}

// keepOn writes the phones of a kept demo down now and then: what was said
// since the last time is lost if the machine fails, but never the store.
func (s *stage) keepOn(ctx context.Context) {
	if s.kept == "" {
		return
	}
	every(ctx, keepEvery, func() (more bool) {
		s.mu.RLock()
		defer s.mu.RUnlock()
		if !s.closed {
			if err := keep(s.play, s.kept, s.scene); err != nil {
				s.log.Warn("demo not kept", "err", err)
			}
		}
		return true
	})
}
