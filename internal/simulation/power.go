package simulation

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"guongsang/internal/files"
)

// What a power cut leaves.
//
// bbolt opens its file itself, so no layer fits below it. But a commit writes its
// data pages, syncs, writes one of two meta pages, and syncs: so what a disk may
// have when the power goes can be put together from what the file was before the
// commit and what it was after. Files get their names by renaming, which is on
// disk once their folder was synced.

// An Outcome is what of its last steps the disk kept.
type Outcome string

// The outcomes. The last two cannot be where a program syncs as it should: they are
// the controls, by which is seen that a loss would be noticed.
const (
	Whole     Outcome = "everything"
	Nothing   Outcome = "nothing of the last commit"
	SomePages Outcome = "some pages of the last commit"
	TornPages Outcome = "some pages of the last commit, whole and torn"
	TornMeta  Outcome = "all pages of the last commit, and its meta page torn"

	MetaAlone    Outcome = "the meta page of the last commit without its pages"
	NamesUnsaved Outcome = "names whose content was not synced"
)

// Outcomes are those that can be.
var Outcomes = []Outcome{Whole, Nothing, SomePages, TornPages, TornMeta}

// A Disk watches what a program puts into its folder, and notes at some step what
// was there then.
type Disk struct {
	folder, store string
	stop          func()

	mu       sync.Mutex
	first    bool   // there was no store yet
	before   []byte // the store before its last commit
	after    []byte // and after it
	unsynced []files.Step
	left     int // steps until the picture is taken; 0: none is to be
	taken    func()
	picture  *Picture
}

// A Picture is what was in the folder at one moment.
type Picture struct {
	At            files.Step        // the step just done; zero: it was quiet
	Before, After []byte            // the store before and after its last commit, if that is the step
	Files         map[string][]byte // all other files, by their path in the folder
	Unsynced      []files.Step      // names that may not be on disk
	store         string
	first         bool // the store was made meanwhile: its own name may not be on disk
}

// Watch begins to watch.
func Watch(folder, store string) *Disk {
	d := &Disk{folder: folder, store: store}
	d.stop = files.Watch(folder, d.step)
	return d
}

// Close ends watching.
func (d *Disk) Close() { d.stop() }

// Arm has the picture taken at the n-th step from now, and then taken called.
func (d *Disk) Arm(n int, taken func()) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	data, err := os.ReadFile(d.store)
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // before the first start there is none
		return fmt.Errorf("reading the store before a power cut: %w", err)
	}
	d.first = err != nil
	d.before, d.after, d.left, d.taken, d.picture = data, data, n, taken, nil
	return nil
}

// Taken is the picture, or nil as long as there were too few steps.
func (d *Disk) Taken() *Picture {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.picture
}

// Take takes the picture now, if it was not taken.
func (d *Disk) Take() (*Picture, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.picture == nil {
		d.left = 0
		if err := d.take(files.Step{}); err != nil {
			return nil, err
		}
	}
	return d.picture, nil
}

// step notes what the program did.
func (d *Disk) step(s files.Step) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch s.Kind {
	case files.Committing:
		return
	case files.Named:
		d.unsynced = append(d.unsynced, s)
		if d.first && s.Path == d.store { // it was synced before it got its name
			d.after, _ = os.ReadFile(d.store)
		}
	case files.FolderSynced:
		d.unsynced = slices.DeleteFunc(d.unsynced, func(u files.Step) bool { return filepath.Dir(u.Path) == s.Path })
	case files.Committed:
		if d.left > 0 && s.Path == d.store {
			d.before = d.after
			d.after, _ = os.ReadFile(d.store)
		}
	}
	if d.left == 0 {
		return
	}
	if d.left--; d.left == 0 {
		if err := d.take(s); err == nil {
			d.taken()
		}
	}
}

// take takes the picture.
func (d *Disk) take(at files.Step) error {
	p := &Picture{At: at, Files: map[string][]byte{}, Unsynced: slices.Clone(d.unsynced), store: d.store, first: d.first}
	err := filepath.WalkDir(d.folder, func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		inside, _ := filepath.Rel(d.folder, path)
		p.Files[inside] = data
		return err
	})
	if err != nil {
		return fmt.Errorf("looking at what the power cut leaves: %w", err)
	}
	name, _ := filepath.Rel(d.folder, d.store)
	p.Before, p.After = p.Files[name], p.Files[name]
	if at.Kind == files.Committed && at.Path == d.store {
		p.Before, p.After = d.before, d.after
	}
	delete(p.Files, name)
	d.picture = p
	return nil
}

// inBackup reports whether a backup was being made.
func (p *Picture) inBackup() bool {
	for path := range p.Files {
		if unfinished(filepath.Dir(path)) {
			return true
		}
	}
	return slices.ContainsFunc(p.Unsynced, func(s files.Step) bool {
		return unfinished(s.From) && !unfinished(s.Path) && filepath.Ext(s.Path) == ""
	})
}

