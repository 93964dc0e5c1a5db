package handlers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/invite"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	samples "guongsang/internal/sample"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// A grown is a desk over a store as it is after years.
type grown struct {
	store *storage.Store
	desk  *Desk
	now   time.Time
	// Who is there, and what there is to be worked on.
	officer, leader, blockHead, focal, admin int64
	unit                                     string // whose focal point that is
	waiting                                  report.Example
	firstWaiting                             string
}

func grow(tb testing.TB, size samples.Size) *grown {
	tb.Helper()
	store, err := samples.Open(tb.Context(), tb.TempDir(), size)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { store.Close() })
	g := &grown{store: store, now: samples.Until(), desk: &Desk{
		Decode: decodeEvent, Rules: samples.Rules(), Office: texts.Office{Zone: samples.Rules().Zone, You: "anh/chị"},
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Options: turn.Options{ReturnDue: 3, Leaders: privacy.Public},
	}}
	err = store.View(g.now, func(tx *storage.Snapshot) error {
		for role, id := range map[report.Role]*int64{report.Officer: &g.officer, report.Leader: &g.leader, report.BlockHead: &g.blockHead, report.Admin: &g.admin} {
			holders, err := tx.Holders(role, "")
			if err != nil {
				return err
			}
			*id = holders[0].ID
		}
		numbers, _, err := tx.Waiting()
		if err != nil {
			return err
		}
		g.firstWaiting = numbers[0]
		received, err := tx.ExamplesNumbered(numbers)
		for _, e := range received {
			if sender, err := tx.Member(e.By); err == nil && sender.Serves(e.Unit) {
				g.focal, g.unit, g.waiting = e.By, e.Unit, e
			}
		}
		return err
	})
	if err != nil || g.focal == 0 {
		tb.Fatal("nobody waits: ", err)
	}
	return g
}

// A grownTurn is one thing that is asked of a grown store.
type grownTurn struct {
	name string
	who  func(*grown) int64
	// ev prepares what is asked about, and asks.
	ev func(*grown, *storage.Tx) (chat.Event, error)
	// after says of what changes the store whether it did.
	after func(*grown, *storage.Tx) bool
}

// alone reports whether a turn asks for something without preparing it in the store: it
// goes through all that the program does of it.
func (one grownTurn) alone() bool {
	return one.after == nil || slices.Contains([]string{"accept", "take"}, one.name)
}

var errNotDone = errors.New("the turn did not do what it was asked for")

