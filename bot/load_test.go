package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"guongsang/bot/testdata/floor"
	frozen "guongsang/bot/testdata/floor/emulator"
	"guongsang/internal/app"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/telegram"
	"guongsang/storage/disk"
)

// BenchmarkAnswers lets people fill in the form in a closed loop: each types an
// answer, waits for what the bot says, and types the next. The same people do
// so with the real program and with the floor (package floor), in turns. Each
// figure is the median of the rounds, and of each pair of rounds:
//
//	x-rate  how many times as many answers the program takes in a second
//	x-p50   how many times as long an answer takes it; so x-p99
//	x-cpu   how many times as much of the processor an answer costs, with what
//	        the people and the emulated Telegram cost, which is the same for both
func BenchmarkAnswers(b *testing.B) {
	tuneCollector(os.LookupEnv) // for both alike, as main does
	for _, people := range []int{1, 20, 100} {
		b.Run(fmt.Sprintf("people=%d", people), func(b *testing.B) {
			answers := max(36, 360/people)
			var bare, real []figures
			for b.Loop() {
				bare = append(bare, circle(b, serveFloor, floorForm, people, answers))
				real = append(real, circle(b, serveProgram, programForm, people, answers))
			}
			b.ReportMetric(0, "ns/op")
			for _, f := range figuresOfRound {
				var ratios []float64
				for i := range bare {
					ratios = append(ratios, f.of(real[i])/f.of(bare[i]))
				}
				if f.ratio != "" {
					b.ReportMetric(median(ratios), f.ratio)
				}
				b.ReportMetric(medianOf(real, f.of), f.name)
				b.ReportMetric(medianOf(bare, f.of), "bare-"+f.name)
			}
		})
	}
}

// figures are those of one round.
type figures struct{ rate, p50, p99, cpu, commits float64 }

var figuresOfRound = []struct {
	name, ratio string
	of          func(figures) float64
}{
	{"answers/s", "x-rate", func(f figures) float64 { return f.rate }},
	{"p50-ms", "x-p50", func(f figures) float64 { return f.p50 }},
	{"p99-ms", "x-p99", func(f figures) float64 { return f.p99 }},
	{"cpu-µs/answer", "x-cpu", func(f figures) float64 { return f.cpu }},
	{"commits/answer", "", func(f figures) float64 { return f.commits }},
}

func medianOf(rounds []figures, of func(figures) float64) float64 {
	var all []float64
	for _, f := range rounds {
		all = append(all, of(f))
	}
	return median(all)
}

