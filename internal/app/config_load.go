package app

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// A Fault is one thing in the configuration that is invalid.
type Fault struct {
	Line, Column int    // 0 where the file does not say anything of it
	Key          string // dotted, entries of lists counted from 1: digests[2].cron
	Says         string // for the operator
}

// Faults are all faults of one file, in its order.
type Faults struct {
	Path string
	List []Fault
}

// Error is the list as the operator reads it.
func (f *Faults) Error() string {
	lines := []string{texts.ConfigFaults(f.Path, len(f.List))}
	for _, one := range f.List {
		lines = append(lines, texts.ConfigFault(one.Line, one.Column, one.Key, one.Says))
	}
	return strings.Join(lines, "\n")
}

// Load reads a configuration over the defaults. Its error, a *Faults if the
// file could be read at all, names everything that is wrong.
func Load(path string) (Config, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return Config{}, OperatorError(texts.NoConfig(path))
	}
	if err != nil {
		return Config{}, fmt.Errorf("reading the configuration: %w", err)
	}
	return Parse(path, b)
}

// Parse is Load for a file that was read; path is only named in what it says.
func Parse(path string, b []byte) (Config, error) {
	cfg, faults := parseConfig(b)
	if len(faults) > 0 {
		return cfg, &Faults{path, faults}
	}
	return cfg, nil
}

// parseConfig decodes, then checks what was decoded, so that mistakes of both kinds
// are reported together.
func parseConfig(b []byte) (Config, []Fault) {
	cfg := Defaults()
	var root yaml.Node
	if err := yaml.Load(bytes.TrimRight(b, "\x00"), &root); err != nil {
		return cfg, []Fault{syntaxFault(err)}
	}
	at := placesOf(&root)
	decoding := at.typeFaults(load(&root, &cfg))
	faults := append(at.doubles, decoding...)
	for _, f := range cfg.faults() {
		if !covered(decoding, f.Key) {
			faults = append(faults, at.put(f))
		}
	}
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return cfg, faults
}

// covered reports whether the decoder already said something of the key, of
// what it is in, or of what is in it: its value is then not what was meant.
func covered(decoding []Fault, key string) bool {
	return slices.ContainsFunc(decoding, func(f Fault) bool { return within(key, f.Key) || within(f.Key, key) })
}

// within reports whether a dotted key is another one or below it.
func within(key, other string) bool {
	rest, ok := strings.CutPrefix(key, other)
	return ok && (rest == "" || other == "" || rest[0] == '.' || rest[0] == '[')
}

// syntaxFault words the one error that a file gives which is not YAML.
func syntaxFault(err error) Fault {
	var one *yaml.LoadError
	if !errors.As(err, &one) {
		return Fault{Says: texts.BadSyntax()}
	}
	f := Fault{Line: one.Mark.Line, Column: one.Mark.Column, Says: texts.BadSyntax()}
	for part, says := range map[string]string{
		"no documents":                   texts.EmptyConfig(),
		"expected single document":       texts.TwoDocuments(),
		"UTF-8":                          texts.NotUTF8(),
		"control characters":             texts.NotUTF8(),
		"cannot start any token":         texts.TabInYAML(),
		"tab":                            texts.TabInYAML(),
		"could not find expected ':'":    texts.MissingColon(),
		"unexpected end of stream":       texts.OpenQuote(),
		"mapping values are not allowed": texts.BadIndent(),
		"unknown anchor":                 texts.StarOrAmpersand(),
	} {
		if strings.Contains(one.Message, part) {
			f.Says = says
			break
		}
	}
	return f
}

var (
	unknownField = regexp.MustCompile(`(?s)^field .* not found in type`)
	wrongType    = regexp.MustCompile(`(?s)^cannot construct .* into `)
)

// typeFaults words what the decoder reports. Values are not repeated.
func (at places) typeFaults(err error) (faults []Fault) {
	var all *yaml.LoadErrors
	if !errors.As(err, &all) {
		if err != nil {
			faults = append(faults, syntaxFault(err))
		}
		return faults
	}
	for _, e := range all.Errors {
		f := Fault{Line: e.Mark.Line, Column: e.Mark.Column}
		f.Key = at.keys[place{f.Line, f.Column}]
		var ours valueError
		switch {
		case errors.As(e, &ours):
			f.Says = string(ours)
		case unknownField.MatchString(e.Message):
			f.Says = texts.UnknownKey(letters.Nearest(lastPart(f.Key), knownKeys(parentOf(f.Key))))
		case wrongType.MatchString(e.Message):
			f.Says = texts.WrongType(kindOf(e.Message))
		default:
			f.Says = texts.BadSyntax()
		}
		faults = append(faults, f)
	}
	return faults
}

// kindOf tells from the decoder's message what was expected.
func kindOf(message string) texts.SettingKind {
	want := message[strings.LastIndex(message, " into ")+len(" into "):]
	switch {
	case strings.HasPrefix(want, "int"):
		return texts.KindWholeNumber
	case strings.HasPrefix(want, "float"):
		return texts.KindNumber
	case want == "bool":
		return texts.KindYesOrNo
	case strings.HasPrefix(want, "[]"):
		return texts.KindList
	case strings.HasPrefix(want, "app.") && !strings.HasPrefix(want, "app.Secret"):
		return texts.KindSection
	}
	return texts.KindText
}
