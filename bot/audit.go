package main

import (
	"context"
	"errors"
	"flag"

	"guongsang/internal/app"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

func auditCommand() command {
	return command{
		name: "audit", usage: texts.UsageAudit(), about: texts.AboutAudit(), detail: texts.DetailAudit(), config: true,
		flags: func(fs *flag.FlagSet) action {
			var r app.AuditRequest
			for name, to := range map[string]*string{"unit": &r.Unit, "person": &r.Person, "record": &r.Record, "from": &r.From, "to": &r.To} {
				fs.StringVar(to, name, "", "")
			}
			fs.BoolVar(&r.CSV, "csv", false, "")
			return func(ctx context.Context, c *console, call call) error {
				return c.withStore(ctx, call, texts.BusyAudit(), func(cfg app.Config, store *storage.Store) error {
					return app.PrintAudit(c.out, store, cfg.Office(), c.now(), r)
				})
			}
		},
	}
}

// withStore opens the store that is there and does something with it; busy is said
// where the bot has it.
func (c *console) withStore(ctx context.Context, call call, busy string, do func(app.Config, *storage.Store) error) error {
	cfg, err := loadStored(call.config)
	if err != nil {
		return err
	}
	store, err := c.open(ctx, cfg)
	if errors.Is(err, disk.ErrBusy) {
		return app.OperatorError(busy)
	}
	if err != nil {
		return err
	}
	return errors.Join(do(cfg, store), store.Close())
}
