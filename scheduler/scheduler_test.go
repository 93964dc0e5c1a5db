package scheduler

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/robfig/cron/v3"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// A house is a real store with a scheduler, and a sender that the test plays.
type house struct {
	*Scheduler
	t     *testing.T
	mu    sync.Mutex
	refs  []storage.Ref
	lines []string // what the log said
}

func (h *house) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.lines = append(h.lines, string(p))
	return len(p), nil
}

// newHouse has the units and people of newWorld, as they were on that day.
func newHouse(t *testing.T, now time.Time) *house {
	t.Helper()
	store, err := storage.Open(t.TempDir(), standardRules())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	h := &house{t: t}
	h.Scheduler = &Scheduler{
		Store: store, Ladder: standardLadder(), Log: slog.New(slog.NewTextHandler(h, nil)),
		Office: texts.Office{Agency: "Phòng Nội vụ", Contact: "0900 000 001", You: "anh/chị", Zone: vietnam},
	}
	w := newWorld()
	h.update(now, func(tx *storage.Tx) error {
		for _, m := range w.members {
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		return tx.PutUnits(w.units)
	})
	h.watch()
	return h
}

func (h *house) watch() {
	waiting, err := h.Store.Watch(time.Now(), func(refs []storage.Ref) {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.refs = append(h.refs, refs...)
	})
	if err != nil {
		h.t.Fatal(err)
	}
	h.refs = append(h.refs, waiting...)
}

func (h *house) update(now time.Time, fn func(*storage.Tx) error) {
	h.t.Helper()
	if err := h.Store.Update(now, fn); err != nil {
		h.t.Fatal(err)
	}
}

// send lets all waiting rows leave at now.
func (h *house) send(now time.Time) (sent []storage.Row) {
	h.t.Helper()
	h.mu.Lock()
	refs := h.refs
	h.refs = nil
	h.mu.Unlock()
	for _, ref := range refs {
		row, ok, err := h.Store.Claim(now, ref)
		if err != nil {
			h.t.Fatal(err)
		}
		if !ok {
			continue
		}
		if err := h.Store.FinishAll(now, []storage.Row{row}, []storage.Result{{Fate: storage.Sent, Message: int64(row.Seq)}}, true, nil); err != nil {
			h.t.Fatal(err)
		}
		sent = append(sent, row)
	}
	return sent
}

// look looks and sends at once; it returns the keys of what left.
func (h *house) look(when string) string {
	h.t.Helper()
	now := at(h.t, when)
	h.Tick(now)
	return keys(h.send(now))
}

func keys(rows []storage.Row) string {
	var said []string
	for _, row := range rows {
		said = append(said, row.Key)
	}
	slices.Sort(said)
	return strings.Join(said, " ")
}

func (h *house) want(got, want string) {
	h.t.Helper()
	if got != want {
		h.t.Errorf("\n got %s\nwant %s", got, want)
	}
}

const (
	first1 = "remind/month/2026-11/2026-11-20/-5/PT1/1"
	first4 = "remind/month/2026-11/2026-11-20/-5/PT2/4"
)

func TestLookRemindsOnce(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.want(h.look("2026-11-13 07:59"), "")
	h.want(h.look("2026-11-13 08:00"), first1+" "+first4)
	h.want(h.look("2026-11-13 08:00"), "")
	again := &Scheduler{Store: h.Store, Ladder: h.Ladder, Office: h.Office, Log: h.Log} // as after a restart
	for range 5 {
		again.Tick(at(t, "2026-11-13 08:01"))
		again.Tick(at(t, "2026-11-13 07:40")) // clock set back
	}
	h.want(keys(h.send(at(t, "2026-11-13 08:01"))), "")
	if len(h.lines) > 0 {
		t.Errorf("the log complains: %s", h.lines)
	}
}

// What was committed before the row leaves counts: the row is dropped, and
// the next tick says what is still true.
func TestReportedBeforeTheRowLeaves(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.update(at(t, "2026-11-01 08:00"), func(tx *storage.Tx) error {
		m, err := tx.Member(1)
		m.Posts = append(m.Posts, report.Post{Role: report.Focal, Unit: "PT2"})
		return errors.Join(err, tx.PutMember(m))
	})
	h.Tick(at(t, "2026-11-13 08:00")) // PT1 and PT2 in one message
	h.update(at(t, "2026-11-13 08:00"), func(tx *storage.Tx) error {
		return tx.PutNil(report.Filing{Period: november, Unit: "PT1", At: tx.Now, By: 1})
	})
	h.want(keys(h.send(at(t, "2026-11-13 08:00"))), first4)
	h.want(h.look("2026-11-13 08:01"), "remind/month/2026-11/2026-11-20/-5/PT2/1")
}

// A row that was held up does not leave in quiet hours; in the morning its
// stage is derived anew if it is still worth it.
func TestHeldUpUntilQuietHours(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Tick(at(t, "2026-11-18 08:00"))
	h.want(keys(h.send(at(t, "2026-11-18 17:30"))), "")
	h.Tick(at(t, "2026-11-18 17:31"))
	h.want(h.look("2026-11-19 07:30"), "remind/month/2026-11/2026-11-20/-2/PT1/1 remind/month/2026-11/2026-11-20/-2/PT2/4")
}

func TestRemovedMember(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Tick(at(t, "2026-11-13 08:00"))
	h.update(at(t, "2026-11-13 08:00"), func(tx *storage.Tx) error { return tx.DeleteMember(4) })
	h.want(keys(h.send(at(t, "2026-11-13 08:00"))), first1)
	h.want(h.look("2026-11-13 08:01"), "remind/month/2026-11//lost/PT2/6")
}

func TestExtensionMakesFreshStages(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.look("2026-11-20 08:00")
	h.update(at(t, "2026-11-20 15:00"), func(tx *storage.Tx) error {
		return tx.PutExtension(report.Extension{Period: november, Deadline: report.NewDate(2026, 11, 30)})
	})
	h.want(h.look("2026-11-23 08:00"), "")
	h.want(h.look("2026-11-26 08:00"), "remind/month/2026-11/2026-11-30/-2/PT1/1 remind/month/2026-11/2026-11-30/-2/PT2/4")
}

func TestReminderButtons(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Tick(at(t, "2026-11-13 08:00"))
	rows := h.send(at(t, "2026-11-13 08:00"))
	want := "[[{Gửi gương intro:PT1:2026-11} {Không phát sinh nil:PT1:2026-11}] [{Nhắc lại chiều nay snooze}]]"
	if got := fmt.Sprint(rows[0].Message.Buttons); got != want {
		t.Errorf("one duty: %s", got)
	}
	h.update(at(t, "2026-12-01 08:00"), func(tx *storage.Tx) error {
		_, err := tx.NewDraft(report.Draft{By: 1, Unit: "PT1", Period: december})
		return err
	})
	h.Tick(at(t, "2026-12-21 08:00"))
	rows = h.send(at(t, "2026-12-21 08:00"))
	want = "[[{Viết tiếp bản nháp resume:1}] [{Gửi gương intro} {Không phát sinh nils}] [{Nhắc lại chiều nay snooze}]]"
	if got := fmt.Sprint(rows[0].Message.Buttons); got != want {
		t.Errorf("month and quarter, with a draft: %s", got)
	}
}

func TestHangingExample(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.update(at(t, "2026-11-16 10:00"), func(tx *storage.Tx) error {
		if err := tx.PutNil(report.Filing{Period: november, Unit: "PT2", At: tx.Now}); err != nil {
			return err
		}
		e, err := tx.NewExample(report.Example{Unit: "PT1", By: 1, Periods: []report.Period{november}, Received: tx.Now, Sent: tx.Now})
		e.Review, e.Due, e.RuleAt, e.Reason = report.Returned, report.NewDate(2026, 11, 19), tx.Now, "thiếu số liệu"
		return errors.Join(err, tx.PutExample(e))
	})
	h.Tick(at(t, "2026-11-19 08:00"))
	rows := h.send(at(t, "2026-11-19 08:00"))
	h.want(keys(rows), "remind/month/2026-11/2026-11-19/complete/G-2026-0001/1/0/PT1/1")
	h.want(rows[0].Message.Buttons[0][0].Do.String(), chat.Do(chat.VerbComplete, "G-2026-0001", 1).String())
	h.Tick(at(t, "2026-11-20 08:00"))
	h.update(at(t, "2026-11-20 08:00"), func(tx *storage.Tx) error { // completed before the row leaves
		e, err := tx.Example("G-2026-0001")
		e.Review = report.Received
		_, versionErr := tx.NewVersion(e)
		return errors.Join(err, versionErr)
	})
	h.want(keys(h.send(at(t, "2026-11-20 08:00"))), "")
}

func mustSpec(spec string) cron.Schedule {
	when, err := cron.ParseStandard(spec)
	if err != nil {
		panic(err)
	}
	return when
}

func TestDigests(t *testing.T) {
	h := newHouse(t, at(t, "2026-10-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	h.Digests = []Digest{{Spec: "0 9 25 * *", When: mustSpec("0 9 25 * *"), Duty: report.Month, To: report.Officer}}
	key := func(period, when string) string {
		return fmt.Sprintf("digest/%s/%d/officer/6", period, at(t, when).Unix())
	}
	h.want(h.look("2026-10-26 10:00"), "") // begins now: nothing of the past
	h.want(h.look("2026-11-25 08:59"), "")
	h.want(h.look("2026-11-25 09:00"), key("2026-11", "2026-11-25 09:00"))
	h.want(h.look("2026-11-25 09:01"), "")
	h.want(h.look("2026-11-25 08:00"), "")
	// Down over three instants: the newest once.
	h.want(h.look("2027-03-01 10:00"), key("2027-02", "2027-02-25 09:00"))
	h.want(h.look("2027-03-01 10:01"), "")
	if log := strings.Join(h.lines, ""); !strings.Contains(log, "missed=2") {
		t.Errorf("the log does not say what was missed: %s", log)
	}
}

func TestBackup(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	var made []string
	var fail error
	h.Backup = Backup{When: mustSpec("30 1 * * *"), Make: func(_ context.Context, now time.Time) error {
		made = append(made, now.In(vietnam).Format("02/01 15:04"))
		if fail != nil && fail.Error() == "panic" {
			panic(fail)
		}
		return fail
	}}
	h.update(at(t, "2026-11-01 08:00"), func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Admin}}})
	})
	h.look("2026-11-02 08:00")
	h.look("2026-11-03 01:30")
	h.look("2026-11-03 01:31")
	h.look("2026-11-07 12:00") // once for all that were missed
	fail = errors.New("no space left on device")
	h.want(h.look("2026-11-08 01:30"), fmt.Sprintf("backup/%d/9", at(t, "2026-11-08 01:30").Unix()))
	h.want(h.look("2026-11-08 02:00"), "")
	h.want(h.look("2026-11-08 02:30"), "") // tried again, told once
	fail = nil
	h.look("2026-11-08 03:30")
	h.look("2026-11-08 03:31")
	fail = errors.New("panic")
	h.look("2026-11-09 01:30")
	want := "[03/11 01:30 07/11 12:00 08/11 01:30 08/11 02:30 08/11 03:30 09/11 01:30]"
	if fmt.Sprint(made) != want {
		t.Errorf("made at %v, want %s", made, want)
	}
	if log := strings.Join(h.lines, ""); !strings.Contains(log, "panic") {
		t.Error("the panic is not in the log")
	}
}

