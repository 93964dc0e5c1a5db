package texts

import "testing"

// TestPageLabels holds the labels of the demo's page to what all texts hold,
// and each key to one label in both languages.
func TestPageLabels(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range pageLabels {
		if seen[l.key] {
			t.Errorf("%s stands twice", l.key)
		}
		seen[l.key] = true
		if l.en == "" {
			t.Errorf("%s says nothing in English", l.key)
		}
		for _, wrong := range faults("PageLabels", l.vi) {
			t.Errorf("%s: %s\n%s", l.key, wrong, l.vi)
		}
	}
}
