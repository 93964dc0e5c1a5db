package emulator

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Person is somebody with a private chat with the bot. What a Person does
// becomes an update at once; the returned number is the id of the message.
type Person struct{ view }

// Person makes a person, or returns the one with this id. A person who has
// never written to the bot cannot be written to.
func (s *Server) Person(id int64, name string) *Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	ch := s.newChat(id, private)
	before := ch.who
	if ch.who.ID == 0 {
		ch.who = user{ID: id, FirstName: name, LanguageCode: "vi"}
	} else if name != "" {
		ch.who.FirstName = name
	}
	if ch.who != before {
		s.tellPerson(ch)
	}
	return &Person{view{s, ch}}
}

// People are all persons, by id.
func (s *Server) People() []*Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	var people []*Person
	for _, id := range slices.Sorted(maps.Keys(s.chats)) {
		if ch := s.chats[id]; ch.kind == private {
			people = append(people, &Person{view{s, ch}})
		}
	}
	return people
}

// SetUsername gives the person a public name, without @.
func (p *Person) SetUsername(name string) {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	p.chat.who.Username = name
	p.server.tellPerson(p.chat)
}

// ID is the person's id, which is also the id of the private chat.
func (p *Person) ID() int64 { return p.chat.id }

// Name is what the person is called.
func (p *Person) Name() string {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	return p.chat.who.FirstName
}

// Started reports whether the person has ever written to the bot.
func (p *Person) Started() bool {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	return p.chat.started
}

// Blocked reports whether the bot may not write to the person.
func (p *Person) Blocked() bool {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	return p.chat.blocked
}

// Start opens the chat, with the payload of a deep link or "".
func (p *Person) Start(payload string) int {
	return p.Say(strings.TrimSpace("/start " + payload))
}

// Say writes a text. Whoever had blocked the bot unblocks it by that.
func (p *Person) Say(text string) int { return p.send(&Message{Kind: KindText, Text: text}) }

// Forward sends on a text that somebody else wrote.
func (p *Person) Forward(text string) int {
	return p.send(&Message{Kind: KindText, Text: text, ForwardedFrom: "Người khác"})
}

// Reply answers a message of the chat.
func (p *Person) Reply(to int, text string) int {
	return p.send(&Message{Kind: KindText, Text: text, ReplyTo: to})
}

// Photo sends a picture. Its content need not be one.
func (p *Person) Photo(data []byte, caption string) int {
	return p.sendFile(KindPhoto, File{Data: data}, caption, "")
}

// Document sends a file.
func (p *Person) Document(name, mime string, data []byte, caption string) int {
	return p.sendFile(KindDocument, File{Name: name, MIME: mime, Data: data}, caption, "")
}

// Documents sends files together, like Album.
func (p *Person) Documents(caption string, files ...File) []int {
	return p.together(KindDocument, caption, files)
}

// Voice sends a voice note of seven seconds.
func (p *Person) Voice(data []byte) int { return p.VoiceNote(File{Data: data, Duration: 7}) }

// VoiceNote sends a voice note with its name, type and duration. Without a type
// it is Ogg, which is what the apps of Telegram record.
func (p *Person) VoiceNote(f File) int {
	if f.MIME == "" {
		f.MIME = "audio/ogg"
	}
	return p.sendFile(KindVoice, f, "", "")
}

// Album sends pictures together: one update for each, with one media_group_id
// and the caption on the first. More than ten are several albums, as in the
// apps, and one alone is none.
func (p *Person) Album(caption string, pictures ...[]byte) []int {
	files := make([]File, len(pictures))
	for i, data := range pictures {
		files[i].Data = data
	}
	return p.together(KindPhoto, caption, files)
}

func (p *Person) together(kind, caption string, files []File) []int {
	var ids []int
	for files := range slices.Chunk(files, maxAlbum) {
		album := ""
		if len(files) > 1 {
			album = p.server.newAlbum()
		}
		for _, f := range files {
			ids = append(ids, p.sendFile(kind, f, caption, album))
			caption = ""
		}
	}
	return ids
}

func (s *Server) newAlbum() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.serial++
	return strconv.FormatUint(s.serial, 10)
}

func (p *Person) sendFile(kind string, f File, caption, album string) int {
	if kind == KindPhoto && f.measure() != nil {
		f.Width, f.Height = 1280, 960
	}
	p.server.mu.Lock()
	kept := p.server.keep(kind, f)
	p.server.mu.Unlock()
	return p.send(&Message{Kind: kind, Text: caption, File: kept, Album: album})
}

// Sticker sends a sticker.
func (p *Person) Sticker() int {
	return p.send(&Message{Kind: KindSticker, extra: map[string]any{"sticker": map[string]any{
		"file_id": "sticker-1", "file_unique_id": "AQsticker", "type": "regular", "width": 512, "height": 512,
		"is_animated": false, "is_video": false, "emoji": "👍",
	}}})
}

// Location sends a place in Phong Thổ.
func (p *Person) Location() int {
	return p.send(&Message{Kind: KindLocation, extra: map[string]any{
		"location": map[string]any{"latitude": 22.5333, "longitude": 103.3333},
	}})
}

// Contact sends the person's own telephone number.
func (p *Person) Contact() int {
	return p.send(&Message{Kind: KindContact, extra: map[string]any{"contact": map[string]any{
		"phone_number": "+84900000000", "first_name": p.Name(), "user_id": p.chat.id,
	}}})
}

