package main

import (
	"context"
	"flag"
	"fmt"
	"runtime"

	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

func versionCommand() command {
	return command{name: "version", about: texts.AboutVersion(), flags: func(*flag.FlagSet) action {
		return func(_ context.Context, c *console, _ call) error {
			build := disk.ThisBuild()
			fmt.Fprintln(c.out, texts.Version(build.Version, build.Commit, runtime.Version(), disk.Version))
			return nil
		}
	}}
}
