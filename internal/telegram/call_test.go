package telegram

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/courier"
	"guongsang/storage"
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
		dial   error
		hang   bool
		server func(net.Conn)
		kind   courier.Kind
	}{
		"refused":        {dial: errors.New("connection refused"), kind: courier.Disconnected},
		"dial hangs":     {hang: true, kind: courier.Disconnected},
		"answered":       {server: serve(http200 + "37\r\n\r\n" + `{"ok":true,"result":{"message_id":5}}`), kind: courier.Delivered},
		"closed at once": {server: func(c net.Conn) { _ = c.Close() }, kind: courier.Uncertain},
		"no answer":      {server: func(c net.Conn) { _, _ = io.Copy(io.Discard, c) }, kind: courier.Uncertain},
		"half an answer": {server: serve(http200 + "99\r\n\r\n" + `{"ok":tr`), kind: courier.Uncertain},
		"HTML 502":       {server: serve("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\n\r\n<html>"), kind: courier.Uncertain},
		"HTML 429":       {server: serve("HTTP/1.1 429 Slow\r\nRetry-After: 9\r\nContent-Length: 6\r\n\r\n<html>"), kind: courier.RateLimited},
		"HTML 403":       {server: serve("HTTP/1.1 403 No\r\nContent-Length: 6\r\n\r\n<html>"), kind: courier.Unavailable},
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
				v := c.Deliver(t.Context(), courier.Attempt{Row: storage.Row{Chat: 1, Way: storage.Send, Message: chat.Message{Text: "a"}}})
				if v.Kind != test.kind {
					t.Errorf("verdict %+v, want kind %d", v, test.kind)
				}
				if v.Kind == courier.RateLimited && v.Wait != 9*time.Second || v.Kind == courier.Delivered && v.Message != 5 {
					t.Errorf("verdict %+v", v)
				}
			})
		})
	}
}

// An answer that is cut out says what it says when it is decoded.
func TestAnswerIsReadAsItIsDecoded(t *testing.T) {
	for _, body := range []string{
		`{"ok":true,"result":true}`, `{"ok":true,"result":{"message_id":7,"text":"}"}}` + "\n", `{"ok":true,"result":[{"a":1},2] }`,
		`{"ok":true,"result":true,"description":"done"}`, `{"ok":true,"result":{"message_id":7}`, `{"ok":true,"result":}`, `{"ok":true,"result":1}}`,
		`{"ok":false,"error_code":403,"description":"Forbidden"}`, `{"ok":false}`, `{"result":1,"ok":true}`, `<html>`, ``,
	} {
		var read, decoded answer
		ok := read.read([]byte(body))
		want := json.Unmarshal([]byte(body), &decoded) == nil && (decoded.OK || decoded.Code != 0)
		read.Result = bytes.TrimSpace(read.Result)
		if ok != want || ok && !reflect.DeepEqual(read, decoded) {
			t.Errorf("%s: %t %+v, want %t %+v", body, ok, read, want, decoded)
		}
	}
}
