package handlers

import (
	"fmt"
	"testing"
	"time"

	"guongsang/handlers/card"
	"guongsang/internal/report"
)

// A card has at most six buttons, whatever became of the example, and all that can be
// done is on it or one step behind it, once.
func TestCardsFit(t *testing.T) {
	now := time.Date(2026, 11, 9, 8, 0, 0, 0, time.UTC)
	mark := report.Mark{By: 7, At: now}
	photo := []report.Media{{Kind: "photo", Unique: "a"}}
	for _, r := range []report.Review{report.Received, report.Returned, report.Accepted, report.Selected, report.Published, report.Retracted, report.Withdrawn} {
		for _, version := range []int{1, 2} {
			for _, media := range [][]report.Media{nil, photo} {
				for _, verdict := range []bool{false, true} {
					e := report.Example{Number: "G-2026-0001", Version: version, Review: r, Ruled: 7, RuleAt: now, Content: report.Content{Media: media}}
					h := report.Handling{Undo: report.Undo{Ruling: 1, RuledAt: now}, Forwarded: mark}
					seen := card.Seen{By: 7, At: now, Verdict: verdict}
					where := fmt.Sprintf("%s, version %d, %d photos, verdict %t", r, version, len(media), verdict)
					first, more := flat(card.Buttons(e, h, seen)), flat(card.MoreButtons(e, h, seen))
					if len(first) > fitting || len(more) > fitting {
						t.Errorf("%s: %d and %d buttons", where, len(first), len(more))
					}
					known := map[string]bool{}
					for _, b := range append(first, more...) {
						// What the undo pushed off the card stands behind it too, once that is past.
						if known[b.Do.String()] && len(more) > 1 && h.MayUndo(e, seen.By, seen.At) {
							t.Errorf("%s: %s twice", where, b.Label)
						}
						known[b.Do.String()] = true
					}
				}
			}
		}
	}
}
