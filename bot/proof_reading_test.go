package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// Killed -9 while it reads a picture, or a list of units, the program reads it again
// at the next start and answers everybody else meanwhile. Killed over it a second
// time, it does not read it a third time, keeps the file, and says so to whoever
// sent it. (ATTACKS 2, 4)
func proveReading(t *testing.T, binary string) {
	const hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
	for name, one := range map[string]struct {
		post report.Role
		put  func(*storage.Tx, *writer) error
		says string
	}{
		"picture": {report.Focal, func(tx *storage.Tx, w *writer) error {
			d, err := tx.NewDraft(report.Draft{By: w.ID(), Unit: w.unit, Content: report.Content{
				Name: "Lò Thị Ví Dụ", Media: []report.Media{{Kind: string(chat.Photo), FileID: "one", Unique: "one"}},
			}})
			if err != nil {
				return err
			}
			if err := tx.PutMedia("one", hash); err != nil {
				return err
			}
			return tx.PutFetch(storage.Fetch{FileID: "one", Unique: "one", Picture: true, For: fmt.Sprintf("picture:%d:%d", d.ID, w.ID())})
		}, texts.PictureFault("slow")},
		"list": {report.Officer, func(tx *storage.Tx, w *writer) error {
			return tx.PutUnitList(storage.UnitList{Hash: hash, For: w.ID()})
		}, texts.ListStopped()},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, binary)
			writers := newWriters(s.srv, 2, false)
			sender, other := writers[0], writers[1]
			enrol(t, s.dir, writers)
			s.change(func(tx *storage.Tx) error {
				m, err := tx.Member(sender.ID())
				if err != nil {
					return err
				}
				m.Posts = append(m.Posts, report.Post{Role: one.post, Unit: sender.unit, Since: tx.Now})
				return tx.PutMember(m)
			})
			ctx, cancel := context.WithTimeout(t.Context(), soon)
			defer cancel()
			c := s.start()
			for _, w := range writers {
				if err := w.greet(ctx); err != nil {
					t.Fatal(err)
				}
			}
			c.stop()

			file := s.gate(hash)
			s.change(func(tx *storage.Tx) error { return one.put(tx, sender) })
			for range storage.MaxDeaths {
				c := s.start()
				if !file.opened(c) {
					t.Fatal("was not read")
				}
				if err := other.introduce(ctx); err != nil {
					t.Fatal("nobody else is answered: ", err)
				}
				c.kill()
			}
			c = s.start()
			if _, err := sender.hear(ctx, asks(one.says)); err != nil {
				t.Error("the sender was not told: ", err)
			}
			c.stop()
			if reads := strings.Count(s.said.String(), "set aside: the program ended twice"); reads != 1 {
				t.Errorf("set aside %d times", reads)
			}
			if _, err := os.Lstat(string(file)); err != nil {
				t.Error("the file is gone: ", err)
			}
			s.change(func(tx *storage.Tx) error {
				fetches, err := tx.Fetches()
				if err != nil {
					return err
				}
				lists, err := tx.UnitLists()
				if len(fetches)+len(lists) != 0 {
					t.Errorf("still to be read: %+v %+v", fetches, lists)
				}
				return err
			})
			holdMeant(t, s.dir, writers[1:])
			s.holdFile()
			s.holdPeace()
		})
	}
}

// change changes the store while no process holds it.
func (s *site) change(fn func(*storage.Tx) error) {
	s.t.Helper()
	store := openStore(s.t, s.dir)
	if err := store.Update(time.Now(), fn); err != nil {
		s.t.Error(err)
	}
	if err := store.Close(); err != nil {
		s.t.Error(err)
	}
}

// A gate is a file of the house that is a pipe: whoever reads it waits, and it is
// known when somebody does.
type gate string

func (s *site) gate(hash string) gate {
	s.t.Helper()
	path := disk.MediaPath(s.dir, hash)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return gate(path)
}

// opened waits until the process reads the file; not if it ends before.
func (g gate) opened(c *child) bool {
	c.t.Helper()
	read := make(chan *os.File, 1)
	go func() {
		if file, err := os.OpenFile(string(g), os.O_WRONLY, 0); err == nil { // waits for a reader
			read <- file
		}
	}()
	timer := time.NewTimer(soon)
	defer timer.Stop()
	select {
	case file := <-read:
		c.t.Cleanup(func() { file.Close() })
		return true
	case <-c.ended:
	case <-timer.C:
	}
	return false
}
