package handlers

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
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

// sentWith is a house in which Lan has just sent an example with an old photo.
func sentWith(t *testing.T, old report.Media) *house {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month quarter")
	lan := h.member("Lan", "focal PT001")
	h.change(func(tx *storage.Tx) error {
		_, err := tx.NewExample(report.Example{
			Unit: "PT001", By: lan, Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received, Sent: h.now, Received: h.now,
			Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Place: "bản Nà Cúng", Title: "Cứu ba em nhỏ", Summary: "Việc tốt.", Media: []report.Media{old}},
		})
		return err
	})
	return h
}

// What was written with files overwrites no caption: it goes to the first of those that
// came that has none, or into the summary.
func TestCaptionsAreNotOverwritten(t *testing.T) {
	const (
		first  = "Bà con trong bản cùng nhau dựng lại ngôi nhà mới cho gia đình bác Pản sau trận lũ vừa rồi"
		second = "Nhà mới của bác Pản"
	)
	old := report.Media{Kind: "photo", FileID: "F", Unique: "old", Caption: "Lễ trao quà"}
	for name, test := range map[string]struct {
		files    []chat.File
		captions []string
		kept     []string // of all files then
		summary  string
	}{
		"both with words": {
			[]chat.File{{Kind: chat.Photo, ID: "F", Unique: "new1"}, {Kind: chat.Photo, ID: "F", Unique: "new2"}},
			[]string{first, second}, []string{"Lễ trao quà", first, second}, "Việc tốt.",
		},
		"the second without": {
			[]chat.File{{Kind: chat.Photo, ID: "F", Unique: "new1"}, {Kind: chat.Photo, ID: "F", Unique: "new2"}},
			[]string{first, ""}, []string{"Lễ trao quà", first, ""}, "Việc tốt.",
		},
		"the last with words": {
			[]chat.File{{Kind: chat.Photo, ID: "F", Unique: "old"}, {Kind: chat.Photo, ID: "F", Unique: "new2"}},
			[]string{first, second}, []string{"Lễ trao quà", second}, first,
		},
		"sent before":                 {[]chat.File{{Kind: chat.Photo, ID: "F", Unique: "old"}}, []string{first}, []string{"Lễ trao quà"}, first},
		"sent before, in a few words": {[]chat.File{{Kind: chat.Photo, ID: "F", Unique: "old"}}, []string{second}, []string{"Lễ trao quà"}, second},
	} {
		t.Run(name, func(t *testing.T) {
			h := sentWith(t, old)
			for i, f := range test.files {
				h.do(h.id("Lan"), chat.Event{Kind: chat.Said, Text: test.captions[i], Files: []chat.File{f}})
				h.now = h.now.Add(10 * time.Second)
			}
			h.press("Lan", "Thêm vào G-2026-0001 vừa gửi", true)
			h.look(func(tx *storage.Snapshot) error {
				drafts, err := tx.Drafts(h.id("Lan"))
				for _, d := range drafts {
					var captions []string
					for _, m := range d.Content.Media {
						captions = append(captions, m.Caption)
					}
					if d.Amends == "" || !slices.Equal(captions, test.kept) || !strings.Contains(d.Content.Summary, test.summary) {
						t.Errorf("draft of %q: captions %q, summary %q", d.Amends, captions, d.Content.Summary)
					}
				}
				if len(drafts) != 1 {
					t.Errorf("%d drafts", len(drafts))
				}
				return err
			})
		})
	}
}

// What is told after the sending is not kept with a citizen's number in it.
func TestAdditionWithCitizensNumber(t *testing.T) {
	h := sentWith(t, report.Media{Kind: "photo", FileID: "F", Unique: "old"})
	h.say("Lan", "À quên, anh ấy còn giúp 3 hộ nghèo dựng nhà, căn cước 012345678901 nhé")
	if said := h.last("Lan"); !strings.Contains(said.Text, texts.CitizenID()) || len(said.Buttons) > 0 && strings.Contains(said.Text, "012345678901") {
		t.Errorf("answered %q", said.Text)
	}
	h.look(func(tx *storage.Snapshot) error {
		talk, err := tx.Talk(h.id("Lan"))
		if strings.Contains(talk.Doubt, "012345678901") {
			t.Errorf("kept in the conversation: %q", talk.Doubt)
		}
		return err
	})
}
