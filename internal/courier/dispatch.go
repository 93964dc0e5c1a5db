package courier

import (
	"time"

	"guongsang/storage"
)

// dispatch starts every attempt that may start now, and says how long to sleep at
// most.
func (s *Sender) dispatch() time.Duration {
	now := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wakes = s.start(now)
	if s.nobodyComes() {
		s.tasks.Go(s.record)
	}
	return max(s.wakes.Sub(now), 0)
}

// start starts every attempt that may start now, and says when to look again at
// the latest. The sender is locked.
func (s *Sender) start(now time.Time) (next time.Time) {
	s.wakeDue(now)
	next = now.Add(longestNap)
	for s.underWay < maxAttempts {
		q, ref, at := s.pick(now)
		if q == nil {
			if !at.IsZero() && at.Before(next) {
				next = at
			}
			break
		}
		s.launch(q, ref, now)
	}
	if len(s.later) > 0 && s.later[0].at.Before(next) {
		next = s.later[0].at
	}
	return next
}

// nobodyComes reports whether outcomes wait to be recorded together with others
// of which none is under way any more.
func (s *Sender) nobodyComes() bool { return len(s.unrecorded) > 0 && s.taken == len(s.unrecorded) }

// pick chooses the row of the next attempt, or says when to look again, if not
// only after a change.
func (s *Sender) pick(now time.Time) (q *queue, ref storage.Ref, at time.Time) {
	if now.Before(s.health.until) {
		return nil, ref, s.health.until
	}
	if s.health.ask {
		if s.anyReady() {
			s.probe()
		}
		return nil, ref, at
	}
	if s.health.troubled() && s.underWay > 0 {
		return nil, ref, at
	}
	if q, ref = s.pop(noticeReady, now); q != nil {
		return q, ref, at
	}
	if s.ready[replyReady].empty() && s.ready[bulkReady].empty() {
		return nil, ref, at
	}
	if free := s.overall.at(now); free.After(now) {
		return nil, ref, free
	}
	if q, ref = s.pop(replyReady, now); q == nil {
		q, ref = s.pop(bulkReady, now)
	}
	return q, ref, at
}

// anyReady reports whether a row may go by now, but for the rates.
func (s *Sender) anyReady() bool {
	for from := noticeReady; from < waiting; from++ {
		if !s.ready[from].empty() {
			return true
		}
	}
	return false
}

// probe asks the messenger whether it is there. The sender is locked.
func (s *Sender) probe() {
	if s.probing {
		return
	}
	s.probing = true
	s.tasks.Go(func() {
		v := s.wire.Probe(s.life)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.probing = false
		s.health.answered(v, s.now())
		s.change()
	})
}

// pop takes the first queue that is listed in a state and still ready.
func (s *Sender) pop(from state, now time.Time) (*queue, storage.Ref) {
	for q := s.ready[from].pop(); q != nil; q = s.ready[from].pop() {
		if q.state != from || q.busy {
			continue
		}
		q.state = unlisted
		ref, at, ok := q.ready(now)
		if ok && !at.After(now) {
			return q, ref
		}
		s.schedule(q, now)
	}
	return nil, storage.Ref{}
}

// launch takes the row out of its queue and starts its attempt.
func (s *Sender) launch(q *queue, ref storage.Ref, now time.Time) {
	q.busy = true
	q.remove(ref.Seq)
	s.underWay++
	s.taken++
	for _, p := range s.paces(q, ref) {
		p.take(now)
	}
	d := delivery{q, ref, now}
	select {
	case s.next <- d:
	default:
		s.tasks.Go(func() { s.deliverAll(d) })
	}
}

// A delivery is a row whose attempt begins at a time.
type delivery struct {
	queue *queue
	ref   storage.Ref
	start time.Time
}

// deliverAll makes one delivery after another: a goroutine that has made some has
// the stack that they need, which costs a new one as much time as all else.
func (s *Sender) deliverAll(d delivery) {
	for {
		s.deliver(d.queue, d.ref, d.start)
		select {
		case d = <-s.next:
		case <-s.over:
			return
		}
	}
}

// paces are those that a row keeps to.
func (s *Sender) paces(q *queue, ref storage.Ref) []*pace {
	switch ref.Way {
	case storage.Send:
		return []*pace{&s.overall, &q.chat.pace, &q.chat.group}
	case storage.Edit, storage.Delete:
		return []*pace{&s.overall}
	}
	return nil
}
