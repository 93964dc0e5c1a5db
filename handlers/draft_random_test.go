package handlers

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/report"
	"guongsang/storage"
)

var randomTexts = []string{
	"Gửi gương", "/start", "/gui", "/khong", "/ky", "/dagui", "/huy", "Hủy", "Trợ giúp", "1", "2", "3", "4", "10", "-1", "0", "",
	"Lò Thị Xuân An", "bản Nà Cúng", "Cô giáo cắm bản", "Quay lại", "Bỏ qua", "Giữ nguyên", "Gửi", "Xong", "Vẫn gửi", "2011", "2022", "1988",
	"Vận động 32 hộ hiến 1.200 m² đất làm đường bản", "012345678901", "\x00\u202e<b>&", strings.Repeat("Việc tốt. ", 30), strings.Repeat("Rất dài. ", 400),
	"Họ tên: Ma A Chua\nLoại: 1\nĐối tượng: 1\nNơi ở: bản\nTiêu đề: Bản không tảo hôn\nViệc làm: Ba năm liền bản không có tảo hôn.\nĐồng ý: 2",
	"Họ tên: Giàng A Minh\nNăm sinh: 2011", "không phát sinh", "menu", strings.Repeat("dòng\n", 800),
}

// People do anything in any order, with old buttons, others' buttons and
// double taps. Nothing is set aside, every press is answered, a draft is gone
// only when it was sent or thrown away, an example appears only by "Gửi", and
// whatever is told is kept, asked about, or refused in a message that repeats it.
func TestAnythingInAnyOrder(t *testing.T) {
	rounds := 4
	if testing.Short() {
		rounds = 3
	}
	for seed := range rounds {
		walk(t, rand.New(rand.NewPCG(uint64(seed), 7)), 250)
	}
}

func walk(t *testing.T, r *rand.Rand, steps int) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month quarter")
	h.unit("PT002", "Bản Nà Cúng", "month quota=2")
	people := []string{"Lan", "Hoa", "Minh"}
	h.member("Lan", "focal PT001")
	h.member("Hoa", "focal PT001 deputy, focal PT002")
	h.member("Minh", "focal PT002, officer")
	h.now = h.now.AddDate(0, 0, r.IntN(120))
	for range steps {
		name := people[r.IntN(len(people))]
		ev := h.randomEvent(r, h.id(name))
		mark := ""
		if ev.Kind == chat.Said && !ev.Forwarded && name != "Minh" && r.IntN(2) == 0 { // Minh answers questions of the agency as well
			ev.Text, mark = markedText(r)
		}
		before := len(h.out.String())
		drafts, examples := h.allDrafts(), h.numbers()
		h.do(h.id(name), ev)
		if ev.Kind == chat.Pressed && h.answers[h.again.Press.Query] != 1 {
			t.Fatalf("press %q answered %d times", ev.Press.Data, h.answers[h.again.Press.Query])
		}
		if mark != "" && !h.keeps(h.id(name), mark) && !strings.Contains(h.out.String()[before:], mark) {
			t.Fatalf("%s is lost: %q was answered by\n%s", mark, ev.Text, h.out.String()[before:])
		}
		did := func(verb string) bool { // by a button, or by typing its label or number
			return ev.Kind == chat.Said || strings.HasPrefix(ev.Press.Data, verb+":")
		}
		for id := range drafts {
			if h.vanished(id) && !did("d.dropped") && !did("d.send") && !did("s.attach") {
				t.Fatalf("draft %d vanished by %+v", id, ev)
			}
		}
		if len(h.numbers()) > len(examples) && !did("d.send") {
			t.Fatalf("an example by %+v", ev)
		}
		h.now = h.now.Add(time.Duration(r.IntN(600)) * time.Minute)
	}
}

// What people tell in these texts has a mark, by which it is found again.
var markedTexts = []string{
	"Lò Văn %s", "bản %s", "Hiến đất cùng %s", "%s", "tên: Lò Thị %s", "nơi ở: bản %s", "%s, bản Pờ Xa, hiến 300 m² đất làm đường",
	"Vận động 32 hộ cùng anh %s hiến 1.200 m² đất làm đường bản", "sáng nay %s đi các xóm trên từ sớm mà đến giờ vẫn chưa về", "đạt 40 triệu, %s",
	"Họ tên: Lò Văn %s\nViệc làm: Vận động 32 hộ hiến đất làm đường bản.", "Ghi chú: %s\nHọ tên: Giàng A Sình\nNơi ở: bản Huổi Lá", strings.Repeat("Việc tốt. ", 90) + "%s",
	"%s " + strings.Repeat("rất dài ", 300),
}

