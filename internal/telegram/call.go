package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"strconv"
	"sync/atomic"
	"time"
)

// maxAnswer bounds what is read of an answer: a batch of 100 updates is far
// below.
const maxAnswer = 16 << 20

// A trip is one request and what came back, seen from the wire: go-telegram/bot
// keeps neither the HTTP status nor whether the request was written.
type trip struct {
	begun   bool  // the request went to the transport
	err     error // no answer, or not a whole one
	asked   atomic.Bool
	linked  atomic.Bool
	status  int
	wait    int // Retry-After of the header, in seconds
	decoded bool
	answer  answer
}

// An answer is the envelope in which the Bot API puts every result.
type answer struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Code        int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MigrateTo  int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

// granted is how the answer to a call begins that was granted, and closed how it ends.
var granted, closed = []byte(`{"ok":true,"result":`), []byte("}")

// read reads an answer, and reports whether it is one. Nearly all are a result and
// nothing else: that is cut out of them as it is.
func (a *answer) read(body []byte) bool {
	if result, ok := bytes.CutPrefix(body, granted); ok {
		if result, ok = bytes.CutSuffix(bytes.TrimSpace(result), closed); ok && json.Valid(result) {
			a.OK, a.Result = true, bytes.TrimSpace(result)
			return true
		}
	}
	return json.Unmarshal(body, a) == nil && (a.OK || a.Code != 0)
}

type tripKey struct{}

// track gives a context under which the next request is recorded.
func track(ctx context.Context) (context.Context, *trip) {
	t := &trip{}
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { t.asked.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { t.linked.Store(true) },
	})
	return context.WithValue(ctx, tripKey{}, t), t
}

// unsent reports whether the request certainly never left: there was no
// connection to write it to. In a real transport that is seen; another Doer
// must say so by a dial or DNS error.
func (t *trip) unsent() bool {
	if t.err == nil {
		return false
	}
	if t.asked.Load() {
		return !t.linked.Load()
	}
	var op *net.OpError
	var dns *net.DNSError
	return errors.As(t.err, &op) && op.Op == "dial" || errors.As(t.err, &dns)
}

// problem describes, for the log and the outbox, what was wrong with a trip;
// never with the body of an answer, which may hold what people wrote.
func (t *trip) problem() error {
	switch {
	case t.err != nil:
		return t.err
	case !t.decoded:
		return fmt.Errorf("answer is no JSON (HTTP %d)", t.status)
	case !t.answer.OK:
		return fmt.Errorf("%d %s", t.answer.Code, t.answer.Description)
	}
	return nil
}

// code is the kind of refusal: the envelope's, or the status if there is none.
func (t *trip) code() int {
	if t.decoded {
		return t.answer.Code
	}
	return t.status
}

// longestWait is how long a 429 is obeyed before it is asked again: what tells of
// more may be no number that anybody meant.
const longestWait = 24 * time.Hour

// retryAfter is how long a 429 asks to wait.
func (t *trip) retryAfter() time.Duration {
	seconds := t.answer.Parameters.RetryAfter
	if seconds <= 0 {
		seconds = t.wait
	}
	if seconds <= 0 {
		seconds = 5
	}
	return time.Duration(min(seconds, int(longestWait/time.Second))) * time.Second
}

// watched is the Doer under every call: it records the trip, bounds the answer
// and keeps secrets out of errors. It tells what Telegram's clock says.
type watched struct {
	next   Doer
	redact redactor
	clock  func(time.Time)
}

func (w watched) Do(r *http.Request) (*http.Response, error) {
	t, _ := r.Context().Value(tripKey{}).(*trip)
	if t != nil {
		t.begun = true
	}
	resp, err := w.next.Do(r)
	if err != nil {
		err = w.redact.error(err)
		t.fail(err)
		return nil, err
	}
	if date, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
		w.clock(date)
	}
	if t == nil { // a download: streamed by its reader
		return resp, nil
	}
	body, err := readAll(resp)
	if err != nil {
		err = fmt.Errorf("reading the answer: %w", w.redact.error(err))
		t.fail(err)
		return nil, err
	}
	t.status = resp.StatusCode
	t.wait, _ = strconv.Atoi(resp.Header.Get("Retry-After"))
	t.decoded = t.answer.read(body)
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// readAll reads an answer, at once where it says how long it is.
func readAll(resp *http.Response) ([]byte, error) {
	defer resp.Body.Close()
	var b bytes.Buffer
	if n := resp.ContentLength; n > 0 && n < 1<<16 {
		b.Grow(int(n) + bytes.MinRead) // what ReadFrom wants to see free
	}
	_, err := b.ReadFrom(http.MaxBytesReader(nil, resp.Body, maxAnswer))
	return b.Bytes(), err
}

func (t *trip) fail(err error) {
	if t != nil {
		t.err = err
	}
}

// post makes a call with JSON parameters, without the library: what is said costs
// half as much as in the library's forms, and updates stay as raw as they come.
func (c *Client) post(ctx context.Context, method string, params any) (json.RawMessage, *trip) {
	ctx, t := track(ctx)
	body, err := json.Marshal(params)
	if err != nil {
		t.err = fmt.Errorf("encoding the parameters of %s: %w", method, err)
		return nil, t
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/bot"+c.token+"/"+method, bytes.NewReader(body))
	if err != nil {
		t.err = fmt.Errorf("making the request %s: %w", method, c.redact.error(err))
		return nil, t
	}
	r.Header.Set("Content-Type", "application/json")
	if resp, err := c.http.Do(r); err == nil {
		_ = resp.Body.Close()
	}
	return t.answer.Result, t
}

// setClock notes what Telegram's clock says: ours may be wrong by any time.
func (c *Client) setClock(date time.Time) { c.ahead.Store(int64(date.Sub(c.now()))) }

// clock is the time by Telegram's clock, give or take a second or two.
func (c *Client) clock() time.Time { return c.now().Add(time.Duration(c.ahead.Load())) }
