package main

import (
	"context"
	"flag"

	"guongsang/internal/texts"
)

// demoCommand shows the whole bot without a token or a network: on a page in
// the browser, or, with -play, as the story of a month in the terminal.
func demoCommand() command {
	return command{name: "demo", usage: texts.UsageDemo(), about: texts.AboutDemo(), flags: func(fs *flag.FlagSet) action {
		var story playOptions
		var web webOptions
		play := fs.Bool("play", false, "")
		fs.StringVar(&web.Addr, "addr", "127.0.0.1:8080", "")
		fs.StringVar(&web.Store, "store", "", "")
		fs.IntVar(&story.Days, "days", 0, "")
		fs.BoolVar(&story.Quiet, "quiet", false, "")
		fs.StringVar(&story.Out, "out", "", "")
		return func(ctx context.Context, c *console, _ call) error {
			if err := demoFlags(fs, *play); err != nil {
				return err
			}
			if story.Days < 0 {
				return usageError{texts.DemoDays()}
			}
			if !*play {
				return runWeb(ctx, web, c)
			}
			story.Store = web.Store
			return runPlay(ctx, story, c.out)
		}
	}}
}

// demoFlags refuses flags that mean nothing in the way the demo was called.
func demoFlags(fs *flag.FlagSet, play bool) (err error) {
	foreign := map[string]bool{"days": !play, "quiet": !play, "out": !play, "addr": play}
	fs.Visit(func(f *flag.Flag) {
		if foreign[f.Name] {
			err = usageError{texts.DemoFlag(f.Name, play)}
		}
	})
	return err
}
