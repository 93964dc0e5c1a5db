package webchat

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Only this machine, the page's own origin and the methods there are get in.
func TestGuard(t *testing.T) {
	inner := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	for _, c := range []struct {
		name   string
		method string
		host   string
		header map[string]string
		want   int
	}{
		{"a visit", "GET", "127.0.0.1:8080", nil, 204},
		{"by name", "GET", "localhost:8080", nil, 204},
		{"sixth version", "GET", "[::1]:8080", nil, 204},
		{"without a port", "GET", "localhost", nil, 204},
		{"the page posts", "POST", "127.0.0.1:8080", map[string]string{"Origin": "http://127.0.0.1:8080", "Sec-Fetch-Site": "same-origin"}, 204},
		{"a program posts", "POST", "127.0.0.1:8080", nil, 204},
		{"a link is followed", "GET", "127.0.0.1:8080", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 204},
		{"another name for this machine", "GET", "demo.example:8080", nil, 421},
		{"another machine's address", "GET", "192.168.1.7:8080", nil, 421},
		{"a name that begins like this machine", "GET", "127.0.0.1.example:8080", nil, 421},
		{"no host", "GET", "", nil, 421},
		{"another site posts", "POST", "127.0.0.1:8080", map[string]string{"Origin": "https://example.org", "Sec-Fetch-Site": "cross-site"}, 403},
		{"another port posts", "POST", "127.0.0.1:8080", map[string]string{"Origin": "http://127.0.0.1:9090", "Sec-Fetch-Site": "same-site"}, 403},
		{"a file's page posts", "POST", "127.0.0.1:8080", map[string]string{"Origin": "null"}, 403},
		{"another site reads", "GET", "127.0.0.1:8080", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403},
		{"another method", "PUT", "127.0.0.1:8080", nil, 405},
		{"a preflight", "OPTIONS", "127.0.0.1:8080", map[string]string{"Origin": "https://example.org"}, 405},
		{"a trace", "TRACE", "127.0.0.1:8080", nil, 405},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(c.method, "/", nil)
			r.Host = c.host
			for k, v := range c.header {
				r.Header.Set(k, v)
			}
			w := httptest.NewRecorder()
			guard(inner).ServeHTTP(w, r)
			if w.Code != c.want {
				t.Errorf("answered %d, want %d", w.Code, c.want)
			}
			if w.Header().Get("Content-Security-Policy") == "" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
				t.Error("answered without protection")
			}
			if c.want >= 400 && w.Body.Len() < 20 {
				t.Errorf("refused with %q", w.Body)
			}
		})
	}
}

func TestLoopback(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1:8080": true, "localhost:0": true, "[::1]:8080": true, "127.8.8.8:80": true,
		":8080": false, "0.0.0.0:8080": false, "[::]:8080": false, "192.168.1.7:8080": false, "example.org:80": false, "8080": false, "": false,
	} {
		if Loopback(address) != want {
			t.Errorf("Loopback(%q) = %v", address, !want)
		}
	}
}
