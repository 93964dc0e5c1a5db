package demo

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net"
	"net/http"
	"strings"
	"testing"

	"guongsang/internal/demotexts"
	"guongsang/internal/texts"
	"guongsang/internal/webchat"
)

// A pageSite is the demo's page as a browser sees it, without one.
type pageSite struct {
	*stage
	t    *testing.T
	url  string
	stop context.CancelFunc
	over chan error
}

// openPage serves a stage on a port of its own.
func openPage(t *testing.T) *pageSite {
	t.Helper()
	s := openStage(t, "")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	w := &pageSite{s, t, "http://" + listener.Addr().String(), stop, make(chan error, 1)}
	go func() { w.over <- s.serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-w.over; err != nil {
			t.Errorf("serving: %v", err)
		}
	})
	return w
}

// post sends JSON and returns the status and what was answered.
func (w *pageSite) post(path string, body any) (int, string) {
	w.t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		w.t.Fatal(err)
	}
	return w.send("POST", path, "application/json", bytes.NewReader(raw))
}

func (w *pageSite) send(method, path, kind string, body io.Reader) (int, string) {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), method, w.url+path, body)
	if err != nil {
		w.t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		w.t.Fatal(err)
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return answer.StatusCode, string(said)
}

// events opens the stream and returns it line by line.
func (w *pageSite) events() *bufio.Scanner {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), "GET", w.url+"/events", nil)
	if err != nil {
		w.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { answer.Body.Close() })
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 1<<20)
	return lines
}

// until reads a stream up to a line with all of these words.
func until(t *testing.T, lines *bufio.Scanner, words ...string) {
	t.Helper()
	for lines.Scan() {
		missing := false
		for _, word := range words {
			missing = missing || !strings.Contains(lines.Text(), word)
		}
		if !missing {
			return
		}
	}
	t.Fatalf("the stream ended (%v) without %q", lines.Err(), words)
}

// What a person does on a phone of the page reaches the bot, and what the bot
// says reaches the page.
func TestPhonesOfThePage(t *testing.T) {
	w := openPage(t)
	chat := fmt.Sprintf("/chats/%d", w.play.account("PT083"))
	stream := w.events()
	until(t, stream, `"scene":"start"`, `"PT083"`, `"board"`)

	if status, said := w.post(chat+"/say", map[string]string{"text": texts.LabelIntroduce}); status != 204 {
		t.Fatalf("say: %d %s", status, said)
	}
	until(t, stream, `"bot":false`, texts.LabelIntroduce)
	until(t, stream, `"bot":true`, `"keyboard"`, "Người tốt việc tốt")
	kind, body := w.form("photo", 2)
	if status, said := w.send("POST", chat+"/files", kind, body); status != 204 {
		t.Fatalf("photos: %d %s", status, said)
	}
	until(t, stream, `"kind":"photo"`, `"album"`)
	until(t, stream, `"bot":true`, "2 ảnh")
	_, said := w.send("GET", chat, "", nil)
	var page struct{ Messages []webchat.Message }
	if err := json.Unmarshal([]byte(said), &page); err != nil {
		t.Fatal(err)
	}
	for _, m := range page.Messages {
		if m.File == nil {
			continue
		}
		if status, photo := w.send("GET", m.File.URL, "", nil); status != 200 || !strings.HasPrefix(photo, "\xff\xd8") {
			t.Errorf("photo: %d, %d bytes", status, len(photo))
		}
	}
	last := page.Messages[len(page.Messages)-1]
	if status, said := w.post(chat+"/press", map[string]any{"message": last.ID, "data": "no:such"}); status != 200 || !strings.Contains(said, "query") {
		t.Errorf("press: %d %s", status, said)
	}
	until(t, stream, `"query"`)
}

// form is what the page sends for files: kind and content.
func (w *pageSite) form(kind string, n int) (contentType string, body io.Reader) {
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	fields := []error{form.WriteField("kind", kind), form.WriteField("caption", "")}
	for i := range n {
		part, err := form.CreateFormFile("file", fmt.Sprintf("anh-%d.jpg", i))
		if err == nil {
			_, err = part.Write(photo("ảnh thử", i))
		}
		fields = append(fields, err)
	}
	if err := errors.Join(append(fields, form.Close())...); err != nil {
		w.t.Fatal(err)
	}
	return form.FormDataContentType(), &b
}

