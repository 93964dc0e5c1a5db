package simulation

// A Told is something that happens in a play, for whoever shows it.
type Told struct {
	Kind       Kind
	What       string  // the fault, or what a power cut left
	Round, Of  int     // of RoundBegins and RoundEnds
	People     []int64 // of Acts: the accounts of those who are after something
	Introduced int     // of RoundEnds: how many introductions people were told of, all found again
}

// A Kind says what happens.
type Kind string

// The kinds.
const (
	RoundBegins  Kind = "round begins"
	Acts         Kind = "acts"
	GoesWrong    Kind = "goes wrong"
	Stopped      Kind = "stopped"
	Killed       Kind = "killed"
	PowerCut     Kind = "power cut"
	StartedAgain Kind = "started again"
	Mended       Kind = "mended"
	RoundEnds    Kind = "round ends" // it was calm, and all was as it was told
)

func (p *Play) tell(t Told) {
	if p.Tell != nil {
		p.mu.Unlock()
		defer p.mu.Lock()
		p.Tell(t)
	}
}

// Script is what everybody was told and when, person after person: in which order several
// were told at one instant is no matter.
func (p *Play) Script() (lines []string) {
	for _, who := range p.people {
		lines = append(lines, p.told[who.ID()]...)
	}
	return lines
}
