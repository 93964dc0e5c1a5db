package letters

import "testing"

func TestRememberLast(t *testing.T) {
	asked := 0
	length := RememberLast(func(s string) int { asked++; return len(s) })
	for _, s := range []string{"a", "a", "bb", "bb", "a", ""} {
		if n := length(s); n != len(s) {
			t.Errorf("%q is %d long", s, n)
		}
	}
	if asked != 4 {
		t.Errorf("asked %d times, want 4", asked)
	}
}
