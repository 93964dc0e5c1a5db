package chat

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzParseAction: what travels in a button comes back as it was sent, and is
// read alike from the messenger and from the store; what is too long for a
// button is refused.
func FuzzParseAction(f *testing.F) {
	for _, seed := range []string{"intro", "nil:PT001:2026-11", "acc:G-2026-0001:3", ":", "::", "a:b:", "", "ưu:\x00:\xff", Do(VerbSnooze, 1, "hai").String()} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		do, err := ParseAction(data)
		if (err != nil) != (data == "" || len(data) > MaxAction) {
			t.Fatalf("%q: %v", data, err)
		}
		if err != nil {
			return
		}
		if do.String() != data || do.Arg(len(do.Args)) != "" {
			t.Errorf("%q became %+v", data, do)
		}
		raw, err := json.Marshal(do)
		if err != nil {
			t.Fatal(err)
		}
		var stored, again Action
		if err := json.Unmarshal(raw, &stored); err != nil {
			t.Fatalf("%s: %v", raw, err)
		}
		raw, _ = json.Marshal(stored)
		if err := json.Unmarshal(raw, &again); err != nil || cmp.Diff(stored, again) != "" {
			t.Errorf("%q is stored as %+v and again as %+v, %v", data, stored, again, err)
		}
	})
}
