package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage"
)

func enterCommand() command {
	return command{
		name: "enter", usage: texts.UsageEnter(), about: texts.AboutEnter(), detail: texts.DetailEnter(), config: true,
		flags: func(fs *flag.FlagSet) action {
			r := app.EntryRequest{Answers: map[string]string{}}
			for name, to := range map[string]*string{"unit": &r.Unit, "period": &r.Period, "how": &r.How, "at": &r.At, "by": &r.By, "file": &r.File} {
				fs.StringVar(to, name, "", "")
			}
			fs.BoolVar(&r.Nil, "nil", false, "")
			fs.BoolVar(&r.Sure, "yes", false, "")
			for _, key := range app.EntryKeys {
				fs.Func(key, "", func(text string) error { r.Answers[key] = text; return nil })
			}
			return func(ctx context.Context, c *console, call call) error {
				return c.withStore(ctx, call, texts.BusyEnter(), func(cfg app.Config, store *storage.Store) error {
					says, err := app.Enter(ctx, cfg, store, c.now(), slog.New(slog.NewTextHandler(c.err, nil)), r)
					if err == nil {
						fmt.Fprintln(c.out, says)
					}
					return err
				})
			}
		},
	}
}