// Real cron and real store in virtual time: the first weeks of the year 2000,
// with the sender looking in every half hour and one stop in between.
func TestRunInVirtualTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, time.Now())
		h.Digests = []Digest{{Spec: "0 9 25 * *", When: mustSpec("0 9 25 * *"), Duty: report.Month, To: report.Officer}}
		said := map[string]int{}
		for _, days := range []int{19, 16} { // stopped once at a day's end, and started again
			ctx, stop := context.WithCancel(t.Context())
			var running sync.WaitGroup
			running.Go(func() { h.Run(ctx, time.Now) })
			for range days * 24 * 2 {
				time.Sleep(30 * time.Minute)
				synctest.Wait()
				now := time.Now()
				for _, row := range h.send(now) {
					said[row.Key]++
					if strings.HasPrefix(row.Key, "remind/") && !h.Ladder.Allows(h.rules(), now) {
						t.Errorf("%s at %s", row.Key, now.In(vietnam))
					}
				}
			}
			stop()
			running.Wait()
		}
		reminders := 0
		for key, n := range said {
			if n != 1 {
				t.Errorf("%s said %d times", key, n)
			}
			if strings.HasPrefix(key, "remind/") {
				reminders++
			}
		}
		// Five stages for two people, then dự phòng, head, block head and agency.
		for _, key := range []string{
			"remind/month/2000-01/2000-01-20/-5/PT1/1", "remind/month/2000-01/2000-01-20/+3/PT2/4",
			"remind/month/2000-01/2000-01-20/escalate/agency/PT1/6",
			fmt.Sprintf("digest/2000-01/%d/officer/6", at(t, "2000-01-25 09:00").Unix()),
		} {
			if said[key] != 1 {
				t.Errorf("%s was said %d times", key, said[key])
			}
		}
		if want := 5*2 + 4; reminders != want {
			t.Errorf("%d reminders, want %d", reminders, want)
		}
		if len(h.lines) > 0 {
			t.Errorf("the log complains: %s", h.lines)
		}
	})
}

