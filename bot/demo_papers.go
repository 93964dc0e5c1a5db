package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"guongsang/internal/texts"
	"guongsang/storage"
)

// empty refuses the folder of a flag if it has something in it, before a story
// is played that could not be kept there.
func empty(flag, dir string) error {
	if dir == "" {
		return nil
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("looking into the folder of -%s: %w", flag, err)
	case len(entries) > 0:
		return usageError{texts.DemoFolderFull(flag, dir)}
	}
	return nil
}

// document writes the documents of every period that was played.
func (p *play) document(ctx context.Context, out folder) error {
	var all []string
	for _, period := range p.periods() {
		files, nothing, err := makePapers(ctx, p.program.clerk.Papers, p.program.store, p.clock.Now(), period, periodPapers)
		if err != nil {
			return err
		}
		paths, err := out.write(files)
		if err != nil {
			return err
		}
		all = append(all, paths...)
		for _, kind := range nothing {
			p.tell.line(texts.PaperEmpty(kind))
		}
	}
	if len(all) > 0 {
		p.tell.always(texts.DemoPapers(all))
	}
	return nil
}

// papersWaiting reports whether documents are still to be made.
func (p *play) papersWaiting() (waiting bool, err error) {
	err = p.program.store.View(p.clock.Now(), func(tx *storage.Tx) error {
		jobs, err := tx.Jobs()
		waiting = len(jobs) > 0
		return err
	})
	return waiting, err
}
