package telegram

import (
	"encoding/json"
	"fmt"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/letters"
	"guongsang/storage"
)

// The shapes below name only what is used: a new field, type or enum value
// anywhere else in an update does not matter.

type rawUpdate struct {
	ID            int64            `json:"update_id"`
	Message       *rawMessage      `json:"message"`
	EditedMessage *rawMessage      `json:"edited_message"`
	CallbackQuery *rawCallback     `json:"callback_query"`
	MyChatMember  *rawChatMember   `json:"my_chat_member"`
	Event         *json.RawMessage `json:"event"`
}

// from is the account of whoever sent an update; 0 if nobody did.
func (u *rawUpdate) from() int64 {
	users := make([]*rawUser, 0, 4)
	for _, m := range []*rawMessage{u.Message, u.EditedMessage} {
		if m != nil {
			users = append(users, m.From)
		}
	}
	if q := u.CallbackQuery; q != nil {
		users = append(users, q.From)
	}
	if m := u.MyChatMember; m != nil {
		users = append(users, m.From)
	}
	for _, from := range users {
		if from != nil && from.ID != 0 {
			return from.ID
		}
	}
	return 0
}

type rawUser struct {
	ID        int64  `json:"id"`
	IsBot     bool   `json:"is_bot"`
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name"`
}

type rawChat struct {
	ID   int64  `json:"id"`
	Type string `json:"type"`
}

type rawMessage struct {
	ID         int64    `json:"message_id"`
	From       *rawUser `json:"from"`
	Chat       rawChat  `json:"chat"`
	Date       int64    `json:"date"`
	EditDate   int64    `json:"edit_date"`
	Text       *string  `json:"text"`
	Caption    string   `json:"caption"`
	MediaGroup string   `json:"media_group_id"`
	ReplyTo    struct {
		ID   int64  `json:"message_id"`
		Text string `json:"text"`
	} `json:"reply_to_message"`
	ForwardOrigin json.RawMessage `json:"forward_origin"`
	ForwardDate   int64           `json:"forward_date"`
	Photo         []rawFile       `json:"photo"`
	Document      *rawFile        `json:"document"`
	Voice         *rawFile        `json:"voice"`
	Video         *rawFile        `json:"video"`
	VideoNote     *rawFile        `json:"video_note"`
	Audio         *rawFile        `json:"audio"`
}

// A rawOrigin is who wrote what is forwarded: an account, or only its name, if it
// hides itself.
type rawOrigin struct {
	User *rawUser `json:"sender_user"`
	Name string   `json:"sender_user_name"`
}

// writerOf is who wrote what is forwarded: nobody, if that is not said in a way
// that is known.
func writerOf(raw json.RawMessage) chat.Person {
	var o rawOrigin
	switch err := json.Unmarshal(raw, &o); {
	case err != nil:
		return chat.Person{}
	case o.User != nil:
		return person(o.User)
	}
	return chat.Person{Name: letters.Line(o.Name)}
}

type rawFile struct {
	ID     string `json:"file_id"`
	Unique string `json:"file_unique_id"`
	Name   string `json:"file_name"`
	MIME   string `json:"mime_type"`
	Size   int64  `json:"file_size"`
	Width  int64  `json:"width"`
	Height int64  `json:"height"`
}

type rawCallback struct {
	ID      string   `json:"id"`
	From    *rawUser `json:"from"`
	Data    string   `json:"data"`
	Message *struct {
		ID   int64   `json:"message_id"`
		Chat rawChat `json:"chat"`
	} `json:"message"`
}

type rawChatMember struct {
	Chat rawChat  `json:"chat"`
	From *rawUser `json:"from"`
	Date int64    `json:"date"`
	New  struct {
		Status string `json:"status"`
	} `json:"new_chat_member"`
}

// unwanted are the kinds of updates that exist and are not asked for. They can
// come once, from before the bot said what it wants.
var unwanted = []string{
	"channel_post", "edited_channel_post", "business_connection", "business_message", "edited_business_message",
	"deleted_business_messages", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result",
	"shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "chat_member",
	"chat_join_request", "chat_boost", "removed_chat_boost",
}

// Decode reads one item of the inbox. Its error wraps storage.ErrSetAside: what
// cannot be read now will not be readable at the next try.
//
// An update of a kind that is not asked for is an event of kind chat.Unknown
// with no person in it. A press whose message is gone has MessageID 0 and is
// taken to be in the private chat of whoever pressed. Only an item without an
// update id can be an event that the bot made itself (EncodeEvent).
func Decode(item storage.Item) (chat.Event, error) {
	e, err := decode(item)
	if err != nil {
		return e, fmt.Errorf("decoding update %d: %w: %w", item.ID, err, storage.ErrSetAside)
	}
	e.ID = item.ID
	if e.At.IsZero() {
		e.At = item.At
	}
	return e, nil
}

// EncodeEvent writes an event that the bot itself noticed, for storage.PutEvent.
func EncodeEvent(e chat.Event) (json.RawMessage, error) {
	raw, err := json.Marshal(map[string]chat.Event{"event": e})
	if err != nil {
		return nil, fmt.Errorf("encoding event %s of %d: %w", e.Kind, e.From.ID, err)
	}
	return raw, nil
}

