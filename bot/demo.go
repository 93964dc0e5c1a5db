package main

import (
	"context"
	"flag"

	"guongsang/internal/texts"
)

// demoCommand plays the story of a month against an emulated Telegram: no
// token, no network.
func demoCommand() command {
	return command{name: "demo", usage: texts.UsageDemo(), about: texts.AboutDemo(), flags: func(fs *flag.FlagSet) action {
		var options playOptions
		play := fs.Bool("play", false, "")
		fs.IntVar(&options.Days, "days", 0, "")
		fs.BoolVar(&options.Quiet, "quiet", false, "")
		fs.StringVar(&options.Store, "store", "", "")
		fs.StringVar(&options.Out, "out", "", "")
		return func(ctx context.Context, c *console, _ call) error {
			if !*play || options.Days < 0 {
				return usageError{texts.DemoNeedsPlay()}
			}
			return runPlay(ctx, options, c.out)
		}
	}}
}
