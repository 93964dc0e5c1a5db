package courier

import (
	"time"

	"guongsang/internal/retry"
)

// A disk is what the sender knows of the disk under the store. Many who store at
// once meet the same fault of it: together they are one failure, so that the
// pause grows with the time that the disk is bad and not with how many wait for
// it; and the first that is stored again frees all the others.
type disk struct {
	outage retry.Outage
	raised time.Time     // when the pause was last made longer
	works  chan struct{} // closed when something is stored again
}

// fail notes that what was tried at start was refused at now. The caller waits
// for the pause, or until the disk works.
func (d *disk) fail(err error, start, now time.Time) (pause time.Duration, works <-chan struct{}) {
	if d.outage.Failures() == 0 || start.After(d.raised) {
		d.outage.Fail(err)
		d.raised = now
	}
	if d.works == nil {
		d.works = make(chan struct{})
	}
	return d.outage.Pause(), d.works
}

// ok notes that something was stored.
func (d *disk) ok() {
	d.outage.OK()
	if d.works != nil {
		close(d.works)
		d.works = nil
	}
}
