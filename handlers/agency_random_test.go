package handlers

import (
	"math/rand/v2"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

var agencyTexts = []string{
	"Mời", "Đơn vị", "Chờ xem", "Tình hình", "Ghi nhận thay", "Gia hạn", "Tạm dừng", "Bàn giao", "Thôi làm đầu mối", "Quản trị", "Tìm", "/tim đất", "tìm số liệu tháng 11",
	"1", "2", "3", "9", "0", "-1", "PT001", "dao san", "trường", "không có", "25/11/2026", "31/02/2026", "20/11/2026 15:30", "01/12/2026",
	"Bổ sung số liệu", "Gửi gương", "Không phát sinh", "/start", "/moi", "22222-22222-2222", "Thôi", "Bỏ qua", "\x00<b>&", "Gửi",
}

// The people of the agency, heads, focal points and strangers do anything in
// any order, also with the buttons of others. Nothing is set aside, a unit has
// one first focal point at most, an admin always remains, and nobody gets in
// without a code.
func TestAgencyInAnyOrder(t *testing.T) {
	for seed := range 4 {
		walkAgency(t, rand.New(rand.NewPCG(uint64(seed), 11)), 250)
	}
}

func walkAgency(t *testing.T, r *rand.Rand, steps int) {
	h := officeWith(t)
	h.member("Quân", "admin, officer")
	h.member("Vân", "admin")
	h.member("Sơn", "head PT001")
	h.member("Bình", "blockhead Khối 1")
	people := []string{"Lan", "Hạnh", "Tú", "Sơn", "Thủy", "Bình", "Quân", "Vân", "Lạ", "Mới"}
	for range steps {
		name := people[r.IntN(len(people))]
		before := h.members()
		ev, code := h.agencyEvent(r, people, name)
		h.do(h.id(name), ev)
		if ev.Kind == chat.Pressed && h.answers[h.again.Press.Query] != 1 {
			t.Fatalf("press %q answered %d times", ev.Press.Data, h.answers[h.again.Press.Query])
		}
		after := h.members()
		if len(after) > len(before) && !code {
			t.Fatalf("%s got in by %+v", name, ev)
		}
		h.oneFirst(after)
		h.now = h.now.Add(time.Duration(r.IntN(90)) * time.Minute)
	}
}

// agencyEvent is a text, a code that was shown to somebody, or a press on any
// button that this person or anybody else ever had.
func (h *house) agencyEvent(r *rand.Rand, people []string, name string) (ev chat.Event, code bool) {
	switch n := r.IntN(10); {
	case n < 3:
		return chat.Event{Kind: chat.Said, Text: agencyTexts[r.IntN(len(agencyTexts))]}, false
	case n == 3:
		if codes := h.codes(); len(codes) > 0 {
			return chat.Event{Kind: chat.Said, Text: codes[r.IntN(len(codes))]}, true
		}
	case n == 4:
		name = people[r.IntN(len(people))]
	}
	screens := h.screens[h.id(name)]
	if len(screens) == 0 {
		return chat.Event{Kind: chat.Said, Text: agencyTexts[r.IntN(10)]}, false
	}
	s := screens[max(0, len(screens)-1-r.IntN(4))]
	if len(s.ever) == 0 {
		return chat.Event{Kind: chat.Said, Text: agencyTexts[r.IntN(10)]}, false
	}
	return chat.Event{Kind: chat.Pressed, Press: chat.Press{Data: s.ever[r.IntN(len(s.ever))].Do.String()}}, false
}

func (h *house) members() (all []report.Member) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) (err error) { all, err = tx.Members(); return err })
	return all
}

// oneFirst checks that no unit has two first focal points, and that there is
// an admin.
func (h *house) oneFirst(members []report.Member) {
	h.t.Helper()
	first, admins := map[string]int{}, 0
	for _, m := range members {
		if m.Holds(report.Admin) {
			admins++
		}
		for _, p := range m.Posts {
			if p.Role == report.Focal && !p.Deputy {
				first[p.Unit]++
			}
		}
	}
	for unit, n := range first {
		if n > 1 {
			h.t.Fatalf("%d first focal points of %s", n, unit)
		}
	}
	if admins == 0 {
		h.t.Fatal("no admin left")
	}
}
