package webchat

import (
	"net"
	"net/http"
	"slices"
	"strings"

	"guongsang/internal/demotexts"
)

// Loopback reports whether an address to listen on, "host:port", can be reached
// from this machine alone.
func Loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// guard lets in only what the page itself asks for: by a name of this machine,
// so that no other name can be pointed at it; from its own origin; with the
// methods there are. A link that somebody follows to the page is let in.
func guard(next http.Handler) http.Handler {
	forgery := http.NewCrossOriginProtection()
	forgery.SetDenyHandler(refusing(http.StatusForbidden, demotexts.ForeignOrigin()))
	inner := forgery.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w.Header())
		switch {
		case !ownHost(r.Host):
			turnAway(w, r, http.StatusMisdirectedRequest, demotexts.ForeignHost())
		case !slices.Contains(methods, r.Method):
			w.Header().Set("Allow", strings.Join(methods, ", "))
			refuse(w, http.StatusMethodNotAllowed, demotexts.ForeignMethod())
		case foreign(r):
			refuse(w, http.StatusForbidden, demotexts.ForeignOrigin())
		default:
			inner.ServeHTTP(w, r)
		}
	})
}

// methods are those that anything here answers to.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost}

// ownHost reports whether a Host header names this machine as itself.
func ownHost(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]") // without a port: 80
	}
	ip := net.ParseIP(name)
	return strings.EqualFold(name, "localhost") || ip != nil && ip.IsLoopback()
}

// foreign reports whether another site's page asks, also where it only reads.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	site := r.Header.Get("Sec-Fetch-Site")
	return (site == "cross-site" || site == "same-site") && r.Header.Get("Sec-Fetch-Mode") != "navigate"
}

// protect forbids the page all but its own files, and every frame around it.
func protect(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "+
		"media-src 'self' blob:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
}

// turnAway refuses in plain words what somebody opens by its address, and in
// those of the page what the page asks for.
func turnAway(w http.ResponseWriter, r *http.Request, status int, sentence string) {
	if r.Header.Get("Sec-Fetch-Mode") == "navigate" {
		http.Error(w, sentence, status)
		return
	}
	refuse(w, status, sentence)
}

func refusing(status int, sentence string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { refuse(w, status, sentence) })
}