// Lay makes the folder what the disk may have after the cut. Whoever worked in it
// must have ended.
func (p *Picture) Lay(folder string, how Outcome, dice *Dice) error {
	if err := empty(folder); err != nil {
		return err
	}
	left := map[string][]byte{}
	for _, path := range slices.Sorted(maps.Keys(p.Files)) {
		data := p.Files[path]
		if unfinished(path) { // not synced yet: whatever the disk likes
			switch dice.n(3) {
			case 0:
				continue
			case 1:
				data = data[:dice.n(len(data)+1)]
			}
		}
		left[path] = data
	}
	if store, ok := p.storeAfter(how, dice); ok {
		name, _ := filepath.Rel(folder, p.store)
		left[name] = store
	}
	for _, u := range p.Unsynced {
		if u.Path != p.store || p.first {
			unname(left, folder, u, how, dice)
		}
	}
	for path, data := range left {
		path = filepath.Join(folder, path)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, data, 0o600)); err != nil {
			return fmt.Errorf("laying out what the power cut leaves: %w", err)
		}
	}
	return nil
}

// empty deletes what is in a folder.
func empty(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(folder, e.Name())))
	}
	return err
}

// unfinished reports whether a file has not got its name yet, or its folder has not.
func unfinished(path string) bool {
	return slices.ContainsFunc(strings.Split(path, string(filepath.Separator)), func(name string) bool {
		return strings.HasSuffix(name, files.Unfinished)
	})
}

// unname has a name of a file or folder that was not synced be there, or the one before,
// as the dice say; of the control that never synced content, the content is gone.
func unname(left map[string][]byte, folder string, u files.Step, how Outcome, dice *Dice) {
	to, _ := filepath.Rel(folder, u.Path)
	from, _ := filepath.Rel(folder, u.From)
	gone := how != NamesUnsaved && dice.n(2) == 0
	for _, path := range slices.Sorted(maps.Keys(left)) {
		below, inside := strings.CutPrefix(path, to)
		if !inside || below != "" && !strings.HasPrefix(below, string(filepath.Separator)) {
			continue
		}
		switch data := left[path]; {
		case how == NamesUnsaved:
			left[path] = nil
		case gone:
			delete(left, path)
			left[from+below] = data
		}
	}
}

// storeAfter is the file of the store as the disk may have it; not ok: there is none.
func (p *Picture) storeAfter(how Outcome, dice *Dice) (data []byte, ok bool) {
	if p.After == nil {
		return nil, false
	}
	page := pageSize(p.After)
	changed, metas := changedPages(p.Before, p.After, page)
	data = bytes.Clone(p.Before)
	write := func(n, size int) {
		if end := n*page + size; end > len(data) {
			data = append(data, make([]byte, min(len(p.After), (n+1)*page)-len(data))...)
		}
		copy(data[n*page:], p.After[n*page:min(len(p.After), n*page+size)])
	}
	half := func() int { return 512 * dice.between(1, page/512-1) }
	switch how {
	case Nothing:
		if dice.n(2) == 0 && len(p.After) > len(data) { // it grew before anything was written
			data = append(data, make([]byte, len(p.After)-len(data))...)
		}
	case SomePages:
		for _, n := range changed {
			if dice.n(2) == 0 {
				write(n, page)
			}
		}
	case TornPages:
		for _, n := range changed {
			switch dice.n(3) {
			case 0:
				write(n, page)
			case 1:
				write(n, half())
			}
		}
	case TornMeta:
		for _, n := range changed {
			write(n, page)
		}
		for _, n := range metas {
			write(n, dice.between(1, tornMeta))
		}
	case MetaAlone:
		for _, n := range metas {
			write(n, page)
		}
	default:
		data = p.After
	}
	return data, true
}

// tornMeta is how much of a torn meta page was written at most: all but the checksum.
const tornMeta = 72

// pageSize is that of a store, as its first meta page says; that of the machine if
// it says nothing.
func pageSize(data []byte) int {
	if len(data) > 28 {
		if size := int(binary.LittleEndian.Uint32(data[24:])); size >= 512 && size <= 1<<16 && len(data)%512 == 0 {
			return size
		}
	}
	return os.Getpagesize()
}

// changedPages are the pages in which two states of a store differ; the first two,
// one of which each commit writes last, apart.
func changedPages(before, after []byte, page int) (changed, metas []int) {
	for n := range (len(after) + page - 1) / page {
		was := part(before, n, page)
		if bytes.Equal(was, part(after, n, page)) {
			continue
		}
		if n < 2 {
			metas = append(metas, n)
			continue
		}
		changed = append(changed, n)
	}
	return changed, metas
}

func part(data []byte, n, page int) []byte {
	return data[min(len(data), n*page):min(len(data), (n+1)*page)]
}
