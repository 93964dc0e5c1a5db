package handlers

import (
	"sync"

	"guongsang/handlers/turn"
)

// Updates are handled one after the other, and everybody waits for that. What a text
// says in a draft needs nobody else's turn to be over: it is read ahead while those
// before it are handled, if there is a processor for that.

// A foreseer reads ahead what waits.
type foreseer struct {
	waiting chan *turn.Foresight
	stop    chan struct{}
}

// beginForeseeing has what is prepared read ahead, until end.
func (d *Desk) beginForeseeing() (end func()) {
	r := &foreseer{waiting: make(chan *turn.Foresight, together), stop: make(chan struct{})}
	d.foreseer.Store(r)
	var running sync.WaitGroup
	running.Go(r.run)
	return func() {
		d.foreseer.Store(nil)
		close(r.stop)
		running.Wait()
	}
}

func (r *foreseer) run() {
	for {
		select {
		case a := <-r.waiting:
			readSafely(a)
		case <-r.stop:
			return
		}
	}
}

// readSafely reads ahead. What panics will do so again in its turn, where that sets the
// update aside.
func readSafely(a *turn.Foresight) {
	defer func() { _ = recover() }()
	a.Read()
}

// foresee has something read ahead, if there is anything and not too much waits already.
func (d *Desk) foresee(a *turn.Foresight) {
	r := d.foreseer.Load()
	if r == nil || a == nil {
		return
	}
	select {
	case r.waiting <- a:
	default:
	}
}
