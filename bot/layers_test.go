package main

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// floors gives each room its floor. Imports go down only: never to the same
// floor or a higher one.
var floors = map[string]int{
	"bot":                           16,
	"internal/demo":                 15,
	"internal/app":                  14,
	"handlers":                      13,
	"handlers/agency":               12,
	"handlers/behalf":               11,
	"handlers/supplement":           11,
	"handlers/board":                10,
	"handlers/directory":            10,
	"handlers/find":                 10,
	"handlers/review":               10,
	"handlers/pick":                 8,
	"handlers/unit":                 10,
	"handlers/draft":                9,
	"handlers/duty":                 8,
	"handlers/enrol":                8,
	"handlers/card":                 8,
	"handlers/turn":                 7,
	"internal/telegram":             8,
	"internal/courier":              7,
	"internal/clerk":                8,
	"internal/importer":             7,
	"internal/watch":                7,
	"scheduler":                     7,
	"storage":                       5,
	"internal/form":                 6,
	"internal/choice":               4,
	"internal/correction":           5,
	"internal/said":                 5,
	"internal/supplement":           7,
	"internal/paste":                4,
	"internal/nillist":              5,
	"internal/intent":               3,
	"internal/digest":               3,
	"internal/picture":              3,
	"internal/directory":            3,
	"internal/publicity":            4,
	"internal/texts":                2,
	"internal/likeness":             2,
	"internal/search":               2,
	"storage/layout":                1,
	"storage/disk":                  2,
	"storage/kv":                    3,
	"storage/records":               4,
	"storage/transfer":              3,
	"internal/assess":               1,
	"internal/privacy":              1,
	"internal/invite":               1,
	"internal/letterhead":           1,
	"internal/mention":              1,
	"internal/opc":                  0,
	"internal/photo":                1,
	"internal/word":                 1,
	"internal/docx":                 1,
	"internal/report":               0,
	"internal/chat":                 0,
	"internal/sheet":                0,
	"internal/dates":                1,
	"internal/unitname":             3,
	"internal/letters":              0,
	"internal/vietnamese":           0,
	"internal/worddiff":             0,
	"internal/citizen":              0,
	"internal/contact":              0,
	"internal/files":                0,
	"internal/retry":                0,
	"internal/deepcopy":             0,
	"internal/charset/html/charset": 0,
	"internal/pdf":                  1,

	"internal/publicity/spoken": 1,
	"internal/assess/ground":    5,

	"handlers/publication": 10,
	"handlers/rights":      10,
	"internal/eraser":      8,
	"internal/publisher":   7,

	// What only the demo needs stands beside the house; the emulator imports
	// none of it but files.
	"internal/emulator":          0,
	"internal/webchat":           7,
	"internal/demotexts":         3,
	"internal/sample":            8,
	"internal/simulation":        1,
	"internal/simulation/stored": 7,
}

// demoOnly are the rooms that what runs for the locality does without, and the
// rooms and files that may import them beside tests.
var demoOnly = map[string][]string{
	"internal/demo":              {"bot/demo.go"},
	"internal/emulator":          {"internal/webchat", "internal/demo", "internal/simulation"},
	"internal/webchat":           {"internal/demo", "bot/demo.go"},
	"internal/demotexts":         {"internal/webchat", "internal/demo", "bot/demo.go"},
	"internal/sample":            {"internal/demo"},
	"internal/simulation":        {"internal/demo", "internal/demotexts", "internal/simulation/stored"},
	"internal/simulation/stored": {"internal/demo"},
}

// storeOnly are the rooms that only the store's own may import: whoever else
// could write past it.
var storeOnly = []string{"storage/kv", "storage/layout"}

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
			case slices.Contains(storeOnly, other) && room != "storage" && !strings.HasPrefix(room, "storage/"):
				t.Errorf("%s imports %s, which only the store may", file, path)
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

var roomOfTour = regexp.MustCompile(`(?m)^//\t(\d+) +(\S+) `)

// The tour names each room that the locality needs, on its floor.
func TestTourNamesEveryRoom(t *testing.T) {
	tour, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]string{}
	for _, m := range roomOfTour.FindAllStringSubmatch(string(tour), -1) {
		named[m[2]] = m[1]
	}
	for room, floor := range floors {
		if want := strconv.Itoa(floor); (demoOnly[room] == nil || room == "internal/demo") && named[room] != want {
			t.Errorf("%s is on floor %s, the tour says %q", room, want, named[room])
		}
		delete(named, room)
	}
	for room := range named {
		t.Errorf("the tour shows %s, which is not there", room)
	}
}

// maxLines is how many lines of Go without tests a room may have: more, and nobody
// finds their way. Texts are a long list, and the emulator is Telegram.
const maxLines = 4000

var roomier = map[string]int{"internal/texts": 1 << 30, "internal/emulator": 5000, "bot": 1600}

