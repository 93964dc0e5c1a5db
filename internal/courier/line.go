package courier

import (
	"container/heap"
	"slices"
	"time"

	"guongsang/storage"
)

// A room is what the sender knows of one chat.
type room struct {
	chat   int64
	paused time.Time // no call to this chat before
	pace   pace
	group  pace
	say    line // messages and edits, strictly in order
	press  line // answers to presses and chat actions, which go at once
}

func (s *Sender) room(chat int64) *room {
	r := s.rooms[chat]
	if r == nil {
		r = &room{chat: chat, pace: s.limits.chat()}
		if s.wire.IsGroup(chat) {
			r.group = s.limits.group()
		}
		r.say.room, r.press.room = r, r
		s.rooms[chat] = r
	}
	return r
}

func (r *room) idle() bool {
	return !r.say.busy && !r.press.busy && len(r.say.rows) == 0 && len(r.press.rows) == 0
}

// A line is a queue with at most one call under way.
type line struct {
	room *room
	rows []storage.Ref // by Seq
	busy bool          // from the start of a call until its result is stored
	held bool          // the call ended, its result waits for a press to be stored with

	part   int      // pieces that were sent
	partOf revision // of this

	where place
	at    time.Time // in later: when its turn comes
}

// A revision is a row in one wording.
type revision struct {
	seq     uint64
	version int
}

// A place is where a line stands that is not busy.
type place int

const (
	nowhere place = iota
	pressed
	urgent
	bulk
	later
)

func (l *line) presses() bool { return l == &l.room.press }

// put adds a row, or replaces it by its newer self.
func (l *line) put(ref storage.Ref) {
	i, found := slices.BinarySearchFunc(l.rows, ref.Seq, func(r storage.Ref, seq uint64) int {
		return int(int64(r.Seq) - int64(seq))
	})
	if found {
		l.rows[i] = ref
		return
	}
	l.rows = slices.Insert(l.rows, i, ref)
}

func (l *line) remove(seq uint64) {
	l.rows = slices.DeleteFunc(l.rows, func(r storage.Ref) bool { return r.Seq == seq })
}

// first is the row whose turn is next, and when that is by the row itself.
func (l *line) first(now time.Time) (next storage.Ref, at time.Time, ok bool) {
	for _, r := range l.rows {
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
func (l *line) due(now time.Time) (next storage.Ref, at time.Time, ok bool) {
	next, at, ok = l.first(now)
	if at.Before(l.room.paused) {
		at = l.room.paused
	}
	return next, at, ok
}

// ready is due under the rates of the chat.
func (l *line) ready(now time.Time) (next storage.Ref, at time.Time, ok bool) {
	next, at, ok = l.due(now)
	if ok && next.Way == storage.Send {
		for _, p := range []*pace{&l.room.pace, &l.room.group} {
			if free := p.at(now); at.Before(free) {
				at = free
			}
		}
	}
	return next, at, ok
}

// urgency is where a line that is ready belongs: somebody who waits for a reply
// moves what stands before it forward, too.
func (l *line) urgency() place {
	if l.presses() {
		return pressed
	}
	if slices.ContainsFunc(l.rows, func(r storage.Ref) bool { return r.Class == storage.Reply }) {
		return urgent
	}
	return bulk
}

// A queue is first in, first out.
type queue struct {
	lines []*line
	head  int
}

func (q *queue) push(l *line) { q.lines = append(q.lines, l) }

func (q *queue) pop() *line {
	if q.head == len(q.lines) {
		q.lines, q.head = q.lines[:0], 0
		return nil
	}
	l := q.lines[q.head]
	q.lines[q.head] = nil
	q.head++
	return l
}

func (q *queue) empty() bool { return q.head == len(q.lines) }

// A timed is a line in later; it is void once the line stands elsewhere.
type timed struct {
	at   time.Time
	line *line
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

// place puts a line where it belongs by now. The sender is locked.
func (s *Sender) place(l *line, now time.Time) {
	if l.busy {
		l.where = nowhere
		return
	}
	_, at, ok := l.ready(now)
	if !ok {
		s.forget(l.room, now)
		l.where = nowhere
		return
	}
	if at.After(now) {
		if l.where != later || !l.at.Equal(at) {
			l.where, l.at = later, at
			heap.Push(&s.later, timed{at, l})
		}
		return
	}
	if to := l.urgency(); l.where != to {
		l.where = to
		s.ready[to].push(l)
	}
}

// wakeLater moves the lines whose time has come.
func (s *Sender) wakeLater(now time.Time) {
	for len(s.later) > 0 && !s.later[0].at.After(now) {
		t := heap.Pop(&s.later).(timed)
		if t.line.where == later && t.line.at.Equal(t.at) {
			t.line.where = nowhere
			s.place(t.line, now)
		}
	}
}

// forget drops a room in which nothing waits and nothing counts any more.
func (s *Sender) forget(r *room, now time.Time) {
	if r.idle() && !r.paused.After(now) && !r.pace.empty.After(now) && !r.group.empty.After(now) {
		delete(s.rooms, r.chat)
	}
}
