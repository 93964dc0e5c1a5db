package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/app"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/telegram"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

func inviteCommand() command {
	return command{
		name: "invite", usage: texts.UsageInvite(), about: texts.AboutInvite(), config: true,
		flags: func(fs *flag.FlagSet) action {
			role := fs.String("role", "", "")
			unit := fs.String("unit", "", "")
			block := fs.String("block", "", "")
			return func(ctx context.Context, c *console, call call) error {
				return makeInvite(ctx, c, call, *role, *unit, *block)
			}
		},
	}
}

// makeInvite makes an invite to a post and prints it, once.
func makeInvite(ctx context.Context, c *console, call call, role, unit, block string) error {
	post, err := readPost(role, unit, block)
	if err != nil {
		return err
	}
	cfg, err := app.Load(call.config)
	if err != nil {
		return err
	}
	store, err := c.open(ctx, cfg)
	if errors.Is(err, disk.ErrBusy) {
		return app.OperatorError(texts.BusyInvite())
	}
	if err != nil {
		return err
	}
	defer store.Close()
	if err := app.CheckPlace(store.Directory(), &post); err != nil {
		return err
	}
	code, i, err := app.IssueInvite(store, post, c.now())
	if err != nil {
		return err
	}
	office := cfg.Office()
	office.Bot = c.botName(ctx, cfg, store)
	u, _ := store.Directory().Unit(post.Unit)
	fmt.Fprintln(c.out, texts.InviteCode(texts.PostOf(post, u.Label()), code, office.InviteLink(code), office.Moment(i.Expires)))
	return nil
}

// roleNames are the roles as the command line has them; deputy is a focal
// point who is dự phòng.
var roleNames = []string{"focal", "deputy", "head", "blockhead", "officer", "leader", "admin"}

// readPost reads the flags; which unit or block there is comes later.
func readPost(role, unit, block string) (p report.Post, err error) {
	role, unit, block = strings.ToLower(role), strings.TrimSpace(unit), strings.TrimSpace(block)
	p = report.Post{Role: report.Role(role), Unit: unit, Block: block}
	ofUnit := slices.Contains([]string{"focal", "deputy", "head"}, role)
	switch {
	case !slices.Contains(roleNames, role):
		return p, usageError{texts.WhichRole(roleNames, letters.Nearest(role, roleNames))}
	case ofUnit != (unit != ""):
		return p, usageError{texts.RoleAndUnit(role, ofUnit)}
	case (role == "blockhead") != (block != ""):
		return p, usageError{texts.RoleAndBlock(role, role == "blockhead")}
	}
	if role == "deputy" {
		p.Role, p.Deputy = report.Focal, true
	}
	return p, nil
}

// askName bounds how long Telegram is asked for the bot's name.
const askName = 5 * time.Second

// botName is the bot's user name as the store has it, or as Telegram says if
// there is a token; "" if neither is to be had.
func (c *console) botName(ctx context.Context, cfg app.Config, store *storage.Store) string {
	if name, err := store.BotName(); err == nil && name != "" {
		return name
	}
	token, err := app.Token(cfg.Telegram, c.env)
	if err != nil || token.Empty() {
		return ""
	}
	client, err := telegram.New(telegram.Options{
		Token: token.Reveal(), APIURL: cfg.Telegram.APIURL, ProxyURL: cfg.Telegram.ProxyURL.Reveal(), Now: c.now,
	})
	if err != nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, askName)
	defer cancel()
	client.Introduce(ctx, telegram.Profile{})
	return client.Username()
}
