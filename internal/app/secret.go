package app

import (
	"fmt"
	"io"
	"log/slog"
)

// A Secret is a text that nothing prints by mistake: no format verb, no
// encoder and no logger gets more than three asterisks. Reveal is the one way
// to the text, and easy to find in a review. It is kept behind a pointer, for
// package fmt walks into fields where it cannot call Format.
type Secret struct{ text *string }

// NewSecret keeps a text.
func NewSecret(text string) Secret { return Secret{&text} }

const hidden = "***"

// Reveal gives the text itself.
func (s Secret) Reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

// Empty reports whether there is no secret.
func (s Secret) Empty() bool { return s.Reveal() == "" }

// Format answers every verb of package fmt.
func (s Secret) Format(f fmt.State, _ rune) { io.WriteString(f, hidden) }

// String answers those who do not use fmt.
func (s Secret) String() string { return hidden }

// MarshalText answers encoders: JSON, YAML, XML.
func (s Secret) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// LogValue answers log/slog.
func (s Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// UnmarshalText reads a secret, for settings that hold one.
func (s *Secret) UnmarshalText(b []byte) error {
	*s = NewSecret(string(b))
	return nil
}
