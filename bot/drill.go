package main

import (
	"context"
	"flag"
	"fmt"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

func drillCommand() command {
	return command{
		name: "drill", usage: texts.UsageDrill(), about: texts.AboutDrill(), config: true,
		flags: func(fs *flag.FlagSet) action {
			identity := fs.String("identity", "", "")
			return func(ctx context.Context, c *console, call call) error { return drill(ctx, c, call, *identity) }
		},
	}
}

// drill tries the newest backup; it needs no running program and disturbs none.
func drill(ctx context.Context, c *console, call call, identity string) error {
	cfg, err := app.Load(call.config)
	if err != nil {
		return err
	}
	identities, err := disk.ReadIdentities(identity)
	if err != nil {
		return err
	}
	d, err := app.DrillBackup(cfg, c.now(), func(path string) error { return c.verifyRecords(ctx, path) }, identities)
	if err == nil {
		fmt.Fprintln(c.out, d.Words(cfg))
	}
	return err
}
