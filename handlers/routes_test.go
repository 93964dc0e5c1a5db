package handlers

import (
	"fmt"
	"testing"

	"guongsang/internal/letters"
)

// A way of asking leads to one thing, and every route to something.
func TestNoWayTwice(t *testing.T) {
	seen := map[string]bool{}
	way := func(how string) {
		if seen[how] {
			t.Errorf("two routes are asked by %s", how)
		}
		seen[how] = true
	}
	for _, r := range routes {
		if r.Verb != "" {
			way(fmt.Sprintf("the button %q", r.Verb))
		}
		if r.Question != "" {
			way(fmt.Sprintf("the question %q", r.Question))
		}
		for _, name := range r.Commands {
			way("/" + name)
		}
		for _, word := range r.Words {
			way(fmt.Sprintf("the word %q", letters.Fold(word)))
		}
	}
}
