package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/app"
	"guongsang/internal/directory"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

func importUnitsCommand() command {
	return command{
		name: "import-units", usage: texts.UsageImportUnits(), about: texts.AboutImportUnits(), least: 1, most: 1, config: true,
		flags: func(fs *flag.FlagSet) action {
			yes := fs.Bool("yes", false, "")
			return func(ctx context.Context, c *console, call call) error { return importUnits(ctx, c, call, *yes) }
		},
	}
}

// shown is how many units the preview names under each head.
const shown = 20

// importUnits reads a unit list, shows what it would change, and asks.
func importUnits(ctx context.Context, c *console, call call, yes bool) error {
	cfg, err := app.Load(call.config)
	if err != nil {
		return err
	}
	if says := directory.KindOf(call.args[0]).SaveAs; says != "" {
		return app.OperatorError(says)
	}
	file, err := os.ReadFile(call.args[0])
	if err != nil {
		return fmt.Errorf("reading the list of units: %w", err)
	}
	store, err := c.open(ctx, cfg)
	if errors.Is(err, disk.ErrBusy) {
		return app.OperatorError(texts.BusyImport())
	}
	if err != nil {
		return err
	}
	defer store.Close()
	list, err := c.readList(ctx, file, store.Directory(), yes)
	if err != nil {
		return err
	}
	rules := cfg.Rules()
	today := report.DateOf(c.now().In(rules.Zone))
	preview := directory.Compare(store.Directory(), rules.Begin(report.TrainByList(list.Units, store.Directory(), today), store.Directory(), today))
	for _, line := range slices.Concat(list.Notices, preview.Lines(shown)) {
		fmt.Fprintln(c.out, line)
	}
	if len(preview.New) > 0 {
		fmt.Fprintln(c.out, texts.FirstDuties(rules.First(preview.New, today)))
	}
	units := preview.Units()
	if len(units) == 0 {
		fmt.Fprintln(c.out, texts.NothingToImport())
		return nil
	}
	if !yes {
		ok, err := c.confirm(texts.ConfirmImport(len(units)))
		if err != nil {
			return err
		}
		if !ok {
			fmt.Fprintln(c.out, texts.NotImported())
			return nil
		}
	}
	if err := putUnits(store, c, units); err != nil {
		return err
	}
	fmt.Fprintln(c.out, texts.Imported(len(units)))
	return nil
}

// readList reads a list, and asks for what it leaves open; where nothing may be
// asked, that is an error.
func (c *console) readList(ctx context.Context, file []byte, current report.Directory, yes bool) (directory.List, error) {
	in := bufio.NewReader(c.in)
	c.in = in // what was read ahead is for the next question
	list, err := directory.Read(ctx, file, current, "")
	for err == nil && list.Question != nil {
		q := list.Question
		if yes {
			return list, app.OperatorError(texts.ListLeavesOpen(q.Says))
		}
		fmt.Fprintln(c.out, q.Says)
		for i, choice := range q.Choices {
			fmt.Fprintf(c.out, "  %d. %s\n", i+1, choice.Label)
		}
		fmt.Fprint(c.out, texts.AskNumber(len(q.Choices))+" ")
		line, _ := in.ReadString('\n') // its end answers nothing
		n, wrong := strconv.Atoi(strings.TrimSpace(line))
		if wrong != nil || n < 1 || n > len(q.Choices) {
			return list, app.OperatorError(texts.NotImported())
		}
		list, err = directory.Read(ctx, file, current, q.Choices[n-1].Answers)
	}
	return list, err
}

func putUnits(store *storage.Store, c *console, units []report.Unit) error {
	return store.Update(c.now(), func(tx *storage.Tx) error {
		if err := tx.AuditUnits(0, units); err != nil {
			return err
		}
		if err := tx.PutUnits(units); err != nil {
			return err
		}
		return tx.Audit(0, report.UnitsImported, report.Ref{Count: len(units)})
	})
}

// open verifies the store and opens it for work.
func (c *console) open(ctx context.Context, cfg app.Config) (*storage.Store, error) {
	if err := c.sound(ctx, cfg.Storage.Path); err != nil {
		return nil, err
	}
	return storage.Open(cfg.Storage.Path, cfg.Rules())
}

// confirm asks a question that only c or có answers with yes. That nobody answers
// at all is an error.
func (c *console) confirm(question string) (bool, error) {
	fmt.Fprint(c.out, question+" ")
	line, err := bufio.NewReader(c.in).ReadString('\n')
	switch {
	case errors.Is(err, io.EOF) && strings.TrimSpace(line) == "":
		fmt.Fprintln(c.out)
		return false, app.OperatorError(texts.NobodyAnswered())
	case err != nil && !errors.Is(err, io.EOF):
		return false, fmt.Errorf("reading the answer: %w", err)
	}
	answer := letters.Fold(strings.TrimSpace(line))
	return answer == "c" || answer == "co" || answer == "y" || answer == "yes", nil
}
