package main

import (
	"errors"
	"io/fs"
	"syscall"

	"guongsang/internal/directory"
	"guongsang/internal/telegram"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// A saidError is a fault whose text is for the operator as it is.
type saidError struct{ says string }

func (e saidError) Error() string { return e.says }

// explain words a fault for the operator: what it means and what to do next.
// The cause itself follows in the words of whoever found it.
func explain(err error) string {
	var said saidError
	var config *Faults
	var list directory.Problems
	var newer storage.NewerError
	cause := err.Error()
	switch {
	case errors.As(err, &said):
		return said.says
	case errors.As(err, &config), errors.As(err, &list):
		return cause
	case errors.Is(err, storage.ErrBusy):
		return texts.StoreBusy()
	case errors.As(err, &newer):
		return texts.StoreNewer(newer.Store, newer.Program)
	case errors.Is(err, storage.ErrBackup):
		return texts.BackupBroken(cause)
	case errors.Is(err, storage.ErrDamaged):
		return texts.StoreDamaged(cause)
	case errors.Is(err, telegram.ErrToken):
		return texts.TokenMalformed()
	case errors.Is(err, syscall.ENOSPC):
		return texts.DiskFull(cause)
	case errors.Is(err, fs.ErrPermission):
		return texts.NoPermission(cause)
	case errors.Is(err, fs.ErrNotExist):
		return texts.NoSuchFile(cause)
	}
	return texts.CommandFailed(cause)
}
