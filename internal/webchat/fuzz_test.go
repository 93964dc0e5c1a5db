package webchat

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzPage: whatever is asked of the page, it answers as a server does that
// nothing has broken, says why it refuses, and never lets a stranger's page in.
func FuzzPage(f *testing.F) {
	for _, seed := range []struct{ method, path, kind, body string }{
		{"GET", "/", "", ""}, {"GET", "/page/chat.js", "", ""}, {"GET", "/page/..%2f..%2fgo.mod", "", ""}, {"GET", "/events", "", ""},
		{"GET", "/files/x", "", ""}, {"GET", "/chats/1001?before=-1", "", ""}, {"GET", "/directory", "", ""},
		{"POST", "/chats/1001/say", "application/json", `{"text":"xin chào","reply":-1}`},
		{"POST", "/chats/1001/press", "application/json", `{"message":1,"row":-1,"column":9,"data":"\u0000"}`},
		{"POST", "/chats/-9223372036854775808/edit", "application/json", `{"message":1,"text":""}`},
		{"POST", "/chats/1001/files", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../a\"\r\n\r\nx\r\n--x--"},
		{"POST", "/chats/1001/files", "multipart/form-data; boundary=", "--"}, {"POST", "/chats/1001/start", "", "{"},
		{"POST", "/phones", "application/json", `{"name":"","role":"x","unit":"PT001","code":"t.me/b?start="}`},
		{"POST", "/do", "application/json", `{"do":"scene","arg":"../..","on":true}`}, {"PUT", "/do", "", ""},
	} {
		f.Add(seed.method, seed.path, seed.kind, seed.body)
	}
	f.Fuzz(func(t *testing.T, method, path, kind, body string) {
		u, err := url.ParseRequestURI(path)
		if err != nil || u.Host != "" || !strings.HasPrefix(path, "/") || strings.TrimFunc(method, func(r rune) bool { return r >= 'A' && r <= 'Z' }) != "" || method == "" {
			return
		}
		s := newServer(t, idle{})
		s.show.Telegram().Person(1001, "Lò Thị An")
		for _, origin := range []string{"", "http://example.com"} {
			ctx, cancel := context.WithCancel(t.Context())
			cancel() // the page's own stream ends at once
			r := httptest.NewRequestWithContext(ctx, method, "http://localhost", strings.NewReader(body))
			r.URL.Path, r.URL.RawPath, r.URL.RawQuery = u.Path, u.RawPath, u.RawQuery
			r.Header.Set("Content-Type", kind)
			if origin != "" {
				r.Header.Set("Origin", origin)
				r.Header.Set("Sec-Fetch-Site", "cross-site")
			}
			w := httptest.NewRecorder()
			s.Handler().ServeHTTP(w, r)
			answered(t, method+" "+path, w, origin != "")
		}
	})
}

func answered(t *testing.T, asked string, w *httptest.ResponseRecorder, foreign bool) {
	t.Helper()
	if w.Code >= 500 && w.Code != http.StatusServiceUnavailable {
		t.Errorf("%s: %d %s", asked, w.Code, w.Body)
	}
	if foreign && strings.HasPrefix(asked, "POST") && w.Code < 400 {
		t.Errorf("%s: %d for another site's page", asked, w.Code)
	}
	if w.Header().Get("Content-Security-Policy") == "" {
		t.Errorf("%s: no content security policy", asked)
	}
	if w.Code >= 400 && strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
		var refusal struct{ Error string }
		if err := json.Unmarshal(w.Body.Bytes(), &refusal); err != nil || refusal.Error == "" {
			t.Errorf("%s: %d without a sentence: %s", asked, w.Code, w.Body)
		}
	}
}
