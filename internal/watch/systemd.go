package watch

import (
	"context"
	"fmt"
	"net"
	"os"
	"strconv"
	"time"

	"guongsang/internal/retry"
)

// Systemd tells systemd how the service is, by its protocol (sd_notify): a datagram to
// the socket that it names in the environment. Where it names none, nobody is told.
type Systemd struct {
	socket   string
	watchdog time.Duration // it wants to hear within this; 0: it does not
}

// FindSystemd reads the environment.
func FindSystemd(env func(string) (string, bool)) Systemd {
	socket, _ := env("NOTIFY_SOCKET")
	usec, _ := env("WATCHDOG_USEC")
	if pid, ok := env("WATCHDOG_PID"); ok && pid != strconv.Itoa(os.Getpid()) {
		usec = "" // it is another process that is to be heard
	}
	n, _ := strconv.ParseInt(usec, 10, 64)
	return Systemd{socket: socket, watchdog: time.Duration(n) * time.Microsecond}
}

// Tell sends a state such as READY=1.
func (s Systemd) Tell(state string) error {
	if s.socket == "" {
		return nil
	}
	c, err := net.DialUnix("unixgram", nil, &net.UnixAddr{Name: s.socket, Net: "unixgram"})
	if err != nil {
		return fmt.Errorf("telling systemd %s: %w", state, err)
	}
	defer c.Close()
	if _, err := c.Write([]byte(state)); err != nil {
		return fmt.Errorf("telling systemd %s: %w", state, err)
	}
	return nil
}

// Run tells it that the service is ready, and that it lives for as long as it does not
// hang, until ctx ends; then that it stops.
func (s Systemd) Run(ctx context.Context, m *Moves, now func() time.Time) error {
	if s.socket == "" {
		return nil
	}
	if err := s.Tell("READY=1"); err != nil {
		return err
	}
	for ctx.Err() == nil && s.watchdog > 0 {
		if m.Hangs(now()) == nil {
			if err := s.Tell("WATCHDOG=1"); err != nil {
				return err
			}
		}
		retry.Sleep(ctx, s.watchdog/3)
	}
	<-ctx.Done()
	return s.Tell("STOPPING=1")
}
