package telegram

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
)

// FuzzScan: what is taken out of JSON is what encoding/json takes out of it.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{
		`{}`, `[]`, `[1,"a, ]",{"b":[]},null,-2.5e3 , true]`, `{"message_id":5,"date":17,"text":"\\\"}{","x":{"message_id":6}}`, "[ [ ]\t,\n\"\\u005d\"\r]",
		`{ "edit_date" : 9223372036854775807 , "date":1e3,"message_id":"7"}`, `{"a":{"}":"{"},"b":"\\\\"}`, `["ệ"]`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var list []json.RawMessage
		if len(b) > 0 && b[0] == '[' && b[len(b)-1] == ']' && json.Unmarshal(b, &list) == nil {
			var got []string
			eachIn(b, func(_, value []byte) { got = append(got, string(value)) })
			var want []string
			for _, value := range list {
				want = append(want, string(value))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q: %q, not %q", b, got, want)
			}
		}
		var object map[string]json.RawMessage
		if len(b) > 0 && b[0] == '{' && b[len(b)-1] == '}' && json.Unmarshal(b, &object) == nil {
			got := map[string]string{}
			eachIn(b, func(name, value []byte) {
				var plain string
				if err := json.Unmarshal([]byte(`"`+string(name)+`"`), &plain); err != nil {
					t.Fatalf("%q: the name %q: %v", b, name, err)
				}
				got[plain] = string(value)
			})
			for name, value := range object {
				if got[name] != string(value) {
					t.Errorf("%q: %q is %q, not %q", b, name, got[name], value)
				}
			}
			if len(got) != len(object) {
				t.Errorf("%q: %q, not %q", b, got, object)
			}
		}
		var n int64
		if json.Valid(b) && json.Unmarshal(b, &n) == nil && string(b) != "null" && n != whole(bytes.TrimSpace(b)) {
			t.Errorf("%q is %d", b, whole(b))
		}
	})
}
