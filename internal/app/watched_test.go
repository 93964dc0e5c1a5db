package app

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
)

// ready is what /readyz answers.
func (b *bubble) ready() int {
	w := httptest.NewRecorder()
	b.program.statusServer().Handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/readyz", nil))
	return w.Code
}

// The program is ready once Telegram answered, and not any more when it stops.
func TestReadyz(t *testing.T) {
	inBubble(t, bubbleConfig(), "2026-11-12 08:00", func(b *bubble) {
		b.forgive = true
		b.srv.NetworkDown(true)
		b.start()
		b.pass(time.Second)
		if code := b.ready(); code != http.StatusServiceUnavailable {
			b.fail("before Telegram answered: %d", code)
		}
		b.srv.NetworkDown(false)
		b.pass(2 * time.Minute)
		if code := b.ready(); code != http.StatusOK {
			b.fail("when it did: %d", code)
		}
		remove := b.srv.AddFault(emulator.Fault{Method: "sendMessage", Action: emulator.DelayBefore(4 * time.Second)})
		defer remove()
		b.program.phase.Store(stopping)
		if code := b.ready(); code != http.StatusServiceUnavailable {
			b.fail("while it stops: %d", code)
		}
	})
}

var (
	metricLine  = regexp.MustCompile(`^([a-z_]+)(?:\{([a-z]+="[^"\\]*",?)*\})? (\d+(?:\.\d+)?(?:e[+-]?\d+)?)$`)
	metricWords = regexp.MustCompile(`^# (HELP|TYPE) ([a-z_]+) (.+)$`)
)

// The page of metrics is as Prometheus reads it: what each is and of which type before
// its lines, which stand together. It names no unit and nobody.
func TestMetricsAreProper(t *testing.T) {
	inBubble(t, bubbleConfig(), "2026-11-12 08:00", func(b *bubble) {
		b.start()
		b.addUnits(report.Unit{Code: "PT1", Name: "Trường Mầm non Dào San", Month: true}, report.Unit{Code: "PT2", Name: "UBND xã Mù Sang", Month: true})
		b.enrol("Lò Thị Mai", report.Post{Role: report.Focal, Unit: "PT1"})
		b.pass(time.Minute)
		w := httptest.NewRecorder()
		b.program.statusServer().Handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
		page := w.Body.String()
		typed, done, values := map[string]string{}, map[string]bool{}, map[string]string{}
		last := ""
		for line := range strings.Lines(page) {
			line = strings.TrimSuffix(line, "\n")
			if m := metricWords.FindStringSubmatch(line); m != nil {
				if m[1] == "TYPE" {
					if typed[m[2]] != "" {
						b.fail("%s is told of twice", m[2])
					}
					typed[m[2]] = m[3]
				} else if meanings[m[2]] == "" || !strings.HasSuffix(m[3], ".") {
					b.fail("%q says nothing", line)
				}
				continue
			}
			m := metricLine.FindStringSubmatch(line)
			if m == nil {
				b.fail("%q is no line of metrics", line)
			}
			name := m[1]
			if typed[name] == "" || (typed[name] == "counter") != strings.HasSuffix(name, "_total") || !strings.HasPrefix(name, "guongsang_") {
				b.fail("%s is of type %q", name, typed[name])
			}
			if name != last && done[name] {
				b.fail("the lines of %s do not stand together", name)
			}
			last, done[name] = name, true
			key, value, _ := strings.Cut(line, "} ")
			if value == "" {
				key, value, _ = strings.Cut(line, " ")
			}
			values[key] = value
		}
		for key, want := range map[string]string{
			"guongsang_units": "2", "guongsang_moves": "1", `guongsang_oldest_seconds{place="inbox"`: "0", `guongsang_oldest_seconds{place="outbox"`: "0",
			`guongsang_period_units{period="2026-11",standing="owed"`: "2", `guongsang_period_units{period="2026-11",standing="missing"`: "2",
			`guongsang_period_units{period="2026-11",standing="unconnected"`: "1", "guongsang_last_verified_backup_timestamp_seconds": "0",
		} {
			if values[key] != want {
				b.fail("%s is %q, not %s:\n%s", key, values[key], want, page)
			}
		}
		if len(done) != len(meanings) {
			b.fail("%d metrics of %d", len(done), len(meanings))
		}
		for _, name := range []string{"PT1", "Mai", "Dào San", "Mù Sang"} {
			if strings.Contains(page, name) {
				b.fail("the page names %s", name)
			}
		}
	})
}
