package records

import (
	"bytes"
	"sync"

	"guongsang/internal/likeness"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Who has seen the whole of a draft sends it next, and the same is looked for again.
// So a look for what is like a draft is kept for a while, and goes on with what was
// sent since. That is enough as long as nothing else changed among the traits, which
// their bucket counts (countChange).

// keptLooks is how many looks are kept: as many as there may be people who are about
// to send. Each takes 2 KB, or up to 20 where many texts are alike.
const keptLooks = 128

// A look is one look for what is like some traits.
type look struct {
	traits  likeness.Traits
	search  *likeness.Search
	made    int    // the transaction that it saw, or a later one
	changes uint64 // of what lay there already, by then
	first   []byte // the keys between which it looked; nil: there were none
	last    []byte
}

func newLook(tx *Snapshot, traits likeness.Traits, first []byte) *look {
	return &look{traits: traits, search: likeness.NewSearch(traits), changes: changesOfTraits(tx), first: bytes.Clone(first)}
}

// goesOn reports whether all that it looked at is still what a transaction sees
// there, beginning with that key.
func (l *look) goesOn(tx *Snapshot, first []byte) bool {
	return tx.look.ID() >= l.made && changesOfTraits(tx) == l.changes && l.last != nil && bytes.Equal(first, l.first)
}

// keepLook keeps a look for whoever looks for the same next. What a change saw of
// itself is true for others only when it is committed.
func (tx *Snapshot) keepLook(l *look) {
	if !l.search.Keep() {
		return
	}
	l.made = tx.look.ID()
	if tx.look.CanWrite() {
		tx.own.looks = append(tx.own.looks, l)
	} else {
		tx.kept.looks.put(l)
	}
}

// countChange counts what is changed among the traits, unless they are put behind all
// others.
func (tx *Tx) countChange(key []byte) error {
	if k, _ := kv.CursorOf(tx, layout.BucketTraits).Seek(key); k == nil {
		return nil
	}
	_, err := kv.Next(tx, layout.BucketTraits)
	return err
}

func changesOfTraits(tx *Snapshot) uint64 { return kv.Sequence(tx, layout.BucketTraits) }

// looks are the looks that are kept; the oldest goes first.
type looks struct {
	mu   sync.Mutex
	all  [keptLooks]*look
	next int
}

func (k *looks) put(l *look) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.all[k.next] = l
	k.next = (k.next + 1) % keptLooks
}

// take hands over the look for some traits, which nobody else gets then; nil: there
// is none.
func (k *looks) take(traits likeness.Traits) *look {
	k.mu.Lock()
	defer k.mu.Unlock()
	for i, l := range k.all {
		if l != nil && bytes.Equal(l.traits, traits) {
			k.all[i] = nil
			return l
		}
	}
	return nil
}
