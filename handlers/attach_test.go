package handlers

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// heldBy lists the files of all drafts of Lan, by what the draft amends.
func (h *house) heldBy() map[string][]string {
	held := map[string][]string{}
	h.look(func(tx *storage.Snapshot) error {
		drafts, err := tx.Drafts(h.id("Lan"))
		for _, d := range drafts {
			for _, m := range d.Content.Media {
				held[d.Amends] = append(held[d.Amends], m.Unique)
			}
		}
		return err
	})
	return held
}

// Files that came alone are moved into what was just sent as far as there is room
// for them; the others stay in their draft, and their sender is told.
func TestFilesWithoutRoomStayInTheirDraft(t *testing.T) {
	for _, test := range []struct {
		held, come  int // documents
		photos      int // that come beside them
		moved, left int
	}{
		{held: 10, come: 3, moved: 0, left: 3},
		{held: 8, come: 3, moved: 2, left: 1},
		{held: 10, come: 2, photos: 1, moved: 1, left: 2},
		{held: 2, come: 3, moved: 3, left: 0},
	} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month quarter")
		lan := h.member("Lan", "focal PT001")
		var sent []report.Media
		for i := range test.held {
			sent = append(sent, report.Media{Kind: "document", FileID: "F", Unique: fmt.Sprint("sent", i), Name: "a.pdf", Size: 1})
		}
		h.change(func(tx *storage.Tx) error {
			_, err := tx.NewExample(report.Example{
				Unit: "PT001", By: lan, Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received, Sent: h.now, Received: h.now,
				Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Place: "bản Nà Cúng", Title: "Cứu ba em nhỏ", Summary: "Việc tốt.", Media: sent},
			})
			return err
		})
		for i := range test.come + test.photos {
			f := chat.File{Kind: chat.Document, ID: "F", Name: "b.pdf", Unique: fmt.Sprint("come", i), Size: 1}
			if i >= test.come {
				f.Kind, f.Name = chat.Photo, ""
			}
			h.do(lan, chat.Event{Kind: chat.Said, Files: []chat.File{f}})
			h.now = h.now.Add(10 * time.Second)
		}
		h.press("Lan", "Thêm vào G-2026-0001 vừa gửi", true)
		held := h.heldBy()
		if all := len(held[""]) + len(held["G-2026-0001"]); all != test.come+test.photos && test.moved == 0 || len(held[""]) != test.left {
			t.Errorf("%+v: %q", test, held)
		}
		if test.moved > 0 && len(held["G-2026-0001"]) != test.held+test.moved {
			t.Errorf("%+v: moved into %q", test, held)
		}
		said := h.last("Lan")
		if told := strings.Contains(said.Text, fmt.Sprintf("%d tệp còn lại", test.left)); told != (test.left > 0) {
			t.Errorf("%+v: told %q", test, said.Text)
		}
		if test.left == 0 {
			continue
		}
		leads := slices.ContainsFunc(flat(said.Buttons), func(b chat.Button) bool { return b.Do.Verb == "d.resume" })
		if !leads {
			t.Errorf("%+v: nothing leads to the files that are left: %v", test, said.Buttons)
		}
	}
}
