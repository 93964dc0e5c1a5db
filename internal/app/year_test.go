package app

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A year of a district in virtual time: units with their own quotas, rosters
// and dates, people who report on time, late, with nothing or never, who
// withdraw, block the bot, join and leave, an agency that returns, extends and
// pauses. Every reminder that people got is held against what they should have
// got by the plain computation of year_plain_test.go.
//
// The usual run is seven weeks of 24 units, with Tết and the end of a quarter in
// them; GUONGSANG_LONG=1 makes it the year of 85 units.
func TestYear(t *testing.T) {
	units, from, to := 12, "2026-02-09", "2026-04-02"
	if os.Getenv("GUONGSANG_LONG") != "" {
		units, from, to = 85, "2026-01-01", "2027-01-02"
	}
	cfg := bubbleConfig()
	cfg.Calendar.DaysOff = []Day{{Date{report.NewDate(2026, 10, 16)}, "ngày truyền thống của xã"}}
	cfg.Calendar.MakeupWorkdays = []Day{{Date{report.NewDate(2026, 10, 17)}, "làm bù"}}
	for i := range cfg.Reminders.Escalation {
		cfg.Reminders.Escalation[i].Enabled = true
	}
	cfg.Backup.Cron = mustCron("30 1 1 * *") // of the copy itself other tests tell
	cfg.Backup.Drill = Cron{}                // likewise
	inBubble(t, cfg, from, func(b *bubble) {
		b.start()
		y := &year{bubble: b, dice: rand.New(rand.NewPCG(2026, 7)), ledger: &ledger{loc: b.zone}, person: map[int64]*emulator.Person{}}
		y.settle()
		y.found(units)
		y.live(b.at(to))
		y.until(to)
		y.compareReminders(b.at(from), b.at(to))
		y.compareDigests(b.at(from), b.at(to))
		y.compareStandings()
		t.Logf("%d units, %d filings, %d messages, %v", len(y.units), len(y.filed), len(b.srv.Sent()), y.done)
	})
}

// A year is the one who plays all people, and writes down what they do.
type year struct {
	*bubble
	*ledger
	dice     *rand.Rand
	person   map[int64]*emulator.Person
	happened []time.Time
	named    int
	done     map[string]int
}

func (y *year) chance(percent int) bool { return y.dice.IntN(100) < percent }

// found makes units and lets their people in.
func (y *year) found(n int) {
	for i := range n {
		y.units = append(y.units, y.newUnit(i))
	}
	y.addUnits(y.units...)
	for _, role := range []report.Role{report.Admin, report.Officer, report.Officer, report.Leader, report.Leader} {
		y.join(report.Post{Role: role})
	}
	for block := range 4 {
		y.join(report.Post{Role: report.BlockHead, Block: blockName(block)})
	}
	for _, u := range y.units {
		if y.chance(7) {
			continue // nobody enrolled yet
		}
		who := y.join(focal(u.Code))
		if y.chance(40) {
			y.join(deputy(u.Code))
		}
		if y.chance(50) {
			y.join(head(u.Code))
		}
		if y.chance(10) {
			y.join(focal(y.pick().Code), who)
		}
	}
}

func blockName(i int) string { return fmt.Sprintf("Khối %d", i+1) }

func (y *year) newUnit(i int) report.Unit {
	u := report.Unit{Code: fmt.Sprintf("PT%03d", i), Name: fmt.Sprintf("Đơn vị số %03d", i), Block: blockName(i / 18), Month: true, Quarter: y.chance(80)}
	switch y.dice.IntN(10) {
	case 0:
		u.QuotaMonth = 2
	case 1:
		u.Month, u.Quarter = false, true
	case 2:
		u.Roster.Months = []int{1 + i%3, 4 + i%3, 7 + i%3, 10 + i%3}
	case 3:
		u.Roster.Quarters, u.QuotaQuarter = []int{1, 3}, 2
	case 4:
		u.ActiveFrom = report.NewDate(2026, time.Month(2+i%9), 1)
	case 5:
		u.ActiveTo = report.NewDate(2026, time.Month(2+i%9), 10)
	}
	return u
}

func (y *year) pick() report.Unit { return y.units[y.dice.IntN(len(y.units))] }

