package enrol

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// leaveDrafts offers the open drafts of somebody, whose post at a unit ended or became a
// deputy's, to the others there.
func leaveDrafts(t *turn.Turn, m report.Member, unit string) error {
	all, err := t.Tx.Drafts(m.ID)
	if err != nil {
		return err
	}
	for _, d := range all {
		if d.Unit != unit || d.OnBehalf != "" || form.Blank(d) {
			continue
		}
		if err := t.Tx.LeaveDraft(d); err != nil {
			return err
		}
	}
	people, err := t.PeopleOf(unit)
	for i, h := range people {
		again := slices.ContainsFunc(people[:i], func(o turn.Held) bool { return o.Member.ID == h.Member.ID })
		if again || h.Member.ID == m.ID || h.Post.Role != report.Focal || h.Member.ID == t.Member.ID {
			continue
		}
		offer, ok, err := draftsOffer(t, unit, h.Member.ID)
		if err != nil {
			return err
		}
		if ok {
			if err := t.Tell(h.Member, turn.Focal, unit, offer); err != nil {
				return err
			}
		}
	}
	return err
}

// offerDrafts offers to whoever has just come to a unit what others left there.
func offerDrafts(t *turn.Turn, p report.Post) error {
	if p.Role != report.Focal {
		return nil
	}
	offer, ok, err := draftsOffer(t, p.Unit, t.Member.ID)
	if err != nil || !ok {
		return err
	}
	return t.Say(offer)
}

// draftsOffer is the message that offers drafts, if there are any.
func draftsOffer(t *turn.Turn, unit string, to int64) (m chat.Message, ok bool, err error) {
	left, err := t.Tx.DraftsLeft(unit)
	left = slices.DeleteFunc(left, func(d report.Draft) bool { return d.By == to })
	if err != nil || len(left) == 0 {
		return m, false, err
	}
	name := t.NameAndCode(unit)
	if writer, err := t.Tx.Member(left[0].By); err == nil {
		name = writer.Name
	}
	var buttons []chat.Button
	for _, d := range left[:min(len(left), turn.Listed)] {
		buttons = append(buttons, turn.Button(texts.LabelDraftLeft(texts.DraftName(d)), turn.VerbTakeDraft, d.ID))
	}
	return chat.Message{Text: texts.DraftsLeft(name, t.NameAndCode(unit), len(left)), Buttons: turn.Column(buttons...)}, true, nil
}
