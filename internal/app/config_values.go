package app

import (
	"errors"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the zones, for machines that have none

	"github.com/robfig/cron/v3"
	"go.yaml.in/yaml/v4"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The settings that are more than a number or a text. Each reads itself from
// a YAML scalar; its error is the sentence that the operator gets.

// A valueError is the sentence for a value that is invalid.
type valueError string

func (e valueError) Error() string { return string(e) }

// A List keeps the place of an entry that cannot be read, so that the others
// are still counted as they are written.
type List[T any] []T

// UnmarshalYAML reads every entry and gathers what is wrong with any.
func (l *List[T]) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.SequenceNode {
		return valueError(texts.WrongType(texts.KindList))
	}
	*l = make(List[T], len(n.Content))
	var all yaml.LoadErrors
	for i, item := range n.Content {
		var bad *yaml.LoadErrors
		if err := load(item, &(*l)[i]); errors.As(err, &bad) {
			all.Errors = append(all.Errors, bad.Errors...)
		} else if err != nil {
			return err
		}
	}
	if len(all.Errors) > 0 {
		return &all
	}
	return nil
}

// load decodes strictly. Keys that are written twice are found elsewhere
// (config_positions.go), since the decoder would stop at them.
func load(n *yaml.Node, v any) error {
	return n.Load(v, yaml.WithKnownFields(), yaml.WithUniqueKeys(false))
}

// A Clock is a time of day since midnight, written 08:00.
type Clock time.Duration

func clock(hour, minute int) Clock {
	return Clock(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}

// UnmarshalYAML reads 08:00 or 8:00.
func (c *Clock) UnmarshalYAML(n *yaml.Node) error {
	parsed, ok := readClock(n.Value)
	if !ok {
		return valueError(texts.BadConfigClock(n.Value))
	}
	*c = parsed
	return nil
}

func readClock(s string) (Clock, bool) {
	t, err := time.Parse("15:04", strings.TrimSpace(s))
	return clock(t.Hour(), t.Minute()), err == nil
}

// String writes 08:00.
func (c Clock) String() string { return time.Time{}.Add(time.Duration(c)).Format("15:04") }

// Duration is the time since midnight.
func (c Clock) Duration() time.Duration { return time.Duration(c) }

// QuietHours are the part of the day in which nobody is disturbed, across
// midnight if From is the later one. From equal to To means none.
type QuietHours struct{ From, To Clock }

// UnmarshalYAML reads 17:30-07:30, or none.
func (q *QuietHours) UnmarshalYAML(n *yaml.Node) error {
	if n.Value == "none" {
		*q = QuietHours{}
		return nil
	}
	from, to, _ := strings.Cut(strings.ReplaceAll(n.Value, "–", "-"), "-")
	a, okA := readClock(from)
	b, okB := readClock(to)
	if !okA || !okB || a == b {
		return valueError(texts.BadQuietHours(n.Value))
	}
	*q = QuietHours{a, b}
	return nil
}

// Hold reports whether a time of day is quiet. The first minute is, the last
// is not.
func (q QuietHours) Hold(c Clock) bool {
	if q.From <= q.To {
		return q.From <= c && c < q.To
	}
	return c >= q.From || c < q.To
}

// String writes 17:30-07:30.
func (q QuietHours) String() string { return q.From.String() + "-" + q.To.String() }

// A Span is a length of time, written 24h or 90m.
type Span time.Duration

// Duration is the span as package time knows it.
func (s Span) Duration() time.Duration { return time.Duration(s) }

// UnmarshalYAML reads what time.ParseDuration does.
func (s *Span) UnmarshalYAML(n *yaml.Node) error {
	d, err := time.ParseDuration(n.Value)
	if err != nil {
		return valueError(texts.BadSpan(n.Value))
	}
	*s = Span(d)
	return nil
}

// A DeadlineDay is a day of the month; 0 is its last, written last.
type DeadlineDay int

// UnmarshalYAML reads 1 to 31, or last.
func (d *DeadlineDay) UnmarshalYAML(n *yaml.Node) error {
	if n.Value == "last" {
		*d = 0
		return nil
	}
	day, err := strconv.Atoi(n.Value)
	if err != nil || day < 1 || day > 31 {
		return valueError(texts.BadDeadlineDay(n.Value))
	}
	*d = DeadlineDay(day)
	return nil
}

// A Date is a day that exists, written 2026-11-24 or 24/11/2026.
type Date struct{ report.Date }

// UnmarshalYAML reads both ways of writing.
func (d *Date) UnmarshalYAML(n *yaml.Node) error {
	day, ok := texts.ReadDay(n.Value)
	if !ok || n.Kind != yaml.ScalarNode {
		return valueError(texts.BadConfigDay(n.Value))
	}
	d.Date = day
	return nil
}

// A Day is an exception of the calendar with a note, or only its date.
type Day struct {
	Date Date   `yaml:"date"`
	Note string `yaml:"note"`
}

// UnmarshalYAML reads {date: ..., note: ...} or the bare date.
func (d *Day) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return d.Date.UnmarshalYAML(n)
	}
	type plain Day
	return load(n, (*plain)(d))
}

// UnmarshalYAML reads an escalation; naming one switches it on.
func (e *Escalation) UnmarshalYAML(n *yaml.Node) error {
	type plain Escalation
	*e = Escalation{Enabled: true}
	return load(n, (*plain)(e))
}

// A Zone is a time zone of the embedded table.
type Zone struct{ *time.Location }

// UnmarshalYAML reads a name such as Asia/Ho_Chi_Minh.
func (z *Zone) UnmarshalYAML(n *yaml.Node) error {
	loc, err := time.LoadLocation(n.Value)
	if err != nil || n.Value == "" || n.Value == "Local" {
		return valueError(texts.BadZone(n.Value))
	}
	z.Location = loc
	return nil
}

func zone(name string) Zone {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // the table is embedded
	}
	return Zone{loc}
}

// A Cron is a rule of five fields, as crontab writes it.
type Cron struct {
	Spec string
	cron.Schedule
}

// cronParser takes no @every and no seconds; the zone is the office's.
var cronParser = cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow)

// UnmarshalYAML reads a rule that comes true some day, or none.
func (c *Cron) UnmarshalYAML(n *yaml.Node) error {
	if n.Value == "" {
		*c = Cron{}
		return nil
	}
	parsed, says := readCron(n.Value)
	if says != "" {
		return valueError(says)
	}
	*c = parsed
	return nil
}

// readCron reads a rule, or says what is wrong with it. The parser panics on
// some zone prefixes, so none gets there.
func readCron(spec string) (c Cron, says string) {
	if strings.Contains(spec, "TZ=") {
		return c, texts.CronZone(spec)
	}
	fields := strings.Fields(spec)
	if len(fields) != 5 {
		return c, texts.CronFields(spec, len(fields))
	}
	for i, field := range fields {
		alone := []string{"*", "*", "*", "*", "*"}
		alone[i] = field
		if _, err := cronParser.Parse(strings.Join(alone, " ")); err != nil {
			return c, texts.CronField(spec, i, field)
		}
	}
	schedule, err := cronParser.Parse(spec)
	if err != nil {
		return c, texts.CronFields(spec, len(fields))
	}
	if schedule.Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero() {
		return c, texts.CronNever(spec)
	}
	return Cron{spec, schedule}, ""
}

func mustCron(spec string) Cron {
	c, says := readCron(spec)
	if says != "" {
		panic(says)
	}
	return c
}
