package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"guongsang/internal/intent"
	"guongsang/internal/paste"
	"guongsang/internal/report"
)

// What the guides say can be typed is understood: each sentence of the table in the
// focal point's guide, the message that tells of somebody, the template that is
// pasted, and what an officer may ask.
func TestGuidesSayWhatIsUnderstood(t *testing.T) {
	understood := func(by intent.Speaker, line string) (sentences int) {
		by.Today = report.Date{Year: 2026, Month: 11, Day: 12}
		for _, said := range saidIn.FindAllStringSubmatch(line, -1) {
			sentences++
			if m := intent.Understand(by, said[1]); m.Intent == intent.NoIntent {
				t.Errorf("%q is not understood", said[1])
			}
		}
		return sentences
	}
	sentences, told, labels := 0, 0, 0
	for line := range strings.Lines(guide(t, "huong-dan-dau-moi.md")) {
		if message, ok := strings.CutPrefix(line, "> "); ok && paste.Tells(message) {
			told++
		}
		if strings.HasPrefix(line, "| `") {
			sentences += understood(intent.Speaker{Serves: true}, line)
		}
	}
	for _, block := range strings.Split(guide(t, "huong-dan-dau-moi.md"), "```") {
		labels = max(labels, paste.Read(block).Labels)
	}
	asked := 0
	for line := range strings.Lines(guide(t, "huong-dan-co-quan-thuong-truc.md")) {
		if strings.Contains(line, "hỏi bằng lời") {
			asked += understood(intent.Speaker{Agency: true}, line)
		}
	}
	if sentences < 6 || told != 1 || labels != 7 || asked < 2 {
		t.Errorf("%d sentences, %d told, %d labels, %d asked by the agency", sentences, told, labels, asked)
	}
}

var saidIn = regexp.MustCompile("`([^`]+)`")

func guide(t *testing.T, name string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// Every button, list and field that the guides name is called so by the bot, and every
// picture in them is there. A name is what stands in bold and is no sentence.
func TestGuidesNameWhatThereIs(t *testing.T) {
	golden, err := os.ReadFile(filepath.Join("..", "internal", "texts", "testdata", "texts.golden"))
	if err != nil {
		t.Fatal(err)
	}
	names, pictures := 0, 0
	for _, page := range []string{"huong-dan-dau-moi.md", "huong-dan-co-quan-thuong-truc.md"} {
		text := guide(t, page)
		for _, bold := range boldIn.FindAllStringSubmatch(text, -1) {
			name := bold[1]
			first := []rune(name)[0]
			if unicode.IsLower(first) || strings.ContainsAny(name[len(name)-1:], "?.") || len(strings.Fields(name)) > 8 {
				continue
			}
			names++
			for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return strings.ContainsRune("…→“”", r) }) {
				if !strings.Contains(string(golden), strings.TrimSpace(part)) {
					t.Errorf("%s names %q, which the bot does not say", page, name)
				}
			}
		}
		for _, picture := range pictureIn.FindAllStringSubmatch(text, -1) {
			pictures++
			if _, err := os.Stat(filepath.Join("..", "docs", picture[1])); err != nil {
				t.Errorf("%s: %v", page, err)
			}
		}
	}
	if names < 100 || pictures < 10 {
		t.Errorf("%d names and %d pictures in the guides", names, pictures)
	}
}

var (
	boldIn    = regexp.MustCompile(`\*\*([^*]+)\*\*`)
	pictureIn = regexp.MustCompile(`!\[[^\]]*\]\(([^)]+)\)`)
)
