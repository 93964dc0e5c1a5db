package handlers

import (
	"strings"
	"testing"

	"guongsang/storage"
)

// What strangers and members say of a request keeps no citizen's number, and what is
// added to a long one is kept.
func TestRequestsKeepNoCitizensNumber(t *testing.T) {
	const number = "012090001234"
	h := waitingHouse(t, 1, func(int) bool { return false })
	h.say("Lạ", "Xin gỡ ảnh con tôi, căn cước "+number+". "+strings.Repeat("Ảnh đó chụp ở trường. ", 60))
	h.say("Lạ", "Cháu là Lò Thị Ánh, gọi 0912 345 678, căn cước 012 090 001 234")
	h.look(func(tx *storage.Snapshot) error {
		q, err := tx.DataRequest(1)
		switch {
		case err != nil:
			return err
		case strings.Contains(q.Text, number) || strings.Contains(q.Text, "012 090"):
			t.Errorf("kept: %s", q.Text)
		case !strings.Contains(q.Text, "Lò Thị Ánh") || !strings.Contains(q.Text, "0912 345 678"):
			t.Errorf("what was added is lost: %s", q.Text)
		}
		return nil
	})
}

// The button under one sentence sends no other that was said since.
func TestARequestIsSentAsItWasShown(t *testing.T) {
	h := waitingHouse(t, 1, func(int) bool { return false })
	h.say("Lan", "xin gỡ ảnh con tôi")
	h.pressing("Lan", "rgsay:erase:00000000")
	h.look(func(tx *storage.Snapshot) error {
		all, err := tx.OpenDataRequests()
		if len(all) > 0 {
			t.Errorf("sent: %+v", all)
		}
		return err
	})
}
