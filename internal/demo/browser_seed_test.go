package demo

import (
	"strings"
	"testing"

	"guongsang/internal/demotexts"
	"guongsang/internal/simulation"
)

// TestBrowserSeed reads a round of a seed on the page: a line with its time for each fault, for
// each end of the program and how it went on, and for how all of it was survived; the last is seen.
func TestBrowserSeed(t *testing.T) {
	chromium := startChromium(t)
	for _, l := range []look{desktop, handset} {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			v := visit(t, chromium, openWebsiteOf(t, PageOptions{Seed: 5, rounds: 1}), l)
			v.on("#tour-next") // nobody has to follow it
			eval[bool](v, `hand.until("the round", () => document.querySelector("#tour").classList.contains("done"), 4)`)
			lines := strings.Split(eval[string](v, `document.querySelector("#tour-text").innerText`), "\n")
			t.Log(strings.Join(lines, "\n"))
			mended := demotexts.Simulated(simulation.Told{Kind: simulation.Mended})
			if len(lines) < 5 || !strings.HasSuffix(lines[len(lines)-3], mended) {
				t.Errorf("%d lines are read:\n%s", len(lines), strings.Join(lines, "\n"))
			}
			if left := eval[float64](v, `(() => {
				const text = document.querySelector("#tour-text");
				return text.scrollHeight - text.clientHeight - text.scrollTop;
			})()`); left > 2 {
				t.Errorf("the last line is %v pixels below what is seen", left)
			}
			if !l.phone {
				v.picture("demo-seed")
			}
		})
	}
}
