package app

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// An InvalidSetting is one thing that is wrong with a configuration.
type InvalidSetting struct {
	Line, Column int    // 0 where the file does not say anything of it
	Key          string // dotted, entries of lists counted from 1: digests[2].cron
	Says         string // for the operator
}

// A ConfigError names all settings of one file that are invalid, in its order.
type ConfigError struct {
	Path string
	List []InvalidSetting
}

// Error is the list as the operator reads it, as far as one would read on.
func (e *ConfigError) Error() string {
	const most = 100
	lines := []string{texts.ConfigFaults(e.Path, len(e.List))}
	for _, one := range e.List[:min(len(e.List), most)] {
		lines = append(lines, texts.ConfigFault(one.Line, one.Column, one.Key, one.Says))
	}
	if more := len(e.List) - most; more > 0 {
		lines = append(lines, texts.MoreConfigFaults(more))
	}
	return strings.Join(lines, "\n")
}

// maxConfig is the largest configuration, in bytes: more than thirty times the example with
// all that it says.
const maxConfig = 256 << 10

// Load reads a configuration over the defaults. Its error, a *ConfigError if
// the file could be read at all, names everything that is wrong.
func Load(path string) (Config, error) {
	b, err := readFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return Config{}, OperatorError(texts.NoConfig(path))
	}
	if err != nil {
		return Config{}, fmt.Errorf("reading the configuration: %w", err)
	}
	return Parse(path, b)
}

// readFile reads no more of a configuration than what shows that it is too large.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxConfig+1))
}

// Parse is Load for a file that was read; path is only named in what it says.
func Parse(path string, b []byte) (Config, error) {
	cfg, invalid := parseConfig(b)
	if len(invalid) > 0 {
		return cfg, &ConfigError{path, invalid}
	}
	return cfg, nil
}

// parseConfig decodes, then checks what was decoded, so that mistakes of both kinds
// are reported together.
func parseConfig(b []byte) (Config, []InvalidSetting) {
	cfg := Defaults()
	if len(b) > maxConfig {
		return cfg, []InvalidSetting{{Says: texts.ConfigTooBig(maxConfig >> 10)}}
	}
	var root yaml.Node
	if err := yaml.Load(bytes.TrimRight(b, "\x00"), &root); err != nil {
		return cfg, []InvalidSetting{syntaxError(err)}
	}
	at := positionsOf(&root)
	decoding := at.typeErrors(load(&root, &cfg))
	invalid := append(at.doubles, decoding...)
	said := coverageOf(decoding)
	for _, f := range cfg.invalid() {
		if !said.covers(f.Key) {
			invalid = append(invalid, at.locate(f))
		}
	}
	slices.SortStableFunc(invalid, func(a, b InvalidSetting) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return cfg, invalid
}

// A coverage is the dotted keys of which the decoder said something, and those of
// what they are in.
type coverage struct{ keys, above map[string]bool }

func coverageOf(decoding []InvalidSetting) coverage {
	c := coverage{map[string]bool{}, map[string]bool{}}
	for _, f := range decoding {
		c.keys[f.Key] = true
		for key := f.Key; key != ""; {
			key = parentOf(key)
			c.above[key] = true
		}
	}
	return c
}

// covers reports whether the decoder already said something of the key, of what it
// is in, or of what is in it: its value is then not what was meant.
func (c coverage) covers(key string) bool {
	for at := key; at != ""; at = parentOf(at) {
		if c.keys[at] {
			return true
		}
	}
	return c.keys[""] || c.above[key]
}

// syntaxError words the one error that a file gives which is not YAML.
func syntaxError(err error) InvalidSetting {
	var one *yaml.LoadError
	if !errors.As(err, &one) {
		return InvalidSetting{Says: texts.BadSyntax()}
	}
	f := InvalidSetting{Line: one.Mark.Line, Column: one.Mark.Column, Says: texts.BadSyntax()}
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

// typeErrors words what the decoder reports. Values are not repeated.
func (at positions) typeErrors(err error) (invalid []InvalidSetting) {
	var all *yaml.LoadErrors
	if !errors.As(err, &all) {
		if err != nil {
			invalid = append(invalid, syntaxError(err))
		}
		return invalid
	}
	for _, e := range all.Errors {
		f := InvalidSetting{Line: e.Mark.Line, Column: e.Mark.Column}
		f.Key = at.keys[position{f.Line, f.Column}]
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
		invalid = append(invalid, f)
	}
	return invalid
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
