package emulator

import (
	"strconv"
	"time"
	"unicode/utf8"
)

// maxToast is the longest text of an answer to a press.
const maxToast = 200

// query is a press that the bot may answer once, for a while.
type query struct {
	chat    int64
	message int
	at      time.Time
}

// Toast is the bot's answer to a press.
type Toast struct {
	// Query is what Press returned.
	Query     string
	MessageID int
	// Text is empty when the bot only ended the waiting.
	Text  string
	Alert bool
	At    time.Time
}

// press makes the update of a pressed button. The server is locked.
func (s *Server) press(who user, ch *chat, messageID int, data string) string {
	s.serial++
	id := strconv.FormatUint(4<<60|s.serial, 10)
	s.queries[id] = &query{chat: ch.id, message: messageID, at: time.Now()}
	life := s.options.CallbackLife
	if s.options.KeepCallbacks {
		life = messageLife
	}
	s.enqueue("callback_query", who.ID, life, map[string]any{
		"id": id, "from": who, "chat_instance": strconv.FormatInt(ch.id, 10), "data": data,
		"message": s.pressed(ch, messageID),
	})
	return id
}

// pressed is the message under the button, or what is left of it.
func (s *Server) pressed(ch *chat, messageID int) any {
	if m := ch.find(int64(messageID)); m != nil {
		return s.wire(m, true)
	}
	return map[string]any{"chat": ch.wire(), "message_id": messageID, "date": 0}
}

func (s *Server) answerCallbackQuery(c *call) (any, *apiError) {
	if utf8.RuneCountInString(c.values["text"]) > maxToast {
		return nil, malformed(textEditTooLong)
	}
	id := c.values["callback_query_id"]
	q := s.queries[id]
	if q == nil {
		return nil, refusal(textQueryTooOld)
	}
	delete(s.queries, id)
	if time.Since(q.at) >= s.options.CallbackLife {
		return nil, refusal(textQueryTooOld)
	}
	t := Toast{Query: id, MessageID: q.message, Text: c.values["text"], Alert: c.bool("show_alert"), At: s.options.Clock()}
	ch := s.chats[q.chat]
	ch.toasts = append(ch.toasts, t)
	close(ch.changed)
	ch.changed = make(chan struct{})
	s.watchers.tell(Event{Kind: "toast", Chat: ch.id, Toast: t})
	return true, nil
}
