package main

import (
	"context"
	"flag"
	"fmt"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
	"guongsang/storage/transfer"
)

func exportCommand() command {
	return command{
		name: "export", usage: texts.UsageExport(), about: texts.AboutExport(), config: true,
		flags: func(set *flag.FlagSet) action {
			out := set.String("out", "xuat", "")
			media := set.Bool("media", false, "")
			return func(ctx context.Context, c *console, call call) error {
				cfg, err := loadStored(call.config)
				if err != nil {
					return err
				}
				if err := c.sound(ctx, cfg.Storage.Path); err != nil {
					return err
				}
				r, err := transfer.Export(ctx, cfg.Storage.Path, *out, *media, c.now())
				if err == nil {
					fmt.Fprintln(c.out, texts.Exported(r.Path, r.Records, r.Media, *media, len(r.Missing)))
				}
				return app.TransferError(err, r.Path, cfg.Storage.Path)
			}
		},
	}
}

func importCommand() command {
	return command{
		name: "import", usage: texts.UsageImport(), about: texts.AboutImport(), least: 1, most: 1, config: true,
		flags: func(*flag.FlagSet) action {
			return func(ctx context.Context, c *console, call call) error {
				cfg, err := app.Load(call.config)
				if err != nil {
					return err
				}
				r, err := transfer.Import(ctx, call.args[0], cfg.Storage.Path, func(path string) error { return c.verifyRecords(ctx, path) })
				if err == nil {
					fmt.Fprintln(c.out, texts.ImportedStore(r.Path, r.Records, r.Media, len(r.Missing), r.Version, disk.Version))
				}
				return app.TransferError(err, r.Path, cfg.Storage.Path)
			}
		},
	}
}
