//go:build unix

package pdf

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
)

// bounded says that a conversion can be held within its bounds here.
const bounded = true

// limited has the shell, in whose place the program comes, bound what each file may have
// that it writes: $1 blocks of 512 bytes.
const limited = `ulimit -f "$1" && ulimit -c 0; shift; exec "$@"`

// command is a program that is the first of a process group, which ends with ctx, and
// writes no file larger than that.
func command(ctx context.Context, most int64, program string, args ...string) *exec.Cmd {
	blocks := strconv.FormatInt((most+511)/512, 10)
	cmd := exec.CommandContext(ctx, "/bin/sh", append([]string{"-c", limited, "sh", blocks, program}, args...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return killGroup(cmd) }
	return cmd
}

// run runs a command and ends what is left of its group. Input, output and errors are
// those of nobody: no pipe is held open by what it began, and nothing of it is read.
func run(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("starting %s: %w", filepath.Base(cmd.Path), err)
	}
	err := cmd.Wait()
	_ = killGroup(cmd) // there is none any more, as a rule
	return err
}

func killGroup(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// killStrays ends the processes of this account that were begun with an argument: where
// the program was killed, what it had begun goes on. Where the system does not tell of its
// processes in files, they go on until they are through.
func killStrays(argument string) {
	paths, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		return
	}
	for _, path := range paths {
		line, err := os.ReadFile(path)
		if err != nil || !contains(line, argument) {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil && pid != os.Getpid() {
			_ = syscall.Kill(pid, syscall.SIGKILL) // it may be gone, or another account's
		}
	}
}

// contains reports whether a command line, in which arguments end with a zero, has one.
func contains(line []byte, argument string) bool {
	for one := range bytes.SplitSeq(line, []byte{0}) {
		if string(one) == argument {
			return true
		}
	}
	return false
}
