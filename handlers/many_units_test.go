package handlers

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// manyUnits is a house with so many units, of all of which Lan is the focal point
// and the head; and of the agency besides, if she is to be.
func manyUnits(t *testing.T, n int, name string, agency bool) *house {
	h := newHouse(t)
	var units []report.Unit
	m := report.Member{ID: h.id("Lan"), Name: "Lan", Joined: h.now}
	for i := range n {
		u := report.Unit{Code: fmt.Sprintf("PT%03d", i), Name: fmt.Sprintf("%s %d", name, i), Block: fmt.Sprintf("Khối thi đua số %d", i), Month: true, Quarter: true}
		units = append(units, u)
		m.Posts = append(m.Posts, report.Post{Role: report.Focal, Unit: u.Code, Since: h.now}, report.Post{Role: report.Head, Unit: u.Code, Since: h.now})
	}
	if agency {
		m.Posts = append(m.Posts, report.Post{Role: report.Officer}, report.Post{Role: report.Admin}, report.Post{Role: report.Leader})
	}
	h.change(func(tx *storage.Tx) error {
		if err := tx.PutUnits(units); err != nil {
			return err
		}
		return tx.PutMember(m)
	})
	return h
}

// Whatever somebody asks who serves very many units, no message has more buttons
// or characters than the messenger takes (house.fits); nor has one that any of
// its buttons leads to.
func TestOneWhoServesManyUnitsGetsMessagesOfAScreen(t *testing.T) {
	for _, agency := range []bool{false, true} {
		h := manyUnits(t, 150, "Trường Phổ thông dân tộc bán trú Trung học cơ sở Ví Dụ", agency)
		ways := append(slices.Sorted(maps.Keys(table.words)), "Họ tên: Lò Thị Xuân An\nLoại: 2\nĐối tượng: 1")
		for _, command := range slices.Sorted(maps.Keys(table.commands)) {
			ways = append(ways, "/"+command)
		}
		for _, way := range ways {
			before := len(h.screens[h.id("Lan")])
			h.say("Lan", way)
			if len(h.screens[h.id("Lan")]) == before {
				continue
			}
			labels := map[string]bool{}
			for _, b := range flat(h.last("Lan").Buttons) {
				if len(labels) < 3 || b.Label == texts.ToLater {
					labels[b.Label] = true
				}
			}
			for label := range labels {
				h.press("Lan", label, true)
			}
		}
	}
}

// Each of very many units can be come to by the pages, and picked on the page, by
// its button or by its number.
func TestEveryUnitCanBePicked(t *testing.T) {
	h := manyUnits(t, 45, "Trường Ví Dụ", false)
	for _, word := range []string{"Đã gửi", "Bàn giao", "Thôi làm đầu mối", "Đơn vị", "Không phát sinh"} {
		h.say("Lan", word)
		seen := map[string]bool{}
		for {
			m := h.last("Lan")
			next := ""
			for _, b := range flat(m.Buttons) {
				if b.Label == texts.ToLater || b.Label == texts.LabelNext {
					next = b.Label
				}
				seen[b.Label] = true
			}
			if next == "" {
				break
			}
			h.press("Lan", next, false)
		}
		for i := range 45 {
			name := fmt.Sprintf("Trường Ví Dụ %d", i)
			if !slices.ContainsFunc(slices.Collect(maps.Keys(seen)), func(label string) bool { return strings.HasSuffix(label, name) || strings.Contains(label, name+" (") }) {
				t.Fatalf("%s: nothing leads to %s: %q", word, name, slices.Sorted(maps.Keys(seen)))
			}
		}
	}
	h.say("Lan", "Họ tên: Lò Thị Xuân An\nLoại: 2\nĐối tượng: 1")
	h.press("Lan", texts.ToLater, false)
	h.press("Lan", texts.ToLater, false)
	h.press("Lan", "42. Trường Ví Dụ 41", false)
	if d := h.draft(); d.Unit != "PT041" {
		t.Errorf("the draft is for %s", d.Unit)
	}
}

// A unit with very many people, and an agency with as many, name all of them, a
// page at a time.
func TestEverybodyOfManyIsNamed(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Ví Dụ", "month")
	h.member("Quân", "admin")
	h.change(func(tx *storage.Tx) error {
		for i := range 95 {
			name := fmt.Sprintf("Người thứ %d", i)
			for n, post := range []report.Post{{Role: report.Focal, Unit: "PT001", Deputy: i > 0}, {Role: report.Officer}} {
				m := report.Member{ID: int64(9000 + 100*n + i), Name: name, Joined: h.now, Posts: []report.Post{post}}
				if err := tx.PutMember(m); err != nil {
					return err
				}
			}
		}
		return nil
	})
	for _, way := range []string{"/quantri", "PT001"} {
		if way == "PT001" {
			h.say("Quân", "Đơn vị")
		}
		h.say("Quân", way)
		named := h.last("Quân").Text
		for flatHas(h.last("Quân").Buttons, texts.LabelNext) {
			h.press("Quân", texts.LabelNext, false)
			named += "\n" + h.last("Quân").Text
		}
		for i := range 95 {
			if !strings.Contains(named, fmt.Sprintf("Người thứ %d,", i)) && !strings.Contains(named, fmt.Sprintf("Người thứ %d:", i)) && !strings.Contains(named, fmt.Sprintf("Người thứ %d (", i)) {
				t.Fatalf("%s: number %d is not named:\n%s", way, i, named)
			}
		}
	}
}

func flatHas(lines [][]chat.Button, label string) bool {
	return slices.ContainsFunc(flat(lines), func(b chat.Button) bool { return b.Label == label })
}

// What a reminder has no room to name can be looked at by its button.
func TestAllThatIsOwedIsListed(t *testing.T) {
	h := manyUnits(t, 30, "Trường Ví Dụ", false)
	h.do(h.id("Lan"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: chat.Do(chat.VerbOwed, 0).String()}})
	named := h.last("Lan").Text
	for flatHas(h.last("Lan").Buttons, texts.ToLater) {
		h.press("Lan", texts.ToLater, false)
		named += "\n" + h.last("Lan").Text
	}
	for i := range 30 {
		if !strings.Contains(named, fmt.Sprintf("(PT%03d)", i)) {
			t.Fatalf("unit %d is not named:\n%s", i, named)
		}
	}
}

// A greeting that names some of many units has a button to all of them.
func TestGreetingLeadsToAllUnits(t *testing.T) {
	h := manyUnits(t, texts.MaxWelcomed+2, "Xã", false)
	h.say("Lan", "/start")
	h.press("Lan", texts.ToAllUnits(texts.MaxWelcomed+2), false)
	m := h.last("Lan")
	if n := len(buttonsIn(m)); n != texts.MaxWelcomed+2 {
		t.Fatalf("%d units under %q", n, m.Text)
	}
	h.press("Lan", buttonsIn(m)[0].Label, false)
	if m := h.last("Lan"); m.Title != "Kỳ này" {
		t.Errorf("%+v", m)
	}
}
