package scheduler

import (
	"fmt"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/records"
)

// What waits for the head of its unit is not the focal point's to be reminded of: the
// head is reminded instead, and then the officers see it.

// A Request is a draft that waits for its unit's head.
type Request struct {
	report.Request
	Name string // of the draft, for lists
	Unit report.Unit
}

// The working days after its sending on which the head of the unit is reminded of
// what waits, and the one on which the officers see it.
var askHeadAfter = [...]int{1, 2, 3, 5, 8}

const tellOfficersAfter = 2

// instants are when something of a draft that waits comes.
func (r Request) instants(l Ladder, rules report.Rules) (all []time.Time) {
	for _, days := range append(askHeadAfter[:], tellOfficersAfter) {
		all = append(all, r.after(l, rules, days))
	}
	return all
}

// after is the time of reminders so many working days after a draft was sent.
func (r Request) after(l Ladder, rules report.Rules, days int) time.Time {
	return rules.Calendar.AddWorkdays(report.DateOf(r.Since.In(rules.Zone)), days).At(l.At, rules.Zone)
}

// request derives what is due for a draft that waits.
func (d *derivation) request(r Request) {
	at := func(days int, name string, to Audience) *Step {
		return &Step{Name: fmt.Sprintf("approve/%d/%d/%s", r.Draft, r.Version, name), At: r.after(d.ladder, d.rules, days), To: to}
	}
	for _, seat := range d.people.head[r.Unit.Code] {
		var stops []stop
		for _, days := range askHeadAfter {
			stops = append(stops, stop{at(days, fmt.Sprint(days), Head), seat})
		}
		d.noticeOf(r, Approval, seat, stops)
	}
	for _, seat := range d.people.officers() {
		d.noticeOf(r, WaitList, seat, []stop{{at(tellOfficersAfter, string(Agency), Agency), seat}})
	}
}

// noticeOf adds what somebody is told of a draft that waits, if that is due: to a head
// one message for each, which leads to it, to an officer one of all.
func (d *derivation) noticeOf(r Request, kind Kind, seat seat, stops []stop) {
	key := func(s stop) records.StageKey {
		return records.StageKey{Period: r.Period, Unit: r.Unit.Code, Stage: s.Name, Member: seat.member.ID}
	}
	last, ok := d.latest(stops, key)
	if !ok {
		return
	}
	to := mailbox{kind, seat.member.ID}
	i, known := d.box[to]
	if !known || kind == Approval {
		d.box[to] = len(d.plan.Notices)
		d.plan.Notices = append(d.plan.Notices, Notice{
			Kind: kind, To: *seat.member, Posts: []report.Post{*seat.post}, Requests: []Request{r}, Stages: []records.StageKey{key(last)},
		})
		return
	}
	n := &d.plan.Notices[i]
	n.Requests, n.Stages = append(n.Requests, r), append(n.Stages, key(last))
}

// requests are the drafts that wait for heads.
func requests(tx *storage.Snapshot) (all []Request, err error) {
	waiting, err := tx.Requests()
	for _, r := range waiting {
		d, err := tx.Draft(r.Draft)
		if err != nil || d.Version != r.Version {
			if records.IgnoreNotFound(err) != nil {
				return nil, err
			}
			continue // it was changed
		}
		u, err := tx.Unit(r.Unit)
		if records.IgnoreNotFound(err) != nil {
			return nil, err
		}
		all = append(all, Request{Request: r, Name: d.Content.Name, Unit: u})
	}
	return all, err
}

// release asks the desk to send what waits for heads of whom none can be reached any
// more, in the name of somebody who can. It is asked again until it is done.
func (s *Scheduler) release(now time.Time) error {
	if s.Encode == nil {
		return nil
	}
	var left []Request
	var by int64
	err := s.Store.View(now, func(tx *storage.Snapshot) error {
		all, err := requests(tx)
		if err != nil || len(all) == 0 {
			return err
		}
		people, err := s.everybody(tx)
		if err != nil {
			return err
		}
		for _, seat := range people.officers() {
			by = seat.member.ID
		}
		for _, r := range all {
			if len(people.head[r.Unit.Code]) == 0 {
				left = append(left, r)
			}
		}
		return nil
	})
	if err != nil || len(left) == 0 || by == 0 {
		return err
	}
	return s.Store.Update(now, func(tx *storage.Tx) error {
		for _, r := range left {
			raw, err := s.Encode(chat.Event{
				Kind: chat.Fetched, At: now, From: chat.Person{ID: by}, Chat: by, Private: true,
				Text: fmt.Sprintf("%s%d:%d", chat.NoHead, r.Draft, r.Version),
			})
			if err != nil {
				return fmt.Errorf("releasing draft %d: %w", r.Draft, err)
			}
			if err := tx.PutEvent(by, raw); err != nil {
				return err
			}
		}
		return nil
	})
}
