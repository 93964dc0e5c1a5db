package handlers

import (
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// farSighted is a desk to which everything is read ahead that can be.
type farSighted struct{ *Desk }

func (d farSighted) Prepare(tx *storage.Snapshot, item *storage.Item) (reads bool) {
	reads = d.Desk.Prepare(tx, item)
	if known, ok := item.Prepared.(*prepared); ok && known.foresight != nil {
		known.foresight.Read()
	}
	return reads
}

// What was read ahead of an answer is taken as long as the draft and the text are as
// they were; else the answer is read in the draft as it is.
func TestWhatWasReadAheadIsTakenIfItIsStillSo(t *testing.T) {
	for name, test := range map[string]struct {
		meanwhile func(*report.Draft, *chat.Event)
		want      report.Content
	}{
		"nothing happened":   {nil, report.Content{Name: "Lò Thị Mai"}},
		"the draft was told": {func(d *report.Draft, _ *chat.Event) { d.Content.Place = "bản Huổi Luông" }, report.Content{Name: "Lò Thị Mai", Place: "bản Huổi Luông"}},
		"another step":       {func(d *report.Draft, _ *chat.Event) { d.Step = "title" }, report.Content{}},
		"another text":       {func(_ *report.Draft, ev *chat.Event) { ev.Text = "Vàng A Tủa" }, report.Content{Name: "Vàng A Tủa"}},
	} {
		h := officeWith(t)
		h.play("> Lan: Giới thiệu gương")
		for range 2 { // category and object
			h.play("> Lan: 1")
		}
		item, _ := h.readFor("Lan", saying("Lò Thị Mai"), 9_001)
		known := item.Prepared.(*prepared)
		known.foresight.Read()
		var got report.Draft
		h.change(func(tx *storage.Tx) (err error) {
			if got, err = tx.Draft(known.talk.Draft); err != nil || got.Step != "name" {
				t.Fatalf("%s: the draft asks for %q: %v", name, got.Step, err)
			}
			if test.meanwhile == nil {
				return nil
			}
			test.meanwhile(&got, &known.event)
			return tx.JoinDraft(got)
		})
		h.change(func(tx *storage.Tx) error { return h.desk.Handle(tx, item) })
		h.look(func(tx *storage.Snapshot) (err error) {
			got, err = tx.Draft(got.ID)
			return err
		})
		if got.Content.Name != test.want.Name || got.Content.Place != test.want.Place {
			t.Errorf("%s: the draft became %+v", name, got.Content)
		}
	}
}
