package unit

import (
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbAmend = "s.amend" // number version

// amendSent opens a sent example to be changed: number, version.
func amendSent(t *turn.Turn, do chat.Action) error { return reopen(t, do) }

// completeSent opens a returned example to be completed: number, version. The
// message that told of it stays as it is.
func completeSent(t *turn.Turn, do chat.Action) error {
	t.Keep()
	return reopen(t, do)
}

func reopen(t *turn.Turn, do chat.Action) error {
	e, ok, err := ownExample(t, do.Arg(0), "")
	if err != nil {
		return err
	}
	if !ok {
		return t.Stale()
	}
	if !e.Open() {
		return showExample(t, e, t.Office.TakenUp(e))
	}
	if do.Arg(1) != strconv.Itoa(e.Version) {
		return showExample(t, e, texts.NewerVersion(e.Version))
	}
	return openExample(t, e)
}

// openExample opens a sent or returned example as a draft that will be its
// next version. One that was begun already goes on.
func openExample(t *turn.Turn, e report.Example) error {
	drafts, err := t.Tx.Drafts(t.Member.ID)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if d.Amends == e.Number && t.Owns(d) {
			d.Changed = t.Tx.Now.In(t.Rules.Zone)
			return goOn(t, d, t.Office.Reopened(e))
		}
	}
	d := report.Draft{Unit: e.Unit, Period: e.Periods[0], Amends: e.Number, Base: e.Version, Content: e.Content, Asked: []string{"child", "guardian"}}
	if d, err = writeDraft(t, d); err != nil {
		return err
	}
	return goOn(t, d, t.Office.Reopened(e))
}
