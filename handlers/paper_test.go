package handlers

import (
	"slices"
	"testing"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/clerk"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Handlers and clerk stand side by side, so the names of the documents are
// written twice.
func TestPapersAreThoseOfTheClerk(t *testing.T) {
	ours := []string{turn.PaperReport, turn.PaperUrge, turn.PaperLetter, turn.PaperWorkbook, turn.PaperSummary, turn.PaperBoard, turn.PaperChart, turn.PaperCard, turn.PaperSquare, turn.PaperPackage, turn.PaperAnnex, turn.PaperNominees, turn.PaperPress}
	theirs := []string{clerk.Report, clerk.Urge, clerk.Letter, clerk.Workbook, clerk.Summary, clerk.Board, clerk.Chart, clerk.Card, clerk.Square, clerk.Package, clerk.Annex, clerk.Nominees, clerk.Press}
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

// Leaders have what is for internal readers only where the agency lets them read so, and
// then it stands by its kind, as all of it is too much for one message.
func TestLeadersAsInternalReaders(t *testing.T) {
	h := officeWith(t)
	for _, c := range []struct {
		leaders privacy.Audience
		kinds   []string
	}{
		{privacy.Public, []string{"summary", "board", "chart", "report"}}, {"", []string{"summary", "board", "chart", "report"}},
		{privacy.Internal, []string{"nominees", "annex"}},
	} {
		internal := c.leaders == privacy.Internal
		h.desk.Options.Leaders = c.leaders
		h.say("Thủy", texts.WordSituation)
		h.press("Thủy", texts.ToPapers(), false)
		if internal {
			h.press("Thủy", texts.PaperGroup("lists"), false)
		}
		m := h.last("Thủy")
		want := []string{texts.LabelBack}
		for _, kind := range c.kinds {
			want = append(want, texts.PaperName(kind))
		}
		var got []string
		for _, b := range buttonsIn(m) {
			got = append(got, b.Label)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("leaders as %q have %q, want %q", c.leaders, got, want)
		}
		for _, kind := range []string{"annex", "nominees"} {
			if internal {
				h.say("Thủy", texts.WordSituation)
				h.press("Thủy", texts.ToPapers(), false)
				h.press("Thủy", texts.PaperGroup("lists"), false)
				h.press("Thủy", texts.PaperName(kind), false)
				h.press("Thủy", texts.LabelMakeInternal, false)
				continue
			}
			h.do(h.id("Thủy"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: "paperin:" + kind + ":2026-11"}})
		}
		h.look(func(tx *storage.Snapshot) error {
			jobs, err := tx.Jobs()
			if want := map[bool]int{true: 2}[internal]; len(jobs) != want {
				t.Errorf("leaders as %q have %d documents made, want %d", c.leaders, len(jobs), want)
			}
			return err
		})
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
