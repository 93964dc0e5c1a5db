package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// What the hidden command tells by its exit code.
const (
	exitBusy  = 3
	exitNewer = 4
	exitAlien = 5
)

// verifyStoreCommand reads a store through and through in a process of its
// own, because damage can end the process that reads. People do not see it.
func verifyStoreCommand() command {
	return command{name: "verify-store", usage: "FILE", least: 1, most: 1, flags: func(fs *flag.FlagSet) action {
		records := fs.Bool(flagRecords, false, "")
		return func(_ context.Context, c *console, call call) error {
			verify := disk.VerifyFile
			if *records {
				verify = storage.VerifyFile
			}
			err := verify(call.args[0])
			if err == nil {
				return nil
			}
			fmt.Fprintln(c.out, err)
			var newer disk.NewerError
			switch {
			case errors.Is(err, disk.ErrBusy):
				return exitError(exitBusy)
			case errors.As(err, &newer):
				return exitError(exitNewer)
			case errors.Is(err, disk.ErrForeign):
				return exitError(exitAlien)
			}
			return exitError(exitFault)
		}
	}}
}

// flagRecords asks for every record to be read as well.
const flagRecords = "records"

// An exitError ends a command with a code and no words.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// verifyStore has the pages of a store file verified by a process of our own kind.
func (c *console) verifyStore(ctx context.Context, path string) error {
	return c.verifyBy(ctx, disk.VerifyFile, path)
}

// verifyRecords has a store file verified that was not in use here: its pages, and
// all that they hold.
func (c *console) verifyRecords(ctx context.Context, path string) error {
	return c.verifyBy(ctx, storage.VerifyFile, path, "-"+flagRecords)
}

// verifyBy runs a verification here if there is no program file to start, and
// else has it run by the hidden command.
func (c *console) verifyBy(ctx context.Context, verify func(path string) error, path string, flags ...string) error {
	if err := disk.CheckFile(path); err != nil {
		return err
	}
	if c.self == "" {
		return verify(path)
	}
	cmd := exec.CommandContext(ctx, c.self, append(append([]string{"verify-store"}, flags...), path)...)
	cmd.Env = []string{} // it needs no token
	says, err := cmd.Output()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case !errors.As(err, &exit):
		return fmt.Errorf("starting the verification of %s: %w", path, err)
	}
	switch exit.ExitCode() {
	case exitBusy:
		return fmt.Errorf("verifying %s: %w", path, disk.ErrBusy)
	case exitNewer:
		return disk.View(path, disk.Legible)
	case exitAlien:
		return fmt.Errorf("verifying %s: %w", path, disk.ErrForeign)
	case exitFault:
		cause := strings.TrimSuffix(firstLine(says), ": "+disk.ErrDamaged.Error())
		return fmt.Errorf("%s: %w", cause, disk.ErrDamaged)
	}
	return fmt.Errorf("verifying %s: reading it ended the process (%s): %w", path, exit.ProcessState, disk.ErrDamaged)
}

func firstLine(b []byte) string {
	line, _, _ := strings.Cut(strings.TrimSpace(string(b)), "\n")
	return line
}

// sound verifies the store in a folder, if there is one, before it is opened.
// One that was closed in order and not touched since needs no more than a look
// at its meta pages, however large it is.
func (c *console) sound(ctx context.Context, dir string) error {
	path := filepath.Join(dir, disk.FileName)
	switch {
	case !stored(path):
		return nil
	case disk.ClosedInOrder(dir):
		return disk.CheckFile(path)
	}
	return c.verifyStore(ctx, path)
}

// loadStored reads a configuration, and says why there is no store to work with: none was
// made, or this account may not see it.
func loadStored(config string) (cfg app.Config, err error) {
	if cfg, err = app.Load(config); err != nil {
		return cfg, err
	}
	path := filepath.Join(cfg.Storage.Path, disk.FileName)
	if _, err := os.Stat(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return cfg, fmt.Errorf("looking for the store: %w", err)
	}
	if !stored(path) {
		return cfg, app.OperatorError(texts.NoRecords(cfg.Storage.Path))
	}
	return cfg, nil
}

// stored reports whether there is a store at all. An empty file is what a power
// cut in the first moment leaves: the store is made anew.
func stored(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}
