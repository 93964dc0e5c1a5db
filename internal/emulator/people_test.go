package emulator_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	"github.com/google/go-cmp/cmp"

	"guongsang/internal/emulator"
)

// TestKindsOfUpdates lets a person do each thing and looks at what the bot gets.
func TestKindsOfUpdates(t *testing.T) {
	b := newBench(t, emulator.Options{})
	question := b.send("Tên?", "", "").ID
	for _, test := range []struct {
		name string
		do   func()
		fits func(update) bool
	}{
		{"deep link", func() { b.an.Start("moi_AB-12") }, func(u update) bool { return u.Message.Text == "/start moi_AB-12" }},
		{"text", func() { b.an.Say(" Lò  ") }, func(u update) bool {
			m := u.Message
			return m.Text == " Lò  " && m.From.ID == 1001 && m.From.FirstName == "Lò Thị An" && m.Chat.Type == "private" && m.Entities == nil
		}},
		{"forwarded", func() { b.an.Forward("Họ tên: …") }, func(u update) bool {
			return u.Message.ForwardOrigin != nil && u.Message.ForwardOrigin.MessageOriginHiddenUser != nil
		}},
		{"answer", func() { b.an.Reply(question, "An") }, func(u update) bool {
			return u.Message.ReplyToMessage.ID == question && u.Message.ReplyToMessage.From.IsBot
		}},
		{"sticker", func() { b.an.Sticker() }, func(u update) bool { return u.Message.Sticker != nil && u.Message.Text == "" }},
		{"place", func() { b.an.Location() }, func(u update) bool { return u.Message.Location.Latitude > 22 }},
		{"contact", func() { b.an.Contact() }, func(u update) bool { return u.Message.Contact.UserID == 1001 }},
		{"edit", func() {
			if err := b.an.EditText(1, "/start lại"); err != nil {
				t.Error(err)
			}
		}, func(u update) bool { return u.Edited.Text == "/start lại" && u.Edited.EditDate != 0 }},
		{"block", func() { b.an.Block() }, func(u update) bool {
			return u.Member.NewChatMember.Type == models.ChatMemberTypeBanned && u.Member.OldChatMember.Type == models.ChatMemberTypeMember
		}},
		{"unblock", func() { b.an.Unblock() }, func(u update) bool { return u.Member.NewChatMember.Type == models.ChatMemberTypeMember }},
		{"group", func() { b.srv.Group(-7, "Khối I").Say(b.an, "chào cả khối") }, func(u update) bool {
			return u.Message.Chat.ID == -7 && u.Message.Chat.Title == "Khối I" && u.Message.From.ID == 1001
		}},
		{"press in a group", func() { b.srv.Group(-7, "Khối I").Press(b.an, 4, "x") }, func(u update) bool { return u.Callback.Data == "x" }},
		{"channel", func() { b.srv.Channel(-1008, "Kênh").Post("tin") }, func(u update) bool {
			return u.Channel.Text == "tin" && u.Channel.From == nil && u.Channel.SenderChat.ID == -1008
		}},
		{"press on nothing", func() { b.an.Press(9999, strings.Repeat("x", 64)) }, func(u update) bool {
			return u.Callback.Message.Date == 0 && u.Callback.Message.ID == 9999
		}},
	} {
		next := b.poll(offset(0))
		test.do()
		got := b.poll(offset(next[len(next)-1].ID))
		if len(got) != 2 || !test.fits(got[1]) {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
	if err := b.an.EditText(question, "của bot"); err == nil {
		t.Error("a person edited the bot's message")
	}
	b.an.Deactivate()
	if id := b.an.Say("x"); id != 0 {
		t.Errorf("a deleted account said something: %d", id)
	}
}

func TestPressLabel(t *testing.T) {
	b := newBench(t, emulator.Options{})
	keyboard := func(labels ...string) *models.InlineKeyboardMarkup {
		k := &models.InlineKeyboardMarkup{}
		for _, l := range labels {
			k.InlineKeyboard = append(k.InlineKeyboard, []models.InlineKeyboardButton{{Text: l, CallbackData: "d:" + l}})
		}
		return k
	}
	for _, k := range []models.ReplyMarkup{
		keyboard("Gửi", "Cũ"), keyboard("📨 Gửi ngay", "Gửi"),
		&models.ReplyKeyboardMarkup{Keyboard: [][]models.KeyboardButton{{{Text: "Trang chủ"}, {Text: "Huỷ"}}}},
		&models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{{{Text: "Xem", URL: "https://vi.du"}}}},
	} {
		if _, err := b.bot.SendMessage(b.ctx, &bot.SendMessageParams{ChatID: b.an.ID(), Text: "?", ReplyMarkup: k}); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ label, want, refusal string }{
		{label: "Gửi", want: "press 3 d:Gửi"},
		{label: "ngay", want: "press 3 d:📨 Gửi ngay"},
		{label: "Cũ", want: "press 2 d:Cũ"},
		{label: "Huỷ", want: "say Huỷ"},
		{label: "Xem", refusal: "does not call back"},
		{label: "Sửa", refusal: `no such button; there are ["Xem" "📨 Gửi ngay" "Gửi" "Gửi" "Cũ" "Trang chủ" "Huỷ"]`},
	} {
		err := b.an.PressLabel(test.label)
		if test.refusal != "" {
			if err == nil || !strings.Contains(err.Error(), test.refusal) {
				t.Errorf("%s: %v", test.label, err)
			}
			continue
		}
		if err != nil {
			t.Error(err)
			continue
		}
		updates := b.poll(offset(-1))
		if got := deed(updates[0]); got != test.want {
			t.Errorf("%s: %s, want %s", test.label, got, test.want)
		}
	}
	remove := &bot.SendMessageParams{ChatID: b.an.ID(), Text: "x", ReplyMarkup: models.ReplyKeyboardRemove{RemoveKeyboard: true}}
	if _, err := b.bot.SendMessage(b.ctx, remove); err != nil {
		t.Fatal(err)
	}
	if err := b.an.PressLabel("Huỷ"); err == nil || !b.an.Last().Reply.Remove {
		t.Errorf("a keyboard that was taken away: %v", err)
	}
	b.noViolations()
}

func deed(u update) string {
	if u.Callback != nil {
		return fmt.Sprintf("press %d %s", u.Callback.Message.ID, u.Callback.Data)
	}
	return "say " + u.Message.Text
}

func TestTranscript(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		began := time.Now()
		time.Sleep(time.Hour)
		_, err := b.bot.SendMessage(b.ctx, &bot.SendMessageParams{
			ChatID: b.an.ID(), Text: "  Đã nhận  số 7\n", DisableNotification: true,
			Entities:        []models.MessageEntity{{Type: "bold", Offset: 10, Length: 4}},
			ReplyParameters: &models.ReplyParameters{MessageID: 1},
			ReplyMarkup:     oneButton("Sửa", "edit"),
		})
		if err != nil {
			t.Fatal(err)
		}
		want := emulator.Message{
			ID: 2, Chat: 1001, From: 4242, FromBot: true, Name: "emulated_bot", At: began.Add(time.Hour), Kind: emulator.KindText,
			Text: "Đã nhận  số 7", Entities: []emulator.Entity{{Type: "bold", Offset: 8, Length: 4}},
			Keyboard: [][]emulator.Button{{{Text: "Sửa", Data: "edit"}}}, ReplyTo: 1, Silent: true, Rev: 2,
		}
		got := b.an.Last()
		if diff := cmp.Diff(want, got, cmp.FilterPath(unexported, cmp.Ignore())); diff != "" {
			t.Error(diff)
		}
		if chat := b.an.Chat(); len(chat) != 2 || chat[0].Name != "Lò Thị An" || chat[0].FromBot {
			t.Errorf("transcript: %+v", chat)
		}
		if since := b.an.Since(1); len(since) != 1 || since[0].ID != 2 {
			t.Errorf("since 1: %+v", since)
		}
	})
}

