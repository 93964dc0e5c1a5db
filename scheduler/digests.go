package scheduler

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/robfig/cron/v3"

	"guongsang/internal/assess/ground"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/storage"
)

// A Digest sends the picture of a duty's period, or of half a year or a year, to
// everybody in a role.
type Digest struct {
	Spec string // as configured; names the digest, with duty and role
	When cron.Schedule
	Duty report.Duty
	To   report.Role // Officer or Leader
	// Files are the kinds of documents that go with it.
	Files []string
}

// name is the mark under which the last instant is kept.
func (d Digest) name() string { return fmt.Sprintf("digest/%s/%s/%s", d.Duty, d.To, d.Spec) }

// lastDue finds the newest instant of a cron rule that has come since the mark,
// and how many older ones were missed. Without a mark the rule begins now.
func (s *Scheduler) lastDue(when cron.Schedule, mark, now time.Time) (newest time.Time, missed int) {
	if mark.IsZero() {
		return time.Time{}, 0
	}
	for at := when.Next(mark.In(s.rules().Zone)); !at.IsZero() && !at.After(now); at = when.Next(at) {
		if !newest.IsZero() {
			missed++
		}
		newest = at
	}
	return newest, missed
}

// digests sends each digest whose time has come, once for its newest instant.
func (s *Scheduler) digests(now time.Time) error {
	for _, d := range s.Digests {
		if err := s.digest(d, now); err != nil {
			return fmt.Errorf("%s: %w", d.name(), err)
		}
	}
	return nil
}

func (s *Scheduler) digest(d Digest, now time.Time) error {
	mark, err := s.mark(d.name(), now)
	if err != nil {
		return err
	}
	at, missed := s.lastDue(d.When, mark, now)
	if at.IsZero() {
		return nil
	}
	if missed > 0 {
		s.Log.Warn("digest instants missed", "digest", d.name(), "missed", missed, "sent", at)
	}
	return s.sendDigest(d, now, at)
}

// sendDigest puts the digest of an instant into the outbox, once for each
// recipient who held the role then, and asks for the documents that go with it.
// It is put into words beside the writer: that takes a look at a whole period.
func (s *Scheduler) sendDigest(d Digest, now, at time.Time) error {
	p := s.digestPeriod(d, at)
	var message chat.Message
	err := s.Store.View(now, func(tx *storage.Snapshot) error {
		_, holders, err := recipients(tx, d.To)
		if err == nil && len(holders) > 0 {
			message, err = s.digestMessage(tx, d, p)
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.Store.Update(now, func(tx *storage.Tx) error {
		if err := tx.PutMark(d.name(), at); err != nil {
			return err
		}
		role, holders, err := recipients(&tx.Snapshot, d.To)
		if err != nil {
			return err
		}
		for _, to := range seatsAt(role, holders, at) {
			row := storage.Row{
				Chat: to.member.ID, Key: d.rowKey(p, at, to.member.ID), Class: storage.Bulk, Message: message,
				Guard: &storage.Guard{Member: to.member.ID, Posts: []report.Post{*to.post}},
			}
			if _, err := tx.Put(row); err != nil {
				return err
			}
			if err := order(tx, d.Files, p, row); err != nil {
				return err
			}
		}
		return nil
	})
}

// digestPeriod is the period of which the digest of an instant speaks.
func (s *Scheduler) digestPeriod(d Digest, at time.Time) report.Period {
	return s.rules().Nearest(d.Duty, report.DateOf(at.In(s.rules().Zone)))
}

// rowKey names what an instant says to one person.
func (d Digest) rowKey(p report.Period, at time.Time, member int64) string {
	return fmt.Sprintf("digest/%s/%d/%s/%d", p, at.Unix(), d.To, member)
}

// recipients are those who hold the role; the admins stand in where there is
// no officer.
func recipients(tx *storage.Snapshot, role report.Role) (report.Role, []report.Member, error) {
	holders, err := tx.Holders(role, "")
	if err != nil || len(holders) > 0 || role != report.Officer {
		return role, holders, err
	}
	holders, err = tx.Holders(report.Admin, "")
	return report.Admin, holders, err
}

// seatsAt are the holders of a role who can be reached and held it at an instant.
func seatsAt(role report.Role, holders []report.Member, at time.Time) (seats []seat) {
	for _, m := range holders {
		if post, held := heldSince(m, role); m.Reachable() && held && !post.Since.After(at) {
			seats = append(seats, seat{&m, &post})
		}
	}
	return seats
}

func heldSince(m report.Member, role report.Role) (report.Post, bool) {
	for _, post := range m.Posts {
		if post.Role == role {
			return post, true
		}
	}
	return report.Post{}, false
}

func (s *Scheduler) digestMessage(tx *storage.Snapshot, d Digest, p report.Period) (chat.Message, error) {
	if !p.Duty.Owed() {
		c, _, _, err := ground.Cumulation(context.Background(), &tx.Snapshot, p)
		if err != nil {
			return chat.Message{}, fmt.Errorf("adding up %s: %w", p, err)
		}
		return digest.Cumulated(c, s.Office, d.To == report.Officer), nil
	}
	sum, err := tx.Summary(p)
	if err != nil {
		return chat.Message{}, fmt.Errorf("summary of %s: %w", p, err)
	}
	if d.To != report.Leader {
		overlooked, err := tx.Overlooked()
		if err != nil {
			return chat.Message{}, fmt.Errorf("examples that nobody looked at: %w", err)
		}
		sum.Overlooked = len(overlooked)
		return digest.Overview(sum, s.Office), nil
	}
	filings, err := tx.FilingsIn(p)
	if err != nil {
		return chat.Message{}, fmt.Errorf("filings of %s: %w", p, err)
	}
	shown := slices.DeleteFunc(filings, func(f report.Filing) bool { return !privacy.Shown(f.Facets.Review, s.Leaders) })
	examples, err := tx.ExamplesFiled(digest.NotableFilings(shown))
	if err != nil {
		return chat.Message{}, fmt.Errorf("examples of %s: %w", p, err)
	}
	today := report.DateOf(tx.Now.In(s.rules().Zone))
	return digest.Leader(sum, privacy.Views(examples, tx.Directory(), s.Leaders, today), s.Office)
}
