package storage

import (
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/files"
	"guongsang/storage/disk"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// migrations bring a store from one version to the next; the version of a
// store is the number of them that it went through. Order is part of the
// format: never change one that was released (makeBuckets makes whatever buckets
// there are: it is for new stores). Another version is:
//
//  1. the migration at the end of this list, in the file of its noun,
//  2. one more for disk.Version,
//  3. a new bucket in layout.Buckets, with its key and value said there,
//  4. a test with a store of before (backTo).
//
// One that writes much answers records.ErrMore when it has written enough for one
// transaction, which is held in memory; it is then called again, and after a kill
// goes on from what it finds.
var migrations = [disk.Version]func(*bolt.Tx) error{
	makeBuckets,
	adds(layout.BucketJobs, layout.BucketJobKeys),
	unwrapInbox,
	records.AddEnrolled,
	records.AddOpenInvites,
	records.DateNames,
	records.AddFacets,
	adds(layout.BucketUnused),
	adds(layout.BucketAlarms, layout.BucketAsked),
	adds(layout.BucketLists),
	orderInbox,
	bindToBots,
	records.PackTalks,
	joinSeen,
	records.AddTraits,
	records.IndexAudit,
	records.AddEntries,
	adds(layout.BucketRequests),
	adds(layout.BucketChases, layout.BucketReminders),
	adds(layout.BucketHandlings),
	adds(layout.BucketPublications, layout.BucketPublishing, layout.BucketEvidence),
	adds(layout.BucketDraftsLeft),
	adds(layout.BucketRights),
	records.ListPublications,
	adds(layout.BucketAssessments),
}

func makeBuckets(tx *bolt.Tx) error { return adds(layout.Buckets...)(tx) }

// adds makes buckets in a store that has none of them yet.
func adds(buckets ...[]byte) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		for _, name := range buckets {
			if _, err := tx.CreateBucketIfNotExists(name); err != nil {
				return fmt.Errorf("making bucket %s: %w", name, err)
			}
		}
		return nil
	}
}

func (s *Store) migrate() error {
	version := 0
	err := s.file.View(func(tx *bolt.Tx) error {
		version = disk.StoredVersion(tx)
		return disk.Legible(tx)
	})
	if err != nil {
		return fmt.Errorf("reading the store's version: %w", err)
	}
	if 0 < version && version < disk.Version { // 0: it has just been made
		if err := disk.KeepOlder(s.file, version); err != nil {
			return err
		}
	}
	for version < disk.Version {
		done := false
		err := s.file.Update(func(tx *bolt.Tx) error {
			switch err := migrations[version](tx); {
			case errors.Is(err, records.ErrMore):
				return nil
			case err != nil:
				return err
			}
			done = true
			return tx.Bucket(layout.BucketMeta).Put(layout.Key("version"), layout.Key(version+1))
		})
		if err != nil {
			return fmt.Errorf("bringing the store to version %d: %w", version+1, err)
		}
		files.Tell(files.Step{Kind: files.Committed, Path: s.file.Path()})
		if done {
			version++
		}
	}
	if err := s.file.View(complete); err != nil {
		return err
	}
	return disk.NoteWriter(s.file)
}
