package telegram

import (
	"bytes"
	"context"
	"fmt"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"guongsang/internal/courier"
)

// sendAlbum shows photos together, in one call: either all of them are there or
// none is. The text is the caption of the first, which is shown as that of all. An album that
// Telegram refuses goes photo by photo: one bad photo does not keep the others back.
func (a *attempt) sendAlbum(ctx context.Context, w words) finding {
	w = w.shorten(maxCaption)
	f := a.sendTogether(ctx, w)
	if f.Kind == courier.Refused && !f.Local && f.obstacle == none {
		return a.sendSingly(ctx, w, f)
	}
	return f
}

// sendSingly shows the photos of a refused album one after the other, each at most once, the
// text under the first that is taken. What is out stays what this row sent: were the
// row tried again, it would be out twice, so a photo that cannot be sent now is left out as
// a refused one is. Only where nobody knows whether a photo arrived, nobody knows it of the row.
func (a *attempt) sendSingly(ctx context.Context, w words, refused finding) finding {
	out := finding{}
	for i := range a.Row.Message.Album {
		f := a.sendFile(ctx, &a.Row.Message.Album[i], w, nil)
		switch {
		case f.Kind == courier.Delivered:
			if out.Kind != courier.Delivered {
				out = f
			}
			out.Album, w = append(out.Album, f.Message), words{}
		case f.Kind == courier.Refused:
		case f.Kind == courier.Uncertain, out.Kind != courier.Delivered:
			return f
		default:
			return out
		}
	}
	if out.Kind != courier.Delivered {
		return refused
	}
	return out
}

// sendTogether makes the one call of an album.
func (a *attempt) sendTogether(ctx context.Context, w words) finding {
	var media []models.InputMedia
	for i := range a.Row.Message.Album {
		part := &a.Row.Message.Album[i]
		item := &models.InputMediaPhoto{Media: fmt.Sprintf("attach://photo%d", i+1), MediaAttachment: bytes.NewReader(part.Data)}
		if i == 0 {
			item.Caption, item.CaptionEntities = w.text, w.entities()
		}
		media = append(media, item)
	}
	return a.call(ctx, uploadTimeout, func(ctx context.Context) error {
		_, err := a.client.api.SendMediaGroup(ctx, &bot.SendMediaGroupParams{ChatID: a.Row.Chat, Media: media})
		return err
	})
}

// remove takes a message out of its chat. Where Telegram refuses that, such as for
// one that is too old, the row's message stands in its place: the words for a text, and
// the picture with the words for a photo with its caption. A message that is not there any more, by whatever
// hand, is out. Delivered with a message means that this one still stands.
func (a *attempt) remove(ctx context.Context, w words) finding {
	f := a.post(ctx, sendTimeout, "deleteMessage", &bot.DeleteMessageParams{ChatID: a.Row.Chat, MessageID: int(a.Target)})
	switch {
	case f.Kind == courier.Delivered || f.obstacle == lost:
		f = finding{Verdict: courier.Verdict{Kind: courier.Delivered}}
		return f
	case f.Kind != courier.Refused:
		return f
	}
	f = a.editText(ctx, w.shorten(maxText), nil)
	if f.obstacle == captioned && a.Row.Message.File != nil {
		f = a.blank(ctx, w.shorten(maxCaption))
	}
	switch {
	case f.obstacle == lost: // it was taken out meanwhile, or can be neither taken out nor changed
		return finding{Verdict: courier.Verdict{Kind: courier.Refused, Why: f.Why}}
	case f.Kind == courier.Delivered:
		f.Message = a.Target
	}
	return f
}

// blank puts the row's picture and words in the place of a photo and its caption.
func (a *attempt) blank(ctx context.Context, w words) finding {
	return a.call(ctx, uploadTimeout, func(ctx context.Context) error {
		_, err := a.client.api.EditMessageMedia(ctx, &bot.EditMessageMediaParams{
			ChatID: a.Row.Chat, MessageID: int(a.Target),
			Media: &models.InputMediaPhoto{
				Media: "attach://blank", MediaAttachment: bytes.NewReader(a.Row.Message.File.Data), Caption: w.text, CaptionEntities: w.entities(),
			},
		})
		return err
	})
}
