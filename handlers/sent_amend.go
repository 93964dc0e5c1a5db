package handlers

import (
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbAmend = "s.amend" // number version

// amendSent opens a sent example to be changed: number, version.
func (t *turn) amendSent(do chat.Action) error { return t.reopen(do) }

// completeSent opens a returned example to be completed: number, version. The
// message that told of it stays as it is.
func (t *turn) completeSent(do chat.Action) error {
	t.keep()
	return t.reopen(do)
}

func (t *turn) reopen(do chat.Action) error {
	e, ok, err := t.ownExample(do.Arg(0), "")
	if err != nil {
		return err
	}
	if !ok {
		return t.stale()
	}
	if !e.Open() {
		return t.showExample(e, t.Office.TakenUp(e))
	}
	if do.Arg(1) != strconv.Itoa(e.Version) {
		return t.showExample(e, texts.NewerVersion(e.Version))
	}
	return t.openExample(e)
}

// openExample opens a sent or returned example as a draft that will be its
// next version. One that was begun already goes on.
func (t *turn) openExample(e report.Example) error {
	drafts, err := t.tx.Drafts(t.member.ID)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if d.Amends == e.Number && t.owns(d) {
			d.Changed = t.tx.Now.In(t.Rules.Zone)
			return t.goOn(d, t.Office.Reopened(e))
		}
	}
	d := report.Draft{Unit: e.Unit, Period: e.Periods[0], Amends: e.Number, Base: e.Version, Content: e.Content, Asked: []string{"child", "guardian"}}
	if d, err = t.writeDraft(d); err != nil {
		return err
	}
	return t.goOn(d, t.Office.Reopened(e))
}
