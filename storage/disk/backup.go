package disk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/files"
	"guongsang/storage/layout"
)

// A Source is what a backup is made of.
type Source struct {
	Store  *bolt.DB
	Folder string // of the data: below it lie the files that the store names
	// Recipients are the age recipients (age1…) to whom the copies are encrypted;
	// none: they lie there as they are.
	Recipients []string
}

// A Backup is a finished copy of the store and the files that it names.
type Backup struct {
	Path string // its folder
	Manifest
}

// MakeBackup copies an open store as it is at this moment, with the files of its
// folder that it names, into a new folder below dir, while work goes on. The folder gets its
// name, by now as it is on the office's clock, once everything in it is on disk and was read back. Files that the
// newest earlier backup has are shared with it where the disk can do that: a
// folder is whole in itself all the same. When ctx ends it is given up, and
// nothing is left of it.
func MakeBackup(ctx context.Context, s Source, dir string, now time.Time) (Backup, error) {
	final := filepath.Join(dir, backupPrefix+now.Format(backupStamp))
	part := final + files.Unfinished
	b, err := s.backup(ctx, part, now, findEarlier(dir, s.Recipients))
	if given := ctx.Err(); err != nil && given != nil {
		err = given // bbolt drops what an error wraps
	}
	if err != nil {
		os.RemoveAll(part)
		return Backup{}, fmt.Errorf("making the backup %s: %w", final, err)
	}
	if err := files.Move(part, final); err != nil {
		os.RemoveAll(part)
		return Backup{}, fmt.Errorf("making the backup: %w", err)
	}
	b.Path = final
	return b, nil
}

func (s Source) backup(ctx context.Context, part string, now time.Time, before earlier) (b Backup, err error) {
	if err := os.RemoveAll(part); err != nil {
		return b, err
	}
	if err := files.MkdirAll(part); err != nil {
		return b, err
	}
	b.Made, b.Version, b.Writer, b.Recipients = now, Version, ThisBuild(), s.Recipients
	hashes, err := s.copyStore(ctx, part, &b.Manifest)
	if err != nil {
		return b, err
	}
	if err := s.copyMedia(ctx, part, before, hashes, &b.Manifest); err != nil {
		return b, err
	}
	*b.Figures = b.Figures.WithMedia(b.Media)
	if err := writeManifest(part, b.Manifest); err != nil {
		return b, err
	}
	return b, b.Store.readBack(ctx, part)
}

// readBack reads the copy of the store again, for seconds if it is large, and
// verifies it; of an encrypted one only the sum, since nobody here can open it. If the program stops meanwhile, the reading is left to itself: it
// cannot be stopped, and it ends with the process.
func (c CopiedFile) readBack(ctx context.Context, part string) error {
	read := make(chan error, 1)
	go func() {
		err := c.check(part)
		if err == nil && c.Sealed == nil {
			err = VerifyFile(filepath.Join(part, c.Name))
		}
		read <- err
	}()
	select {
	case err := <-read:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// copyStore writes the hot copy, and lists the files that this very state of
// the store names.
func (s Source) copyStore(ctx context.Context, part string, m *Manifest) (hashes []string, err error) {
	err = s.Store.View(func(tx *bolt.Tx) error {
		hashes = NamedMedia(tx)
		counted := countFigures(tx)
		m.Figures = &counted
		m.Store, err = s.write(part, FileName, func(w io.Writer) error {
			return writeTo(tx, stopping{ctx, w})
		})
		return err
	})
	return hashes, err
}

// NamedMedia lists the content hashes of all files that the store knows.
func NamedMedia(tx *bolt.Tx) (hashes []string) {
	c := tx.Bucket(layout.BucketUniques).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		t := layout.Tuple(v)
		if hash := t.Text(); len(hash) == 64 {
			hashes = append(hashes, hash)
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// stopping is a writer that writes nothing more once ctx has ended.
type stopping struct {
	ctx context.Context
	w   io.Writer
}

func (s stopping) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(b)
}

// writeTo copies an open store to a writer. What that refused is told as it is, which
// bbolt only words.
func writeTo(tx *bolt.Tx, w io.Writer) error {
	noted := &noting{w: w}
	if _, err := tx.WriteTo(noted); err != nil && noted.err == nil {
		return err
	}
	return noted.err
}

// noting is a writer that notes the first error.
type noting struct {
	w   io.Writer
	err error
}

func (n *noting) Write(b []byte) (int, error) {
	written, err := n.w.Write(b)
	if n.err == nil {
		n.err = err
	}
	return written, err
}

func (s Source) copyMedia(ctx context.Context, part string, before earlier, hashes []string, m *Manifest) error {
	for _, hash := range hashes {
		if err := ctx.Err(); err != nil {
			return err
		}
		copied, err := s.copyOne(part, before, hash, m.Made)
		switch {
		case errors.Is(err, os.ErrNotExist), err == nil && copied.SHA256 != hash: // never came, or the disk lost it
			m.Missing = append(m.Missing, hash)
		case err != nil:
			return fmt.Errorf("copying media %s: %w", hash, err)
		default:
			m.Media = append(m.Media, copied)
		}
	}
	return syncTree(part)
}

// copyOne brings one file into a backup: shared with the earlier one, or copied.
func (s Source) copyOne(part string, before earlier, hash string, now time.Time) (c CopiedFile, err error) {
	name := mediaName(hash)
	from := MediaPath(s.Folder, hash)
	if _, err := os.Stat(from); err != nil {
		return c, err
	}
	if err := files.MkdirAll(filepath.Join(part, filepath.Dir(name))); err != nil {
		return c, err
	}
	c, shared := before.share(part, hash, now)
	if !shared {
		if c, err = s.copyWhole(from, part, name); err != nil {
			return c, err
		}
	}
	to := filepath.Join(part, filepath.FromSlash(c.stored().Name))
	if c.SHA256 != hash {
		return c, os.Remove(to)
	}
	info, err := os.Stat(to)
	if err != nil {
		return c, err
	}
	c.Modified = info.ModTime()
	return c, nil
}

// syncTree puts the names of all files below a folder on disk.
func syncTree(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		return files.SyncFolder(path)
	})
}

// An earlier backup is one with which the next shares files.
type earlier struct {
	folder string // empty: there is none
	media  map[string]CopiedFile
}

// findEarlier is the newest backup below dir. Without a readable manifest it is
// of no use here; nor is one that others can open.
func findEarlier(dir string, recipients []string) (e earlier) {
	all := Backups(dir)
	if len(all) == 0 {
		return e
	}
	m, err := readManifest(all[len(all)-1])
	if err != nil || !slices.Equal(m.Recipients, recipients) {
		return e
	}
	e.folder, e.media = all[len(all)-1], map[string]CopiedFile{}
	for _, c := range m.Media {
		e.media[c.SHA256] = c
	}
	return e
}

// share gives a file of the earlier backup a second name in this one, if it is
// still what it was.
func (e earlier) share(part, hash string, now time.Time) (c CopiedFile, shared bool) {
	c, ok := e.media[hash]
	if !ok {
		return c, false
	}
	name := filepath.FromSlash(c.stored().Name)
	from := filepath.Join(e.folder, name)
	sound := e.untouched(from, c.stored()) && !readAgain(hash, now) || c.check(e.folder) == nil
	return c, sound && os.Link(from, filepath.Join(part, name)) == nil
}

// untouched reports whether nobody wrote to a file since it was copied.
func (e earlier) untouched(path string, c CopiedFile) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() == c.Size && !c.Modified.IsZero() && info.ModTime().Equal(c.Modified)
}

