package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"guongsang/internal/app"
	"guongsang/internal/files"
	"guongsang/internal/pdf"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/watch"
	"guongsang/storage"
	"guongsang/storage/disk"
)

func runCommand() command {
	return command{
		name: "run", about: texts.AboutRun(), config: true,
		flags: func(*flag.FlagSet) action { return serveTelegram },
	}
}

// serveTelegram runs the bot until it is told to stop.
func serveTelegram(ctx context.Context, c *console, call call) error {
	cfg, err := app.Load(call.config)
	if err != nil {
		return err
	}
	token, webhook, err := app.Secrets(cfg.Telegram, c.env)
	if err != nil {
		return err
	}
	if err := c.sound(ctx, cfg.Storage.Path); err != nil {
		return err
	}
	sums, err := app.Sums(call.config)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(c.err, nil))
	p, err := app.NewProgram(cfg, app.Outside{Token: token, WebhookSecret: webhook, Now: c.now, Log: log, Sums: sums, FindPDF: pdf.Find, Systemd: watch.FindSystemd(c.env), Verify: c.verifyRecords})
	if err != nil {
		return err
	}
	return errors.Join(c.serve(ctx, cfg, p, log), p.Close())
}

func (c *console) serve(ctx context.Context, cfg app.Config, p *app.Program, log *slog.Logger) error {
	if err := p.CheckToken(ctx); err != nil {
		return err
	}
	if err := c.firstAdmin(ctx, cfg, p.Store()); err != nil {
		return err
	}
	log.Info("started", "version", disk.ThisBuild().Version, "units", p.Store().Directory().Len(), "mode", cfg.Telegram.Mode)
	if next := c.now().In(cfg.Timezone.Location).Year() + 1; !cfg.Rules().Calendar.Confirmed(next) {
		log.Warn("the days off of next year are not confirmed yet", "year", next)
	}
	fmt.Fprintln(c.out, texts.Running())
	debug.FreeOSMemory() // what the start needed, and nothing after it
	if err := files.UnmapProgram(); err != nil {
		log.Warn("the memory that the start needed is kept", "error", err)
	}
	err := p.Run(ctx)
	fmt.Fprintln(c.out, texts.Stopped())
	return err
}

// firstAdmin prints an invite for the first admin of a store that has none.
// Each start makes a new one and revokes the one before.
func (c *console) firstAdmin(ctx context.Context, cfg app.Config, store *storage.Store) error {
	admins, err := holders(store, report.Admin)
	if err != nil || admins > 0 {
		return err
	}
	code, i, err := app.IssueInvite(store, report.Post{Role: report.Admin}, c.now())
	if err != nil {
		return fmt.Errorf("making the first admin's invite: %w", err)
	}
	office := cfg.Office()
	office.Bot = app.NameOf(ctx, cfg, store, c.env, c.now)
	fmt.Fprintln(c.out, texts.FirstAdmin(code, office.InviteLink(code), office.Moment(i.Expires)))
	return nil
}

// holders counts the members who hold a role.
func holders(store *storage.Store, role report.Role) (n int, err error) {
	err = store.View(time.Time{}, func(tx *storage.Snapshot) error {
		members, err := tx.Holders(role, "")
		n = len(members)
		return err
	})
	return n, err
}
