package handlers

import (
	"errors"
	"strings"
	"testing"
	"time"

	"guongsang/handlers/enrol"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const wrongCode = "23456-CFGHJ-KMNP"

// Five wrong codes lock for an hour if the first of them is not an hour old
// when the last one comes; what is older is forgotten. The numbers are the
// minutes at which a wrong code is presented, the answers how many tries are
// said to be left; 0 is being locked out.
func TestWrongCodesLockWithinAnHour(t *testing.T) {
	for _, test := range []struct {
		name    string
		minutes []int
		left    []int
	}{
		{"five at once", []int{0, 0, 0, 0, 0}, []int{4, 3, 2, 1, 0}},
		{"five just within the hour", []int{0, 10, 20, 30, 59}, []int{4, 3, 2, 1, 0}},
		{"the first is an hour old", []int{0, 10, 20, 30, 60}, []int{4, 3, 2, 1, 1}},
		{"four, an hour, and four", []int{0, 1, 2, 3, 63, 64, 65, 66}, []int{4, 3, 2, 1, 4, 3, 2, 1}},
		{"four, an hour, and five", []int{0, 1, 2, 3, 63, 64, 65, 66, 67}, []int{4, 3, 2, 1, 4, 3, 2, 1, 0}},
		{"one in twenty minutes", []int{0, 20, 40, 60, 80, 100, 120}, []int{4, 3, 2, 2, 2, 2, 2}},
		{"while locked nothing counts", []int{0, 0, 0, 0, 0, 30, 59, 60, 60}, []int{4, 3, 2, 1, 0, 0, 0, 4, 3}},
		{"locked from the fifth on", []int{0, 10, 20, 30, 40, 99, 100, 101}, []int{4, 3, 2, 1, 0, 0, 4, 3}},
	} {
		for _, who := range []string{"Lạ", "Lan"} { // a stranger, and a member who wants a second post
			h := newHouse(t)
			h.unit("PT001", "Trường Hoa Ban", "month")
			h.member("Lan", "focal PT001")
			began, locked := h.now, time.Time{}
			for i, minute := range test.minutes {
				h.now = began.Add(time.Duration(minute) * time.Minute)
				h.say(who, "/start "+wrongCode)
				got := h.last(who).Text
				want := texts.WrongCode(test.left[i])
				if test.left[i] == 0 {
					if !h.now.Before(locked) {
						locked = h.now.Add(time.Hour)
					}
					want = h.desk.Office.LockedOut(locked)
				}
				if got != want {
					t.Errorf("%s, %s, minute %d:\n got %s\nwant %s", test.name, who, minute, got, want)
				}
			}
		}
	}
}

// Whoever is locked out does not get in by a right code until the hour is
// over, and then does; nobody else is locked out with them, and the admins hear
// of it once.
func TestALockedAccountWaitsItsHour(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	h.member("Tú", "admin")
	code := h.invite(report.Post{Role: report.Focal, Unit: "PT001"})
	for range 5 {
		h.say("Lạ", wrongCode)
	}
	locked := h.now.Add(time.Hour)
	h.now = locked.Add(-time.Second)
	h.say("Lạ", code)
	if h.last("Lạ").Text != h.desk.Office.LockedOut(locked) || h.enrolled("Lạ") {
		t.Errorf("got in while locked out: %s", h.last("Lạ"))
	}
	h.say("Mai", wrongCode)
	if got := h.last("Mai").Text; got != texts.WrongCode(4) {
		t.Errorf("another account: %s", got)
	}
	h.now = locked
	h.say("Lạ", code)
	if !h.enrolled("Lạ") {
		t.Errorf("kept out after the hour: %s", h.last("Lạ"))
	}
	alarms := 0
	for _, s := range h.screens[h.id("Tú")] {
		if s.message.Text == h.desk.Office.LockedOutAlarm(h.id("Lạ"), locked) {
			alarms++
		}
	}
	if alarms != 1 {
		t.Errorf("the admin had %d alarms, want 1", alarms)
	}
}

func (h *house) enrolled(name string) (yes bool) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) error {
		_, err := tx.Member(h.id(name))
		yes = err == nil
		return nil
	})
	return yes
}

