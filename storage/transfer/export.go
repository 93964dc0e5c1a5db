package transfer

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/files"
	"guongsang/storage/disk"
)

// FileName is the file of lines inside the folder of an export.
const FileName = "guongsang.jsonl"

// A Result is what was exported or imported.
type Result struct {
	Path    string // the lines, or the store
	Version int    // of the store
	Records int
	Media   int      // files that were copied
	Missing []string // hashes of files that the store names and that are not there
}

// Export writes all that the store in dir holds into a folder, as lines, and with media
// the files that it names beside them. Nobody may hold the store. The lines get their
// name once all of them are on disk.
func Export(ctx context.Context, dir, folder string, media bool, now time.Time) (r Result, err error) {
	if err := files.MkdirAll(folder); err != nil {
		return r, fmt.Errorf("making the folder of the export: %w", err)
	}
	r.Path = filepath.Join(folder, FileName)
	if _, err := os.Lstat(r.Path); err == nil {
		return r, fmt.Errorf("exporting to %s: %w", r.Path, os.ErrExist)
	}
	part, err := files.Create(r.Path)
	if err != nil {
		return r, fmt.Errorf("exporting: %w", err)
	}
	defer part.Discard()
	e := exporter{ctx: ctx, dir: dir, folder: folder, media: media, w: bufio.NewWriterSize(part, 1<<16), result: &r}
	if err := disk.View(filepath.Join(dir, disk.FileName), func(tx *bolt.Tx) error { return e.all(tx, now) }); err != nil {
		return r, fmt.Errorf("exporting: %w", err)
	}
	if err := e.w.Flush(); err != nil {
		return r, fmt.Errorf("exporting to %s: %w", r.Path, err)
	}
	return r, part.Commit()
}

type exporter struct {
	ctx         context.Context
	dir, folder string
	media       bool
	w           *bufio.Writer
	chain       chain
	result      *Result
}

func (e *exporter) all(tx *bolt.Tx, now time.Time) error {
	e.result.Version = disk.StoredVersion(tx)
	if err := e.put(line{Kind: kindHead, Format: Format, Version: e.result.Version, Made: &now}); err != nil {
		return err
	}
	if err := tx.ForEach(e.bucket); err != nil {
		return err
	}
	for _, hash := range disk.NamedMedia(tx) {
		if err := e.file(hash); err != nil {
			return err
		}
	}
	return e.put(line{Kind: kindEnd, Records: e.result.Records})
}

func (e *exporter) put(l line) error {
	if err := e.ctx.Err(); err != nil {
		return err
	}
	text, err := e.chain.sealed(l)
	if err == nil {
		_, err = e.w.Write(text)
	}
	return err
}

func (e *exporter) bucket(name []byte, b *bolt.Bucket) error {
	kind := string(name)
	if err := e.put(line{Kind: kind, Bucket: true, Sequence: b.Sequence()}); err != nil {
		return err
	}
	return b.ForEach(func(k, v []byte) error {
		e.result.Records++
		if err := e.put(record(kind, k, v)); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
		return nil
	})
}

// file names one that the store knows, and copies it if that is wanted.
func (e *exporter) file(hash string) error {
	from := disk.MediaPath(e.dir, hash)
	name, err := filepath.Rel(e.dir, from)
	if err != nil {
		return err
	}
	size, err := copyMedia(from, filepath.Join(e.folder, name), hash, e.media)
	switch {
	case errors.Is(err, os.ErrNotExist), errors.Is(err, errOther):
		e.result.Missing = append(e.result.Missing, hash)
		return nil
	case err != nil:
		return fmt.Errorf("copying %s: %w", hash, err)
	}
	if e.media {
		e.result.Media++
	}
	return e.put(line{Kind: kindMedia, File: &disk.CopiedFile{Name: filepath.ToSlash(name), Size: size, SHA256: hash}})
}

// errOther means that a file is not what its name says.
var errOther = errors.New("its content has another hash")

// copyMedia copies a file whose content has that hash, or without copying looks at how
// large it is.
func copyMedia(from, to, hash string, copying bool) (size int64, err error) {
	f, err := os.Open(from)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !copying {
		return info.Size(), err
	}
	if err := files.MkdirAll(filepath.Dir(to)); err != nil {
		return 0, err
	}
	part, err := files.Create(to)
	if err != nil {
		return 0, err
	}
	defer part.Discard()
	sum := sha256.New()
	if size, err = io.Copy(io.MultiWriter(part, sum), f); err != nil {
		return 0, err
	}
	if hex.EncodeToString(sum.Sum(nil)) != hash {
		return 0, errOther
	}
	return size, part.Commit()
}
