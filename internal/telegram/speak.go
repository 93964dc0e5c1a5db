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
	"guongsang/storage"
)

const (
	sendTimeout   = 60 * time.Second // Telegram may hold a call back for 8 s
	uploadTimeout = 3 * time.Minute
	noticeTimeout = 15 * time.Second
	noticeLife    = 150 * time.Second // then Telegram forgets the press
	actTimeout    = 5 * time.Second   // as long as the action would be seen
)

// A speaker says one row. Telegram's refusals that can be got round within the
// same turn are.
type speaker struct {
	client *Client
	row    storage.Row
	target int64 // Edit: the message
	part   int   // Send: how many pieces were sent, over several tries
}

// say makes the calls for the row.
func (s *speaker) say(ctx context.Context) finding {
	keys, err := keyboard(s.row.Message.Buttons)
	if err != nil {
		return finding{verdict: refused, local: true, why: err.Error()}
	}
	w := wordsOf(s.row.Message)
	f := s.sayWords(ctx, w, keys)
	if f.verdict == garbled {
		f = s.sayWords(ctx, w.plain(), keys)
	}
	return f
}

func (s *speaker) sayWords(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	switch {
	case s.row.Way == storage.Answer:
		return s.answer(ctx)
	case s.row.Way == storage.Act:
		return s.act(ctx)
	case w.blank() && s.row.Message.File == nil:
		return finding{verdict: refused, local: true, why: "message without text"}
	case s.row.Way == storage.Edit && s.target != 0:
		f := s.edit(ctx, w, keys)
		if f.verdict != lost {
			return f
		}
	}
	return s.send(ctx, w, keys)
}

func (s *speaker) answer(ctx context.Context) finding {
	text := words{text: s.row.Message.String()}.shorten(maxNotice).text
	return s.call(ctx, noticeTimeout, func(ctx context.Context) error {
		_, err := s.client.api.AnswerCallbackQuery(ctx, &bot.AnswerCallbackQueryParams{
			CallbackQueryID: s.row.Query, Text: text, ShowAlert: s.row.Alert,
		})
		return err
	})
}

// act shows that a file is being made.
func (s *speaker) act(ctx context.Context) finding {
	return s.call(ctx, actTimeout, func(ctx context.Context) error {
		_, err := s.client.api.SendChatAction(ctx, &bot.SendChatActionParams{
			ChatID: s.row.Chat, Action: models.ChatActionUploadDocument,
		})
		return err
	})
}

// edit changes the message; one that was sent with a file has a caption to be
// changed.
func (s *speaker) edit(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	f := finding{verdict: captioned}
	if s.row.Message.File == nil {
		f = s.editText(ctx, w.shorten(maxText), keys)
	}
	if f.verdict == captioned {
		f = s.editCaption(ctx, w.shorten(maxCaption), keys)
	}
	if f.verdict == done {
		f.message = s.target
	}
	return f
}

func (s *speaker) editText(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	return s.call(ctx, sendTimeout, func(ctx context.Context) error {
		_, err := s.client.api.EditMessageText(ctx, &bot.EditMessageTextParams{
			ChatID: s.row.Chat, MessageID: int(s.target), Text: w.text, Entities: w.entities(),
			LinkPreviewOptions: noPreview(), ReplyMarkup: markup(keys),
		})
		return err
	})
}

func (s *speaker) editCaption(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	return s.call(ctx, sendTimeout, func(ctx context.Context) error {
		_, err := s.client.api.EditMessageCaption(ctx, &bot.EditMessageCaptionParams{
			ChatID: s.row.Chat, MessageID: int(s.target), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
		})
		return err
	})
}

// send says a text in as many pieces as it needs, the buttons under the last,
// and a file under its text.
func (s *speaker) send(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) (f finding) {
	file := s.row.Message.File
	if s.row.Way == storage.Edit {
		file = nil
	}
	if file != nil && utf8.RuneCountInString(w.text) <= maxCaption {
		return s.sendFile(ctx, file, w, keys)
	}
	parts := w.split(maxText)
	for ; s.part < len(parts); s.part++ {
		under := keys
		if file != nil || s.part < len(parts)-1 {
			under = nil
		}
		if f = s.sendText(ctx, parts[s.part], under); f.verdict != done {
			return f
		}
	}
	if file != nil {
		return s.sendFile(ctx, file, words{}, keys)
	}
	return f
}

func (s *speaker) sendText(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	return s.call(ctx, sendTimeout, func(ctx context.Context) error {
		_, err := s.client.api.SendMessage(ctx, &bot.SendMessageParams{
			ChatID: s.row.Chat, Text: w.text, Entities: w.entities(), LinkPreviewOptions: noPreview(),
			ReplyMarkup: underText(keys, s.row.Message.Keys),
		})
		return err
	})
}

func (s *speaker) sendFile(ctx context.Context, file *chat.Attachment, w words, keys *models.InlineKeyboardMarkup) finding {
	return s.call(ctx, uploadTimeout, func(ctx context.Context) (err error) {
		if isPhoto(file) {
			_, err = s.client.api.SendPhoto(ctx, &bot.SendPhotoParams{
				ChatID: s.row.Chat, Photo: upload(file), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
			})
			return err
		}
		_, err = s.client.api.SendDocument(ctx, &bot.SendDocumentParams{
			ChatID: s.row.Chat, Document: upload(file), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
		})
		return err
	})
}

func noPreview() *models.LinkPreviewOptions {
	return &models.LinkPreviewOptions{IsDisabled: bot.True()}
}

var errNoTrip = errors.New("no request was made")

// call makes one call through the library and judges by what went over the
// wire. The library's own error matters only if nothing did.
func (s *speaker) call(ctx context.Context, timeout time.Duration, fn func(context.Context) error) finding {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	ctx, t := track(ctx)
	err := fn(ctx)
	if t.err == nil && t.status == 0 {
		if err == nil {
			err = errNoTrip
		}
		return finding{verdict: refused, local: true, why: fmt.Sprintf("making the request: %v", s.client.redact.error(err))}
	}
	return judge(t)
}
