package handlers

import (
	"slices"
	"testing"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/clerk"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Handlers and clerk stand side by side, so the names of the documents are
// written twice.
func TestPapersAreThoseOfTheClerk(t *testing.T) {
	ours := []string{turn.PaperReport, turn.PaperUrge, turn.PaperLetter, turn.PaperWorkbook, turn.PaperSummary, turn.PaperBoard, turn.PaperChart, turn.PaperCard, turn.PaperSquare, turn.PaperPackage}
	theirs := []string{clerk.Report, clerk.Urge, clerk.Letter, clerk.Workbook, clerk.Summary, clerk.Board, clerk.Chart, clerk.Card, clerk.Square, clerk.Package}
	errands, done := []string{turn.SheetOfInvites, turn.Extended, turn.Revoke, turn.Units, turn.SheetOfBlock}, []string{clerk.Invites, clerk.Extended, clerk.Revoke, clerk.Units, clerk.InvitesOf}
	if !slices.Equal(ours, theirs) || !slices.Equal(errands, done) {
		t.Errorf("%q and %q here, %q and %q there", ours, errands, theirs, done)
	}
	for _, kind := range ours {
		if texts.PaperName(kind) == "" {
			t.Errorf("%s has no name", kind)
		}
	}
}

// Each asking has a key of its own, even within one second.
func TestEachAskingIsAnother(t *testing.T) {
	h := officeWith(t)
	keys := map[string]bool{}
	for range 3 {
		h.do(h.id("Hạnh"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: "paper:report:2026-11"}})
		h.look(func(tx *storage.Snapshot) error {
			all, err := tx.Jobs()
			if len(all) != 1 {
				t.Fatalf("%d jobs", len(all))
			}
			keys[all[0].Key] = true
			return err
		})
		h.made()
	}
	if len(keys) != 3 {
		t.Errorf("keys %v", keys)
	}
}
