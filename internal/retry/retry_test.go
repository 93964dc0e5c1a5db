package retry

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func TestPausesGrow(t *testing.T) {
	for n, want := range map[int]time.Duration{
		-1: time.Second, 0: time.Second, 1: time.Second, 2: 2 * time.Second, 5: 16 * time.Second, 6: 20 * time.Second, 1000: 20 * time.Second,
	} {
		if got := Pause(n, 20*time.Second); got != want {
			t.Errorf("after %d failures %v, want %v", n, got, want)
		}
	}
}

func TestOutageIsToldOfTwice(t *testing.T) {
	var log bytes.Buffer
	o := Outage{Log: slog.New(slog.NewTextHandler(&log, nil)), What: "polling"}
	o.OK()
	for range 7 {
		o.Fail(errors.New("reset"))
	}
	if o.Failures() != 7 || o.Pause() != 30*time.Second {
		t.Errorf("%d failures, pause %v", o.Failures(), o.Pause())
	}
	o.OK()
	o.OK()
	if n := strings.Count(log.String(), "polling interrupted"); n != 1 || strings.Count(log.String(), "polling works again\" tries=7") != 1 {
		t.Errorf("log:\n%s", &log)
	}
	if o.Failures() != 0 || o.Pause() != time.Second {
		t.Errorf("%d failures, pause %v", o.Failures(), o.Pause())
	}
}
