package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log/slog"
	"os"

	"guongsang/internal/demo"
	"guongsang/internal/demotexts"
	"guongsang/internal/webchat"
)

// demoCommand shows the whole bot without a token or a network: on a page in
// the browser, or, with -play, as the story of a month in the terminal.
func demoCommand() command {
	return command{name: "demo", usage: demotexts.Usage(), about: demotexts.About(), flags: func(fs *flag.FlagSet) action {
		var story demo.PlayOptions
		var page demo.PageOptions
		play := fs.Bool("play", false, "")
		fs.StringVar(&page.Addr, "addr", "127.0.0.1:8080", "")
		fs.StringVar(&page.Store, "store", "", "")
		fs.IntVar(&story.Days, "days", 0, "")
		fs.BoolVar(&story.Quiet, "quiet", false, "")
		fs.StringVar(&story.Out, "out", "", "")
		return func(ctx context.Context, c *console, _ call) error {
			if err := demoFlags(fs, *play); err != nil {
				return err
			}
			if *play {
				story.Store = page.Store
				return c.playDemo(ctx, story)
			}
			return c.serveDemo(ctx, page)
		}
	}}
}

// demoFlags refuses flags that mean nothing in the way the demo was called.
func demoFlags(fs *flag.FlagSet, play bool) (err error) {
	foreign := map[string]bool{"days": !play, "quiet": !play, "out": !play, "addr": play}
	fs.Visit(func(f *flag.Flag) {
		if foreign[f.Name] {
			err = usageError{demotexts.Flag(f.Name, play)}
		}
	})
	return err
}

// playDemo tells the story. What could not be kept is refused before it is
// played.
func (c *console) playDemo(ctx context.Context, options demo.PlayOptions) error {
	if options.Days < 0 {
		return usageError{demotexts.Days()}
	}
	if err := errors.Join(emptyFolder("out", options.Out), emptyFolder("store", options.Store)); err != nil {
		return err
	}
	return demo.Play(ctx, options, c.out)
}

// emptyFolder refuses the folder of a flag if it has something in it.
func emptyFolder(flag, dir string) error {
	if dir == "" {
		return nil
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("looking into the folder of -%s: %w", flag, err)
	case len(entries) > 0:
		return usageError{demotexts.FolderFull(flag, dir)}
	}
	return nil
}

// serveDemo serves the page, on this machine alone.
func (c *console) serveDemo(ctx context.Context, options demo.PageOptions) error {
	if !webchat.Loopback(options.Addr) {
		return usageError{demotexts.Loopback(options.Addr)}
	}
	log := slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	return demo.Serve(ctx, options, c.out, log)
}
