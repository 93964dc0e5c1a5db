package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

func TestSecretIsNeverPrinted(t *testing.T) {
	const text = "123456:AAF-what-nobody-may-see"
	s := NewSecret(text)
	type holder struct {
		Token Secret
		Ptr   *Secret
		In    []Secret
		ByKey map[string]Secret
		token Secret
	}
	h := holder{s, &s, []Secret{s}, map[string]Secret{"a": s}, s}

	var out strings.Builder
	for _, v := range []any{s, &s, h, &h, h.In, h.ByKey, [1]Secret{s}, any(s)} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%q", "%s", "%x", "%X", "%d", "%t", "%08.3f", "%U", "%c", "%o", "%e", "% x", "%#q"} {
			fmt.Fprintf(&out, verb+"\n", v)
		}
		fmt.Fprintln(&out, v)
		out.WriteString(fmt.Errorf("calling with %v: %w", v, errors.New("no")).Error())
		asJSON, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		asYAML, err := yaml.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(asJSON)
		out.Write(asYAML)
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("x", "v", v, "s", s)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "v", v, "s", s)
		out.Write(log.Bytes())
	}
	for _, part := range []string{text, "nobody", "AAF", fmt.Sprintf("%x", text), fmt.Sprintf("%X", text)} {
		if strings.Contains(out.String(), part) {
			t.Errorf("a secret came out as %q in:\n%s", part, out.String())
		}
	}
	if !strings.Contains(out.String(), hidden) {
		t.Error("nothing was printed")
	}
	if s.Reveal() != text {
		t.Errorf("Reveal = %q", s.Reveal())
	}
}
