package emulator_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"guongsang/internal/emulator"
)

// rows makes a keyboard of n buttons, eight a row.
func rows(n int) *models.InlineKeyboardMarkup {
	k := &models.InlineKeyboardMarkup{}
	for i := range n {
		if i%8 == 0 {
			k.InlineKeyboard = append(k.InlineKeyboard, nil)
		}
		last := len(k.InlineKeyboard) - 1
		k.InlineKeyboard[last] = append(k.InlineKeyboard[last], models.InlineKeyboardButton{Text: "x", CallbackData: "x"})
	}
	return k
}

func TestSendMessageRefusals(t *testing.T) {
	for _, test := range []struct {
		name      string
		params    bot.SendMessageParams
		want      string // "" if it is to pass
		violation bool
	}{
		{"plain", bot.SendMessageParams{Text: "x"}, "", false},
		{"the text null", bot.SendMessageParams{Text: "null"}, "", false},
		{"4096 emoji", bot.SendMessageParams{Text: strings.Repeat("😀", 4096)}, "", false},
		{"4097 emoji", bot.SendMessageParams{Text: strings.Repeat("😀", 4097)}, "message is too long", true},
		{"too many bytes", bot.SendMessageParams{Text: strings.Repeat("ỗ", 11000)}, "text is too long", true},
		{"empty", bot.SendMessageParams{}, "message text is empty", true},
		{"blank", bot.SendMessageParams{Text: " \n "}, "text must be non-empty", true},
		{"not UTF-8", bot.SendMessageParams{Text: "a\xff"}, "strings must be encoded in UTF-8", true},
		{"broken HTML", bot.SendMessageParams{Text: "<b>x", ParseMode: "HTML"}, "can't parse entities", true},
		{"unknown parse mode", bot.SendMessageParams{Text: "x", ParseMode: "BBCode"}, "unsupported parse_mode", true},
		{"64 bytes of data", bot.SendMessageParams{Text: "x", ReplyMarkup: oneButton("x", strings.Repeat("d", 64))}, "", false},
		{"65 bytes of data", bot.SendMessageParams{Text: "x", ReplyMarkup: oneButton("x", strings.Repeat("d", 62)+"ỗ")}, "BUTTON_DATA_INVALID", true},
		{"button without action", bot.SendMessageParams{Text: "x", ReplyMarkup: oneButton("x", "")}, "Text buttons are unallowed", true},
		{"button without text", bot.SendMessageParams{Text: "x", ReplyMarkup: oneButton("", "d")}, "inline button without text", true},
		{"button with two actions", bot.SendMessageParams{Text: "x", ReplyMarkup: &models.InlineKeyboardMarkup{
			InlineKeyboard: [][]models.InlineKeyboardButton{{{Text: "x", CallbackData: "d", URL: "https://a.vn"}}},
		}}, "several actions", true},
		{"button with a bad link", bot.SendMessageParams{Text: "x", ReplyMarkup: &models.InlineKeyboardMarkup{
			InlineKeyboard: [][]models.InlineKeyboardButton{{{Text: "x", URL: "a b"}}},
		}}, "is invalid", true},
		{"100 buttons", bot.SendMessageParams{Text: "x", ReplyMarkup: rows(100)}, "", false},
		{"101 buttons", bot.SendMessageParams{Text: "x", ReplyMarkup: rows(101)}, "reply markup is too long", true},
		{"no rows", bot.SendMessageParams{Text: "x", ReplyMarkup: &models.InlineKeyboardMarkup{}}, "is no Array", true},
		{"forged entity", bot.SendMessageParams{Text: "x", Entities: []models.MessageEntity{{Type: "bold", Offset: 0, Length: 2}}}, "not within the text", true},
		{"answer to nothing", bot.SendMessageParams{Text: "x", ReplyParameters: &models.ReplyParameters{MessageID: 77}}, "message to be replied not found", false},
		{"lax answer to nothing", bot.SendMessageParams{Text: "x", ReplyParameters: &models.ReplyParameters{MessageID: 77, AllowSendingWithoutReply: true}}, "", false},
		{"unknown chat", bot.SendMessageParams{Text: "x", ChatID: 9}, "chat not found", false},
		{"unknown name", bot.SendMessageParams{Text: "x", ChatID: "@nobody"}, "chat not found", false},
		{"chat by name", bot.SendMessageParams{Text: "x", ChatID: "@An_LT"}, "", false},
		{"chat of no type", bot.SendMessageParams{Text: "x", ChatID: []int{1}}, "chat not found", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBench(t, emulator.Options{})
			b.an.SetUsername("an_lt")
			if test.params.ChatID == nil {
				test.params.ChatID = b.an.ID()
			}
			_, err := b.bot.SendMessage(b.ctx, &test.params)
			expect(t, err, bot.ErrorBadRequest, test.want)
			if got := len(b.srv.Violations()) > 0; got != test.violation {
				t.Errorf("violations: %q", b.srv.Violations())
			}
			if sent := len(b.srv.Sent()); (sent == 1) != (test.want == "") {
				t.Errorf("%d messages were accepted", sent)
			}
		})
	}
}

