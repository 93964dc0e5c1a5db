package handlers

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// code is an invite made now by a member, or with "" by the command line.
func (h *house) code(by string, p report.Post) string {
	h.t.Helper()
	maker := int64(0)
	if by != "" {
		maker = h.id(by)
	}
	code, i := invite.Issue(p, maker, h.now)
	h.change(func(tx *storage.Tx) error { return tx.PutInvite(i) })
	return code
}

// posts are those that a person holds.
func (h *house) posts(name string) string {
	h.t.Helper()
	var all []string
	h.look(func(tx *storage.Snapshot) error {
		m, err := tx.Member(h.id(name))
		if err != nil {
			return nil
		}
		for _, p := range m.Posts {
			words := strings.TrimSpace(fmt.Sprintf("%s %s", p.Role, p.Unit+p.Block))
			if p.Deputy {
				words += " deputy"
			}
			all = append(all, words)
		}
		return nil
	})
	return strings.Join(all, ", ")
}

// Whoever was taken out of a place does not come back to it by a code from
// before, whoever made it and however much that one may still issue it. A code
// that is made afterwards lets in, and so do old ones to another place and for
// somebody else.
func TestShownOutNeedsANewCode(t *testing.T) {
	for _, test := range []struct{ posts, remove, by, offered string }{
		{"focal PT001 deputy", "focal:PT001", "Hạnh", "focal PT001"},
		{"focal PT001 deputy", "focal:PT001", "Hạnh", "focal PT001 deputy"},
		{"focal PT001 deputy", "focal:PT001", "Lan", "focal PT001 deputy"},
		{"focal PT001 deputy", "focal:PT001", "Vang", "focal PT001"},
		{"focal PT001 deputy", "focal:PT001", "", "focal PT001"},
		{"focal PT001, leader", "focal:PT001", "Hạnh", "focal PT001"},
		{"head PT001", "head:PT001", "Hạnh", "head PT001"},
		{"officer", "officer:", "Quân", "officer"},
		{"admin", "admin:", "Quân", "admin"},
		{"admin", "admin:", "", "admin"},
		{"leader", "leader:", "Quân", "leader"},
	} {
		h := officeWith(t)
		h.member("Quân", "admin")
		h.member("Vang", "head PT001")
		h.member("Mai", test.posts)
		offered := h.post(test.offered)
		old, other := h.code(test.by, offered), h.code("Hạnh", report.Post{Role: report.Focal, Unit: "PT002", Deputy: true})
		h.now = h.now.Add(time.Minute)
		h.forge("Quân", fmt.Sprintf("rmok:%d:%s", h.id("Mai"), test.remove))
		left := h.posts("Mai")
		h.now = h.now.Add(time.Minute)
		h.say("Mai", old)
		if got := h.posts("Mai"); got != left {
			t.Errorf("%+v: back as %s", test, got)
		}
		h.say("Mai", other)
		h.say("Mai", old) // with a clean sheet
		if got, want := h.posts("Mai"), strings.TrimPrefix(left+", focal PT002 deputy", ", "); got != want {
			t.Errorf("%+v: %s, want %s", test, got, want)
		}
		h.say("Ngoại", old)
		if got := h.posts("Ngoại"); got != test.offered {
			t.Errorf("%+v: another is in as %q", test, got)
		}
		h.say("Mai", h.code("Quân", offered))
		if !strings.HasSuffix(h.posts("Mai"), test.offered) {
			t.Errorf("%+v: with a new code %s", test, h.posts("Mai"))
		}
	}
}

// post reads a post as member does.
func (h *house) post(words string) report.Post {
	h.t.Helper()
	h.member("Mẫu", words)
	defer h.member("Mẫu", "")
	var p report.Post
	h.look(func(tx *storage.Snapshot) error {
		m, err := tx.Member(h.id("Mẫu"))
		p = m.Posts[0]
		return err
	})
	p.Since = time.Time{}
	return p
}

