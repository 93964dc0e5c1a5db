package citizen

import (
	"math/rand/v2"
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

// What is not looked at for numbers has none.
func TestNoIDIsPassedBy(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	parts := []string{"0", "12", "085", "001234", "012085001234", " ", ".", "-", "/", "(", ",", "a", "Z", "e\u0301", "đ", "ế", "٠١٢", "²", "½", "①", "№", "\u200b", "−", "K", "3", "…"}
	held := 0
	for range 200_000 {
		text := ""
		for range 1 + dice.IntN(12) {
			text += parts[dice.IntN(len(parts))]
		}
		if !hasID(text) {
			continue
		}
		if held++; !mayHoldID(text) {
			t.Fatalf("%q has a number", text)
		}
	}
	if held < 1000 {
		t.Errorf("%d numbers only", held)
	}
}
