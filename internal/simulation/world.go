package simulation

import (
	"sync"
	"time"

	"guongsang/internal/emulator"
)

// A World runs a program among the people of a play.
type World interface {
	Telegram() *emulator.Server
	Now() time.Time       // as the program's clock shows it
	Pass(d time.Duration) // lets time pass until everybody has come to rest
	Folder() string       // where the program keeps everything
	Store() string        // the file of the store in it

	// Invite gives what the link of an invite to a post carries.
	Invite(Post) string
	AddUnits([]Unit) error

	Start() error // anew, or again
	Stop() error  // as a signal does
	Halt() error  // as kill -9 does; what the folder has is what was written until it returns
	SetClock(by time.Duration)
	FillDisk(full bool)

	// Kept is what the program has on its disk, in plain words.
	Kept() (Kept, error)

	// Backup is what the newest backup has when it is restored, and when it was made: the
	// zero time if there is none.
	Backup() (Kept, time.Time, error)
}

// A Unit owes an introduction each month.
type Unit struct{ Code, Name, Block string }

// A Post is what somebody is let in as.
type Post struct {
	Role  string // focal, deputy, head, officer, leader, admin
	Unit  string
	Block string
}

// Kept is what a program has on its disk.
type Kept struct {
	Examples []Example
	Nils     map[string]bool // units with nothing to introduce
	Waiting  string          // what is still to be done; "" if nothing
}

// An Example is an introduction that is kept.
type Example struct {
	Number, Unit                string
	Name, Place, Title, Summary string
	Consent                     int // 1 name and photo, 2 name only, 3 neither
	Photos                      int
	Withdrawn, Accepted         bool
}

// A goingOn is the world of a play, which lets others in while it goes on by itself.
type goingOn struct {
	World
	play *sync.Mutex
}

// aside lets go of the play until what it returns is called.
func (w goingOn) aside() (back func()) {
	w.play.Unlock()
	return w.play.Lock
}

func (w goingOn) Pass(d time.Duration) { defer w.aside()(); w.World.Pass(d) }
func (w goingOn) Start() error         { defer w.aside()(); return w.World.Start() }
func (w goingOn) Stop() error          { defer w.aside()(); return w.World.Stop() }
func (w goingOn) Halt() error          { defer w.aside()(); return w.World.Halt() }
func (w goingOn) Kept() (Kept, error)  { defer w.aside()(); return w.World.Kept() }

func (w goingOn) Backup() (Kept, time.Time, error) { defer w.aside()(); return w.World.Backup() }