// send puts a message in the private chat; a deactivated account sends nothing
// and gets 0.
func (p *Person) send(m *Message) int {
	s := p.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if p.chat.deactivated {
		return 0
	}
	if p.chat.blocked {
		s.setBlocked(p.chat, false)
	}
	if !p.chat.started {
		p.chat.started = true
		s.tellPerson(p.chat)
	}
	return s.say(p.chat, p.chat.who, m)
}

// say puts a person's message in a chat. The server is locked.
func (s *Server) say(ch *chat, who user, m *Message) int {
	m.sender, m.From, m.Name = who, who.ID, who.FirstName
	if m.Kind == KindText {
		m.Entities = addCommands(m.Text, nil)
	}
	s.add(ch, m)
	ch.acted = s.serial
	s.enqueue(messageKind(ch, "message"), ch.id, messageLife, s.wire(m, true))
	return m.ID
}

func messageKind(ch *chat, kind string) string {
	if ch.kind == channel {
		return strings.Replace(kind, "message", "channel_post", 1)
	}
	return kind
}

// EditText changes the text of one of the person's own messages.
func (p *Person) EditText(messageID int, text string) error {
	s := p.server
	s.mu.Lock()
	defer s.mu.Unlock()
	m := p.chat.find(int64(messageID))
	if m == nil || m.FromBot {
		return fmt.Errorf("editing message %d of %s: it is not there or not theirs", messageID, p.chat.who.FirstName)
	}
	m.Text, m.Entities = text, addCommands(text, nil)
	m.Edits++
	m.EditedAt = s.options.Clock()
	s.touch(p.chat, m)
	p.chat.acted = s.serial
	s.watchers.tell(Event{Kind: "edit", Chat: p.chat.id, Message: m.snapshot()})
	s.enqueue("edited_message", p.chat.id, messageLife, s.wire(m, true))
	return nil
}

// Press presses a button with this data under this message, whether or not there
// is one, and returns the id of the query.
func (p *Person) Press(messageID int, data string) string {
	s := p.server
	s.mu.Lock()
	defer s.mu.Unlock()
	p.chat.acted = s.serial
	return s.press(p.chat.who, p.chat, messageID, data)
}

// PressLabel presses the button with this label on the newest message that has
// one, or else the button whose label contains it. A button of the reply
// keyboard is said. The error lists the labels there are.
func (p *Person) PressLabel(label string) error {
	messageID, data, said, err := p.findLabel(label)
	switch {
	case err != nil:
		return err
	case said != "":
		p.Say(said)
	default:
		p.Press(messageID, data)
	}
	return nil
}

func (p *Person) findLabel(label string) (messageID int, data, said string, err error) {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	exact := func(text string) bool { return text == label }
	for _, match := range []func(string) bool{exact, func(text string) bool { return strings.Contains(text, label) }} {
		if m, b := p.chat.button(match); m != nil {
			if b.Data == "" {
				return 0, "", "", fmt.Errorf("pressing %q: the button does not call back", label)
			}
			return m.ID, b.Data, "", nil
		}
		if i := slices.IndexFunc(p.chat.replyLabels(), match); i >= 0 {
			return 0, "", p.chat.replyLabels()[i], nil
		}
	}
	return 0, "", "", fmt.Errorf("pressing %q: no such button; there are %q", label, p.chat.labels())
}

// button finds the newest button whose label matches.
func (ch *chat) button(match func(string) bool) (*Message, Button) {
	for _, m := range slices.Backward(ch.messages) {
		for _, row := range m.Keyboard {
			for _, b := range row {
				if !m.Deleted && match(b.Text) {
					return m, b
				}
			}
		}
	}
	return nil, Button{}
}

// replyLabels are the buttons of the reply keyboard in place.
func (ch *chat) replyLabels() []string {
	for _, m := range slices.Backward(ch.messages) {
		if m.Reply == nil || m.Reply.ForceReply {
			continue
		}
		return slices.Concat(m.Reply.Rows...)
	}
	return nil
}

// labels are all that can be pressed, the newest message first.
func (ch *chat) labels() []string {
	var labels []string
	for _, m := range slices.Backward(ch.messages) {
		if !m.Deleted {
			labels = append(labels, m.Labels()...)
		}
	}
	return append(labels, ch.replyLabels()...)
}

// Block stops the bot from writing to the person and tells it so.
func (p *Person) Block() { p.block(true) }

// Unblock lets the bot write again and tells it so.
func (p *Person) Unblock() { p.block(false) }

func (p *Person) block(blocked bool) {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	if p.chat.blocked != blocked {
		p.server.setBlocked(p.chat, blocked)
	}
}

func (s *Server) setBlocked(ch *chat, blocked bool) {
	ch.blocked = blocked
	s.tellPerson(ch)
	before, after := "member", "kicked"
	if !blocked {
		before, after = after, before
	}
	s.memberChanged(ch, ch.who, before, after)
}

// memberChanged tells the bot what it now is in a chat.
func (s *Server) memberChanged(ch *chat, by user, before, after string) {
	member := func(status string) map[string]any {
		m := map[string]any{"user": s.me, "status": status}
		put(m, "until_date", 0, status == "kicked")
		return m
	}
	s.enqueue("my_chat_member", ch.id, messageLife, map[string]any{
		"chat": ch.wire(), "from": by, "date": s.options.Clock().Unix(),
		"old_chat_member": member(before), "new_chat_member": member(after),
	})
}

// Deactivate deletes the person's account. The bot is not told.
func (p *Person) Deactivate() {
	p.server.mu.Lock()
	defer p.server.mu.Unlock()
	p.chat.deactivated = true
	p.server.tellPerson(p.chat)
}