// A stranger learns nothing from how a code is refused: whether it never was, was used,
// ended, was taken back, or leads nowhere any more is answered, counted and logged alike, and
// nobody else hears of it.
func TestAllWrongCodesAreRefusedAlike(t *testing.T) {
	post := report.Post{Role: report.Focal, Unit: "PT001"}
	for name, test := range map[string]struct {
		spoil func(h *house, code string)
		days  int
	}{
		"never issued":                 {func(*house, string) {}, -1},
		"used by another":              {func(h *house, code string) { h.say("Mai", code) }, 0},
		"used by another, and expired": {func(h *house, code string) { h.say("Mai", code) }, 15},
		"expired":                      {func(*house, string) {}, 15},
		"expired now":                  {func(*house, string) {}, 14},
		"taken back": {func(h *house, code string) {
			h.change(func(tx *storage.Tx) error {
				i, err := tx.Invite(invite.Hash(code))
				i.Revoked = h.now
				return errors.Join(err, tx.PutInvite(i))
			})
		}, 0},
		"its maker left":       {func(h *house, _ string) { h.member("Hạnh", "") }, 0},
		"another maker's post": {func(h *house, _ string) { h.member("Hạnh", "leader") }, 0},
	} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month")
		h.member("Tú", "admin")
		h.member("Hạnh", "officer")
		code, made := invite.Issue(post, h.id("Hạnh"), h.now)
		if test.days >= 0 {
			h.change(func(tx *storage.Tx) error { return tx.PutInvite(made) })
		}
		test.spoil(h, code)
		h.now = h.now.AddDate(0, 0, max(0, test.days))
		h.out.Reset()
		for n := 4; n > 0; n-- {
			h.say("Lạ", code)
			if got := h.last("Lạ").Text; got != texts.WrongCode(n) {
				t.Errorf("%s: %s", name, got)
			}
		}
		if said := strings.Count("\n"+h.out.String(), "\n< "); said != 4 || h.enrolled("Lạ") {
			t.Errorf("%s: %d messages:\n%s", name, said, h.out.String())
		}
	}
}

// What was done while the clock was ahead is not taken for a moment ago until the right
// clock has caught up: a code is made again, a stranger is told again how to get in, and
// nobody is locked out longer than the hour.
func TestDoneWhileTheClockWasAhead(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	h.unit("PT002", "Trường Ban Trắng", "month")
	h.member("Hạnh", "officer")
	code := h.invite(report.Post{Role: report.Leader})
	makes := func() int {
		before := h.invites()
		h.forge("Hạnh", "inv:PT001:first")
		return h.invites() - before
	}
	sheet := func() int {
		before := h.invites()
		h.now = h.now.Add(enrol.SecondPress)
		h.say("Hạnh", "Mời")
		h.press("Hạnh", "Mọi đơn vị chưa có đầu mối (2)", false)
		h.press("Hạnh", "Tạo danh sách mã", false)
		return h.invites() - before
	}
	right := h.now
	h.now = right.AddDate(1, 0, 0)
	if one, all := makes(), sheet(); one != 1 || all != 2 {
		t.Fatalf("%d, %d codes are made: %s", one, all, h.last("Hạnh"))
	}
	h.say("Lạ", "chào em")
	for range 5 {
		h.say("Nhầm", wrongCode)
	}
	h.now = right
	if one, all := makes(), sheet(); one != 1 || all != 2 {
		t.Errorf("%d, %d codes are made: %s", one, all, h.last("Hạnh"))
	}
	told := len(h.screens[h.id("Lạ")])
	h.say("Lạ", "chào em")
	if len(h.screens[h.id("Lạ")]) != told+1 {
		t.Error("a stranger hears nothing")
	}
	h.say("Nhầm", code)
	if !h.enrolled("Nhầm") {
		t.Errorf("locked out: %s", h.last("Nhầm"))
	}
}

// invites counts those that were ever made.
func (h *house) invites() (n int) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) error {
		all, err := tx.Invites()
		n = len(all)
		return err
	})
	return n
}