func unexported(p cmp.Path) bool {
	field, ok := p.Last().(cmp.StructField)
	return ok && strings.ToLower(field.Name()[:1]) == field.Name()[:1]
}

func TestUnreadAndWaitFor(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		old := b.send("Xong", "", "").ID
		b.an.Say("tiếp")
		if got := b.an.Unread(); len(got) != 0 {
			t.Errorf("unread after speaking: %+v", got)
		}
		done := func(m emulator.Message) bool { return strings.HasPrefix(m.Text, "Xong") }
		began := time.Now()
		time.AfterFunc(3*time.Second, func() { b.send("Đợi", "", "") })
		time.AfterFunc(5*time.Second, func() {
			_, _ = b.bot.EditMessageText(b.ctx, &bot.EditMessageTextParams{ChatID: b.an.ID(), MessageID: old, Text: "Xong rồi"})
		})
		m, err := b.an.WaitFor(b.ctx, done)
		if err != nil || m.ID != old || time.Since(began) != 5*time.Second {
			t.Errorf("%+v, %v after %v", m, err, time.Since(began))
		}
		ctx, cancel := context.WithTimeout(b.ctx, time.Second)
		defer cancel()
		_, err = b.an.WaitFor(ctx, func(emulator.Message) bool { return false })
		if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), `["Xong rồi" "Đợi"]`) {
			t.Errorf("waiting in vain: %v", err)
		}
	})
}

