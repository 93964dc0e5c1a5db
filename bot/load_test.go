package main

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	bolt "go.etcd.io/bbolt"

	"guongsang/internal/app"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// A served bot is one that runs in this process, over the emulator's own
// transport.
type served struct {
	file string // its store
	stop func()
}

type bringUp func(tb testing.TB, srv *emulator.Server, writers []*writer) served

// BenchmarkAnswers lets people fill in the form in a closed loop: each types an
// answer, waits for what the bot says, and types the next. The same people do
// so with the real program and with a bare bot, in turns: the library's own
// Start, one bbolt Update an answer, then SendMessage, and no guarantees. x-bare
// is how many times as many answers the program takes in a second (the median
// of the rounds), at equal transport, form and disk.
func BenchmarkAnswers(b *testing.B) {
	tuneCollector(os.LookupEnv) // for both alike, as main does
	for _, people := range []int{100, 1} {
		b.Run(fmt.Sprintf("people=%d", people), func(b *testing.B) {
			answers := max(36, 360/people)
			var bare, real []figures
			for b.Loop() {
				bare = append(bare, circle(b, serveBare, people, answers))
				real = append(real, circle(b, serveProgram, people, answers))
			}
			var ratios []float64
			for i := range bare {
				ratios = append(ratios, real[i].rate/bare[i].rate)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(ratios), "x-bare")
			reportFigures(b, "", real)
			reportFigures(b, "bare-", bare)
		})
	}
}

func reportFigures(b *testing.B, prefix string, rounds []figures) {
	for name, figure := range map[string]func(figures) float64{
		"answers/s":      func(f figures) float64 { return f.rate },
		"p50-ms":         func(f figures) float64 { return f.p50 },
		"p99-ms":         func(f figures) float64 { return f.p99 },
		"commits/answer": func(f figures) float64 { return f.commits },
	} {
		var all []float64
		for _, f := range rounds {
			all = append(all, figure(f))
		}
		b.ReportMetric(median(all), prefix+name)
	}
}

func median(all []float64) float64 {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

// figures are those of one round.
type figures struct{ rate, p50, p99, commits float64 }

// circle is one round: some people, each with so many answers.
func circle(tb testing.TB, run bringUp, people, answers int) figures {
	tb.Helper()
	srv := emulator.New(emulator.Options{Token: proofToken, CallLog: 1})
	defer srv.Close()
	ctx, cancel := context.WithTimeout(tb.Context(), time.Minute)
	defer cancel()
	writers := newWriters(srv, people, false)
	bot := run(tb, srv, writers)
	defer bot.stop()
	together(tb, writers, func(_ int, w *writer) error { return w.greet(ctx) })

	waits := make([][]time.Duration, people)
	commits, begin := lastCommit(tb, bot.file), time.Now()
	together(tb, writers, func(i int, w *writer) (err error) {
		waits[i], err = w.fillIn(ctx, answers)
		return err
	})
	took := time.Since(begin)
	all := slices.Concat(waits...)
	slices.Sort(all)
	ms := func(share int) float64 { return float64(all[len(all)*share/100].Microseconds()) / 1000 }
	n := float64(len(all))
	return figures{n / took.Seconds(), ms(50), ms(99), float64(lastCommit(tb, bot.file)-commits) / n}
}

func together(tb testing.TB, writers []*writer, fn func(int, *writer) error) {
	tb.Helper()
	var all sync.WaitGroup
	for i, w := range writers {
		all.Go(func() {
			if err := fn(i, w); err != nil {
				tb.Error(err)
			}
		})
	}
	all.Wait()
	if tb.Failed() {
		tb.FailNow()
	}
}

// fillIn types so many answers and says how long each reply took.
func (w *writer) fillIn(ctx context.Context, answers int) (waits []time.Duration, err error) {
	for {
		c := w.invent()
		for _, in := range form(c) {
			if len(waits) == answers {
				return waits, nil
			}
			begin := time.Now()
			w.Say(in.answer)
			if _, err := w.WaitFor(ctx, in.then); err != nil {
				return waits, err
			}
			waits = append(waits, time.Since(begin))
		}
		w.meant = append(w.meant, c)
	}
}

// serveProgram runs the real program.
func serveProgram(tb testing.TB, srv *emulator.Server, writers []*writer) served {
	tb.Helper()
	p, file := newProgram(tb, srv, writers)
	return served{file, runProgram(tb, p)}
}

// newProgram puts the program together; file is its store.
func newProgram(tb testing.TB, srv *emulator.Server, writers []*writer) (p *app.Program, file string) {
	tb.Helper()
	cfg := app.Defaults()
	cfg.Storage.Path, cfg.Limits, cfg.Duties.Quarter.Enabled = tb.TempDir(), app.Limits{}, false
	enrol(tb, cfg.Storage.Path, writers)
	p, err := app.NewProgram(cfg, app.Outside{Token: app.NewSecret(proofToken), HTTP: srv.Client()})
	if err != nil {
		tb.Fatal(err)
	}
	return p, filepath.Join(cfg.Storage.Path, storage.FileName)
}

func runProgram(tb testing.TB, p *app.Program) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() {
		if err := p.Run(ctx); err != nil {
			tb.Error(err)
		}
	})
	return func() {
		cancel()
		running.Wait()
		if err := p.Close(); err != nil {
			tb.Error(err)
		}
	}
}

// A bare bot asks the same questions as the program. It keeps one record for
// each person.
type bareBot struct {
	tb testing.TB
	db *bolt.DB
}

type bareRecord struct {
	Step    int
	Answers [9]string
}

