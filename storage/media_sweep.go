package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// For how long files are kept that nothing refers to any more.
const (
	keepSentFile = 7 * 24 * time.Hour  // what people sent: a draft thrown away, a list of units
	keepMadeFile = 30 * 24 * time.Hour // documents that the program made and handed over
)

// # How files go
//
// A sweep reads all that can refer to a file (drafts, examples and every
// version of them, rows that wait, files that are being fetched) as they are at
// one moment, in a View, which holds nobody up. A file that none of them names
// is marked with the time when that was first seen; a file that is named again
// loses its mark. Whoever writes a record that names a file takes the mark away
// in the same transaction (KeepMedia), and whoever gives a file its place does
// so before. So a mark that is old enough, is still there in the transaction
// that deletes it, and belongs to a file that no sweep since found named, is
// the proof that the file may go. It goes after that commit, unless somebody
// put it there anew meanwhile.

// Swept is what a sweep deleted.
type Swept struct {
	Files int
	Bytes int64
}

// SweepMedia deletes the files that nothing has referred to for long. What it
// writes, it writes in short steps. It must not run twice at once.
func (s *Store) SweepMedia(ctx context.Context, now time.Time) (swept Swept, err error) {
	plan, err := s.planSweep(ctx, now)
	if err != nil {
		return swept, fmt.Errorf("looking for files that nothing refers to: %w", err)
	}
	return s.sweep(ctx, now, plan)
}

// SweepErased deletes at once all files that nothing refers to: what was erased may be
// among them, and documents that were made before may tell of it. While files are just
// being taken in it deletes none, and done is false: one of them may not be referred to yet.
// No document may be made meanwhile.
func (s *Store) SweepErased(ctx context.Context, now time.Time) (swept Swept, done bool, err error) {
	plan, err := s.planSweep(ctx, now)
	if err != nil {
		return swept, false, fmt.Errorf("looking for files that nothing refers to: %w", err)
	}
	if plan.busy {
		return swept, false, nil
	}
	for hash := range plan.files {
		if !plan.used[hash] && !plan.held[hash] && !slices.Contains(plan.due, hash) {
			plan.due = append(plan.due, hash)
		}
	}
	plan.mark = plan.due
	swept, err = s.sweep(ctx, now, plan)
	return swept, err == nil, err
}

// sweep does what was planned.
func (s *Store) sweep(ctx context.Context, now time.Time, plan sweepPlan) (swept Swept, err error) {
	for _, step := range []struct {
		hashes []string
		do     func([]string) error
	}{
		{plan.mark, func(h []string) error { return s.markUnused(now, h) }},
		{plan.unmark, func(h []string) error { return s.unmark(now, h) }},
		{plan.due, func(h []string) error { return s.deleteMedia(now, h, plan, &swept) }},
	} {
		for hashes := step.hashes; len(hashes) > 0; {
			n := min(len(hashes), sweepStep)
			if err := ctx.Err(); err != nil {
				return swept, err
			}
			if err := step.do(hashes[:n]); err != nil {
				return swept, fmt.Errorf("sweeping media: %w", err)
			}
			hashes = hashes[n:]
		}
	}
	return swept, nil
}

// sweepStep is how many files share one commit.
const sweepStep = 64

// A sweepPlan is what a sweep found.
type sweepPlan struct {
	mark, unmark, due []string
	uniques           map[string][]string    // by hash: under which ids the messenger knows a file
	files             map[string]fs.FileInfo // by hash: as they were before anything was read
	used              map[string]bool        // by hash: something refers to it
	held              map[string]bool        // by hash: somebody is being asked what it is
	busy              bool                   // files are being taken in
}

func (s *Store) planSweep(ctx context.Context, now time.Time) (plan sweepPlan, err error) {
	if plan.files, err = s.mediaFiles(); err != nil {
		return plan, err
	}
	marks := map[string]time.Time{}
	err = s.View(now, func(tx *Snapshot) error {
		if plan.uniques, err = tx.MediaNames(); err != nil {
			return err
		}
		if plan.used, err = tx.mediaInUse(ctx); err != nil {
			return err
		}
		if plan.held, err = tx.mediaHeld(); err != nil {
			return err
		}
		waits := tx.Depths()
		plan.busy = waits.Fetches > 0 || waits.Inbox > 0
		return kv.Each(tx, layout.BucketUnused, nil, func(k, v []byte) error {
			kt, vt := layout.Tuple(k), layout.Tuple(v)
			marks[kt.Text()] = time.Unix(vt.Int(), 0)
			return nil
		})
	})
	if err != nil {
		return plan, err
	}
	for hash := range plan.files {
		since, marked := marks[hash]
		keep := keepMadeFile
		if len(plan.uniques[hash]) > 0 {
			keep = keepSentFile
		}
		switch {
		case plan.used[hash] && marked:
			plan.unmark = append(plan.unmark, hash)
		case plan.used[hash]:
		case !marked:
			plan.mark = append(plan.mark, hash)
		case now.Sub(since) >= keep:
			plan.due = append(plan.due, hash)
		}
	}
	for hash := range marks {
		if plan.files[hash] == nil {
			plan.unmark = append(plan.unmark, hash)
		}
	}
	return plan, nil
}

