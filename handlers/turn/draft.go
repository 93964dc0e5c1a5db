package turn

import (
	"errors"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// draft is the member's own draft, at the version for which a button was
// made; otherwise the button is stale.
func (t *Turn) draft(id, version string) (d report.Draft, ok bool, err error) {
	n, _ := strconv.ParseUint(id, 10, 64)
	d, err = t.Tx.Draft(n)
	if errors.Is(err, storage.ErrNotFound) {
		return d, false, nil
	}
	if err != nil {
		return d, false, err
	}
	mine := d.By == t.Member.ID && (t.Member.Serves(d.Unit) || t.Member.Agency())
	return d, mine && strconv.Itoa(d.Version) == version, nil
}

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
	return d.By == t.Member.ID && d.Sent == "" && (t.Serves(d.Unit) || d.OnBehalf != "" && t.Member.Agency())
}

// Held is the draft that a button was made for; if the button is past, that
// is answered here and ok is false.
func (t *Turn) Held(do chat.Action) (d report.Draft, ok bool, err error) {
	d, ok, err = t.draft(do.Arg(0), do.Arg(1))
	if err != nil {
		return d, false, err
	}
	if !ok || !t.Owns(d) {
		return d, false, t.Past(d)
	}
	d.Changed = t.Tx.Now.In(t.Rules.Zone)
	return d, true, nil
}

// Past answers a button of a draft that was sent, has moved on, was thrown
// away, or is somebody else's.
func (t *Turn) Past(d report.Draft) error {
	if d.ID != 0 && d.By != t.Member.ID {
		t.Log.Warn("button of another's draft", "member", t.Member.ID, "draft", d.ID)
		return t.Stale()
	}
	if d.Sent != "" {
		return t.Toast(t.Office.SentAlready(d.Sent, d.Changed))
	}
	return t.Stale()
}
