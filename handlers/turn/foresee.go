package turn

import (
	"slices"
	"sync/atomic"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// A Foresight is what is read of an open draft before the turn that needs it, beside all
// else: nothing is looked at but the draft. The turn looks whether it is still so.
type Foresight struct {
	id     uint64
	stored records.StoredDraft
	then   func(report.Draft) any

	begun    atomic.Bool // by whoever comes first: Read, or the turn, which then does without
	done     atomic.Bool // what follows was read
	draft    report.Draft
	foreseen any
}

// Foresee takes up what is needed to read the open draft ahead; nil: none is open. What
// then gives for it will be Foreseen in the turn; then may be nil.
func (t *Reading) Foresee(then func(report.Draft) any) *Foresight {
	if t.Talk.Draft == 0 {
		return nil
	}
	a := &Foresight{id: t.Talk.Draft, stored: t.Tx.StoredDraft(t.Talk.Draft)}
	if now := t.Tx.Now.In(t.Rules.Zone); then != nil {
		a.then = func(d report.Draft) any {
			d.Changed = now
			return then(d)
		}
	}
	return a
}

// Read reads it, unless its turn has come.
func (a *Foresight) Read() {
	if a.begun.Swap(true) {
		return
	}
	if a.stored.Read(a.id, &a.draft) != nil {
		return // the turn will say so
	}
	if d := a.draft; a.then != nil {
		// What is changed in place is the reader's own.
		d.Asked, d.Content.Groups, d.Content.Media = slices.Clone(d.Asked), slices.Clone(d.Content.Groups), slices.Clone(d.Content.Media)
		a.foreseen = a.then(d)
	}
	a.done.Store(true)
}

// drafted is the draft with that id: as it was read ahead, if that is done and it is as
// it was. Nobody waits for what is being read.
func (t *Reading) drafted(id uint64) (report.Draft, error) {
	a := t.Foresight
	if a == nil || a.id != id {
		return t.Tx.Draft(id)
	}
	t.Foresight = nil // once: who has it may write to it
	if a.begun.Store(true); !a.done.Load() || a.stored != t.Tx.StoredDraft(id) {
		return t.Tx.Draft(id)
	}
	t.Foreseen = a.foreseen
	return a.draft, nil
}
