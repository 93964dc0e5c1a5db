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

// A stranger who says the number of a record after an officer has linked the request, or
// while it is being erased, does not change what it is about.
func TestStrangerChangesNothingLinked(t *testing.T) {
	for name, q := range map[string]report.DataRequest{
		"linked to an account": {Member: 900},
		"being erased":         {Ordered: report.Mark{By: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			h := waitingHouse(t, 2, func(int) bool { return false })
			h.change(func(tx *storage.Tx) error {
				q.Right, q.From, q.Name, q.Asking, q.Text = report.ToErase, h.id("Lạ"), "Lạ", 1, "Xin xóa dữ liệu của tôi"
				if q.Ordered.By != 0 {
					q.Ordered.At = h.now
				}
				_, err := tx.NewDataRequest(q)
				return err
			})
			h.say("Lạ", "Bài đó là G-2026-0002, số 0912 345 678")
			h.look(func(tx *storage.Snapshot) error {
				kept, err := tx.DataRequest(1)
				if kept.Example != "" || kept.Member != q.Member {
					t.Errorf("it is about %q and %d now", kept.Example, kept.Member)
				}
				if kept.Asking != 0 {
					t.Errorf("the answer was not added: %+v", kept)
				}
				return err
			})
		})
	}
}
