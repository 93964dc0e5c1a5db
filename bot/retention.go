package main

import (
	"context"
	"flag"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage"
)

func retentionCommand() command {
	return command{
		name: "retention", usage: texts.UsageRetention(), about: texts.AboutRetention(), detail: texts.DetailRetention(), config: true,
		flags: func(fs *flag.FlagSet) action {
			preview := fs.Bool("preview", false, "")
			return func(ctx context.Context, c *console, call call) error {
				return c.withStore(ctx, call, texts.BusyRetention(), func(cfg app.Config, store *storage.Store) error {
					return app.Retention(ctx, c.out, cfg, store, c.now(), *preview)
				})
			}
		},
	}
}
