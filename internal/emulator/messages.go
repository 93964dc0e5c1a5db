package emulator

import (
	"encoding/json"
	"slices"
	"time"
)

// deleteLife is how long a message can be deleted for everyone.
const deleteLife = 48 * time.Hour

// The kinds of a message.
const (
	KindText     = "text"
	KindPhoto    = "photo"
	KindDocument = "document"
	KindVoice    = "voice"
	KindSticker  = "sticker"
	KindLocation = "location"
	KindContact  = "contact"
)

// Message is one message of a chat's transcript.
type Message struct {
	ID   int
	Chat int64
	// From is the sender's id and Name what they are called.
	From    int64
	FromBot bool
	Name    string
	At      time.Time
	// Kind is one of the Kind constants.
	Kind string
	// Text is the text, or the caption of a file.
	Text     string
	Entities []Entity
	// Keyboard has the rows of inline buttons.
	Keyboard [][]Button
	// Reply is what the message asked to happen to the reply keyboard.
	Reply *ReplyKeyboard
	// ReplyTo is the message that this one answers, 0 if none.
	ReplyTo int
	// ForwardedFrom is who wrote the text first, "" if it is not forwarded.
	ForwardedFrom string
	// Album is the media_group_id.
	Album string
	// File is what the message carries, nil if nothing.
	File *File
	// Edits counts the changes of text or keyboard.
	Edits    int
	EditedAt time.Time
	// Deleted messages stay in the transcript.
	Deleted bool
	// Silent messages were sent with disable_notification.
	Silent bool
	// Rev grows with every change of the message, among all messages.
	Rev uint64

	sender user
	markup json.RawMessage // the inline keyboard as it came
	extra  map[string]any  // sticker, location or contact
}

// Labels are the texts of the inline buttons, row by row.
func (m Message) Labels() []string {
	var labels []string
	for _, row := range m.Keyboard {
		for _, b := range row {
			labels = append(labels, b.Text)
		}
	}
	return labels
}

// snapshot copies a message so that later edits do not show.
func (m *Message) snapshot() Message {
	c := *m
	c.Entities = slices.Clone(m.Entities)
	return c
}

// wire is the Message object. Replies are shown one deep, as on the real wire.
func (s *Server) wire(m *Message, withReply bool) map[string]any {
	ch := s.chats[m.Chat]
	w := map[string]any{"message_id": m.ID, "date": m.At.Unix(), "chat": ch.wire()}
	if ch.kind == channel {
		w["sender_chat"] = ch.wire()
	} else {
		w["from"] = m.sender
	}
	put(w, "edit_date", m.EditedAt.Unix(), !m.EditedAt.IsZero())
	put(w, "media_group_id", m.Album, m.Album != "")
	put(w, "reply_markup", m.markup, m.markup != nil)
	if m.ForwardedFrom != "" {
		w["forward_origin"] = map[string]any{"type": "hidden_user", "date": m.At.Unix(), "sender_user_name": m.ForwardedFrom}
	}
	if original := ch.find(int64(m.ReplyTo)); withReply && m.ReplyTo != 0 && original != nil {
		w["reply_to_message"] = s.wire(original, false)
	}
	m.addContent(w)
	return w
}

func put(w map[string]any, name string, value any, present bool) {
	if present {
		w[name] = value
	}
}

func (m *Message) addContent(w map[string]any) {
	for name, value := range m.extra {
		w[name] = value
	}
	text, entities := "text", "entities"
	if m.Kind != KindText {
		text, entities = "caption", "caption_entities"
	}
	put(w, text, m.Text, m.Text != "")
	put(w, entities, m.Entities, len(m.Entities) > 0)
	if m.File != nil {
		w[m.Kind] = m.File.wire(m.Kind)
	}
}

// draft makes a bot's message out of what all sending methods have in common.
func (s *Server) draft(c *call, kind string) (*chat, *Message, *apiError) {
	ch, e := s.target(c)
	if e != nil {
		return nil, nil, e
	}
	m := &Message{
		From: s.me.ID, FromBot: true, Name: s.me.FirstName, sender: s.me,
		Kind: kind, Silent: c.bool("disable_notification"),
	}
	if e := s.addReply(c, ch, m); e != nil {
		return nil, nil, e
	}
	return ch, m, m.addMarkup(c)
}

func (s *Server) addReply(c *call, ch *chat, m *Message) *apiError {
	var to struct {
		MessageID int64 `json:"message_id"`
		Lax       bool  `json:"allow_sending_without_reply"`
	}
	if e := c.decode("reply_parameters", &to); e != nil || to.MessageID == 0 {
		return e
	}
	if ch.find(to.MessageID) != nil {
		m.ReplyTo = int(to.MessageID)
		return nil
	}
	if to.Lax {
		return nil
	}
	return refusal(textReplyNotFound)
}