func median(all []float64) float64 {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

// A served bot is one that runs in this process, over the emulator's own
// transport.
type served struct {
	file string // its store
	stop func()
}

type bringUp func(tb testing.TB, srv *frozen.Server, people []*typist) served

// circle is one round: some people, each with so many answers.
func circle(tb testing.TB, run bringUp, form formOf, people, answers int) figures {
	tb.Helper()
	srv := frozen.New(frozen.Options{Token: proofToken, CallLog: 1})
	defer srv.Close()
	ctx, cancel := context.WithTimeout(tb.Context(), time.Minute)
	defer cancel()
	typists := newTypists(srv, people, form)
	bot := run(tb, srv, typists)
	defer bot.stop()
	together(tb, typists, func(_ int, p *typist) error { return p.greet(ctx) })

	waits := make([][]time.Duration, people)
	commits, used, begin := lastCommit(tb, bot.file), processorTime(tb), time.Now()
	together(tb, typists, func(i int, p *typist) (err error) {
		waits[i], err = p.fillIn(ctx, answers)
		return err
	})
	took, used := time.Since(begin), processorTime(tb)-used
	all := slices.Concat(waits...)
	slices.Sort(all)
	ms := func(share int) float64 { return float64(all[len(all)*share/100].Microseconds()) / 1000 }
	n := float64(len(all))
	return figures{
		rate: n / took.Seconds(), p50: ms(50), p99: ms(99),
		cpu: float64(used.Microseconds()) / n, commits: float64(lastCommit(tb, bot.file)-commits) / n,
	}
}

// processorTime is what this process has used of the processors.
func processorTime(tb testing.TB) time.Duration {
	tb.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func together[P any](tb testing.TB, people []P, fn func(int, P) error) {
	tb.Helper()
	var all sync.WaitGroup
	for i, p := range people {
		all.Go(func() {
			if err := fn(i, p); err != nil {
				tb.Error(err)
			}
		})
	}
	all.Wait()
	if tb.Failed() {
		tb.FailNow()
	}
}

// A typist fills in the form, and reads no more of a reply than what shows that
// the answer was understood.
type typist struct {
	*frozen.Person
	unit   string
	form   formOf
	filled int
}

// An exchange is an answer and what the reply to it must hold.
type exchange struct {
	answer string
	then   func(frozen.Message) bool
}

// formOf is the form as one bot asks it.
type formOf func(report.Content) []exchange

func newTypists(srv *frozen.Server, n int, form formOf) []*typist {
	all := make([]*typist, n)
	for i := range all {
		all[i] = &typist{Person: srv.Person(int64(1001+i), fmt.Sprintf("Người %d", i+1)), unit: fmt.Sprintf("PT%03d", i+1), form: form}
	}
	return all
}

// programForm is the form as the program asks it.
func programForm(c report.Content) (all []exchange) {
	for _, in := range form(c) {
		all = append(all, exchange{in.answer, func(m frozen.Message) bool {
			return in.then(emulator.Message{Text: m.Text, Keyboard: keyboardOf(m)})
		}})
	}
	return all
}

func keyboardOf(m frozen.Message) (lines [][]emulator.Button) {
	for _, line := range m.Keyboard {
		var buttons []emulator.Button
		for _, b := range line {
			buttons = append(buttons, emulator.Button{Text: b.Text, Data: b.Data})
		}
		lines = append(lines, buttons)
	}
	return lines
}

// floorForm is the form as the floor asks it.
func floorForm(c report.Content) (all []exchange) {
	for i, in := range form(c) {
		all = append(all, exchange{in.answer, func(m frozen.Message) bool { return m.Text == floor.Questions[i].Text }})
	}
	return all
}

func (p *typist) greet(ctx context.Context) error {
	p.Start("")
	_, err := p.WaitFor(ctx, func(m frozen.Message) bool {
		return strings.Contains(m.Text, floor.Greeting) || strings.Contains(m.Text, "/riengtu")
	})
	return err
}

// fillIn types so many answers and says how long each reply took.
func (p *typist) fillIn(ctx context.Context, answers int) (waits []time.Duration, err error) {
	for {
		p.filled++
		for _, in := range p.form(invention(p.ID(), p.unit, p.filled)) {
			if len(waits) == answers {
				return waits, nil
			}
			begin := time.Now()
			p.Say(in.answer)
			if _, err := p.WaitFor(ctx, in.then); err != nil {
				return waits, err
			}
			waits = append(waits, time.Since(begin))
		}
	}
}

// serveFloor runs the floor.
func serveFloor(tb testing.TB, srv *frozen.Server, _ []*typist) served {
	tb.Helper()
	bot, err := floor.New(srv, proofToken, tb.TempDir())
	if err != nil {
		tb.Fatal(err)
	}
	return served{bot.File, func() {
		if err := bot.Stop(); err != nil {
			tb.Error(err)
		}
	}}
}

// serveProgram runs the real program.
func serveProgram(tb testing.TB, srv *frozen.Server, people []*typist) served {
	tb.Helper()
	var members []report.Member
	for _, p := range people {
		members = append(members, focal(p.ID(), p.Name(), p.unit))
	}
	p, file := newProgram(tb, srv.Client(), members)
	return served{file, runProgram(tb, p)}
}

// newProgram puts the program together; file is its store.
func newProgram(tb testing.TB, http telegram.Doer, members []report.Member) (p *app.Program, file string) {
	tb.Helper()
	cfg := app.Defaults()
	cfg.Storage.Path, cfg.Limits, cfg.Duties.Quarter.Enabled = tb.TempDir(), app.Limits{}, false
	enrolFocals(tb, cfg.Storage.Path, members)
	p, err := app.NewProgram(cfg, app.Outside{Token: app.NewSecret(proofToken), HTTP: http})
	if err != nil {
		tb.Fatal(err)
	}
	return p, filepath.Join(cfg.Storage.Path, disk.FileName)
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

// floorSum is the sum of the floor's files, which never change.
const floorSum = "eba9a4ffafbba982dda29a3dd3565bb71dda368b135d24da2f77edc06cbdd194"

// What the speed of each year is measured against is the same each year.
func TestFloorIsFrozen(t *testing.T) {
	sum := sha256.New()
	files, err := filepath.Glob("testdata/floor/emulator/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, "testdata/floor/floor.go") {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(sum, "%s %d\n%s", filepath.Base(file), len(content), content)
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != floorSum {
		t.Errorf("the floor was changed: its sum is %s", got)
	}
}

// Somebody who is alone waits for one commit an answer, with the update that came
// and what follows from it; that the reply was sent is one more, afterwards. The
// clock's own commits may fall among them, but not each time.
func TestLoneAnswerWaitsForOneCommit(t *testing.T) {
	srv := emulator.New(emulator.Options{Token: proofToken})
	defer srv.Close()
	w := newWriters(srv, 1, false)[0]
	p, file := newProgram(t, srv.Client(), []report.Member{focal(w.ID(), w.Name(), w.unit)})
	stop := runProgram(t, p)
	defer stop()
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	if err := w.greet(ctx); err != nil {
		t.Fatal(err)
	}
	var cost [9]uint64
	for round := range 3 {
		c := w.invent()
		for i, in := range form(c) {
			before := lastCommit(t, file)
			w.Say(in.answer)
			if _, err := w.WaitFor(ctx, in.then); err != nil {
				t.Fatal(err)
			}
			if err := p.Idle(ctx); err != nil {
				t.Fatal(err)
			}
			if n := lastCommit(t, file) - before; round == 0 || n < cost[i] {
				cost[i] = n
			}
		}
		w.meant = append(w.meant, c)
	}
	if slices.Max(cost[:]) > 2 {
		t.Errorf("the answers cost %d commits", cost)
	}
}
