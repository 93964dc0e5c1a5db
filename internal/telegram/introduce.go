package telegram

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"guongsang/internal/retry"
)

// callTimeout bounds the calls around the conversation. It is well above the
// 8 s for which Telegram may hold a call back.
const callTimeout = 60 * time.Second

// A Profile is what the messenger shows of the bot itself.
type Profile struct {
	Commands    []Command
	Description string // shown before the first message, at most 512 letters
	Short       string // shown on the bot's card, at most 120 letters
}

// A Command is one line of the menu of commands.
type Command struct {
	Name string `json:"command"`     // 1 to 32 of a-z, 0-9 and _, without the slash
	Text string `json:"description"` // 1 to 256 letters
}

// Introduce asks who the bot is and shows its profile, each call again and
// again until it is taken or refused, or ctx ends: the bot works before that.
func (c *Client) Introduce(ctx context.Context, p Profile) {
	if raw := c.insist(ctx, "getMe", map[string]any{}); raw != nil {
		c.learn(raw)
	}
	if len(p.Commands) > 0 {
		c.insist(ctx, "setMyCommands", map[string]any{"commands": p.Commands})
	}
	if p.Description != "" {
		c.insist(ctx, "setMyDescription", map[string]any{"description": p.Description})
	}
	if p.Short != "" {
		c.insist(ctx, "setMyShortDescription", map[string]any{"short_description": p.Short})
	}
}

// tokenTimeout bounds how long a start waits to hear whether the token is good.
const tokenTimeout = 5 * time.Second

// CheckToken asks once who the bot is. Only that Telegram knows no such bot is
// an error, ErrRefused; that Telegram cannot be reached is none, for the bot
// starts without a network.
func (c *Client) CheckToken(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, tokenTimeout)
	defer cancel()
	me, t := c.post(ctx, "getMe", map[string]any{})
	err := t.problem()
	switch {
	case err == nil:
		c.learn(me)
	case t.err == nil && t.decoded && (t.code() == http.StatusUnauthorized || t.code() == http.StatusNotFound):
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	return nil
}

func (c *Client) learn(me json.RawMessage) {
	var u struct {
		Username string `json:"username"`
	}
	if err := json.Unmarshal(me, &u); err != nil || u.Username == "" {
		return
	}
	c.name.Store(&u.Username)
	c.log.Info("connected to Telegram", "bot", u.Username)
}

// insist makes a call until it is taken; nil means that it was refused or that
// ctx ended.
func (c *Client) insist(ctx context.Context, method string, params any) json.RawMessage {
	o := retry.Outage{Log: c.log, What: method}
	for ctx.Err() == nil {
		result, t := c.postBounded(ctx, method, params)
		err := t.problem()
		if err == nil {
			o.OK()
			return result
		}
		if ctx.Err() != nil {
			return nil
		}
		wait := retry.Pause(o.Failures()+1, time.Minute)
		switch code := t.code(); {
		case t.err == nil && code == http.StatusTooManyRequests:
			wait = t.retryAfter()
		case t.err == nil && t.decoded && code == http.StatusBadRequest:
			c.log.Error("call refused", "method", method, "err", err)
			return nil
		}
		o.Fail(fmt.Errorf("calling %s: %w", method, explain(t, err)))
		retry.Sleep(ctx, wait)
	}
	return nil
}

func (c *Client) postBounded(ctx context.Context, method string, params any) (json.RawMessage, *trip) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	return c.post(ctx, method, params)
}
