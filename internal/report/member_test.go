package report

import (
	"maps"
	"testing"
	"time"
)

// A unit can be asked through any focal point, chính or dự phòng. One that has
// none that can be reached is told apart by whether it ever had one.
func TestContacts(t *testing.T) {
	d := NewDirectory([]Unit{{Code: "A"}, {Code: "B"}, {Code: "C"}, {Code: "D"}, {Code: "E"}})
	focal := func(units ...string) (posts []Post) {
		for _, u := range units {
			posts = append(posts, Post{Role: Focal, Unit: u})
		}
		return posts
	}
	gone := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	members := []Member{
		{ID: 1, Posts: focal("A")},
		{ID: 2, Posts: focal("B", "A"), Unreachable: gone},
		{ID: 3, Posts: []Post{{Role: Head, Unit: "B"}, {Role: Head, Unit: "D"}, {Role: Officer}}},
		{ID: 4, Posts: append(focal("C"), Post{Role: Focal, Unit: "A", Deputy: true})},
	}
	enrolled := func(unit string) bool { return unit != "D" } // E had one who left
	want := map[string]Contact{"B": Unreachable, "D": Unconnected, "E": Unreachable}
	if got := ContactsOf(d, members, enrolled); !maps.Equal(got, want) {
		t.Errorf("contacts %v, want %v", got, want)
	}
}
