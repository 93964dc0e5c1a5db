package app

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/telegram"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// A bubble holds the whole program in virtual time: the real store in a folder
// of its own, the real library, the real cron, and Telegram as the emulator,
// called without a socket. A year passes in seconds, and whatever is started
// must also be stopped: synctest fails a test that leaves a goroutine behind.
//
// A test stands in the bubble and plays everybody: people write to the
// emulator, the test lets time pass and looks at what they got. Helpers end the
// test themselves when something is wrong; fail says why, from where.
type bubble struct {
	cfg     Config
	zone    *time.Location
	srv     *emulator.Server
	http    telegram.Doer // to the emulator
	log     *logbook
	shift   atomic.Int64 // how wrong the machine's clock is, in nanoseconds
	program *Program     // nil while it is stopped
	cancel  context.CancelFunc
	ended   chan error
	free    atomic.Uint64 // bytes left on the disk; 0: enough
	people  int64         // how many were enrolled
	starts  []time.Time   // of the program
	forgive bool          // errors in the log and dead letters are part of the test
}

// november is the month in which most tests play.
var november = report.Period{Duty: report.Month, Year: 2026, Number: 11}

const bubbleToken = "4242:emulated-token-for-the-tests-0123456789"

// bubbleConfig is the configuration of a commune with the default settings.
func bubbleConfig() Config {
	cfg := Defaults()
	cfg.Organization = Organization{
		Name: "UBND xã Phong Thổ", Parent: "UBND tỉnh Lai Châu", StandingAgency: "Phòng Văn hóa - Xã hội",
		Council: "Hội đồng Thi đua - Khen thưởng xã Phong Thổ", Place: "Phong Thổ", Contact: "chị Hạnh, 0900 000 001",
	}
	return cfg
}

// inBubble runs a test from the given moment on. Nothing runs yet: b.start.
func inBubble(t *testing.T, cfg Config, from string, test func(*bubble)) {
	t.Helper()
	if err := runBubble(t, cfg, emulator.Options{}, from, test); err != nil {
		t.Fatal(err)
	}
}

// runBubble is inBubble for a test that has to hear of the failure itself, such
// as a property, which looks for a smaller one.
func runBubble(t *testing.T, cfg Config, o emulator.Options, from string, test func(*bubble)) (err error) {
	t.Helper()
	dir := quickDir(t)
	defer func() { _ = os.RemoveAll(dir) }()
	cfg.Storage.Path, cfg.Backup.Path = filepath.Join(dir, "data"), filepath.Join(dir, "backups")
	o.Token, o.Username = bubbleToken, "guongsang_bot"
	synctest.Test(t, func(*testing.T) {
		b := &bubble{cfg: cfg, zone: cfg.Timezone.Location, log: &logbook{}}
		time.Sleep(time.Until(b.at(from)))
		b.srv = emulator.New(o)
		b.http = b.srv.Client()
		defer b.srv.Close()
		defer b.release(&err)
		test(b)
		b.stop()
		b.inspect()
	})
	return err
}

