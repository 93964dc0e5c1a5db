package emulator

// Group is a chat of several people with the bot among them, or a channel.
type Group struct{ view }

// Group makes a small group, whose id is negative, with the bot in it.
func (s *Server) Group(id int64, title string) *Group { return s.gather(id, title, group) }

// Supergroup makes a large group with the bot in it.
func (s *Server) Supergroup(id int64, title string) *Group { return s.gather(id, title, supergroup) }

// Channel makes a channel with the bot as its administrator.
func (s *Server) Channel(id int64, title string) *Group { return s.gather(id, title, channel) }

func (s *Server) gather(id int64, title string, kind chatKind) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	ch := s.newChat(id, kind)
	ch.title, ch.started = title, true
	return &Group{view{s, ch}}
}

// ID is the id of the chat.
func (g *Group) ID() int64 { return g.chat.id }

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
