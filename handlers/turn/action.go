package turn

import "slices"

// An Action answers one event. What it is given is read, and refused, before.
// One that only reads is made by Reads0 and its like, from a function that is
// given a Reading, by which nothing can be written; it is done on a Snapshot,
// while others write.
type Action struct {
	Parts []Part
	Reads bool
	read  func(*given) (do func() error)
}

// Is reports whether there is an action at all.
func (a Action) Is() bool { return a.read != nil }

// A Part is one of the strings that a button or question carries.
type Part struct {
	Name     string
	Optional bool
	Ahead    bool // something is found of what it names before it is acted upon: see Kind.Ahead
}

// Beside reports whether there is anything to be read beside the writer: all of it, or
// what it needs.
func (a Action) Beside() bool {
	return a.Reads || slices.ContainsFunc(a.Parts, func(p Part) bool { return p.Ahead })
}

// whole is what a button carries, with the optional parts that it leaves out.
// Not ok means that something is missing or too much.
func (a Action) whole(given []string) (parts []string, ok bool) {
	if len(given) > len(a.Parts) {
		return nil, false
	}
	parts = make([]string, len(a.Parts))
	copy(parts, given)
	for i, part := range a.Parts {
		if parts[i] == "" && !part.Optional {
			return nil, false
		}
	}
	return parts, true
}

// given goes through what a button carries, and ends at what is refused.
type given struct {
	t     *Reading
	turn  *Turn // nil: nothing can be written
	parts []string
	no    Refusal
}

func read[T any](g *given, k Kind[T]) (v T) {
	if g.no == nil {
		v, g.no = k.Read(g.t, g.parts[:len(k.Parts)])
	}
	g.parts = g.parts[len(k.Parts):]
	return v
}

// With0 is an action that needs nothing but the turn.
func With0(do func(*Turn) error) Action {
	return Action{read: func(g *given) func() error {
		return func() error { return do(g.turn) }
	}}
}

// With1 is an action that is given one thing.
func With1[A any](do func(*Turn, A) error, ka Kind[A]) Action {
	return Action{Parts: ka.Parts, read: func(g *given) func() error {
		a := read(g, ka)
		return func() error { return do(g.turn, a) }
	}}
}

// With2 is an action that is given two things.
func With2[A, B any](do func(*Turn, A, B) error, ka Kind[A], kb Kind[B]) Action {
	return Action{Parts: all(ka.Parts, kb.Parts), read: func(g *given) func() error {
		a, b := read(g, ka), read(g, kb)
		return func() error { return do(g.turn, a, b) }
	}}
}

// With3 is an action that is given three things.
func With3[A, B, C any](do func(*Turn, A, B, C) error, ka Kind[A], kb Kind[B], kc Kind[C]) Action {
	return Action{Parts: all(ka.Parts, kb.Parts, kc.Parts), read: func(g *given) func() error {
		a, b, c := read(g, ka), read(g, kb), read(g, kc)
		return func() error { return do(g.turn, a, b, c) }
	}}
}

// Reads0 is an action that only reads, and needs nothing but the event.
func Reads0(do func(*Reading) error) Action {
	return Action{Reads: true, read: func(g *given) func() error {
		return func() error { return do(g.t) }
	}}
}

// Reads1 is an action that only reads, and is given one thing.
func Reads1[A any](do func(*Reading, A) error, ka Kind[A]) Action {
	return Action{Reads: true, Parts: ka.Parts, read: func(g *given) func() error {
		a := read(g, ka)
		return func() error { return do(g.t, a) }
	}}
}

// Reads2 is an action that only reads, and is given two things.
func Reads2[A, B any](do func(*Reading, A, B) error, ka Kind[A], kb Kind[B]) Action {
	return Action{Reads: true, Parts: all(ka.Parts, kb.Parts), read: func(g *given) func() error {
		a, b := read(g, ka), read(g, kb)
		return func() error { return do(g.t, a, b) }
	}}
}

// Reads3 is an action that only reads, and is given three things.
func Reads3[A, B, C any](do func(*Reading, A, B, C) error, ka Kind[A], kb Kind[B], kc Kind[C]) Action {
	return Action{Reads: true, Parts: all(ka.Parts, kb.Parts, kc.Parts), read: func(g *given) func() error {
		a, b, c := read(g, ka), read(g, kb), read(g, kc)
		return func() error { return do(g.t, a, b, c) }
	}}
}

// Reads4 is an action that only reads, and is given four things.
func Reads4[A, B, C, D any](do func(*Reading, A, B, C, D) error, ka Kind[A], kb Kind[B], kc Kind[C], kd Kind[D]) Action {
	return Action{Reads: true, Parts: all(ka.Parts, kb.Parts, kc.Parts, kd.Parts), read: func(g *given) func() error {
		a, b, c, d := read(g, ka), read(g, kb), read(g, kc), read(g, kd)
		return func() error { return do(g.t, a, b, c, d) }
	}}
}
