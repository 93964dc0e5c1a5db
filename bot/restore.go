package main

import (
	"context"
	"flag"
	"fmt"

	"filippo.io/age"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

func restoreCommand() command {
	return command{
		name: "restore", usage: texts.UsageRestore(), about: texts.AboutRestore(), least: 1, most: 1, config: true, flags: ofBackups(restore),
	}
}

// An opening is what a command about backups was told.
type opening struct {
	call
	cfg    app.Config
	keys   []age.Identity          // that open encrypted backups
	verify func(path string) error // reads all records of a store, in a process of its own
}

// ofBackups declares -identity, and does something with what was told.
func ofBackups(do func(ctx context.Context, c *console, o opening) error) func(*flag.FlagSet) action {
	return func(fs *flag.FlagSet) action {
		identity := fs.String("identity", "", "")
		return func(ctx context.Context, c *console, call call) error {
			cfg, err := app.Load(call.config)
			if err != nil {
				return err
			}
			keys, err := disk.ReadIdentities(*identity)
			if err != nil {
				return err
			}
			return do(ctx, c, opening{call, cfg, keys, func(path string) error { return c.verifyRecords(ctx, path) }})
		}
	}
}

// restore puts a backup in the place of the store.
func restore(_ context.Context, c *console, o opening) error {
	r, err := disk.Restore(o.args[0], o.cfg.Storage.Path, c.now().In(o.cfg.Timezone.Location), o.verify, o.keys...)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out, texts.Restored(r.Store, o.cfg.Office().Moment(r.Made), r.Media, len(r.Missing)))
	if r.Aside != "" {
		fmt.Fprintln(c.out, texts.ReplacedStore(r.Aside))
	}
	return nil
}