// expect holds an error against a class and a part of its text; no text means no
// error.
func expect(t *testing.T, err, class error, text string) {
	t.Helper()
	switch {
	case text == "" && err != nil:
		t.Errorf("refused: %v", err)
	case text != "" && (!errors.Is(err, class) || !strings.Contains(err.Error(), text)):
		t.Errorf("got %v, want %v with %q", err, class, text)
	}
}

func TestReachability(t *testing.T) {
	for _, test := range []struct {
		name  string
		make  func(*bench) int64
		class error
		text  string
	}{
		{"never started", func(b *bench) int64 { return b.srv.Person(5, "Vàng A Páo").ID() }, bot.ErrorBadRequest, "chat not found"},
		{"seen in a group", func(b *bench) int64 {
			p := b.srv.Person(5, "Vàng A Páo")
			b.srv.Group(-7, "Khối").Say(p, "chào")
			return p.ID()
		}, bot.ErrorForbidden, "bot can't initiate conversation with a user"},
		{"blocked", func(b *bench) int64 { b.an.Block(); return b.an.ID() }, bot.ErrorForbidden, "bot was blocked by the user"},
		{"unblocked", func(b *bench) int64 { b.an.Block(); b.an.Unblock(); return b.an.ID() }, nil, ""},
		{"speaks again", func(b *bench) int64 { b.an.Block(); b.an.Say("x"); return b.an.ID() }, nil, ""},
		{"deactivated", func(b *bench) int64 { b.an.Deactivate(); return b.an.ID() }, bot.ErrorForbidden, "user is deactivated"},
		{"kicked from a group", func(b *bench) int64 {
			g := b.srv.Group(-7, "Khối")
			g.KickBot(b.an)
			return g.ID()
		}, bot.ErrorForbidden, "bot was kicked from the group chat"},
		{"added again", func(b *bench) int64 {
			g := b.srv.Group(-7, "Khối")
			g.KickBot(b.an)
			g.AddBot(b.an)
			return g.ID()
		}, nil, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBench(t, emulator.Options{})
			_, err := b.bot.SendMessage(b.ctx, &bot.SendMessageParams{ChatID: test.make(b), Text: "x"})
			expect(t, err, test.class, test.text)
			b.noViolations()
		})
	}
}

func TestEditRefusals(t *testing.T) {
	b := newBench(t, emulator.Options{})
	own := b.send("Câu hỏi", "Có", "yes").ID
	theirs := b.an.Say("của tôi")
	photo, err := b.bot.SendPhoto(b.ctx, &bot.SendPhotoParams{
		ChatID: b.an.ID(), Photo: &models.InputFileUpload{Filename: "a.png", Data: bytes.NewReader(picture(t, 4, 4))},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, text, want string
		message          int
		markup           models.ReplyMarkup
	}{
		{"the same", "Câu hỏi", "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", own, oneButton("Có", "yes")},
		{"the same after trimming", "Câu hỏi\n", "message is not modified", own, oneButton("Có", "yes")},
		{"not there", "x", "message to edit not found", 999, nil},
		{"not the bot's", "x", "message can't be edited", theirs, nil},
		{"a photo", "x", "there is no text in the message to edit", photo.ID, nil},
		{"too long", strings.Repeat("x", 4097), "MESSAGE_TOO_LONG", own, nil},
		{"without keyboard", "Câu hỏi", "", own, nil},
		{"with another", "Câu hỏi", "", own, oneButton("Không", "no")},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := b.bot.EditMessageText(b.ctx, &bot.EditMessageTextParams{
				ChatID: b.an.ID(), MessageID: test.message, Text: test.text, ReplyMarkup: test.markup,
			})
			expect(t, err, bot.ErrorBadRequest, test.want)
		})
	}
	edit := &bot.EditMessageReplyMarkupParams{ChatID: b.an.ID(), MessageID: own, ReplyMarkup: oneButton("Không", "no")}
	_, err = b.bot.EditMessageReplyMarkup(b.ctx, edit)
	expect(t, err, bot.ErrorBadRequest, "message is not modified")
	edit.ReplyMarkup = nil
	if _, err = b.bot.EditMessageReplyMarkup(b.ctx, edit); err != nil {
		t.Error(err)
	}
	if m := b.an.Chat()[1]; m.Edits != 3 || len(m.Keyboard) != 0 {
		t.Errorf("after three edits: %+v", m)
	}
}

func TestDelete(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		remove := func(id int) error {
			_, err := b.bot.DeleteMessage(b.ctx, &bot.DeleteMessageParams{ChatID: b.an.ID(), MessageID: id})
			return err
		}
		young, old := b.send("trẻ", "", "").ID, b.send("già", "Nút", "d").ID
		if err := remove(young); err != nil {
			t.Error(err)
		}
		expect(t, remove(young), bot.ErrorBadRequest, "message to delete not found")
		time.Sleep(48 * time.Hour)
		expect(t, remove(old), bot.ErrorBadRequest, "message can't be deleted for everyone")
		if m := b.an.Chat()[1]; !m.Deleted || m.Text != "trẻ" || b.an.Last().Text != "già" {
			t.Errorf("transcript: %+v", b.an.Chat())
		}
	})
}

