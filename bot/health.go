package main

import (
	"context"
	"flag"
	"fmt"

	"guongsang/internal/app"
	"guongsang/internal/texts"
)

// healthCommand asks the bot that runs whether it works, as a container has it asked.
func healthCommand() command {
	return command{name: "health", about: texts.AboutHealth(), config: true, flags: func(*flag.FlagSet) action {
		return func(ctx context.Context, c *console, call call) error {
			says, err := app.AskHealth(ctx, call.config)
			fmt.Fprint(c.out, says)
			return err
		}
	}}
}
