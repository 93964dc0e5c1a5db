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
	TornPages Outcome = "some pages of the last commit, one of them torn"
	TornMeta  Outcome = "all pages of the last commit, and half of its meta page"

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
	if err != nil {
		return fmt.Errorf("reading the store before a power cut: %w", err)
	}
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
	case files.Named:
		d.unsynced = append(d.unsynced, s)
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
	p := &Picture{At: at, Files: map[string][]byte{}, Unsynced: slices.Clone(d.unsynced), store: d.store}
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

// Lay makes the folder what the disk may have after the cut. Whoever worked in it
// must have ended.
func (p *Picture) Lay(folder string, how Outcome, dice *Dice) error {
	if err := empty(folder); err != nil {
		return err
	}
	left := map[string][]byte{}
	for _, path := range slices.Sorted(maps.Keys(p.Files)) {
		data := p.Files[path]
		if strings.HasSuffix(path, files.Unfinished) { // not synced yet: whatever the disk likes
			switch dice.n(3) {
			case 0:
				continue
			case 1:
				data = data[:dice.n(len(data)+1)]
			}
		}
		left[path] = data
	}
	for _, u := range p.Unsynced {
		p.unname(left, folder, u, how, dice)
	}
	if store, ok := p.storeAfter(how, dice); ok {
		name, _ := filepath.Rel(folder, p.store)
		left[name] = store
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

// unname has a name that was not synced be there, or the one before, as the dice
// say; of the control that never synced content, the content is gone.
func (p *Picture) unname(left map[string][]byte, folder string, u files.Step, how Outcome, dice *Dice) {
	to, _ := filepath.Rel(folder, u.Path)
	data, is := left[to]
	switch {
	case !is:
	case how == NamesUnsaved:
		left[to] = nil
	case dice.n(2) == 0:
		from, _ := filepath.Rel(folder, u.From)
		delete(left, to)
		left[from] = data
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
	case SomePages, TornPages:
		for _, n := range changed {
			if dice.n(2) == 0 {
				write(n, page)
			}
		}
		if how == TornPages && len(changed) > 0 {
			write(pick(dice, changed), half())
		}
	case TornMeta:
		for _, n := range changed {
			write(n, page)
		}
		for _, n := range metas {
			write(n, tornMeta)
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

// tornMeta is how much of a torn meta page was written: its head and half of what
// it says, without the checksum.
const tornMeta = 48

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
