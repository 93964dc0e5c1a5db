package webchat

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
)

// A Server serves the page for one show.
type Server struct {
	show Show
	zone *time.Location // of all times that are shown
	log  *slog.Logger
	kick chan struct{} // something may have changed

	refreshing sync.Mutex // one look at the show at a time

	mu       sync.Mutex
	streams  map[*stream]bool
	stopped  bool
	seen     map[int64]int // newest message that was seen, by chat
	payloads map[int64]string
	state    []byte
	board    []byte
	tour     []byte
	telegram *emulator.Server
	unwatch  func()
}

// New makes a server; times are shown in the zone. Run keeps its pages fresh.
func New(show Show, zone *time.Location, log *slog.Logger) *Server {
	return &Server{
		show: show, zone: zone, log: log, kick: make(chan struct{}, 1),
		streams: map[*stream]bool{}, seen: map[int64]int{}, payloads: map[int64]string{},
	}
}

// HTTP is a server of the page. Whoever sends a request by drops is let go: the
// header has to be there within seconds, all of it within a minute. What takes
// longer to answer lifts the limits for itself.
func (s *Server) HTTP() *http.Server {
	return &http.Server{
		Handler: s.Handler(), ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: time.Minute, WriteTimeout: time.Minute,
	}
}

// Handler answers the page and everything that it asks for.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.front)
	mux.HandleFunc("GET /page/{name}", s.pageFile)
	mux.HandleFunc("GET /events", s.listen)
	mux.HandleFunc("GET /directory", s.directory)
	mux.HandleFunc("GET /files/{id}", s.file)
	mux.HandleFunc("GET /chats/{id}", s.messages)
	mux.HandleFunc("POST /chats/{id}/start", s.start)
	mux.HandleFunc("POST /chats/{id}/say", s.say)
	mux.HandleFunc("POST /chats/{id}/press", s.press)
	mux.HandleFunc("POST /chats/{id}/edit", s.edit)
	mux.HandleFunc("POST /chats/{id}/files", s.sendFiles)
	mux.HandleFunc("POST /chats/{id}/read", s.read)
	mux.HandleFunc("POST /chats/{id}/block", s.block)
	mux.HandleFunc("POST /phones", s.addPhone)
	mux.HandleFunc("POST /do", s.do)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		turnAway(w, r, http.StatusNotFound, demotexts.NothingHere())
	})
	return guard(mux)
}

// settled is how long after a first change the others of the same moment are
// waited for, and recheck is how often the show is looked at although nothing
// was heard: rows leave the outbox without a word.
const (
	settled = 30 * time.Millisecond
	recheck = 400 * time.Millisecond
)

// Run keeps the pages fresh until ctx ends.
func (s *Server) Run(ctx context.Context) {
	defer s.Stop()
	ticker := time.NewTicker(recheck)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.kick:
			pause := time.NewTimer(settled)
			select {
			case <-ctx.Done():
			case <-pause.C:
			}
			pause.Stop()
		case <-ticker.C:
		}
		if s.listened() {
			s.refresh()
		}
	}
}

func (s *Server) listened() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.streams) > 0
}

// Changed says that something stands differently now.
func (s *Server) Changed() {
	select {
	case s.kick <- struct{}{}:
	default:
	}
}

// refresh asks the show how everything stands and tells the pages what is new.
func (s *Server) refresh() {
	s.refreshing.Lock()
	defer s.refreshing.Unlock()
	tg := s.show.Telegram()
	state, err := s.show.State()
	if err != nil {
		s.log.Error("state of the demo", "err", err)
		return
	}
	s.attend(tg, time.Now().Add(time.Duration(state.Clock.Shift)*time.Millisecond))
	board, err := s.show.Board()
	if err != nil {
		s.log.Error("board of the demo", "err", err)
		return
	}
	s.complete(tg, &state)
	s.push("state", &s.state, state)
	s.push("board", &s.board, board)
	s.push("tour", &s.tour, s.show.Tour())
}

// attend listens to the phones of another emulator once there is one.
func (s *Server) attend(tg *emulator.Server, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.telegram == tg {
		return
	}
	if s.unwatch != nil {
		s.unwatch()
	}
	s.seen, s.payloads = readBefore(tg, now.Add(-news)), map[int64]string{}
	s.telegram, s.state, s.board = tg, nil, nil // told anew, whatever they are
	s.unwatch = tg.Watch(func(e emulator.Event) { s.happened(tg, e) })
	s.tell(event("reload", struct{}{}))
}

