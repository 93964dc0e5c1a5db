package citizen

import (
	"os"
	"strings"
	"testing"
)

// The digits of citizens' numbers are taken away, wherever they stand, and all
// else stays.
func TestMaskIDs(t *testing.T) {
	for text, want := range map[string]string{
		"CCCD: 012085001234, cấp ở Lai Châu":    "CCCD: ••••••••••••, cấp ở Lai Châu",
		"Số 0120 8500 1234\nvà 012 085 001 235": "Số •••• •••• ••••\nvà ••• ••• ••• •••",
		"Thu 150.000.000.000 đồng":              "Thu 150.000.000.000 đồng",
		"ế‐٠١٢٠٨٥٠٠١٢٣٤ ế":                      "ế‐•••••••••••• ế",
		"Điện thoại 0900 000 002":               "Điện thoại 0900 000 002",
	} {
		got, found := MaskIDs(text)
		if got != want || found != (got != text) || HoldsID(got) {
			t.Errorf("%q became %q, %v", text, got, found)
		}
	}
}

func TestHoldsID(t *testing.T) {
	b, err := os.ReadFile("testdata/citizens.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		kind, text, _ := strings.Cut(line, "|")
		text = strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\u200b`, "\u200b").Replace(strings.TrimSpace(text))
		if want := strings.TrimSpace(kind) == "yes"; HoldsID(text) != want {
			t.Errorf("%s: not so", line)
		}
	}
}