func grownTurns() []grownTurn {
	officer := func(g *grown) int64 { return g.officer }
	focal := func(g *grown) int64 { return g.focal }
	admin := func(g *grown) int64 { return g.admin }
	says := func(text string) func(*grown, *storage.Tx) (chat.Event, error) {
		return func(*grown, *storage.Tx) (chat.Event, error) { return saying(text), nil }
	}
	presses := func(verb string, args ...any) func(*grown, *storage.Tx) (chat.Event, error) {
		return func(*grown, *storage.Tx) (chat.Event, error) { return pressing(chat.Do(verb, args...).String()), nil }
	}
	month := samples.Rules().Current(report.Month, report.NewDate(2026, 11, 1))
	return []grownTurn{
		{"situation", officer, says(texts.WordSituation), nil},
		{"situation-leader", func(g *grown) int64 { return g.leader }, says(texts.WordSituation), nil},
		{"situation-block", func(g *grown) int64 { return g.blockHead }, says(texts.WordSituation), nil},
		{"gaps", officer, presses(digest.VerbShow, month, digest.Gaps, 0), nil},
		{"on-time", officer, presses("sit", month, texts.ListOnTime, "a", 3), nil},
		{"states", officer, presses("sits", month, "a"), nil},
		{"call-list", officer, presses("call", month, "a", 0), nil},
		{"remind-ask", officer, presses("now", "a", month), nil},
		{"remind", officer, func(g *grown, _ *storage.Tx) (chat.Event, error) {
			return pressing(chat.Do("nowok", "a", month, 1, g.now.Unix()).String()), nil
		}, func(_ *grown, tx *storage.Tx) bool { all, err := tx.Chases(); return err == nil && len(all) == 1 }},
		{"unit", officer, func(g *grown, _ *storage.Tx) (chat.Event, error) { return pressing("unit:" + g.unit), nil }, nil},
		{"reminders", officer, func(g *grown, _ *storage.Tx) (chat.Event, error) { return pressing("rlog:" + g.unit + ":0"), nil }, nil},
		{"examples", officer, presses(digest.VerbShow, month, digest.Examples, 1), nil},
		{"queue", officer, says(texts.WordQueue), nil},
		{"queue-page", officer, presses(digest.VerbQueue, 3), nil},
		{"bulk-ask", officer, presses("bulk", 0), nil},
		{"bulk", officer, acceptMany, func(g *grown, tx *storage.Tx) bool {
			e, err := tx.Example(g.firstWaiting)
			return err == nil && e.Review == report.Accepted
		}},
		{"publicity", officer, says(texts.WordPublicity), nil},
		{"log", admin, says(texts.WordLog), nil},
		{"log-unit", admin, func(g *grown, _ *storage.Tx) (chat.Event, error) { return pressing("log:u" + g.unit), nil }, nil},
		{"log-person", admin, func(g *grown, _ *storage.Tx) (chat.Event, error) {
			return pressing(fmt.Sprintf("log:p%d:20251101-20251130", g.officer)), nil
		}, nil},
		{"log-record", admin, func(g *grown, _ *storage.Tx) (chat.Event, error) { return pressing("log:e" + g.waiting.Number), nil }, nil},
		{"admin", admin, says(texts.WordAdmin), nil},
		{"pause", officer, says(texts.WordPause), nil},
		{"extend", officer, says(texts.WordExtend), nil},
		{"units", officer, says(texts.WordUnits), nil},
		{"unconnected", officer, presses("uncon", 0), nil},
		{"invite-menu", officer, says(texts.WordInvite), nil},
		{"now", focal, says(texts.WordNow), nil},
		{"invites", officer, presses("invl", 0), nil},
		{"invite", officer, func(g *grown, _ *storage.Tx) (chat.Event, error) { return pressing("inv:" + g.unit + ":head"), nil }, func(g *grown, tx *storage.Tx) bool {
			open, err := tx.OpenInvitesTo(report.Post{Role: report.Head, Unit: g.unit})
			return err == nil && len(open) == 1
		}},
		{"invite-sheet", officer, presses("invs", "", 1), func(g *grown, tx *storage.Tx) bool {
			jobs, err := tx.Jobs()
			return err == nil && len(jobs) == 1
		}},
		{"export", officer, presses("unitx"), func(g *grown, tx *storage.Tx) bool {
			jobs, err := tx.Jobs()
			return err == nil && len(jobs) == 1
		}},
		{"enter", func(*grown) int64 { return 77 }, func(g *grown, tx *storage.Tx) (chat.Event, error) {
			code, i := invite.Issue(report.Post{Role: report.Focal, Unit: g.unit}, g.officer, g.now)
			return saying(code), tx.PutInvite(i)
		}, func(_ *grown, tx *storage.Tx) bool { _, err := tx.Member(77); return err == nil }},
		{"accept", officer, func(g *grown, _ *storage.Tx) (chat.Event, error) {
			return pressing(chat.Do("acc", g.waiting.Number, g.waiting.Version).String()), nil
		}, func(g *grown, tx *storage.Tx) bool {
			e, err := tx.Example(g.waiting.Number)
			return err == nil && e.Review == report.Accepted
		}},
		{"take", officer, func(g *grown, _ *storage.Tx) (chat.Event, error) {
			return pressing(chat.Do("take", g.waiting.Number, g.waiting.Version).String()), nil
		}, func(g *grown, tx *storage.Tx) bool {
			h, err := tx.Handling(g.waiting.Number)
			return err == nil && h.HeldBy(g.now) == g.officer
		}},
		{"preview", focal, func(g *grown, tx *storage.Tx) (chat.Event, error) {
			d, err := tx.NewDraft(report.Draft{By: g.focal, Unit: g.unit, Period: month, Content: g.waiting.Content, Asked: []string{"unit"}})
			return pressing(chat.Do("d.review", d.ID, d.Version).String()), err
		}, func(*grown, *storage.Tx) bool { return true }},
		{"name", focal, func(g *grown, tx *storage.Tx) (chat.Event, error) {
			c := report.Content{Category: g.waiting.Content.Category, Object: g.waiting.Content.Object}
			d, err := tx.NewDraft(report.Draft{By: g.focal, Unit: g.unit, Period: month, Content: c, Step: "name", Asked: []string{"unit"}})
			return saying("Lò Văn Pản"), errors.Join(err, tx.PutTalk(g.focal, records.Talk{Draft: d.ID, Ask: "d.name", Args: []string{""}}))
		}, func(g *grown, tx *storage.Tx) bool { return true }},
		{"send", focal, func(g *grown, tx *storage.Tx) (chat.Event, error) {
			c := g.waiting.Content
			c.Spread = c.Title // which is asked of a model
			c.Agreement = privacy.Agree(c, report.DateOf(g.now))
			d, err := tx.NewDraft(report.Draft{By: g.focal, Unit: g.unit, Period: month, Content: c, Asked: []string{"unit"}})
			return pressing(chat.Do("d.send", d.ID, d.Version, month, 1).String()), err
		}, func(g *grown, tx *storage.Tx) bool {
			newest, err := tx.ExamplesOf(g.unit, 1)
			return err == nil && newest[0].Sent.Equal(g.now)
		}},
		{"sent", focal, says(texts.WordSent), nil},
		{"menu", focal, says(texts.WordMenu), nil},
	}
}

