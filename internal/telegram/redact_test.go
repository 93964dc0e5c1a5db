package telegram

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/go-telegram/bot"
)

func TestTokenForm(t *testing.T) {
	good := []string{testToken, " " + testToken + "\n", "1:" + strings.Repeat("a", 30)}
	bad := []string{"", "x", "123", "123:short", "abc:" + strings.Repeat("a", 35), testToken + " x", testToken[:20] + "\n" + testToken[20:]}
	for _, token := range good {
		if _, err := New(Options{Token: token}); err != nil {
			t.Errorf("%q: %v", token, err)
		}
	}
	for _, token := range bad {
		if _, err := New(Options{Token: token}); !errors.Is(err, ErrToken) || len(token) > 10 && strings.Contains(err.Error(), token) {
			t.Errorf("%q: %v", token, err)
		}
	}
	_, err := New(Options{Token: testToken, ProxyURL: "http://user:password@ bad"})
	if err == nil || strings.Contains(err.Error(), "password") {
		t.Errorf("proxy: %v", err)
	}
}

// FAULTS +: the token is in no error, whatever the network makes of it, and
// whatever verb it is printed with.
func TestTokenStaysOut(t *testing.T) {
	leak := func(r *http.Request) error {
		return fmt.Errorf("odd transport: %s %s", r.URL, url.QueryEscape(testToken))
	}
	for name, do := range map[string]doFunc{
		"plain error": func(r *http.Request) (*http.Response, error) { return nil, leak(r) },
		"url error": func(r *http.Request) (*http.Response, error) {
			return nil, &url.Error{Op: "Post", URL: r.URL.String(), Err: leak(r)}
		},
		"body": func(r *http.Request) (*http.Response, error) { return response("no JSON " + r.URL.String()), nil },
		"body error": func(r *http.Request) (*http.Response, error) {
			resp := response("")
			resp.Body = readFails{failing{leak(r)}}
			return resp, nil
		},
	} {
		c, err := New(Options{Token: testToken, HTTP: do})
		if err != nil {
			t.Fatal(err)
		}
		_, trip := c.post(t.Context(), "getMe", map[string]any{})
		_, lib := c.api.SendMessage(t.Context(), &bot.SendMessageParams{ChatID: 1, Text: "a"})
		tracked, trip2 := track(t.Context())
		_, _ = c.api.SendMessage(tracked, &bot.SendMessageParams{ChatID: 1, Text: "a"})
		_, open := c.open(t.Context(), "photos/a.jpg")
		_, bad := c.open(t.Context(), "photos/%zz\n")
		for _, err := range []error{trip.problem(), trip2.problem(), open, bad} {
			for _, text := range []string{fmt.Sprint(err), fmt.Sprintf("%+v %#v %q", err, err, err)} {
				if strings.Contains(text, "emulated-token") {
					t.Errorf("%s: %s", name, text)
				}
			}
		}
		if trip.problem() == nil || lib == nil {
			t.Errorf("%s: no error", name)
		}
		if text := fmt.Sprintf("%v %+v %#v %s", c, c, c, c); strings.Contains(text, "emulated-token") {
			t.Errorf("client prints as %s", text)
		}
	}
}

type readFails struct{ failing }

func (readFails) Close() error { return nil }

func TestRedactingHandler(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(RedactingHandler(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}), testToken, "hook-secret", "", "ab"))
	half := testToken[5:]
	log.With("a", testToken).WithGroup("g").Info("call "+testToken,
		"url", &url.URL{Path: "/bot" + testToken}, "err", fmt.Errorf("x: %w", errors.New("bot"+half)), "n", 5,
		slog.Group("in", "list", []string{testToken}, "s", struct{ Secret string }{"hook-secret"}), "escaped", url.QueryEscape(testToken))
	text := out.String()
	for _, secret := range []string{"emulated-token", "hook-secret"} {
		if strings.Contains(text, secret) {
			t.Errorf("log has %s: %s", secret, text)
		}
	}
	for _, kept := range []string{"call ***", "g.n=5", "/bot***", "tab"} {
		if !strings.Contains(text+"tab", kept) {
			t.Errorf("log lost %q: %s", kept, text)
		}
	}
	if log.Enabled(context.Background(), slog.LevelDebug-1) {
		t.Error("levels are not those of the handler behind")
	}
}
