package report

import "time"

// A Filing is the fact that a unit handed something in for a period: an
// example, or the statement that there is none.
type Filing struct {
	Period   Period
	Unit     string
	Example  string    // number; empty for a nil (không phát sinh)
	At       time.Time // real time of receipt
	Returned bool      // the example waits for completion
	By       int64     // who filed it
	Reason   string    // of a nil, if given
	Facets   Facets    // of the example
}

// Filed is the filing of an example for one of its periods.
func Filed(e Example, p Period) Filing {
	return Filing{
		Period: p, Unit: e.Unit, Example: e.Number, At: e.ReceivedFor(p), By: e.By, Returned: e.Review == Returned,
		Facets: Facets{e.Content.Category, e.Content.Object, e.Content.Groups, e.Review},
	}
}

// Facets are what is counted and looked for among examples without reading them.
type Facets struct {
	Category Category
	Object   Object
	Groups   []Group
	Review   Review
}

// Nil reports whether the filing says that there was nothing to introduce.
func (f Filing) Nil() bool { return f.Example == "" }

// An Extension (gia hạn) moves the deadline of one period for a scope.
type Extension struct {
	Period   Period
	Scope    Scope
	Deadline Date
	By       int64
	At       time.Time
	Reason   string `json:",omitempty"`
}

// A Pause (tạm dừng) frees one unit from one period.
type Pause struct {
	Period Period
	Unit   string
	By     int64
	At     time.Time
	Reason string `json:",omitempty"`
	From   Date   `json:",omitzero"` // the days for which the unit is paused, if it is for more than a period
	To     Date   `json:",omitzero"`
}
