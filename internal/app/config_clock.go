package app

import (
	"guongsang/internal/clerk"
	"guongsang/internal/report"
	"guongsang/scheduler"
)

// Ladder is the reminder ladder as the scheduler knows it.
func (cfg Config) Ladder() scheduler.Ladder {
	r := cfg.Reminders
	ladder := scheduler.Ladder{
		Before:   r.Before,
		After:    r.After,
		At:       r.At.Duration(),
		Quiet:    scheduler.Quiet{From: r.QuietHours.From.Duration(), To: r.QuietHours.To.Duration()},
		CatchUp:  r.CatchUp.Duration(),
		Returned: append([]int{0}, r.After...), // a completion that hangs is reminded like a report that does
	}
	for _, e := range r.Escalation {
		if e.Enabled {
			ladder.Escalate = append(ladder.Escalate, scheduler.Escalation{To: scheduler.Audience(e.To), After: e.After})
		}
	}
	return ladder
}

// digests are the digests that are sent by the clock.
func (cfg Config) digests() (digests []scheduler.Digest) {
	roles := map[string]report.Role{"officers": report.Officer, "leaders": report.Leader}
	for _, d := range cfg.Digests {
		digests = append(digests, scheduler.Digest{
			Spec: d.Cron.Spec, When: d.Cron.Schedule, Duty: report.Duty(d.Duty), To: roles[d.To], Files: d.Files,
		})
	}
	return digests
}

// deadlinePicture is the document that leaders get on the morning of a deadline.
func (cfg Config) deadlinePicture() string {
	if !cfg.DeadlinePicture {
		return ""
	}
	return clerk.Summary
}
