package handlers

import (
	"strings"
	"testing"

	"guongsang/storage"
)

// An answer reads the draft once and writes it once, however often it is asked what stands
// in it: of a text that is there already no more copies are made than one reading and one
// writing make.
func TestAnAnswerReadsTheDraftOnce(t *testing.T) {
	const length, copies = 9_000, 6
	cost := func(results string) (least uint64) {
		for range 4 {
			h := newHouse(t)
			for _, line := range []string{
				"+ unit PT001 | Trường Hoa Ban | month", "+ member Lan | focal PT001",
				"> Lan: Gửi gương", "> Lan: 2", "> Lan: 1", "> Lan: Lò Văn Ánh",
			} {
				h.play(line)
			}
			h.change(func(tx *storage.Tx) error {
				d, err := tx.Draft(1)
				d.Content.Results = results
				if err == nil {
					err = tx.JoinDraft(d)
				}
				return err
			})
			one := allocated(1, func(int) { h.say("Lan", "bản Nà Cúng") })
			if least == 0 || one < least {
				least = one
			}
			if d, _ := h.draftOne(); d.Content.Place == "" || d.Content.Results != results {
				t.Fatal("the place was not taken")
			}
		}
		return least
	}
	short, long := cost("1"), cost(strings.Repeat("1", length))
	if long > short+copies*length {
		t.Errorf("an answer beside %d bytes more allocates %d more", length, long-short)
	}
}
