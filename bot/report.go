package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"guongsang/internal/app"
	"guongsang/internal/clerk"
	"guongsang/internal/letters"
	"guongsang/internal/pdf"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

func reportCommand() command {
	return command{
		name: "report", usage: texts.UsageReport(), about: texts.AboutReport(), config: true,
		flags: func(fs *flag.FlagSet) action {
			period := fs.String("period", "", "")
			out := fs.String("out", ".", "")
			kinds := fs.String("kind", strings.Join(clerk.PeriodKinds, ","), "")
			force := fs.Bool("force", false, "")
			return func(ctx context.Context, c *console, call call) error {
				return makeReport(ctx, c, call, *period, *kinds, *out, *force)
			}
		},
	}
}

// makeReport makes the documents of a period and writes them into a folder.
func makeReport(ctx context.Context, c *console, call call, period, kinds, out string, force bool) error {
	p, err := report.ParsePeriod(strings.ToUpper(strings.TrimSpace(period)))
	if err != nil {
		return usageError{texts.WhichPeriod(period)}
	}
	wanted, err := readKinds(kinds)
	if err != nil {
		return err
	}
	cfg, err := loadStored(call.config)
	if err != nil {
		return err
	}
	papers, err := cfg.Papers(slog.New(slog.NewTextHandler(c.err, nil)), pdf.Find)
	if err != nil {
		return err
	}
	store, err := c.open(ctx, cfg)
	if errors.Is(err, disk.ErrBusy) {
		return app.OperatorError(texts.BusyReport())
	}
	if err != nil {
		return err
	}
	defer store.Close()
	documents, empty, err := papers.MakePeriod(ctx, store, c.now(), p, wanted)
	if err != nil {
		return err
	}
	paths, err := clerk.Save(out, documents, force)
	if err != nil {
		return err
	}
	for _, kind := range empty {
		fmt.Fprintln(c.out, texts.PaperEmpty(kind))
	}
	for i, path := range paths {
		fmt.Fprintln(c.out, strings.TrimSpace(path+"\n"+documents[i].Lacks))
	}
	return nil
}

// readKinds reads which documents are wanted; each is made once.
func readKinds(s string) (kinds []string, err error) {
	for part := range strings.SplitSeq(s, ",") {
		kind := strings.ToLower(strings.TrimSpace(part))
		if !slices.Contains(clerk.PeriodKinds, kind) {
			return nil, usageError{texts.WhichKinds(part, clerk.PeriodKinds, letters.Nearest(kind, clerk.PeriodKinds))}
		}
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds, nil
}
