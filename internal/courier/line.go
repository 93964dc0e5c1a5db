package courier

import (
	"container/heap"
	"slices"
	"time"

	"guongsang/storage"
)

// A chatQueue is what the sender knows of one chat.
type chatQueue struct {
	id       int64
	paused   time.Time // no call to this chat before
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

// A state says where a queue is listed.
type state int

const (
	unlisted state = iota // nowhere: it is empty, or busy
	noticeReady
	replyReady
	bulkReady
	waiting // in later, for its time
)

func (q *queue) ofNotices() bool { return q == &q.chat.notices }

// put adds a row, or replaces it by its newer self.
func (q *queue) put(ref storage.Ref) {
	i, found := slices.BinarySearchFunc(q.rows, ref.Seq, func(r storage.Ref, seq uint64) int {
		return int(int64(r.Seq) - int64(seq))
	})
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

// urgency is the state of a queue that is ready: somebody who waits for a reply
// moves what stands before it forward, too.
func (q *queue) urgency() state {
	if q.ofNotices() {
		return noticeReady
	}
	if slices.ContainsFunc(q.rows, func(r storage.Ref) bool { return r.Class == storage.Reply }) {
		return replyReady
	}
	return bulkReady
}

// A fifo holds queues, first in, first out.
type fifo struct {
	queues []*queue
	head   int
}

func (f *fifo) push(q *queue) { f.queues = append(f.queues, q) }

func (f *fifo) pop() *queue {
	if f.head == len(f.queues) {
		f.queues, f.head = f.queues[:0], 0
		return nil
	}
	q := f.queues[f.head]
	f.queues[f.head] = nil
	f.head++
	return q
}

func (f *fifo) empty() bool { return f.head == len(f.queues) }

// A timed is a queue in later; it is void once the queue is listed elsewhere.
type timed struct {
	at    time.Time
	queue *queue
}

type timetable []timed

func (t timetable) Len() int           { return len(t) }
func (t timetable) Less(i, j int) bool { return t[i].at.Before(t[j].at) }
func (t timetable) Swap(i, j int)      { t[i], t[j] = t[j], t[i] }
func (t *timetable) Push(x any)        { *t = append(*t, x.(timed)) }

func (t *timetable) Pop() any {
	old := *t
	last := old[len(old)-1]
	*t = old[:len(old)-1]
	return last
}

// schedule lists a queue where it belongs by now. The sender is locked.
func (s *Sender) schedule(q *queue, now time.Time) {
	if q.busy {
		q.state = unlisted
		return
	}
	_, at, ok := q.ready(now)
	if !ok {
		s.forget(q.chat, now)
		q.state = unlisted
		return
	}
	if at.After(now) {
		if q.state != waiting || !q.at.Equal(at) {
			q.state, q.at = waiting, at
			heap.Push(&s.later, timed{at, q})
		}
		return
	}
	if to := q.urgency(); q.state != to {
		q.state = to
		s.ready[to].push(q)
	}
}

// wakeDue lists anew the queues whose time has come.
func (s *Sender) wakeDue(now time.Time) {
	for len(s.later) > 0 && !s.later[0].at.After(now) {
		t := heap.Pop(&s.later).(timed)
		if t.queue.state == waiting && t.queue.at.Equal(t.at) {
			t.queue.state = unlisted
			s.schedule(t.queue, now)
		}
	}
}

// forget drops a chat in which nothing waits and nothing counts any more.
func (s *Sender) forget(c *chatQueue, now time.Time) {
	if c.idle() && !c.paused.After(now) && !c.pace.empty.After(now) && !c.group.empty.After(now) {
		delete(s.chats, c.id)
	}
}