// A code takes nothing from who presents it: the chính who presses the link
// meant for a dự phòng stays chính, and the link is left to the other.
func TestACodeTakesNothing(t *testing.T) {
	for _, test := range []struct{ held, offered, then, in string }{
		{"focal PT001", "focal PT001 deputy", "focal PT001", "focal PT001 deputy"},
		{"focal PT001", "focal PT001", "focal PT001", "focal PT001"},
		{"focal PT001 deputy", "focal PT001 deputy", "focal PT001 deputy", "focal PT001 deputy"},
		{"focal PT001 deputy", "focal PT001", "focal PT001", ""},
		{"head PT001", "head PT001", "head PT001", "head PT001"},
		{"officer", "officer", "officer", "officer"},
	} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month")
		h.member("Quân", "admin")
		h.member("Lan", test.held)
		code := h.code("Quân", h.post(test.offered))
		h.say("Lan", code)
		if got := h.posts("Lan"); got != test.then {
			t.Errorf("%+v: %s", test, got)
		}
		h.say("Mai", code)
		if got := h.posts("Mai"); got != test.in {
			t.Errorf("%+v: the other is in as %q", test, got)
		}
	}
}

// A code to a block that no unit names any more lets nobody in.
func TestCodeToABlockThatIsGone(t *testing.T) {
	h := officeWith(t)
	code := h.code("Hạnh", report.Post{Role: report.BlockHead, Block: "Khối cũ"})
	h.say("Ngoại", code)
	if got := h.posts("Ngoại"); got != "" {
		t.Errorf("in as %q", got)
	}
}

// Handing over takes back the own codes, and nobody's that the presser has no
// say over: the officer's code for a new dự phòng outlives that of the present
// one, the head's for a new chính that of the chính it is to replace.
func TestHandingOverTakesBackTheOwnCodesOnly(t *testing.T) {
	for _, test := range []struct {
		by, presses, offered string
		works                bool
	}{
		{"Hạnh", "Mai", "focal PT001 deputy", true},
		{"Vang", "Lan", "focal PT001", true},
		{"Hạnh", "Lan", "focal PT001", true},
		{"Lan", "Lan", "focal PT001", false},
		{"Lan", "Vang", "focal PT001", false},
		{"Hạnh", "Vang", "focal PT001", false},
	} {
		h := officeWith(t)
		h.member("Mai", "focal PT001 deputy")
		h.member("Vang", "head PT001")
		code := h.code(test.by, h.post(test.offered))
		h.now = h.now.Add(time.Minute)
		h.say(test.presses, texts.WordHandover)
		h.say("Ngoại", code)
		if got := h.posts("Ngoại") != ""; got != test.works {
			t.Errorf("%+v: works %v", test, got)
		}
	}
}

// A code in what was written with a photo lets in, right or wrong, and stands
// in no draft: the summary goes to the agency.
func TestACodeUnderAPhoto(t *testing.T) {
	for _, open := range []bool{true, false} {
		h := officeWith(t)
		code := h.code("Hạnh", report.Post{Role: report.Focal, Unit: "PT002", Deputy: true})
		if open {
			h.say("Lan", "Gửi gương")
		}
		h.act("Lan", "<photo a> Mã mời: "+wrongCode)
		h.act("Lan", "<photo b> Mã mời: "+code)
		if got := h.posts("Lan"); got != "focal PT001, focal PT002 deputy" {
			t.Errorf("draft open %v: %s\n%s", open, got, h.out.String())
		}
		if got := h.records(); strings.Contains(got, code) || strings.Contains(got, wrongCode) {
			t.Errorf("draft open %v: the code is kept:\n%s", open, got)
		}
		h.look(func(tx *storage.Snapshot) error {
			list, err := tx.Drafts(h.id("Lan"))
			if len(list) != 1 || len(list[0].Content.Media) != 2 {
				t.Errorf("draft open %v: drafts %+v", open, list)
			}
			return err
		})
	}
}