// What cannot be done is refused in one sentence that says what to do.
func TestPageRefuses(t *testing.T) {
	w := openPage(t)
	chat := fmt.Sprintf("/chats/%d", w.play.account("PT083"))
	for _, c := range []struct {
		path   string
		body   any
		status int
		says   string
	}{
		{chat + "/say", map[string]string{"text": "  "}, 400, demotexts.NothingSaid()},
		{chat + "/say", "no object", 400, demotexts.Unreadable()},
		{"/chats/424242/say", map[string]string{"text": "Chào"}, 404, demotexts.NoPhone()},
		{chat + "/edit", map[string]any{"message": 1 << 30, "text": "Sửa"}, 409, demotexts.NotEditable()},
		{"/do", webchat.Order{Do: "scene", Arg: "no such"}, 409, demotexts.NoScene()},
		{"/do", webchat.Order{Do: "explode"}, 409, demotexts.NoScene()},
		{"/phones", webchat.Phone{}, 409, demotexts.WhoseName()},
	} {
		if status, said := w.post(c.path, c.body); status != c.status || !strings.Contains(said, c.says) {
			t.Errorf("%s %v: %d %s, want %d %s", c.path, c.body, status, said, c.status, c.says)
		}
	}
	kind, body := w.form("photo", 11)
	if status, said := w.send("POST", chat+"/files", kind, body); status != 400 || !strings.Contains(said, demotexts.WhichFiles(10)) {
		t.Errorf("eleven photos: %d %s", status, said)
	}
	for path, status := range map[string]int{"/files/none": 404, "/nothing": 404, "/page/none.js": 404, "/page/..%2fserver.go": 400} {
		if got, said := w.send("GET", path, "", nil); got != status || strings.Contains(said, "package webchat") {
			t.Errorf("%s: %d, want %d", path, got, status)
		}
	}
	if status, _ := w.send("PUT", "/do", "", nil); status != 405 {
		t.Errorf("PUT: %d", status)
	}
}

// The page comes whole: in Vietnamese, with both languages for its labels, and
// nothing from anywhere else.
func TestFrontPage(t *testing.T) {
	w := openPage(t)
	_, page := w.send("GET", "/", "", nil)
	for _, want := range []string{`<html lang="vi">`, "Gương Sáng", `id="tour-start"`, `"en":{`, `src="/page/app.js"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, foreign := range []string{"https://", "//cdn", "{{", "<no value>", "ZgotmplZ"} {
		if strings.Contains(page, foreign) {
			t.Errorf("the page has %s", foreign)
		}
	}
}

// Another scene is announced, and its people are there.
func TestSceneOnThePage(t *testing.T) {
	w := openPage(t)
	stream := w.events()
	until(t, stream, `"scene":"start"`)
	if status, said := w.post("/do", webchat.Order{Do: "scene", Arg: "child"}); status != 204 {
		t.Fatalf("scene: %d %s", status, said)
	}
	until(t, stream, "event: reload")
	until(t, stream, `"scene":"child"`, "06/11/2026")
}

// When the demo stops it ends its streams: none is cut off because it was waited
// for in vain.
func TestStoppingEndsTheStreams(t *testing.T) {
	w := openPage(t)
	stream := w.events()
	until(t, stream, `"scene":"start"`)
	w.stop()
	for stream.Scan() {
	}
	if err := stream.Err(); err != nil {
		t.Errorf("the stream was cut off: %v", err)
	}
	if err := <-w.over; err != nil {
		t.Error(err)
	}
	w.over <- nil // for the cleanup
}

// A port in use is explained.
func TestDemoPortInUse(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	address := taken.Addr().String()
	err = Serve(t.Context(), PageOptions{Addr: address}, io.Discard, slog.New(slog.DiscardHandler))
	if err == nil || !strings.Contains(err.Error(), demotexts.AddressTaken(address)) {
		t.Errorf("in use: %v", err)
	}
}
