package records

import (
	"errors"
	"slices"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Handling is what the agency did with an example; of one with which nothing was
// done it is empty.
func (tx *Snapshot) Handling(number string) (report.Handling, error) {
	h := report.Handling{Number: number}
	k, err := exampleKey(number)
	if err != nil {
		return h, err
	}
	return h, IgnoreNotFound(kv.Get(tx, layout.BucketHandlings, k, &h))
}

// PutHandling writes it.
func (tx *Tx) PutHandling(h report.Handling) error {
	k, err := exampleKey(h.Number)
	if err != nil {
		return err
	}
	return kv.Put(tx, layout.BucketHandlings, k, h)
}

// Forwarded are the examples that were passed on to the upper level, the newest first.
func (tx *Snapshot) Forwarded() (numbers []string, err error) {
	handlings, err := kv.List[report.Handling](tx, layout.BucketHandlings, nil)
	for _, h := range slices.Backward(handlings) {
		if !h.Forwarded.At.IsZero() {
			numbers = append(numbers, h.Number)
		}
	}
	return numbers, err
}

// RulingUndone reports whether a ruling on an example was undone.
func (tx *Snapshot) RulingUndone(number string, ruling int) (bool, error) {
	h, err := tx.Handling(number)
	return slices.Contains(h.Undone, ruling), err
}

// Overlooked lists the examples that wait for the agency and that nobody looked at for
// report.OverlookedAfter working days, oldest first. Numbers are given in the order of
// sending, so it ends at the first one that was sent too late to be among them.
func (tx *Snapshot) Overlooked() (list []report.Example, err error) {
	today := report.DateOf(tx.Now.In(tx.rules.Zone))
	err = kv.Each(tx, layout.BucketWaiting, nil, func(k, v []byte) error {
		if vt := layout.Tuple(v); vt.Int() != 0 {
			return nil
		}
		e, err := tx.Example(numberOf(layout.Tuple(k)))
		if err != nil {
			return err
		}
		if !tx.rules.Overlooked(report.Example{Review: report.Received, Sent: e.Sent}, report.Handling{}, today) {
			return errNewer
		}
		h, err := tx.Handling(e.Number)
		if err == nil && tx.rules.Overlooked(e, h, today) && !tx.tries(e) {
			list = append(list, e)
		}
		return err
	})
	if errors.Is(err, errNewer) {
		err = nil
	}
	return list, err
}

// errNewer ends a walk: all that follow came later still.
var errNewer = errors.New("newer than asked for")
