package handlers

import (
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/storage"
)

// A messenger cuts what is longer than a message, and sends the parts at once:
// they all join the summary, through the first that is short. What is typed then
// is no part of it, however soon it comes, and whether or not messages get out.
func TestRestOfASummaryEndsWithItsShortPart(t *testing.T) {
	full := strings.Repeat("Việc tốt. ", 409)
	for _, test := range []struct {
		down  bool
		parts int
		rest  string
	}{{false, 2, "và đây là hết."}, {true, 2, "và đây là hết."}, {false, 3, ""}, {true, 3, ""}} { // of three the last finds no room, nor does what follows it
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month")
		lan := h.member("Lan", "focal PT001")
		for _, line := range []string{"Gửi gương", "2", "1", "Lò Văn Pản", "bản Nà Cúng", "Cứu ba em nhỏ"} {
			h.say("Lan", line)
			h.now = h.now.Add(10 * time.Second)
		}
		h.down = test.down
		for _, line := range append(slices.Repeat([]string{full}, test.parts), "và đây là hết.") {
			h.say("Lan", line)
			h.now = h.now.Add(time.Second)
		}
		if test.parts == 2 { // of what was too long already the summary is asked anew
			h.say("Lan", "Sao chưa thấy gì?")
			h.say("Lan", "Alo")
		}
		h.look(func(tx *storage.Snapshot) error {
			drafts, err := tx.Drafts(lan)
			if err != nil {
				return err
			}
			s := drafts[0].Content.Summary
			if strings.Count(s, "Việc tốt.") != 818 || !strings.HasSuffix(strings.TrimSpace(s), test.rest) {
				t.Errorf("%+v: the summary has %d characters and ends %q", test, len([]rune(s)), s[max(0, len(s)-70):])
			}
			return nil
		})
	}
}
