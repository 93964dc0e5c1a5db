package turn

import (
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// Settings are what every turn knows of the place.
type Settings struct {
	Rules   report.Rules
	Office  texts.Office
	Log     *slog.Logger
	Options Options
}

// Options are the configured habits of the desk.
type Options struct {
	// Leaders is what leaders are shown of examples: privacy.Public, or
	// privacy.Internal where the agency says so.
	Leaders privacy.Audience
	// SnoozeAt is the time of day of "Nhắc lại chiều nay", since midnight.
	SnoozeAt time.Duration
	// Themes are the movements that an introduction may belong to, in the order in
	// which they are offered.
	Themes []string
	// Approval is who has to approve before a unit sends.
	Approval ApprovalBy
	// ReturnDue is the working days that a unit gets to complete an example.
	ReturnDue int
	// Health is how the program fares, beside what the store says of it; nil: nobody
	// knows.
	Health func() texts.Health
	// OfficersErase lets officers erase what a request asks for; else admins alone may.
	OfficersErase bool
	// PDFMissing says that PDFs were to be made and cannot be on this machine.
	PDFMissing bool
	// Retention is for how long what people said is kept.
	Retention report.Retention
	// Backups are those that there are, which hold what is erased now; nil: there are
	// none.
	Backups func(now time.Time) texts.BackupsLeft
}

// A Reading is one event of one member, with the conversation so far, as far as
// it can be answered by reading. What it says is put into the outbox, and the
// conversation kept, when the store is next written: see Commit.
type Reading struct {
	*Settings
	Tx     *storage.Snapshot
	Event  chat.Event
	Place  uint64    // of the event in the inbox; 0 if it never waited there
	At     time.Time // when it was said or pressed, which is what counts: see saidAt
	Member report.Member
	Talk   records.Talk

	opened   string        // the question that was open before this turn
	before   []chat.Button // what was on offer then
	asked    bool          // a message of this turn puts the question that is open now
	kept     bool          // what was typed early is for the question that is open now
	who      Who           // may ask what is being asked
	answered bool          // the press was answered with a notice
	shown    bool          // the pressed message was edited, or is to stay as it is
	cut      bool          // what was said in this turn may have a rest
	looked   look          // for what is like an introduction, last
	ahead    bool          // nothing is answered: what the action needs is found before it

	out  func(storage.Row) error // takes what is said
	said []storage.Row           // of a reading
}

// NewReading is a reading of an event, which came as an item of the inbox.
func NewReading(s *Settings, tx *storage.Snapshot, ev chat.Event, item storage.Item) *Reading {
	t := &Reading{}
	t.begin(s, tx, ev, item)
	t.out = func(row storage.Row) error {
		t.said = append(t.said, row)
		return nil
	}
	return t
}

func (t *Reading) begin(s *Settings, tx *storage.Snapshot, ev chat.Event, item storage.Item) {
	t.Settings, t.Tx, t.Event, t.Place, t.At = s, tx, ev, item.Seq, saidAt(ev, item, tx.Now)
}

// Commit writes what a reading said, and where the conversation stands now.
func (t *Reading) Commit(tx *storage.Tx) error {
	for _, row := range t.said {
		if err := put(tx, row); err != nil {
			return err
		}
	}
	return tx.PutTalk(t.Member.ID, t.Talk)
}

// put puts a row into the outbox.
func put(tx *storage.Tx, row storage.Row) error {
	if row.Way == storage.Edit {
		return tx.PutEdit(row)
	}
	_, err := tx.Put(row)
	return err
}

// A Turn is a Reading that can write. Somebody who is no member has a turn as
// well: as one without posts.
type Turn struct {
	Reading
	Tx *storage.Tx
	// Meant is what a sentence asks for that was typed where it answers nothing.
	// It is done when the room that found it is done: see handlers.understood.
	Meant intent.Meaning
}

// New is the turn of an event, which came as an item of the inbox.
func New(s *Settings, tx *storage.Tx, ev chat.Event, item storage.Item) *Turn {
	t := &Turn{Tx: tx}
	t.begin(s, &tx.Snapshot, ev, item)
	t.out = func(row storage.Row) error { return put(tx, row) }
	return t
}

// keptBy is for how long the messenger keeps what it cannot deliver: nothing was
// said earlier than that before it came in, whatever it claims.
const keptBy = 24 * time.Hour

// saidAt is when an event was said or pressed, for what counts by its time: it may
// have waited at the messenger, which tells when a message was written, or in the
// inbox, over the midnight of a deadline. Of a press the messenger tells no time:
// it counts from when it came in.
func saidAt(ev chat.Event, item storage.Item, now time.Time) time.Time {
	at, came := ev.At, item.At
	if came.IsZero() || came.After(now) {
		came = now
	}
	if earliest := came.Add(-keptBy); !at.IsZero() && at.Before(earliest) {
		at = earliest
	}
	if at.IsZero() || at.After(came) {
		at = came
	}
	return at.In(now.Location())
}

// Resume goes on with the conversation as it stands.
func (t *Reading) Resume(talk records.Talk) {
	t.Talk, t.opened, t.before = talk, open(talk), talk.Offered
}

// WasOffered reports whether the message that was the last with buttons before this turn
// had one that does this, with these parts before any others.
func (t *Reading) WasOffered(verb Verb, parts ...any) bool {
	do := chat.Do(string(verb), parts...)
	return t.Before(func(b chat.Button) bool {
		return b.Do.Verb == do.Verb && len(b.Do.Args) >= len(do.Args) && slices.Equal(b.Do.Args[:len(do.Args)], do.Args)
	})
}

// Before reports whether the message that was the last with buttons before this turn had
// such a one.
func (t *Reading) Before(such func(chat.Button) bool) bool {
	return slices.ContainsFunc(t.before, such)
}

// ShowAnew lets what was shown last not count as seen.
func (t *Reading) ShowAnew() { t.before = nil }

// open names the open question, by all that tells it from another.
func open(talk records.Talk) string {
	return talk.Ask + "\x00" + strings.Join(talk.Args, "\x00") + "\x00" + strconv.FormatUint(talk.Draft, 10)
}

// HasRest notes that what was said in this turn is as long as a message can be:
// a messenger cuts what is longer, and sends the rest at once.
func (t *Reading) HasRest() { t.cut = t.Event.Kind == chat.Said }

// IsRest reports whether what is said came so soon after such a text that it can
// only be its rest. What is short has none: there the chain ends.
func (t *Reading) IsRest() bool { return t.Talk.Cut && t.Tx.Now.Sub(t.Talk.Changed) < atOnce }

// atOnce is within how long a messenger sends all parts of a text.
const atOnce = 5 * time.Second

// Close ends a reading: a press always gets its answer.
func (t *Reading) Close() error {
	if !t.kept && open(t.Talk) != t.opened {
		t.Talk.Early, t.Talk.EarlyIn = nil, ""
	}
	if t.Event.Kind != chat.Fetched { // that a file came says nothing of what was typed
		t.Talk.Cut = t.cut
	}
	if t.Event.Kind == chat.Pressed && !t.answered {
		return t.Toast("")
	}
	return nil
}

// End ends the turn, and keeps the conversation.
func (t *Turn) End() error {
	if err := t.Close(); err != nil {
		return err
	}
	if len(t.Member.Posts) == 0 {
		return nil // no member, or none any more
	}
	return t.Tx.PutTalk(t.Member.ID, t.Talk)
}

// Today is the day of this turn where the office is.
func (t *Reading) Today() report.Date { return report.DateOf(t.Tx.Now.In(t.Rules.Zone)) }

// Lately reports whether something was less than so long ago. What is dated later than
// now was dated by a clock that was ahead and is right again: nobody is kept waiting
// until it has caught up.
func (t *Reading) Lately(at time.Time, within time.Duration) bool {
	ago := t.Tx.Now.Sub(at)
	return 0 <= ago && ago < within
}

// SaidOn is the day on which the event was said or pressed: what could be sent for
// then, and counted how, holds for it.
func (t *Reading) SaidOn() report.Date { return report.DateOf(t.At.In(t.Rules.Zone)) }

// Working is the period that is being worked on: the earliest month that is
// not locked, or quarter where months are not asked for.
func (t *Reading) Working() report.Period {
	duty := report.Month
	if t.Rules.Month.Off {
		duty = report.Quarter
	}
	return t.Rules.OpenPeriods(duty, t.Today())[0]
}

// Speaker is who is speaking, as far as that tells what is meant.
func (t *Reading) Speaker() intent.Speaker {
	return intent.Speaker{
		Serves: len(t.Member.Represented()) > 0, Agency: t.Member.Agency(),
		Leads: t.Member.Holds(report.Leader, report.BlockHead), Today: t.Today(),
	}
}

// Headed lists the units of which the member is the head.
func (t *Reading) Headed() (codes []string) {
	for _, p := range t.Member.Posts {
		if p.Role == report.Head {
			codes = append(codes, p.Unit)
		}
	}
	return codes
}
