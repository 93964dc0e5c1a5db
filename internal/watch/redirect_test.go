package watch

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A redirect is an answer that says no: nobody else is asked, and the log does not
// have the URL.
func TestHeartbeatFollowsNoRedirect(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("the other address was asked, from %q", r.Referer())
	}))
	defer other.Close()
	asked := httptest.NewServer(http.RedirectHandler(other.URL, http.StatusFound))
	defer asked.Close()

	h := Heartbeat{URL: asked.URL + "/secret"}
	err := h.ask(t.Context())
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("asking: %v, want an error without the path", err)
	}
}
