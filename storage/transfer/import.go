package transfer

import (
	"bufio"
	"bytes"
	"context"
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

const (
	maxLine  = 64 << 20 // bytes: a record is never near it
	oneWrite = 4 << 20  // bytes that are put in one transaction
)

// Import makes the store in dir of the lines of an export, given by its file or its
// folder, and brings the files that lie beside it. It refuses where a store is already,
// and whatever is wrong with the lines, before anything is in place. Verify is
// storage.VerifyFile, which knows the records. What is wrong with a line is a *LineError.
func Import(ctx context.Context, from, dir string, verify func(path string) error) (r Result, err error) {
	if info, err := os.Stat(from); err == nil && info.IsDir() {
		from = filepath.Join(from, FileName)
	}
	f, err := os.Open(from)
	if err != nil {
		return r, fmt.Errorf("importing: %w", err)
	}
	defer f.Close()
	hold, err := disk.Take(dir)
	if err != nil {
		return r, err
	}
	defer hold.Release()
	r.Path = hold.Path()
	if info, err := os.Stat(r.Path); err == nil && info.Size() > 0 {
		return r, fmt.Errorf("importing into %s: %w", dir, ErrNotEmpty)
	}
	part, err := files.Create(r.Path)
	if err != nil {
		return r, fmt.Errorf("importing: %w", err)
	}
	defer part.Discard()
	i := importer{ctx: ctx, path: from, in: bufio.NewReaderSize(f, 1<<16), result: &r}
	if err := i.into(part.Name()); err != nil {
		return r, err
	}
	if err := verify(part.Name()); err != nil {
		return r, fmt.Errorf("importing %s: %w", from, err)
	}
	if err := i.bring(filepath.Dir(from), dir); err != nil {
		return r, err
	}
	return r, part.Commit()
}

type importer struct {
	ctx    context.Context
	path   string
	in     *bufio.Reader
	chain  chain
	at     int // the line that was read last
	result *Result

	db      *bolt.DB
	tx      *bolt.Tx
	written int
	bucket  *bolt.Bucket
	name    string
	media   []disk.CopiedFile
}

// into puts the records into an empty file. Nothing has to be on disk before all of it
// is: who commits the file syncs it.
func (i *importer) into(path string) (err error) {
	i.db, err = bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second, NoSync: true, NoFreelistSync: true})
	if err != nil {
		return fmt.Errorf("importing: %w", err)
	}
	defer i.db.Close()
	if i.tx, err = i.db.Begin(true); err != nil {
		return fmt.Errorf("importing: %w", err)
	}
	defer func() { _ = i.tx.Rollback() }() // of what was committed it is no rollback
	if err := i.all(); err != nil {
		return err
	}
	if err := i.tx.Commit(); err != nil {
		return fmt.Errorf("importing: %w", err)
	}
	return nil
}

// all reads the lines from head to end.
func (i *importer) all() error {
	head, err := i.next()
	switch {
	case err != nil:
		return err
	case head.Kind != kindHead:
		return i.wrong(NoExport)
	case head.Format > Format:
		return i.wrong(NewerFormat)
	}
	i.result.Version = head.Version
	if err := disk.Known(head.Version); err != nil {
		return fmt.Errorf("importing %s: %w", i.path, err)
	}
	for {
		l, err := i.next()
		if err != nil {
			return err
		}
		if l.Kind == kindEnd {
			return i.end(l)
		}
		if err := i.take(l); err != nil {
			return err
		}
	}
}

// end reads that nothing follows.
func (i *importer) end(l line) error {
	if l.Records != i.result.Records {
		return i.wrong(Changed)
	}
	rest, err := io.ReadAll(io.LimitReader(i.in, 1024))
	if err != nil {
		return fmt.Errorf("importing %s: %w", i.path, err)
	}
	if len(bytes.TrimSpace(rest)) > 0 {
		i.at++
		return i.wrong(Trailing)
	}
	return nil
}

// next reads a line and holds it against its sum.
func (i *importer) next() (l line, err error) {
	if err := i.ctx.Err(); err != nil {
		return l, err
	}
	text, err := i.text()
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return l, fmt.Errorf("importing %s: %w", i.path, err)
	case err != nil && len(text) == 0 && i.at > 0:
		return l, i.wrong(CutOff)
	}
	i.at++
	_, after := i.in.Peek(1)
	cut := err != nil || after != nil && !bytes.HasSuffix(bytes.TrimSpace(text), []byte(sumTail))
	text = bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r"))
	if i.at == 1 {
		text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	}
	l, ok := i.chain.unsealed(text)
	switch {
	case !ok && i.at == 1 && !bytes.HasPrefix(text, []byte(`{"kind":"`+kindHead+`"`)):
		return l, i.wrong(NoExport)
	case !ok && cut:
		return l, i.wrong(CutOff)
	case !ok:
		return l, i.wrong(Changed)
	}
	return l, nil
}

// text reads up to the end of the line, if it is not longer than any can be.
func (i *importer) text() (text []byte, err error) {
	for {
		piece, err := i.in.ReadSlice('\n')
		text = append(text, piece...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return text, err
		}
		if len(text) > maxLine {
			i.at++
			return nil, i.wrong(Changed)
		}
	}
}

func (i *importer) wrong(fault Fault) error { return &LineError{i.path, i.at, fault} }

// take puts what a line stands for.
func (i *importer) take(l line) (err error) {
	switch {
	case l.Kind == kindMedia && l.File != nil:
		if !disk.IsHash(l.File.SHA256) {
			return i.wrong(Misplaced)
		}
		i.media = append(i.media, *l.File)
		return nil
	case l.Bucket:
		if i.bucket, err = i.tx.CreateBucket([]byte(l.Kind)); err != nil {
			return i.wrong(Misplaced)
		}
		i.name = l.Kind
		return i.bucket.SetSequence(l.Sequence)
	case i.bucket == nil || l.Kind != i.name:
		return i.wrong(Misplaced)
	}
	k, v, err := l.entry()
	if err != nil {
		return i.wrong(Misplaced)
	}
	if err := i.bucket.Put(k, v); err != nil {
		return fmt.Errorf("importing line %d of %s: %w", i.at, i.path, err)
	}
	i.result.Records++
	if i.written += len(k) + len(v); i.written < oneWrite {
		return nil
	}
	return i.renew()
}

// renew commits what was put, and goes on in the next transaction.
func (i *importer) renew() (err error) {
	if err := i.tx.Commit(); err != nil {
		return fmt.Errorf("importing: %w", err)
	}
	if i.tx, err = i.db.Begin(true); err != nil {
		return fmt.Errorf("importing: %w", err)
	}
	i.bucket, i.written = i.tx.Bucket([]byte(i.name)), 0
	return nil
}

// bring copies the files that lie beside the lines to their places.
func (i *importer) bring(folder, dir string) error {
	for _, f := range i.media {
		to := disk.MediaPath(dir, f.SHA256)
		name, err := filepath.Rel(dir, to)
		if err != nil {
			return err
		}
		_, err = copyMedia(filepath.Join(folder, name), to, f.SHA256, true)
		switch {
		case errors.Is(err, os.ErrNotExist), errors.Is(err, errOther):
			i.result.Missing = append(i.result.Missing, f.SHA256)
		case err != nil:
			return fmt.Errorf("bringing %s: %w", f.SHA256, err)
		default:
			i.result.Media++
		}
	}
	return nil
}
