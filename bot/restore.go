package main

import (
	"context"
	"flag"
	"fmt"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

func restoreCommand() command {
	return command{
		name: "restore", usage: texts.UsageRestore(), about: texts.AboutRestore(), least: 1, most: 1, config: true,
		flags: func(fs *flag.FlagSet) action {
			identity := fs.String("identity", "", "")
			return func(ctx context.Context, c *console, call call) error { return restore(ctx, c, call, *identity) }
		},
	}
}

// restore puts a backup in the place of the store, opened by the identity if it is encrypted.
func restore(ctx context.Context, c *console, call call, identity string) error {
	cfg, err := app.Load(call.config)
	if err != nil {
		return err
	}
	identities, err := disk.ReadIdentities(identity)
	if err != nil {
		return err
	}
	verify := func(path string) error { return c.verifyRecords(ctx, path) }
	r, err := disk.Restore(call.args[0], cfg.Storage.Path, c.now().In(cfg.Timezone.Location), verify, identities...)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out, texts.Restored(r.Store, cfg.Office().Moment(r.Made), r.Media, len(r.Missing)))
	if r.Aside != "" {
		fmt.Fprintln(c.out, texts.ReplacedStore(r.Aside))
	}
	return nil
}
