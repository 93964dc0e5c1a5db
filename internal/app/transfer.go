package app

import (
	"errors"
	"io/fs"

	"guongsang/internal/texts"
	"guongsang/storage/transfer"
)

// TransferError words what keeps lines from being written or read.
func TransferError(err error, path, dir string) error {
	var wrong *transfer.LineError
	switch {
	case errors.As(err, &wrong):
		return OperatorError(texts.LineWrong(wrong.Path, wrong.Line, string(wrong.Fault)))
	case errors.Is(err, transfer.ErrNotEmpty):
		return OperatorError(texts.ImportNotEmpty(dir))
	case errors.Is(err, fs.ErrExist):
		return OperatorError(texts.ExportThere(path))
	case errors.Is(err, fs.ErrNotExist) && path == "":
		return OperatorError(texts.NoExportThere())
	}
	return err
}
