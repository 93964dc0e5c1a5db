package emulator

import (
	"maps"
	"slices"
)

// Group is a chat of several people with the bot among them, or a channel.
type Group struct{ view }

// Group makes a small group, whose id is negative, with the bot in it.
func (s *Server) Group(id int64, title string) *Group { return s.gather(id, title, group) }

// Supergroup makes a large group with the bot in it.
func (s *Server) Supergroup(id int64, title string) *Group { return s.gather(id, title, supergroup) }

// Channel makes a channel with the bot as its administrator.
func (s *Server) Channel(id int64, title string) *Group { return s.gather(id, title, channel) }

// Channels are all channels, by id.
func (s *Server) Channels() []*Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	var channels []*Group
	for _, id := range slices.Sorted(maps.Keys(s.chats)) {
		if ch := s.chats[id]; ch.kind == channel {
			channels = append(channels, &Group{view{s, ch}})
		}
	}
	return channels
}

// Named gives a channel the public name by which it can be asked for.
func (g *Group) Named(name string) *Group {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.chat.who.Username = name
	return g
}

// Forbid takes from the bot, administrator of a channel, the right to post.
func (g *Group) Forbid() {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.chat.muted = true
}

// getChatMember tells of the bot itself, which is an administrator in channels.
func (s *Server) getChatMember(c *call) (any, *apiError) {
	ch, e := s.target(c)
	switch {
	case e != nil:
		return nil, e
	case c.int("user_id") != s.me.ID:
		return nil, unlawful("members other than the bot are not emulated")
	case ch.kind != channel:
		return map[string]any{"status": "member", "user": s.me}, nil
	}
	return map[string]any{"status": "administrator", "user": s.me, "can_post_messages": !ch.muted, "can_delete_messages": !ch.muted}, nil
}

func (s *Server) gather(id int64, title string, kind chatKind) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	ch := s.newChat(id, kind)
	ch.title, ch.started = title, true
	return &Group{view{s, ch}}
}

// ID is the id of the chat.
func (g *Group) ID() int64 { return g.chat.id }

// Title is what the chat is called.
func (g *Group) Title() string {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	return g.chat.title
}

// Say lets a person write in the group.
func (g *Group) Say(p *Person, text string) int {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	p.chat.seen = true
	return g.server.say(g.chat, p.chat.who, &Message{Kind: KindText, Text: text})
}

// Post publishes a text in a channel.
func (g *Group) Post(text string) int {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	return g.server.say(g.chat, user{}, &Message{Kind: KindText, Text: text})
}

// Press lets a person press a button in the group.
func (g *Group) Press(p *Person, messageID int, data string) string {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	p.chat.seen = true
	g.chat.acted = g.server.serial
	return g.server.press(p.chat.who, g.chat, messageID, data)
}

// AddBot lets a person add the bot again and tells it so.
func (g *Group) AddBot(by *Person) { g.membership(by, "left", "member") }

// KickBot lets a person throw the bot out and tells it so.
func (g *Group) KickBot(by *Person) { g.membership(by, "member", "kicked") }

func (g *Group) membership(by *Person, before, after string) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	by.chat.seen = true
	g.chat.blocked = after == "kicked"
	g.server.memberChanged(g.chat, by.chat.who, before, after)
}
