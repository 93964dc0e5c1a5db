package handlers

import (
	"errors"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// draft is the member's own draft, at the version for which a button was
// made; otherwise the button is stale.
func (t *turn) draft(id, version string) (d report.Draft, ok bool, err error) {
	n, _ := strconv.ParseUint(id, 10, 64)
	d, err = t.tx.Draft(n)
	if errors.Is(err, storage.ErrNotFound) {
		return d, false, nil
	}
	if err != nil {
		return d, false, err
	}
	mine := d.By == t.member.ID && (t.member.Serves(d.Unit) || t.member.Agency())
	return d, mine && strconv.Itoa(d.Version) == version, nil
}

// opened is the draft that is open in this conversation.
func (t *turn) opened() (d report.Draft, ok bool, err error) {
	if t.talk.Draft == 0 {
		return d, false, nil
	}
	d, err = t.tx.Draft(t.talk.Draft)
	if errors.Is(err, storage.ErrNotFound) {
		return d, false, nil
	}
	ok = err == nil && t.owns(d)
	d.Changed = t.tx.Now.In(t.Rules.Zone)
	return d, ok, err
}

// owns reports whether the member may write the draft.
func (t *turn) owns(d report.Draft) bool {
	return d.By == t.member.ID && d.Sent == "" && (t.serves(d.Unit) || d.OnBehalf != "" && t.member.Agency())
}

// held is the draft that a button was made for; if the button is past, that
// is answered here and ok is false.
func (t *turn) held(do chat.Action) (d report.Draft, ok bool, err error) {
	d, ok, err = t.draft(do.Arg(0), do.Arg(1))
	if err != nil {
		return d, false, err
	}
	if !ok || !t.owns(d) {
		return d, false, t.past(d)
	}
	d.Changed = t.tx.Now.In(t.Rules.Zone)
	return d, true, nil
}

// past answers a button of a draft that was sent, has moved on, was thrown
// away, or is somebody else's.
func (t *turn) past(d report.Draft) error {
	if d.ID != 0 && d.By != t.member.ID {
		t.Log.Warn("button of another's draft", "member", t.member.ID, "draft", d.ID)
		return t.stale()
	}
	if d.Sent != "" {
		return t.toast(t.Office.SentAlready(d.Sent, d.Changed))
	}
	return t.stale()
}
