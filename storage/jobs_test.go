package storage

import (
	"os"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/layout"
)

func TestJobOfOneKeyIsTakenOnce(t *testing.T) {
	s := mustOpen(t)
	for i, want := range []bool{true, false} {
		mustUpdate(t, s, at(20, 8), func(tx *Tx) error {
			fresh, err := tx.PutJob(Job{Kind: "report", Period: november, For: 7, Key: "report/2026-11/7"})
			if fresh != want {
				t.Errorf("time %d: taken %t", i+1, fresh)
			}
			return err
		})
	}
	<-s.JobsWoken()
	mustUpdate(t, s, at(20, 9), func(tx *Tx) error {
		jobs, err := tx.Jobs()
		if err != nil || len(jobs) != 1 || jobs[0].Period != november {
			t.Fatalf("jobs %+v, %v", jobs, err)
		}
		return tx.DeleteJob(jobs[0])
	})
	mustUpdate(t, s, at(20, 10), func(tx *Tx) error {
		if fresh, err := tx.PutJob(Job{Kind: "report", Key: "report/2026-11/7"}); fresh || err != nil {
			t.Errorf("done before, and taken again: %t, %v", fresh, err)
		}
		return nil
	})
}

func TestMediaIsThereOnce(t *testing.T) {
	s := mustOpen(t)
	for range 2 {
		hash, err := s.PutMedia([]byte("báo cáo"))
		if err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(s.MediaPath(hash)); err != nil || string(b) != "báo cáo" {
			t.Errorf("read %q, %v", b, err)
		}
	}
}

// Version 2 brought the jobs.
func TestStoreOfVersionOneGetsJobs(t *testing.T) {
	s := mustOpen(t)
	err := s.file.Update(func(tx *bolt.Tx) error {
		for _, name := range [][]byte{layout.BucketJobs, layout.BucketJobKeys} {
			if err := tx.DeleteBucket(name); err != nil {
				return err
			}
		}
		return tx.Bucket(layout.BucketMeta).Put(layout.Key("version"), layout.Key(1))
	})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	again, err := Open(s.Dir(), testRules())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	mustUpdate(t, again, at(20, 8), func(tx *Tx) error {
		_, err := tx.PutJob(Job{Kind: "report", Key: "k"})
		return err
	})
}
