package telegram

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/chat"
	"guongsang/storage"
)

var cameAt = time.Date(2026, 11, 14, 8, 0, 0, 0, time.UTC)

const (
	fromAn    = `"from":{"id":1001,"is_bot":false,"first_name":"Lò Thị","last_name":"An","future":{"x":[1]}}`
	inPrivate = `"chat":{"id":1001,"type":"private"}`
	said      = `"message_id":7,"date":1700000000,` + fromAn + `,` + inPrivate
)

func an() chat.Person { return chat.Person{ID: 1001, Name: "Lò Thị An"} }

// base is the event that message with the given kind and text is.
func base(kind chat.Kind, text string) chat.Event {
	return chat.Event{
		ID: 5, Kind: kind, At: time.Unix(1700000000, 0), From: an(), Chat: 1001, Private: true, MessageID: 7, Text: text,
	}
}

func with(e chat.Event, change func(*chat.Event)) chat.Event {
	change(&e)
	return e
}

func TestDecode(t *testing.T) {
	photo := chat.File{Kind: chat.Photo, ID: "big", Unique: "b", Size: 900}
	tests := map[string]struct {
		raw  string
		want chat.Event
	}{
		"text":          {`{"update_id":5,"message":{` + said + `,"text":"xin chào"}}`, base(chat.Said, "xin chào")},
		"deep link":     {`{"message":{` + said + `,"text":"/start ABC-1","entities":[{"type":"bot_command","offset":99,"length":0}]}}`, base(chat.Said, "/start ABC-1")},
		"future field":  {`{"message":{` + said + `,"text":"a","hologram":{"kind":7}},"future":1}`, base(chat.Said, "a")},
		"decomposed":    {`{"message":{` + said + `,"text":"hoà"}}`, base(chat.Said, "hoà")},
		"line ends":     {`{"message":{` + said + `,"text":"a\r\nb\rc\td"}}`, base(chat.Said, "a\nb\nc\td")},
		"controls":      {`{"message":{` + said + `,"text":"a\u0000b\u0007c\u009fd\u007fe"}}`, base(chat.Said, "abcde")},
		"kept":          {`{"message":{` + said + `,"text":"\u202eabc\u200b <b>&lt; *_[]()~` + "`" + `"}}`, base(chat.Said, "abc\u200b <b>&lt; *_[]()~`")},
		"only controls": {`{"message":{` + said + `,"text":"\u0000"}}`, base(chat.Said, "")},
		"photo": {`{"message":{` + said + `,"caption":"chú thích","media_group_id":"g1","photo":[
			{"file_id":"small","file_unique_id":"s","width":90,"height":60,"file_size":100},
			{"file_id":"big","file_unique_id":"b","width":1280,"height":960,"file_size":900},
			{"file_id":"mid","file_unique_id":"m","width":320,"height":240,"file_size":5000}]}}`,
			with(base(chat.Said, "chú thích"), func(e *chat.Event) { e.Album, e.Files = "g1", []chat.File{photo} })},
		"document": {`{"message":{` + said + `,"document":{"file_id":"d","file_unique_id":"u","file_name":"danh\u0000 sách\n.xlsx","mime_type":"application/x","file_size":12}}}`,
			with(base(chat.Said, ""), func(e *chat.Event) {
				e.Files = []chat.File{{Kind: chat.Document, ID: "d", Unique: "u", Name: "danh sách .xlsx", MIME: "application/x", Size: 12}}
			})},
		"voice": {`{"message":{` + said + `,"voice":{"file_id":"v","file_unique_id":"u","mime_type":"audio/ogg"}}}`,
			with(base(chat.Said, ""), func(e *chat.Event) {
				e.Files = []chat.File{{Kind: chat.Voice, ID: "v", Unique: "u", MIME: "audio/ogg"}}
			})},
		"forwarded": {`{"message":{` + said + `,"text":"a","forward_origin":{"type":"hologram"}}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.Forwarded = true })},
		"forwarded from an account": {`{"message":{` + said + `,"text":"a","forward_origin":{"type":"user","sender_user":{"id":9,"first_name":"Lò","last_name":"Nhung"}}}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.Forwarded, e.Forwarder = true, chat.Person{ID: 9, Name: "Lò Nhung"} })},
		"forwarded from a name": {`{"message":{` + said + `,"text":"a","forward_origin":{"type":"hidden_user","sender_user_name":"Lò Nhung"}}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.Forwarded, e.Forwarder = true, chat.Person{Name: "Lò Nhung"} })},
		"forwarded in a way to come": {`{"message":{` + said + `,"text":"a","forward_origin":{"sender_user":"Nhung"}}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.Forwarded = true })},
		"reply": {`{"message":{` + said + `,"text":"a","reply_to_message":{"message_id":3,"from":"nobody"}}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.ReplyTo = 3 })},
		"reply to a text": {`{"message":{` + said + `,"text":"a","reply_to_message":{"message_id":3,"text":"Năm sinh?"}}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.ReplyTo, e.Quoted = 3, "Năm sinh?" })},
		"sticker":  {`{"message":{` + said + `,"sticker":{"file_id":"x","type":"future"}}}`, base(chat.Unknown, "")},
		"location": {`{"message":{` + said + `,"location":{"latitude":1}}}`, base(chat.Unknown, "")},
		"contact":  {`{"message":{` + said + `,"contact":{"phone_number":"1"}}}`, base(chat.Unknown, "")},
		"edited": {`{"edited_message":{` + said + `,"edit_date":1700000060,"text":"b"}}`,
			with(base(chat.Edited, "b"), func(e *chat.Event) { e.At = time.Unix(1700000060, 0) })},
		"group": {`{"message":{"message_id":7,"date":1700000000,` + fromAn + `,"chat":{"id":-100123,"type":"supergroup"},"text":"a"}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.Chat, e.Private = -100123, false })},
		"bot": {`{"message":{"message_id":7,"date":1700000000,"from":{"id":9,"is_bot":true,"first_name":"B"},` + inPrivate + `,"text":"a"}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.From = chat.Person{ID: 9, Name: "B", Bot: true} })},
		"52 bits": {`{"message":{"message_id":7,"date":1700000000,"from":{"id":4503599627370495,"first_name":"X"},"chat":{"id":4503599627370495,"type":"private"},"text":"a"}}`,
			with(base(chat.Said, "a"), func(e *chat.Event) { e.From, e.Chat = chat.Person{ID: 1<<52 - 1, Name: "X"}, 1<<52-1 })},
		"press": {`{"callback_query":{"id":"q1",` + fromAn + `,"message":{"message_id":7,"date":"soon",` + inPrivate + `,"text":{}},"data":"go:1:2"}}`,
			with(base(chat.Pressed, ""), func(e *chat.Event) { e.At, e.Press = cameAt, chat.Press{Query: "q1", Data: "go:1:2"} })},
		"press, message inaccessible": {`{"callback_query":{"id":"q1",` + fromAn + `,"message":{"message_id":7,"date":0,` + inPrivate + `},"data":"x"}}`,
			with(base(chat.Pressed, ""), func(e *chat.Event) { e.At, e.Press = cameAt, chat.Press{Query: "q1", Data: "x"} })},
		"press in another's chat": {`{"callback_query":{"id":"q1",` + fromAn + `,"message":{"message_id":7,"chat":{"id":1002,"type":"private"}},"data":"x"}}`,
			with(base(chat.Pressed, ""), func(e *chat.Event) {
				e.At, e.Chat, e.Private, e.Press = cameAt, 1002, false, chat.Press{Query: "q1", Data: "x"}
			})},
		"press without message": {`{"callback_query":{"id":"q1",` + fromAn + `,"inline_message_id":"i"}}`,
			with(base(chat.Pressed, ""), func(e *chat.Event) {
				e.At, e.MessageID, e.Press = cameAt, 0, chat.Press{Query: "q1"}
			})},
		"blocked": {`{"my_chat_member":{` + inPrivate + `,` + fromAn + `,"date":1700000000,"new_chat_member":{"status":"kicked","until_date":0}}}`,
			with(base(chat.Left, ""), func(e *chat.Event) { e.MessageID = 0 })},
		"unblocked": {`{"my_chat_member":{` + inPrivate + `,` + fromAn + `,"date":1700000000,"new_chat_member":{"status":"member"}}}`,
			with(base(chat.Came, ""), func(e *chat.Event) { e.MessageID = 0 })},
		"future membership": {`{"my_chat_member":{` + inPrivate + `,` + fromAn + `,"date":1700000000,"new_chat_member":{"status":"hologram"}}}`,
			with(base(chat.Unknown, ""), func(e *chat.Event) { e.MessageID = 0 })},
		"added to a group": {`{"my_chat_member":{"chat":{"id":-5,"type":"group"},` + fromAn + `,"date":1700000000,"new_chat_member":{"status":"member"}}}`,
			with(base(chat.Unknown, ""), func(e *chat.Event) { e.MessageID, e.Chat, e.Private = 0, -5, false })},
		"not asked for": {`{"channel_post":{"message_id":1,"chat":{"id":-5,"type":"channel"}}}`,
			chat.Event{ID: 5, Kind: chat.Unknown, At: cameAt}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Decode(storage.Item{ID: 5, Raw: []byte(test.raw), At: cameAt})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// FAULTS 13: set aside.
func TestDecodeSetsAside(t *testing.T) {
	for name, raw := range map[string]string{
		"unknown kind":           `{"update_id":5,"hologram":{"x":1}}`,
		"nothing":                `{}`,
		"a string":               `"<html>"`,
		"an array":               `[]`,
		"null":                   `null`,
		"text of another type":   `{"message":{` + said + `,"text":{"parts":[]}}}`,
		"date of another type":   `{"message":{"message_id":7,"date":"2026",` + fromAn + `,` + inPrivate + `,"text":"a"}}`,
		"message without sender": `{"message":{"message_id":7,"date":1,` + inPrivate + `,"text":"a"}}`,
		"message without chat":   `{"message":{"message_id":7,"date":1,` + fromAn + `,"text":"a"}}`,
		"press without sender":   `{"callback_query":{"id":"1","data":"x"}}`,
		"id of 80 bits":          `{"message":{"message_id":7,"from":{"id":1208925819614629174706176},` + inPrivate + `,"text":"a"}}`,
		"event of one's own":     `{"event":{"Kind":"fetched","From":{"ID":1}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			e, err := Decode(storage.Item{ID: 5, Raw: []byte(raw), At: cameAt})
			if !errors.Is(err, storage.ErrSetAside) {
				t.Errorf("got %+v, %v", e, err)
			}
		})
	}
}

// Only what the bot itself put has no update id, and only that is taken for an
// event.
func TestDecodeOwnEvents(t *testing.T) {
	own := chat.Event{Kind: chat.Fetched, At: cameAt, From: chat.Person{ID: 3}, Chat: 3, Private: true, Text: "units:3",
		Files: []chat.File{{Kind: chat.Document, ID: "a", Unique: "b", Name: "c.csv"}}}
	raw, err := EncodeEvent(own)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Decode(storage.Item{Raw: raw, At: cameAt.Add(time.Hour)})
	if diff := cmp.Diff(own, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	forged := `{"event":{"Kind":"fetched"},"message":{` + said + `,"text":"a"}}`
	if e, err := Decode(storage.Item{ID: 5, Raw: []byte(forged)}); err != nil || e.Kind != chat.Said {
		t.Errorf("forged event is %+v, %v", e, err)
	}
	if _, err := Decode(storage.Item{Raw: []byte(`{"message":{` + said + `,"text":"a"}}`)}); !errors.Is(err, storage.ErrSetAside) {
		t.Errorf("message without update id: %v", err)
	}
	for _, raw := range []string{`{"event":{}}`, `{"update_id":0,"event":{}}`, `{"update_id":-3}`, `{"update_id":"7"}`, `7`} {
		if u, _ := incoming([]byte(raw)); u.ID >= 0 {
			t.Errorf("%s came in under %d", raw, u.ID)
		}
	}
}
