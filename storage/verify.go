package storage

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/disk"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// VerifyFile verifies a store file that is to take the place of another: beside
// what disk.VerifyFile reads, that it can be brought up to this program's version,
// and that every record in it can be read then. It writes nothing. As with
// disk.VerifyFile, damage can end the process.
func VerifyFile(path string) error {
	if err := disk.VerifyFile(path); err != nil {
		return err
	}
	err := disk.Rehearse(path, func(tx *bolt.Tx) error {
		version := disk.StoredVersion(tx)
		if version < 1 {
			return fmt.Errorf("it has no version: %w", disk.ErrDamaged)
		}
		for _, migration := range migrations[version:] {
			if err := migration(tx); err != nil {
				return fmt.Errorf("bringing it to version %d: %w: %w", disk.Version, err, disk.ErrDamaged)
			}
		}
		if err := complete(tx); err != nil {
			return err
		}
		return eachRecord(tx)
	})
	if err != nil {
		return fmt.Errorf("verifying %s: %w", path, err)
	}
	return nil
}

// complete refuses a store of this version that lacks a bucket.
func complete(tx *bolt.Tx) error {
	for _, name := range layout.Buckets {
		if tx.Bucket(name) == nil {
			return fmt.Errorf("bucket %s is missing: %w", name, disk.ErrDamaged)
		}
	}
	return nil
}

// eachRecord reads every record of a store of this version.
func eachRecord(tx *bolt.Tx) error {
	for _, name := range layout.Buckets {
		bucket := tx.Bucket(name)
		err := bucket.ForEach(func(k, v []byte) error {
			if v == nil && bucket.Bucket(k) != nil {
				return fmt.Errorf("a bucket lies in the place of %s%s: %w", name, layout.Format(k), disk.ErrDamaged)
			}
			if err := readable(name, k, v); err != nil {
				return fmt.Errorf("reading %s%s: %w: %w", name, layout.Format(k), err, disk.ErrDamaged)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// queued are what the queues keep, by bucket.
var queued = map[string]func() any{
	string(layout.BucketOutbox):  func() any { return new(Row) },
	string(layout.BucketSent):    func() any { return new(Delivery) },
	string(layout.BucketDead):    func() any { return new(Dead) },
	string(layout.BucketFetches): func() any { return new(Fetch) },
	string(layout.BucketJobs):    func() any { return new(Job) },
	string(layout.BucketLists):   func() any { return new(UnitList) },
	string(layout.BucketAlarms):  func() any { return new(Gathered) },
}

// readable reads a record. Tuples are read whatever they are.
func readable(bucket, k, v []byte) error {
	if blank, ok := queued[string(bucket)]; ok {
		return decode(k, v, blank())
	}
	return records.Readable(bucket, k, v)
}
