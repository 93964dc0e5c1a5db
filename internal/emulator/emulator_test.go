package emulator_test

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/png"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"guongsang/internal/emulator"
)

const token = "4242:emulated-token-for-the-tests-0123456789"

// bench is a server, the real library on it and a person who has started.
type bench struct {
	*testing.T
	srv *emulator.Server
	bot *bot.Bot
	an  *emulator.Person
	ctx context.Context
}

func newBench(t *testing.T, o emulator.Options) *bench {
	t.Helper()
	o.Token = token
	srv := emulator.New(o)
	t.Cleanup(srv.Close)
	b, err := bot.New(token, bot.WithHTTPClient(0, srv.Client()))
	if err != nil {
		t.Fatal(err)
	}
	an := srv.Person(1001, "Lò Thị An")
	an.Start("")
	return &bench{T: t, srv: srv, bot: b, an: an, ctx: t.Context()}
}

// inBubble runs a test with the virtual clock.
func inBubble(t *testing.T, o emulator.Options, test func(*bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { test(newBench(t, o)) })
}

// send sends a text with one button under it and fails the test on an error.
func (b *bench) send(text, label, data string) *models.Message {
	b.Helper()
	p := &bot.SendMessageParams{ChatID: b.an.ID(), Text: text}
	if label != "" {
		p.ReplyMarkup = oneButton(label, data)
	}
	m, err := b.bot.SendMessage(b.ctx, p)
	if err != nil {
		b.Fatal(err)
	}
	return m
}

func oneButton(label, data string) *models.InlineKeyboardMarkup {
	return &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{{{Text: label, CallbackData: data}}}}
}

// poll asks once for updates with a JSON body, as a loop of one's own would.
func (b *bench) poll(fields map[string]any) []update {
	b.Helper()
	updates, err := getUpdates(b.ctx, b.srv.Client(), fields)
	if err != nil {
		b.Fatal(err)
	}
	return updates
}

// update is what the tests look at in an update.
type update struct {
	ID       int64 `json:"update_id"`
	Message  *models.Message
	Edited   *models.Message `json:"edited_message"`
	Channel  *models.Message `json:"channel_post"`
	Callback *struct {
		ID      string
		Data    string
		Message struct {
			ID   int `json:"message_id"`
			Date int
			Text string
		}
	} `json:"callback_query"`
	Member *models.ChatMemberUpdated `json:"my_chat_member"`
}

type apiFailure struct {
	Code int
	Text string
}

func (e *apiFailure) Error() string { return e.Text }

func getUpdates(ctx context.Context, client *emulator.Client, fields map[string]any) ([]update, error) {
	body, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.telegram.org/bot"+token+"/getUpdates", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(r)
	if err != nil {
		return nil, err
	}
	var w struct {
		OK          bool
		Result      []update
		Code        int `json:"error_code"`
		Description string
	}
	if err := json.NewDecoder(answer.Body).Decode(&w); err != nil {
		return nil, err
	}
	if !w.OK {
		return nil, &apiFailure{w.Code, w.Description}
	}
	return w.Result, nil
}

func ids(updates []update) []int64 {
	var all []int64
	for _, u := range updates {
		all = append(all, u.ID)
	}
	return all
}

func picture(t testing.TB, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// noViolations fails a test whose calls were not all lawful.
func (b *bench) noViolations() {
	b.Helper()
	if v := b.srv.Violations(); len(v) > 0 {
		b.Errorf("violations: %s", strings.Join(v, "\n"))
	}
}

func TestConversation(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		b.an.Say("Xin chào")
		updates := b.poll(map[string]any{"offset": 0})
		if len(updates) != 2 || updates[0].Message.Text != "/start" || updates[1].Message.Text != "Xin chào" {
			t.Fatalf("updates: %+v", updates)
		}
		command := updates[0].Message.Entities
		if len(command) != 1 || command[0].Type != "bot_command" || command[0].Length != 6 {
			t.Errorf("entities of /start: %+v", command)
		}
		sent := b.send("Gửi hay huỷ?", "Gửi", "send:1")
		if err := b.an.PressLabel("Gửi"); err != nil {
			t.Fatal(err)
		}
		pressed := b.poll(map[string]any{"offset": updates[1].ID + 1})
		if len(pressed) != 1 || pressed[0].Callback.Data != "send:1" || pressed[0].Callback.Message.ID != sent.ID {
			t.Fatalf("press: %+v", pressed)
		}
		_, err := b.bot.AnswerCallbackQuery(b.ctx, &bot.AnswerCallbackQueryParams{
			CallbackQueryID: pressed[0].Callback.ID, Text: "Đã nhận", ShowAlert: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		toast, err := b.an.WaitForToast(b.ctx, pressed[0].Callback.ID)
		if err != nil || toast.Text != "Đã nhận" || !toast.Alert || toast.MessageID != sent.ID {
			t.Errorf("toast %+v, %v", toast, err)
		}
		_, err = b.bot.EditMessageText(b.ctx, &bot.EditMessageTextParams{ChatID: b.an.ID(), MessageID: sent.ID, Text: "Đã gửi"})
		if err != nil {
			t.Fatal(err)
		}
		last := b.an.Last()
		if last.Text != "Đã gửi" || last.Edits != 1 || len(last.Keyboard) != 0 {
			t.Errorf("after the edit: %+v", last)
		}
		b.noViolations()
	})
}
