package handlers

import (
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/storage"
)

// TestWhoIsShownWhat has an example that was accepted and one that was not, both
// about somebody who did not agree, looked at by each who may look.
func TestWhoIsShownWhat(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month quarter")
	h.member("Hạnh", "officer")
	h.member("Thủy", "leader")
	h.member("Bình", "blockhead Khối 1")
	november := report.Period{Duty: report.Month, Year: 2026, Number: 11}
	h.change(func(tx *storage.Tx) error {
		for _, e := range []report.Example{
			{Review: report.Accepted, Content: report.Content{Name: "Lò Văn Pản", Title: "Ông Pản hiến đất"}},
			{Review: report.Received, Content: report.Content{Name: "Giàng A Minh", Title: "A Minh trả lại ví"}},
		} {
			e.Unit, e.Periods, e.Sent, e.Received = "PT001", []report.Period{november}, h.now, h.now
			e.Content.Category, e.Content.Object = report.GoodDeed, report.Person
			if _, err := tx.NewExample(e); err != nil {
				return err
			}
		}
		return nil
	})
	list := chat.Do(digest.VerbShow, november, digest.Examples, 0).String()
	for _, test := range []struct {
		who           string
		leaders       privacy.Audience
		says, mustNot []string
	}{
		{"Hạnh", privacy.Public, []string{"Lò Văn Pản", "Giàng A Minh", "A Minh trả lại ví"}, nil},
		{"Thủy", "", []string{"L.V.P.", "Ông P. hiến đất", "G.A.M."}, []string{"Pản", "Minh", "Lưu hành nội bộ"}},
		{"Thủy", privacy.Public, []string{"L.V.P.", "Ông P. hiến đất", "A.M. trả lại ví"}, []string{"Pản", "Minh", "Lưu hành nội bộ"}},
		{"Thủy", privacy.Internal, []string{"Lò Văn Pản", "Ông Pản hiến đất", "Lưu hành nội bộ"}, []string{"Giàng", "Minh"}},
		{"Bình", privacy.Internal, nil, []string{"Pản", "P.", "Minh", "M."}},
	} {
		h.desk.Options.Leaders = test.leaders
		h.out.Reset()
		h.say(test.who, "Tình hình")
		screen := h.screens[h.id(test.who)]
		h.do(h.id(test.who), chat.Event{Kind: chat.Pressed, MessageID: screen[len(screen)-1].id, Press: chat.Press{Data: list}})
		got := h.out.String()
		for _, want := range test.says {
			if !strings.Contains(got, want) {
				t.Errorf("%s as %q is not shown %q:\n%s", test.who, test.leaders, want, got)
			}
		}
		for _, secret := range test.mustNot {
			if strings.Contains(got, secret) {
				t.Errorf("%s as %q is shown %q:\n%s", test.who, test.leaders, secret, got)
			}
		}
	}
}