// quickDir makes a folder, in memory where that is to be had: a virtual year
// makes fifty thousand commits, and on a disk each waits for a real sync.
func quickDir(t *testing.T) string {
	t.Helper()
	root := os.TempDir()
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		root = "/dev/shm"
	}
	dir, err := os.MkdirTemp(root, "bubble")
	if err != nil {
		dir, err = os.MkdirTemp("", "bubble")
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// A failure is how a helper ends the test.
type failure string

func (f failure) Error() string { return string(f) }

// fail ends the test.
func (b *bubble) fail(format string, args ...any) {
	where := ""
	for skip := 1; skip < 8; skip++ {
		_, file, line, ok := runtime.Caller(skip)
		if ok && strings.HasSuffix(file, "_test.go") && !strings.HasSuffix(file, "bubble_test.go") {
			where = fmt.Sprintf("%s:%d: ", filepath.Base(file), line)
			break
		}
	}
	panic(failure(fmt.Sprintf("%s%s: ", where, b.now().Format("2006-01-02 15:04:05")) + fmt.Sprintf(format, args...)))
}

func (b *bubble) must(err error) {
	if err != nil {
		b.fail("%v", err)
	}
}

// release turns a failure into the error of the test, and stops what runs: no
// goroutine may stay in the bubble.
func (b *bubble) release(err *error) {
	v := recover()
	if v == nil {
		return
	}
	f, ok := v.(failure)
	if b.program != nil {
		b.cancel()
		<-b.ended
		_ = b.program.Close()
	}
	b.srv.Close()
	if !ok {
		panic(v)
	}
	*err = f
}

// inspect holds what every test asks of the program besides its own concern.
func (b *bubble) inspect() {
	for _, v := range b.srv.Violations() {
		b.fail("a request that no bot makes: %s", v)
	}
	for _, c := range b.srv.Calls() {
		if c.Early && !b.askedOfAnother(c) {
			b.fail("%s to %d at %s, before the wait that was asked for was over", c.Method, c.Chat, c.At)
		}
	}
	if lines := b.log.errors(); len(lines) > 0 && !b.forgive {
		b.fail("the log has errors:\n%s", strings.Join(lines, "\n"))
	}
	if text := b.log.text(); strings.Contains(text, bubbleToken[5:]) {
		b.fail("the log has the token")
	}
}

// askedOfAnother reports whether the wait that a call should have kept was asked of a program
// that ended at once since: it may have died before that was on its disk.
func (b *bubble) askedOfAnother(early emulator.Call) bool {
	asked := time.Time{}
	for _, c := range b.srv.Calls() {
		if c.Chat == early.Chat && c.At.Before(early.At) && strings.Contains(c.Result, "Too Many Requests") {
			asked = c.At
		}
	}
	return b.forgive && slices.ContainsFunc(b.starts, func(start time.Time) bool { return start.After(asked) && !start.After(early.At) })
}

// now is what the clock of the machine shows.
func (b *bubble) now() time.Time { return time.Now().Add(time.Duration(b.shift.Load())).In(b.zone) }

// freeSpace is what a disk has left: enough, unless the test says otherwise.
func (b *bubble) freeSpace(string) (uint64, error) {
	if free := b.free.Load(); free != 0 {
		return free, nil
	}
	return 100 << 30, nil
}

// setClock makes the clock of the machine wrong, or right again.
func (b *bubble) setClock(by time.Duration) { b.shift.Add(int64(by)) }

// at reads a moment such as 2026-11-20 08:00, or the start of a day.
func (b *bubble) at(moment string) time.Time {
	layout := "2006-01-02 15:04"
	t, err := time.ParseInLocation(layout[:len(moment)], moment, b.zone)
	if err != nil {
		b.fail("%v", err)
	}
	return t
}

// until lets time pass up to a moment.
func (b *bubble) until(moment string) { b.pass(b.at(moment).Sub(b.now())) }

// pass lets time pass, until everybody has come to rest.
func (b *bubble) pass(d time.Duration) {
	if d < 0 {
		b.fail("%s are over already", -d)
	}
	time.Sleep(d)
	synctest.Wait()
}

// settle gives everybody the time to answer and to be answered.
func (b *bubble) settle() { b.pass(6 * time.Second) }

// start starts the program, anew or again.
func (b *bubble) start() {
	if b.program != nil {
		b.fail("it runs")
	}
	b.starts = append(b.starts, time.Now())
	p, err := NewProgram(b.cfg, Outside{
		Token: NewSecret(bubbleToken), HTTP: b.http, Now: b.now, Log: slog.New(b.log), Free: b.freeSpace,
	})
	b.must(err)
	ctx, cancel := context.WithCancel(context.Background())
	b.program, b.cancel, b.ended = p, cancel, make(chan error, 1)
	go func() { b.ended <- p.Run(ctx) }()
	synctest.Wait()
}

// stop stops the program as a signal would.
func (b *bubble) stop() {
	if b.program == nil {
		return
	}
	began := time.Now()
	b.cancel()
	err := <-b.ended
	took := time.Since(began)
	b.must(cmp.Or(err, b.program.Close()))
	b.program = nil
	if took > 5*time.Second {
		b.fail("stopping took %s", took)
	}
}

// crash ends the program as kill -9 would: of the store remains what was
// committed by then, and nothing more is said or heard.
func (b *bubble) crash() {
	if b.program == nil {
		return
	}
	synctest.Wait() // no commit is under way
	file := filepath.Join(b.cfg.Storage.Path, disk.FileName)
	left, err := os.ReadFile(file)
	b.must(err)
	b.srv.NetworkDown(true)
	b.cancel()
	<-b.ended
	_ = b.program.Close()
	b.program = nil
	b.must(os.WriteFile(file, left, 0o600))
	b.srv.NetworkDown(false)
}

// change is a transaction of the test's own.
func (b *bubble) change(fn func(*storage.Tx) error) {
	b.must(b.program.store.Update(b.now(), fn))
}

// look reads the store.
func (b *bubble) look(fn func(*storage.Snapshot) error) {
	b.must(b.program.store.View(b.now(), fn))
}

// addUnits writes units into the store.
func (b *bubble) addUnits(units ...report.Unit) {
	b.change(func(tx *storage.Tx) error { return tx.PutUnits(units) })
}

// code issues an invite, as the command line does.
func (b *bubble) code(post report.Post) (code string) {
	code, i := invite.Issue(post, 0, b.now())
	b.change(func(tx *storage.Tx) error { return tx.PutInvite(i) })
	return code
}

// newcomer is an account that is no member yet.
func (b *bubble) newcomer(name string) *emulator.Person {
	b.people++
	return b.srv.Person(1000+b.people, name)
}

// enrol lets somebody in by invites.
func (b *bubble) enrol(name string, posts ...report.Post) *emulator.Person {
	p := b.newcomer(name)
	for _, post := range posts {
		p.Start(strings.ReplaceAll(b.code(post), "-", ""))
		b.settle()
	}
	b.look(func(tx *storage.Snapshot) error {
		m, err := tx.Member(p.ID())
		if err == nil && len(m.Posts) != len(posts) {
			err = fmt.Errorf("%s has %v after %v", name, m.Posts, posts)
		}
		return err
	})
	return p
}

func focal(unit string) report.Post { return report.Post{Role: report.Focal, Unit: unit} }
func deputy(unit string) report.Post {
	return report.Post{Role: report.Focal, Unit: unit, Deputy: true}
}
func head(unit string) report.Post { return report.Post{Role: report.Head, Unit: unit} }

// press presses the newest button with that label and lets things settle.
func (b *bubble) press(p *emulator.Person, label string) {
	b.must(p.PressLabel(label))
	b.settle()
}

// say says something and lets things settle.
func (b *bubble) say(p *emulator.Person, text string) {
	p.Say(text)
	b.settle()
}

// template is an introduction as people paste it.
func template(name, title string) string {
	return strings.Join([]string{
		"Họ tên: " + name, "Loại: người tốt việc tốt", "Đối tượng: cá nhân", "Nơi ở: bản Thèn Sin, xã Phong Thổ",
		"Tiêu đề: " + title, "Việc làm: " + title + ", giúp 32 hộ trong bản đi lại thuận tiện",
		"Đồng ý: " + texts.Consent(report.NameAndPhoto),
	}, "\n")
}

// introduce pastes an introduction and sends it; it gives the number.
func (b *bubble) introduce(p *emulator.Person, unit, name, title string) string {
	before := b.examples(unit)
	b.say(p, template(name, title))
	b.press(p, texts.ToSend)
	after := b.examples(unit)
	if len(after) != len(before)+1 {
		b.fail("%s introduced %s, and %s has %d examples instead of %d; last said:\n%s", p.Name(), name, unit, len(after), len(before)+1, p.Last().Text)
	}
	return after[0].Number
}

// examples are those of a unit, newest first.
func (b *bubble) examples(unit string) (list []report.Example) {
	b.look(func(tx *storage.Snapshot) (err error) {
		list, err = tx.ExamplesOf(unit, 0)
		return err
	})
	return list
}

func (b *bubble) standing(unit string, p report.Period) (st report.Standing) {
	b.look(func(tx *storage.Snapshot) (err error) {
		st, err = tx.Standing(unit, p)
		return err
	})
	return st
}

// got are the messages that began with the given words, in a chat, as they
// were when they were sent.
func (b *bubble) got(chat int64, begin string) (messages []emulator.Message) {
	for _, m := range b.srv.Sent() {
		if m.Chat == chat && strings.HasPrefix(m.Text, begin) {
			messages = append(messages, m)
		}
	}
	return messages
}

// expect holds how many such messages came to somebody.
func (b *bubble) expect(p *emulator.Person, begin string, want int) {
	if got := b.got(p.ID(), begin); len(got) != want {
		b.fail("%s got %d times %q, want %d%s", p.Name(), len(got), begin, want, times(got))
	}
}

func times(messages []emulator.Message) (list string) {
	for _, m := range messages {
		list += "\n  " + m.At.Format("2006-01-02 15:04:05") + " " + strings.ReplaceAll(m.Text, "\n", " | ")
	}
	return list
}

// A logbook keeps what the program logs.
type logbook struct {
	mu    sync.Mutex
	all   bytes.Buffer
	wrong []string
	tell  func(format string, args ...any) // told of each line too; may be nil
}

// Enabled takes everything but details.
func (l *logbook) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelInfo }

