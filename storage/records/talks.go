package records

import (
	"reflect"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/chat"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A Talk is where the conversation with one person stands: which question the
// next text answers, and what the numbers 1, 2, 3 mean just now.
type Talk struct {
	Ask     string        `json:",omitempty"` // the open question; empty: none
	Args    []string      `json:",omitempty"` // what the question is about
	Draft   uint64        `json:",omitempty"` // the draft that is open
	Offered []chat.Button `json:",omitempty"` // buttons of the newest message
	Menu    int64         `json:",omitempty"` // message id of the question, to be edited
	Counter string        `json:",omitempty"` // key of the message that counts files
	Notes   []string      `json:",omitempty"` // what that message says besides
	Early   []string      `json:",omitempty"` // typed before the open question was seen; not used yet
	EarlyIn string        `json:",omitempty"` // key of the message that asks about it
	Held    []HeldFile    `json:",omitempty"` // tables of which it was asked what they are, newest last
	Doubt   string        `json:",omitempty"` // typed at the open question; whether it answers that is asked
	Cut     bool          `json:",omitempty"` // the text before was as long as a message can be: its rest may follow
	// Passed is what an officer passed on and has not said yet what to do with,
	// newest last; PassedTo is the draft that the last of it became.
	Passed   []Passed `json:",omitempty"`
	PassedTo PassedTo `json:",omitzero"`
	Changed  time.Time
}

// A Passed is something that reached an officer by other ways and that she passed
// on to the bot: a text, files, or both. Nothing is recorded of it yet.
type Passed struct {
	ID      int
	Text    string      `json:",omitempty"`
	Files   []chat.File `json:",omitempty"`
	Album   string      `json:",omitempty"`
	From    chat.Person `json:",omitzero"`  // who wrote it, if it was forwarded
	Unit    string      `json:",omitempty"` // whose it is, as was said or guessed
	Persons []string    `json:",omitempty"` // whom it introduces, if several
	Channel string      `json:",omitempty"` // how it came to the agency; "" if that is to be asked
	At      time.Time   // when it came to the agency
	Message string      `json:",omitempty"` // key of the message that asks about it
	Joined  time.Time   // when the last of it came
}

// A PassedTo is the draft that something passed on became, so that what else of it
// comes finds it.
type PassedTo struct {
	Draft uint64
	Album string
	At    time.Time
}

// isPlain reports whether nothing waits beside the question: so are nearly all
// conversations, and those are packed. They are read and written at each answer, and
// JSON made a fifth of what it costs to handle one. Whatever pack leaves out has to
// be empty.
func (t Talk) isPlain() bool {
	t.Ask, t.Args, t.Draft, t.Offered, t.Menu, t.Counter, t.Cut, t.Changed = "", nil, 0, nil, 0, "", false, time.Time{}
	return reflect.ValueOf(&t).Elem().IsZero()
}

func (t Talk) pack() []byte {
	parts := make([]any, 0, 16+len(t.Args)+2*len(t.Offered))
	parts = append(parts, t.Ask, len(t.Args))
	for _, arg := range t.Args {
		parts = append(parts, arg)
	}
	parts = append(parts, int64(t.Draft), len(t.Offered))
	for _, b := range t.Offered {
		parts = append(parts, b.Label, b.Do.String())
	}
	return layout.Pack(append(parts, t.Menu, t.Counter, t.Cut, t.Changed)...)
}

func (t *Talk) unpack(u *layout.Unpacking) {
	*t = Talk{Ask: u.Text()}
	for range u.Count() {
		t.Args = append(t.Args, u.Text())
	}
	t.Draft = uint64(u.Int())
	for range u.Count() {
		b := chat.Button{Label: u.Text()}
		_ = b.Do.UnmarshalText(u.Bytes()) // which reads whatever there is
		t.Offered = append(t.Offered, b)
	}
	t.Menu, t.Counter, t.Cut, t.Changed = u.Int(), u.Text(), u.Bool(), u.Time()
}

// A HeldFile is a file that belongs nowhere yet, and what was written with it.
type HeldFile struct {
	File chat.File
	Text string `json:",omitempty"`
}

// Talk is the conversation with a person; a fresh one if there was none.
func (tx *Snapshot) Talk(member int64) (t Talk, err error) {
	return t, IgnoreNotFound(kv.Get(tx, layout.BucketTalks, layout.Key(member), &t))
}

// PutTalk writes the conversation with a person.
func (tx *Tx) PutTalk(member int64, t Talk) error {
	t.Changed = tx.Now
	return kv.Put(tx, layout.BucketTalks, layout.Key(member), t)
}

// PackTalks packs the conversations of before, but for one that cannot be read:
// that is told to whoever it is with.
func PackTalks(tx *bolt.Tx) error {
	talks := tx.Bucket(layout.BucketTalks)
	packed := map[string][]byte{}
	err := talks.ForEach(func(k, v []byte) error {
		var t Talk
		if Decode(k, v, &t) == nil && t.isPlain() {
			packed[string(k)] = t.pack()
		}
		return nil
	})
	for k, v := range packed {
		if err == nil {
			err = talks.Put([]byte(k), v)
		}
	}
	return err
}

// A Stamp is what is stored of a person and of the conversation with them. While
// it is the same, so are they.
type Stamp struct{ member, talk string }

// Stamp is the stamp of a member.
func (tx *Snapshot) Stamp(member int64) Stamp {
	m, t := tx.stamped(member)
	return Stamp{string(m), string(t)}
}

// Bears reports whether a member's stamp is still this one.
func (tx *Snapshot) Bears(member int64, s Stamp) bool {
	m, t := tx.stamped(member)
	return s.member == string(m) && s.talk == string(t)
}

func (tx *Snapshot) stamped(member int64) (m, talk []byte) {
	k := layout.Key(member)
	return kv.Raw(tx, layout.BucketMembers, k), kv.Raw(tx, layout.BucketTalks, k)
}
