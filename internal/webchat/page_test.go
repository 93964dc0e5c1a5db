package webchat

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/demotexts"
)

var (
	wordInTemplate = regexp.MustCompile(`\{\{\.Words\.([a-z_]+)\}\}`)
	wordInMarkup   = regexp.MustCompile(`data-t(?:-label|-title|-hint)?="([^"]+)"`)
	wordInScript   = regexp.MustCompile(`\bt\("([^"]+)"|\b(?:says|label|title|hint): "([^"]+)"|dataset\.tHint = "([^"]+)"`)
	choice         = regexp.MustCompile(`\b(?:says|label|title|hint|key)(?:: | = )[^,{}?\n]*\? "([a-z_]+)" : "([a-z_]+)"`)
	foreignAddress = regexp.MustCompile(`https?://[^\s"'<>)]+`)
)

// TestPageLabels holds that every label that the page names exists in both
// languages, and that none is left over.
func TestPageLabels(t *testing.T) {
	labels := demotexts.PageLabels()
	if vi, en := sorted(labels["vi"]), sorted(labels["en"]); !slices.Equal(vi, en) {
		t.Errorf("labels differ: %v and %v", vi, en)
	}
	used := map[string]bool{}
	for name, source := range pageSources(t) {
		for _, re := range []*regexp.Regexp{wordInTemplate, wordInMarkup, wordInScript, choice} {
			for _, m := range re.FindAllStringSubmatch(source, -1) {
				for _, key := range m[1:] {
					if key == "" {
						continue
					}
					used[key] = true
					if labels["vi"][key] == "" {
						t.Errorf("%s names the label %s, which does not exist", name, key)
					}
				}
			}
		}
	}
	for _, key := range sorted(labels["vi"]) {
		if !used[key] {
			t.Errorf("nothing shows the label %s", key)
		}
	}
}

// TestPageKeepsToItself holds what the content security policy asks of the
// page: nothing from outside, no code or style within the markup, no markup
// made of strings. Small it is as well.
func TestPageKeepsToItself(t *testing.T) {
	const limit = 148 << 10
	total := 0
	for name, source := range pageSources(t) {
		total += len(source)
		for _, address := range foreignAddress.FindAllString(source, -1) {
			if address != "http://www.w3.org/2000/svg" && !strings.HasSuffix(name, ".js") {
				t.Errorf("%s names %s", name, address)
			}
		}
		for _, banned := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", " style=\"", " onclick=\"", "@import"} {
			if strings.Contains(source, banned) {
				t.Errorf("%s uses %s", name, banned)
			}
		}
	}
	if total > limit {
		t.Errorf("the page has %d bytes, more than %d", total, limit)
	}
}

func pageSources(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("page/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	all := map[string]string{}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[file] = string(source)
	}
	return all
}

func sorted(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
