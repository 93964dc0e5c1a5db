package demo

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/webchat"
)

// openStage opens the demo as the command does, without a page.
func openStage(t *testing.T, kept string) *stage {
	t.Helper()
	s, err := newStage(context.WithoutCancel(t.Context()), PageOptions{Store: kept}, slog.New(slog.NewTextHandler(t.Output(), nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.end(); err != nil {
			t.Errorf("closing the stage: %v", err)
		}
	})
	return s
}

// mustDo gives an order and fails if it is refused.
func (s *stage) mustDo(t *testing.T, do, arg string) {
	t.Helper()
	if err := s.Do(t.Context(), webchat.Order{Do: do, Arg: arg, On: true}); err != nil {
		t.Fatalf("%s %s: %v", do, arg, err)
	}
}

func (s *stage) phone(id int64) *emulator.Person { return s.Telegram().Person(id, "") }

// Every scene holds what its name promises.
func TestScenes(t *testing.T) {
	for _, c := range []struct {
		scene string
		day   string
		who   func(*play) int64
		says  string
	}{
		{"start", "Thứ Hai, 02/11/2026", func(p *play) int64 { return p.account("PT083") }, "Trường Mầm non Dào San"},
		{"message", "Thứ Hai, 02/11/2026", func(p *play) int64 { return p.account(messageUnit) }, "Họ và tên: Vàng A Tủa"},
		{"word", "Thứ Hai, 02/11/2026", func(p *play) int64 { return p.account(wordUnit) }, "Tẩn Phủ Quẩy"},
		{"two-days", "Thứ Tư, 18/11/2026", func(p *play) int64 { return p.account("PT056") }, "Còn 5 ngày làm việc"},
		{"overdue", "Thứ Hai, 30/11/2026", func(*play) int64 { return accountHeads }, "chưa"},
		{"quarter", "", func(p *play) int64 { return p.account("PT058") }, "quý IV"},
		{"returned", "Thứ Sáu, 27/11/2026", func(p *play) int64 { return p.account("PT064") }, "số vụ trộm trước và sau"},
		{"child", "Thứ Sáu, 06/11/2026", func(p *play) int64 { return p.account("PT078") }, texts.AskGuardian(report.Content{}, false)},
	} {
		t.Run(c.scene, func(t *testing.T) {
			s := openStage(t, "")
			s.mustDo(t, "scene", c.scene)
			state, err := s.State()
			if err != nil {
				t.Fatal(err)
			}
			if c.day != "" && state.Clock.Day != c.day {
				t.Errorf("the day is %s, want %s", state.Clock.Day, c.day)
			}
			said := ""
			for _, m := range s.phone(c.who(s.play)).Chat() {
				said += m.Text + "\n"
			}
			if !strings.Contains(said, c.says) {
				t.Errorf("%q is not on the phone:\n%s", c.says, said)
			}
			if violations := s.Telegram().Violations(); len(violations) > 0 {
				t.Errorf("no correct bot does this: %q", violations)
			}
		})
	}
}

// What the time machine jumps over happens as if nobody had jumped: the same
// messages to the same people as when the clock is looked at every ten minutes.
func TestTimeMachineSkipsNothing(t *testing.T) {
	const days = 35
	jumped, walked := openStage(t, ""), openStage(t, "")
	for _, s := range []*stage{jumped, walked} {
		s.play.clock.Set(time.Date(2026, 11, 2, 7, 30, 0, 0, s.play.zone)) // not some microseconds later
	}
	if err := jumped.advance(t.Context(), days*24*time.Hour); err != nil {
		t.Fatal(err)
	}
	p := walked.play
	for end := p.clock.Now().Add(days * 24 * time.Hour); p.clock.Now().Before(end); {
		if err := walked.step(t.Context(), p, p.clock.Now().Truncate(10*time.Minute).Add(10*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	a, b := sentTo(jumped), sentTo(walked)
	if len(a) < 60 {
		t.Errorf("only %d messages in %d days", len(a), days)
	}
	if diff := cmp.Diff(b, a); diff != "" {
		t.Errorf("jumping said %d messages, walking %d (+jumping, -walking):\n%s", len(a), len(b), diff)
	}
}

// sentTo lists what was sent, with the minute.
func sentTo(s *stage) (list []string) {
	for _, m := range s.Telegram().Sent() {
		first, _, _ := strings.Cut(m.Text, "\n")
		list = append(list, fmt.Sprintf("%s %d %s %s", m.At.In(s.play.zone).Format("02/01 15:04"), m.Chat, m.Kind, first))
	}
	slices.Sort(list)
	return list
}

// The buttons of the clock go where they say, from one moment to the next.
func TestClockButtons(t *testing.T) {
	s := openStage(t, "")
	state, err := s.State()
	if err != nil || len(state.Next) == 0 {
		t.Fatalf("next: %v, %v", state.Next, err)
	}
	first := state.Next[0]
	s.mustDo(t, "next", "")
	now := s.play.clock.Now()
	if late := now.Sub(first.At); late < 0 || late > time.Minute {
		t.Errorf("next went to %s, want %s (%s)", now, first.At, first.What)
	}
	before := now
	s.mustDo(t, "day", "")
	if went := s.play.clock.Now().Sub(before); went < 24*time.Hour || went > 24*time.Hour+time.Minute {
		t.Errorf("a day was %s", went)
	}
	s.mustDo(t, "deadline", "")
	deadline := s.play.cfg.Rules().Schedule(november).Deadline
	if day := report.DateOf(s.play.clock.Now().In(s.play.zone)); day != deadline {
		t.Errorf("to the deadline went to %s, want %s", day, deadline)
	}
	before = s.play.clock.Now()
	if err := s.tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	if went := s.play.clock.Now().Sub(before); went < tickInterval || went > 4*tickInterval+time.Minute {
		t.Errorf("an interval of fast time was %s", went)
	}
	s.mustDo(t, "play", "")
	if state, _ := s.State(); !state.Clock.Playing {
		t.Error("not playing after it was asked for")
	}
	if err := s.Do(t.Context(), webchat.Order{Do: "play"}); err != nil {
		t.Fatal(err)
	}
	if state, _ := s.State(); state.Clock.Playing {
		t.Error("still playing after it was stopped")
	}
}

// Without a network messages wait and are seen to wait; with it they arrive.
func TestFaultsOfTheDemo(t *testing.T) {
	for _, fault := range []string{"down", "flood"} {
		t.Run(fault, func(t *testing.T) {
			s := openStage(t, "")
			s.mustDo(t, fault, "")
			sent := len(s.Telegram().Sent())
			s.mustDo(t, "deadline", "")
			s.mustDo(t, "hour", "") // in it the reminders of the last day fall due
			state, err := s.State()
			if err != nil {
				t.Fatal(err)
			}
			if got := len(s.Telegram().Sent()); got != sent || state.Outbox.Waiting == 0 || len(state.Outbox.Rows) == 0 {
				t.Fatalf("%d messages got through; outbox %+v", got-sent, state.Outbox)
			}
			if err := s.Do(t.Context(), webchat.Order{Do: fault}); err != nil {
				t.Fatal(err)
			}
			s.mustDo(t, "hour", "")
			if err := s.play.waitIdle(t.Context()); err != nil {
				t.Fatal(err)
			}
			if state, _ = s.State(); state.Outbox.Waiting != 0 || len(s.Telegram().Sent()) <= sent {
				t.Errorf("after the fault: %d sent, outbox %+v", len(s.Telegram().Sent())-sent, state.Outbox)
			}
		})
	}
}

// The tour goes from its first step to its last and shows what it says.
func TestTour(t *testing.T) {
	s := openStage(t, "")
	s.tour.speed = 1e6
	s.mustDo(t, "tour", "start")
	<-s.tour.task.done
	tour := s.Tour()
	if !tour.On || !tour.Done || tour.Step != len(tourSteps()) {
		t.Fatalf("the tour ended at %+v", tour)
	}
	focal, officer, leader := s.phone(s.play.account("PT058")), s.phone(accountOfficer), s.phone(accountLeader)
	for _, c := range []struct {
		who  *emulator.Person
		fits func(emulator.Message) bool
		what string
	}{
		{focal, says("Nhắc gửi gương"), "a reminder"},
		{officer, says("Cô giáo cắm bản"), "a card"},
		{s.phone(s.play.account("PT064")), says("https://t.me/guongsang_demo/1"), "the thanks with the link"},
		{officer, carries(".docx"), "the Word report"},
		{officer, carries(".xlsx"), "the workbook"},
		{leader, func(m emulator.Message) bool { return m.Kind == emulator.KindPhoto }, "a picture"},
		{s.phone(accountHeads), says("UBND xã Mường So"), "the escalation"},
		{s.phone(s.play.account("PT012")), says("Đã ghi nhận: Liên đoàn Lao động huyện không phát sinh"), "the nil report noted"},
		{s.phone(s.play.account("PT064")), says("số vụ trộm trước và sau"), "the return"},
	} {
		if !slices.ContainsFunc(c.who.Chat(), c.fits) {
			t.Errorf("%s has not got %s", c.who.Name(), c.what)
		}
	}
	if reminded := s.phone(s.play.account("PT083")); slices.ContainsFunc(reminded.Chat(), says("Nhắc gửi gương tháng 11")) {
		t.Error("the school that reported was reminded")
	}
	if posts := s.channel(t); len(posts) != 2 || !strings.HasPrefix(posts[0].Text, "14/16 bản lắp 37 mắt camera") {
		t.Errorf("in the channel are %d messages", len(posts))
	}
	s.mustDo(t, "tour", "stop")
	if s.Tour().On {
		t.Error("the tour is on after it was stopped")
	}
}

func says(text string) func(emulator.Message) bool {
	return func(m emulator.Message) bool { return m.FromBot && strings.Contains(m.Text, text) }
}

func carries(ending string) func(emulator.Message) bool {
	return func(m emulator.Message) bool { return m.File != nil && strings.HasSuffix(m.File.Name, ending) }
}

// A demo that is kept goes on where it was: phones, store and time.
func TestKeptDemo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "training")
	s, err := newStage(context.WithoutCancel(t.Context()), PageOptions{Store: dir}, slog.Default())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, keptFile)); err != nil {
		t.Errorf("a machine that fails now leaves a folder that cannot be gone on with: %v", err)
	}
	s.mustDo(t, "day", "")
	focal := s.phone(s.play.account("PT058"))
	focal.Say("Điều em đang gõ dở")
	if err := s.play.waitIdle(t.Context()); err != nil {
		t.Fatal(err)
	}
	said, now, sent := focal.Chat(), s.play.clock.Now(), s.play.sent()
	if err := s.end(); err != nil {
		t.Fatal(err)
	}

	again := openStage(t, dir)
	if went := again.play.clock.Now().Sub(now); went < 0 || went > time.Minute {
		t.Errorf("the clock went on by %s", went)
	}
	if state, err := again.State(); err != nil || sent == 0 || state.Outbox.Sent != sent {
		t.Errorf("%d messages had been sent, now %d (%v)", sent, state.Outbox.Sent, err)
	}
	focal = again.phone(again.play.account("PT058"))
	if got := focal.Chat(); len(got) != len(said) || got[len(got)-1].Text != said[len(said)-1].Text {
		t.Errorf("the phone has %d messages, had %d", len(got), len(said))
	}
	before := focal.Last().ID
	focal.Say(texts.WordNow)
	if err := again.play.waitIdle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if focal.Last().ID == before {
		t.Error("no answer after the restart")
	}
	again.mustDo(t, "restart", "")
	aside, _ := filepath.Glob(filepath.Join(dir, asidePrefix+"*", keptFile))
	if len(aside) != 1 {
		t.Errorf("put aside: %v", aside)
	}
	if state, err := again.State(); err != nil || state.Clock.Day != "Thứ Hai, 02/11/2026" {
		t.Errorf("after starting over: %s, %v", state.Clock.Day, err)
	}
}

