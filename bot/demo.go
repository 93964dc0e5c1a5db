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
// the browser, or, with -play, as the story of a month in the terminal; or, with
// -units, makes a store of that many units to measure with.
func demoCommand() command {
	return command{name: "demo", usage: demotexts.Usage(), about: demotexts.About(), detail: demotexts.Flags(), flags: func(fs *flag.FlagSet) action {
		var story demo.PlayOptions
		var page demo.PageOptions
		play := fs.Bool("play", false, "")
		fs.StringVar(&page.Addr, "addr", "127.0.0.1:8080", "")
		fs.StringVar(&page.Store, "store", "", "")
		fs.IntVar(&story.Days, "days", 0, "")
		fs.BoolVar(&story.Quiet, "quiet", false, "")
		fs.StringVar(&story.Out, "out", "", "")
		var made demo.GenerateOptions
		fs.IntVar(&made.Units, "units", 0, "")
		fs.IntVar(&made.Years, "years", 1, "")
		fs.Uint64Var(&made.Seed, "seed", 0, "")
		return func(ctx context.Context, c *console, _ call) error {
			if err := demoFlags(fs, *play); err != nil {
				return err
			}
			switch {
			case made.Units != 0:
				made.Store = page.Store
				return c.generateDemo(ctx, made)
			case *play && made.Seed != 0:
				return demo.PlaySeed(ctx, made.Seed, c.out)
			case *play:
				story.Store = page.Store
				return c.playDemo(ctx, story)
			}
			page.Seed = made.Seed
			return c.serveDemo(ctx, page)
		}
	}}
}

// demoFlags refuses flags that mean nothing in the way the demo was called.
func demoFlags(fs *flag.FlagSet, play bool) (err error) {
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	foreign := map[string]bool{"days": !play, "quiet": !play, "out": !play, "addr": play}
	fs.Visit(func(f *flag.Flag) {
		switch {
		case given["units"] && f.Name != "store" && f.Name != "years" && f.Name != "seed" && f.Name != "units":
			err = usageError{demotexts.FlagWithUnits(f.Name)}
		case given["seed"] && !given["units"] && f.Name != "seed" && f.Name != "play" && f.Name != "addr":
			err = usageError{demotexts.FlagWithSeed(f.Name)}
		case !given["units"] && f.Name == "years":
			err = usageError{demotexts.FlagWithoutUnits(f.Name)}
		case foreign[f.Name] && !given["units"]:
			err = usageError{demotexts.Flag(f.Name, play)}
		}
	})
	return err
}

// generateDemo makes a store to measure with. One that is there already is
// refused before anything is written.
func (c *console) generateDemo(ctx context.Context, options demo.GenerateOptions) error {
	if options.Store == "" || options.Units < 1 || options.Units > demo.MaxUnits || options.Years < 1 || options.Years > demo.MaxYears {
		return usageError{demotexts.Generate(demo.MaxUnits, demo.MaxYears)}
	}
	if err := emptyFolder("store", options.Store); err != nil {
		return err
	}
	return demo.Generate(ctx, options, c.out)
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
