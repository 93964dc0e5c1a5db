package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"guongsang/internal/retry"
	"guongsang/internal/telegram"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// How long it is until the channel is asked for again: after a refusal somebody has to
// do something first.
const (
	channelUnheard = time.Minute
	channelRefused = 10 * time.Minute
)

// seekChannel learns which chat the configured channel is, and whether the bot may
// post there, until it may. The admins hear once of each start that it may not.
func (p *Program) seekChannel(ctx context.Context) {
	name := p.cfg.Publication.Channel
	if name == "" || p.cfg.Training { // nothing is posted that is only tried
		return
	}
	for told := false; ctx.Err() == nil; {
		ch, err := p.client.Channel(ctx, name)
		problem, known := channelProblem(name, ch, err)
		switch {
		case !known:
			p.outside.Log.Info("channel not asked yet", "err", err)
			retry.Sleep(ctx, channelUnheard)
			continue
		case problem == "":
			p.outside.Log.Info("channel found", "channel", name, "chat", ch.ID)
			p.keepChannel(name, ch.ID)
			return
		case !told:
			told = true
			p.outside.Log.Warn("channel cannot be posted to", "channel", name, "err", err, "posts", ch.MayPost)
			p.tellOfChannel(problem)
		}
		retry.Sleep(ctx, channelRefused)
	}
}

func (p *Program) keepChannel(name string, chat int64) {
	err := p.store.Update(p.outside.Now(), func(tx *storage.Tx) error { return tx.PutChannel(name, chat) })
	if err != nil {
		p.outside.Log.Error("keeping the channel", "err", err)
	}
}

func (p *Program) tellOfChannel(problem string) {
	err := p.store.Update(p.outside.Now(), func(tx *storage.Tx) error {
		return tx.TellAdmins(fmt.Sprintf("channel/%d", p.began.Unix()), storage.Reply, problem)
	})
	if err != nil {
		p.outside.Log.Error("telling the admins of the channel", "err", err)
	}
}

// channelProblem says, for the operator, what keeps the bot from posting in a channel;
// "" if nothing does. Not known means that Telegram did not answer.
func channelProblem(name string, ch telegram.Channel, err error) (problem string, known bool) {
	switch {
	case errors.Is(err, telegram.ErrNoChannel):
		return texts.ChannelUnseen(name), true
	case err != nil:
		return "", false
	case !ch.MayPost:
		return texts.ChannelForbidden(name), true
	}
	return "", true
}

// channelTimeout bounds how long a check waits for Telegram.
const channelTimeout = 10 * time.Second

// Missing says, for the operator, all that the bot lacks to reach Telegram, the channel
// to post in, and where to put its backups.
func Missing(ctx context.Context, cfg Config, env Env) []string {
	missing := MissingSecrets(cfg.Telegram, env)
	if err := backupsFit(cfg.Backup.Path); err != nil {
		missing = append(missing, texts.BackupFolderUnfit(cfg.Backup.Path, err.Error()))
	}
	token, err := Token(cfg.Telegram, env)
	if cfg.Publication.Channel == "" || err != nil || token.Empty() {
		return missing
	}
	client, err := telegram.New(telegram.Options{Token: token.Reveal(), APIURL: cfg.Telegram.APIURL, ProxyURL: cfg.Telegram.ProxyURL.Reveal()})
	if err != nil {
		return missing // said where the bot is started
	}
	ctx, cancel := context.WithTimeout(ctx, channelTimeout)
	defer cancel()
	ch, err := client.Channel(ctx, cfg.Publication.Channel)
	problem, known := channelProblem(cfg.Publication.Channel, ch, err)
	switch {
	case !known:
		missing = append(missing, texts.ChannelUnheard(cfg.Publication.Channel))
	case problem != "":
		missing = append(missing, problem)
	}
	return missing
}
