package report

import (
	"maps"
	"slices"
	"testing"
	"time"
)

func TestUnreachable(t *testing.T) {
	d := NewDirectory([]Unit{{Code: "A"}, {Code: "B"}, {Code: "C"}, {Code: "D"}})
	focal := func(units ...string) (posts []Post) {
		for _, u := range units {
			posts = append(posts, Post{Role: Focal, Unit: u})
		}
		return posts
	}
	gone := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	members := []Member{
		{ID: 1, Posts: focal("A")},
		{ID: 2, Posts: focal("B"), Unreachable: gone},
		{ID: 3, Posts: []Post{{Role: Head, Unit: "B"}, {Role: Officer}}},
		{ID: 4, Posts: append(focal("C"), Post{Role: Focal, Unit: "A", Deputy: true})},
	}
	got := slices.Sorted(maps.Keys(Unreachable(d, members)))
	if !slices.Equal(got, []string{"B", "D"}) {
		t.Errorf("unreachable: %v, want B (refused) and D (nobody)", got)
	}
}
