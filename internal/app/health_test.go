package app

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// AskHealth tells the bot, well or not, from another program at its address and from none.
func TestWhoAnswersForTheBot(t *testing.T) {
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone.Close()
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	friendly := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") }))
	defer friendly.Close()
	unwell := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Server", serverName)
		http.Error(w, "chưa khỏe", http.StatusServiceUnavailable)
	}))
	defer unwell.Close()
	mail, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer mail.Close()
	go func() {
		for {
			conn, err := mail.Accept()
			if err != nil {
				return
			}
			fmt.Fprint(conn, "220 mail ESMTP\r\n") // before anybody has asked
			_, _ = io.Copy(io.Discard, conn)
			conn.Close()
		}
	}()
	for listen, want := range map[string]string{
		gone.Addr().String():           "Bot không trả lời ở ",
		other.Listener.Addr().String(): "(HTTP 404 Not Found) không phải bot", friendly.Listener.Addr().String(): "(HTTP 200 OK) không phải bot",
		mail.Addr().String():            "(không theo HTTP) không phải bot",
		unwell.Listener.Addr().String(): "chưa khỏe",
	} {
		_, err := AskHealth(t.Context(), configListening(t, listen))
		if err == nil || !strings.Contains(Explain(err), want) {
			t.Errorf("%v, not %q", err, want)
		}
	}
	inBubble(t, bubbleConfig(), "2026-11-12 08:00", func(b *bubble) {
		b.start()
		b.settle()
		w := httptest.NewRecorder()
		b.program.statusServer().Handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/healthz", nil))
		if w.Code != http.StatusOK || w.Header().Get("Server") != serverName {
			b.fail("the bot says %d %v", w.Code, w.Header())
		}
	})
}

// configListening is a configuration in which the bot is asked at an address.
func configListening(t *testing.T, listen string) (path string) {
	t.Helper()
	example, err := os.ReadFile("../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(strings.Replace(string(example), "\nlisten: \"\"", "\nlisten: "+listen, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