// bareQuestion is what the bare bot says at a step, and the buttons under it.
type bareQuestion struct {
	text    string
	buttons []string
}

var bareQuestions = [...]bareQuestion{
	{texts.AskCategory(), []string{"1. Điển hình tiên tiến", "2. Người tốt việc tốt", "3. Mô hình mới", texts.ToBack, texts.WordCancel}},
	{texts.AskObject(report.GoodDeed), []string{"1. Cá nhân", "2. Tập thể", "3. Hộ gia đình", texts.ToBack, texts.WordCancel}},
	{texts.AskName(report.Content{Object: report.Person}), []string{texts.ToBack, texts.WordCancel}},
	{texts.AskPlace(), []string{texts.ToBack, texts.WordCancel}},
	{texts.AskTitle(), []string{texts.ToBack, texts.WordCancel}},
	{texts.AskSummary(), []string{texts.ToBack, texts.WordCancel}},
	{texts.AskConsent(), []string{"1. Tên và ảnh", "2. Chỉ tên", "3. Chưa", texts.ToBack, texts.WordCancel}},
	{"Vui lòng kiểm tra trước khi gửi\n" + texts.AskSummary(), []string{texts.ToSend, texts.ToEdit, texts.ToMore, texts.ToSave, texts.WordCancel}},
	{"Đã tiếp nhận.\n" + texts.AskSummary(), []string{texts.ToSee, texts.LabelIntroduce}},
}

// serveBare runs the library as its README shows it.
func serveBare(tb testing.TB, srv *emulator.Server, _ []*writer) served {
	tb.Helper()
	file := filepath.Join(tb.TempDir(), "bare.db")
	db, err := bolt.Open(file, 0o600, &bolt.Options{Timeout: time.Second, FreelistType: bolt.FreelistMapType})
	if err != nil {
		tb.Fatal(err)
	}
	bare := &bareBot{tb, db}
	b, err := bot.New(proofToken, bot.WithSkipGetMe(), bot.WithServerURL("http://bare"), bot.WithHTTPClient(time.Minute, srv.Client()),
		bot.WithDefaultHandler(bare.handle))
	if err != nil {
		tb.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { b.Start(ctx) })
	return served{file, func() {
		cancel()
		running.Wait()
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	}}
}

func (bare *bareBot) handle(ctx context.Context, b *bot.Bot, update *models.Update) {
	question := bareQuestion{text: "Kính chào anh/chị!"}
	if update.Message.Text != "/start" {
		step, err := bare.keep(update.Message.Chat.ID, update.Message.Text)
		if err != nil {
			bare.tb.Error(err)
		}
		question = bareQuestions[step]
	}
	var keys [][]models.InlineKeyboardButton
	for i, label := range question.buttons {
		keys = append(keys, []models.InlineKeyboardButton{{Text: label, CallbackData: fmt.Sprintf("pick:%d", i)}})
	}
	params := bot.SendMessageParams{ChatID: update.Message.Chat.ID, Text: question.text}
	if keys != nil {
		params.ReplyMarkup = models.InlineKeyboardMarkup{InlineKeyboard: keys}
	}
	if _, err := b.SendMessage(ctx, &params); err != nil {
		bare.tb.Error(err)
	}
}

// keep writes an answer down and says at which step it was given.
func (bare *bareBot) keep(who int64, answer string) (step int, err error) {
	err = bare.db.Update(func(tx *bolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists([]byte("records"))
		if err != nil {
			return err
		}
		var r bareRecord
		k := fmt.Append(nil, who)
		if v := bucket.Get(k); v != nil {
			if err := json.Unmarshal(v, &r); err != nil {
				return err
			}
		}
		step = r.Step
		r.Answers[step], r.Step = answer, (step+1)%len(r.Answers)
		v, err := json.Marshal(r)
		if err != nil {
			return err
		}
		return bucket.Put(k, v)
	})
	return step, err
}

// lastCommit is the number of the last commit of a bbolt file, which stands in
// the newer of its two meta pages.
func lastCommit(tb testing.TB, file string) (last uint64) {
	tb.Helper()
	f, err := os.Open(file)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	const header, place = 16, 48
	for page := range 2 {
		b := make([]byte, 8)
		if _, err := f.ReadAt(b, int64(page*os.Getpagesize()+header+place)); err != nil {
			tb.Fatal(err)
		}
		last = max(last, binary.NativeEndian.Uint64(b))
	}
	return last
}

// Somebody who is alone costs three commits an answer at most: the update that
// came, what follows from it, and that the reply was sent. The clock's own
// commits may fall among them, but not each time.
func TestLoneAnswerCostsThreeCommits(t *testing.T) {
	srv := emulator.New(emulator.Options{Token: proofToken})
	defer srv.Close()
	writers := newWriters(srv, 1, false)
	p, file := newProgram(t, srv, writers)
	stop := runProgram(t, p)
	defer stop()
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	if err := writers[0].greet(ctx); err != nil {
		t.Fatal(err)
	}
	var cost [9]uint64
	for round := range 3 {
		c := writers[0].invent()
		for i, in := range form(c) {
			before := lastCommit(t, file)
			writers[0].Say(in.answer)
			if _, err := writers[0].WaitFor(ctx, in.then); err != nil {
				t.Fatal(err)
			}
			if err := p.Idle(ctx); err != nil {
				t.Fatal(err)
			}
			if n := lastCommit(t, file) - before; round == 0 || n < cost[i] {
				cost[i] = n
			}
		}
		writers[0].meant = append(writers[0].meant, c)
	}
	if slices.Max(cost[:]) > 3 {
		t.Errorf("the answers cost %d commits", cost)
	}
}
