package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
)

// hidden stands where a secret was.
const hidden = "***"

// A redactor replaces secrets in texts.
type redactor struct{ replacer *strings.Replacer }

// newRedactor knows each secret, the part of a token after its colon, and the
// forms that both take in an address.
func newRedactor(secrets ...string) redactor {
	var pairs []string
	for _, s := range secrets {
		for _, form := range forms(strings.TrimSpace(s)) {
			pairs = append(pairs, form, hidden)
		}
	}
	return redactor{strings.NewReplacer(pairs...)}
}

// forms lists how a secret may be written, the longest first. What is too
// short to be a secret is left alone.
func forms(secret string) []string {
	const shortest = 8
	var all []string
	_, half, _ := strings.Cut(secret, ":")
	for _, s := range []string{secret, half} {
		if len(s) >= shortest {
			all = append(all, s, url.QueryEscape(s), url.PathEscape(s))
		}
	}
	return all
}

func (r redactor) text(s string) string { return r.replacer.Replace(s) }

// error hides secrets in the text of an error; errors.Is and errors.As see
// through it.
func (r redactor) error(err error) error {
	if err == nil {
		return nil
	}
	if text := err.Error(); r.text(text) != text {
		return &redactedError{r.text(text), err}
	}
	return err
}

type redactedError struct {
	text  string
	cause error
}

func (e *redactedError) Error() string { return e.text }
func (e *redactedError) Unwrap() error { return e.cause }

// Format keeps verbs such as %#v away from the cause.
func (e *redactedError) Format(f fmt.State, _ rune) { fmt.Fprint(f, e.text) }

// RedactingHandler hides the secrets in every message and attribute that goes
// through it to next: the last net under the rule that no secret is ever
// logged. Secrets shorter than eight bytes are ignored.
func RedactingHandler(next slog.Handler, secrets ...string) slog.Handler {
	return redactingHandler{next, newRedactor(secrets...)}
}

type redactingHandler struct {
	next   slog.Handler
	redact redactor
}

func (h redactingHandler) Enabled(ctx context.Context, level slog.Level) bool {
	return h.next.Enabled(ctx, level)
}

func (h redactingHandler) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, h.redact.text(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(h.redact.attr(a))
		return true
	})
	return h.next.Handle(ctx, clean)
}

func (h redactingHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return redactingHandler{h.next.WithAttrs(h.redact.attrs(attrs)), h.redact}
}

func (h redactingHandler) WithGroup(name string) slog.Handler {
	return redactingHandler{h.next.WithGroup(name), h.redact}
}

func (r redactor) attrs(attrs []slog.Attr) []slog.Attr {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = r.attr(a)
	}
	return clean
}

func (r redactor) attr(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindString:
		v = slog.StringValue(r.text(v.String()))
	case slog.KindGroup:
		v = slog.GroupValue(r.attrs(v.Group())...)
	case slog.KindAny:
		if text := fmt.Sprintf("%+v", v.Any()); r.text(text) != text {
			v = slog.StringValue(r.text(text))
		}
	}
	return slog.Attr{Key: r.text(a.Key), Value: v}
}
