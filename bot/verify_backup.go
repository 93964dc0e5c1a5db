package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

func verifyCommand() command {
	return command{
		name: "verify", usage: texts.UsageVerify(), about: texts.AboutVerify(), least: 1, most: 1, config: true,
		flags: func(fs *flag.FlagSet) action {
			identity := fs.String("identity", "", "")
			return func(ctx context.Context, c *console, call call) error { return verifyBackup(ctx, c, call, *identity) }
		},
	}
}

// verifyBackup reads a backup, or a store file that nobody holds, and says what it saw.
func verifyBackup(ctx context.Context, c *console, call call, identity string) error {
	cfg, err := app.Load(call.config)
	if err != nil {
		return err
	}
	identities, err := disk.ReadIdentities(identity)
	if err != nil {
		return err
	}
	from := call.args[0]
	if info, err := os.Stat(from); err == nil && !info.IsDir() {
		if err := c.verifyStore(ctx, from); err != nil {
			return err
		}
		fmt.Fprintln(c.out, texts.VerifiedStore(from))
		return nil
	}
	m, opened, err := app.VerifyBackup(from, c.now(), func(path string) error { return c.verifyRecords(ctx, path) }, identities)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out, texts.VerifiedBackup(cfg.Office().Moment(m.Made), m.Version, len(m.Media), len(m.Missing), opened))
	return nil
}