func TestRoomsAreNotTooLarge(t *testing.T) {
	lines := map[string]int{}
	eachGoFile(t, func(room, file string, _ []string) {
		text, err := os.ReadFile(filepath.Join("..", file))
		if err != nil {
			t.Fatal(err)
		}
		lines[room] += bytes.Count(text, []byte("\n"))
	})
	for room, n := range lines {
		if most := cmp.Or(roomier[room], maxLines); n > most {
			t.Errorf("%s has %d lines, at most %d", room, n, most)
		}
	}
}

// eachGoFile calls fn for every file of the module that is not a test.
func eachGoFile(t *testing.T, fn func(room, file string, imports []string)) {
	t.Helper()
	root := ".."
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && path != root && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata") {
			return fs.SkipDir // what watches over the house is no room of it
		}
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

// madeOfViews are the rooms that make things for internal and public readers,
// each with the file that may know what was written, if there is one: there it
// becomes Views.
var madeOfViews = map[string]string{
	"internal/digest":    "",
	"internal/picture":   "",
	"internal/publicity": "",
	"internal/clerk":     "material.go",
}

// written are the types that hold what a unit wrote.
var written = []string{"Example", "Content", "Draft"}

// TestRoomsSeeViews holds that what is made for others cannot say more of
// somebody than package privacy lets it: no expression in these rooms has, or
// leads by its fields to, what was written.
func TestRoomsSeeViews(t *testing.T) {
	const mode = packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile
	var paths []string
	for room := range madeOfViews {
		paths = append(paths, "guongsang/"+room)
	}
	loaded, err := packages.Load(&packages.Config{Mode: mode, Dir: ".."}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded) != len(paths) {
		t.Fatalf("%d rooms of %d", len(loaded), len(paths))
	}
	for _, room := range loaded {
		if len(room.Errors) > 0 {
			t.Fatal(room.Errors)
		}
		exempt := madeOfViews[strings.TrimPrefix(room.PkgPath, module)]
		for _, file := range room.Syntax {
			name := filepath.Base(room.Fset.File(file.Pos()).Name())
			if name != exempt {
				holdsViewsOnly(t, room, file)
			}
		}
	}
}

// holdsViewsOnly reports each line of a file on which something leads to what
// was written.
func holdsViewsOnly(t *testing.T, room *packages.Package, file *ast.File) {
	t.Helper()
	at := -1
	ast.Inspect(file, func(n ast.Node) bool {
		var of types.Type
		switch n := n.(type) {
		case *ast.Ident:
			if object := room.TypesInfo.ObjectOf(n); object != nil {
				of = object.Type()
			}
		case ast.Expr:
			of = room.TypesInfo.TypeOf(n)
		}
		if of == nil {
			return true
		}
		reach := reach{room: room.Types, seen: map[types.Type]bool{}}
		if raw := reach.raw(of); raw != "" {
			if where := room.Fset.Position(n.Pos()); where.Line != at {
				at = where.Line
				t.Errorf("%s:%d: %s leads to report.%s; take a privacy.View", filepath.Base(where.Filename), where.Line, of, raw)
			}
		}
		return true
	})
}

// A reach follows types as far as a room can: into the fields of its own types,
// and into the exported ones of others'.
type reach struct {
	room *types.Package
	seen map[types.Type]bool
}

// raw names the type with what was written to which a type leads, if any.
func (r reach) raw(of types.Type) string {
	if r.seen[of] {
		return ""
	}
	r.seen[of] = true
	switch of := of.(type) {
	case *types.Named:
		return r.named(of)
	case *types.Alias:
		return r.raw(types.Unalias(of))
	case *types.Pointer:
		return r.raw(of.Elem())
	case *types.Slice:
		return r.raw(of.Elem())
	case *types.Array:
		return r.raw(of.Elem())
	case *types.Chan:
		return r.raw(of.Elem())
	case *types.Map:
		return r.raw(of.Key()) + r.raw(of.Elem())
	case *types.Tuple:
		return r.tuple(of)
	case *types.Signature:
		return r.tuple(of.Params()) + r.tuple(of.Results())
	case *types.Struct:
		for field := range of.Fields() {
			if field.Exported() || field.Pkg() == r.room {
				if raw := r.raw(field.Type()); raw != "" {
					return raw
				}
			}
		}
	}
	return ""
}

func (r reach) named(of *types.Named) string {
	name, from := of.Obj().Name(), of.Obj().Pkg()
	switch {
	case from == nil || !strings.HasPrefix(from.Path(), module):
		return ""
	case from.Path() == module+"internal/report" && slices.Contains(written, name):
		return name
	}
	return r.raw(of.Underlying())
}

func (r reach) tuple(of *types.Tuple) string {
	for one := range of.Variables() {
		if raw := r.raw(one.Type()); raw != "" {
			return raw
		}
	}
	return ""
}
