package demo

import (
	"strings"
	"testing"

	"guongsang/internal/demotexts"
	"guongsang/internal/simulation"
)

// A seed is played on the demo: the program is ended and starts again, and all that
// people were told is found again. Every seed plays to its end; this one has a power
// cut in its rounds.
func TestSeed(t *testing.T) {
	var out strings.Builder
	if err := PlaySeed(t.Context(), 5, 2, &out); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	t.Log(out.String())
	for _, says := range []string{
		demotexts.SimulatedRound(2, 2), demotexts.Simulated(simulation.Told{Kind: simulation.StartedAgain}), demotexts.Simulated(simulation.Told{Kind: simulation.Mended}),
	} {
		if !strings.Contains(out.String(), says) {
			t.Errorf("nobody reads %q", says)
		}
	}
}
