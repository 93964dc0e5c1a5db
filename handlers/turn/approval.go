package turn

import (
	"strconv"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// An ApprovalBy says who has to approve before a unit sends.
type ApprovalBy string

// Who can be asked for.
const (
	NoApproval ApprovalBy = "none"
	ByHead     ApprovalBy = "head" // the unit's head, if there is one who can be reached
)

// A Submitted draft waits for a head of its unit.
type Submitted struct {
	Draft   report.Draft
	Request report.Request
}

// SubmittedDraft is a draft that waits for this member as a head of its unit, in the
// version that was asked about. What was taken back, changed or sent meanwhile is
// said to be so.
var SubmittedDraft = Join(NewKind("draft", readSubmitted), Text("version"), func(t *Reading, d report.Draft, version string) (s Submitted, no Refusal) {
	if d.Sent != "" {
		return s, func(t *Turn) error { return t.Toast(t.Office.SentAlready(d.Sent, d.Changed)) }
	}
	r, waits, err := t.Tx.Request(d)
	switch {
	case err != nil:
		return s, Failed(err)
	case !waits || version != strconv.Itoa(d.Version):
		return s, func(t *Turn) error { return t.Toast(texts.NotWaiting()) }
	}
	return Submitted{d, r}, nil
})

func readSubmitted(t *Reading, part string) (d report.Draft, no Refusal) {
	id, _ := strconv.ParseUint(part, 10, 64) // 0 for what is no number; no draft has it
	d, err := t.Tx.Draft(id)
	if err == nil && !t.may(d.Unit) {
		return d, Stale
	}
	return d, found(err)
}
