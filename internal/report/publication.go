package report

import "time"

// A Leave says whose leave a publication needs.
type Leave string

// The choices.
const (
	ByLeader Leave = "leader" // a leader's
	ByNobody Leave = "none"   // nobody's
	BySelf   Leave = "self"   // an officer's own, where there is nobody else; the log says so
)

// A PublicationRule is what the configuration says of publication.
type PublicationRule struct {
	Channel  string        // chat id or @name of the channel; empty: nothing is posted, places are entered by hand
	Wait     time.Duration // in the waiting room, in which the posting can be stopped
	Leave    Leave         // empty: ByLeader
	From, To time.Duration // the hours of the day in which is posted; equal: any
	Training bool          // the whole installation only tries: nothing is posted
}

// NeedsLeave reports whether somebody has to approve.
func (r PublicationRule) NeedsLeave() bool { return r.Leave != ByNobody }

// Allows reports whether something may be posted at a time of day.
func (r PublicationRule) Allows(now time.Time) bool {
	if r.From == r.To {
		return true
	}
	day := time.Duration(now.Hour())*time.Hour + time.Duration(now.Minute())*time.Minute
	return r.From <= day && day < r.To
}

// Opens is the first time from one on at which something may be posted; zero if there is
// none.
func (r PublicationRule) Opens(from time.Time) time.Time {
	day := DateOf(from)
	for _, at := range []time.Time{from, day.At(r.From, from.Location()), day.AddDays(1).At(r.From, from.Location())} {
		if !at.Before(from) && r.Allows(at) {
			return at
		}
	}
	return time.Time{}
}
