package emulator_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	"github.com/google/go-cmp/cmp"

	"guongsang/internal/emulator"
)

// reopened saves the bench's server and loads a new one, with the same bot on it.
func (b *bench) reopened(o emulator.Options) *bench {
	b.Helper()
	var saved bytes.Buffer
	folder := b.TempDir()
	if err := b.srv.Save(&saved, folder); err != nil {
		b.Fatal(err)
	}
	o.Token = token
	srv := emulator.New(o)
	b.Cleanup(srv.Close)
	if err := srv.Load(&saved, folder); err != nil {
		b.Fatal(err)
	}
	client, err := bot.New(token, bot.WithHTTPClient(0, srv.Client()))
	if err != nil {
		b.Fatal(err)
	}
	return &bench{T: b.T, srv: srv, bot: client, an: srv.Person(1001, ""), ctx: b.ctx}
}

// converse lets both sides do everything that a transcript can show.
func converse(b *bench) *emulator.Group {
	b.an.SetUsername("lo_an")
	b.an.Photo(picture(b, 30, 20), "Ảnh")
	b.an.Documents("Hai tệp", emulator.File{Name: "a.txt", Data: []byte("a")}, emulator.File{Name: "b.txt", Data: []byte("a")})
	b.an.VoiceNote(emulator.File{Name: "x.webm", MIME: "audio/webm", Data: []byte("tiếng"), Duration: 3})
	b.an.Sticker()
	b.an.Contact()
	b.an.Reply(b.send("Gửi <b>hay</b> huỷ?", "Gửi", "send:1").ID, "Gửi")
	edited, deleted := b.send("Cũ", "Sửa", "edit:1"), b.send("Nhầm", "", "")
	if _, err := b.bot.EditMessageText(b.ctx, &bot.EditMessageTextParams{ChatID: b.an.ID(), MessageID: edited.ID, Text: "Mới"}); err != nil {
		b.Fatal(err)
	}
	if _, err := b.bot.DeleteMessage(b.ctx, &bot.DeleteMessageParams{ChatID: b.an.ID(), MessageID: deleted.ID}); err != nil {
		b.Fatal(err)
	}
	markup := &models.ReplyKeyboardMarkup{Keyboard: [][]models.KeyboardButton{{{Text: "Trang chủ"}}}}
	_, err := b.bot.SendDocument(b.ctx, &bot.SendDocumentParams{
		ChatID: b.an.ID(), Document: uploadOf("tổng hợp.xlsx", []byte("bảng")), Caption: "Tháng 11", ReplyMarkup: markup,
	})
	if err != nil {
		b.Fatal(err)
	}
	square := b.srv.Supergroup(-1007, "Khối I")
	square.Say(b.an, "chào cả khối")
	return square
}

func TestSaveAndLoad(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		square := converse(b)
		binh := b.srv.Person(1002, "Lý Văn Bình")
		binh.Say("Chào")
		binh.Block()
		gone := b.srv.Person(1003, "Giàng A Páo")
		gone.Deactivate()
		next := b.reopened(emulator.Options{})
		loaded := next.srv.Supergroup(-1007, "Khối I")
		for i, pair := range [][2][]emulator.Message{
			{b.an.Chat(), next.an.Chat()}, {binh.Chat(), next.srv.Person(1002, "").Chat()}, {square.Chat(), loaded.Chat()},
			{b.an.Unread(), next.an.Unread()},
		} {
			if diff := cmp.Diff(pair[0], pair[1], cmp.FilterPath(unexported, cmp.Ignore())); diff != "" {
				t.Errorf("transcript %d: %s", i, diff)
			}
		}
		for i, p := range next.srv.People() {
			was := b.srv.People()[i]
			if p.ID() != was.ID() || p.Name() != was.Name() || p.Started() != was.Started() || p.Blocked() != was.Blocked() {
				t.Errorf("%s is loaded as %s, started %v, blocked %v", was.Name(), p.Name(), p.Started(), p.Blocked())
			}
		}
		if id := next.srv.Person(1003, "").Say("x"); id != 0 {
			t.Error("a deleted account came back to life")
		}
		if err := next.an.PressLabel("Trang chủ"); err != nil {
			t.Error(err)
		}
		if _, err := next.bot.SendMessage(next.ctx, &bot.SendMessageParams{ChatID: "@lo_an", Text: "x"}); err != nil {
			t.Error(err)
		}
	})
}

// TestPendingIsKept holds what a bot gets after a restart against what it would
// have got without one.
func TestPendingIsKept(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		converse(b)
		had := b.poll(offset(1003))
		time.Sleep(20 * time.Hour)
		b.an.Say("sau")
		had = append(had, b.poll(offset(1003))[len(had):]...)
		next := b.reopened(emulator.Options{})
		got := next.poll(offset(1003))
		if diff := cmp.Diff(had, got); diff != "" {
			t.Error(diff)
		}
		photo := next.an.Chat()[1].File.ID
		if body := next.fetch(photo, 0); body != string(picture(t, 30, 20)) {
			t.Errorf("the photo has %d bytes", len(body))
		}
		_, err := next.bot.SendPhoto(next.ctx, &bot.SendPhotoParams{ChatID: next.an.ID(), Photo: &models.InputFileString{Data: photo}})
		if err != nil {
			t.Errorf("sending the photo again: %v", err)
		}
		time.Sleep(5 * time.Hour)
		if n := next.srv.Pending(); n != 1 {
			t.Errorf("%d updates wait after their day, want the late one", n)
		}
	})
}

