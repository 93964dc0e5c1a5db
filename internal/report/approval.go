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
}
