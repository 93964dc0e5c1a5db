package handlers

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// townOf is a province of 120 units, and a block of 90 that have not sent.
func townOf(t *testing.T) *house {
	t.Helper()
	h := provinceOf(t, 120)
	var units []report.Unit
	for i := range 90 {
		units = append(units, report.Unit{Code: fmt.Sprintf("TH%03d", i), Name: fmt.Sprintf("Trường Tiểu học số %d", i), Block: "Khối trường", Month: true})
	}
	h.change(func(tx *storage.Tx) error { return tx.PutUnits(units) })
	h.member("Lan", "focal TH003")
	h.member("Bình", "blockhead Khối trường")
	return h
}

// turned presses a button, and then the one that turns the page as long as there is
// one.
func (h *house) turned(name, label, next string) (pages []chat.Message) {
	h.t.Helper()
	h.press(name, label, false)
	for range 100 {
		m := h.last(name)
		pages = append(pages, m)
		if _, ok := labelled(m, next); !ok {
			return pages
		}
		h.press(name, next, false)
	}
	h.t.Fatalf("%s never ends", label)
	return nil
}

// Every unit that has not sent is on exactly one page of each list, and every page fits
// a phone.
func TestListsOfManyUnits(t *testing.T) {
	h := townOf(t)
	h.say("Hạnh", "Tình hình")
	line := regexp.MustCompile(`(?m)^•? ?.*\((TH|DV)\d+\)`)
	for _, list := range []struct {
		path []string
		want int
	}{
		{[]string{"Chưa gửi (150)"}, 150},
		{[]string{"Quay lại", "Danh sách theo tình trạng", "Đúng hạn (60)"}, 60},
		{[]string{"Quay lại", "Chưa gửi (150)", "Nhắc, gọi, gia hạn", "Danh sách gọi"}, 150},
	} {
		for _, label := range list.path[:len(list.path)-1] {
			h.press("Hạnh", label, false)
		}
		listed := map[string]bool{}
		for _, page := range h.turned("Hạnh", list.path[len(list.path)-1], texts.LabelNext) {
			for _, found := range line.FindAllString(page.Text, -1) {
				if listed[found] {
					t.Errorf("%q is listed twice", found)
				}
				listed[found] = true
			}
			if text := page.String(); len(text) > 1400 || strings.Count(text, "\n") > 20 {
				t.Errorf("a page of %d bytes:\n%s", len(text), text)
			}
		}
		if len(listed) != list.want {
			t.Errorf("%v: %d listed, want %d", list.path, len(listed), list.want)
		}
		if list.path[len(list.path)-1] == "Danh sách gọi" {
			break
		}
	}
}

// The text for the group of a block comes in as many messages as it takes, each short
// enough to be sent as one, and names every unit once.
func TestGroupTextOfManyUnits(t *testing.T) {
	h := townOf(t)
	for _, name := range []string{"Bình", "Hạnh"} {
		h.say(name, "Tình hình")
		label, _ := labelled(h.last(name), "Chưa gửi (")
		h.press(name, label, false)
		h.press(name, "Nhắc, gọi, gia hạn", false)
		h.press(name, "Bài gửi nhóm Zalo", false)
		if name == "Hạnh" { // who is asked for whose group
			for range 20 {
				if _, ok := labelled(h.last(name), "Khối trường"); ok {
					break
				}
				h.press(name, texts.LabelNext, false)
			}
			h.press(name, "Khối trường", false)
		}
		named := map[string]bool{}
		for part := 1; part <= 3; part++ {
			text := h.last(name)
			if len(text.Buttons) > 0 || len([]rune(text.Text)) > 4096 {
				t.Fatalf("%s, part %d: not to be copied: %d buttons, %d bytes", name, part, len(text.Buttons), len(text.Text))
			}
			for _, unit := range regexp.MustCompile(`(?m)^\d+\. (.*)$`).FindAllStringSubmatch(text.Text, -1) {
				named[unit[1]] = true
			}
			if next := fmt.Sprintf("Tin %d/3", part+1); part < 3 {
				h.press(name, next, false)
			}
		}
		if len(named) != 90 {
			t.Errorf("%s: %d units are named, want 90", name, len(named))
		}
	}
}

// Heads of blocks see no unit of another block in whatever list, and no phone.
func TestHeadsOfBlocksSeeTheirOwn(t *testing.T) {
	h := townOf(t)
	h.change(func(tx *storage.Tx) error {
		m, err := tx.Member(h.id("Lan"))
		if err != nil {
			return err
		}
		m.Phone = "0912345678"
		return tx.PutMember(m)
	})
	before := len(h.screens[h.id("Bình")])
	h.say("Bình", "Tình hình")
	for _, verb := range []string{"sit:2026-11:gap:a:1", "sit:2026-11:ontime:a:0", "sits:2026-11:a", "sitb:2026-11:gap:0", "deal:2026-11:a", "grp:2026-11:a:0", "situ:2026-11:TH003", "call:2026-11:a:0", "unit:TH003", "situ:2026-11:DV0001", "ppl:TH003:0", "rlog:TH003:0"} {
		h.do(h.id("Bình"), chat.Event{Kind: chat.Pressed, MessageID: h.screens[h.id("Bình")][before].id, Press: chat.Press{Data: verb}})
		for _, s := range h.screens[h.id("Bình")] {
			text := s.message.String()
			if slices.ContainsFunc([]string{"Mường So", "DV0", "912", "Khối 1"}, func(secret string) bool { return strings.Contains(text, secret) }) {
				t.Errorf("%s shows %s", verb, text)
			}
		}
	}
}