// join enrols somebody new, or gives somebody one more post.
func (y *year) join(post report.Post, who ...int64) int64 {
	y.named++
	var p *emulator.Person
	if len(who) > 0 {
		p = y.person[who[0]]
	} else {
		p = y.newcomer(fmt.Sprintf("Người %d", y.named))
		y.person[p.ID()] = p
	}
	now := y.now()
	for _, h := range y.posts {
		if post.Role == report.Focal && !post.Deputy && h.post.Unit == post.Unit && h.post.Role == report.Focal && h.who != p.ID() && h.stepped.IsZero() && !h.post.Deputy {
			h.stepped = now
		}
	}
	p.Start(strings.ReplaceAll(y.code(post), "-", ""))
	y.settle()
	post.Since = now
	y.posts = slices.DeleteFunc(y.posts, func(h *held) bool {
		return h.who == p.ID() && h.post.Role == post.Role && h.post.Unit == post.Unit && h.post.Block == post.Block
	})
	y.posts = append(y.posts, &held{who: p.ID(), post: post})
	return p.ID()
}

// live plays the time up to a moment: about as many things happen in a month
// as there are units that report, mostly before the deadlines.
func (y *year) live(to time.Time) {
	y.done = map[string]int{}
	for day := report.DateOf(y.now()); day.Start(y.zone).Before(to); day = day.AddDays(1) {
		for _, minute := range y.minutes(day) {
			at := day.Start(y.zone).Add(time.Duration(minute)*time.Minute + 10*time.Second)
			if at.After(y.now()) && at.Before(to) {
				y.pass(at.Sub(y.now()))
				y.happen()
				y.happened = append(y.happened, at)
			}
		}
	}
}

