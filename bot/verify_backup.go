package main

import (
	"context"
	"fmt"
	"os"

	"guongsang/internal/app"
	"guongsang/internal/texts"
)

func verifyCommand() command {
	return command{
		name: "verify", usage: texts.UsageVerify(), about: texts.AboutVerify(), least: 1, most: 1, config: true, flags: ofBackups(verifyBackup),
	}
}

// verifyBackup reads a backup, or a store file that nobody holds, and says what it saw.
func verifyBackup(ctx context.Context, c *console, o opening) error {
	from := o.args[0]
	if info, err := os.Stat(from); err == nil && !info.IsDir() {
		if err := c.verifyStore(ctx, from); err != nil {
			return err
		}
		fmt.Fprintln(c.out, texts.VerifiedStore(from))
		return nil
	}
	m, opened, err := app.VerifyBackup(from, c.now(), o.verify, o.keys)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.out, texts.VerifiedBackup(o.cfg.Office().Moment(m.Made), m.Version, len(m.Media), len(m.Missing), opened))
	return nil
}