func TestCallbackAnswers(t *testing.T) {
	const tooOld = "query is too old and response timeout expired or query ID is invalid"
	inBubble(t, emulator.Options{}, func(b *bench) {
		answer := func(id, text string) error {
			_, err := b.bot.AnswerCallbackQuery(b.ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: id, Text: text})
			return err
		}
		m := b.send("?", "Có", "yes")
		first := b.an.Press(m.ID, "yes")
		expect(t, answer(first, strings.Repeat("x", 201)), bot.ErrorBadRequest, "MESSAGE_TOO_LONG")
		time.Sleep(149 * time.Second)
		expect(t, answer(first, strings.Repeat("ỗ", 200)), nil, "")
		expect(t, answer(first, ""), bot.ErrorBadRequest, tooOld)
		expect(t, answer("1234", ""), bot.ErrorBadRequest, tooOld)
		second := b.an.Press(m.ID, "yes")
		time.Sleep(150 * time.Second)
		expect(t, answer(second, ""), bot.ErrorBadRequest, tooOld)
		if n := len(b.an.Toasts()); n != 1 {
			t.Errorf("%d toasts", n)
		}
	})
}

// post sends urlencoded parameters without the library, which has no way to be
// wrong.
func post(b *bench, path, form string) (int, string) {
	b.Helper()
	r, err := http.NewRequest(http.MethodPost, "https://api.telegram.org"+path, strings.NewReader(form))
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := b.srv.Client().Do(r)
	if err != nil {
		b.Fatal(err)
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		b.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

func TestUnlawfulRequests(t *testing.T) {
	q := url.QueryEscape
	for _, test := range []struct {
		path, form string
		code       int
		want       string
		violation  bool
	}{
		{"/bot" + token + "/sendMessage", "chat_id=1001&text=x&colour=red", 400, "emulator: unknown parameter colour of sendMessage", true},
		{"/bot" + token + "/sendMessage", "chat_id=1001", 400, "emulator: missing parameter text of sendMessage", true},
		{"/bot" + token + "/sendMessage", "chat_id=1001&text=x&disable_notification=perhaps", 400, "is no Boolean", true},
		{"/bot" + token + "/sendMessage", "chat_id=1001&text=x&message_thread_id=1.5", 400, "is no Integer", true},
		{"/bot" + token + "/sendMessage", "chat_id=1001&text=x&entities=" + q(`{"type":"bold"}`), 400, "is no Array of MessageEntity", true},
		{"/bot" + token + "/sendMessage", "chat_id=1001&text=x&entities=" + q(`[{"type":"bold","offset":0}]`), 400, "MessageEntity without length", true},
		{"/bot" + token + "/sendMessage", "chat_id=1001&text=x&reply_markup=" + q(`{"inline_keyboard":[[{"text":"x","callback_date":"d"}]]}`), 400, "unknown field callback_date of InlineKeyboardButton", true},
		{"/bot" + token + "/sendMessage", "chat_id=1001&text=x&reply_markup=" + q(`{`), 400, "is no JSON", true},
		{"/bot" + token + "/sendMessage?chat_id=1001", "text=x&disable_notification=1", 200, `"text":"x"`, false},
		{"/bot" + token + "/SENDMESSAGE", "chat_id=1001&text=x", 200, `"text":"x"`, false},
		{"/bot" + token + "/test/sendMessage", "chat_id=1001&text=x", 200, `"text":"x"`, false},
		{"/bot" + token + "/sendMesage", "", 404, `"Not Found: method not found"`, true},
		{"/bot" + token + "/sendChatAction", "chat_id=1001&action=sleeping", 400, "wrong parameter action", true},
		{"/bot" + token + "/setWebhook", "url=" + q("http://bot.vn/"), 400, "An HTTPS URL must be provided", true},
		{"/bot" + token + "/setWebhook", "url=" + q("https://bot.vn/") + "&secret_token=a.b", 400, "unallowed characters", true},
		{"/bot" + token + "/setMyCommands", "commands=" + q(`[{"command":"Gửi","description":"x"}]`), 400, "BOT_COMMAND_INVALID", true},
		{"/bot" + token + "/setMyCommands", "commands=" + q(`[{"command":"gui","description":""}]`), 400, "BOT_COMMAND_DESCRIPTION_INVALID", true},
		{"/bot4242:another-token/getMe", "", 401, `"Unauthorized"`, false},
		{"/botabc/getMe", "", 401, `"Unauthorized: invalid token specified"`, false},
		{"/somewhere", "", 404, `"Not Found"`, false},
	} {
		b := newBench(t, emulator.Options{})
		code, body := post(b, test.path, test.form)
		if code != test.code || !strings.Contains(body, test.want) {
			t.Errorf("%s %s: %d %s, want %d %s", test.path, test.form, code, body, test.code, test.want)
		}
		if got := b.srv.Violations(); (len(got) > 0) != test.violation {
			t.Errorf("%s %s: violations %q", test.path, test.form, got)
		}
	}
}