func markedText(r *rand.Rand) (text, mark string) {
	mark = "Lử" + string(rune('A'+r.IntN(26))) + string(rune('a'+r.IntN(26))) + string(rune('a'+r.IntN(26)))
	return fmt.Sprintf(markedTexts[r.IntN(len(markedTexts))], mark), mark
}

// keeps reports whether something that a member told stands in a draft, in an
// example, or waits in the conversation until it is said what it is for.
func (h *house) keeps(id int64, mark string) (kept bool) {
	h.look(func(tx *storage.Snapshot) error {
		talk, err := tx.Talk(id)
		if err != nil {
			return err
		}
		drafts, err := tx.Drafts(id)
		if err != nil {
			return err
		}
		all, err := json.Marshal([]any{drafts, talk.Doubt, talk.Early, talk.Held})
		kept = strings.Contains(string(all), mark)
		return err
	})
	return kept
}

// randomEvent is a text, a file, a press on any button that anybody ever had,
// or the same again.
func (h *house) randomEvent(r *rand.Rand, id int64) chat.Event {
	switch r.IntN(12) {
	case 0:
		h.message++
		return chat.Event{Kind: chat.Said, Text: randomTexts[r.IntN(len(randomTexts))], Forwarded: r.IntN(2) == 0,
			Files: []chat.File{{Kind: chat.Photo, ID: "F", Unique: string(rune('a' + r.IntN(26))), Size: int64(r.IntN(30 << 20))}}}
	case 1:
		return chat.Event{Kind: []chat.Kind{chat.Unknown, chat.Edited, chat.Came}[r.IntN(3)], Text: "x"}
	case 2, 3:
		return chat.Event{Kind: chat.Said, Text: randomTexts[r.IntN(len(randomTexts))]}
	case 4:
		if owner := h.id([]string{"Lan", "Hoa", "Minh"}[r.IntN(3)]); len(h.screens[owner]) > 0 {
			ev := h.randomPress(r, owner, len(h.screens[owner]))
			if owner != id {
				ev.MessageID = 0 // a forged press hangs on no message of one's own
			}
			return ev
		}
	case 5:
		return h.randomPress(r, id, len(h.screens[id]))
	}
	if r.IntN(3) == 0 {
		return chat.Event{Kind: chat.Said, Text: randomTexts[r.IntN(len(randomTexts))]}
	}
	return h.randomPress(r, id, 2)
}

// randomPress taps a button of one of somebody's last n messages.
func (h *house) randomPress(r *rand.Rand, owner int64, n int) chat.Event {
	all := h.screens[owner]
	for range 10 {
		if len(all) == 0 {
			break
		}
		s := all[len(all)-1-r.IntN(min(n, len(all)))]
		if len(s.ever) > 0 {
			b := s.ever[r.IntN(len(s.ever))]
			return chat.Event{Kind: chat.Pressed, MessageID: s.id, Press: chat.Press{Data: b.Do.String()}}
		}
	}
	return chat.Event{Kind: chat.Said, Text: "Gửi gương"}
}

func (h *house) allDrafts() map[uint64]bool {
	ids := map[uint64]bool{}
	h.look(func(tx *storage.Snapshot) error {
		for _, id := range h.people {
			list, err := tx.Drafts(id)
			if err != nil {
				return err
			}
			for _, d := range list {
				ids[d.ID] = true
			}
		}
		return nil
	})
	return ids
}

// vanished reports whether a draft is gone or sent.
func (h *house) vanished(id uint64) (gone bool) {
	h.look(func(tx *storage.Snapshot) error {
		d, err := tx.Draft(id)
		gone = errors.Is(err, storage.ErrNotFound) || d.Sent != ""
		return nil
	})
	return gone
}

func (h *house) numbers() (numbers []string) {
	h.look(func(tx *storage.Snapshot) error {
		for _, unit := range []string{"PT001", "PT002"} {
			list, err := tx.ExamplesOf(unit, 0)
			if err != nil {
				return err
			}
			for _, e := range list {
				numbers = append(numbers, e.Number)
				h.sound(tx, e)
			}
		}
		return nil
	})
	return numbers
}

// sound holds what is true of every example that was sent.
func (h *house) sound(tx *storage.Snapshot, e report.Example) {
	h.t.Helper()
	c := e.Content
	n := utf8.RuneCountInString(c.Summary)
	if c.Category == "" || c.Object == "" || len(c.Name) < 2 || c.Place == "" || c.Title == "" || c.Consent == "" || n < 20 || n > 2500 ||
		len(e.Periods) == 0 || citizen.HoldsID(c.Name+"\n"+c.Place+"\n"+c.Title+"\n"+c.Summary) || len(c.Media) > 20 {
		h.t.Fatalf("example %+v", e)
	}
}
