package turn

import (
	"fmt"
	"log/slog"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
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
	// ReturnDue is the working days that a unit gets to complete an example.
	ReturnDue int
}

// A Turn is one event of one member, with the conversation so far. Somebody
// who is no member has a turn as well: as one without posts.
type Turn struct {
	Settings
	Tx     *storage.Tx
	Event  chat.Event
	Place  uint64 // of the event in the inbox; 0 if it never waited there
	Member report.Member
	Talk   storage.Talk

	opened   string // the question that was open before this turn
	asked    bool   // a message of this turn puts the question that is open now
	kept     bool   // what was typed early is for the question that is open now
	who      Who    // may ask what is being asked
	answered bool   // the press was answered with a notice
	shown    bool   // the pressed message was edited, or is to stay as it is
}

// Resume goes on with the conversation as it stands.
func (t *Turn) Resume(talk storage.Talk) { t.Talk, t.opened = talk, open(talk) }

// open names the open question, by all that tells it from another.
func open(talk storage.Talk) string { return fmt.Sprint(talk.Ask, talk.Args, talk.Draft) }

// End closes the turn: a press always gets its answer, and the conversation
// is kept.
func (t *Turn) End() error {
	if t.Event.Kind == chat.Pressed && !t.answered {
		if err := t.Toast(""); err != nil {
			return err
		}
	}
	if len(t.Member.Posts) == 0 {
		return nil // no member, or none any more
	}
	if !t.kept && open(t.Talk) != t.opened {
		t.Talk.Early, t.Talk.EarlyIn = nil, ""
	}
	return t.Tx.PutTalk(t.Member.ID, t.Talk)
}

// Today is the day of this turn where the office is.
func (t *Turn) Today() report.Date { return report.DateOf(t.Tx.Now.In(t.Rules.Zone)) }

// Working is the period that is being worked on: the earliest month that is
// not locked, or quarter where months are not asked for.
func (t *Turn) Working() report.Period {
	duty := report.Month
	if t.Rules.Month.Off {
		duty = report.Quarter
	}
	return t.Rules.OpenPeriods(duty, t.Today())[0]
}

// Headed lists the units of which the member is the head.
func (t *Turn) Headed() (codes []string) {
	for _, p := range t.Member.Posts {
		if p.Role == report.Head {
			codes = append(codes, p.Unit)
		}
	}
	return codes
}