// The very code that once let somebody in is a wrong one after the removal: it
// gets the refusal of all wrong codes, and no menu.
func TestTheOwnUsedCodeIsWrongAfterRemoval(t *testing.T) {
	h := officeWith(t)
	code := h.code("Hạnh", report.Post{Role: report.Focal, Unit: "PT001", Deputy: true})
	h.say("Mới", code)
	if h.posts("Mới") != "focal PT001 deputy" {
		t.Fatalf("Mới holds %q", h.posts("Mới"))
	}
	h.do(h.id("Hạnh"), chat.Event{Kind: chat.Pressed, Press: chat.Press{Data: fmt.Sprintf("rmok:%d:focal:PT001", h.id("Mới"))}})
	before := h.out.Len()
	h.say("Mới", code)
	if said := h.out.String()[before:]; h.posts("Mới") != "" || !strings.Contains(said, texts.WrongCode(4)) || strings.Contains(said, texts.WordMenu) {
		t.Errorf("holds %q and was told:\n%s", h.posts("Mới"), said)
	}
}

// Who was taken out of several places comes back to none of them by a code from
// before, in whatever order they were taken away; what is older than a code
// lasts is kept no longer.
func TestShownOutOfSeveralPlaces(t *testing.T) {
	h := officeWith(t)
	h.member("Quân", "admin")
	h.member("Mai", "focal PT001 deputy, leader, head PT002")
	var old []string
	for _, words := range []string{"focal PT001 deputy", "leader", "head PT002"} {
		old = append(old, h.code("Quân", h.post(words)))
	}
	for _, place := range []string{"focal:PT001", "leader:", "head:PT002"} {
		h.now = h.now.Add(time.Hour)
		h.forge("Quân", fmt.Sprintf("rmok:%d:%s", h.id("Mai"), place))
	}
	for _, code := range old {
		h.say("Mai", code)
	}
	if got := h.posts("Mai"); got != "" {
		t.Errorf("back as %s", got)
	}
	out := func() (n int) {
		h.look(func(tx *storage.Snapshot) error {
			tries, err := tx.Tries(h.id("Mai"))
			n = len(tries.Out)
			return err
		})
		return n
	}
	if out() != 3 {
		t.Errorf("shown out of %d places", out())
	}
	h.now = h.now.Add(invite.Life - 3*time.Hour)
	h.code("Quân", report.Post{Role: report.Leader})
	for range 2 {
		h.member("Mai", "leader")
		h.forge("Quân", fmt.Sprintf("rmok:%d:leader:", h.id("Mai")))
		if n := out(); n != 3 { // the two others, whose codes last to the second, and the leader anew
			t.Errorf("a code's life later %d places are kept", n)
		}
	}
	h.now = h.now.Add(time.Second)
	h.member("Mai", "leader")
	h.forge("Quân", fmt.Sprintf("rmok:%d:leader:", h.id("Mai")))
	if n := out(); n != 1 {
		t.Errorf("shown out of the same place again, %d places are kept", n)
	}
}

// Who was taken out while the clock was ahead comes back by a code that is made
// when it is right again, and still by none from before.
func TestShownOutWhileTheClockWasAhead(t *testing.T) {
	for _, ahead := range []time.Duration{26 * time.Minute, 13 * 24 * time.Hour, invite.Life + time.Hour, 40 * 24 * time.Hour} {
		for _, about := range []bool{true, false} {
			h := officeWith(t)
			h.member("Mai", "focal PT001 deputy")
			old, place := wrongCode, report.Post{Role: report.Focal, Unit: "PT001", Deputy: true}
			if about {
				old = h.code("Hạnh", place)
			}
			h.now = h.now.Add(ahead)
			h.forge("Hạnh", fmt.Sprintf("rmok:%d:focal:PT001", h.id("Mai")))
			h.now = h.now.Add(time.Minute - ahead)
			h.say("Mai", old)
			if got := h.posts("Mai"); got != "" {
				t.Errorf("%v ahead: back as %s", ahead, got)
			}
			h.say("Mai", h.code("Hạnh", place))
			if got := h.posts("Mai"); got != "focal PT001 deputy" && ahead < invite.Life { // else she waits until the clock has caught up
				t.Errorf("%v ahead, a code was about %t: with a new code %q", ahead, about, got)
			}
		}
	}
}
