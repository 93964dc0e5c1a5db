package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// A Channel is where the bot publishes, as Telegram knows it.
type Channel struct {
	ID       int64
	Name     string // @name without the sign; empty for a private one
	Title    string
	MayPost  bool
	MayClean bool // take its posts out again
}

// ErrNoChannel means that there is no such channel, or that the bot is no member.
var ErrNoChannel = errors.New("the bot does not see the channel")

// Channel asks for a channel by its number or by @name, and what the bot may do
// there. It is ErrNoChannel where Telegram says no; any other error means that
// Telegram could not be asked.
func (c *Client) Channel(ctx context.Context, name string) (ch Channel, err error) {
	var chat struct {
		ID       int64  `json:"id"`
		Username string `json:"username"`
		Title    string `json:"title"`
	}
	if err := c.ask(ctx, "getChat", map[string]any{"chat_id": name}, &chat); err != nil {
		return ch, fmt.Errorf("asking for channel %s: %w", name, err)
	}
	var me struct {
		Status string `json:"status"`
		Post   bool   `json:"can_post_messages"`
		Delete bool   `json:"can_delete_messages"`
	}
	if err := c.ask(ctx, "getChatMember", map[string]any{"chat_id": chat.ID, "user_id": c.Account()}, &me); err != nil {
		return ch, fmt.Errorf("asking what the bot may do in channel %s: %w", name, err)
	}
	admin := me.Status == "administrator"
	return Channel{
		ID: chat.ID, Name: chat.Username, Title: chat.Title,
		MayPost: admin && me.Post, MayClean: admin && (me.Delete || me.Post),
	}, nil
}

// ask makes a call once and reads its result.
func (c *Client) ask(ctx context.Context, method string, params, into any) error {
	result, t := c.postBounded(ctx, method, params)
	err := t.problem()
	switch {
	case err == nil:
		return json.Unmarshal(result, into)
	case t.err == nil && t.decoded && (t.code() == http.StatusBadRequest || t.code() == http.StatusForbidden):
		return fmt.Errorf("%w: %w", ErrNoChannel, err)
	}
	return err
}
