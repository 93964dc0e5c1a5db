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

// Error is the list as the operator reads it.
func (e *ConfigError) Error() string {
	lines := []string{texts.ConfigFaults(e.Path, len(e.List))}
	for _, one := range e.List {
		lines = append(lines, texts.ConfigFault(one.Line, one.Column, one.Key, one.Says))
	}
	return strings.Join(lines, "\n")
}

// Load reads a configuration over the defaults. Its error, a *ConfigError if
// the file could be read at all, names everything that is wrong.
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
	var root yaml.Node
	if err := yaml.Load(bytes.TrimRight(b, "\x00"), &root); err != nil {
		return cfg, []InvalidSetting{syntaxError(err)}
	}
	at := positionsOf(&root)
	decoding := at.typeErrors(load(&root, &cfg))
	invalid := append(at.doubles, decoding...)
	for _, f := range cfg.invalid() {
		if !covered(decoding, f.Key) {
			invalid = append(invalid, at.locate(f))
		}
	}
	slices.SortStableFunc(invalid, func(a, b InvalidSetting) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return cfg, invalid
}

// covered reports whether the decoder already said something of the key, of
// what it is in, or of what is in it: its value is then not what was meant.
func covered(decoding []InvalidSetting, key string) bool {
	return slices.ContainsFunc(decoding, func(f InvalidSetting) bool { return within(key, f.Key) || within(f.Key, key) })
}

// within reports whether a dotted key is another one or below it.
func within(key, other string) bool {
	rest, ok := strings.CutPrefix(key, other)
	return ok && (rest == "" || other == "" || rest[0] == '.' || rest[0] == '[')
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
