package handlers

import (
	"testing"

	"guongsang/internal/report"
	"guongsang/storage"
)

// Whoever links a request to another record while somebody is asked whether to erase what
// it was about: nothing is erased that was not shown; nor while it is being erased.
func TestNothingIsErasedUnseen(t *testing.T) {
	for shown, presses := range map[string][]string{
		"before the first question":  {"rgcut2:1:G-2026-0001", "rgcutok:1:G-2026-0001"},
		"before the second question": {"rgcutok:1:G-2026-0001"},
	} {
		t.Run(shown, func(t *testing.T) {
			h := waitingHouse(t, 2, func(int) bool { return false })
			h.member("Quân", "admin")
			h.change(func(tx *storage.Tx) error {
				_, err := tx.NewDataRequest(report.DataRequest{Right: report.ToErase, Example: chosenNumber, Name: "Lò Thị Ánh"})
				return err
			})
			h.pressing("Quân", "rgcut:1")
			if len(presses) == 1 {
				h.pressing("Quân", "rgcut2:1:G-2026-0001")
			}
			h.pressing("Hạnh", "rglink:1")
			h.say("Hạnh", "G-2026-0002")
			h.pressing("Hạnh", "rgto:1:G-2026-0002")
			for _, press := range presses {
				h.pressing("Quân", press)
			}
			for _, number := range []string{"G-2026-0001", "G-2026-0002"} {
				if e := h.example(number); !e.Erased.IsZero() {
					t.Errorf("%s is erased", number)
				}
			}
		})
	}
	t.Run("while it is erased", func(t *testing.T) {
		h := waitingHouse(t, 2, func(int) bool { return false })
		h.change(func(tx *storage.Tx) error {
			_, err := tx.NewDataRequest(report.DataRequest{
				Right: report.ToErase, Example: chosenNumber, Name: "Lò Thị Ánh",
			})
			return err
		})
		h.pressing("Hạnh", "rglink:1")
		h.change(func(tx *storage.Tx) error {
			q, err := tx.DataRequest(1)
			if err != nil {
				return err
			}
			q.Ordered = report.Mark{By: h.id("Hạnh"), At: h.now}
			return tx.PutDataRequest(q)
		})
		h.say("Hạnh", "G-2026-0002")
		h.pressing("Hạnh", "rgto:1:G-2026-0002")
		h.look(func(tx *storage.Snapshot) error {
			q, err := tx.DataRequest(1)
			if q.Example != chosenNumber {
				t.Errorf("what is erased is %s now", q.Example)
			}
			return err
		})
	})
}