// rereading is in how many days all that backups share is read through once. A
// disk can lose what nobody touched; to read all of it daily would take longer
// every day.
const rereading = 30

// readAgain reports whether it is a file's day to be read.
func readAgain(hash string, now time.Time) bool {
	n, err := strconv.ParseUint(hash[:8], 16, 64)
	return err != nil || int64(n%rereading) == now.Unix()/(24*60*60)%rereading
}

func writeManifest(part string, m Manifest) error {
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	_, _, err = writeWhole(filepath.Join(part, manifestName), func(w io.Writer) error {
		_, err := w.Write(append(text, '\n'))
		return err
	})
	if err != nil {
		return err
	}
	return files.SyncFolder(part)
}

// Backups lists the finished backups below dir, oldest first.
func Backups(dir string) []string {
	var list []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if stamp, ok := strings.CutPrefix(e.Name(), backupPrefix); ok && e.IsDir() {
			if _, err := time.Parse(backupStamp, stamp); err == nil {
				list = append(list, filepath.Join(dir, e.Name()))
			}
		}
	}
	slices.Sort(list)
	return list
}

// BackupMade is when a backup was made, by the name of its folder on the office's clock.
func BackupMade(folder string, zone *time.Location) time.Time {
	at, _ := time.ParseInLocation(backupStamp, strings.TrimPrefix(filepath.Base(folder), backupPrefix), zone)
	return at
}

// BackupStands reports whether a folder holds a backup still, as far as a look tells: its
// manifest, and the store with the size that it had. Only Restore reads what is in it.
func BackupStands(folder string) (made time.Time, ok bool) {
	m, err := readManifest(folder)
	if err != nil {
		return made, false
	}
	info, err := os.Lstat(filepath.Join(folder, m.Store.stored().Name))
	return m.Made, err == nil && info.Mode().IsRegular() && info.Size() == m.Store.stored().Size
}

// PruneBackups removes all but the newest backups, and what was left half made. The one
// that was just made stays whatever its name says: beside those of a clock that was
// ahead it looks like the oldest. It touches nothing that does not have a backup's name.
func PruneBackups(dir, made string, keep int) error {
	others := slices.DeleteFunc(Backups(dir), func(b string) bool { return b == made })
	return removeBackups(append(halfBackups(dir), others[:max(0, len(others)-max(0, keep-1))]...))
}

// NewestBackup is the last backup that was made until now; if the clock says of all of
// them that they will be made, the last. Empty: there is none.
func NewestBackup(dir string, now time.Time, zone *time.Location) string {
	all := Backups(dir)
	for _, b := range slices.Backward(all) {
		if !BackupMade(b, zone).After(now) {
			return b
		}
	}
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}

// SweepBackups removes what a crash left half made, or half removed. No backup
// must be under way.
func SweepBackups(dir string) error { return removeBackups(halfBackups(dir)) }

// halfBackups lists the folders of backups that were not finished, or are being
// removed.
func halfBackups(dir string) (list []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), backupPrefix) && strings.HasSuffix(e.Name(), files.Unfinished) {
			list = append(list, filepath.Join(dir, e.Name()))
		}
	}
	return list
}

func removeBackups(folders []string) error {
	for _, old := range folders {
		if err := files.RemoveFolder(old); err != nil {
			return fmt.Errorf("removing the old backup %s: %w", old, err)
		}
	}
	return nil
}