// However much is due at one minute, it is looked at once: what a tick brings
// about is for the next minute, and never for a second tick at the same one. The store is closed, so that every tick leaves a line.
func TestOneLookAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, time.Now())
		for range 20 {
			h.Digests = append(h.Digests, Digest{When: mustSpec("0 8 * * *"), Duty: report.Month, To: report.Officer})
		}
		if err := h.Store.Close(); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		var running sync.WaitGroup
		running.Go(func() { h.Run(ctx, time.Now) })
		const minutes = 2 * 24 * 60
		time.Sleep(minutes*time.Minute - time.Second)
		stop()
		running.Wait()
		looks := 0
		for _, line := range h.lines {
			if strings.Contains(line, "part=housekeeping") {
				looks++
			}
		}
		if looks != minutes {
			t.Errorf("%d looks in %d minutes", looks, minutes)
		}
	})
}

// A backup that takes longer than the minutes that pass meanwhile is followed by
// one for all of them; a stop waits for that one and for nothing else.
func TestALongBackup(t *testing.T) {
	for stopped, want := range map[time.Duration]int{5 * time.Minute: 1, 11*time.Minute - time.Second: 2} {
		synctest.Test(t, func(t *testing.T) {
			h := newHouse(t, time.Now())
			began, ticks := make(chan struct{}), 0
			h.Backup = Backup{When: mustSpec("* * * * *"), Make: func(context.Context, time.Time) error {
				ticks++
				if ticks == 1 {
					close(began)
					time.Sleep(10*time.Minute + 30*time.Second)
				}
				return nil
			}}
			ctx, stop := context.WithCancel(t.Context())
			var running sync.WaitGroup
			running.Go(func() { h.Run(ctx, time.Now) })
			<-began
			time.Sleep(stopped)
			synctest.Wait()
			stop()
			running.Wait()
			if ticks > 2 || ticks < want {
				t.Errorf("stopped after %v: %d copies, want %d", stopped, ticks, want)
			}
		})
	}
}

