package handlers

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"guongsang/handlers/enrol"
	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Two accounts present one code in the same moment: one gets in.
func TestTwoUseOneCode(t *testing.T) {
	for range 20 {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month")
		code := h.invite(report.Post{Role: report.Focal, Unit: "PT001"})
		var both sync.WaitGroup
		for id := int64(501); id <= 502; id++ {
			raw, err := json.Marshal(chat.Event{Kind: chat.Said, From: chat.Person{ID: id}, Chat: id, Private: true, MessageID: 1, Text: code})
			if err != nil {
				t.Fatal(err)
			}
			both.Go(func() {
				err := h.store.Update(h.now, func(tx *storage.Tx) error { return h.desk.Handle(tx, storage.Item{Raw: raw}) })
				if err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		h.look(func(tx *storage.Snapshot) error {
			focals, err := tx.Holders(report.Focal, "PT001")
			if len(focals) != 1 {
				t.Fatalf("%d got in", len(focals))
			}
			return err
		})
	}
}

// A new code takes back all that were open to the same post, not only the first.
func TestNewCodeTakesBackAllOthers(t *testing.T) {
	h := officeWith(t)
	deputy := report.Post{Role: report.Focal, Unit: "PT002", Deputy: true}
	old := []string{h.invite(deputy), h.invite(deputy), h.invite(deputy)}
	h.now = h.now.Add(time.Hour)
	h.forge("Hạnh", "inv:PT002:deputy")
	for i, code := range old {
		name := fmt.Sprintf("Ngoại %d", i)
		h.say(name, code)
		if got := h.posts(name); got != "" {
			t.Errorf("the code of before let in %s as %s", name, got)
		}
	}
}

// invite makes an invite as the command line does.
func (h *house) invite(p report.Post) (code string) {
	h.t.Helper()
	h.change(func(tx *storage.Tx) error {
		var i report.Invite
		code, i = invite.Issue(p, 0, h.now)
		return tx.PutInvite(i)
	})
	return code
}

func TestCodeIn(t *testing.T) {
	const code = "23456-CFGHJ-KMNP"
	for text, want := range map[string]bool{
		code:                                       true,
		"  23456 cfghj kmnp ":                      true,
		"/start " + code:                           true,
		"/start@guongsang_bot " + code:             true,
		"Mã mời: " + code + "\nTrân trọng":         true,
		"https://t.me/guongsang_bot?start=" + code: true,
		"Kính gửi anh/chị, mã là 23456-CFGHJ-KMNP, xin nhập": true,
		"":                             false,
		"/start":                       false,
		"xin chào":                     false,
		"0900 000 001":                 false,
		"23456-CFGHJ-KMN":              false,
		"Vận động 32 hộ hiến 1.200 m²": false,
	} {
		_, ok := enrol.CodeIn(text)
		if ok != want {
			t.Errorf("%q: %v", text, ok)
		}
	}
}

// A code works only while its maker may still issue it: who was shown out, or
// put down to deputy, has no way back in by a code made before.
func TestCodeOfWhoMayNotIssueIt(t *testing.T) {
	first, deputy := report.Post{Role: report.Focal, Unit: "PT001"}, report.Post{Role: report.Focal, Unit: "PT001", Deputy: true}
	for _, test := range []struct {
		made, now string // the maker's posts, when the code was made and when it is used
		post      report.Post
		in        bool
	}{
		{"admin", "admin", report.Post{Role: report.Admin}, true},
		{"admin", "", report.Post{Role: report.Admin}, false},
		{"admin", "officer", report.Post{Role: report.Admin}, false},
		{"admin", "officer", report.Post{Role: report.Officer}, false},
		{"admin", "officer", first, true},
		{"admin", "leader", first, false},
		{"officer", "", report.Post{Role: report.Head, Unit: "PT001"}, false},
		{"officer", "focal PT001", report.Post{Role: report.BlockHead, Block: "Khối 1"}, false},
		{"officer", "officer", report.Post{Role: report.BlockHead, Block: "Khối 1"}, true},
		{"head PT001", "head PT001", first, true},
		{"head PT001", "head PT002", first, false},
		{"head PT001", "head PT001", report.Post{Role: report.Head, Unit: "PT001"}, false},
		{"focal PT001", "focal PT001", first, true},
		{"focal PT001", "focal PT001 deputy", first, false},
		{"focal PT001", "focal PT002", first, false},
		{"focal PT001 deputy", "focal PT001 deputy", first, false},
		{"focal PT001 deputy", "focal PT001 deputy", deputy, true},
		{"focal PT001 deputy", "", deputy, false},
		{"focal PT001, head PT002", "focal PT002", first, false},
	} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month")
		h.unit("PT002", "Xã Dào San", "month")
		h.member("Vân", "admin")
		maker := h.member("Quân", test.made)
		code, i := invite.Issue(test.post, maker, h.now)
		h.change(func(tx *storage.Tx) error { return tx.PutInvite(i) })
		h.member("Quân", test.now)
		for _, who := range []string{"Mới", "Quân"} { // the maker comes back with the own code
			before := h.members()
			h.say(who, code)
			if got := !reflect.DeepEqual(before, h.members()); got != (test.in && who == "Mới") {
				t.Errorf("%+v: %s got in: %v\n%s", test, who, got, h.out.String())
			}
		}
	}
}

// A code for the đầu mối chính that was about before the present one came is no
// word of anybody's that this one may be put down to deputy.
func TestOldCodeDoesNotReplaceWhoCameSince(t *testing.T) {
	h := officeWith(t)
	first := report.Post{Role: report.Focal, Unit: "PT001"}
	old := h.invite(first) // by the command line, which revokes no others
	h.say("Mai", h.invite(first))
	h.say("Ngoại", old)
	h.look(func(tx *storage.Snapshot) error {
		mai, err := tx.Member(h.id("Mai"))
		if err != nil || !mai.Leads("PT001") {
			t.Errorf("Mai leads no more: %+v, %v", mai.Posts, err)
		}
		if m, err := tx.Member(h.id("Ngoại")); err == nil {
			t.Errorf("in as %+v", m.Posts)
		}
		return nil
	})
}

// What ends a post takes back the codes that it allowed, for good: who gets the
// post again does not find them working.
func TestEndedPostTakesItsCodes(t *testing.T) {
	for _, end := range []func(h *house){
		func(h *house) {
			data := fmt.Sprintf("rmok:%d:focal:PT001", h.id("Lan"))
			h.do(h.id("Hạnh"), chat.Event{Kind: chat.Pressed, Press: chat.Press{Data: data}})
		},
		func(h *house) {
			h.say("Lan", "Thôi làm đầu mối")
			h.press("Lan", "Trường Hoa Ban (PT001)", false)
			h.press("Lan", texts.LabelLeave, false)
		},
		func(h *house) { h.say("Mai", h.invite(report.Post{Role: report.Focal, Unit: "PT001"})) },
	} {
		h := officeWith(t)
		h.member("Lan", "focal PT001, focal PT002 deputy")
		code, i := invite.Issue(report.Post{Role: report.Focal, Unit: "PT001"}, h.id("Lan"), h.now)
		other, j := invite.Issue(report.Post{Role: report.Focal, Unit: "PT002", Deputy: true}, h.id("Lan"), h.now)
		h.change(func(tx *storage.Tx) error { return errors.Join(tx.PutInvite(i), tx.PutInvite(j)) })
		end(h)
		h.member("Lan", "focal PT001, focal PT002 deputy")
		h.say("Mới", code)
		h.look(func(tx *storage.Snapshot) error {
			if m, err := tx.Member(h.id("Mới")); err == nil {
				t.Errorf("in as %v", m.Posts)
			}
			return nil
		})
		h.say("Mới", other)
		h.look(func(tx *storage.Snapshot) error {
			_, err := tx.Member(h.id("Mới"))
			return err
		})
	}
}

// A stranger hears one sentence a day, whatever comes in.
func TestStrangerHearsOneSentenceADay(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	for hour := range 72 {
		h.now = h.now.Add(time.Hour)
		for _, ev := range []chat.Event{
			{Kind: chat.Said, Text: "/help"}, {Kind: chat.Said, Text: "PT001"}, {Kind: chat.Unknown},
			{Kind: chat.Pressed, Press: chat.Press{Data: "acc:G-2026-0001:1"}}, {Kind: chat.Edited, Text: "a"},
			{Kind: chat.Left}, {Kind: chat.Came}, {Kind: chat.Said, Files: []chat.File{{Kind: chat.Photo, ID: "F"}}},
		} {
			h.do(h.id("Lạ"), ev)
		}
		if got, want := len(h.screens[h.id("Lạ")]), hour/24+1; got != want {
			t.Fatalf("after %d hours: %d messages", hour+1, got)
		}
	}
	if strings.Contains(h.out.String(), "Hoa Ban") || strings.Contains(h.out.String(), "PT001") {
		t.Errorf("shows a unit:\n%s", h.out.String())
	}
}

// A stranger who slips in typing the code hears that it is wrong, although the sentence
// of the day was said.
func TestStrangerMistypesTheCode(t *testing.T) {
	h := newHouse(t)
	for _, typed := range []string{"chào em", "23456-CFGHJ-KMN"} {
		h.say("Lạ", typed)
	}
	if got := h.last("Lạ").Text; got != texts.WrongCode(4) {
		t.Error(got)
	}
}

// A sheet of invites lets one focal point into each unit, and only once.
func TestSheetOfInvites(t *testing.T) {
	h := newHouse(t)
	var units []report.Unit
	for n := range 300 {
		units = append(units, report.Unit{Code: fmt.Sprintf("U%03d", n), Name: fmt.Sprintf("=Đơn vị, %d", n), Block: fmt.Sprintf("Khối %d", n%7), Month: true})
	}
	h.change(func(tx *storage.Tx) error { return tx.PutUnits(units) })
	h.member("Hạnh", "officer")
	h.member("Lan", "focal U000")
	h.say("Hạnh", "Mời")
	h.press("Hạnh", "Mọi đơn vị chưa có đầu mối (299)", false)
	h.press("Hạnh", "Tạo danh sách mã", false)
	sheet := h.last("Hạnh").File
	if sheet == nil || !strings.HasSuffix(sheet.Name, ".csv") {
		t.Fatal(h.out.String())
	}
	file, err := h.store.ReadMedia(sheet.Hash)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(file), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 300 {
		t.Fatal(len(rows), err)
	}
	if rows[1][0] != "U007" || rows[1][1] != "'=Đơn vị, 7" || rows[1][5] != "https://t.me/guongsang_bot?start="+rows[1][4] {
		t.Errorf("row %q", rows[1])
	}
	h.say("Tú", rows[1][4])
	h.say("Bình", rows[1][4])
	h.look(func(tx *storage.Snapshot) error {
		focals, err := tx.Holders(report.Focal, "U007")
		if len(focals) != 1 || focals[0].ID != h.id("Tú") {
			t.Errorf("focal points %v", focals)
		}
		invites, _ := tx.Invites()
		for _, i := range invites {
			if strings.Contains(i.Hash, rows[1][4]) || len(i.Hash) != 64 {
				t.Errorf("invite stored as %q", i.Hash)
			}
		}
		return err
	})
}
