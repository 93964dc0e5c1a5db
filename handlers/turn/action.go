package turn

// An Action answers one event. What it is given is read, and refused, before.
type Action struct {
	Parts []Part
	read  func(*reading) (do func() error)
}

// A Part is one of the strings that a button or question carries.
type Part struct {
	Name     string
	Optional bool
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

// A reading goes through what a button carries, and ends at what is refused.
type reading struct {
	t     *Turn
	parts []string
	no    Refusal
}

func read[T any](r *reading, k Kind[T]) (v T) {
	if r.no == nil {
		v, r.no = k.Read(r.t, r.parts[:len(k.Parts)])
	}
	r.parts = r.parts[len(k.Parts):]
	return v
}

// With0 is an action that needs nothing but the turn.
func With0(do func(*Turn) error) Action {
	return Action{read: func(r *reading) func() error {
		return func() error { return do(r.t) }
	}}
}

// With1 is an action that is given one thing.
func With1[A any](do func(*Turn, A) error, ka Kind[A]) Action {
	return Action{Parts: ka.Parts, read: func(r *reading) func() error {
		a := read(r, ka)
		return func() error { return do(r.t, a) }
	}}
}

// With2 is an action that is given two things.
func With2[A, B any](do func(*Turn, A, B) error, ka Kind[A], kb Kind[B]) Action {
	return Action{Parts: all(ka.Parts, kb.Parts), read: func(r *reading) func() error {
		a, b := read(r, ka), read(r, kb)
		return func() error { return do(r.t, a, b) }
	}}
}

// With3 is an action that is given three things.
func With3[A, B, C any](do func(*Turn, A, B, C) error, ka Kind[A], kb Kind[B], kc Kind[C]) Action {
	return Action{Parts: all(ka.Parts, kb.Parts, kc.Parts), read: func(r *reading) func() error {
		a, b, c := read(r, ka), read(r, kb), read(r, kc)
		return func() error { return do(r.t, a, b, c) }
	}}
}

// With4 is an action that is given four things.
func With4[A, B, C, D any](do func(*Turn, A, B, C, D) error, ka Kind[A], kb Kind[B], kc Kind[C], kd Kind[D]) Action {
	return Action{Parts: all(ka.Parts, kb.Parts, kc.Parts, kd.Parts), read: func(r *reading) func() error {
		a, b, c, d := read(r, ka), read(r, kb), read(r, kc), read(r, kd)
		return func() error { return do(r.t, a, b, c, d) }
	}}
}
