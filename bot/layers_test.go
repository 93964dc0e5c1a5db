package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors gives each room its floor. Imports go down only: never to the same
// floor or a higher one.
var floors = map[string]int{
	"bot":                10,
	"internal/demo":      9,
	"internal/app":       8,
	"internal/telegram":  4,
	"handlers":           7,
	"handlers/agency":    6,
	"handlers/unit":      5,
	"handlers/enrol":     4,
	"handlers/card":      4,
	"handlers/turn":      3,
	"internal/clerk":     3,
	"scheduler":          3,
	"internal/courier":   3,
	"storage":            2,
	"internal/digest":    2,
	"internal/form":      2,
	"internal/directory": 2,
	"internal/picture":   2,
	"internal/word":      1,
	"internal/sheet":     0,
	"internal/retry":     0,
	"internal/letters":   0,
	"internal/files":     0,
	"internal/texts":     1,
	"internal/invite":    1,
	"internal/photo":     1,
	"internal/report":    0,
	"internal/chat":      0,
	// What only the demo needs stands beside the house; the emulator imports
	// none of it.
	"internal/emulator":  0,
	"internal/webchat":   3,
	"internal/demotexts": 2,
}

// demoOnly are the rooms that what runs for the locality does without, and the
// rooms and files that may import them beside tests.
var demoOnly = map[string][]string{
	"internal/demo":      {"bot/demo.go"},
	"internal/emulator":  {"internal/webchat", "internal/demo"},
	"internal/webchat":   {"internal/demo", "bot/demo.go"},
	"internal/demotexts": {"internal/webchat", "internal/demo", "bot/demo.go"},
}

const module = "guongsang/"

func TestImportsGoDown(t *testing.T) {
	seen := map[string]bool{}
	eachGoFile(t, func(room, file string, imports []string) {
		floor, ok := floors[room]
		if !ok {
			t.Errorf("%s: room %s has no floor", file, room)
			return
		}
		seen[room] = true
		for _, path := range imports {
			other, ours := strings.CutPrefix(path, module)
			switch {
			case strings.HasPrefix(path, "github.com/go-telegram/bot") && room != "internal/telegram":
				t.Errorf("%s imports %s: that is internal/telegram's alone", file, path)
			case !ours:
				if room == "internal/report" && strings.Contains(path, ".") {
					t.Errorf("%s imports %s: the domain uses the standard library only", file, path)
				}
			case demoOnly[other] != nil && !slices.Contains(demoOnly[other], room) && !slices.Contains(demoOnly[other], file):
				t.Errorf("%s imports %s, which only the demo may", file, path)
			case room == "internal/emulator" && other == "internal/files":
			case room == "internal/emulator":
				t.Errorf("%s imports %s: the emulator knows nothing of the house", file, path)
			case floors[other] >= floor:
				t.Errorf("%s imports %s, which is not below", file, path)
			}
		}
	})
	for room := range floors {
		if !seen[room] {
			t.Errorf("room %s has no code", room)
		}
	}
}

// eachGoFile calls fn for every file of the module that is not a test.
func eachGoFile(t *testing.T, fn func(room, file string, imports []string)) {
	t.Helper()
	root := ".."
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		var imports []string
		for _, spec := range parsed.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			imports = append(imports, name)
		}
		fn(filepath.ToSlash(filepath.Dir(rel)), rel, imports)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
