package emulator_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
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
	if err := b.srv.Save(&saved); err != nil {
		b.Fatal(err)
	}
	o.Token = token
	srv := emulator.New(o)
	b.Cleanup(srv.Close)
	if err := srv.Load(&saved); err != nil {
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
		for range 20 {
			if err := b.srv.Save(io.Discard); err != nil {
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
	if err := emulator.New(emulator.Options{Token: token}).Save(w); !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
}

func TestLoadRefuses(t *testing.T) {
	b := newBench(t, emulator.Options{})
	b.an.Document("a.txt", "text/plain", []byte("chữ"), "")
	var saved bytes.Buffer
	if err := b.srv.Save(&saved); err != nil {
		t.Fatal(err)
	}
	whole := saved.String()
	for _, test := range []struct{ name, saved, want string }{
		{"empty", "", "EOF"},
		{"cut off", whole[:len(whole)/2], "unexpected EOF"},
		{"not JSON", "PK\x03\x04", "invalid character"},
		{"newer", changed(t, whole, "Version", 7), "version 7, not 1"},
		{"of nothing", `{}`, "version 0, not 1"},
		{"no next update", changed(t, whole, "Update", 0), "next update id 0"},
		{"no contents", changed(t, whole, "Blobs", nil), "has no content"},
		{"other content", strings.Replace(whole, `"Y2jhu68="`, `"Y2jhu64="`, 1), "has another content"},
		{"no files", changed(t, whole, "Files", nil), "chat 1001: message 2: file "},
		{"of no kind", strings.Replace(whole, `"private"`, `""`, 1), "chat 1001: it is of no kind"},
		{"out of order", strings.Replace(whole, `{"ID":1,`, `{"ID":3,`, 1), "chat 1001: message 2 after message 3"},
	} {
		srv := emulator.New(emulator.Options{Token: token})
		err := srv.Load(strings.NewReader(test.saved))
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "reading the saved Telegram: ") {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
		if len(srv.People()) != 0 || srv.Pending() != 0 || srv.Person(1, "An").Say("x") != 1 {
			t.Errorf("%s: something was loaded", test.name)
		}
	}
	if err := b.srv.Load(strings.NewReader(whole)); err == nil || !strings.Contains(err.Error(), "not new") {
		t.Errorf("into a server in use: %v", err)
	}
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