// news is how old a message may be to be unread when a scene begins: its
// history was read, only what the scene is about is new.
const news = 20 * time.Minute

// readBefore gives for each chat the newest message of before a moment.
func readBefore(tg *emulator.Server, at time.Time) map[int64]int {
	seen := map[int64]int{}
	for _, p := range readers(tg) {
		for _, m := range p.Chat() {
			if m.At.Before(at) {
				seen[p.ID()] = m.ID
			}
		}
	}
	return seen
}

// happened passes on what a person sees, unless another emulator is shown by now.
func (s *Server) happened(tg *emulator.Server, e emulator.Event) {
	defer s.Changed()
	if e.Kind == "person" { // who there is is part of the state
		return
	}
	type payload struct {
		Chat    int64    `json:"chat"`
		Message *Message `json:"message,omitempty"`
		Action  string   `json:"action,omitempty"`
		Query   string   `json:"query,omitempty"`
		Text    string   `json:"text,omitempty"`
		Alert   bool     `json:"alert,omitempty"`
	}
	p := payload{Chat: e.Chat, Action: e.Action, Query: e.Toast.Query, Text: e.Toast.Text, Alert: e.Toast.Alert}
	switch e.Kind {
	case "message", "edit", "delete":
		m := s.message(e.Message)
		p.Message = &m
	}
	told := event(e.Kind, p)
	s.mu.Lock()
	if s.telegram == tg {
		s.tell(told)
	}
	s.mu.Unlock()
}

// front serves the page with its labels.
func (s *Server) front(w http.ResponseWriter, _ *http.Request) {
	front, err := worded(string(page()["index.html"]), demotexts.PageLabels())
	if err != nil {
		s.log.Error("page not made", "err", err)
		http.Error(w, demotexts.NothingHere(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if _, err := io.WriteString(w, front); err != nil {
		s.log.Warn("page not sent", "err", err)
	}
}

// worded puts the words of the page into it: each as text, and all of them, in
// both languages, as JSON, in which no < is left. A template package for that
// one page would make the whole program three per cent larger.
func worded(page string, labels map[string]map[string]string) (string, error) {
	all, err := json.Marshal(labels)
	if err != nil {
		return "", fmt.Errorf("writing the words of the page: %w", err)
	}
	pairs := []string{"{{.Labels}}", string(all)}
	for name, word := range labels["vi"] {
		pairs = append(pairs, "{{.Words."+name+"}}", html.EscapeString(word))
	}
	return strings.NewReplacer(pairs...).Replace(page), nil
}

func (s *Server) directory(w http.ResponseWriter, _ *http.Request) { answer(w, s.show.Directory()) }

// do carries an order out; it goes on if the page goes away meanwhile.
func (s *Server) do(w http.ResponseWriter, r *http.Request) {
	var o Order
	if !ask(w, r, &o) {
		return
	}
	control := http.NewResponseController(w) // it takes as long as it takes
	_, _ = control.SetReadDeadline(time.Time{}), control.SetWriteDeadline(time.Time{})
	err := s.show.Do(context.WithoutCancel(r.Context()), o)
	s.refresh()
	s.done(w, err)
}

func (s *Server) addPhone(w http.ResponseWriter, r *http.Request) {
	var p Phone
	if !ask(w, r, &p) {
		return
	}
	id, payload, err := s.show.AddPhone(p)
	if err != nil {
		s.done(w, err)
		return
	}
	s.mu.Lock()
	s.payloads[id] = payload
	s.mu.Unlock()
	s.refresh()
	answer(w, map[string]any{"id": id, "payload": payload})
}

// done answers that an order was carried out, or why it was not.
func (s *Server) done(w http.ResponseWriter, err error) {
	var refusal Refusal
	switch {
	case err == nil:
		w.WriteHeader(http.StatusNoContent)
	case errors.As(err, &refusal):
		refuse(w, http.StatusConflict, string(refusal))
	case errors.Is(err, context.Canceled): // the demo ends
		refuse(w, http.StatusServiceUnavailable, demotexts.Broken())
	default:
		s.log.Error("order at the demo", "err", err)
		refuse(w, http.StatusInternalServerError, demotexts.Broken())
	}
}

// ask reads what the page sent.
func ask(w http.ResponseWriter, r *http.Request, into any) bool {
	body := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20))
	if err := body.Decode(into); err != nil {
		refuse(w, http.StatusBadRequest, demotexts.Unreadable())
		return false
	}
	return true
}

func answer(w http.ResponseWriter, data any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(data) // the page went away
}

func refuse(w http.ResponseWriter, status int, sentence string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": sentence})
}
