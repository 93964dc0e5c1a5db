package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"guongsang/internal/clerk"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// periodPapers are the documents of a period, in the order in which they are
// made.
var periodPapers = []string{clerk.Report, clerk.Workbook, clerk.Board, clerk.Chart, clerk.Urge}

func reportCommand() command {
	return command{
		name: "report", usage: texts.UsageReport(), about: texts.AboutReport(), config: true,
		flags: func(fs *flag.FlagSet) action {
			period := fs.String("period", "", "")
			out := fs.String("out", ".", "")
			kinds := fs.String("kind", strings.Join(periodPapers, ","), "")
			force := fs.Bool("force", false, "")
			return func(ctx context.Context, c *console, call call) error {
				return makeReport(ctx, c, call, *period, *kinds, folder{*out, *force})
			}
		},
	}
}

// makeReport makes the documents of a period and writes them into a folder.
func makeReport(ctx context.Context, c *console, call call, period, kinds string, out folder) error {
	p, err := report.ParsePeriod(strings.ToUpper(strings.TrimSpace(period)))
	if err != nil {
		return usageError{texts.WhichPeriod(period)}
	}
	wanted, err := readKinds(kinds)
	if err != nil {
		return err
	}
	cfg, err := Load(call.config)
	if err != nil {
		return err
	}
	if !stored(filepath.Join(cfg.Storage.Path, storage.FileName)) {
		return saidError{texts.NoRecords(cfg.Storage.Path)}
	}
	papers, err := cfg.papers(slog.New(slog.NewTextHandler(c.err, nil)))
	if err != nil {
		return err
	}
	store, err := c.open(ctx, cfg)
	if errors.Is(err, storage.ErrBusy) {
		return saidError{texts.BusyReport()}
	}
	if err != nil {
		return err
	}
	defer store.Close()
	files, empty, err := makePapers(ctx, papers, store, c.now(), p, wanted)
	if err != nil {
		return err
	}
	paths, err := out.write(files)
	if err != nil {
		return err
	}
	for _, kind := range empty {
		fmt.Fprintln(c.out, texts.PaperEmpty(kind))
	}
	for _, path := range paths {
		fmt.Fprintln(c.out, path)
	}
	return nil
}

// readKinds reads which documents are wanted; each is made once.
func readKinds(s string) (kinds []string, err error) {
	for part := range strings.SplitSeq(s, ",") {
		kind := strings.ToLower(strings.TrimSpace(part))
		if !slices.Contains(periodPapers, kind) {
			return nil, usageError{texts.WhichKinds(part, periodPapers, letters.Nearest(kind, periodPapers))}
		}
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds, nil
}

// makePapers makes documents of a period; empty are the kinds for which there
// is nothing to write.
func makePapers(ctx context.Context, papers clerk.Papers, store *storage.Store, now time.Time, p report.Period, kinds []string) (files []clerk.File, empty []string, err error) {
	for _, kind := range kinds {
		made, err := papers.Make(ctx, store, now, clerk.Order{Kind: kind, Period: p})
		if errors.Is(err, clerk.ErrNothing) {
			empty = append(empty, kind)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		files = append(files, made...)
	}
	return files, empty, nil
}

// A folder is where documents are written.
type folder struct {
	path  string
	force bool // what is there already is overwritten
}

// write writes all files or, if one of them is there already, none. They hold
// personal data: only the account that made them can read them.
func (f folder) write(files []clerk.File) (paths []string, err error) {
	var there []string
	for _, file := range files {
		path := filepath.Join(f.path, file.Name)
		paths = append(paths, path)
		if _, err := os.Lstat(path); err == nil {
			there = append(there, path)
		}
	}
	if len(there) > 0 && !f.force {
		return nil, saidError{texts.FilesThere(there)}
	}
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		return nil, fmt.Errorf("making the folder for documents: %w", err)
	}
	for i, file := range files {
		if err := replaceFile(paths[i], file.Data); err != nil {
			return nil, fmt.Errorf("writing a document: %w", err)
		}
	}
	return paths, nil
}

// replaceFile never leaves half a file under the name, not even after a power
// cut.
func replaceFile(path string, data []byte) error {
	part, err := os.CreateTemp(filepath.Dir(path), "*.part") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(part.Name())
	_, err = part.Write(data)
	if err := errors.Join(err, part.Sync(), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), path)
}
