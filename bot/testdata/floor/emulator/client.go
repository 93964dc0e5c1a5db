package emulator

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"
)

// reply is an answer on its way out, or the way in which there is none.
type reply struct {
	status     int
	header     http.Header
	body       []byte
	short      bool // the declared length is larger than the body
	retryAfter int
	result     string // what the call log says
	broken     error  // no answer: the connection ends like this
}

// errRefused is the end of a request of which nothing was written.
var errRefused = &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}

// errReset is the end of a request whose fate the caller cannot know.
var errReset = &net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET}

func jsonReply(status int, body []byte) reply {
	return reply{status: status, header: http.Header{"Content-Type": {"application/json"}}, body: body, result: "ok"}
}

func htmlReply(status int) reply {
	text := strconv.Itoa(status) + " " + http.StatusText(status)
	body := "<html>\r\n<head><title>" + text + "</title></head>\r\n<body>\r\n<center><h1>" + text +
		"</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
	return reply{status: status, header: http.Header{"Content-Type": {"text/html"}}, body: []byte(body), result: text + " (HTML)"}
}

// finish sets the headers that depend on the rest.
func (a *reply) finish() {
	length := len(a.body)
	if a.short {
		length += 10
	}
	a.header.Set("Content-Length", strconv.Itoa(length))
	a.header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
	if a.retryAfter > 0 {
		a.header.Set("Retry-After", strconv.Itoa(a.retryAfter))
	}
}

// ServeHTTP answers over a real connection; a broken answer resets it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a := s.serve(r)
	if a.broken != nil {
		hangUp(w)
		return
	}
	a.finish()
	for name, values := range a.header {
		w.Header()[name] = values
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body)
	if a.short {
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}
}

// hangUp closes the connection without an answer.
func hangUp(w http.ResponseWriter) {
	hijacker, ok := w.(http.Hijacker)
	if !ok {
		panic(http.ErrAbortHandler)
	}
	conn, _, err := hijacker.Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}

// Client calls a Server without a socket, as an http.RoundTripper or, with Do,
// in the place of an *http.Client.
type Client struct{ server *Server }

// Client gives access to the server from the same process.
func (s *Server) Client() *Client { return &Client{s} }

// Do works like (*http.Client).Do and wraps errors in *url.Error likewise.
func (c *Client) Do(r *http.Request) (*http.Response, error) {
	return (&http.Client{Transport: c}).Do(r)
}

// RoundTrip works like that of an http.Transport: a request that came to
// nothing returns the error a transport would return.
func (c *Client) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		defer func() { _ = r.Body.Close() }()
	}
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	a := c.server.serve(r)
	if a.broken != nil {
		return nil, a.broken
	}
	a.finish()
	return a.response(r), nil
}

func (a *reply) response(r *http.Request) *http.Response {
	length, _ := strconv.ParseInt(a.header.Get("Content-Length"), 10, 64)
	return &http.Response{
		Status:        strconv.Itoa(a.status) + " " + http.StatusText(a.status),
		StatusCode:    a.status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        a.header,
		Body:          a.reader(),
		ContentLength: length,
		Request:       r,
	}
}

func (a *reply) reader() io.ReadCloser {
	if !a.short {
		return io.NopCloser(bytes.NewReader(a.body))
	}
	return io.NopCloser(io.MultiReader(bytes.NewReader(a.body), cutOff{}))
}

// cutOff is the end of a body that was announced to be longer.
type cutOff struct{}

func (cutOff) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// sleep waits unless the context ends first.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// InProcess makes a transport that calls h directly, for the posts to a webhook
// whose handler lives in the same process.
func InProcess(h http.Handler) http.RoundTripper { return inProcess{h} }

type inProcess struct{ handler http.Handler }

func (t inProcess) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		defer func() { _ = r.Body.Close() }()
	}
	in := r.Clone(r.Context())
	in.RequestURI = r.URL.RequestURI()
	in.Host = r.URL.Host
	if in.Body == nil {
		in.Body = http.NoBody
	}
	rec := &recorder{header: http.Header{}}
	if !rec.run(t.handler, in) {
		return nil, errReset
	}
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	a := reply{status: rec.status, header: rec.header, body: rec.body.Bytes()}
	a.finish()
	return a.response(r), nil
}

// recorder is the http.ResponseWriter of an in-process call.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header { return r.header }

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
}

func (r *recorder) Write(p []byte) (int, error) {
	r.WriteHeader(http.StatusOK)
	return r.body.Write(p)
}

// run calls the handler; false means that it gave the connection up.
func (r *recorder) run(h http.Handler, in *http.Request) (answered bool) {
	defer func() {
		cause := recover()
		if cause != nil && cause != http.ErrAbortHandler {
			panic(cause)
		}
		answered = cause == nil
	}()
	h.ServeHTTP(r, in)
	r.WriteHeader(http.StatusOK)
	return true
}
