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
	sendTimeout   = 60 * time.Second // Telegram may hold a call back for 8 s
	uploadTimeout = 3 * time.Minute
	noticeTimeout = 15 * time.Second
	noticeLife    = 150 * time.Second // then Telegram forgets the press
	actTimeout    = 5 * time.Second   // as long as the action would be seen
)

// Deliver makes the calls that a row asks for. Refusals that can be got round
// within the same attempt are.
func (c *Client) Deliver(ctx context.Context, a courier.Attempt) courier.Verdict {
	if why := outdated(a.Row, c.now()); why != "" {
		return courier.Verdict{Kind: courier.Expired, Local: true, Why: why}
	}
	s := &speaker{client: c, Attempt: a}
	v := s.say(ctx).Verdict
	v.Parts, v.Why = s.Parts, c.redact.text(v.Why)
	return v
}

// IsGroup tells groups by their ids, which are negative.
func (c *Client) IsGroup(chat int64) bool { return chat < 0 }

// outdated says why a row is not worth its call any more, if so.
func outdated(row storage.Row, now time.Time) (why string) {
	age := now.Sub(row.Made)
	switch {
	case row.Way == storage.Answer && age > noticeLife:
		return "press too old to be answered"
	case row.Way == storage.Act && age > actTimeout:
		return "nobody waits for the action any more"
	}
	return ""
}

// A speaker says one row.
type speaker struct {
	client *Client
	courier.Attempt
}

// say makes the calls for the row.
func (s *speaker) say(ctx context.Context) finding {
	keys, err := keyboard(s.Row.Message.Buttons)
	if err != nil {
		return refusal(err.Error())
	}
	w := wordsOf(s.Row.Message)
	f := s.sayWords(ctx, w, keys)
	if f.obstacle == garbled {
		f = s.sayWords(ctx, w.plain(), keys)
	}
	return f
}

// refusal is the finding on a row that cannot even be asked for.
func refusal(why string) finding {
	return finding{Verdict: courier.Verdict{Kind: courier.Refused, Local: true, Why: why}}
}

func (s *speaker) sayWords(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	switch {
	case s.Row.Way == storage.Answer:
		return s.answer(ctx)
	case s.Row.Way == storage.Act:
		return s.act(ctx)
	case w.blank() && s.Row.Message.File == nil:
		return refusal("message without text")
	case s.Row.Way == storage.Edit && s.Target != 0:
		f := s.edit(ctx, w, keys)
		if f.obstacle != lost {
			return f
		}
	}
	return s.send(ctx, w, keys)
}

func (s *speaker) answer(ctx context.Context) finding {
	text := words{text: s.Row.Message.String()}.shorten(maxNotice).text
	return s.call(ctx, noticeTimeout, func(ctx context.Context) error {
		_, err := s.client.api.AnswerCallbackQuery(ctx, &bot.AnswerCallbackQueryParams{
			CallbackQueryID: s.Row.Query, Text: text, ShowAlert: s.Row.Alert,
		})
		return err
	})
}

// act shows that a file is being made.
func (s *speaker) act(ctx context.Context) finding {
	return s.call(ctx, actTimeout, func(ctx context.Context) error {
		_, err := s.client.api.SendChatAction(ctx, &bot.SendChatActionParams{
			ChatID: s.Row.Chat, Action: models.ChatActionUploadDocument,
		})
		return err
	})
}

// edit changes the message; one that was sent with a file has a caption to be
// changed.
func (s *speaker) edit(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	f := finding{obstacle: captioned}
	if s.Row.Message.File == nil {
		f = s.editText(ctx, w.shorten(maxText), keys)
	}
	if f.obstacle == captioned {
		f = s.editCaption(ctx, w.shorten(maxCaption), keys)
	}
	if f.Kind == courier.Delivered {
		f.Message = s.Target
	}
	return f
}

func (s *speaker) editText(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	return s.call(ctx, sendTimeout, func(ctx context.Context) error {
		_, err := s.client.api.EditMessageText(ctx, &bot.EditMessageTextParams{
			ChatID: s.Row.Chat, MessageID: int(s.Target), Text: w.text, Entities: w.entities(),
			LinkPreviewOptions: noPreview(), ReplyMarkup: markup(keys),
		})
		return err
	})
}

func (s *speaker) editCaption(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) finding {
	return s.call(ctx, sendTimeout, func(ctx context.Context) error {
		_, err := s.client.api.EditMessageCaption(ctx, &bot.EditMessageCaptionParams{
			ChatID: s.Row.Chat, MessageID: int(s.Target), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
		})
		return err
	})
}

// send says a text in as many pieces as it needs, the buttons under the last,
// and a file under its text.
func (s *speaker) send(ctx context.Context, w words, keys *models.InlineKeyboardMarkup) (f finding) {
	file := s.Row.Message.File
	if s.Row.Way == storage.Edit {
		file = nil
	}
	if file != nil && utf8.RuneCountInString(w.text) <= maxCaption {
		return s.sendFile(ctx, file, w, keys)
	}
	parts := w.split(maxText)
	for ; s.Parts < len(parts); s.Parts++ {
		under := keys
		if file != nil || s.Parts < len(parts)-1 {
			under = nil
		}
		if f = s.sendText(ctx, parts[s.Parts], under); f.Kind != courier.Delivered {
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
			ChatID: s.Row.Chat, Text: w.text, Entities: w.entities(), LinkPreviewOptions: noPreview(),
			ReplyMarkup: underText(keys, s.Row.Message.Keys),
		})
		return err
	})
}

func (s *speaker) sendFile(ctx context.Context, file *chat.Attachment, w words, keys *models.InlineKeyboardMarkup) finding {
	return s.call(ctx, uploadTimeout, func(ctx context.Context) (err error) {
		if isPhoto(file) {
			_, err = s.client.api.SendPhoto(ctx, &bot.SendPhotoParams{
				ChatID: s.Row.Chat, Photo: upload(file), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
			})
			return err
		}
		_, err = s.client.api.SendDocument(ctx, &bot.SendDocumentParams{
			ChatID: s.Row.Chat, Document: upload(file), Caption: w.text, CaptionEntities: w.entities(), ReplyMarkup: markup(keys),
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
		return refusal(fmt.Sprintf("making the request: %v", s.client.redact.error(err)))
	}
	return judge(t)
}