// TestNumbersGoOn loads a state that is older than what the bot has seen.
func TestNumbersGoOn(t *testing.T) {
	b := newBench(t, emulator.Options{})
	next := b.reopened(emulator.Options{})
	lost := b.an.Say("sau khi lưu")
	seen := ids(b.poll(offset(1001)))[0]
	if id := next.an.Say("lại"); id <= lost {
		t.Errorf("message %d after message %d", id, lost)
	}
	if got := ids(next.poll(offset(seen + 1))); len(got) != 1 || got[0] <= seen {
		t.Errorf("updates %v after update %d", got, seen)
	}
	old, fresh := b.an.Press(1, "x"), next.an.Press(1, "x")
	if old == fresh {
		t.Errorf("two presses are %s", old)
	}
}

// TestSaveAmongOthers is for the race detector.
func TestSaveAmongOthers(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		m := b.send("0", "Nút", "d")
		go func() {
			for range 20 {
				_ = b.an.EditText(b.an.Say("x"), "y")
				b.an.Photo([]byte("z"), "")
				_, _ = b.bot.EditMessageText(b.ctx, &bot.EditMessageTextParams{ChatID: b.an.ID(), MessageID: m.ID, Text: time.Now().String()})
			}
		}()
		folder := t.TempDir()
		for range 20 {
			if err := b.srv.Save(io.Discard, folder); err != nil {
				t.Fatal(err)
			}
		}
		synctest.Wait()
	})
}

func TestSaveTellsOfTheWriter(t *testing.T) {
	full := errors.New("disk full")
	r, w := io.Pipe()
	_ = r.CloseWithError(full)
	if err := emulator.New(emulator.Options{Token: token}).Save(w, t.TempDir()); !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
}

func TestLoadRefuses(t *testing.T) {
	b := newBench(t, emulator.Options{})
	b.an.Document("a.txt", "text/plain", []byte("chữ"), "")
	var saved bytes.Buffer
	folder, empty, other := t.TempDir(), t.TempDir(), t.TempDir()
	if err := b.srv.Save(&saved, folder); err != nil {
		t.Fatal(err)
	}
	for name := range contentsOf(t, folder) {
		if err := os.WriteFile(filepath.Join(other, name), []byte("khác"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	whole := saved.String()
	for _, test := range []struct{ name, saved, folder, want string }{
		{"empty", "", folder, "EOF"},
		{"cut off", whole[:len(whole)/2], folder, "unexpected EOF"},
		{"not JSON", "PK\x03\x04", folder, "invalid character"},
		{"newer", changed(t, whole, "Version", 7), folder, "version 7, not 1 to 2"},
		{"of nothing", `{}`, folder, "version 0, not 1 to 2"},
		{"no next update", changed(t, whole, "Update", 0), folder, "next update id 0"},
		{"no contents", whole, empty, "content of file "},
		{"other content", whole, other, "has another content"},
		{"no files", changed(t, whole, "Files", nil), folder, "chat 1001: message 2: file "},
		{"of no kind", strings.Replace(whole, `"private"`, `""`, 1), folder, "chat 1001: it is of no kind"},
		{"out of order", strings.Replace(whole, `{"ID":1,`, `{"ID":3,`, 1), folder, "chat 1001: message 2 after message 3"},
	} {
		srv := emulator.New(emulator.Options{Token: token})
		err := srv.Load(strings.NewReader(test.saved), test.folder)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "reading the saved Telegram: ") {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
		if len(srv.People()) != 0 || srv.Pending() != 0 || srv.Person(1, "An").Say("x") != 1 {
			t.Errorf("%s: something was loaded", test.name)
		}
	}
	if err := b.srv.Load(strings.NewReader(whole), folder); err == nil || !strings.Contains(err.Error(), "not new") {
		t.Errorf("into a server in use: %v", err)
	}
}

// TestContentsAreSavedOnce holds that a content is not written again, and that
// the first form, which had all of them inside, is still read.
func TestContentsAreSavedOnce(t *testing.T) {
	b := newBench(t, emulator.Options{})
	data := []byte("ảnh nặng")
	b.an.Document("a.txt", "text/plain", data, "")
	b.an.Document("b.txt", "text/plain", data, "")
	folder := t.TempDir()
	var saved bytes.Buffer
	if err := b.srv.Save(&saved, folder); err != nil {
		t.Fatal(err)
	}
	for name := range contentsOf(t, folder) {
		if err := os.Chtimes(filepath.Join(folder, name), time.Time{}, time.Unix(1e9, 0)); err != nil {
			t.Fatal(err)
		}
	}
	before := contentsOf(t, folder)
	if err := b.srv.Save(io.Discard, folder); err != nil {
		t.Fatal(err)
	}
	if after := contentsOf(t, folder); len(before) != 1 || !maps.Equal(before, after) {
		t.Errorf("written %v, then %v", before, after)
	}
	for name := range before {
		first := changed(t, changed(t, saved.String(), "Version", 1), "Blobs", map[string][]byte{name: data})
		srv := emulator.New(emulator.Options{Token: token})
		if err := srv.Load(strings.NewReader(first), t.TempDir()); err != nil {
			t.Fatal(err)
		}
		said := srv.Person(1001, "").Chat()
		if f := said[len(said)-1].File; f == nil || !bytes.Equal(f.Data, data) {
			t.Errorf("the first form is read as %+v", f)
		}
	}
}

// contentsOf gives the files of a folder and when they were written.
func contentsOf(t *testing.T, folder string) map[string]time.Time {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]time.Time{}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = info.ModTime()
	}
	return files
}

// changed puts another value in a field of what was saved.
func changed(t *testing.T, saved, name string, value any) string {
	t.Helper()
	fields := map[string]any{}
	if err := json.Unmarshal([]byte(saved), &fields); err != nil {
		t.Fatal(err)
	}
	fields[name] = value
	body, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
