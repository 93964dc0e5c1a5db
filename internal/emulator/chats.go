package emulator

import (
	"slices"
	"strings"
)

// chatKind is the type of a chat as the wire names it.
type chatKind string

const (
	private    chatKind = "private"
	group      chatKind = "group"
	supergroup chatKind = "supergroup"
	channel    chatKind = "channel"
)

// chat is one conversation and who may speak in it.
type chat struct {
	id       int64
	kind     chatKind
	title    string
	who      user // the person of a private chat
	messages []*Message
	toasts   []Toast
	lastID   int // message ids of a supergroup or channel are its own
	// acted is the newest change when the person last did something.
	acted   uint64
	changed chan struct{} // closed at the next change

	seen        bool // the bot knows of the person, from a group
	started     bool // the person has written to the bot, or the bot is a member
	blocked     bool
	deactivated bool
	muted       bool // the bot may not post in the channel
}

// wireChat is a Chat as the wire shows it.
type wireChat struct {
	ID        int64    `json:"id"`
	Type      chatKind `json:"type"`
	Title     string   `json:"title,omitempty"`
	FirstName string   `json:"first_name,omitempty"`
	LastName  string   `json:"last_name,omitempty"`
	Username  string   `json:"username,omitempty"`
}

func (ch *chat) wire() wireChat {
	return wireChat{
		ID: ch.id, Type: ch.kind, Title: ch.title,
		FirstName: ch.who.FirstName, LastName: ch.who.LastName, Username: ch.who.Username,
	}
}

// name is what an error calls the chat.
func (ch *chat) name() string {
	if ch.kind == private {
		return ch.who.FirstName
	}
	return ch.title
}

// newChat adds a chat or returns the one with this id. The server is locked.
func (s *Server) newChat(id int64, kind chatKind) *chat {
	if ch := s.chats[id]; ch != nil {
		return ch
	}
	ch := &chat{id: id, kind: kind, changed: make(chan struct{})}
	s.chats[id] = ch
	return ch
}

func (s *Server) chatNamed(username string) *chat {
	for _, ch := range s.chats {
		if ch.who.Username != "" && strings.EqualFold(ch.who.Username, username) {
			return ch
		}
	}
	return nil
}

// target finds the chat of a call and refuses it when the bot cannot write there.
func (s *Server) target(c *call) (*chat, *apiError) {
	if !c.has("chat_id") {
		return nil, malformed("chat_id is empty")
	}
	ch := s.chats[s.chatID(c)]
	if ch == nil {
		return nil, refusal(textChatNotFound)
	}
	if c.method == "getChatMember" && ch.muted {
		return ch, nil
	}
	return ch, ch.reachable()
}

func (ch *chat) reachable() *apiError {
	switch {
	case ch.deactivated:
		return forbidden(textDeactivated)
	case ch.blocked && ch.kind == private:
		return forbidden(textBlocked)
	case ch.muted:
		return refusal("need administrator rights in the channel chat")
	case ch.blocked:
		return forbidden("bot was kicked from the " + string(ch.kind) + " chat")
	case !ch.started && ch.kind == private && ch.seen:
		return forbidden(textNotStarted)
	case !ch.started:
		return refusal(textChatNotFound)
	}
	return nil
}

// add gives a message its number and puts it in its chat. The server is locked.
func (s *Server) add(ch *chat, m *Message) *Message {
	switch ch.kind {
	case supergroup, channel:
		ch.lastID++
		m.ID = ch.lastID
	default:
		s.nextID++
		m.ID = s.nextID
	}
	m.Chat, m.At = ch.id, s.options.Clock()
	ch.messages = append(ch.messages, m)
	s.touch(ch, m)
	s.watchers.tell(Event{Kind: "message", Chat: ch.id, Message: m.snapshot()})
	return m
}

// touch marks a message as new to the person and wakes who waits for it.
func (s *Server) touch(ch *chat, m *Message) {
	s.serial++
	m.Rev = s.serial
	close(ch.changed)
	ch.changed = make(chan struct{})
}

// find returns a message that is still there.
func (ch *chat) find(id int64) *Message {
	i, ok := slices.BinarySearchFunc(ch.messages, int(id), func(m *Message, id int) int { return m.ID - id })
	if !ok || ch.messages[i].Deleted {
		return nil
	}
	return ch.messages[i]
}

// transcript copies the messages that the filter wants.
func (ch *chat) transcript(want func(*Message) bool) []Message {
	var out []Message
	for _, m := range ch.messages {
		if want(m) {
			out = append(out, m.snapshot())
		}
	}
	return out
}

// unread are the bot's messages that are new or edited since somebody last did
// something in the chat.
func (ch *chat) unread() []Message {
	return ch.transcript(func(m *Message) bool { return m.FromBot && !m.Deleted && m.Rev > ch.acted })
}

func (s *Server) getChat(c *call) (any, *apiError) {
	if !c.has("chat_id") {
		return nil, malformed("chat_id is empty")
	}
	ch := s.chats[s.chatID(c)]
	if ch == nil || !ch.started && !ch.seen {
		return nil, refusal(textChatNotFound)
	}
	return struct {
		wireChat
		AccentColorID    int            `json:"accent_color_id"`
		MaxReactionCount int            `json:"max_reaction_count"`
		AcceptedGifts    map[string]any `json:"accepted_gift_types"`
	}{ch.wire(), 0, 11, map[string]any{
		"unlimited_gifts": true, "limited_gifts": true, "unique_gifts": true,
		"premium_subscription": true, "gifts_from_channels": true,
	}}, nil
}

var chatActions = []string{
	"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
	"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}

func (s *Server) sendChatAction(c *call) (any, *apiError) {
	ch, e := s.target(c)
	if e != nil {
		return nil, e
	}
	action := c.values["action"]
	if !slices.Contains(chatActions, action) {
		return nil, malformed("wrong parameter action in request")
	}
	s.watchers.tell(Event{Kind: "action", Chat: ch.id, Action: action})
	return true, nil
}
