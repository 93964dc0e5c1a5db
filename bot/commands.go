package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"guongsang/internal/app"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// A command is one thing that the program can be told to do.
type command struct {
	name   string
	usage  string // flags and arguments, for the help
	about  string // one line, for the help; empty: not shown
	detail string // what the flags mean, for the help of the command alone
	least  int    // how many arguments it takes
	most   int
	config bool // takes -config
	// flags declares the command's own flags and returns what it does.
	flags func(*flag.FlagSet) action
}

// An action does a command. The arguments are those after the flags.
type action func(ctx context.Context, c *console, call call) error

// A call is what a command was told.
type call struct {
	config string // path of the configuration
	args   []string
}

// commands lists all commands in the order of the help.
func commands() []command {
	return []command{
		runCommand(),
		demoCommand(),
		checkCommand(),
		healthCommand(),
		importUnitsCommand(),
		inviteCommand(),
		reportCommand(),
		enterCommand(),
		auditCommand(),
		backupCommand(),
		retentionCommand(),
		exportTemplateCommand(),
		verifyCommand(),
		restoreCommand(),
		exportCommand(),
		importCommand(),
		compactCommand(),
		versionCommand(),
		verifyStoreCommand(),
	}
}

// A usageError is a call that was not understood.
type usageError struct{ says string }

func (e usageError) Error() string { return e.says }

// command finds and does the command that args name.
func (c *console) command(ctx context.Context, args []string) int {
	err := c.dispatch(ctx, args)
	var usage usageError
	var silent exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &silent):
		return int(silent)
	case errors.As(err, &usage):
		fmt.Fprintln(c.err, usage.says)
		return exitUsage
	}
	fmt.Fprintln(c.err, app.Explain(err))
	return exitFault
}

func (c *console) dispatch(ctx context.Context, args []string) error {
	config, args, err := leadingConfig(args)
	if err != nil {
		return err
	}
	if len(args) == 0 || isHelp(args[0]) {
		return c.help(args)
	}
	cmd, err := findCommand(args[0])
	if err != nil {
		return err
	}
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	if cmd.config {
		fs.StringVar(&config, "config", config, "")
	}
	do := cmd.flags(fs)
	rest, err := app.ParseFlags(fs, args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return c.help([]string{"help", cmd.name})
	}
	if err != nil {
		return usageError{err.Error() + "\n" + texts.SeeHelp(cmd.name)}
	}
	if len(rest) < cmd.least || len(rest) > cmd.most {
		return usageError{texts.WrongArguments(cmd.name, cmd.usage)}
	}
	return do(ctx, c, call{config, rest})
}

// leadingConfig takes -config off the front, where it may stand as well.
func leadingConfig(args []string) (config string, rest []string, err error) {
	config = "config.yaml"
	for len(args) > 0 {
		name, value, joined := strings.Cut(args[0], "=")
		if name != "-config" && name != "--config" {
			return config, args, nil
		}
		if !joined && len(args) == 1 {
			return config, nil, usageError{texts.FlagNeedsValue("config")}
		}
		if joined {
			config, args = value, args[1:]
		} else {
			config, args = args[1], args[2:]
		}
	}
	return config, nil, nil
}

func isHelp(word string) bool {
	return slices.Contains([]string{"help", "-h", "-help", "--help", "-?", "/?"}, word)
}

func findCommand(name string) (command, error) {
	var names []string
	for _, cmd := range commands() {
		if cmd.name == name {
			return cmd, nil
		}
		if cmd.about != "" {
			names = append(names, cmd.name)
		}
	}
	return command{}, usageError{texts.UnknownCommand(name, letters.Nearest(strings.ToLower(name), names))}
}

// help shows all commands, or one.
func (c *console) help(args []string) error {
	if len(args) > 1 && args[1] != "help" {
		cmd, err := findCommand(args[1])
		if err != nil {
			return err
		}
		fmt.Fprintln(c.out, texts.CommandHelp(cmd.name, cmd.usage, cmd.about, cmd.detail, cmd.config))
		return nil
	}
	var lines [][2]string
	for _, cmd := range commands() {
		if cmd.about != "" {
			lines = append(lines, [2]string{cmd.name + " " + cmd.usage, cmd.about})
		}
	}
	if len(args) == 0 {
		return usageError{texts.Help(lines)}
	}
	fmt.Fprintln(c.out, texts.Help(lines))
	return nil
}
