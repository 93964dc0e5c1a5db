package disk

import (
	"context"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// What was deleted stays in the pages that it left free, until something else is
// written there. A store can be compacted while it is closed; while it is open its free
// pages are written over.

// bucketFilling is there while that is done, and a crash may leave it.
var bucketFilling = []byte("filling")

const (
	fillAtOnce = 1000 // pages in one transaction: some megabytes of memory
	fillRounds = 1000
	fillMore   = 16 // beyond what is known to be free, so that none is left out
)

// Overwrite writes over every page of an open store that is free, while others go on
// reading and writing. What is still being read by somebody is not free yet: whoever
// makes backups must not be doing so.
//
// It fills a bucket with values of which two take a page, which is the least that bbolt
// puts there. It takes free pages before it lets the file grow, and writes a page whole.
// When more were written than there were free, none is left.
func Overwrite(ctx context.Context, db *bolt.DB) error {
	if err := db.Update(dropFilling); err != nil {
		return fmt.Errorf("overwriting free pages: %w", err)
	}
	// Pages that the change before freed can be had from the second commit on.
	if err := db.Update(makeFilling); err != nil {
		return fmt.Errorf("overwriting free pages: %w", err)
	}
	last := false
	for n := uint64(0); !last && n < fillRounds*fillAtOnce; {
		if err := ctx.Err(); err != nil {
			return errors.Join(err, db.Update(dropFilling))
		}
		free := db.Stats().FreePageN
		pages := min(free+fillMore, fillAtOnce)
		last = pages > free
		if err := db.Update(func(tx *bolt.Tx) error { return fill(tx, &n, pages) }); err != nil {
			return errors.Join(fmt.Errorf("overwriting free pages: %w", err), db.Update(dropFilling))
		}
	}
	if err := db.Update(dropFilling); err != nil {
		return fmt.Errorf("overwriting free pages: %w", err)
	}
	return nil
}

func makeFilling(tx *bolt.Tx) error {
	_, err := tx.CreateBucketIfNotExists(bucketFilling)
	return err
}

func dropFilling(tx *bolt.Tx) error {
	err := tx.DeleteBucket(bucketFilling)
	if errors.Is(err, bolterrors.ErrBucketNotFound) {
		return nil
	}
	return err
}

// fill puts values that take so many pages, numbered on from n.
func fill(tx *bolt.Tx, n *uint64, pages int) error {
	b := tx.Bucket(bucketFilling)
	b.FillPercent = 1
	blank := make([]byte, tx.DB().Info().PageSize*45/100)
	for range 2 * pages {
		*n++
		if err := b.Put(fmt.Appendf(nil, "%012d", *n), blank); err != nil {
			return err
		}
	}
	return nil
}
