package report

// Unreachable gives the codes of the units in which no focal point can be
// reached: nobody was enrolled yet, or the messenger refuses all who were.
// Such a unit has to be connected; it is never shown as having failed to send.
func Unreachable(d Directory, members []Member) map[string]bool {
	reached := map[string]bool{}
	for _, m := range members {
		if m.Reachable() {
			for _, code := range m.Units() {
				reached[code] = true
			}
		}
	}
	lost := map[string]bool{}
	for _, u := range d.units {
		if !reached[u.Code] {
			lost[u.Code] = true
		}
	}
	return lost
}

// Reachable reports whether the messenger delivers to the member, as far as
// is known.
func (m Member) Reachable() bool { return m.Unreachable.IsZero() }
