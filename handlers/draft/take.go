package draft

import (
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// leftDraft is a draft that was left at a unit of this member, by somebody else.
var leftDraft = turn.NewKind("left", func(t *turn.Reading, id string) (d report.Draft, no turn.Refusal) {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return d, turn.Stale
	}
	d, err = t.Tx.Draft(n)
	if err != nil || !t.Tx.IsLeft(d) || d.By == t.Member.ID || !t.Member.Serves(d.Unit) {
		return d, turn.Stale
	}
	return d, nil
})

// take takes a draft over as it is. Whoever began it cannot write or send it any more.
func take(t *turn.Turn, d report.Draft) error {
	before := d.By
	d, err := t.Tx.TakeDraft(d, t.Member.ID)
	if err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.DraftTakenOver, report.Ref{Member: before, Unit: d.Unit}); err != nil {
		return err
	}
	title := texts.DraftName(d)
	if m, err := t.Tx.Member(before); err == nil {
		if err := t.TellAccount(m.ID, texts.DraftTakenFrom(t.Member.Name, title)); err != nil {
			return err
		}
	}
	return t.Show(chat.Message{Text: texts.DraftTaken(title), Buttons: turn.Column(turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))})
}