func TestWatch(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		var kinds []string
		hold := make(chan struct{})
		stop := b.srv.Watch(func(e emulator.Event) {
			<-hold
			kinds = append(kinds, e.Kind+":"+e.Message.Text+e.Toast.Text+e.Action)
		})
		defer stop()
		// The watcher stands still, and everything goes on all the same.
		b.an.Say("hỏi")
		m := b.send("đáp", "Nút", "d")
		_, err := b.bot.SendChatAction(b.ctx, &bot.SendChatActionParams{ChatID: b.an.ID(), Action: models.ChatActionTyping})
		if err != nil {
			t.Fatal(err)
		}
		query := b.an.Press(m.ID, "d")
		_, err = b.bot.AnswerCallbackQuery(b.ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: query, Text: "ừ"})
		if err != nil {
			t.Fatal(err)
		}
		_, err = b.bot.EditMessageText(b.ctx, &bot.EditMessageTextParams{ChatID: b.an.ID(), MessageID: m.ID, Text: "sửa"})
		if err != nil {
			t.Fatal(err)
		}
		_, err = b.bot.DeleteMessage(b.ctx, &bot.DeleteMessageParams{ChatID: b.an.ID(), MessageID: m.ID})
		if err != nil {
			t.Fatal(err)
		}
		close(hold)
		synctest.Wait()
		want := []string{"message:hỏi", "message:đáp", "action:typing", "toast:ừ", "edit:sửa", "delete:sửa"}
		if !slices.Equal(kinds, want) {
			t.Errorf("events %q, want %q", kinds, want)
		}
	})
}

// TestWatchPeople lets each thing happen to a person that shows beside the chat.
func TestWatchPeople(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		var events []emulator.Event
		defer b.srv.Watch(func(e emulator.Event) { events = append(events, e) })()
		binh := b.srv.Person(1002, "Bình")
		for _, test := range []struct {
			name string
			do   func()
			want string
		}{
			{"made", func() {}, "person"},
			{"there already", func() { b.srv.Person(1002, "") }, ""},
			{"the same name", func() { b.srv.Person(1002, "Bình") }, ""},
			{"another name", func() { b.srv.Person(1002, "Lý Văn Bình") }, "person"},
			{"public name", func() { binh.SetUsername("binh") }, "person"},
			{"starts", func() { binh.Start("") }, "person message"},
			{"writes", func() { binh.Say("x") }, "message"},
			{"edits", func() { _ = binh.EditText(2, "y") }, "edit"},
			{"blocks", func() { binh.Block() }, "person"},
			{"blocks again", func() { binh.Block() }, ""},
			{"unblocks by writing", func() { binh.Say("x") }, "person message"},
			{"deletes the account", func() { binh.Deactivate() }, "person"},
		} {
			test.do()
			synctest.Wait()
			var kinds []string
			for _, e := range events {
				kinds = append(kinds, e.Kind)
				if e.Chat != binh.ID() || (e.Kind == "person") != (e.Message.Rev == 0) {
					t.Errorf("%s: %+v", test.name, e)
				}
			}
			if got := strings.Join(kinds, " "); got != test.want {
				t.Errorf("%s: events %q, want %q", test.name, got, test.want)
			}
			events = nil
		}
	})
}

// TestRevisions follows one message of each side through its changes.
func TestRevisions(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		var last uint64
		var seen []string
		defer b.srv.Watch(func(e emulator.Event) {
			if e.Message.Rev <= last {
				t.Errorf("%s of %q has revision %d after %d", e.Kind, e.Message.Text, e.Message.Rev, last)
			}
			last = e.Message.Rev
			seen = append(seen, e.Kind)
		})()
		said := b.an.Say("hỏi")
		m := b.send("đáp", "Nút", "d")
		if err := b.an.EditText(said, "hỏi lại"); err != nil {
			t.Fatal(err)
		}
		_, err := b.bot.EditMessageReplyMarkup(b.ctx, &bot.EditMessageReplyMarkupParams{ChatID: b.an.ID(), MessageID: m.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []int{said, m.ID} {
			if _, err := b.bot.DeleteMessage(b.ctx, &bot.DeleteMessageParams{ChatID: b.an.ID(), MessageID: id}); err != nil {
				t.Fatal(err)
			}
		}
		synctest.Wait()
		if got := strings.Join(seen, " "); got != "message message edit edit delete delete" {
			t.Errorf("events %s", got)
		}
		if chat := b.an.Chat(); chat[len(chat)-1].Rev != last {
			t.Errorf("the transcript has revision %d, the newest is %d", chat[len(chat)-1].Rev, last)
		}
	})
}

