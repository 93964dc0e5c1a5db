package form

import "testing"

// "Cả hai" says how many reasons there are of a longer list, and not which: it is
// not sent to the unit as one.
func TestReasonsThatAreOnlyCounted(t *testing.T) {
	for _, text := range []string{"cả hai", "cả ba ạ"} {
		if numbers, note, ok := ReadReasons(text, 6); ok {
			t.Errorf("%s: %v, %q", text, numbers, note)
		}
	}
}
