package report

import (
	"fmt"
	"testing"
	"time"
)

// Two posts are the same place if role, unit and block are the same, whoever
// is chính and since when.
func TestSamePlace(t *testing.T) {
	focal := Post{Role: Focal, Unit: "PT1"}
	block := Post{Role: BlockHead, Block: "A"}
	since := time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		p, q Post
		want bool
	}{
		{focal, focal, true},
		{focal, Post{Role: Focal, Unit: "PT1", Deputy: true, Since: since}, true},
		{focal, Post{Role: Focal, Unit: "PT2"}, false},
		{focal, Post{Role: Head, Unit: "PT1"}, false},
		{block, block, true},
		{block, Post{Role: BlockHead, Block: "B"}, false},
		{block, Post{Role: BlockHead}, false},
		{Post{Role: Officer}, Post{Role: Officer, Since: since}, true},
		{Post{Role: Officer}, Post{Role: Admin}, false},
	} {
		if test.p.SamePlace(test.q) != test.want || test.q.SamePlace(test.p) != test.want {
			t.Errorf("%+v and %+v are the same place: want %t", test.p, test.q, test.want)
		}
	}
}

// What a member serves, holds and works for follows from each of the posts.
func TestMembersByTheirPosts(t *testing.T) {
	m := Member{Posts: []Post{{Role: Head, Unit: "PT1"}, {Role: Focal, Unit: "PT2"}, {Role: Focal, Unit: "PT3", Deputy: true}}}
	if got := fmt.Sprint(m.Units()); got != "[PT2 PT3]" {
		t.Errorf("units %s", got)
	}
	for unit, want := range map[string]bool{"PT1": false, "PT2": true, "PT3": true, "PT4": false, "": false} {
		if m.Serves(unit) != want {
			t.Errorf("serves %q: want %t", unit, want)
		}
	}
	for unit, want := range map[string][2]bool{"PT1": {true, false}, "PT2": {false, true}, "PT3": {false, false}, "PT4": {false, false}} {
		if got := [2]bool{m.Heads(unit), m.Leads(unit)}; got != want {
			t.Errorf("heads and leads %s: %v, want %v", unit, got, want)
		}
	}
	if got := fmt.Sprint(m.Represented()); got != "[PT2 PT3 PT1]" {
		t.Errorf("represents %s", got)
	}
	if m.Posts = append(m.Posts, Post{Role: Head, Unit: "PT2"}); fmt.Sprint(m.Represented()) != "[PT2 PT3 PT1]" || !m.Represents("PT1") || m.Represents("PT4") {
		t.Errorf("as the head of PT2 as well it represents %s", m.Represented())
	}
	if !m.Holds(Head) || !m.Holds(Admin, Focal) || m.Holds(Admin, Officer) || m.Holds() {
		t.Error("holds other roles than its posts'")
	}
	for _, role := range Roles {
		if got, want := (Member{Posts: []Post{{Role: role}}}).Agency(), role == Officer || role == Admin; got != want {
			t.Errorf("%s works for the agency: %t", role, got)
		}
	}
	if gone := (Member{Unreachable: time.Unix(1, 0)}); gone.Reachable() || !m.Reachable() {
		t.Error("reachable is the wrong way round")
	}
}

// An invite is open until it expires, is used or is revoked.
func TestInviteOpen(t *testing.T) {
	now := time.Date(2026, 11, 9, 8, 0, 0, 0, time.UTC)
	for name, test := range map[string]struct {
		invite Invite
		open   bool
	}{
		"open":        {Invite{Expires: now.Add(1)}, true},
		"expires now": {Invite{Expires: now}, false},
		"used":        {Invite{Expires: now.Add(1), Used: now}, false},
		"revoked":     {Invite{Expires: now.Add(1), Revoked: now}, false},
	} {
		if got := test.invite.Open(now); got != test.open {
			t.Errorf("%s: open %t", name, got)
		}
	}
}
