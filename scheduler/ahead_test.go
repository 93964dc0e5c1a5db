package scheduler

import (
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// ahead lists what will happen, a line for each moment.
func (h *house) ahead(from, until string) string {
	h.t.Helper()
	before := h.traces()
	moments, err := h.Ahead(at(h.t, from), at(h.t, until))
	if err != nil {
		h.t.Fatal(err)
	}
	if h.traces() != before {
		h.t.Error("looking ahead left traces")
	}
	var lines []string
	for _, m := range moments {
		line := fmt.Sprintf("%s %s", m.At.In(vietnam).Format("02/01 15:04"), m.Kind)
		switch {
		case len(m.Notices) > 0:
			line += fmt.Sprintf(" %dp %du", m.People, m.Units)
		case m.To != "":
			line += fmt.Sprintf(" %s %s %dp", m.Period, m.To, m.People)
		default:
			line += fmt.Sprintf(" %s %s %du", m.Period, m.Day, m.Units)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// traces is all that a tick can leave behind.
func (h *house) traces() (all string) {
	h.t.Helper()
	err := h.Store.View(time.Time{}, func(tx *storage.Snapshot) error {
		rows, rowsErr := tx.Outbox(1 << 20)
		stages, err := tx.Stages(november)
		snoozes, snoozesErr := tx.Snoozes()
		for _, d := range h.Digests {
			all += fmt.Sprint(tx.Mark(d.name()).Unix(), " ")
		}
		all += fmt.Sprint(len(rows), len(stages), snoozes)
		return firstOf(rowsErr, err, snoozesErr)
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return all
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func officerDigest(spec string) Digest {
	return Digest{Spec: spec, When: mustSpec(spec), Duty: report.Month, To: report.Officer}
}

func TestAhead(t *testing.T) {
	for name, test := range map[string]struct {
		prepare     func(*house)
		from, until string
		want        string
	}{
		"a month, with a day off on the 24th": {nil, "2026-11-12 10:00", "2026-12-20 10:00", `
			13/11 08:00 remind 2p 2u
			18/11 08:00 remind 2p 2u
			20/11 08:00 remind 2p 2u
			21/11 00:00 deadline 2026-11 2026-11-20 2u
			23/11 08:00 remind 2p 2u
			25/11 09:00 digest 2026-11 officer 1p
			26/11 08:00 remind 2p 2u
			27/11 08:00 escalated 1p 1u
			30/11 08:00 escalated 1p 1u
			01/12 08:00 block 1p 2u
			02/12 08:00 agency 1p 2u
			08/12 00:00 lock 2026-11 2026-12-07 2u
			14/12 08:00 remind 2p 2u
			17/12 08:00 remind 2p 2u`},
		"both duties on one day": {nil, "2026-12-20 10:00", "2026-12-22 10:00", `
			21/12 08:00 remind 2p 2u
			22/12 00:00 deadline 2026-12 2026-12-21 2u
			22/12 00:00 deadline 2026-Q4 2026-12-21 2u
			22/12 08:00 remind 2p 2u`},
		"due at now": {nil, "2026-11-13 08:00", "2026-11-14 08:00", `
			13/11 08:00 remind 2p 2u`},
		"missed at night": {nil, "2026-11-18 20:00", "2026-11-19 20:00", `
			19/11 07:30 remind 2p 2u`},
		"missed for too long": {nil, "2026-11-14 12:00", "2026-11-17 12:00", ""},
		"one unit has sent": {func(h *house) {
			h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
				return tx.PutNil(report.Filing{Period: november, Unit: "PT1", At: tx.Now, By: 1})
			})
		}, "2026-11-19 12:00", "2026-11-21 08:00", `
			20/11 08:00 remind 1p 1u
			21/11 00:00 deadline 2026-11 2026-11-20 1u`},
		"one unit has more time": {func(h *house) {
			h.update(at(t, "2026-11-19 09:00"), func(tx *storage.Tx) error {
				return tx.PutExtension(report.Extension{Period: november, Scope: report.Scope{Unit: "PT2"}, Deadline: report.NewDate(2026, 11, 24)})
			})
		}, "2026-11-19 12:00", "2026-11-25 07:00", `
			20/11 08:00 remind 2p 2u
			21/11 00:00 deadline 2026-11 2026-11-20 1u
			23/11 08:00 remind 2p 2u
			25/11 00:00 deadline 2026-11 2026-11-24 1u`},
		"nobody can be reached": {func(h *house) {
			h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error { return tx.MarkGone(4, "blocked") })
		}, "2026-11-12 12:00", "2026-11-17 12:00", `
			13/11 08:00 remind 1p 1u
			13/11 08:00 lost 1p 1u`},
		"asked to be reminded again": {func(h *house) {
			h.Tick(at(t, "2026-11-18 08:00"))
			h.update(at(t, "2026-11-18 08:10"), func(tx *storage.Tx) error {
				if err := tx.PutSnooze(1, at(t, "2026-11-18 16:00")); err != nil {
					return err
				}
				return tx.PutSnooze(4, at(t, "2026-11-18 18:00"))
			})
		}, "2026-11-18 12:00", "2026-11-20 07:00", `
			18/11 16:00 remind 1p 1u
			19/11 07:30 remind 1p 1u`},
		"a picture for leaders": {func(h *house) {
			h.Picture = "board"
			h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
				return tx.PutMember(report.Member{ID: 21, Posts: []report.Post{{Role: report.Leader, Since: tx.Now}}})
			})
		}, "2026-11-19 12:00", "2026-11-20 20:00", `
			20/11 08:00 remind 2p 2u
			20/11 08:00 picture 2026-11 leader 1p`},
		"the same digest twice, and one that was missed": {func(h *house) {
			h.Digests = append(h.Digests, officerDigest("0 9 * * 3"))
			h.Tick(at(t, "2026-11-24 12:00"))
		}, "2026-12-01 12:00", "2026-12-02 12:00", `
			01/12 12:00 block 1p 2u
			01/12 12:00 digest 2026-11 officer 1p
			02/12 08:00 agency 1p 2u
			02/12 09:00 digest 2026-11 officer 1p`},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, at(t, "2026-11-01 08:00"))
			h.t = t
			h.Digests = []Digest{officerDigest("0 9 25 * *")}
			if test.prepare != nil {
				test.prepare(h)
			}
			want := strings.ReplaceAll(strings.TrimSpace(test.want), "\t", "")
			h.want(h.ahead(test.from, test.until), want)
		})
	}
}

