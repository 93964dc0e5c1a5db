package demotexts

import (
	"testing"

	"guongsang/internal/simulation"
)

// All that can go wrong in a simulation has its sentence.
func TestSimulatedSaysAll(t *testing.T) {
	for _, name := range simulation.Faults() {
		if faults[name] == "" {
			t.Errorf("nothing is said of %q", name)
		}
	}
	if len(faults) != len(simulation.Faults()) {
		t.Errorf("%d sentences for %d faults", len(faults), len(simulation.Faults()))
	}
	for _, how := range simulation.Outcomes {
		if powerCuts[how] == "" {
			t.Errorf("nothing is said of a power cut that leaves %s", how)
		}
	}
}
