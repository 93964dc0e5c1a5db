package telegram

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"guongsang/internal/chat"
	"guongsang/internal/courier"
	"guongsang/storage"
)

const (
	sendTimeout   = 20 * time.Second // Telegram may hold a call back for 8 s
	uploadTimeout = 3 * time.Minute
	noticeTimeout = 15 * time.Second
	actTimeout    = 5 * time.Second
)

// Deliver makes the calls that a row asks for. Refusals that can be got round
// within the same attempt are.
func (c *Client) Deliver(ctx context.Context, a courier.Attempt) courier.Verdict {
	made := &attempt{client: c, Attempt: a}
	v := made.run(ctx).Verdict
	v.Parts, v.Why = made.Parts, c.redact.text(v.Why)
	return v
}

// Probe asks Telegram who the bot is.
func (c *Client) Probe(ctx context.Context) courier.Verdict {
	ctx, cancel := context.WithTimeout(ctx, noticeTimeout)
	defer cancel()
	_, t := c.post(ctx, "getMe", struct{}{})
	v := judge(t).Verdict
	v.Why = c.redact.text(v.Why)
	return v
}

// IsGroup tells groups by their ids, which are negative.
func (c *Client) IsGroup(chat int64) bool { return chat < 0 }

// An attempt makes the calls of one attempt of the sender.
type attempt struct {
	client *Client
	courier.Attempt
}

// run makes the calls for the row.
func (a *attempt) run(ctx context.Context) finding {
	keys, err := keyboard(a.Row.Message.Buttons)
	if err != nil {
		return refusal(err.Error())
	}
	w := wordsOf(a.Row.Message)
	f := a.runWith(ctx, w, keys)
	if f.obstacle == garbled {
		f = a.runWith(ctx, w.plain(), keys)
	}
	return f
}

// refusal is the finding on a row that cannot even be asked for.
func refusal(why string) finding {
	return finding{Verdict: courier.Verdict{Kind: courier.Refused, Local: true, Why: why}}
}

func (a *attempt) runWith(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	switch {
	case a.Row.Way == storage.Answer:
		return a.answer(ctx)
	case a.Row.Way == storage.Act:
		return a.act(ctx)
	case a.Row.Way == storage.Delete:
		return a.remove(ctx, w)
	case w.blank() && a.Row.Message.File == nil:
		return refusal("message without text")
	case a.Row.Way == storage.Edit && a.Target != 0:
		f := a.edit(ctx, w, keys)
		if f.obstacle != lost {
			return f
		}
	}
	return a.send(ctx, w, keys)
}

func (a *attempt) answer(ctx context.Context) finding {
	text := words{text: a.Row.Message.String()}.shorten(maxNotice).text
	return a.post(ctx, noticeTimeout, "answerCallbackQuery", &bot.AnswerCallbackQueryParams{
		CallbackQueryID: a.Row.Query, Text: text, ShowAlert: a.Row.Alert,
	})
}

// act shows that a file is being made.
func (a *attempt) act(ctx context.Context) finding {
	return a.post(ctx, actTimeout, "sendChatAction", &bot.SendChatActionParams{
		ChatID: a.Row.Chat, Action: models.ChatActionUploadDocument,
	})
}

// edit changes the message; one that was sent with a file has a caption to be
// changed.
func (a *attempt) edit(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	f := finding{obstacle: captioned}
	if a.Row.Message.File == nil {
		f = a.editText(ctx, w.shorten(maxText), keys)
	}
	if f.obstacle == captioned {
		f = a.editCaption(ctx, w.shorten(maxCaption), keys)
	}
	if f.Kind == courier.Delivered {
		f.Message = a.Target
	}
	return f
}

func (a *attempt) editText(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	return a.post(ctx, sendTimeout, "editMessageText", &bot.EditMessageTextParams{
		ChatID: a.Row.Chat, MessageID: int(a.Target), Text: w.text, Entities: w.entities(),
		LinkPreviewOptions: noPreview(), ReplyMarkup: markup(keys),
	})
}

func (a *attempt) editCaption(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	return a.post(ctx, sendTimeout, "editMessageCaption", &bot.EditMessageCaptionParams{
		ChatID: a.Row.Chat, MessageID: int(a.Target), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
	})
}

// send says a text in as many pieces as it needs, the buttons under the last,
// and a file under its text.
func (a *attempt) send(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) (f finding) {
	if len(a.Row.Message.Album) > 0 && a.Row.Way == storage.Send {
		return a.sendAlbum(ctx, w)
	}
	file := a.Row.Message.File
	if a.Row.Way == storage.Edit {
		file = nil
	}
	if file != nil && utf8.RuneCountInString(w.text) <= maxCaption {
		return a.sendFile(ctx, file, w, keys)
	}
	parts := w.split(maxText)
	for ; a.Parts < len(parts); a.Parts++ {
		under := keys
		if file != nil || a.Parts < len(parts)-1 {
			under = nil
		}
		if f = a.sendText(ctx, parts[a.Parts], under); f.Kind != courier.Delivered {
			return f
		}
	}
	if file != nil {
		return a.sendFile(ctx, file, words{}, keys)
	}
	return f
}

func (a *attempt) sendText(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	return a.post(ctx, sendTimeout, "sendMessage", &bot.SendMessageParams{
		ChatID: a.Row.Chat, Text: w.text, Entities: w.entities(), LinkPreviewOptions: noPreview(),
		ReplyMarkup: underText(keys, a.Row.Message.Keys),
	})
}

func (a *attempt) sendFile(ctx context.Context, file *chat.Attachment, w words, keys *models.InlineKeyboardMarkup) finding {
	return a.call(ctx, uploadTimeout, func(ctx context.Context) (err error) {
		if isPhoto(file) {
			_, err = a.client.api.SendPhoto(ctx, &bot.SendPhotoParams{
				ChatID: a.Row.Chat, Photo: upload(file), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
			})
			return err
		}
		_, err = a.client.api.SendDocument(ctx, &bot.SendDocumentParams{
			ChatID: a.Row.Chat, Document: upload(file), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
		})
		return err
	})
}

func noPreview() *models.LinkPreviewOptions {
	return &models.LinkPreviewOptions{IsDisabled: bot.True()}
}

var errNoTrip = errors.New("no request was made")

// post makes one call with its parameters in JSON, and judges by what went over
// the wire.
func (a *attempt) post(ctx context.Context, timeout time.Duration, method string, params any) finding {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	_, t := a.client.post(ctx, method, params)
	return a.judged(t, t.err)
}

// call makes one call through the library, which builds the form that an upload
// needs, and judges by what went over the wire. The library's own error matters
// only if nothing did.
func (a *attempt) call(ctx context.Context, timeout time.Duration, fn func(context.Context) error) finding {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	ctx, t := track(ctx)
	err := fn(ctx)
	return a.judged(t, err)
}

// judged is the finding on a trip, or on one that was never begun because of
// err.
func (a *attempt) judged(t *trip, err error) finding {
	if t.begun {
		return judge(t)
	}
	if err == nil {
		err = errNoTrip
	}
	return refusal(fmt.Sprintf("making the request: %v", a.client.redact.error(err)))
}
