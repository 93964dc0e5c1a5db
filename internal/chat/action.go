package chat

import (
	"fmt"
	"strconv"
	"strings"
)

// MaxAction is the number of bytes that a button can carry.
const MaxAction = 64

// An Action is what a button asks for: a verb and what it is about. A button
// outlives the moment it was made for, so whatever can go stale (a draft's
// version, an example's version) is among the arguments, and the handler
// compares. A button can also be forged: an Action grants nothing.
type Action struct {
	Verb string
	Args []string
}

// Do makes an action. Arguments must not contain a colon.
func Do(verb string, args ...any) Action {
	a := Action{Verb: verb, Args: make([]string, 0, len(args))}
	for _, arg := range args {
		a.Args = append(a.Args, part(arg))
	}
	return a
}

func part(arg any) string {
	switch arg := arg.(type) {
	case string:
		return arg
	case int:
		return strconv.Itoa(arg)
	case uint64:
		return strconv.FormatUint(arg, 10)
	}
	return fmt.Sprint(arg)
}

// String is the form that travels: verb:arg:arg.
func (a Action) String() string {
	var short [MaxAction]byte // nearly all have room in it
	return string(a.written(short[:0]))
}

func (a Action) written(b []byte) []byte {
	b = append(b, a.Verb...)
	for _, arg := range a.Args {
		b = append(append(b, ':'), arg...)
	}
	return b
}

// Arg returns the n-th argument, or "" if there is none.
func (a Action) Arg(n int) string {
	if n < len(a.Args) {
		return a.Args[n]
	}
	return ""
}

// ParseAction reads what String wrote. It accepts anything short enough: a
// verb nobody knows is refused where verbs are looked up.
func ParseAction(s string) (Action, error) {
	if s == "" || len(s) > MaxAction {
		return Action{}, fmt.Errorf("action of %d bytes", len(s))
	}
	return splitAction(s), nil
}

func splitAction(s string) Action {
	parts := strings.Split(s, ":")
	a := Action{Verb: parts[0]}
	if len(parts) > 1 {
		a.Args = parts[1:]
	}
	return a
}

// MarshalText stores an action in its travelling form.
func (a Action) MarshalText() ([]byte, error) { return a.written(make([]byte, 0, MaxAction)), nil }

// UnmarshalText reads the travelling form, of any length: what was stored can
// be read, and one that is too long is refused where it would travel.
func (a *Action) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*a = Action{}
		return nil
	}
	*a = splitAction(string(b))
	return nil
}

// The verbs that more than one room speaks: the scheduler's reminders carry
// them and the handlers act on them. All other verbs live in handlers.
const (
	VerbIntroduce = "intro"  // [unit period]: begin or go on with an introduction
	VerbNil       = "nil"    // unit period: nothing to introduce in this period
	VerbNilPick   = "nils"   // no arguments: ask for which of several duties
	VerbSnooze    = "snooze" // no arguments: remind again this afternoon
	VerbComplete  = "fix"    // number version: open a returned example
	VerbOwed      = "owed"   // page: list what the member's units owe
	VerbResume    = "resume" // draft: go on with a draft
	VerbSubmitted = "h.read" // draft version page: a draft that waits for the unit's head

	VerbFull        = "full"   // number: an example in full, with what can be done with it
	VerbPublication = "pub"    // number: how far the publication of an example has come
	VerbSquare      = "square" // number: the praise card of an example, square
)

// NoHead begins the text of an event by which the scheduler says of a draft that
// nobody is left who could approve it: its id and version follow.
const NoHead = "nohead:"
