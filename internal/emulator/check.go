package emulator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// checkParams holds a call against the table of parameters: no unknown one, no
// missing one, each of a type that is published for it.
func checkParams(c *call) *apiError {
	known := methodParams()[c.method]
	for _, name := range sortedKeys(c.values) {
		p, ok := named(known, name)
		if !ok {
			return unlawful("unknown parameter %s of %s", name, c.method)
		}
		if err := checkText(c.values[name], p.types); err != nil {
			return unlawful("parameter %s of %s: %v", name, c.method, err)
		}
	}
	return checkFilesAndRequired(c, known)
}

// named finds a parameter or field. The lists are short, and every call is
// checked: a map would have to be made each time.
func named(list []param, name string) (param, bool) {
	for _, p := range list {
		if p.name == name {
			return p, true
		}
	}
	return param{}, false
}

func checkFilesAndRequired(c *call, known []param) *apiError {
	for _, name := range sortedKeys(c.files) {
		p, ok := named(known, name)
		if ok && !strings.Contains(p.types, "InputFile") {
			return unlawful("parameter %s of %s: a file, not %s", name, c.method, p.types)
		}
		if !ok && !c.attached(name) {
			return unlawful("unknown file %s of %s", name, c.method)
		}
	}
	for _, p := range known {
		_, value := c.values[p.name]
		_, file := c.files[p.name]
		if p.required && !value && !file {
			return unlawful("missing parameter %s of %s", p.name, c.method)
		}
	}
	return nil
}

// attached says whether some parameter refers to the file part of that name.
func (c *call) attached(name string) bool {
	for _, v := range c.values {
		if strings.Contains(v, "attach://"+name) {
			return true
		}
	}
	return false
}

// checkText checks a parameter in its textual form against alternatives.
func checkText(text, types string) error {
	if text == "" || text == "null" {
		return nil
	}
	var first error
	for _, t := range alternatives(types) {
		err := checkTextAs(text, t)
		if err == nil {
			return nil
		}
		first = firstError(first, err)
	}
	return first
}

// alternatives splits a row's types. Several kinds of array mean one array whose
// items may be of any of the kinds.
func alternatives(types string) []string {
	all := strings.Split(types, " or ")
	if len(all) > 1 && strings.HasPrefix(all[0], "Array of ") {
		return []string{types}
	}
	return all
}

func checkTextAs(text, t string) error {
	switch t {
	case "String":
		return nil
	case "Integer":
		if _, err := strconv.ParseInt(text, 10, 64); err != nil {
			return fmt.Errorf("%.40q is no Integer", text)
		}
		return nil
	case "Boolean":
		if _, ok := parseBool(text); !ok {
			return fmt.Errorf("%.40q is no Boolean", text)
		}
		return nil
	case "InputFile":
		if strings.HasPrefix(text, "attach://") {
			return nil
		}
		return fmt.Errorf("%.40q is no file", text)
	}
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return fmt.Errorf("%.40q is no JSON for %s", text, t)
	}
	return checkValue(value, t)
}

// checkValue checks a decoded JSON value against one type.
func checkValue(value any, t string) error {
	if element, ok := strings.CutPrefix(t, "Array of "); ok {
		return checkArray(value, strings.Split(element, " or Array of "))
	}
	if members, ok := unionMembers()[t]; ok {
		return checkUnion(value, members)
	}
	switch t {
	case "String":
		return ofType[string](value, t)
	case "Boolean", "True":
		return ofType[bool](value, t)
	case "Integer", "Float":
		return ofType[json.Number](value, t)
	}
	object, ok := value.(map[string]any)
	if !ok {
		return fmt.Errorf("%v is no %s", value, t)
	}
	fields, ok := objectFields()[t]
	if !ok {
		return nil
	}
	return checkObject(object, t, fields)
}

func ofType[T any](value any, name string) error {
	if _, ok := value.(T); !ok {
		return fmt.Errorf("%v is no %s", value, name)
	}
	return nil
}

func checkArray(value any, elements []string) error {
	items, ok := value.([]any)
	if !ok {
		return fmt.Errorf("%v is no Array of %s", value, strings.Join(elements, " or "))
	}
	for _, item := range items {
		if err := checkUnion(item, elements); err != nil {
			return err
		}
	}
	return nil
}

func checkUnion(value any, members []string) error {
	var first error
	for _, m := range members {
		err := checkValue(value, m)
		if err == nil {
			return nil
		}
		first = firstError(first, err)
	}
	return first
}

func checkObject(object map[string]any, t string, fields []param) error {
	for _, f := range fields {
		if _, ok := object[f.name]; f.required && !ok {
			return fmt.Errorf("%s without %s", t, f.name)
		}
	}
	for _, name := range sortedKeys(object) {
		f, ok := named(fields, name)
		if !ok {
			return fmt.Errorf("unknown field %s of %s", name, t)
		}
		if err := checkUnion(object[name], strings.Split(f.types, " or ")); err != nil {
			return fmt.Errorf("%s of %s: %w", name, t, err)
		}
	}
	return nil
}

func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
