package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"guongsang/internal/clerk"
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
func (p *play) document(ctx context.Context, out string) error {
	var all []string
	for _, period := range p.periods() {
		documents, nothing, err := p.program.clerk.Papers.MakePeriod(ctx, p.program.store, p.clock.Now(), period, clerk.PeriodKinds)
		if err != nil {
			return err
		}
		paths, err := clerk.Save(out, documents, false)
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
