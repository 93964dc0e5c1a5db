package telegram

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-telegram/bot"
)

// Whether a request left is seen in a real transport, over connections that
// misbehave in every phase.
func TestWhatTheTransportTells(t *testing.T) {
	serve := func(answer string) func(net.Conn) {
		return func(c net.Conn) {
			if r, err := http.ReadRequest(bufio.NewReader(c)); err == nil {
				_, _ = io.Copy(io.Discard, r.Body)
				_, _ = io.WriteString(c, answer)
			}
			_ = c.Close()
		}
	}
	http200 := "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
	for name, test := range map[string]struct {
		dial    error
		hang    bool
		server  func(net.Conn)
		verdict verdict
		unsent  bool
	}{
		"refused":        {dial: errors.New("connection refused"), verdict: down, unsent: true},
		"dial hangs":     {hang: true, verdict: down, unsent: true},
		"answered":       {server: serve(http200 + "37\r\n\r\n" + `{"ok":true,"result":{"message_id":5}}`), verdict: done},
		"closed at once": {server: func(c net.Conn) { _ = c.Close() }, verdict: doubtful},
		"no answer":      {server: func(c net.Conn) { _, _ = io.Copy(io.Discard, c) }, verdict: doubtful},
		"half an answer": {server: serve(http200 + "99\r\n\r\n" + `{"ok":tr`), verdict: doubtful},
		"HTML 502":       {server: serve("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\n\r\n<html>"), verdict: doubtful},
		"HTML 429":       {server: serve("HTTP/1.1 429 Slow\r\nRetry-After: 9\r\nContent-Length: 6\r\n\r\n<html>"), verdict: flooded},
		"HTML 403":       {server: serve("HTTP/1.1 403 No\r\nContent-Length: 6\r\n\r\n<html>"), verdict: down},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
					if test.hang {
						<-ctx.Done()
						return nil, ctx.Err()
					}
					if test.dial != nil {
						return nil, test.dial
					}
					near, far := net.Pipe()
					go test.server(far)
					return near, nil
				}}
				defer transport.CloseIdleConnections()
				c, err := New(Options{Token: testToken, APIURL: "http://api.example.org", HTTP: &http.Client{Transport: transport}})
				if err != nil {
					t.Fatal(err)
				}
				s := &speaker{client: c}
				f := s.call(t.Context(), time.Minute, func(ctx context.Context) error {
					_, err := c.api.SendMessage(ctx, &bot.SendMessageParams{ChatID: 1, Text: "a"})
					return err
				})
				if f.verdict != test.verdict || f.unsent != test.unsent {
					t.Errorf("found %+v, want verdict %d, unsent %v", f, test.verdict, test.unsent)
				}
				if f.verdict == flooded && f.wait != 9*time.Second || f.verdict == done && f.message != 5 {
					t.Errorf("found %+v", f)
				}
			})
		})
	}
}
