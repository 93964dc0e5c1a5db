package demo

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"guongsang/internal/demotexts"
	"guongsang/internal/report"
	"guongsang/internal/sample"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// GenerateOptions say how large and how old a store is made.
type GenerateOptions struct {
	Store string // folder, empty or new
	Units int
	Years int
	Seed  uint64 // the same seed gives the same records; 0: 1
}

// What may be asked for.
const (
	MaxUnits = 100_000
	MaxYears = 50
)

// Generate makes a store as it would be after so many years of work with so
// many units, and writes how far it has come to out.
func Generate(ctx context.Context, options GenerateOptions, out io.Writer) error {
	store, err := storage.Open(options.Store, sample.Rules())
	if err != nil {
		return err
	}
	defer store.Close()
	filings := 0
	err = sample.Fill(ctx, store, sample.Options{
		Size: sample.Size{Units: options.Units, Years: options.Years}, Seed: cmp.Or(options.Seed, 1),
		Told: func(month report.Period, n int) {
			if filings = n; month.Number == 12 {
				fmt.Fprintln(out, demotexts.Generated(month, n))
			}
		},
	})
	if err != nil {
		return fmt.Errorf("making a store of %d units: %w", options.Units, err)
	}
	info, err := os.Stat(filepath.Join(options.Store, disk.FileName))
	if err != nil {
		return fmt.Errorf("measuring the store: %w", err)
	}
	fmt.Fprintln(out, demotexts.GeneratedAll(options.Units, options.Years, filings, info.Size(), options.Store))
	return nil
}
