package app

import (
	"errors"
	"io/fs"
	"syscall"

	"guongsang/internal/clerk"
	"guongsang/internal/directory"
	"guongsang/internal/telegram"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

// Explain words a fault for the operator: what it means and what to do next.
// The cause itself follows in the words of whoever found it.
func Explain(err error) string {
	var told OperatorError
	var config *ConfigError
	var list directory.Problems
	var newer disk.NewerError
	var room NoRoomError
	var exist clerk.ExistError
	cause := err.Error()
	switch {
	case errors.As(err, &told):
		return string(told)
	case errors.As(err, &config), errors.As(err, &list):
		return cause
	case errors.As(err, &exist):
		return texts.FilesThere(exist.Paths)
	case errors.Is(err, disk.ErrBusy):
		return texts.StoreBusy()
	case errors.As(err, &newer):
		return texts.StoreNewer(newer.Store, newer.Program, newer.Writer.Version, newer.Writer.Commit, newer.Copy)
	case errors.As(err, &room):
		return texts.NoRoomToTry(room.Folder, room.Free, room.Needed)
	case errors.Is(err, ErrNoBackup):
		return texts.NoBackupToDrill()
	case errors.Is(err, ErrFigures):
		return texts.DrillDiffers(cause)
	case errors.Is(err, disk.ErrSealed):
		return texts.BackupSealed()
	case errors.Is(err, disk.ErrIdentity):
		return texts.IdentityUnfit()
	case errors.Is(err, disk.ErrNoManifest):
		return texts.NoBackupThere(cause)
	case errors.Is(err, disk.ErrBackup):
		return texts.BackupBroken(cause)
	case errors.Is(err, disk.ErrForeign):
		return texts.NoStoreFile(cause)
	case errors.Is(err, disk.ErrDamaged):
		return texts.StoreDamaged(cause)
	case errors.Is(err, telegram.ErrToken):
		return texts.TokenMalformed()
	case errors.Is(err, telegram.ErrRefused):
		return texts.TokenRefused()
	case errors.Is(err, syscall.ENOSPC):
		return texts.DiskFull(cause)
	case errors.Is(err, syscall.EADDRINUSE):
		return texts.AddressTaken(cause)
	case errors.Is(err, syscall.EISDIR):
		return texts.FolderForFile(cause)
	case errors.Is(err, syscall.ENOTDIR):
		return texts.FileForFolder(cause)
	case errors.Is(err, syscall.EROFS):
		return texts.ReadOnlyDisk(cause)
	case errors.Is(err, fs.ErrPermission):
		return texts.NoPermission(cause)
	case errors.Is(err, fs.ErrNotExist):
		return texts.NoSuchFile(cause)
	}
	return texts.CommandFailed(cause)
}
