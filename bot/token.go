package main

import (
	"fmt"
	"os"
	"strings"

	"guongsang/internal/texts"
)

// The environment that the program reads.
const (
	envToken         = "TELEGRAM_BOT_TOKEN"
	envWebhookSecret = "TELEGRAM_WEBHOOK_SECRET"
)

// token finds the bot's token in the environment, else in the file that the
// configuration names. An empty one is no fault here.
func (c *console) token(t Telegram) (Secret, error) {
	if text, ok := c.env(envToken); ok && strings.TrimSpace(text) != "" {
		return NewSecret(strings.TrimSpace(text)), nil
	}
	if t.TokenFile == "" {
		return Secret{}, nil
	}
	b, err := os.ReadFile(t.TokenFile)
	if err != nil {
		return Secret{}, fmt.Errorf("reading the token: %w", err)
	}
	return NewSecret(strings.TrimSpace(string(b))), nil
}

// secrets finds all that the bot needs to reach Telegram, or says what to do.
func (c *console) secrets(t Telegram) (token, webhook Secret, err error) {
	if token, err = c.token(t); err != nil {
		return token, webhook, err
	}
	if token.Empty() {
		return token, webhook, OperatorError{texts.TokenMissing()}
	}
	text, _ := c.env(envWebhookSecret)
	webhook = NewSecret(strings.TrimSpace(text))
	if t.Mode == "webhook" && !goodWebhookSecret(webhook.Reveal()) {
		return token, webhook, OperatorError{texts.WebhookSecretMissing()}
	}
	return token, webhook, nil
}

// goodWebhookSecret knows what Telegram takes: 1 to 256 of A-Z a-z 0-9 _ -.
// Less than 16 could be guessed.
func goodWebhookSecret(s string) bool {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
	return len(s) >= 16 && len(s) <= 256 && strings.Trim(s, letters) == ""
}