// Ticks go on while a backup is made, however long that takes. A stop gives it
// up, and no admin hears of that.
func TestTicksGoOnDuringABackup(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, time.Now())
		h.update(time.Now(), func(tx *storage.Tx) error {
			return tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Admin}}})
		})
		began := make(chan struct{})
		h.Backup = Backup{When: mustSpec("* * * * *"), Make: func(ctx context.Context, _ time.Time) error {
			close(began)
			<-ctx.Done()
			return ctx.Err()
		}}
		ctx, stop := context.WithCancel(t.Context())
		var running sync.WaitGroup
		running.Go(func() { h.Run(ctx, time.Now) })
		<-began
		yesterday := time.Now()
		time.Sleep(25 * time.Hour)
		synctest.Wait()
		stop()
		running.Wait()
		if err := h.Store.View(time.Now(), func(tx *storage.Snapshot) error {
			if tidied := tx.Mark("tidy"); !tidied.After(yesterday.Add(time.Hour)) {
				t.Errorf("last tidied %v, the backup began %v", tidied, yesterday)
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
		for _, row := range h.send(time.Now()) {
			t.Errorf("said: %s", row.Key)
		}
	})
}

// The drill is done once for all its instants that have come, and what it says is told
// once; one that was cut off by a stop is done again.
func TestDrill(t *testing.T) {
	h := newHouse(t, at(t, "2026-11-01 08:00"))
	h.Ladder.Before, h.Ladder.After, h.Ladder.Escalate = nil, nil, nil
	var done []string
	var cut error
	h.Drill = Drill{When: mustSpec("30 7 * * 1"), Do: func(_ context.Context, now time.Time) (string, error) {
		done = append(done, now.In(vietnam).Format("02/01 15:04"))
		return "đã diễn tập", cut
	}}
	h.update(at(t, "2026-11-01 08:00"), func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: 9, Posts: []report.Post{{Role: report.Admin}}})
	})
	told := func(moment string) string { return fmt.Sprintf("drill/%d/9", at(t, moment).Unix()) }
	h.want(h.look("2026-11-01 09:00"), "")
	h.want(h.look("2026-11-02 07:30"), told("2026-11-02 07:30"))
	h.want(h.look("2026-11-02 07:31"), "")
	h.want(h.look("2026-11-17 12:00"), told("2026-11-16 07:30")) // once for all that were missed
	h.want(h.look("2026-11-16 07:30"), "")                       // a clock set back does no harm
	cut = context.Canceled
	h.want(h.look("2026-11-23 07:30"), "")
	cut = nil
	h.want(h.look("2026-11-23 09:00"), told("2026-11-23 07:30"))
	if want := "[02/11 07:30 17/11 12:00 23/11 07:30 23/11 09:00]"; fmt.Sprint(done) != want {
		t.Errorf("drilled at %v, want %s", done, want)
	}
}