// post puts a bot's message in its chat and answers with it.
func (s *Server) post(ch *chat, m *Message) map[string]any {
	s.add(ch, m)
	s.sent = append(s.sent, m.snapshot())
	return s.wire(m, true)
}

func (s *Server) sendMessage(c *call) (any, *apiError) {
	ch, m, e := s.draft(c, KindText)
	if e != nil {
		return nil, e
	}
	if m.Text, m.Entities, e = messageText(c, textTooLong); e != nil {
		return nil, e
	}
	return s.post(ch, m), nil
}

// edited finds the bot's own message that a call wants to change.
func (s *Server) edited(c *call) (*chat, *Message, *apiError) {
	if !c.has("message_id") && !c.has("inline_message_id") {
		return nil, nil, malformed("message identifier is not specified")
	}
	ch, e := s.target(c)
	if e != nil {
		return nil, nil, e
	}
	m := ch.find(c.int("message_id"))
	if m == nil {
		return nil, nil, refusal(textEditNotFound)
	}
	if !m.FromBot || m.Reply != nil {
		return nil, nil, refusal(textCannotEdit)
	}
	return ch, m, nil
}

func (s *Server) editMessageText(c *call) (any, *apiError) {
	ch, m, e := s.edited(c)
	if e != nil {
		return nil, e
	}
	if m.Kind != KindText {
		return nil, refusal(textNoTextToEdit)
	}
	next := Message{}
	if next.Text, next.Entities, e = messageText(c, textEditTooLong); e != nil {
		return nil, e
	}
	return s.reword(c, ch, m, next)
}

func (s *Server) editMessageCaption(c *call) (any, *apiError) {
	ch, m, e := s.edited(c)
	if e != nil {
		return nil, e
	}
	if m.Kind == KindText {
		return nil, refusal(textNoCaptionToEdit)
	}
	next := Message{}
	if next.Text, next.Entities, e = caption(c); e != nil {
		return nil, e
	}
	return s.reword(c, ch, m, next)
}

// editMessageMedia puts another photo and caption in the place of a photo.
func (s *Server) editMessageMedia(c *call) (any, *apiError) {
	ch, m, e := s.edited(c)
	if e != nil {
		return nil, e
	}
	var item wireMedia
	if e := c.decode("media", &item); e != nil {
		return nil, e
	}
	if m.Kind != KindPhoto || item.Type != KindPhoto {
		return nil, unlawful("changing a %s into a %s is not emulated", m.Kind, item.Type)
	}
	next := Message{}
	if next.Text, next.Entities, e = item.caption(); e != nil {
		return nil, e
	}
	file, e := s.inputText(c, item.Media, item.Type)
	if e != nil {
		return nil, e
	}
	m.Text, m.Entities, m.File = next.Text, next.Entities, file
	return s.change(ch, m, next), nil
}

// reword gives a message new words and a new keyboard, unless both are the same.
func (s *Server) reword(c *call, ch *chat, m *Message, next Message) (any, *apiError) {
	if e := next.addInlineMarkup(c); e != nil {
		return nil, e
	}
	same := next.Text == m.Text && slices.Equal(next.Entities, m.Entities)
	if same && sameKeyboard(next.Keyboard, m.Keyboard) {
		return nil, refusal(textNotModified)
	}
	m.Text, m.Entities = next.Text, next.Entities
	return s.change(ch, m, next), nil
}

func (s *Server) editMessageReplyMarkup(c *call) (any, *apiError) {
	ch, m, e := s.edited(c)
	if e != nil {
		return nil, e
	}
	next := Message{}
	if e := next.addInlineMarkup(c); e != nil {
		return nil, e
	}
	if sameKeyboard(next.Keyboard, m.Keyboard) {
		return nil, refusal(textNotModified)
	}
	return s.change(ch, m, next), nil
}

// change puts the new keyboard on and tells everyone.
func (s *Server) change(ch *chat, m *Message, next Message) map[string]any {
	m.Keyboard, m.markup = next.Keyboard, next.markup
	m.Edits++
	m.EditedAt = s.options.Clock()
	s.touch(ch, m)
	s.watchers.tell(Event{Kind: "edit", Chat: ch.id, Message: m.snapshot()})
	return s.wire(m, true)
}

func (s *Server) deleteMessage(c *call) (any, *apiError) {
	ch, e := s.target(c)
	if e != nil {
		return nil, e
	}
	m := ch.find(c.int("message_id"))
	if m == nil {
		return nil, refusal(textDeleteNotFound)
	}
	if s.options.Clock().Sub(m.At) >= deleteLife || !m.FromBot && ch.kind != private {
		return nil, refusal(textCannotDelete)
	}
	m.Deleted = true
	s.touch(ch, m)
	s.watchers.tell(Event{Kind: "delete", Chat: ch.id, Message: m.snapshot()})
	return true, nil
}