// mediaFiles lists the files of the house.
func (s *Store) mediaFiles() (map[string]fs.FileInfo, error) {
	all := map[string]fs.FileInfo{}
	err := disk.WalkMedia(s.dir, func(hash, ext string, info fs.FileInfo) {
		if ext == "" {
			all[hash] = info
		}
	})
	return all, err
}

// A reference is what of a record can refer to files, be it a draft, an
// example, a version of one, a row or a fetch.
type reference struct {
	Content struct {
		Media []struct{ Hash, Unique string }
	}
	Message struct {
		File  *struct{ Hash string }
		Album []struct{ Hash string }
	}
	Unique string
}

// mediaInUse lists by content hash the files that something refers to. A record
// that cannot be read may refer to anything: then nothing is known. It reads all
// that was ever sent, seconds for a large store, and ends early with ctx.
func (tx *Snapshot) mediaInUse(ctx context.Context) (used map[string]bool, err error) {
	used = map[string]bool{}
	for _, bucket := range [][]byte{layout.BucketDrafts, layout.BucketExamples, layout.BucketVersions, layout.BucketOutbox, layout.BucketFetches, layout.BucketEvidence} {
		err := kv.Each(tx, bucket, nil, func(k, v []byte) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if layout.IsPacked(v) { // it refers to no file
				return nil
			}
			var r reference
			if err := decode(k, v, &r); err != nil {
				return fmt.Errorf("reading %s%s: %w", bucket, layout.Format(k), err)
			}
			for _, m := range r.Content.Media {
				used[m.Hash], used[tx.MediaHash(m.Unique)] = true, true
			}
			if r.Message.File != nil {
				used[r.Message.File.Hash] = true
			}
			for _, photo := range r.Message.Album {
				used[photo.Hash] = true
			}
			used[tx.MediaHash(r.Unique)] = true
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return used, nil
}

// mediaHeld lists the files of which it is being asked what they are, and lists of units
// that wait. Nothing refers to them yet: they only are not old enough to go.
func (tx *Snapshot) mediaHeld() (held map[string]bool, err error) {
	held = map[string]bool{}
	err = kv.Each(tx, layout.BucketTalks, nil, func(k, v []byte) error {
		var t records.Talk
		if decode(k, v, &t) != nil {
			return nil // it is begun anew
		}
		for _, h := range t.Held {
			held[tx.MediaHash(h.File.Unique)] = true
		}
		for _, p := range t.Passed {
			for _, f := range p.Files {
				held[tx.MediaHash(f.Unique)] = true
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	lists, err := tx.UnitLists()
	for _, l := range lists {
		held[l.Hash] = true
	}
	return held, err
}

// keepPlace takes the mark of a file away that is about to get its place.
func (s *Store) keepPlace(hash string) error {
	marked := false
	err := s.look(func(tx *Snapshot) error {
		marked = kv.Has(tx, layout.BucketUnused, layout.Key(hash))
		return nil
	})
	if err != nil || !marked {
		return err
	}
	return s.unmark(time.Time{}, []string{hash})
}

func (s *Store) unmark(now time.Time, hashes []string) error {
	return s.Update(now, func(tx *Tx) error { return tx.KeepMedia(hashes...) })
}

func (s *Store) markUnused(now time.Time, hashes []string) error {
	return s.Update(now, func(tx *Tx) error {
		for _, hash := range hashes {
			if err := kv.PutRaw(tx, layout.BucketUnused, layout.Key(hash), layout.Key(now)); err != nil {
				return err
			}
		}
		return nil
	})
}

// deleteMedia deletes files whose time has come, where their marks still stand.
func (s *Store) deleteMedia(now time.Time, hashes []string, plan sweepPlan, swept *Swept) error {
	var gone []string
	err := s.Update(now, func(tx *Tx) error {
		gone = nil
		for _, hash := range hashes {
			if !kv.Has(tx, layout.BucketUnused, layout.Key(hash)) {
				continue // somebody refers to it again
			}
			for _, unique := range plan.uniques[hash] {
				if err := kv.Delete(tx, layout.BucketUniques, layout.Key(unique)); err != nil {
					return err
				}
			}
			if err := kv.Delete(tx, layout.BucketUnused, layout.Key(hash)); err != nil {
				return err
			}
			gone = append(gone, hash)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, hash := range gone {
		if err := s.removeMedia(hash, plan.files[hash], swept); err != nil {
			return err
		}
	}
	return nil
}

// removeMedia deletes a file with its copy, unless it was put there anew.
func (s *Store) removeMedia(hash string, then fs.FileInfo, swept *Swept) error {
	s.placing.Lock()
	defer s.placing.Unlock()
	info, err := os.Stat(s.MediaPath(hash))
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.ModTime().Equal(then.ModTime()) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("deleting media %s: %w", hash, err)
	}
	for _, path := range []string{s.CopyPath(hash), s.MediaPath(hash)} {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("deleting media %s: %w", hash, err)
		}
	}
	swept.Files++
	swept.Bytes += info.Size()
	return nil
}