// minutes are when things happen on a day: more of them around the deadlines,
// some at night, some on days off, some while reminders go out.
func (y *year) minutes(day report.Date) []int {
	n := len(y.units) / 30
	switch {
	case day.Day >= 12 && day.Day <= 27:
		n = len(y.units) / 8
	case day.Day == 28:
		n = 1
	}
	var all []int
	for range n {
		m := 6*60 + y.dice.IntN(16*60)
		if y.chance(10) {
			m = 8*60 + y.dice.IntN(5)
		}
		all = append(all, m)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// happen lets one thing happen.
func (y *year) happen() {
	type deed struct {
		weight int
		name   string
		do     func() bool
	}
	deeds := []deed{
		{52, "introduced", y.report}, {14, "nil", y.nothing}, {4, "withdrawn", y.withdraw}, {5, "returned", y.giveBack},
		{4, "completed", y.complete}, {4, "accepted", y.accept}, {4, "snoozed", y.snooze}, {1, "extended", y.extend},
		{2, "paused", y.pause}, {2, "blocked", y.block}, {2, "unblocked", y.unblock}, {1, "deactivated", y.vanish},
		{3, "joined", y.newFocal}, {2, "left", y.leave},
	}
	n := y.dice.IntN(100)
	for _, d := range deeds {
		if n -= d.weight; n < 0 {
			if d.do() {
				y.done[d.name]++
			}
			return
		}
	}
}

// ladderTitle matches the first line of every message of the ladder.
var ladderTitle = regexp.MustCompile(`^(Nhắc gửi gương .*|` + regexp.QuoteMeta(texts.EscalationTitle()) + `|.*` +
	regexp.QuoteMeta(strings.TrimPrefix(texts.BlockListTitle("Khối"), "Khối")) + `|` + regexp.QuoteMeta(texts.AgencyListTitle()) + `|` +
	regexp.QuoteMeta(texts.LostListTitle()) + `|Gương G-\d+-\d+ cần bổ sung)$`)

// compareReminders holds what people got against the plain computation: every
// reminder once, none too many, none late.
func (y *year) compareReminders(from, to time.Time) {
	var got []string
	for _, m := range y.srv.Sent() {
		if first, _, _ := strings.Cut(m.Text, "\n"); ladderTitle.MatchString(first) {
			at := m.At.In(y.zone)
			if !y.mayDisturb(at) {
				y.fail("%s was disturbed at %s:\n%s", m.Name, at, m.Text)
			}
			got = append(got, said{m.Chat, at.Format("2006-01-02 15:04"), m.Text}.String())
		}
	}
	var want []string
	for _, s := range y.reminders(from, to, y.happened) {
		want = append(want, s.String())
	}
	y.done["ladder"] = len(want)
	y.diff(got, want)
}

// diff fails with the first lines that only one side has.
func (y *year) diff(got, want []string) {
	slices.Sort(got)
	slices.Sort(want)
	count := map[string]int{}
	for _, s := range got {
		count[s]++
	}
	for _, s := range want {
		count[s]--
	}
	var lines []string
	for s, n := range count {
		switch {
		case n > 0:
			lines = append(lines, fmt.Sprintf("%s\n   came %d times too often", s, n))
		case n < 0:
			lines = append(lines, fmt.Sprintf("%s\n   came %d times too rarely", s, -n))
		}
	}
	slices.Sort(lines)
	if len(lines) > 0 {
		y.fail("%d of %d messages differ, the first:\n%s", len(lines), len(want), strings.Join(lines[:min(len(lines), 12)], "\n"))
	}
}

// compareDigests holds that each digest came once to each of its people, with
// the right figures.
func (y *year) compareDigests(from, to time.Time) {
	digestTitles := map[string]bool{}
	for _, p := range periodsOf2026() {
		digestTitles[texts.DigestTitle(p)], digestTitles[texts.LeaderTitle(p)] = true, true
	}
	var got, want []string
	for _, m := range y.srv.Sent() {
		if first, _, _ := strings.Cut(m.Text, "\n"); digestTitles[first] {
			got = append(got, fmt.Sprintf("%s %d %s", m.At.In(y.zone).Format("2006-01-02 15:04"), m.Chat, first))
			y.checkFigures(m)
		}
	}
	for month := time.January; month <= time.December; month++ {
		y.wantDigest(&want, from, to, report.NewDate(2026, month, 25), 9, report.Period{Duty: report.Month, Year: 2026, Number: int(month)})
		if month%3 == 0 {
			y.wantDigest(&want, from, to, report.NewDate(2026, month, 25), 10, report.Period{Duty: report.Quarter, Year: 2026, Number: int(month) / 3})
		}
	}
	y.done["digests"] = len(want)
	y.diff(got, want)
}

func (y *year) wantDigest(want *[]string, from, to time.Time, day report.Date, hour int, p report.Period) {
	at := day.Start(y.zone).Add(time.Duration(hour) * time.Hour)
	if at.Before(from) || at.After(to) {
		return
	}
	for _, o := range y.officers(at) {
		*want = append(*want, fmt.Sprintf("%s %d %s", at.Format("2006-01-02 15:04"), o.who, texts.DigestTitle(p)))
	}
	at = at.Add(30 * time.Minute)
	for _, l := range y.seats(at, func(post report.Post) bool { return post.Role == report.Leader }) {
		*want = append(*want, fmt.Sprintf("%s %d %s", at.Format("2006-01-02 15:04"), l.who, texts.LeaderTitle(p)))
	}
}

// checkFigures holds the numbers of a digest against those counted plainly.
func (y *year) checkFigures(m emulator.Message) {
	first, _, _ := strings.Cut(m.Text, "\n")
	for _, p := range periodsOf2026() {
		if first == texts.DigestTitle(p) {
			want := texts.Figures(y.figures(p, m.At.In(y.zone).Truncate(time.Minute)))
			if !strings.Contains(m.Text, want) {
				y.fail("digest of %s says\n%s\nwant\n%s", p, m.Text, want)
			}
		}
	}
}

// compareStandings holds the stored standings against the ledger.
func (y *year) compareStandings() {
	now := y.now()
	for _, p := range periodsOf2026() {
		for _, u := range y.units {
			got := y.standing(u.Code, p)
			have, _, met := y.stands(u, p, now)
			pending := y.pending(u, p, now)
			if got.Have != have || (got.State == report.Pending) != pending || !got.At.Truncate(time.Minute).Equal(met.Truncate(time.Minute)) && !met.IsZero() {
				y.fail("%s in %s is %s with %d since %s, want pending %t with %d since %s", u.Code, p, got.State, got.Have, got.At, pending, have, met)
			}
		}
	}
}
