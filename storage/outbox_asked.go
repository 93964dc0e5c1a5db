package storage

import (
	"sync"
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// What a person types answers the question that the person has seen. While
// messages do not get out, or updates come in late, that is not the question
// that is open: so of each chat the row that put the open question is known
// (Row.Asks), what came in by then, and which message it became, when.

// asked notes that a row puts a question.
func (tx *Tx) asked(row Row) error {
	return kv.PutRaw(tx, layout.BucketAsked, layout.Key(row.Chat), layout.Key(row.Seq, 0, kv.Sequence(tx, layout.BucketInbox), 0, tx.s.bot))
}

// askedAs notes as which message the question of a row was sent, and when by the
// messenger's clock.
func (tx *Tx) askedAs(row Row, r Result) error {
	k := layout.Key(row.Chat)
	t := layout.Tuple(kv.Raw(tx, layout.BucketAsked, k))
	seq, _, arrived := uint64(t.Int()), t.Int(), t.Int()
	if seq != row.Seq {
		return nil // another is open by now
	}
	at := int64(0)
	if !r.At.IsZero() {
		at = r.At.Unix()
	}
	return kv.PutRaw(tx, layout.BucketAsked, k, layout.Key(seq, r.Message, arrived, at, tx.s.bot))
}

// takesLong is after how long a try that is under way counts as one that may
// have failed.
const takesLong = 3 * time.Second

// Said is what is known of a text from how it came: its number in the inbox, 0 if
// it never waited there, its message id, and when it was said by the messenger's
// clock.
type Said struct {
	Item    uint64
	Message int64
	At      time.Time
}

// Unseen reports whether a text was typed before its writer can have seen the
// question that is open in the chat. It was, if it had come in before the question
// was put; if the question is a later message than the text, or an older message
// that was changed later; or if the question still waits: for its turn, after a
// try that failed or was in doubt or that a kill cut short, in one that takes
// long, or in whatever try if the text itself came late. Where nobody can know,
// it counts as unseen: to be asked what a text is for costs a tap, to find it in a
// wrong field costs trust.
func (tx *Snapshot) Unseen(chat int64, said Said) bool {
	v := kv.Raw(tx, layout.BucketAsked, layout.Key(chat))
	if v == nil {
		return false
	}
	t := layout.Tuple(v)
	seq, sent, arrived, at := uint64(t.Int()), t.Int(), uint64(t.Int()), t.Int()
	if t.Int() != tx.s.bot {
		sent = 0 // as which message it was sent is no matter of this bot's chat
	}
	switch {
	case said.Item != 0 && said.Item <= arrived, sent > said.Message:
		return true
	case at != 0 && said.At.Unix() < at:
		return true
	}
	if !kv.Has(tx, layout.BucketOutbox, layout.Key(chat, seq)) {
		return false
	}
	try, leaving, late := tx.s.questions.leaves(chat, seq)
	cameLate := said.Item != 0 && said.Item <= late
	return !leaving || try.again || cameLate || tx.Now.Sub(try.at) >= takesLong
}

// leaving knows which questions are on their way by now, of each chat the last,
// and which updates came late. It is not stored: after a restart no question is
// on its way, and all that comes then is late.
type leaving struct {
	mu   sync.Mutex
	all  map[int64]departure
	late uint64 // the number of the last update that waited at the messenger
}

// A departure is the last try of a question.
type departure struct {
	seq   uint64
	at    time.Time
	again bool // not its first
}

func (l *leaving) leave(row Row, now time.Time) {
	if !row.Asks {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.all == nil {
		l.all = map[int64]departure{}
	}
	l.all[row.Chat] = departure{row.Seq, now, row.Tries > 0}
}

func (l *leaving) leaves(chat int64, seq uint64) (try departure, yes bool, late uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	try = l.all[chat]
	return try, try.seq == seq, l.late
}

func (l *leaving) cameLate(last uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.late = last
}

// Stayed notes that a row that was claimed did not leave after all: what is stored of
// its tries, if anything is, comes with the next one.
func (s *Store) Stayed(ref Ref) {
	s.questions.mu.Lock()
	defer s.questions.mu.Unlock()
	if s.questions.all[ref.Chat].seq == ref.Seq {
		delete(s.questions.all, ref.Chat)
	}
}
