package app

import (
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

// A position is a position in a file, from 1.
type position struct{ line, column int }

// Positions connect the dotted keys of a file with the positions where they are
// written, both ways.
type positions struct {
	of      map[string]position // where the key is written
	keys    map[position]string // which key a position belongs to: its name and its value
	doubles []InvalidSetting    // keys that are written twice
}

func positionsOf(root *yaml.Node) positions {
	at := positions{of: map[string]position{}, keys: map[position]string{}}
	for _, n := range root.Content {
		at.walk(n, "")
	}
	return at
}

// longestKey is how many bytes a key may have that something is looked for in. No
// setting has one as long; in a file of nothing but depth they would be gigabytes.
const longestKey = 200

func (at *positions) walk(n *yaml.Node, key string) {
	at.note(n, key)
	if len(key) > longestKey {
		return
	}
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			at.pair(n.Content[i], n.Content[i+1], strings.TrimPrefix(key+"."+n.Content[i].Value, "."))
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			at.walk(item, fmt.Sprintf("%s[%d]", key, i+1))
		}
	}
}

func (at *positions) pair(name, value *yaml.Node, key string) {
	if first, ok := at.of[key]; ok {
		at.doubles = append(at.doubles, InvalidSetting{name.Line, name.Column, key, texts.DoubleKey(first.line)})
	}
	at.walk(value, key)
	at.note(name, key) // the name's position, not the value's, is where a key is
}

func (at *positions) note(n *yaml.Node, key string) {
	p := position{n.Line, n.Column}
	at.of[key], at.keys[p] = p, key
}

// locate gives an invalid setting the position of its key, or of what it is in, as far as
// the file goes.
func (at positions) locate(f InvalidSetting) InvalidSetting {
	for key := f.Key; key != ""; key = parentOf(key) {
		if p, ok := at.of[key]; ok {
			f.Line, f.Column = p.line, p.column
			return f
		}
	}
	return f
}

// parentOf cuts the last part off a dotted key.
func parentOf(key string) string { return key[:max(0, strings.LastIndexAny(key, ".["))] }

func lastPart(key string) string { return key[strings.LastIndex(key, ".")+1:] }

// knownKeys lists the names that may stand below a dotted key.
func knownKeys(key string) (names []string) {
	if key == "templates" {
		for _, t := range digest.Templates() {
			names = append(names, t.Key)
		}
		return names
	}
	t := reflect.TypeFor[Config]()
	for part := range strings.SplitSeq(key, ".") {
		name, _, _ := strings.Cut(part, "[")
		if name == "" {
			continue
		}
		field, ok := fieldNamed(t, name)
		if !ok {
			return nil
		}
		if t = field.Type; t.Kind() == reflect.Slice {
			t = t.Elem()
		}
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("yaml"); name != "" {
			names = append(names, name)
		}
	}
	return names
}

func fieldNamed(t reflect.Type, name string) (field reflect.StructField, ok bool) {
	if t.Kind() != reflect.Struct {
		return field, false
	}
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("yaml") == name {
			return t.Field(i), true
		}
	}
	return field, false
}
