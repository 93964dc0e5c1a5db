package form

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/paste"

	"golang.org/x/text/unicode/norm"
)

// BenchmarkReadPaste reads the labelled pastes, as µs for each line. A floor of
// the same run is what it costs to compose their letters once.
func BenchmarkReadPaste(b *testing.B) {
	var pastes []string
	lines := 0
	files, _ := filepath.Glob("testdata/labelled/pasted*/*.txt")
	for _, name := range files {
		file, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text, _, _ := strings.Cut(string(file), "\n----\n")
		pastes, lines = append(pastes, text), lines+1+strings.Count(text, "\n")
	}
	for name, read := range map[string]func(string){
		"floor":    func(text string) { _ = norm.NFC.String(text) },
		"persons":  func(text string) { paste.PersonsIn(text) },
		"one":      func(text string) { paste.Read(text) },
		"with-all": func(text string) { readAsSent(text) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for _, text := range pastes {
					read(text)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*lines), "µs/line")
		})
	}
}
