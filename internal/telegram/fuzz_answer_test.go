package telegram

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/courier"
	"guongsang/internal/report"
	"guongsang/storage"
)

// answers are what the Bot API says to calls, and what stands in its place.
var answers = []struct {
	status int
	wait   string
	body   string
}{
	{200, "", `{"ok":true,"result":{"message_id":5,"date":1700000000,"edit_date":1700000100,"username":"guong_sang_bot"}}`},
	{200, "", `{"ok":true,"result":true}`},
	{200, "", `{"ok":true,"result":[` + seeds[0] + `,` + seeds[5] + `,` + seeds[11] + `,null,[]]}`},
	{200, "", `{"ok":true,"result":{"file_id":"F","file_path":"photos/file_0.jpg"}}`},
	{200, "", `{"ok":true,"result":{"file_path":"/var/lib/bot/` + testToken + `/../../etc/passwd"}}`},
	{200, "", `{"ok":true}`},
	{200, "", `{"ok":false}`},
	{200, "", `{"ok":true,"result":{"message_id":"5"}}`},
	{400, "", `{"ok":false,"error_code":400,"description":"Bad Request: message is not modified"}`},
	{400, "", `{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities: unexpected end"}`},
	{400, "", `{"ok":false,"error_code":400,"description":"Bad Request: there is no text in the message to edit"}`},
	{400, "", `{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded","parameters":{"migrate_to_chat_id":-100}}`},
	{401, "", `{"ok":false,"error_code":401,"description":"Unauthorized"}`},
	{403, "", `{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}`},
	{409, "", `{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}`},
	{429, "3", `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}`},
	{429, "-1", `{"ok":false,"error_code":429,"parameters":{"retry_after":9223372036854775807}}`},
	{429, "9223372036854775807", `<html>slow down</html>`},
	{500, "", `{"ok":false,"error_code":500,"description":"Internal Server Error"}`},
	{502, "", `<html>Bad Gateway</html>`},
	{200, "", ``}, {200, "", `null`}, {200, "", `[]`}, {200, "", `{"ok":`},
	{302, "", `https://example.org/` + testToken},
}

// replay answers every call alike.
type replay struct {
	status int
	wait   string
	body   []byte
}

func (r replay) Do(*http.Request) (*http.Response, error) {
	header := http.Header{"Retry-After": {r.wait}, "Date": {r.wait}}
	return &http.Response{StatusCode: r.status, Header: header, Body: io.NopCloser(bytes.NewReader(r.body))}, nil
}

// FuzzAnswer: whatever a call is answered with, nothing panics; only what says that
// it was done is taken for done; what is to be tried again has its reason and a time
// that can be waited for; no text has the token; and of updates there are those in
// the inbox that were in a good answer.
func FuzzAnswer(f *testing.F) {
	for _, a := range answers {
		f.Add(a.status, a.wait, []byte(a.body))
	}
	store, err := storage.Open(f.TempDir(), report.Rules{Zone: time.UTC, Calendar: report.NewCalendar(nil, nil)})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = store.Close() })
	now := time.Date(2026, 11, 12, 8, 0, 0, 0, time.UTC)
	taken := map[int64]bool{}
	f.Fuzz(func(t *testing.T, status int, wait string, body []byte) {
		client, err := New(Options{Token: testToken, HTTP: replay{status, wait, body}, Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		var said answer
		done := json.Unmarshal(body, &said) == nil && said.OK
		for name, row := range rowsToDeliver() {
			v := client.Deliver(t.Context(), courier.Attempt{Row: row, Target: 7})
			if v.Kind == courier.Delivered && !done && !strings.Contains(strings.ToLower(said.Description), "message is not modified") && !says(strings.ToLower(said.Description), "query is too old", "query_id_invalid") {
				t.Errorf("%s: delivered by %d %q", name, status, body)
			}
			holdsVerdict(t, name, v)
		}
		holdsVerdict(t, "probe", client.Probe(t.Context()))

		fetcher := NewFetcher(client, store)
		if path, err := fetcher.locate(t.Context(), storage.Fetch{FileID: "F"}); err == nil {
			if path == "" || client.local(path) {
				t.Errorf("path %q", path)
			}
		} else if strings.Contains(err.Error(), testToken) || asked(err) < 0 {
			t.Errorf("locating: %v, wait %v", err, asked(err))
		}

		poller := NewPoller(client, store, nil)
		poller.hookGone = true
		var batch []json.RawMessage
		if done && json.Unmarshal(said.Result, &batch) == nil {
			for _, raw := range batch {
				u, _ := incoming(raw)
				taken[u.ID] = true
			}
		}
		if pause := poller.step(t.Context()); pause < 0 || pause > 2*longestWait {
			t.Errorf("pause %v", pause)
		}
		if d, err := store.Depths(); err != nil || d.Inbox != len(taken) {
			t.Fatalf("%d in the inbox, want %d: %v", d.Inbox, len(taken), err)
		}
	})
}

// rowsToDeliver are one row for every call that the sender makes.
func rowsToDeliver() map[string]storage.Row {
	text := chat.Message{Title: "Tháng 11", Text: "Đơn vị chưa gửi gương."}
	picture := chat.Message{File: &chat.Attachment{Name: "anh.jpg", MIME: "image/jpeg", Data: []byte("x")}}
	document := chat.Message{File: &chat.Attachment{Name: "bao-cao.docx", Data: []byte("x")}}
	return map[string]storage.Row{
		"text": {Chat: 1001, Way: storage.Send, Message: text}, "picture": {Chat: 1001, Way: storage.Send, Message: picture},
		"document": {Chat: 1001, Way: storage.Send, Message: document}, "edit": {Chat: 1001, Way: storage.Edit, Message: text},
		"answer": {Chat: 1001, Way: storage.Answer, Query: "1", Message: text}, "action": {Chat: 1001, Way: storage.Act},
	}
}

func holdsVerdict(t *testing.T, name string, v courier.Verdict) {
	t.Helper()
	if v.Kind != courier.Delivered && v.Why == "" {
		t.Errorf("%s: %+v without a reason", name, v)
	}
	if strings.Contains(v.Why, testToken) {
		t.Errorf("%s: the token is in %q", name, v.Why)
	}
	if v.Wait < 0 || v.Wait > longestWait || (v.Kind == courier.RateLimited) != (v.Wait > 0) {
		t.Errorf("%s: %+v", name, v)
	}
}