// The property: whoever jumps from moment to moment brings about exactly what
// a tick every half hour does, and a tick in between adds nothing.
func TestJumpingMissesNothing(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			jumper, walker := randomHouse(t, seed), randomHouse(t, seed)
			now := jumper.start
			until := now.AddDate(0, 0, 35)
			jumped, walked := jumper.jump(t, until, seed%2 == 0), map[string]string{}
			for at := now; !at.After(until); at = at.Add(30 * time.Minute) {
				walker.Tick(at)
				if fresh := walker.fresh(); len(fresh) > 0 {
					walked[stamp(at)] = strings.Join(fresh, "\n")
				}
			}
			if !maps.Equal(jumped, walked) {
				t.Errorf("from %s\njumping: %v\nwalking: %v", stamp(now), jumped, walked)
			}
			if len(walked) < 5 {
				t.Errorf("only %d moments: the world is too quiet", len(walked))
			}
		})
	}
}

func stamp(at time.Time) string { return at.In(vietnam).Format("2006-01-02 15:04") }

// A randomly furnished house, and what was seen of its outbox and jobs.
type randomlyFurnished struct {
	*house
	start time.Time
	known map[string]bool
}

// jump goes from moment to moment; what each brings must be as many things as
// were said to come.
func (r *randomlyFurnished) jump(t *testing.T, until time.Time, between bool) map[string]string {
	moments, err := r.Ahead(r.start, until)
	if err != nil {
		t.Fatal(err)
	}
	things := map[time.Time]int{r.start: 0}
	for _, m := range moments {
		things[m.At] += len(m.Notices)
		if len(m.Notices) == 0 {
			things[m.At] += m.People
		}
	}
	brought := map[string]string{}
	for _, at := range slices.SortedFunc(maps.Keys(things), time.Time.Compare) {
		if early := at.Add(-time.Minute); between && early.After(r.start) {
			r.Tick(early)
			if fresh := r.fresh(); len(fresh) > 0 {
				t.Errorf("%s, before its moment: %v", stamp(early), fresh)
			}
		}
		r.Tick(at)
		fresh := r.fresh()
		if len(fresh) != things[at] {
			t.Errorf("%s: %d things, want %d: %v", stamp(at), len(fresh), things[at], fresh)
		}
		if len(fresh) > 0 {
			brought[stamp(at)] = strings.Join(fresh, "\n")
		}
	}
	return brought
}

