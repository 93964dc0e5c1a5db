package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"guongsang/internal/texts"
	"guongsang/internal/webchat"
)

// webOptions are the flags of "demo" without -play.
type webOptions struct {
	Addr  string // where the page is served
	Store string // where to keep the store; empty: thrown away
}

// keepEvery is how often a demo that is kept writes down its phones.
const keepEvery = 5 * time.Second

// runWeb serves the demo's page until ctx ends.
func runWeb(ctx context.Context, options webOptions, c *console) error {
	if !webchat.Loopback(options.Addr) {
		return usageError{texts.WebLoopback(options.Addr)}
	}
	listener, err := net.Listen("tcp", options.Addr)
	if err != nil {
		return errors.Join(saidError{texts.WebAddressTaken(options.Addr)}, err)
	}
	defer listener.Close()
	log := slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	s, err := newStage(ctx, options.Store, log)
	if err != nil && ctx.Err() != nil { // stopped before it began
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out, texts.WebServing(listener.Addr().String()))
	if options.Store != "" {
		fmt.Fprintln(c.out, texts.WebKeeping(options.Store))
	}
	return errors.Join(s.serve(ctx, listener), s.close())
}

// serve shows the stage on a page until ctx ends.
func (s *demoStage) serve(ctx context.Context, listener net.Listener) error {
	s.page = webchat.New(s, s.current().zone, s.log)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	server := &http.Server{
		Handler: s.page.Handler(), ReadHeaderTimeout: 5 * time.Second, WriteTimeout: time.Minute,
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	go s.page.Run(ctx)
	go s.keepOn(ctx)
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		s.page.Stop() // else Shutdown waits for its streams
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = server.Shutdown(grace)
		_ = server.Close() // of what has not ended by then
	}()
	err := server.Serve(listener)
	stop()
	<-stopped
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serving the demo: %w", err)
}

// keepOn writes the phones of a kept demo down now and then: what was said
// since the last time is lost if the machine fails, but never the store.
func (s *demoStage) keepOn(ctx context.Context) {
	if s.kept == "" {
		return
	}
	every(ctx, keepEvery, func() (more bool) {
		s.mu.RLock()
		defer s.mu.RUnlock()
		if !s.shut {
			if err := keep(s.play, s.kept, s.scene); err != nil {
				s.log.Warn("demo not kept", "err", err)
			}
		}
		return true
	})
}
