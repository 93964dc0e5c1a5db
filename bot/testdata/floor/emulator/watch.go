package emulator

import "sync"

// Event is something that a person sees happen in a chat.
type Event struct {
	// Kind is "message", "edit" or "delete" for what either side does to a
	// message, "toast" or "action" for the bot, and "person" when somebody is
	// made, is named, starts, blocks, unblocks or deletes the account.
	Kind string
	// Chat is the chat in which it happens; a person's id is that of the chat.
	Chat int64
	// Message is set for the first three kinds, as it then was; its Rev says
	// which of two is newer.
	Message Message
	// Toast is set for "toast".
	Toast Toast
	// Action is set for "action", for example "typing".
	Action string
}

// Watch calls fn for every event from now on, one after another, on a goroutine
// of its own; a slow fn holds nobody up. stop ends it and does not wait for a
// running fn.
func (s *Server) Watch(fn func(Event)) (stop func()) { return s.watchers.add(fn) }

// watchers have a queue each.
type watchers struct {
	mu  sync.Mutex
	all map[*watcher]bool
}

type watcher struct {
	mu     sync.Mutex
	events []Event
	more   chan struct{}
	quit   chan struct{}
	once   sync.Once
}

func (ws *watchers) add(fn func(Event)) (stop func()) {
	w := &watcher{more: make(chan struct{}, 1), quit: make(chan struct{})}
	ws.mu.Lock()
	if ws.all == nil {
		ws.all = map[*watcher]bool{}
	}
	ws.all[w] = true
	ws.mu.Unlock()
	go w.run(fn)
	return func() {
		ws.mu.Lock()
		delete(ws.all, w)
		ws.mu.Unlock()
		w.end()
	}
}

func (ws *watchers) tell(e Event) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	for w := range ws.all {
		w.put(e)
	}
}

func (ws *watchers) close() {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	for w := range ws.all {
		w.end()
	}
	ws.all = nil
}

// tellPerson says that a person stands differently now.
func (s *Server) tellPerson(ch *chat) { s.watchers.tell(Event{Kind: "person", Chat: ch.id}) }

func (w *watcher) end() { w.once.Do(func() { close(w.quit) }) }

func (w *watcher) put(e Event) {
	w.mu.Lock()
	w.events = append(w.events, e)
	w.mu.Unlock()
	poke(w.more)
}

func (w *watcher) take() []Event {
	w.mu.Lock()
	defer w.mu.Unlock()
	events := w.events
	w.events = nil
	return events
}

func (w *watcher) run(fn func(Event)) {
	for {
		select {
		case <-w.quit:
			return
		case <-w.more:
		}
		for _, e := range w.take() {
			fn(e)
		}
	}
}