// acceptMany asks for as many as are accepted at once, or for all that wait.
func acceptMany(g *grown, tx *storage.Tx) (ev chat.Event, err error) {
	numbers, _, err := tx.Waiting()
	if err != nil {
		return ev, err
	}
	received, err := tx.ExamplesNumbered(numbers[:min(30, len(numbers))])
	var list []string
	for _, e := range received {
		list = append(list, fmt.Sprintf("%s@%d", e.Number, e.Version))
	}
	all := strings.Join(list, ",")
	if err := errors.Join(err, tx.PutTalk(g.officer, records.Talk{Ask: "bulk", Args: []string{"", all, ""}})); err != nil {
		return ev, err
	}
	return pressing(chat.Do("bulkok", 1, turn.BlockKey(" "+all)).String()), nil
}

// grownLooks are turns that look through all that was ever introduced, and so grow with
// the years.
func grownLooks() []grownTurn {
	officer := func(g *grown) int64 { return g.officer }
	find := func(words string) func(*grown, *storage.Tx) (chat.Event, error) {
		return func(*grown, *storage.Tx) (chat.Event, error) {
			return pressing(chat.Do("find", words, 0).String()), nil
		}
	}
	return []grownTurn{{"find-word", officer, find("hiến đất"), nil}, {"find-name", officer, find("lo thi mai"), nil}, {"find-nothing", officer, find("xyz"), nil}}
}

// A spell is how long a turn took: reading beside the writer, and holding it.
type spell struct{ read, held, used time.Duration }

