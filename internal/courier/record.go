package courier

import (
	"errors"
	"slices"
	"time"

	"guongsang/storage"
)

// record stores every outcome at hand in one commit and lets the queues go
// on. What was sent must not be forgotten: while the disk refuses, it tries
// again until the sender is told to stop for good.
func (s *Sender) record() {
	s.mu.Lock()
	outcomes := s.unrecorded
	s.unrecorded = nil
	s.mu.Unlock()
	if len(outcomes) == 0 {
		return
	}
	s.storeAll(outcomes)
}

// recorded lets the queues of outcomes go on: what is stored, or is never going
// to be, keeps nobody waiting.
func (s *Sender) recorded(outcomes []outcome) {
	now := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, o := range outcomes {
		s.taken--
		if !o.queue.ofNotices() { // a notice was free at once
			s.free(o.queue, now)
		}
	}
	s.change()
}

func (s *Sender) storeAll(outcomes []outcome) {
	for {
		start := s.now()
		err := s.storeOnce(outcomes)
		if err == nil {
			s.diskWorks()
			return
		}
		var commit *storage.CommitError
		if !errors.As(err, &commit) {
			s.storeEach(outcomes, err)
			return
		}
		if !s.waitForDisk(err, start) {
			s.recorded(outcomes)
			return
		}
	}
}

func (s *Sender) storeOnce(outcomes []outcome) error {
	rows := make([]storage.Row, len(outcomes))
	results := make([]storage.Result, len(outcomes))
	for i, o := range outcomes {
		rows[i], results[i] = o.row, o.result
	}
	return s.store.FinishAll(s.now(), rows, results, s.waitedFor(outcomes), func() { s.recorded(outcomes) })
}

// waitedFor reports whether anything depends on these outcomes being stored
// soon: another row of the same chat, a try that has to be repeated, or a
// claimed row that a crash would put in doubt.
func (s *Sender) waitedFor(outcomes []outcome) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(outcomes, func(o outcome) bool {
		return o.result.Fate != storage.Sent || o.row.Class != storage.Reply || len(o.queue.rows) > 0
	})
}

// storeEach keeps one row that cannot be stored from spoiling the others.
func (s *Sender) storeEach(outcomes []outcome, err error) {
	if len(outcomes) == 1 {
		row := outcomes[0].row
		s.log.Error("outcome of a row not stored", "chat", row.Chat, "row", row.Seq, "err", err)
		s.recorded(outcomes)
		return
	}
	for i := range outcomes {
		s.storeAll(outcomes[i : i+1])
	}
}

// waitForDisk waits until it is worth trying to store again what was refused; not
// if the sender is to stop for good.
func (s *Sender) waitForDisk(err error, start time.Time) bool {
	s.mu.Lock()
	pause, works := s.disk.fail(err, start, s.now())
	s.mu.Unlock()
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-works:
		return true
	case <-s.life.Done():
		return false
	}
}

func (s *Sender) diskWorks() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.disk.ok()
}
