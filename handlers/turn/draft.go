package turn

import (
	"errors"

	"guongsang/internal/report"
	"guongsang/storage"
)

// Opened is the draft that is open in this conversation.
func (t *Turn) Opened() (d report.Draft, ok bool, err error) {
	if t.Talk.Draft == 0 {
		return d, false, nil
	}
	d, err = t.Tx.Draft(t.Talk.Draft)
	if errors.Is(err, storage.ErrNotFound) {
		return d, false, nil
	}
	ok = err == nil && t.Owns(d)
	d.Changed = t.Tx.Now.In(t.Rules.Zone)
	return d, ok, err
}

// Owns reports whether the member may write the draft.
func (t *Turn) Owns(d report.Draft) bool {
	return d.By == t.Member.ID && d.Sent == "" && (t.Member.Serves(d.Unit) || d.OnBehalf != "" && t.Member.Agency())
}
