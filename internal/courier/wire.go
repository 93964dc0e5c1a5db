package courier

import (
	"context"
	"time"

	"guongsang/storage"
)

// A Wire is a messenger as the sender knows it.
type Wire interface {
	// Deliver makes one attempt to do what a row asks (storage.Way) and says what
	// came of it. It is called for many chats side by side, and for one chat with
	// at most one message or edit and one notice or action at a time. When ctx
	// ends it returns soon.
	Deliver(ctx context.Context, a Attempt) Verdict
	// Probe asks the messenger for something that changes nothing, to learn
	// whether it is there. It soon gives up.
	Probe(ctx context.Context) Verdict
	// IsGroup reports whether more than one person is in a chat: rates of their
	// own hold for those.
	IsGroup(chat int64) bool
}

// An Attempt is a row whose turn has come, with what the sender knows of it.
type Attempt struct {
	Row    storage.Row // with the content of its file
	Target int64       // Edit, Delete: the message to change; 0 if there never was one, so that a new one is to be sent
	Parts  int         // how many pieces of a long message earlier attempts sent
}

// A Verdict is what an attempt means for its row. One that was never set says
// that nobody knows.
type Verdict struct {
	Kind    Kind
	Message int64         // Delivered: its id; 0 if it is not in the chat any more
	Album   []int64       // Delivered: the ids of all parts of an album
	At      time.Time     // Delivered: when, by the messenger's clock; zero if it did not say
	Parts   int           // how many pieces were sent by now; the next attempt is given it
	Wait    time.Duration // RateLimited: for how long
	Why     string        // for the log and the outbox: holds no secret and nothing that people wrote
	Local   bool          // the messenger was not asked: it says nothing of its state
}

// A Kind is a kind of verdict.
type Kind int

// The kinds of verdicts.
const (
	Uncertain    Kind = iota // nobody knows whether it was done
	Delivered                // done, or as good as
	Refused                  // for good
	Unreachable              // for good, as will be all else to this person
	Expired                  // not worth doing any more
	RateLimited              // not done: too much at once
	Unavailable              // not done: the messenger is out of order
	Disconnected             // not done: not even a connection
	Unauthorized             // not done: the messenger does not accept the bot's credentials
	early                    // not to be done yet
)

// fails reports whether a verdict speaks of the state of the messenger and not
// of the row.
func (v Verdict) fails() bool {
	switch v.Kind {
	case RateLimited, Unavailable, Disconnected, Unauthorized, Uncertain:
		return true
	}
	return false
}
