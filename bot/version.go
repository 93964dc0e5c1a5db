package main

import (
	"context"
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"

	"guongsang/internal/texts"
	"guongsang/storage"
)

func versionCommand() command {
	return command{name: "version", about: texts.AboutVersion(), flags: func(*flag.FlagSet) action {
		return func(_ context.Context, c *console, _ call) error {
			version, revision := buildVersion()
			fmt.Fprintln(c.out, texts.Version(version, revision, runtime.Version(), storage.Version()))
			return nil
		}
	}}
}

// buildVersion is what the build knows of itself.
func buildVersion() (version, revision string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "?", ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			revision = s.Value[:12]
		}
	}
	return info.Main.Version, revision
}
