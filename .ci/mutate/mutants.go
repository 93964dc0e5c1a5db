package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A mutant is one change of one file.
type mutant struct {
	pkg      *goPackage
	operator string
	path     string // of the file, absolute
	file     string // the same below the module's root, with slashes
	line     int
	source   []byte
	from, to int // what of the source is replaced
	text     string
}

// changed is the file with the change.
func (m mutant) changed() []byte {
	return slices.Concat(m.source[:m.from], []byte(m.text), m.source[m.to:])
}

// diff shows the lines that the change touches.
func (m mutant) diff() string {
	begin := strings.LastIndexByte(string(m.source[:m.from]), '\n') + 1
	end := len(m.source)
	if i := strings.IndexByte(string(m.source[m.to:]), '\n'); i >= 0 {
		end = m.to + i
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d: %s\n", m.file, m.line, m.operator)
	for line := range strings.SplitSeq(string(m.source[begin:end]), "\n") {
		fmt.Fprintf(&b, "\t-%s\n", line)
	}
	for line := range strings.SplitSeq(string(m.source[begin:m.from])+m.text+string(m.source[m.to:end]), "\n") {
		fmt.Fprintf(&b, "\t+%s\n", line)
	}
	return b.String()
}

// mutantsOf lists all mutants of a file whose place the filter matches.
func mutantsOf(pkg *goPackage, root, path string, filter *regexp.Regexp) ([]mutant, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, path, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	file, err := filepath.Rel(root, path)
	if err != nil {
		return nil, err
	}
	offset := func(p token.Pos) int { return set.Position(p).Offset }
	text := func(n ast.Node) string { return string(source[offset(n.Pos()):offset(n.End())]) }
	var all []mutant
	var around []ast.Node
	ast.Inspect(tree, func(n ast.Node) bool {
		if n == nil {
			around = around[:len(around)-1]
			return true
		}
		for _, op := range operators {
			for _, e := range op.edits(site{n, around, text}) {
				m := mutant{
					pkg: pkg, operator: op.name, path: path, file: filepath.ToSlash(file), line: set.Position(e.from).Line,
					source: source, from: offset(e.from), to: offset(e.to), text: e.text,
				}
				if filter == nil || filter.MatchString(fmt.Sprintf("%s:%d", m.file, m.line)) {
					all = append(all, m)
				}
			}
		}
		around = append(around, n)
		return true
	})
	return all, nil
}
