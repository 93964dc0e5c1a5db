package main

import (
	"context"
	"flag"
	"fmt"
	"runtime"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

func versionCommand() command {
	return command{name: "version", about: texts.AboutVersion(), flags: func(*flag.FlagSet) action {
		return func(_ context.Context, c *console, _ call) error {
			version, revision := app.BuildVersion()
			fmt.Fprintln(c.out, texts.Version(version, revision, runtime.Version(), disk.Version))
			return nil
		}
	}}
}
