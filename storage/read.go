package storage

import (
	"math"
	"time"
)

// What only reads does not hold the writer. Its answer is read on a Snapshot,
// beside all else, and the commit that takes the item out of the inbox only
// writes it down, if what it rests on is still so.

// A Reader is a Handler that answers some items by reading alone.
type Reader interface {
	Handler
	// Prepare finds what an item asks for, at little cost, and reports whether
	// that can be answered by reading.
	Prepare(*Snapshot, *Item) (reads bool)
	// Answer reads the answer, however long that takes, and leaves it with what
	// Prepare left in the item. Handle writes it, or answers anew if it must.
	Answer(*Snapshot, *Item)
}

// A lookup is an answer that is being read.
type lookup struct {
	item Item
	done chan struct{} // closed when it was read
}

const (
	// lookPatience is how long those who share a commit wait for an answer that
	// is being read. What takes longer gets a commit of its own.
	lookPatience = 5 * time.Millisecond
	maxLookups   = 4 // side by side
)

// prepare lets h prepare items, and read the answers to those that only read.
// It returns those that can be handled now; the others are being read.
func (s *Store) prepare(now time.Time, h Handler, items []Item) (ready []Item) {
	reader, ok := h.(Reader)
	if !ok {
		return items
	}
	var begun []*lookup
	prepare := func(tx *Snapshot) error {
		for i := range items {
			switch r := s.takeLookup(items[i]); {
			case r != nil:
				ready = append(ready, r.item)
			case prepared(reader, tx, &items[i]):
				begun = append(begun, s.beginLookup(now, reader, items[i]))
			default:
				ready = append(ready, items[i])
			}
		}
		return nil
	}
	if s.Read(now, prepare) != nil {
		return items
	}
	if len(begun) == 0 {
		return ready
	}
	patience := time.NewTimer(lookPatience)
	defer patience.Stop()
	for _, r := range begun {
		select {
		case <-r.done:
		case <-patience.C:
			patience.Reset(0)
		}
		if r := s.takeLookup(r.item); r != nil {
			ready = append(ready, r.item)
		}
	}
	return ready
}

// prepared is Prepare. What panics is handled as what writes is, where a panic
// sets it aside.
func prepared(reader Reader, tx *Snapshot, item *Item) (reads bool) {
	defer func() {
		if recover() != nil {
			item.Prepared, reads = nil, false
		}
	}()
	return reader.Prepare(tx, item)
}

// beginLookup has an answer read.
func (s *Store) beginLookup(now time.Time, reader Reader, item Item) *lookup {
	r := &lookup{item, make(chan struct{})}
	s.mu.Lock()
	s.lookups[item.From] = r
	s.mu.Unlock()
	s.lookers.Go(func() {
		s.looking <- struct{}{}
		defer func() {
			<-s.looking
			if recover() != nil { // it will be met again by Handle
				r.item.Prepared = nil
			}
			close(r.done)
			wake(s.looked)
		}()
		_ = s.Read(now, func(tx *Snapshot) error {
			reader.Answer(tx, &r.item)
			return nil
		})
	})
	return r
}

// takeLookup hands over what was read for an item; nil if nothing was, or not
// yet. One for an item that is there no more is forgotten.
func (s *Store) takeLookup(item Item) *lookup {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.lookups[item.From]
	if r == nil {
		return nil
	}
	select {
	case <-r.done:
	default:
		return nil
	}
	delete(s.lookups, item.From)
	if r.item.ID != item.ID {
		return nil
	}
	r.item.Seq = item.Seq
	return r
}

// isLookedUp reports whether the answer to an item is not read yet.
func (s *Store) isLookedUp(item Item) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.lookups[item.From]
	if r == nil || r.item.ID != item.ID {
		return false
	}
	select {
	case <-r.done:
		return false
	default:
		return true
	}
}

// awaitNews waits until something was read, or came into the inbox.
func (s *Store) awaitNews() {
	select {
	case <-s.looked:
	case <-s.inbox:
	}
}

// atOnce are the updates that can be handled as they come in, by id, with what h
// prepared: the first of each person of whom nothing waits, and what is nobody's.
func (s *Store) atOnce(now time.Time, h Handler, updates []Incoming) map[int64]any {
	var items []Item
	known, met := map[int64]any{}, map[int64]bool{}
	err := s.Read(now, func(tx *Snapshot) error {
		for _, u := range updates {
			if tx.has(bucketSeen, key(u.ID)) {
				continue
			}
			if !met[u.From] && !tx.waits(u.From) && !s.readsFor(u.From) {
				items = append(items, Item{Seq: math.MaxInt64, ID: u.ID, From: u.From, Raw: u.Raw, At: now})
			}
			met[u.From] = u.From != 0
		}
		return nil
	})
	if err != nil {
		return known
	}
	for _, item := range s.prepare(now, h, items) {
		known[item.ID] = item.Prepared
	}
	return known
}

// readsFor reports whether an answer is being read for a person, or was and is
// not written yet.
func (s *Store) readsFor(from int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lookups[from] != nil
}
