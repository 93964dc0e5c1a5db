package handlers

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// waitingHouse has so many examples that wait; those that are flagged need a look.
func waitingHouse(t *testing.T, n int, flagged func(int) bool) *house {
	t.Helper()
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	h.member("Lan", "focal PT001")
	h.member("Hạnh", "officer")
	h.change(func(tx *storage.Tx) error {
		for i := range n {
			e := report.Example{
				Unit: "PT001", By: h.id("Lan"), Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received,
				Sent: h.now, Received: h.now, Content: differing(i),
			}
			if flagged(i) {
				e.Content.Consent = report.NotGiven
			}
			if _, err := tx.NewExample(e); err != nil {
				return err
			}
		}
		return nil
	})
	return h
}

// differing is an introduction that is like no other of its kind.
func differing(i int) report.Content {
	family := []string{"Lò", "Vàng", "Giàng", "Tẩn", "Sùng", "Phàn", "Chẻo", "Hoàng", "Đèo", "Lý", "Ma", "Cứ"}[i%12]
	given := []string{"Ánh", "Bình", "Cường", "Dung", "Giang", "Hiền", "Khánh", "Liên", "Minh", "Ngọc", "Oanh", "Phúc"}[i/12%12]
	word := []string{"ong", "lúa", "ngô", "chè", "dê", "trâu", "cá", "mía", "quế", "lê", "mận", "gà"}
	return report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: family + " Thị " + given, Born: 1960 + i%40, Place: fmt.Sprint("bản ", word[i%12], " ", word[i/12%12]),
		Title: fmt.Sprintf("Nuôi %s, trồng %s", word[i%12], word[i/12%12]), Summary: fmt.Sprintf("Chăm %d vườn %s, giúp %d nhà giữ %s.", i+3, word[i/12%12], 2*i+5, word[i%12]),
		Consent: report.NameAndPhoto,
	}
}

// reviewed counts the examples by what became of them.
func (h *house) reviewed() map[report.Review]int {
	h.t.Helper()
	count := map[report.Review]int{}
	h.look(func(tx *storage.Snapshot) error {
		all, err := tx.ExamplesOf("PT001", 0)
		for _, e := range all {
			count[e.Review]++
		}
		return err
	})
	return count
}

// An officer for whom 120 wait gets through them in nine taps, 30 at once, and those that
// need a look stay.
func TestManyThatWaitAreAcceptedInFewTaps(t *testing.T) {
	h := waitingHouse(t, 130, func(i int) bool { return i%13 == 0 })
	taps := 0
	tap := func(label string) {
		t.Helper()
		h.press("Hạnh", label, false)
		taps++
	}
	h.say("Hạnh", texts.WordQueue)
	taps++
	tap(texts.LabelBulk)
	for {
		before := h.reviewed()[report.Accepted]
		tap(texts.LabelBulkAll(30))
		if now := h.reviewed()[report.Accepted]; now != before+30 {
			t.Fatalf("%d are accepted after %d", now, before)
		}
		if h.reviewed()[report.Accepted] == 120 {
			break
		}
		tap(texts.LabelBulkNext)
	}
	if got := h.reviewed(); got[report.Received] != 10 || taps != 9 {
		t.Errorf("after %d taps they are %v", taps, got)
	}
	h.press("Hạnh", texts.WordQueue, false) // what needs a look is a tap away
	if !strings.Contains(h.out.String(), texts.QueueTitle(10, 0)) {
		t.Errorf("the list does not open:\n%s", h.out.String())
	}
}

// Many that need a look, at the head of the list, do not hide what waits behind them.
func TestWhatNeedsALookHidesNothing(t *testing.T) {
	h := waitingHouse(t, 70, func(i int) bool { return i < 65 })
	h.say("Hạnh", texts.WordQueue)
	h.press("Hạnh", texts.LabelBulk, false)
	h.press("Hạnh", texts.LabelBulkNext, false)
	h.press("Hạnh", texts.LabelBulkAll(5), false)
	if got := h.reviewed(); got[report.Accepted] != 5 {
		t.Errorf("they are %v:\n%s", got, h.out.String())
	}
}

// The button of an older question accepts nothing of a newer one.
func TestAnOlderQuestionAcceptsNothing(t *testing.T) {
	h := waitingHouse(t, 9, func(int) bool { return false })
	h.say("Hạnh", texts.WordQueue)
	h.press("Hạnh", texts.LabelBulk, false)
	h.press("Hạnh", "Tiếp ›", false)
	h.press("Hạnh", texts.LabelBulk, false)
	h.press("Hạnh", texts.LabelBulkPage(6), false)
	if got := h.reviewed(); got[report.Accepted] != 0 {
		t.Errorf("they are %v", got)
	}
	h.press("Hạnh", texts.LabelBulkPage(3), false)
	if got := h.reviewed(); got[report.Accepted] != 3 {
		t.Errorf("they are %v", got)
	}
}