// A folder with something else in it is left alone.
func TestKeptDemoRefusesAForeignFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := newStage(t.Context(), PageOptions{Store: dir}, slog.Default()); err == nil || err.Error() != demotexts.NotKept(dir) {
		t.Errorf("answered %v", err)
	}
}

// Where the kept phones cannot be read, that is said with the cause, and all
// stays as it is.
func TestKeptDemoBroken(t *testing.T) {
	for _, body := range []string{"{", `{"Phone":{"Version":99}}`} {
		dir := t.TempDir()
		path := filepath.Join(dir, keptFile)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := newStage(t.Context(), PageOptions{Store: dir}, slog.Default())
		if err == nil || !strings.HasPrefix(err.Error(), demotexts.KeptBroken(path)+"\n") {
			t.Errorf("answered %v", err)
		}
		if left, err := os.ReadFile(path); err != nil || string(left) != body {
			t.Errorf("left is %q (%v)", left, err)
		}
	}
}

// A new phone comes in by its invite, or stays outside without one.
func TestAddPhone(t *testing.T) {
	s := openStage(t, "")
	for _, c := range []struct {
		phone webchat.Phone
		want  string // the refusal, or the title after coming in
	}{
		{webchat.Phone{Name: " Vàng  Thị Chở ", Role: "focal", Unit: "PT013"}, "Đầu mối · Hội Chữ thập đỏ huyện"},
		{webchat.Phone{Name: "Lò Văn Út", Role: "blockhead", Block: "Khối 8 - Xã (cụm 2)"}, "Trưởng khối thi đua · Khối 8 - Xã (cụm 2)"},
		{webchat.Phone{Name: "Người lạ"}, demotexts.Outsider()},
		{webchat.Phone{Role: "focal", Unit: "PT013"}, demotexts.WhoseName()},
		{webchat.Phone{Name: "A", Role: "focal", Unit: "PT999"}, demotexts.WhichUnit()},
		{webchat.Phone{Name: "A", Role: "blockhead"}, demotexts.WhichBlock()},
		{webchat.Phone{Name: "A", Role: "king"}, demotexts.WhichRole()},
		{webchat.Phone{Name: "A", Code: "hello"}, demotexts.WhatCode()},
	} {
		id, payload, err := s.AddPhone(c.phone)
		if err != nil {
			if err.Error() != c.want {
				t.Errorf("%+v: %v, want %s", c.phone, err, c.want)
			}
			continue
		}
		s.phone(id).Start(payload)
		if err := s.play.waitIdle(t.Context()); err != nil {
			t.Fatal(err)
		}
		state, err := s.State()
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(state.People, func(p webchat.Person) bool { return p.ID == id })
		if i < 0 || state.People[i].Title != c.want {
			t.Errorf("%+v came in as %+v", c.phone, personAt(state.People, i))
		}
	}
}

func personAt(list []webchat.Person, i int) webchat.Person {
	if i < 0 {
		return webchat.Person{}
	}
	return list[i]
}

// The page goes on with what was played in the terminal.
func TestPlayIsKeptForThePage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "story")
	options := PlayOptions{Days: 5, Quiet: true, Store: dir}
	if err := Play(t.Context(), options, io.Discard); err != nil {
		t.Fatal(err)
	}
	s := openStage(t, dir)
	if said := s.phone(s.play.account("PT083")).Chat(); !slices.ContainsFunc(said, says("Mã số: G-2026-0001")) {
		t.Errorf("the teacher's introduction is not on the phone: %d messages", len(said))
	}
}
