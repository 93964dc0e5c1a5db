package texts_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/demotexts"
)

var update = flag.Bool("update", false, "rewrite testdata")

// tools work on texts and say nothing themselves.
var tools = []string{"Bare", "Cap", "Curly", "Cut", "Excerpt", "FieldOf", "Fold", "Percent"}

// longer are the texts that may need more than 1 KB, with the cause.
var longer = map[string]string{
	"Office.Privacy": "the notice that the law asks for, read once",
	"Help":           "printed by the operator's command line",
	"Preview":        "shows the whole record before it is sent",
	"Office.Help":    "all of the help in one message",
	"Office.Sent":    "shows the whole record that was sent",
	"Kinds":          "counts every category, object and group",
}

// A spoken is one exported function or group of constants with what it says.
type spoken struct {
	name  string // "Stranger", "Office.Help"; of constants the names
	texts []string
}

// rooms are the packages that speak to people, by how they are called in names.
var rooms = []struct{ prefix, dir string }{{"", "."}, {"demotexts.", "../demotexts"}}

// A page is one file of a package that speaks.
type page struct {
	name   string
	spoken []spoken
}

// TestTexts writes all texts into one file, so that a person can proof-read
// them without reading Go. A new sentence needs a sample in one of the
// golden_samples files.
func TestTexts(t *testing.T) {
	const file = "testdata/texts.golden"
	var b strings.Builder
	b.WriteString("All texts of the program, for proof-reading: file, function, what it says with sample values.\n" +
		"Written by: go test ./internal/texts -run TestTexts -update\n")
	for _, p := range pages(t) {
		fmt.Fprintf(&b, "\n\n######## %s\n", p.name)
		for _, s := range p.spoken {
			fmt.Fprintf(&b, "\n== %s\n%s\n", s.name, strings.Join(s.texts, "\n--\n"))
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got, old := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(old)) {
		if i >= len(got) || i >= len(old) || got[i] != old[i] {
			t.Fatalf("differs from %s at line %d (-update rewrites it)", file, i+1)
		}
	}
}

// TestTextsAreProper holds what every text has in common, and every label of
// the demo's page.
func TestTextsAreProper(t *testing.T) {
	for key, label := range demotexts.PageLabels()["vi"] {
		for _, wrong := range faults("PageLabels", label) {
			t.Errorf("label %s: %s\n%s", key, wrong, label)
		}
	}
	for _, p := range pages(t) {
		for _, s := range p.spoken {
			for _, text := range s.texts {
				for _, wrong := range faults(s.name, text) {
					t.Errorf("%s, %s: %s\n%s", p.name, s.name, wrong, text)
				}
			}
		}
	}
}

var (
	gap  = regexp.MustCompile(`\S[ \t]{2,}|[ \t](\n|$)`)
	bad  = regexp.MustCompile(`%!|(?i:\b(failed|error|null|nil pointer|undefined)\b)|<nil>`)
	tone = regexp.MustCompile(`(?i)(^|[^q])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])([^\pL]|$)`)
)

// shunned are words that no text uses, folded to lower case.
var shunned = map[string]string{
	"huyện":                   "a level of government is configuration",
	"bạn":                     "too familiar: anh/chị or đồng chí, from Office.You",
	"mình":                    "the bot calls itself tôi, if at all",
	"hệ thống":                "the bot calls itself tôi, if at all; to operators it is the bot",
	"hàng tháng":              "hằng tháng",
	"hàng quý":                "hằng quý",
	"hàng ngày":               "hằng ngày",
	"hàng năm":                "hằng năm",
	"thi đua, khen thưởng xã": "Hội đồng Thi đua - Khen thưởng",
	"vi phạm":                 "blames",
	"chậm trễ":                "blames",
	"không chịu":              "blames",
	"không hợp lệ":            "says nothing about what to do",
	"thất bại":                "say what was not done yet, and what to do",
}

// faults lists what is wrong with a text.
func faults(name, text string) (wrong []string) {
	say := func(is bool, what string) {
		if is {
			wrong = append(wrong, what)
		}
	}
	say(strings.TrimSpace(text) == "", "empty")
	say(!norm.NFC.IsNormalString(text), "not NFC")
	say(gap.MatchString(text), "two spaces, or a space at the end of a line")
	say(bad.MatchString(text), "an unfilled value or a programmer's word")
	say(tone.MatchString(text), "a tone mark where it was not agreed: hóa, khóa, thủy")
	words := " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), notInWord), " ") + " "
	words = strings.ReplaceAll(words, " hệ thống truyền thanh", "") // the loudspeakers of the villages
	for word, why := range shunned {
		say(strings.Contains(words, " "+word+" "), word+": "+why)
	}
	emoji := 0
	for _, r := range text {
		if unicode.Is(unicode.So, r) && (r < '─' || r > '╿') { // lines are no emoji
			emoji++
		}
	}
	say(emoji > 1, "more than one emoji")
	_, may := longer[name]
	say(len(text) > 1024 && !may, fmt.Sprintf("%d bytes do not fit one screen", len(text)))
	return wrong
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && r != ',' }

// pages reads the source of what speaks: each file with the exported functions
// and string constants in their order, and takes what they say from the
// samples.
func pages(t *testing.T) (all []page) {
	t.Helper()
	said := samples()
	for _, room := range rooms {
		all = append(all, pagesOf(t, room.prefix, room.dir, said)...)
	}
	for name := range said {
		t.Errorf("there is a sample of %s, which says nothing or does not exist", name)
	}
	return all
}

// pagesOf reads one package; the samples that it has are taken out of said.
func pagesOf(t *testing.T, prefix, dir string, said map[string][]string) (all []page) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		p := page{name: strings.TrimPrefix(filepath.ToSlash(file), "../")}
		for _, decl := range parsed.Decls {
			switch d := decl.(type) {
			case *ast.GenDecl:
				p.spoken = append(p.spoken, constants(d)...)
			case *ast.FuncDecl:
				name := nameOf(d)
				if name == "" {
					continue
				}
				name = prefix + name
				if len(said[name]) == 0 {
					t.Errorf("%s has no sample: add one to a golden_samples file, then run with -update", name)
				}
				p.spoken = append(p.spoken, spoken{name, said[name]})
				delete(said, name)
			}
		}
		if len(p.spoken) > 0 {
			all = append(all, p)
		}
	}
	return all
}

