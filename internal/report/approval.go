package report

import "time"

// An Approval (thủ trưởng duyệt) says who of the unit's heads let an introduction be
// sent, where the agency asks for that. It is the zero value where nobody asked.
type Approval struct {
	By       int64     `json:",omitempty"` // the head
	Name     string    `json:",omitempty"` // of the head, as of then
	Position string    `json:",omitempty"`
	At       time.Time `json:",omitzero"`
	// Missing means that the unit had no head who could be asked: it was sent at once.
	Missing bool `json:",omitempty"`
}

// A Request is that for an approval: a draft that waits for its unit's head.
type Request struct {
	Draft   uint64
	Unit    string
	Period  Period
	Version int       // of the draft; another is not what was asked about
	Since   time.Time // when the focal point sent it, which counts as its receipt
	Amends  bool      // another version of an example that counts already
}

// AwaitsHead reports whether what waits for the head, of these requests, would meet a
// duty that is pending: then the unit has done its part.
func (st Standing) AwaitsHead(requests []Request) bool {
	n := 0
	for _, r := range requests {
		if r.Unit == st.Unit && r.Period == st.Period && !r.Amends {
			n++
		}
	}
	return st.State == Pending && n > 0 && st.Have+n >= st.Need
}
