package main

import (
	"context"
	"fmt"

	"guongsang/internal/app"
	"guongsang/internal/texts"
)

func drillCommand() command {
	return command{name: "drill", usage: texts.UsageDrill(), about: texts.AboutDrill(), config: true, flags: ofBackups(drill)}
}

// drill tries the newest backup; it needs no running program and disturbs none.
func drill(_ context.Context, c *console, o opening) error {
	d, err := app.DrillBackup(o.cfg, c.now(), o.verify, o.keys)
	if err == nil {
		fmt.Fprintln(c.out, d.Words(o.cfg))
	}
	return err
}
