package app

import (
	"fmt"
	"os"
	"strings"

	"guongsang/internal/texts"
)

// The environment that the program reads.
const (
	EnvToken         = "TELEGRAM_BOT_TOKEN"
	EnvWebhookSecret = "TELEGRAM_WEBHOOK_SECRET"
)

// An Env looks a variable of the environment up, as os.LookupEnv does.
type Env func(name string) (value string, ok bool)

// Token finds the bot's token in the environment, else in the file that the
// configuration names. An empty one is no error here.
func Token(t Telegram, env Env) (Secret, error) {
	if text, ok := env(EnvToken); ok && strings.TrimSpace(text) != "" {
		return NewSecret(strings.TrimSpace(text)), nil
	}
	if t.TokenFile == "" {
		return Secret{}, nil
	}
	b, err := os.ReadFile(t.TokenFile)
	if err != nil {
		return Secret{}, fmt.Errorf("reading the token: %w", err)
	}
	return NewSecret(strings.TrimSpace(strings.TrimPrefix(string(b), byteOrderMark))), nil
}

// byteOrderMark is what editors of Windows write before a text.
const byteOrderMark = "\ufeff"

// Secrets finds all that the bot needs to reach Telegram. What is not there is
// an OperatorError that says what to do.
func Secrets(t Telegram, env Env) (token, webhook Secret, err error) {
	if token, err = Token(t, env); err != nil {
		return token, webhook, err
	}
	if token.Empty() {
		return token, webhook, OperatorError(texts.TokenMissing())
	}
	webhook = webhookSecret(env)
	if t.Mode == "webhook" && !goodWebhookSecret(webhook) {
		return token, webhook, OperatorError(texts.WebhookSecretMissing())
	}
	return token, webhook, nil
}

// MissingSecrets says, for the operator, all that Secrets would not find.
func MissingSecrets(t Telegram, env Env) (missing []string) {
	token, err := Token(t, env)
	switch {
	case err != nil:
		missing = append(missing, texts.TokenFileUnread(t.TokenFile))
	case token.Empty():
		missing = append(missing, texts.TokenMissing())
	}
	if t.Mode == "webhook" && !goodWebhookSecret(webhookSecret(env)) {
		missing = append(missing, texts.WebhookSecretMissing())
	}
	return missing
}

func webhookSecret(env Env) Secret {
	text, _ := env(EnvWebhookSecret)
	return NewSecret(strings.TrimSpace(text))
}

// goodWebhookSecret knows what Telegram takes: 1 to 256 of A-Z a-z 0-9 _ -.
// Less than 16 could be guessed.
func goodWebhookSecret(secret Secret) bool {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
	s := secret.Reveal()
	return len(s) >= 16 && len(s) <= 256 && strings.Trim(s, letters) == ""
}