func TestProfile(t *testing.T) {
	b := newBench(t, emulator.Options{Username: "guong_sang_bot", Name: "Gương Sáng"})
	me, err := b.bot.GetMe(b.ctx)
	if err != nil || me.ID != 4242 || me.Username != "guong_sang_bot" || me.FirstName != "Gương Sáng" || !me.IsBot {
		t.Errorf("me: %+v, %v", me, err)
	}
	set := func(text string, scope models.BotCommandScope) {
		_, err := b.bot.SetMyCommands(b.ctx, &bot.SetMyCommandsParams{
			Commands: []models.BotCommand{{Command: "gui", Description: text}}, Scope: scope,
		})
		if err != nil {
			t.Error(err)
		}
	}
	set("Gửi gương", nil)
	set("Gửi gương mới", &models.BotCommandScopeChat{ChatID: 1001})
	for _, test := range []struct {
		scope models.BotCommandScope
		want  string
	}{{nil, "Gửi gương"}, {&models.BotCommandScopeChat{ChatID: 1001}, "Gửi gương mới"}, {&models.BotCommandScopeChat{ChatID: 5}, ""}} {
		got, err := b.bot.GetMyCommands(b.ctx, &bot.GetMyCommandsParams{Scope: test.scope})
		if err != nil || (len(got) == 1) != (test.want != "") || len(got) == 1 && got[0].Description != test.want {
			t.Errorf("commands of %+v: %+v, %v", test.scope, got, err)
		}
	}
	if _, err := b.bot.SetMyDescription(b.ctx, &bot.SetMyDescriptionParams{Description: "Giới thiệu"}); err != nil {
		t.Error(err)
	}
	if _, err := b.bot.SetMyShortDescription(b.ctx, &bot.SetMyShortDescriptionParams{ShortDescription: "Ngắn"}); err != nil {
		t.Error(err)
	}
	if long, short := b.srv.Descriptions(); long != "Giới thiệu" || short != "Ngắn" || b.srv.Commands()[0].Description != "Gửi gương" {
		t.Errorf("profile: %q, %q, %v", long, short, b.srv.Commands())
	}
	if _, err := b.bot.SetChatMenuButton(b.ctx, &bot.SetChatMenuButtonParams{MenuButton: models.MenuButtonCommands{}}); err != nil {
		t.Error(err)
	}
	chat, err := b.bot.GetChat(b.ctx, &bot.GetChatParams{ChatID: b.an.ID()})
	if err != nil || chat.FirstName != "Lò Thị An" {
		t.Errorf("chat: %+v, %v", chat, err)
	}
	b.noViolations()
}

func TestGroupConversation(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		g := b.srv.Group(-7, "Khối I")
		g.Say(b.an, "/bang")
		time.AfterFunc(time.Second, func() {
			_, _ = b.bot.SendMessage(b.ctx, &bot.SendMessageParams{ChatID: -7, Text: "Bảng", ReplyMarkup: oneButton("Mở", "open")})
		})
		m, err := g.WaitFor(b.ctx, func(m emulator.Message) bool { return m.Text == "Bảng" })
		if err != nil {
			t.Fatal(err)
		}
		query := g.Press(b.an, m.ID, "open")
		time.AfterFunc(time.Second, func() {
			_, _ = b.bot.AnswerCallbackQuery(b.ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: query})
		})
		if toast, err := g.WaitForToast(b.ctx, query); err != nil || toast.MessageID != m.ID {
			t.Errorf("toast %+v, %v", toast, err)
		}
		ctx, cancel := context.WithTimeout(b.ctx, time.Second)
		defer cancel()
		if _, err := g.WaitForToast(ctx, "another"); err == nil || !strings.Contains(err.Error(), "Khối I") {
			t.Errorf("waiting in vain: %v", err)
		}
		if chat := g.Chat(); len(chat) != 2 || len(b.an.Chat()) != 1 {
			t.Errorf("the group has %+v", chat)
		}
	})
}

func TestButtonsThatDoNotCallBack(t *testing.T) {
	b := newBench(t, emulator.Options{})
	_, err := b.bot.SendMessage(b.ctx, &bot.SendMessageParams{ChatID: b.an.ID(), Text: "x", ReplyMarkup: &models.InlineKeyboardMarkup{
		InlineKeyboard: [][]models.InlineKeyboardButton{{
			{Text: "Chép", CopyText: &models.CopyTextButton{Text: "MÃ-1"}},
			{Text: "Mở", WebApp: &models.WebAppInfo{URL: "https://vi.du/app"}},
			{Text: "Gọi", URL: "tg://user?id=1"},
			{Text: "Trả", Pay: true},
		}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := []emulator.Button{
		{Text: "Chép", Copy: "MÃ-1"}, {Text: "Mở", WebApp: "https://vi.du/app"}, {Text: "Gọi", URL: "tg://user?id=1"}, {Text: "Trả", Other: "pay"},
	}
	if diff := cmp.Diff(want, b.an.Last().Keyboard[0]); diff != "" {
		t.Error(diff)
	}
}
