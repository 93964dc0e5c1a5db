package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors gives each room its floor. Imports go down only: never to the same
// floor or a higher one.
var floors = map[string]int{
	"bot":                5,
	"handlers":           4,
	"internal/clerk":     4,
	"scheduler":          4,
	"internal/telegram":  4,
	"storage":            3,
	"internal/digest":    3,
	"internal/directory": 3,
	"internal/picture":   3,
	"internal/word":      1,
	"internal/sheet":     0,
	"internal/letters":   0,
	"internal/privacy":   1,
	"internal/texts":     2,
	"internal/invite":    1,
	"internal/photo":     1,
	"internal/report":    0,
	"internal/chat":      0,
	// The emulator stands beside the house: it imports none of it, and only
	// tests, bot's demo command and the demo's page import it.
	"internal/emulator": 5,
	"internal/webchat":  4,
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
			case path == "github.com/go-telegram/bot" && room != "internal/telegram":
				t.Errorf("%s imports %s: that is internal/telegram's alone", file, path)
			case !ours:
				if room == "internal/report" && strings.Contains(path, ".") {
					t.Errorf("%s imports %s: the domain uses the standard library only", file, path)
				}
			case (room == "bot" || room == "internal/webchat") && other == "internal/emulator":
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
