package app

import (
	"bytes"
	"context"
	"runtime"
	"testing"
)

// TestWebhookThatCannotListen: when updates cannot be taken in, registering the
// webhook has ended too, although Telegram never answered.
func TestWebhookThatCannotListen(t *testing.T) {
	cfg := bubbleConfig()
	cfg.Telegram.Mode = "webhook"
	cfg.Telegram.Webhook = Webhook{Listen: "nowhere", URL: "https://bot.example/telegram"}
	inBubble(t, cfg, "2026-11-10 08:00", func(b *bubble) {
		b.srv.NetworkDown(true)
		p, err := NewProgram(b.cfg, Outside{Token: NewSecret(bubbleToken), HTTP: b.srv.Client(), Now: b.now})
		b.must(err)
		defer p.Close()
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		if err := p.takeIn(ctx); err == nil {
			b.fail("listening on %q", cfg.Telegram.Webhook.Listen)
		}
		stacks := make([]byte, 1<<20)
		stacks = stacks[:runtime.Stack(stacks, true)]
		if bytes.Contains(stacks, []byte("(*Webhook).Register")) {
			b.fail("still registering:\n%s", stacks)
		}
	})
}
