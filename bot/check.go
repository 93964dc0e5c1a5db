package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"guongsang/internal/app"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

func checkCommand() command {
	return command{
		name: "check", about: texts.AboutCheck(), config: true,
		flags: func(*flag.FlagSet) action { return checkAll },
	}
}

// checkAll prints what the configuration means and what is missing.
func checkAll(ctx context.Context, c *console, call call) error {
	cfg, err := app.Load(call.config)
	if err != nil {
		return err
	}
	say := func(text string) { fmt.Fprintln(c.out, text) }
	office := cfg.Office()
	say(texts.CheckHead(call.config, office, cfg.Organization.Parent))
	if cfg.Telegram.OwnServer() {
		say(texts.OwnServer(cfg.Telegram.APIURL))
	}
	app.ShowRules(c.out, cfg, report.DateOf(c.now().In(cfg.Timezone.Location)))
	if err := app.ShowTemplates(c.out, cfg); err != nil {
		return err
	}
	app.ShowPDF(c.out, cfg)
	missing, err := c.showStore(ctx, cfg)
	if err != nil {
		return err
	}
	if stored(filepath.Join(cfg.Storage.Path, disk.FileName)) {
		short, err := app.ShowSpace(c.out, cfg)
		if err != nil {
			return err
		}
		missing = append(missing, short...)
	}
	missing = append(app.Missing(ctx, cfg, c.env), missing...)
	if cfg.Organization.Sample() {
		missing = append([]string{texts.SampleOffice(call.config)}, missing...)
	}
	say(texts.CheckMissing(missing))
	return nil
}

// showStore prints what the store holds, and says what it lacks. It neither
// makes a store nor changes one.
func (c *console) showStore(ctx context.Context, cfg app.Config) (missing []string, err error) {
	path := filepath.Join(cfg.Storage.Path, disk.FileName)
	if _, err := os.Stat(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("looking for the store: %w", err)
	}
	if !stored(path) {
		fmt.Fprintln(c.out, "\n"+texts.NoStoreYet(cfg.Storage.Path))
		app.ShowFirst(c.out, cfg.Rules(), nil, c.now())
		return []string{texts.NoUnitsYet(), texts.NoAdminYet()}, nil
	}
	err = c.verifyStore(ctx, path)
	if errors.Is(err, disk.ErrBusy) {
		fmt.Fprintln(c.out, "\n"+texts.StoreInUse(path))
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	version, err := disk.FileVersion(path)
	if err != nil {
		return nil, err
	}
	fmt.Fprintln(c.out, "\n"+texts.StoreVersion(path, version, disk.Version))
	if version != disk.Version {
		return nil, nil
	}
	store, err := storage.Open(cfg.Storage.Path, cfg.Rules())
	if err != nil {
		return nil, err
	}
	defer store.Close()
	return app.ShowPeople(c.out, store, c.now())
}
