package handlers

import (
	"slices"
	"strings"
	"testing"

	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// Whatever is typed at a question that is no answer to it: each way that it leads
// takes what the question carries, something is said, and nothing is recorded.
func TestBesideChangesNothing(t *testing.T) {
	typed := []string{"thôi", "quay lại", "quya lại", "bỏ qua", "không có", "cảm ơn em", "ai chưa gửi?", "G-2026-0001", "ok", "hạn bao giờ?", "trợ giúp với", "Trường Hoa Ban", "012085001234"}
	h := gateHouse(t)
	before := h.records()
	for _, r := range routes {
		if r.Beside.Takes == "" {
			continue
		}
		for _, sample := range questions[r.Question] {
			talk := sample.talk
			if talk.Ask = string(r.Question); sample.parts != "" {
				talk.Args = h.fill(strings.Split(sample.parts, ":"))
			}
			for _, text := range typed {
				if r.Beside.Takes == form.TakesAnswer && slices.Contains([]string{"không có", "cảm ơn em", "ok"}, text) {
					continue // an answer to who asked
				}
				said, after := h.try(sample.may[0], asking{word: text, talk: talk})
				if after != before || len(said) == 0 {
					t.Errorf("%s at %s: %v", text, r.Question, said)
				}
				for _, row := range said {
					if row.Message.Text == texts.Stale() || row.Message.Text == texts.StaleAnswer() {
						t.Errorf("%s at %s is refused", text, r.Question)
					}
				}
			}
		}
	}
}

// Every question whose text goes to somebody says what else may be typed there.
func TestEveryTextQuestionHasWaysOut(t *testing.T) {
	for _, r := range routes {
		_, ofDraft := form.Find(strings.TrimPrefix(string(r.Question), "d."))
		if r.Question == "" || r.Idle || ofDraft {
			continue
		}
		if r.Beside.Takes == "" || !r.Beside.Again.Is() {
			t.Errorf("the question %s takes whatever is typed", r.Question)
		}
	}
}
