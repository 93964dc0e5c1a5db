package opc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

const (
	maxToken = 1 << 20 // bytes of a tag, of a text between two, of a comment
	chunk    = 32 << 10
)

// A reader gives a part to a parser of XML and counts what it gives.
type reader struct {
	ctx  context.Context
	pkg  *Package
	name string
	part io.ReadCloser
	most int64

	given int64
	err   error

	state state
	token int    // bytes since what is being read began
	end   string // of the section
	skip  int    // bytes of a section before its end is looked for
	last  [3]byte
}

// A state is where in the XML the reader stands.
type state byte

const (
	inText       state = iota // or in a tag: no < stands in either
	afterOpening              // after <
	afterBang                 // after <!
	inSection                 // in what has an end of its own, and < before it: <? ?>, <!-- -->, <![CDATA[ ]]>
)

// Read gives the next bytes of the part, if they are within the limits.
func (r *reader) Read(p []byte) (int, error) {
	if r.err == nil {
		r.err = r.ctx.Err()
	}
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.part.Read(p[:min(len(p), chunk)])
	r.given, r.pkg.read = r.given+int64(n), r.pkg.read+int64(n)
	switch {
	case r.given > r.most:
		r.err = &LimitError{Part, r.most, r.name}
	case r.pkg.read > r.pkg.limits.Unpacked: // the directory of the file said less
		r.err = &LimitError{Unpacked, r.pkg.limits.Unpacked, ""}
	default:
		r.err = r.look(p[:n])
	}
	if most := r.pkg.limits.Tree; r.err == nil && most > 0 && r.pkg.tree() > most {
		r.err = &LimitError{Tree, most, ""}
	}
	if r.err != nil {
		return 0, r.err
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("%s: %w", r.name, err)
	}
	r.err = err
	return n, err
}

// What an element and an attribute take in a tree beside their letters, in bytes,
// as measured on etree's.
const (
	costOfElement   = 160
	costOfAttribute = 80
)

// tree is about what the parts that were read take as trees.
func (p *Package) tree() int64 {
	return p.read + int64(p.count)*costOfElement + int64(p.equals)*costOfAttribute
}

// Close ends the reading.
func (r *reader) Close() error { return r.part.Close() }

// look goes over the next bytes as a parser does that knows only where things
// begin and end.
func (r *reader) look(b []byte) error {
	for len(b) > 0 {
		n := 1
		switch r.state {
		case inText:
			n = r.text(b)
		case afterOpening:
			if err := r.open(b[0]); err != nil {
				return err
			}
		case afterBang:
			if err := r.section(b[0]); err != nil {
				return err
			}
		case inSection:
			n = r.ended(b)
		}
		if r.token > maxToken {
			return &LimitError{Token, maxToken, r.name}
		}
		b = b[n:]
	}
	return nil
}

// text goes on to the next <.
func (r *reader) text(b []byte) int {
	i := bytes.IndexByte(b, '<')
	if i < 0 {
		r.token += len(b)
		r.pkg.equals += bytes.Count(b, []byte("="))
		return len(b)
	}
	r.pkg.equals += bytes.Count(b[:i], []byte("="))
	if r.token += i; r.token <= maxToken {
		r.token = 0
	}
	r.state = afterOpening
	return i + 1
}

// open tells by the byte after a < what begins there.
func (r *reader) open(c byte) error {
	switch c {
	case '!':
		r.state = afterBang
	case '?':
		r.state, r.end, r.skip, r.last = inSection, "?>", 0, [3]byte{}
	case '/':
		r.state = inText
	default:
		r.state = inText
		r.pkg.count++
		if most := r.pkg.limits.Elements; most > 0 && r.pkg.count > most {
			return &LimitError{Elements, int64(most), ""}
		}
	}
	return nil
}

// section tells by the byte after <! what begins there.
func (r *reader) section(c byte) error {
	r.state, r.last = inSection, [3]byte{}
	switch c {
	case '-':
		r.end, r.skip = "-->", 1 // the second - of the beginning
	case '[':
		r.end, r.skip = "]]>", 0
	default:
		return fmt.Errorf("%s: %w", r.name, errDeclaration)
	}
	return nil
}

// ended goes on to the end of a section.
func (r *reader) ended(b []byte) int {
	for i, c := range b {
		r.token++
		if r.skip > 0 {
			r.skip--
			continue
		}
		r.last = [3]byte{r.last[1], r.last[2], c}
		if c == '>' && bytes.HasSuffix(r.last[:], []byte(r.end)) {
			r.state, r.token = inText, 0
			return i + 1
		}
		if r.token > maxToken {
			break
		}
	}
	return len(b)
}