// do has a turn happen and undoes it. What only reads is read beside the writer,
// as the program does it. The commit, which costs the same whatever the turn, is
// not counted; the processor time is that of all of it.
func (g *grown) do(tb testing.TB, one grownTurn) (s spell) {
	tb.Helper()
	var item storage.Item
	if one.alone() {
		began := processorTime()
		err := g.store.View(g.now, func(tx *storage.Snapshot) (err error) {
			if item, err = g.item(one, nil); err != nil {
				return err
			}
			begin := time.Now()
			if g.desk.Prepare(tx, &item) {
				g.desk.Answer(tx, &item)
			}
			s.read = time.Since(begin)
			return nil
		})
		if err != nil {
			tb.Fatalf("%s: %v", one.name, err)
		}
		s.used = processorTime() - began
	}
	err := g.store.Update(g.now, func(tx *storage.Tx) (err error) {
		if !one.alone() {
			if item, err = g.item(one, tx); err != nil {
				return err
			}
		}
		begin, began := time.Now(), processorTime()
		if err := g.desk.Handle(tx, item); err != nil {
			return err
		}
		s.held, s.used = time.Since(begin), s.used+processorTime()-began
		if one.after != nil && !one.after(g, tx) {
			return errNotDone
		}
		return errUndone
	})
	if !errors.Is(err, errUndone) {
		tb.Fatalf("%s: %v", one.name, err)
	}
	return s
}

// item is the update by which a turn is asked for.
func (g *grown) item(one grownTurn, tx *storage.Tx) (item storage.Item, err error) {
	ev, err := one.ev(g, tx)
	if err != nil {
		return item, err
	}
	id := one.who(g)
	ev.From, ev.Chat, ev.Private, ev.MessageID = chat.Person{ID: id, Name: "Người thử"}, id, true, math.MaxInt32
	raw, err := json.Marshal(ev)
	return storage.Item{Raw: raw}, err
}

// processorTime is what this process has used so far: on a machine that others
// use as well it tells more than a clock.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err) // the arguments are valid
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// What a turn costs does not grow with the years that the store remembers: it
// allocates, and so decodes, after five years what it does after one, in which
// the same happened as in the last of the five.
func TestTurnsDoNotGrowWithTheYears(t *testing.T) {
	young, old := grow(t, samples.Size{Units: 20, Years: 1}), grow(t, samples.Size{Units: 20, Years: 5})
	for _, one := range grownTurns() {
		cost := func(g *grown) float64 { return testing.AllocsPerRun(3, func() { g.do(t, one) }) }
		now, then := cost(old), cost(young)
		if now > then*1.1+100 {
			t.Errorf("%s: %.0f allocations after five years, %.0f after one", one.name, now, then)
		}
	}
}

// What a turn writes does not grow with the units that it is about: what has to be
// said to each, or written for each, the clerk does in portions. Looking over the
// units takes two allocations for each; writing for one would take a hundred.
func TestWritingTurnsDoNotGrowWithTheUnits(t *testing.T) {
	cost := func(units int, name string) float64 {
		h := newHouse(t)
		officer, admin := h.id("Hạnh"), h.id("Quân")
		h.change(func(tx *storage.Tx) error {
			var list []report.Unit
			for i := range units {
				list = append(list, report.Unit{Code: fmt.Sprintf("PT%03d", i), Name: "Đơn vị Ví Dụ", Block: "Khối 1", Month: true})
			}
			err := tx.PutUnits(list)
			for i, u := range list {
				post := report.Post{Role: report.Focal, Unit: u.Code}
				_, made := invite.Issue(post, officer, h.now)
				err = errors.Join(err, tx.PutInvite(made))
				if i%2 == 0 {
					err = errors.Join(err, tx.PutMember(report.Member{ID: int64(1000 + i), Name: "Lò Văn Mẫu", Posts: []report.Post{post}}))
				}
			}
			return err
		})
		h.member("Hạnh", "officer")
		h.member("Quân", "admin")
		h.now = h.now.Add(time.Minute)
		asks := func(*grown) int64 { return officer }
		jobs := func(_ *grown, tx *storage.Tx) bool { jobs, err := tx.Jobs(); return err == nil && len(jobs) == 1 }
		turns := map[string]grownTurn{
			"sheet": {name, asks, func(*grown, *storage.Tx) (chat.Event, error) { return pressing("invs::1"), nil }, jobs},
			"extend": {name, asks, func(_ *grown, tx *storage.Tx) (chat.Event, error) {
				talk := records.Talk{Ask: "extconfirm", Args: []string{"a", "2026-11", "2026-11-26", ""}}
				return pressing("exok:a:2026-11:2026-11-26"), tx.PutTalk(officer, talk)
			}, jobs},
			"remind": {name, asks, func(*grown, *storage.Tx) (chat.Event, error) {
				return pressing(chat.Do("nowok", "a", "2026-11", 1, h.now.Unix()).String()), nil
			}, func(_ *grown, tx *storage.Tx) bool { all, err := tx.Chases(); return err == nil && len(all) == 1 }},
			"remove": {name, func(*grown) int64 { return admin }, func(*grown, *storage.Tx) (chat.Event, error) {
				return pressing("rmok:" + h.number("Hạnh") + ":officer:"), nil
			}, jobs},
		}
		g := &grown{store: h.store, desk: h.desk, now: h.now}
		return testing.AllocsPerRun(3, func() { g.do(t, turns[name]) })
	}
	for _, name := range []string{"sheet", "extend", "remind", "remove"} {
		few, many := cost(20, name), cost(400, name)
		if many > few+3*380 {
			t.Errorf("%s: %.0f allocations for 400 units, %.0f for 20", name, many, few)
		}
	}
}

