package courier

import (
	"container/heap"
	"slices"
	"time"

	"guongsang/storage"
)

// A state says where a queue is listed.
type state int

const (
	unlisted state = iota // nowhere: it is empty, or busy
	noticeReady
	replyReady
	bulkReady
	waiting // in later, for its time
)

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
