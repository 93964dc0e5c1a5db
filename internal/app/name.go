package app

import (
	"context"
	"time"

	"guongsang/internal/telegram"
	"guongsang/storage"
)

// askName bounds how long Telegram is asked for the bot's name.
const askName = 5 * time.Second

// NameOf is the bot's user name as the store has it, or as Telegram says if there is a
// token; "" if neither is to be had.
func NameOf(ctx context.Context, cfg Config, store *storage.Store, env Env, now func() time.Time) string {
	if name, err := store.BotName(); err == nil && name != "" {
		return name
	}
	token, err := Token(cfg.Telegram, env)
	if err != nil || token.Empty() {
		return ""
	}
	client, err := telegram.New(telegram.Options{
		Token: token.Reveal(), APIURL: cfg.Telegram.APIURL, ProxyURL: cfg.Telegram.ProxyURL.Reveal(), Now: now,
	})
	if err != nil {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, askName)
	defer cancel()
	client.Introduce(ctx, telegram.Profile{})
	return client.Username()
}