// BenchmarkTurn says for how long each turn reads beside the writer (read-ms) and
// holds it (held-ms), how many times as long as the floor the latter is, an
// Update that puts one key and is on disk (x-put), and what processor time all
// of it takes (cpu-ms).
func BenchmarkTurn(b *testing.B) {
	for _, size := range samples.Sizes() {
		b.Run(size.String(), func(b *testing.B) {
			g := grow(b, size)
			floor := g.put(b)
			for _, one := range append(grownTurns(), grownLooks()...) {
				b.Run(one.name, func(b *testing.B) {
					var read, held []time.Duration
					var used time.Duration
					for b.Loop() {
						s := g.do(b, one)
						read, held, used = append(read, s.read), append(held, s.held), used+s.used
					}
					b.ReportMetric(0, "ns/op")
					b.ReportMetric(middle(read).Seconds()*1000, "read-ms")
					b.ReportMetric(middle(held).Seconds()*1000, "held-ms")
					b.ReportMetric(middle(held).Seconds()/floor.Seconds(), "x-put")
					b.ReportMetric(used.Seconds()*1000/float64(b.N), "cpu-ms")
				})
			}
		})
	}
}

// put is the floor: how long an Update takes that puts one key.
func (g *grown) put(tb testing.TB) time.Duration {
	var took []time.Duration
	for range 101 {
		begin := time.Now()
		g.save(tb)
		took = append(took, time.Since(begin))
	}
	return middle(took)
}

func middle(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

func (g *grown) save(tb testing.TB) {
	if err := g.store.Update(g.now, func(tx *storage.Tx) error { return tx.PutMark("growth", g.now) }); err != nil {
		tb.Error(err)
	}
}

// BenchmarkSaver has somebody save every two milliseconds beside each turn: how
// long the longest of these waits is (longest-ms), and how long without the
// turns (alone-ms), says whether the turn holds the writer.
func BenchmarkSaver(b *testing.B) {
	for _, size := range samples.Sizes() {
		b.Run(size.String(), func(b *testing.B) {
			g := grow(b, size)
			alone := g.longestWait(b, func() { time.Sleep(time.Second / 2) })
			for _, one := range grownTurns() {
				b.Run(one.name, func(b *testing.B) {
					longest := g.longestWait(b, func() {
						for b.Loop() {
							g.do(b, one)
						}
					})
					b.ReportMetric(0, "ns/op")
					b.ReportMetric(longest.Seconds()*1000, "longest-ms")
					b.ReportMetric(alone.Seconds()*1000, "alone-ms")
				})
			}
		})
	}
}

// longestWait is the longest that a save took beside something.
func (g *grown) longestWait(tb testing.TB, beside func()) time.Duration {
	over, longest := make(chan struct{}), make(chan time.Duration)
	go func() {
		var most time.Duration
		for {
			begin := time.Now()
			g.save(tb)
			most = max(most, time.Since(begin))
			select {
			case <-over:
				longest <- most
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	beside()
	close(over)
	return <-longest
}
