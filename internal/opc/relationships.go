package opc

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// A Relationship leads from one part to another.
type Relationship struct {
	ID   string
	Type string // a URI that ends with what the other part is, such as /worksheet
	Part string // the name of the other part
}

// Is reports whether the other part is of that kind, such as "worksheet".
func (r Relationship) Is(kind string) bool { return strings.HasSuffix(r.Type, "/"+kind) }

// RelationshipsPart is the name of the part with the relationships of a part; of
// the package as a whole for "".
func RelationshipsPart(part string) string {
	dir, name := path.Split(part)
	return dir + "_rels/" + name + ".rels"
}

// Relationships lists where a part leads, or for "" the package as a whole; a
// part without a list of them leads nowhere.
func (p *Package) Relationships(ctx context.Context, part string) (all []Relationship, err error) {
	list := RelationshipsPart(part)
	if !p.Has(list) {
		return nil, nil
	}
	r, err := p.XML(ctx, list, 0)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	for d := xml.NewDecoder(r); ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", list, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "Relationship" {
			if len(all) == maxRelated {
				return nil, &LimitError{Related, maxRelated, list}
			}
			all = append(all, relationship(part, start))
		}
	}
}

func relationship(part string, e xml.StartElement) Relationship {
	target := Attribute(e, "Target")
	if rooted, ok := strings.CutPrefix(target, "/"); ok {
		target = rooted
	} else {
		target = path.Join(path.Dir(part), target)
	}
	return Relationship{ID: Attribute(e, "Id"), Type: Attribute(e, "Type"), Part: target}
}

// Attribute is the value of an attribute, whatever its namespace; "" if it is
// not there.
func Attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
