package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/simulation"
	"guongsang/internal/simulation/stored"
	"guongsang/storage/disk"
)

// A virtualWorld is a bubble in which a simulation is played.
type virtualWorld struct{ *bubble }

func (w virtualWorld) Telegram() *emulator.Server { return w.srv }
func (w virtualWorld) Now() time.Time             { return w.now() }
func (w virtualWorld) Pass(d time.Duration)       { w.pass(d) }
func (w virtualWorld) Folder() string             { return filepath.Dir(w.cfg.Storage.Path) }
func (w virtualWorld) Store() string              { return filepath.Join(w.cfg.Storage.Path, disk.FileName) }
func (w virtualWorld) SetClock(by time.Duration)  { w.setClock(by) }

func (w virtualWorld) FillDisk(full bool) {
	w.free.Store(0)
	if full {
		w.free.Store(1 << 20)
	}
}

func (w virtualWorld) Invite(post simulation.Post) string {
	real := report.Post{Role: report.Role(post.Role), Unit: post.Unit, Block: post.Block}
	if post.Role == "deputy" {
		real.Role, real.Deputy = report.Focal, true
	}
	return strings.ReplaceAll(w.code(real), "-", "")
}

func (w virtualWorld) AddUnits(units []simulation.Unit) error {
	var all []report.Unit
	for _, u := range units {
		all = append(all, report.Unit{Code: u.Code, Name: u.Name, Block: u.Block, Month: true})
	}
	w.addUnits(all...)
	return nil
}

func (w virtualWorld) Start() (err error) {
	defer func() {
		if f, ok := recover().(failure); ok {
			err = f
		}
	}()
	w.start()
	return nil
}

func (w virtualWorld) Stop() error {
	w.stop()
	return nil
}

func (w virtualWorld) Halt() error {
	w.cancel()
	err := <-w.ended
	_ = w.program.Close()
	w.program = nil
	if errors.Is(err, disk.ErrBusy) {
		return err
	}
	return nil // whatever it says: it is dead
}

func (w virtualWorld) Kept() (simulation.Kept, error) {
	return stored.Read(w.program.store, w.now(), november)
}

// simulate plays one seed.
func simulate(t *testing.T, dice *simulation.Dice, rounds int) (p *simulation.Play, err error) {
	err = runBubble(t, bubbleConfig(), emulator.Options{Seed: 1}, "2026-11-12 07:40", func(b *bubble) {
		b.forgive = true
		p = simulation.New(virtualWorld{b}, dice)
		b.must(p.Run(rounds))
	})
	return p, err
}

// TestSimulation plays the seeds that GUONGSANG_SEEDS names, such as 7 or 1-32: people,
// faults, kills and power cuts against the whole program. Anything that was lost, came
// twice, was told wrongly or got out fails it, with the last that was told. Of 32 seeds or
// more is held that they try enough.
func TestSimulation(t *testing.T) {
	first, last := uint64(0), uint64(0)
	if n, _ := fmt.Sscanf(os.Getenv("GUONGSANG_SEEDS"), "%d-%d", &first, &last); n == 0 {
		t.Skip("plays for some seconds each seed: GUONGSANG_SEEDS=1-32")
	}
	last = max(first, last)
	var mu sync.Mutex
	counts := map[string]int{}
	t.Run("seeds", func(t *testing.T) {
		for seed := first; seed <= last; seed++ {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				p, err := simulate(t, simulation.NewDice(seed), 20)
				if err != nil {
					t.Errorf("%v\n%s", err, strings.Join(p.History[max(0, len(p.History)-12):], "\n"))
				}
				mu.Lock()
				defer mu.Unlock()
				for what, n := range p.Counts {
					counts[what] += n
				}
			})
		}
	})
	t.Logf("%v", counts)
	if last-first+1 < 32 {
		return
	}
	least := map[string]int{"updates": 20000, "kills": 300, "power cuts": 300, "reminders": 1000}
	for _, fault := range simulation.Faults() {
		least[fault] = 20
	}
	for what, n := range least {
		if counts[what] < n {
			t.Errorf("%s: %d, which is less than %d", what, counts[what], n)
		}
	}
}
