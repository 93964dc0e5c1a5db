package emulator

import (
	"context"
	"fmt"
	"slices"
)

// view is what people read in a chat. A Person and a Group have one.
type view struct {
	server *Server
	chat   *chat
}

// Chat is the transcript, deleted messages included.
func (v view) Chat() []Message { return v.read(func(*Message) bool { return true }) }

// Since are the messages of either side with an id above n that are still there.
func (v view) Since(n int) []Message {
	return v.read(func(m *Message) bool { return m.ID > n && !m.Deleted })
}

func (v view) read(want func(*Message) bool) []Message {
	v.server.mu.Lock()
	defer v.server.mu.Unlock()
	return v.chat.transcript(want)
}

// Unread are the bot's messages that came or were edited since somebody last
// said or pressed something here.
func (v view) Unread() []Message {
	v.server.mu.Lock()
	defer v.server.mu.Unlock()
	return v.chat.unread()
}

// Last is the bot's newest message that is still there, the zero Message if
// there is none.
func (v view) Last() Message {
	v.server.mu.Lock()
	defer v.server.mu.Unlock()
	for _, m := range slices.Backward(v.chat.messages) {
		if m.FromBot && !m.Deleted {
			return m.snapshot()
		}
	}
	return Message{}
}

// Toasts are the answers to presses in this chat.
func (v view) Toasts() []Toast {
	v.server.mu.Lock()
	defer v.server.mu.Unlock()
	return slices.Clone(v.chat.toasts)
}

// WaitFor waits for a message of Unread that fits and returns it.
func (v view) WaitFor(ctx context.Context, fits func(Message) bool) (Message, error) {
	for {
		v.server.mu.Lock()
		messages, changed := v.chat.unread(), v.chat.changed
		v.server.mu.Unlock()
		if i := slices.IndexFunc(messages, fits); i >= 0 {
			return messages[i], nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return Message{}, fmt.Errorf("waiting for a message to %s, unread %q: %w", v.chat.name(), texts(messages), ctx.Err())
		}
	}
}

// WaitForToast waits for the answer to a press, by the id that Press returned.
func (v view) WaitForToast(ctx context.Context, query string) (Toast, error) {
	for {
		v.server.mu.Lock()
		toasts, changed := v.chat.toasts, v.chat.changed
		v.server.mu.Unlock()
		if i := slices.IndexFunc(toasts, func(t Toast) bool { return t.Query == query }); i >= 0 {
			return toasts[i], nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return Toast{}, fmt.Errorf("waiting for the answer to press %s of %s: %w", query, v.chat.name(), ctx.Err())
		}
	}
}

func texts(messages []Message) []string {
	var all []string
	for _, m := range messages {
		all = append(all, m.Text)
	}
	return all
}
