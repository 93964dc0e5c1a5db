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
	// Prepare finds what an item asks for, at little cost, and reports whether that can
	// be answered by reading, or needs something that is better read before.
	Prepare(*Snapshot, *Item) (reads bool)
	// Answer reads the answer, however long that takes, and leaves it with what
	// Prepare left in the item. Handle writes it, or answers anew if it must.
	Answer(*Snapshot, *Item)
}

// A lookup is an answer that is being read.
type lookup struct {
	of   Item
	item Item          // with what was read; to be looked at when that is done
	done chan struct{} // closed then
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
	err := s.View(now, func(tx *Snapshot) error {
		ready, begun = s.begin(tx, reader, items)
		return nil
	})
	if err != nil {
		return items
	}
	return append(ready, s.await(begun)...)
}

// begin prepares items, and has the answers read to those that only read.
func (s *Store) begin(tx *Snapshot, reader Reader, items []Item) (ready []Item, begun []*lookup) {
	for _, item := range items {
		if r := s.takeLookup(item); r != nil {
			ready = append(ready, r.item)
		} else if prepared(reader, tx, &item) && item.From != 0 { // lookups are kept by person
			begun = append(begun, s.beginLookup(tx.Now, reader, item))
		} else {
			ready = append(ready, item)
		}
	}
	return ready, begun
}

// await waits a little for answers that are being read, and gives the items of
// which they are.
func (s *Store) await(begun []*lookup) (read []Item) {
	if len(begun) == 0 {
		return nil
	}
	patience := time.NewTimer(lookPatience)
	for _, r := range begun {
		select {
		case <-r.done:
		case <-patience.C:
			patience.Reset(0)
		}
		if r := s.takeLookup(r.of); r != nil {
			read = append(read, r.item)
		}
	}
	return read
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
	r := &lookup{of: item, item: item, done: make(chan struct{})}
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
		_ = s.View(now, func(tx *Snapshot) error {
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
	if r.of.ID != item.ID {
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
	if r == nil || r.of.ID != item.ID {
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
	var ready []Item
	var begun []*lookup
	_ = s.View(now, func(tx *Snapshot) error { // what is not known waits in the inbox
		ready = s.firsts(tx, updates)
		if reader, ok := h.(Reader); ok {
			ready, begun = s.begin(tx, reader, ready)
		}
		return nil
	})
	known := map[int64]any{}
	for _, item := range append(ready, s.await(begun)...) {
		known[item.ID] = item.Prepared
	}
	return known
}

// firsts are the new updates that come first of those of whom nothing waits.
func (s *Store) firsts(tx *Snapshot, updates []Incoming) (items []Item) {
	met := map[int64]bool{}
	for _, u := range updates {
		if tx.seen(u) {
			continue
		}
		if !met[u.From] && !tx.waits(u.From) && !s.readsFor(u.From) {
			items = append(items, Item{Seq: math.MaxInt64, ID: u.ID, From: u.From, Raw: u.Raw, At: tx.Now, Decoded: u.Decoded})
		}
		met[u.From] = u.From != 0
	}
	return items
}

// readsFor reports whether an answer is being read for a person, or was and is
// not written yet.
func (s *Store) readsFor(from int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lookups[from] != nil
}