func decode(item storage.Item) (e chat.Event, err error) {
	u, ok := item.Decoded.(*rawUpdate)
	if !ok {
		u = &rawUpdate{}
		if err := json.Unmarshal(item.Raw, u); err != nil {
			return e, err
		}
	}
	switch {
	case item.ID == 0:
		return decodeOwn(u)
	case u.Message != nil:
		return decodeMessage(u.Message, false)
	case u.EditedMessage != nil:
		return decodeMessage(u.EditedMessage, true)
	case u.CallbackQuery != nil:
		return decodePress(u.CallbackQuery)
	case u.MyChatMember != nil:
		return decodeMembership(u.MyChatMember)
	}
	return decodeOther(item.Raw)
}

func decodeOwn(u *rawUpdate) (e chat.Event, err error) {
	if u.Event == nil {
		return e, fmt.Errorf("no event in it")
	}
	return e, json.Unmarshal(*u.Event, &e)
}

func decodeOther(raw json.RawMessage) (e chat.Event, err error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return e, err
	}
	for _, name := range unwanted {
		if _, ok := fields[name]; ok {
			return chat.Event{Kind: chat.Unknown}, nil
		}
	}
	return e, fmt.Errorf("unknown kind of update")
}

func decodeMessage(m *rawMessage, edited bool) (e chat.Event, err error) {
	if m.From == nil || m.From.ID == 0 || m.Chat.ID == 0 {
		return e, fmt.Errorf("message without sender or chat")
	}
	e = chat.Event{
		Kind: chat.Said, At: instant(m.Date), From: person(m.From), Chat: m.Chat.ID, Private: m.Chat.Type == "private",
		MessageID: m.ID, Text: letters.Clean(m.Caption), ReplyTo: m.ReplyTo.ID, Quoted: letters.Clean(m.ReplyTo.Text), Album: m.MediaGroup, Files: m.files(),
		Forwarded: m.ForwardDate != 0 || isSet(m.ForwardOrigin), Forwarder: writerOf(m.ForwardOrigin),
	}
	if m.Text != nil {
		e.Text = letters.Clean(*m.Text)
	}
	switch {
	case m.Text == nil && len(e.Files) == 0:
		e.Kind = chat.Unknown
	case edited:
		e.Kind, e.At = chat.Edited, instant(max(m.EditDate, m.Date))
	}
	return e, nil
}

func decodePress(q *rawCallback) (e chat.Event, err error) {
	if q.From == nil || q.From.ID == 0 || q.ID == "" {
		return e, fmt.Errorf("press without sender or id")
	}
	e = chat.Event{Kind: chat.Pressed, From: person(q.From), Press: chat.Press{Query: q.ID, Data: q.Data}}
	if q.Message == nil || q.Message.Chat.ID == 0 {
		e.Chat, e.Private = e.From.ID, true
		return e, nil
	}
	e.Chat, e.MessageID = q.Message.Chat.ID, q.Message.ID
	e.Private = e.Chat == e.From.ID
	return e, nil
}

func decodeMembership(m *rawChatMember) (e chat.Event, err error) {
	if m.From == nil || m.From.ID == 0 || m.Chat.ID == 0 {
		return e, fmt.Errorf("membership without sender or chat")
	}
	e = chat.Event{
		Kind: chat.Unknown, At: instant(m.Date), From: person(m.From), Chat: m.Chat.ID, Private: m.Chat.Type == "private",
	}
	if e.Private {
		switch m.New.Status {
		case "kicked", "left":
			e.Kind = chat.Left
		case "member":
			e.Kind = chat.Came
		}
	}
	return e, nil
}

func person(u *rawUser) chat.Person {
	return chat.Person{ID: u.ID, Name: letters.Line(u.FirstName + " " + u.LastName), Bot: u.IsBot}
}

func instant(unix int64) time.Time {
	if unix <= 0 {
		return time.Time{}
	}
	return time.Unix(unix, 0)
}

func isSet(raw json.RawMessage) bool { return len(raw) > 0 && string(raw) != "null" }

// files lists what a message carries; of a photo's sizes the biggest.
func (m *rawMessage) files() (all []chat.File) {
	add := func(kind chat.FileKind, f *rawFile) {
		if f != nil && f.ID != "" {
			all = append(all, chat.File{
				Kind: kind, ID: f.ID, Unique: f.Unique, Name: letters.Line(f.Name), MIME: letters.Line(f.MIME), Size: max(f.Size, 0),
			})
		}
	}
	add(chat.Photo, biggest(m.Photo))
	add(chat.Document, m.Document)
	add(chat.Voice, m.Voice)
	add(chat.Video, m.Video)
	add(chat.Video, m.VideoNote)
	add(chat.Document, m.Audio)
	return all
}

func biggest(sizes []rawFile) (best *rawFile) {
	for i, s := range sizes {
		if best == nil || s.Width*s.Height > best.Width*best.Height ||
			s.Width*s.Height == best.Width*best.Height && s.Size > best.Size {
			best = &sizes[i]
		}
	}
	return best
}
