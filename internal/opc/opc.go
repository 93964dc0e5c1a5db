// Package opc opens the zip files in which Word and Excel keep their documents
// (Open Packaging Conventions, ECMA-376 part 2), made by strangers.
//
// A small file can unpack to anything, and unpacked XML can cost a hundred times
// its size once it is a tree. So a package is opened within Limits: how many
// parts it has, what its parts unpack to, how many elements are read of them. No
// tag and no text between two tags is longer than a mebibyte, as parsers hold
// each in memory, no name of a part is longer than that of a file may be, no part
// leads to more than ten thousand others, and nothing is read once the context has
// ended. What is over a
// limit is a LimitError that says which and how much; nothing is read further
// than to where that shows.
//
//	opc.go            the parts, and what of them is read
//	xml.go            how a part is read
//	relationships.go  which part belongs to which, by what
package opc

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits are the most that is taken of a package.
type Limits struct {
	File     int64 // bytes of it all, packed
	Parts    int
	Unpacked int64 // bytes of all parts together, whether they are read or not
	Part     int64 // bytes of a part that is read, unpacked
	Elements int   // of XML, in all parts that are read together; 0: any number
	Tree     int64 // bytes that they take as trees, about; 0: they do not become trees
}

// A Limit is one of them.
type Limit string

// The limits, and those that are the same for all packages.
const (
	File     Limit = "bytes in the file"
	Parts    Limit = "parts"
	Unpacked Limit = "bytes unpacked"
	Part     Limit = "bytes unpacked in one part"
	Elements Limit = "elements"
	Tree     Limit = "bytes as trees"
	Token    Limit = "bytes in one tag or text"
	Name     Limit = "bytes in the name of a part"
	Related  Limit = "relationships of one part"
)

// The limits that are the same for all packages, with maxToken. Names are compared
// again and again, and are put before the names of what a part leads to.
const (
	maxName    = 255 // bytes, as of a file
	maxRelated = 10_000
)

// A LimitError says that a package holds more than is taken.
type LimitError struct {
	Limit Limit
	Most  int64
	Where string // the part; "" for the package as a whole
}

func (e *LimitError) Error() string {
	if e.Where == "" {
		return fmt.Sprintf("more than %d %s", e.Most, e.Limit)
	}
	return fmt.Sprintf("%s: more than %d %s", e.Where, e.Most, e.Limit)
}

// A Package is the parts of one file. It is read by one goroutine.
type Package struct {
	Parts []*zip.File // in the order of the file

	byName map[string]*zip.File
	limits Limits
	read   int64
	count  int // of elements
	equals int // signs: about as many as attributes
}

// entry begins a part in the directory of a zip file.
const entry = "PK\x01\x02"

// Open reads which parts a package has.
func Open(file []byte, limits Limits) (*Package, error) {
	if int64(len(file)) > limits.File {
		return nil, &LimitError{File, limits.File, ""}
	}
	if bytes.Count(file, []byte(entry)) > limits.Parts { // before each costs memory
		return nil, &LimitError{Parts, int64(limits.Parts), ""}
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("not a zip file: %w", err)
	}
	p := &Package{Parts: z.File, byName: map[string]*zip.File{}, limits: limits}
	var unpacked uint64
	for _, f := range z.File {
		if len(f.Name) > maxName {
			return nil, &LimitError{Name, maxName, ""}
		}
		if unpacked += min(f.UncompressedSize64, 1<<40); unpacked > uint64(limits.Unpacked) {
			return nil, &LimitError{Unpacked, limits.Unpacked, ""}
		}
		if name := canonical(f.Name); p.byName[name] == nil {
			p.byName[name] = f
		}
	}
	return p, nil
}

// canonical is how names of parts are compared: without regard to case, and as
// some programs for Windows do not write them.
func canonical(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Part is the part of that name, nil if there is none.
func (p *Package) Part(name string) *zip.File { return p.byName[canonical(name)] }

// Has reports whether there is a part of that name.
func (p *Package) Has(name string) bool { return p.Part(name) != nil }

// XML opens a part of XML for reading, until ctx ends. At most as many bytes are
// given as the limit for one part, or most, if that is not 0.
func (p *Package) XML(ctx context.Context, name string, most int64) (io.ReadCloser, error) {
	f := p.Part(name)
	if f == nil {
		return nil, fmt.Errorf("no part %s", name)
	}
	if most == 0 {
		most = p.limits.Part
	}
	if f.UncompressedSize64 > uint64(most) {
		return nil, &LimitError{Part, most, name}
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &reader{ctx: ctx, pkg: p, name: name, part: r, most: most}, nil
}

// Bytes reads a part that is no XML, such as a picture, of at most so many bytes.
func (p *Package) Bytes(ctx context.Context, name string, most int64) ([]byte, error) {
	f := p.byName[canonical(name)]
	if f == nil {
		return nil, fmt.Errorf("no part %s", name)
	}
	if f.UncompressedSize64 > uint64(most) {
		return nil, &LimitError{Part, most, name}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	switch p.read += int64(len(b)); {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case int64(len(b)) > most:
		return nil, &LimitError{Part, most, name}
	case p.read > p.limits.Unpacked:
		return nil, &LimitError{Unpacked, p.limits.Unpacked, ""}
	}
	return b, nil
}

// errDeclaration refuses document type declarations: no program writes one into
// its parts.
var errDeclaration = errors.New("holds a declaration, which is not read")
