package main

import (
	"context"
	"flag"
	"fmt"

	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

func compactCommand() command {
	return command{
		name: "compact", about: texts.AboutCompact(), config: true,
		flags: func(*flag.FlagSet) action { return compact },
	}
}

// compact gives the disk back what the store's file no longer needs.
func compact(ctx context.Context, c *console, call call) error {
	cfg, err := loadStored(call.config)
	if err != nil {
		return err
	}
	done, err := disk.Compact(cfg.Storage.Path, func(path string) error { return c.verifyStore(ctx, path) })
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out, texts.Compacted(done.Before, done.After))
	return nil
}
