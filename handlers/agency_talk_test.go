package handlers

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"guongsang/storage"
)

var (
	codeForm = regexp.MustCompile(`[2-9CFGHJKMNPQRTVX]{5}-[2-9CFGHJKMNPQRTVX]{5}-[2-9CFGHJKMNPQRTVX]{4}`)
	sizeForm = regexp.MustCompile(`(\(file .*), \d+ bytes\)`) // a workbook's size depends on the codes in it
	hintForm = regexp.MustCompile(`…[2-9CFGHJKMNPQRTVX]{2}\b`)
)

// TestAgencyTalks plays the conversations in testdata/agency. Invite codes are
// random: a file writes {code1} for the first one that was shown, and {hint1}
// for its last two letters.
func TestAgencyTalks(t *testing.T) {
	files, err := filepath.Glob("testdata/agency/*.talk")
	if err != nil || len(files) == 0 {
		t.Fatal("no conversations", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".talk"), func(t *testing.T) { playAgencyTalk(t, file) })
	}
}

func playAgencyTalk(t *testing.T, file string) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	h := newHouse(t)
	for line := range strings.SplitSeq(string(b), "\n") {
		if said, ok := strings.CutPrefix(line, "> "); ok {
			h.out.WriteString("\n" + line + "\n")
			name, what, _ := strings.Cut(said, ": ")
			h.act(name, h.withCodes(what))
		} else {
			h.play(line)
		}
	}
	h.look(func(tx *storage.Snapshot) error { h.nothingToldIn(tx); return nil })
	got := h.withoutCodes()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if got != string(b) {
		t.Errorf("%s differs (run with -update and look at the difference)\n%s", file, firstDifference(string(b), got))
	}
}

// codes lists the invite codes that were shown, in that order.
func (h *house) codes() (codes []string) {
	for _, code := range codeForm.FindAllString(h.out.String(), -1) {
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

func (h *house) withCodes(text string) string {
	for n, code := range h.codes() {
		text = strings.ReplaceAll(text, fmt.Sprintf("{code%d}", n+1), code)
		text = strings.ReplaceAll(text, fmt.Sprintf("{hint%d}", n+1), code[len(code)-2:])
	}
	return text
}

func (h *house) withoutCodes() string {
	text := h.out.String()
	for n, code := range h.codes() {
		text = strings.ReplaceAll(text, code, fmt.Sprintf("{code%d}", n+1))
	}
	text = sizeForm.ReplaceAllString(text, "$1)")
	return hintForm.ReplaceAllString(text, "…{hint}")
}
