package demotexts

import "testing"

// TestPageLabels holds each key to one label, in both languages.
func TestPageLabels(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range pageLabels {
		if seen[l.key] {
			t.Errorf("%s stands twice", l.key)
		}
		seen[l.key] = true
		if l.vi == "" || l.en == "" {
			t.Errorf("%s says nothing in one language", l.key)
		}
	}
}