// Handle keeps one line.
func (l *logbook) Handle(ctx context.Context, r slog.Record) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	from := l.all.Len()
	err := slog.NewTextHandler(&l.all, nil).Handle(ctx, r)
	if l.tell != nil {
		l.tell("log %s", bytes.TrimSpace(l.all.Bytes()[from:]))
	}
	if r.Level >= slog.LevelError {
		l.wrong = append(l.wrong, string(l.all.Bytes()[from:]))
	}
	return err
}

// WithAttrs and WithGroup are not needed by the program.
func (l *logbook) WithAttrs([]slog.Attr) slog.Handler { return l }

// WithGroup is the like for groups.
func (l *logbook) WithGroup(string) slog.Handler { return l }

func (l *logbook) errors() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.wrong
}

func (l *logbook) text() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.String()
}

// bubbleNote is something that the bot could say.
var bubbleNote = chat.Message{Text: "Thông báo thử."}

// setFlag sets a flag of a library for one test; what it gives sets it back.
func setFlag(t *testing.T, name, value string) (back func()) {
	t.Helper()
	f := flag.Lookup(name)
	if f == nil {
		t.Fatalf("no flag %s", name)
	}
	before := f.Value.String()
	if err := f.Value.Set(value); err != nil {
		t.Fatal(err)
	}
	return func() { _ = f.Value.Set(before) }
}
