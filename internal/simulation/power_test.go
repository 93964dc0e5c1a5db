package simulation

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/files"
)

// What a power cut leaves of a store is one of two: as it was before its last commit, or
// as after it, and whole; a file that has its name has its content. Of the controls,
// which leave what no disk does where a program syncs as it should, losses are seen: so
// they would be noticed.
func TestPowerCuts(t *testing.T) {
	kept := map[Outcome]map[string]int{}
	for seed := range uint64(120) {
		for _, how := range append([]Outcome{MetaAlone, NamesUnsaved}, Outcomes...) {
			if kept[how] == nil {
				kept[how] = map[string]int{}
			}
			kept[how][afterCut(t, NewDice(seed), how)]++
		}
	}
	for _, how := range Outcomes {
		if kept[how]["lost"] > 0 {
			t.Errorf("%s: %v", how, kept[how])
		}
	}
	if kept[Whole]["before"] > 0 || kept[Nothing]["after"]+kept[TornMeta]["after"]+kept[SomePages]["after"]+kept[TornPages]["after"] > 0 {
		t.Errorf("a commit is there in part, or not at all: %v", kept)
	}
	for _, control := range []Outcome{MetaAlone, NamesUnsaved} {
		if kept[control]["lost"] == 0 {
			t.Errorf("%s: nothing was lost, so no loss would be seen: %v", control, kept[control])
		}
	}
}

// afterCut fills a store and a file beside it, cuts the power at the last commit, or of a
// file at its name, and says what is there then: before, after, or that something is lost.
func afterCut(t *testing.T, dice *Dice, how Outcome) string {
	t.Helper()
	folder := t.TempDir()
	store := filepath.Join(folder, "a.db")
	db, err := bolt.Open(store, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	write(t, db, "before", dice.between(1, 40))
	d := Watch(folder, store)
	defer d.Close()
	if err := d.Arm(1, func() {}); err != nil {
		t.Fatal(err)
	}
	if how == NamesUnsaved {
		if err := files.Write(filepath.Join(folder, "photo"), []byte("a photo")); err != nil {
			t.Fatal(err)
		}
	} else {
		write(t, db, "after", dice.between(1, 40))
		files.Tell(files.Step{Kind: files.Committed, Path: store})
	}
	picture, err := d.Take()
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := picture.Lay(folder, how, dice); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(folder, "photo")); err == nil && string(data) != "a photo" {
		return "lost"
	}
	return stands(store)
}

// write puts so many values into a store.
func write(t *testing.T, db *bolt.DB, value string, n int) {
	t.Helper()
	err := db.Update(func(tx *bolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists([]byte("b"))
		for i := range n {
			if err == nil {
				err = b.Put(fmt.Appendf(nil, "%s %03d", value, i), make([]byte, 500))
			}
		}
		if err == nil {
			err = b.Put([]byte("last"), []byte(value))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// stands says which commit a store has, and "lost" if it cannot be read whole. It is read
// here, where what a damaged page does to bbolt can be caught: bbolt's own Check reads in
// a goroutine, where that ends the process.
func stands(store string) (last string) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if recover() != nil {
			last = "lost"
		}
	}()
	db, err := bolt.Open(store, 0o600, &bolt.Options{ReadOnly: true, PreLoadFreelist: true})
	if err != nil {
		return "lost"
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		before := ""
		err := tx.Bucket([]byte("b")).ForEach(func(k, v []byte) error {
			if string(k) <= before && before != "" || len(v) == 0 {
				return errors.New("the keys are in disorder")
			}
			before = string(k)
			return nil
		})
		if err != nil {
			return err
		}
		last = string(tx.Bucket([]byte("b")).Get([]byte("last")))
		return nil
	})
	if err != nil {
		return "lost"
	}
	return last
}
