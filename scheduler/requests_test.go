package scheduler

import (
	"encoding/json"
	"fmt"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// submitted lets a draft of PT1 wait for the unit's head.
func (h *house) submitted(when string) (d report.Draft) {
	h.t.Helper()
	h.update(at(h.t, when), func(tx *storage.Tx) (err error) {
		if d, err = tx.NewDraft(report.Draft{By: 1, Unit: "PT1", Content: report.Content{Name: "Lò Văn Pản"}}); err != nil {
			return err
		}
		d, err = tx.Submit(d, november, tx.Now)
		return err
	})
	return d
}

// Of what waits for the head the head is reminded, and no focal point; after two
// working days the officers see it. Taken back it is the focal point's again.
func TestWaitingForTheHead(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	d := h.submitted("2026-11-12 09:00")
	waits := func(step string, member int) string {
		return fmt.Sprintf("remind/month/2026-11//approve/%d/%d/%s/PT1/%d", d.ID, d.Version, step, member)
	}
	h.want(h.look("2026-11-13 08:00"), waits("1", 3)+" "+first4)
	h.want(h.look("2026-11-13 08:00"), "")
	h.want(h.look("2026-11-16 08:00"), waits("2", 3)+" "+waits("agency", 6))
	h.update(at(t, "2026-11-16 09:00"), func(tx *storage.Tx) error { _, err := tx.PutDraft(d); return err })
	h.want(h.look("2026-11-18 08:00"), "remind/month/2026-11/2026-11-20/-2/PT1/1 remind/month/2026-11/2026-11-20/-2/PT2/4")
}

// A reminder of what waits stays in the house when it was taken back before it left.
func TestReminderOfWhatWaitsNoMore(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	d := h.submitted("2026-11-12 09:00")
	now := at(t, "2026-11-13 08:00")
	h.Tick(now)
	h.update(now, func(tx *storage.Tx) error { _, err := tx.PutDraft(d); return err })
	h.want(keys(h.send(now)), first4)
}

// What waits for a head who cannot be reached any more is sent on, in the name of an
// officer.
func TestHeadIsGone(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	var asked []string
	h.Encode = func(e chat.Event) (json.RawMessage, error) {
		asked = append(asked, fmt.Sprint(e.From.ID, " ", e.Text))
		return json.Marshal(e)
	}
	d := h.submitted("2026-11-12 09:00")
	if h.Tick(at(t, "2026-11-12 09:10")); len(asked) != 0 {
		t.Errorf("with a head: %q", asked)
	}
	h.update(at(t, "2026-11-12 09:20"), func(tx *storage.Tx) error { return tx.MarkGone(3, "blocked the bot") })
	h.Tick(at(t, "2026-11-12 09:30"))
	if want := fmt.Sprintf("6 %s%d:%d", chat.NoHead, d.ID, d.Version); len(asked) != 1 || asked[0] != want {
		t.Errorf("without: %q, want %q", asked, want)
	}
}
