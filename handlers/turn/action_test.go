package turn

import (
	"slices"
	"testing"
)

func TestWhole(t *testing.T) {
	action := Action{Parts: []Part{{Name: "unit"}, {Name: "page", Optional: true}, {Name: "day"}, {Name: "from", Optional: true}}}
	for _, test := range []struct{ given, want []string }{
		{[]string{"PT001", "0", "2026-12-16", "edit"}, []string{"PT001", "0", "2026-12-16", "edit"}},
		{[]string{"PT001", "", "2026-12-16"}, []string{"PT001", "", "2026-12-16", ""}},
		{[]string{"PT001", "", "2026-12-16", ""}, []string{"PT001", "", "2026-12-16", ""}},
		{nil, nil},
		{[]string{"PT001"}, nil},
		{[]string{"PT001", "0", ""}, nil},
		{[]string{"", "0", "2026-12-16"}, nil},
		{[]string{"PT001", "0", "2026-12-16", "edit", ""}, nil},
	} {
		got, ok := action.whole(test.given)
		if !slices.Equal(got, test.want) || ok != (test.want != nil) {
			t.Errorf("%q: %q, %v", test.given, got, ok)
		}
	}
}
