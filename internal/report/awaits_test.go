package report

import "testing"

// A duty of two is not met by one that waits for the head; nor is any by another version
// of an example that counts already.
func TestAwaitsHead(t *testing.T) {
	november := Period{Duty: Month, Year: 2026, Number: 11}
	one, again, other := Request{Unit: "PT1", Period: november}, Request{Unit: "PT1", Period: november, Amends: true}, Request{Unit: "PT2", Period: november}
	for _, c := range []struct {
		have     int
		state    State
		requests []Request
		want     bool
	}{
		{0, Pending, nil, false}, {0, Pending, []Request{one}, false}, {1, Pending, []Request{one}, true}, {0, Pending, []Request{one, one}, true},
		{1, Pending, []Request{again}, false}, {1, Pending, []Request{other}, false}, {2, OnTime, []Request{one}, false},
	} {
		st := Standing{Unit: "PT1", Period: november, State: c.state, Need: 2, Have: c.have}
		if got := st.AwaitsHead(c.requests); got != c.want {
			t.Errorf("%d of 2, %s, with %+v: %t", c.have, c.state, c.requests, got)
		}
	}
}
