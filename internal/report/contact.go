package report

// A Contact says whether a unit can be asked for what it owes. Whatever it is,
// the unit owes: Telegram is a help, the duty is the letter's. A unit that
// cannot be asked is never blamed, always named apart and always counted.
type Contact string

// The contacts. The zero value is that of most units.
const (
	Reachable   Contact = ""            // some focal point can be reached
	Unconnected Contact = "unconnected" // chưa kết nối: no focal point ever enrolled
	Unreachable Contact = "unreachable" // mất liên lạc: it had focal points, and none can be reached now
)

// Contacts lists the contacts in the order in which their units are shown.
var Contacts = [...]Contact{Reachable, Unconnected, Unreachable}

// OutOfReach is the contact of a unit none of whose focal points can be reached
// now, by whether one ever enrolled.
func OutOfReach(enrolled bool) Contact {
	if enrolled {
		return Unreachable
	}
	return Unconnected
}

// ContactsOf gives the contact of every unit that cannot be asked, by code:
// the messenger refuses all its focal points, they have left, or there never
// was one. Enrolled tells whether a unit ever had a focal point.
func ContactsOf(d Directory, members []Member, enrolled func(unit string) bool) map[string]Contact {
	reachable := make([]bool, len(d.units))
	for _, m := range members {
		for _, p := range m.Posts {
			if i, ok := d.byCode[p.Unit]; ok && p.Role == Focal && m.Reachable() {
				reachable[i] = true
			}
		}
	}
	contacts := map[string]Contact{}
	for i, u := range d.units {
		if !reachable[i] {
			contacts[u.Code] = OutOfReach(enrolled(u.Code))
		}
	}
	return contacts
}
