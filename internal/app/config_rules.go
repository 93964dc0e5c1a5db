package app

import (
	"guongsang/internal/report"
)

// Rules are the settings of the duties and the calendar as the domain knows
// them.
func (cfg Config) Rules() report.Rules {
	rules := report.Rules{
		Zone:     cfg.Timezone.Location,
		Calendar: report.NewCalendar(days(cfg.Calendar.DaysOff), days(cfg.Calendar.MakeupWorkdays)),
		Month:    cfg.Duties.Month.rule(),
		Quarter:  cfg.Duties.Quarter.rule(),
		Publication: report.PublicationRule{
			Channel: cfg.Publication.Channel, Wait: cfg.Publication.Wait.Duration(), Leave: report.Leave(cfg.Publication.Approval),
			Training: cfg.Training,
			From:     cfg.Publication.At.From.Duration(), To: cfg.Publication.At.To.Duration(),
		},
	}
	for _, c := range cfg.Rights.Clocks {
		rules.Rights = append(rules.Rights, report.RightsClock{
			From: c.From.Date, Law: c.Law, Acknowledge: c.Acknowledge, Correct: c.Correct, Withdraw: c.Withdraw, Erase: c.Erase,
		})
	}
	return rules.Remembering()
}

func (r RetentionSetting) years() report.Retention { return report.Retention(r) }

func (d DutySetting) rule() report.DutyRule {
	return report.DutyRule{
		Off:               !d.Enabled,
		Scheme:            report.Scheme(d.Scheme),
		DeadlineDay:       int(d.DeadlineDay),
		DeadlineNextMonth: d.DeadlineNextMonth,
		OnDayOff:          report.OnDayOff(d.OnDayOff),
		LockAfter:         d.LockAfter,
		Quota:             d.Quota,
	}
}

func days(list []Day) (days []report.Day) {
	for _, d := range list {
		days = append(days, report.Day{Date: d.Date.Date, Note: d.Note})
	}
	return days
}
