package courier

import (
	"slices"
	"time"

	"guongsang/storage"
)

// A chatQueue is what the sender knows of one chat.
type chatQueue struct {
	id       int64
	paused   time.Time // no attempt before
	pace     pace
	group    pace
	messages queue // messages and edits, strictly in order
	notices  queue // answers to presses and chat actions, which go at once
}

func (s *Sender) chat(id int64) *chatQueue {
	c := s.chats[id]
	if c == nil {
		c = &chatQueue{id: id, pace: s.limits.chat()}
		if s.wire.IsGroup(id) {
			c.group = s.limits.group()
		}
		c.messages.chat, c.notices.chat = c, c
		s.chats[id] = c
	}
	return c
}

func (c *chatQueue) idle() bool {
	return !c.messages.busy && !c.notices.busy && len(c.messages.rows) == 0 && len(c.notices.rows) == 0
}

// A queue is rows of one chat, with at most one attempt under way.
type queue struct {
	chat *chatQueue
	rows []storage.Ref // by Seq
	busy bool          // from the start of an attempt until its result is recorded
	held bool          // the attempt ended, its result waits for a notice to be recorded with

	part   int      // pieces that were sent
	partOf revision // of this

	state state
	at    time.Time // waiting: when its turn comes
}

// A revision is a row in one wording.
type revision struct {
	seq     uint64
	version int
}

func (q *queue) ofNotices() bool { return q == &q.chat.notices }

// find is the place of a row, and whether it is there.
func (q *queue) find(seq uint64) (i int, found bool) {
	return slices.BinarySearchFunc(q.rows, seq, func(r storage.Ref, seq uint64) int { return int(int64(r.Seq) - int64(seq)) })
}

func (q *queue) has(seq uint64) bool {
	_, found := q.find(seq)
	return found
}

// put adds a row, or replaces it by its newer self.
func (q *queue) put(ref storage.Ref) {
	i, found := q.find(ref.Seq)
	if found {
		q.rows[i] = ref
		return
	}
	q.rows = slices.Insert(q.rows, i, ref)
}

func (q *queue) remove(seq uint64) {
	q.rows = slices.DeleteFunc(q.rows, func(r storage.Ref) bool { return r.Seq == seq })
}

// first is the row whose turn is next, and when that is by the row itself.
func (q *queue) first(now time.Time) (next storage.Ref, at time.Time, ok bool) {
	for _, r := range q.rows {
		if !r.NotBefore.After(now) {
			return r, now, true
		}
		if !ok || r.NotBefore.Before(at) {
			next, at, ok = r, r.NotBefore, true
		}
		if r.Tried {
			return r, r.NotBefore, true
		}
	}
	return next, at, ok
}

// due is first with the pause of the chat.
func (q *queue) due(now time.Time) (next storage.Ref, at time.Time, ok bool) {
	next, at, ok = q.first(now)
	if at.Before(q.chat.paused) {
		at = q.chat.paused
	}
	return next, at, ok
}

// ready is due under the rates of the chat.
func (q *queue) ready(now time.Time) (next storage.Ref, at time.Time, ok bool) {
	next, at, ok = q.due(now)
	if ok && next.Way == storage.Send {
		for _, p := range []*pace{&q.chat.pace, &q.chat.group} {
			if free := p.at(now); at.Before(free) {
				at = free
			}
		}
	}
	return next, at, ok
}
