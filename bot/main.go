package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"guongsang/internal/app"
)

func main() {
	tuneCollector(os.LookupEnv)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.LookupEnv)
	stop()
	os.Exit(code)
}

// tuneCollector lets garbage grow to four fifths of the live heap, which is a few
// megabytes: four times as much took a tenth off the processor's time under
// load, and 20 MB more of memory; with as much as the heap a hundred people at once
// needed 41 MB. The soft limit keeps a large document from
// making use of that. GOGC and GOMEMLIMIT have the last word.
func tuneCollector(env func(string) (string, bool)) {
	if _, set := env("GOGC"); !set {
		debug.SetGCPercent(80)
	}
	if _, set := env("GOMEMLIMIT"); !set {
		debug.SetMemoryLimit(160 << 20)
	}
}

// The exit codes.
const (
	exitOK    = 0
	exitFault = 1 // it was understood and did not work
	exitUsage = 2 // it was not understood
)

// A console is what a command has of the outside.
type console struct {
	in   io.Reader
	out  io.Writer // results
	err  io.Writer // complaints and the log
	env  app.Env
	now  func() time.Time
	self string // the program's own file; empty if it is not known
}

// run does what the arguments say and gives the exit code. It is all of the
// program but the process.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer, env app.Env) int {
	self, err := os.Executable()
	if err != nil {
		self = ""
	}
	c := &console{in: in, out: out, err: errs, env: env, now: time.Now, self: self}
	return c.command(ctx, args)
}