// fresh lists the rows and documents that were not there before.
func (r *randomlyFurnished) fresh() (keys []string) {
	limit := 0 // nothing was put: in nearly every half hour
	if len(r.refs) > 0 {
		limit, r.refs = 1<<20, nil
	}
	err := r.Store.View(time.Time{}, func(tx *storage.Snapshot) error {
		rows, err := tx.Outbox(limit)
		if err != nil {
			return err
		}
		for _, row := range rows {
			keys = append(keys, row.Key)
		}
		jobs, err := tx.Jobs()
		for _, j := range jobs {
			keys = append(keys, j.Key)
		}
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
	keys = slices.DeleteFunc(keys, func(k string) bool { return r.known[k] })
	for _, k := range keys {
		r.known[k] = true
	}
	slices.Sort(keys)
	return keys
}

// randomHouse has other rules, people and records for each seed; all times are
// full half hours.
func randomHouse(t *testing.T, seed uint64) *randomlyFurnished {
	t.Helper()
	dice := rand.New(rand.NewPCG(seed, 7))
	half := func(day report.Date, from, to int) time.Time { // half hours of the day
		return day.Start(vietnam).Add(time.Duration(from+dice.IntN(to-from)) * 30 * time.Minute)
	}
	rules := standardRules()
	for _, duty := range []*report.DutyRule{&rules.Month, &rules.Quarter} {
		duty.DeadlineDay = 15 + dice.IntN(14)
		duty.OnDayOff = []report.OnDayOff{report.Next, report.Previous, report.Stay}[dice.IntN(3)]
		duty.Scheme = []report.Scheme{report.ND09, report.WholeMonths}[dice.IntN(2)]
		duty.LockAfter = dice.IntN(10)
		duty.Quota = 1 + dice.IntN(2)
	}
	store, err := storage.Open(t.TempDir(), rules)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	h := &house{t: t}
	h.Scheduler = &Scheduler{
		Store: store, Ladder: standardLadder(), Picture: "board", Log: slog.New(slog.NewTextHandler(h, nil)),
		Digests: []Digest{officerDigest("30 9 25 * *"), officerDigest("30 9 * * 1"),
			{Spec: "0 6 */5 * *", When: mustSpec("0 6 */5 * *"), Duty: report.Quarter, To: report.Leader}},
		Office: texts.Office{Agency: "Phòng Nội vụ", You: "anh/chị", Zone: vietnam},
	}
	h.Ladder.Before = append(h.Ladder.Before, 20+dice.IntN(20)) // perhaps before the window begins
	h.Ladder.CatchUp = time.Duration(1+dice.IntN(40)) * time.Hour
	h.watch()
	r := &randomlyFurnished{house: h, known: map[string]bool{}}
	start := report.NewDate(2026, time.Month(1+dice.IntN(14)), 1+dice.IntN(28))
	r.start = half(start, 0, 48)
	before := func() time.Time { return half(start.AddDays(-1-dice.IntN(25)), 0, 48) }
	h.update(before(), func(tx *storage.Tx) error { return furnish(tx, dice, before) })
	for range dice.IntN(4) { // looks before the start, and the program down in between
		h.Tick(before())
	}
	h.update(r.start, func(tx *storage.Tx) error { return occupy(tx, dice, rules, start, half) })
	r.fresh()
	return r
}

// furnish puts units and people.
func furnish(tx *storage.Tx, dice *rand.Rand, since func() time.Time) error {
	var units []report.Unit
	var posts []report.Post
	for i := range 6 {
		u := report.Unit{Code: fmt.Sprintf("U%d", i), Name: "Đơn vị", Block: fmt.Sprintf("K%d", i%2), Month: true, Quarter: dice.IntN(3) > 0}
		units = append(units, u)
		posts = append(posts, report.Post{Role: report.Focal, Unit: u.Code}, report.Post{Role: report.Focal, Unit: u.Code, Deputy: true})
		posts = append(posts, report.Post{Role: report.Head, Unit: u.Code})
	}
	posts = append(posts, report.Post{Role: report.BlockHead, Block: "K0"}, report.Post{Role: report.BlockHead, Block: "K1"})
	posts = append(posts, report.Post{Role: report.Officer}, report.Post{Role: report.Leader}, report.Post{Role: report.Leader}, report.Post{Role: report.Admin})
	for i, post := range posts {
		post.Since = since()
		m := report.Member{ID: int64(i + 1), Posts: []report.Post{post}}
		if dice.IntN(4) == 0 {
			m.Unreachable = tx.Now
		}
		if dice.IntN(6) == 0 && post.Role == report.Focal && post.Unit != "U5" { // one who serves two units
			m.Posts = append(m.Posts, report.Post{Role: report.Focal, Unit: "U5", Since: since()})
		}
		if err := tx.PutMember(m); err != nil {
			return err
		}
	}
	return tx.PutUnits(units)
}

// occupy puts what people did up to the start.
func occupy(tx *storage.Tx, dice *rand.Rand, rules report.Rules, start report.Date, half func(report.Date, int, int) time.Time) error {
	for i := range 6 {
		unit := fmt.Sprintf("U%d", i)
		for _, duty := range report.Duties {
			p := rules.Current(duty, start).Add(-dice.IntN(2))
			var err error
			switch dice.IntN(6) {
			case 0:
				err = tx.PutNil(report.Filing{Period: p, Unit: unit, At: tx.Now})
			case 1:
				_, err = tx.NewExample(report.Example{Unit: unit, Periods: []report.Period{p}, Received: tx.Now, Sent: tx.Now})
			case 2:
				due := start.AddDays(dice.IntN(14) - 4)
				var e report.Example
				e, err = tx.NewExample(report.Example{Unit: unit, By: int64(1 + dice.IntN(18)), Periods: []report.Period{p}, Received: tx.Now, Sent: tx.Now})
				e.Review, e.Due, e.RuleAt, e.Reason = report.Returned, due, half(start.AddDays(-3), 0, 48), "thiếu số liệu"
				err = firstOf(err, tx.PutExample(e))
			case 3:
				scope := []report.Scope{{}, {Unit: unit}, {Block: "K1"}}[dice.IntN(3)]
				err = tx.PutExtension(report.Extension{Period: p, Scope: scope, Deadline: start.AddDays(dice.IntN(40) - 5)})
			case 4:
				err = tx.PutPause(report.Pause{Period: p, Unit: unit})
			}
			if err != nil {
				return err
			}
		}
		if dice.IntN(2) == 0 {
			if err := tx.PutSnooze(int64(1+dice.IntN(18)), half(start.AddDays(dice.IntN(12)-3), 0, 48)); err != nil {
				return err
			}
		}
	}
	return nil
}
