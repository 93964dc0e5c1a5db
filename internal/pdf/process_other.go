//go:build !unix

package pdf

import (
	"context"
	"os/exec"
)

// bounded says that a conversion can be held within its bounds here: elsewhere than on
// Unix a program cannot be ended together with all that it began.
const bounded = false

func command(ctx context.Context, _ int64, program string, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, program, args...)
}

func run(cmd *exec.Cmd) error { return cmd.Run() }

func killStrays(string) {}
