package courier

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"sync"
	"time"

	"guongsang/internal/retry"
	"guongsang/storage"
)

const (
	maxAttempts = 32              // side by side
	stopGrace   = 3 * time.Second // for attempts under way when the sender stops
	longestNap  = time.Minute     // between two looks at the clock, which may be moved
)

// Options say how a sender works. The zero value is of use.
type Options struct {
	Limits Limits
	Now    func() time.Time // nil: time.Now
	Log    *slog.Logger     // nil: nothing is logged
}

// A Sender delivers the outbox over a wire.
type Sender struct {
	wire   Wire
	store  *storage.Store
	limits Limits
	now    func() time.Time
	log    *slog.Logger

	mu         sync.Mutex
	chats      map[int64]*chatQueue
	ready      [waiting]fifo // by state
	later      timetable
	overall    pace
	health     health
	underWay   int // attempts
	taken      int // rows taken out of their queues and not recorded
	unrecorded []outcome
	changed    chan struct{} // closed at the next change, for Idle
	begun      bool          // the outbox was read
	probing    bool          // the messenger is being asked whether it is there
	stopped    bool
	wakes      time.Time // when the loop looks at the clock again
	disk       disk
	sends      map[storage.Fate]uint64

	wake  chan struct{}
	next  chan delivery // for goroutines that have done their last
	over  chan struct{} // closed when there are no more
	tasks sync.WaitGroup
	life  context.Context // of all attempts
}

// An outcome is what became of a row, before it is recorded.
type outcome struct {
	queue  *queue
	row    storage.Row
	result storage.Result
}

// NewSender makes a sender. Run makes it work.
func NewSender(wire Wire, store *storage.Store, o Options) *Sender {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &Sender{
		wire: wire, store: store, limits: o.Limits, now: o.Now, log: o.Log, chats: map[int64]*chatQueue{}, overall: o.Limits.overall(),
		health: health{log: o.Log}, disk: disk{outage: retry.Outage{Log: o.Log, What: "storing what was sent"}},
		sends: map[storage.Fate]uint64{}, wake: make(chan struct{}, 1),
		next: make(chan delivery), over: make(chan struct{}),
	}
}

// Sends is how many attempts ended in each way since the start.
func (s *Sender) Sends() map[storage.Fate]uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.sends)
}

// Run sends until ctx ends. Then it starts nothing more, gives the attempts
// under way a few seconds, and records what became of them. It is to be called once,
// after storage.Rescue. The error is that of reading the outbox at the start.
func (s *Sender) Run(ctx context.Context) error {
	life, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	s.life = life
	if err := s.begin(); err != nil {
		return err
	}
	timer := time.NewTimer(0)
	defer timer.Stop()
	for ctx.Err() == nil {
		timer.Reset(s.dispatch())
		select {
		case <-ctx.Done():
		case <-s.wake:
		case <-timer.C:
		}
	}
	s.end(cancel)
	return nil
}

// begin takes over what waits, and the pauses that were asked for before.
func (s *Sender) begin() error {
	now := s.now()
	until, err := s.store.Flood(now)
	if err != nil {
		return fmt.Errorf("reading the pause of the bot: %w", err)
	}
	s.mu.Lock()
	s.health.resume(until, now)
	s.mu.Unlock()
	waiting, err := s.store.Watch(now, s.add)
	if err != nil {
		return fmt.Errorf("reading the outbox: %w", err)
	}
	s.add(waiting)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.begun = true
	s.change()
	return nil
}

// end waits for what is under way, in vain for so long only.
func (s *Sender) end(cancel context.CancelFunc) {
	s.mu.Lock()
	s.stopped = true
	s.mu.Unlock()
	close(s.over)
	ended := make(chan struct{})
	go func() {
		s.tasks.Wait()
		close(ended)
	}()
	timer := time.NewTimer(stopGrace)
	defer timer.Stop()
	select {
	case <-ended:
	case <-timer.C:
		cancel()
		<-ended
	}
	s.record()
}

// add takes rows in; it is called after the commit that put them.
func (s *Sender) add(refs []storage.Ref) {
	now := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	release := false
	for _, ref := range refs {
		c := s.chat(ref.Chat)
		q := &c.messages
		if ref.Way == storage.Answer || ref.Way == storage.Act {
			q = &c.notices
		}
		if ref.Gone {
			q.remove(ref.Seq)
			s.schedule(q, now)
			continue
		}
		q.put(ref)
		release = release || c.messages.held && !s.stopped
		s.schedule(q, now)
	}
	if release {
		s.tasks.Go(s.record)
	}
	s.change()
}

// change starts what may start by now, and wakes whoever waits in Idle. The loop
// is woken only if it would sleep for too long. The sender is locked.
func (s *Sender) change() {
	if s.begun && !s.stopped && (s.start(s.now()).Before(s.wakes) || s.nobodyComes()) {
		s.poke()
	}
	if s.changed != nil {
		close(s.changed)
		s.changed = nil
	}
}

func (s *Sender) poke() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// Retry makes the sender try at once what may go by now: the clock may have been
// moved, or the network be back. A pause that the messenger asked for lasts
// until the clock says so.
func (s *Sender) Retry() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.health.probe(s.now())
	s.change()
}
