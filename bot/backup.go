package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage"
)

func backupCommand() command {
	return command{
		name: "backup", about: texts.AboutBackup(), config: true,
		flags: func(*flag.FlagSet) action { return backup },
	}
}

// backup makes the copy that the schedule makes, at once.
func backup(ctx context.Context, c *console, call call) error {
	return c.withStore(ctx, call, texts.BusyBackup(), func(cfg app.Config, store *storage.Store) error {
		b, err := app.Backup(ctx, cfg, store, c.now(), slog.New(slog.DiscardHandler))
		if err == nil {
			fmt.Fprintln(c.out, texts.BackedUp(b.Path, b.Store.Size, len(b.Media), len(b.Missing)))
		}
		return err
	})
}
