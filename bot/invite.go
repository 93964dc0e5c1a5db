package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/app"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
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
	office.Bot = app.NameOf(ctx, cfg, store, c.env, c.now)
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
