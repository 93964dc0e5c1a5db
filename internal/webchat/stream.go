package webchat

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"guongsang/internal/demotexts"
)

// A stream is one page that listens.
type stream struct {
	events chan []byte
	closed chan struct{} // closed when the page listens too slowly or the server stops
}

// backlog is how many events a page may be behind. One that is further behind
// is cut off; it connects again and reads everything anew.
const backlog = 4096

// heartbeat is how often a quiet stream says something, so that a page that
// went away is noticed.
const heartbeat = 15 * time.Second

// slowest is how long a page may take for one event before it is taken to be
// gone: one that is asleep holds its connection, and would hold the server's end.
const slowest = 30 * time.Second

// event is one server-sent event in its wire form.
func event(name string, data any) []byte {
	body, err := json.Marshal(data)
	if err != nil {
		panic(fmt.Errorf("writing event %s: %w", name, err)) // our own types only
	}
	return fmt.Appendf(nil, "event: %s\ndata: %s\n\n", name, body)
}

// listen serves GET /events until the page goes away.
func (s *Server) listen(w http.ResponseWriter, r *http.Request) {
	control := http.NewResponseController(w)
	say := func(e []byte) error {
		_ = control.SetWriteDeadline(time.Now().Add(slowest)) // for each event: the server's own would end the stream
		_, err := w.Write(e)
		return err
	}
	_ = control.SetReadDeadline(time.Time{}) // nothing more is read
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	st := &stream{events: make(chan []byte, backlog), closed: make(chan struct{})}
	if !s.join(st) {
		refuse(w, http.StatusServiceUnavailable, demotexts.Broken())
		return
	}
	defer s.leave(st)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-st.closed:
			return
		case <-beat.C:
			if say([]byte(":\n\n")) != nil {
				return
			}
		case e := <-st.events:
			if say(e) != nil {
				return
			}
		}
		if len(st.events) == 0 && control.Flush() != nil {
			return
		}
	}
}

// join adds a stream; what it hears first is how everything stands. It is not
// let in where that is not known.
func (s *Server) join(st *stream) bool {
	s.refresh()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped || s.state == nil || s.board == nil || s.tour == nil {
		return false
	}
	st.events <- fmt.Appendf(nil, "event: hello\ndata: {\"state\":%s,\"board\":%s,\"tour\":%s}\n\n", s.state, s.board, s.tour)
	s.streams[st] = true
	return true
}

func (s *Server) leave(st *stream) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.streams, st)
}

// tell sends an event to every page. The server is locked.
func (s *Server) tell(e []byte) {
	for st := range s.streams {
		select {
		case st.events <- e:
		default:
			delete(s.streams, st)
			close(st.closed)
		}
	}
}

// Stop ends all streams, for good: a server that shuts down waits for them.
func (s *Server) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stopped = true
	for st := range s.streams {
		delete(s.streams, st)
		close(st.closed)
	}
}

// push tells what has changed of one part, if anything has.
func (s *Server) push(name string, old *[]byte, data any) {
	body, err := json.Marshal(data)
	if err != nil {
		panic(fmt.Errorf("writing %s: %w", name, err)) // our own types only
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !bytes.Equal(*old, body) {
		*old = body
		s.tell(fmt.Appendf(nil, "event: %s\ndata: %s\n\n", name, body))
	}
}
