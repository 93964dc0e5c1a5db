// Mutate changes the program in many small ways and looks whether a test
// notices: what no test notices, nobody has said that it must be so.
//
//	go run ./.ci/mutate -seed 1 -n 300 -pkg ./storage -pkg ./internal/report=./scheduler
//
// It lists every place of the packages' files that an operator (operators.go)
// can change, draws n of them evenly from all operators and files by a seed
// (draw.go), and for each builds and runs the tests that are named as the
// package's proof, with the change laid over the tree: no file is touched
// (try.go). What does not compile is no mutant, and another is drawn. The
// table says what killed each; whatever survives is shown as a difference, to
// be met with a test or with the reason why it changes nothing.
//
// Two mutants at a time take about 5 s each on two cores, and leave a few
// megabytes each in the build cache, which the go command clears in time.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// settings are the flags.
type settings struct {
	targets []target
	files   *regexp.Regexp
	seed    uint64
	n       int
	jobs    int
	short   bool
	least   float64
}

// A target names packages to change and those whose tests are their proof, as
// the go command's patterns do. Their own tests come first in any case.
type target struct{ packages, proofs string }

func main() {
	s := settings{seed: rand.Uint64N(1_000_000)}
	flag.Func("pkg", "packages to change, or packages=proof,proof: whose tests are to notice besides their own; repeat for more", func(text string) error {
		packages, proofs, _ := strings.Cut(text, "=")
		s.targets = append(s.targets, target{packages, proofs})
		return nil
	})
	flag.Func("files", "regexp; only places whose file:line it matches", func(text string) (err error) {
		s.files, err = regexp.Compile(text)
		return err
	})
	flag.Uint64Var(&s.seed, "seed", s.seed, "draws the mutants; also the seed of the random tests")
	flag.IntVar(&s.n, "n", 300, "mutants to draw")
	flag.IntVar(&s.jobs, "jobs", 2, "mutants at a time")
	flag.BoolVar(&s.short, "short", false, "run the tests with -short")
	flag.Float64Var(&s.least, "least", 0, "end with an error if fewer percent are killed")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, s); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, s settings) error {
	if len(s.targets) == 0 {
		return errors.New("no package named: -pkg ./storage")
	}
	began := time.Now()
	r, err := newRunner(ctx, s)
	if err != nil {
		return err
	}
	defer r.close()
	var all []mutant
	for _, p := range r.changed {
		found, err := r.mutants(p)
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	fmt.Printf("seed %d, %d places, %d to draw\n\n", s.seed, len(all), s.n)
	results := r.runAll(ctx, draw(all, s.seed), s.n, s.jobs)
	if err := ctx.Err(); err != nil {
		return err
	}
	killed := summarize(os.Stdout, results, time.Since(began))
	if killed < s.least {
		return fmt.Errorf("%.1f %% killed, want at least %.1f %%", killed, s.least)
	}
	return nil
}