// nameOf is the name of an exported function that returns a text, "" of all
// others.
func nameOf(d *ast.FuncDecl) string {
	name := d.Name.Name
	if !d.Name.IsExported() || slices.Contains(tools, name) || d.Type.Results == nil || !isText(d.Type.Results.List[0].Type) {
		return ""
	}
	if d.Recv == nil {
		return name
	}
	on := d.Recv.List[0].Type
	if star, ok := on.(*ast.StarExpr); ok {
		on = star.X
	}
	of, ok := on.(*ast.Ident)
	if !ok || !of.IsExported() {
		return ""
	}
	return of.Name + "." + name
}

// isText tells string, lists of strings and messages from other types.
func isText(e ast.Expr) bool {
	switch x := e.(type) {
	case *ast.ArrayType:
		return isText(x.Elt)
	case *ast.Ident:
		return x.Name == "string"
	case *ast.SelectorExpr:
		return x.Sel.Name == "Message"
	}
	return false
}

// constants are the exported constants of a declaration that hold a text.
func constants(d *ast.GenDecl) (list []spoken) {
	if d.Tok != token.CONST {
		return nil
	}
	for _, spec := range d.Specs {
		v := spec.(*ast.ValueSpec)
		for i, name := range v.Names {
			if !name.IsExported() || i >= len(v.Values) {
				continue
			}
			if lit, ok := v.Values[i].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				text, err := strconv.Unquote(lit.Value)
				if err == nil {
					list = append(list, spoken{name.Name, []string{strings.TrimSpace(text)}})
				}
			}
		}
	}
	return list
}

// TestOnlyTextsSpeak holds that Vietnamese lives in what speaks alone. What
// reads people's words (column names, house numbers, forms of address) has to
// know some, and the domain its letters; package privacy, on which this one
// stands, has the words for what may not be shown; package vietnamese has words that
// many rooms read by; package letterhead has the names of bodies; the emulator and the simulation have their own, as has
// the frozen copy of it that speed is measured by. How what is written is spoken is the
// matter of package spoken.
func TestOnlyTextsSpeak(t *testing.T) {
	vietnamese := regexp.MustCompile(`[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]`)
	exempt := regexp.MustCompile(`_test\.go$|^internal/(texts|demotexts|emulator|simulation|vietnamese|letterhead|publicity/spoken)/|^bot/testdata/floor/|` +
		`^internal/form/check\.go$|^internal/directory/(columns|sift|damage)\.go$|^internal/report/alphabet\.go$|^internal/privacy/wording\.go$`)
	root := os.DirFS("../..")
	set := token.NewFileSet()
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(path, ".go") || exempt.MatchString(path):
			return nil
		}
		source, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(set, path, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && vietnamese.MatchString(strings.ToLower(lit.Value)) {
				t.Errorf("%s: %s belongs to internal/texts", set.Position(lit.Pos()), lit.Value)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
