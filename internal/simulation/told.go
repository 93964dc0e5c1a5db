package simulation

import (
	"strings"
	"time"
)

// A Told is something that happens in a play, for whoever shows it.
type Told struct {
	Kind       Kind
	What       string        // the fault, what a power cut left, what a kill came over, whose post goes, or what became of it
	Round, Of  int           // of RoundBegins and RoundEnds
	People     []int64       // of Acts: the accounts of those who are after something
	Waiting    int           // of StartedAgain: how many people were without an answer then
	Pending    int           // of StartedAgain: how much of what they said lay at Telegram
	Down       time.Duration // of StartedAgain: how long the program did not run
	Introduced int           // of RoundEnds: how many introductions people were told of, all found again
	Survived   Survived      // of RoundEnds
}

// Survived is how a round was survived.
type Survived struct {
	Failed  int           // calls to Telegram that came to nothing, or nobody knows to what
	Ended   int           // people who came to the end of what they were after
	Again   int           // how often they said or pressed something once more for it
	Longest time.Duration // that one of them took; 0 if the clock was wrong
}

// What goes wrong with somebody's post, and what became of what was begun in it.
const (
	OfficerGoes  = "officer"
	DeputyGoes   = "deputy"
	FocalChanges = "replaced"
	WasAccepted  = "accepted before"
	WasReceived  = "received before"
	WasTakenOver = "taken over"
)

// What a kill comes over.
const (
	OverReminder = "killed over a reminder"
	OverPost     = "killed over a post"
)

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
	PostGoes     Kind = "post goes" // while who has it is about something
	PostWent     Kind = "post went" // and what was begun in it came to something
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

// failed is how many calls to Telegram came to nothing since a moment. What was refused for
// what was asked, such as a change that changes nothing, did not.
func (p *Play) failed(since time.Time) (n int) {
	for _, c := range p.world.Telegram().Calls() {
		if !c.At.Before(since) && c.Result != "" && c.Result != "ok" && !strings.HasPrefix(c.Result, "Bad Request") {
			n++
		}
	}
	return n
}
