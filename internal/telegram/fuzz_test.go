package telegram

import (
	"bytes"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// seeds are updates as they come, and as they should not.
var seeds = []string{
	`{"update_id":1,"message":{` + said + `,"text":"Lò Văn Pản"}}`,
	`{"update_id":2,"edited_message":{` + said + `,"edit_date":1700000100,"text":"a\u0000\u202eb"}}`,
	`{"update_id":3,"message":{` + said + `,"caption":"Ảnh","media_group_id":"9","photo":[{"file_id":"F","file_unique_id":"U","width":90,"height":90,"file_size":-1}]}}`,
	`{"update_id":4,"message":{` + said + `,"document":{"file_id":"F","file_unique_id":"U","file_name":"../../x.docx","mime_type":"a/b"}}}`,
	`{"update_id":5,"message":{` + said + `,"voice":{"file_id":"F"},"forward_origin":{"type":"user"},"reply_to_message":{"message_id":3}}}`,
	`{"update_id":6,"callback_query":{"id":"1",` + fromAn + `,"data":"d.send:1:2","message":{"message_id":7,` + inPrivate + `}}}`,
	`{"update_id":7,"callback_query":{"id":"1",` + fromAn + `,"data":"` + strings.Repeat("x", 65) + `"}}`,
	`{"update_id":8,"my_chat_member":{` + fromAn + `,` + inPrivate + `,"date":1700000000,"new_chat_member":{"status":"kicked"}}}`,
	`{"update_id":9,"message":{` + said + `,"sticker":{}}}`,
	`{"update_id":10,"channel_post":{}}`,
	`{"update_id":11,"hologram":{"x":1}}`,
	`{"update_id":-12,"message":{` + said + `,"text":{"parts":[]}}}`,
	`{"update_id":1208925819614629174706176}`,
	`{"event":{"Kind":"fetched","From":{"ID":1},"Private":true}}`,
	`[]`, `null`, `"<html>"`, `{`, "",
	strings.Repeat(`{"message":`, 2000),
}

// FuzzDecode: whatever comes, it is an event whose texts can be stored and
// shown, or it is set aside; and only the bot itself makes events of its own.
func FuzzDecode(f *testing.F) {
	for _, s := range seeds {
		f.Add(int64(5), []byte(s))
		f.Add(int64(0), []byte(s))
	}
	f.Fuzz(func(t *testing.T, id int64, raw []byte) {
		e, err := Decode(storage.Item{ID: id, Raw: raw, At: cameAt})
		if err != nil {
			if !errors.Is(err, storage.ErrSetAside) {
				t.Fatalf("not set aside: %v", err)
			}
			return
		}
		if e.ID != id || e.At.IsZero() {
			t.Errorf("event %d at %v of update %d", e.ID, e.At, id)
		}
		if id == 0 {
			return // the bot's own words
		}
		if e.Kind == chat.Fetched {
			t.Error("an update passes for an event of the bot's own")
		}
		if e.Kind == "" || e.Kind != chat.Unknown && (e.From.ID == 0 || e.Chat == 0) {
			t.Errorf("event without what it needs: %+v", e)
		}
		for _, s := range []string{e.Text, e.From.Name} {
			if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) || strings.ContainsAny(s, "\x00\r\x7f\u202e") {
				t.Errorf("text %q", s)
			}
		}
		for _, one := range e.Files {
			if one.ID == "" || one.Size < 0 || strings.ContainsAny(one.Name, "\x00\n") {
				t.Errorf("file %+v", one)
			}
		}
	})
}

// FuzzWebhook: whatever is posted, it is answered with one of the codes that
// Telegram understands, and is in the inbox exactly if that is 200.
func FuzzWebhook(f *testing.F) {
	for _, s := range seeds {
		f.Add(secret, "/hook", []byte(s))
	}
	f.Add("", "/hook", []byte(seeds[0]))
	f.Add(secret, "/", []byte(seeds[0]))
	store, err := storage.Open(f.TempDir(), report.Rules{Zone: time.UTC, Calendar: report.NewCalendar(nil, nil)})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = store.Close() })
	client, err := New(Options{Token: testToken})
	if err != nil {
		f.Fatal(err)
	}
	h := NewWebhook(client, store, hookURL, secret)
	taken := map[int64]bool{}
	f.Fuzz(func(t *testing.T, given, path string, body []byte) {
		r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		r.URL.Path = path
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", given)
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		switch rec.Code {
		case http.StatusOK:
			if given != secret || path != "/hook" {
				t.Errorf("taken with secret %q on path %q", given, path)
			}
			u, _ := incoming(body)
			taken[u.ID] = true
		case http.StatusBadRequest, http.StatusUnauthorized, http.StatusNotFound, http.StatusRequestEntityTooLarge:
		default:
			t.Errorf("answered %d", rec.Code)
		}
		if d, err := store.Depths(); err != nil || d.Inbox != len(taken) {
			t.Fatalf("%d in the inbox, want %d: %v", d.Inbox, len(taken), err)
		}
	})
}
