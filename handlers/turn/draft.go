package turn

import (
	"errors"
	"strconv"

	"guongsang/internal/report"
	"guongsang/storage"
)

// Opened is the draft that is open in this conversation.
func (t *Reading) Opened() (d report.Draft, ok bool, err error) {
	if t.Talk.Draft == 0 {
		return d, false, nil
	}
	d, err = t.Tx.Draft(t.Talk.Draft)
	if errors.Is(err, storage.ErrNotFound) {
		return d, false, nil
	}
	ok = t.Owns(d)
	d.Changed = t.Tx.Now.In(t.Rules.Zone)
	return d, ok, err
}

// Owns reports whether the member may write the draft. One on behalf of a unit
// says when it came: that is the agency's to say, whomever its writer serves.
func (t *Reading) Owns(d report.Draft) bool {
	if d.By != t.Member.ID || d.Sent != "" {
		return false
	}
	if d.OnBehalf != "" {
		return t.Member.Agency()
	}
	return t.Member.Represents(d.Unit) || d.Amends != "" && t.Speaks(d.Unit)
}

// AnyDraft is a draft that this member is writing.
var AnyDraft = NewKind("draft", func(t *Reading, part string) (d report.Draft, no Refusal) {
	id, _ := strconv.ParseUint(part, 10, 64) // 0 for what is no number; no draft has it
	d, err := t.Tx.Draft(id)
	switch {
	case err != nil:
		return d, found(err)
	case t.Owns(d):
		d.Changed = t.Tx.Now.In(t.Rules.Zone)
		return d, nil
	case d.By == t.Member.ID && d.Sent != "":
		return d, func(t *Turn) error { return t.Toast(t.Office.SentAlready(d.Sent, d.Changed)) }
	}
	t.Log.Warn("button of another's draft", "member", t.Member.ID, "draft", d.ID)
	return d, Stale
})

// Draft is a draft that this member is writing, in the version for which the
// button was made.
var Draft = Join(AnyDraft, Text("version"), func(_ *Reading, d report.Draft, version string) (report.Draft, Refusal) {
	if version != strconv.Itoa(d.Version) {
		return d, Stale
	}
	return d, nil
})
