package clerk

import (
	"context"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/picture"
	"guongsang/internal/privacy"
	"guongsang/internal/publicity"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// publicity makes the package of an example that was accepted; of one that is so no
// more there is nothing.
func (p Papers) publicity(ctx context.Context, store *storage.Store, r material, o Order) ([]File, error) {
	v := r.examples[0]
	forms := r.forms
	if forms == nil || !privacy.Accepted(v.Review) {
		return nil, ErrNothing
	}
	card, square, err := p.cards(ctx, store, r)
	if err != nil {
		return nil, err
	}
	data, leftOut, err := publicity.Package(ctx, publicity.Input{
		Office: p.Office, View: v, Forms: forms, Source: r.source, Template: p.Templates[digest.ArticleTemplate], Card: card, Square: square,
		Open: func(photo privacy.Photo) ([]byte, error) {
			data, err := p.copyOf(ctx, store, r.hashes, photo)
			if err != nil {
				p.Log.Warn("photo left out of a package", "err", err)
			}
			return data, err
		},
	})
	if err != nil {
		return nil, err
	}
	name := texts.PaperFile(o.Kind, o.Period, o.Ref, 1, 1) + ".zip"
	says := texts.PackageSays(publicity.ReadingTime(forms[publicity.Loudspeaker]), len(v.Photos)-leftOut)
	return []File{{Name: name, MIME: chat.ZIP, Data: data, LeftOut: leftOut, Says: says}}, nil
}

// cards draws the praise card in both shapes.
func (p Papers) cards(ctx context.Context, store *storage.Store, r material) (portrait, square []byte, err error) {
	in, _ := p.card(ctx, store, r)
	if portrait, err = picture.Card(in); err != nil {
		return nil, nil, err
	}
	in.Shape = picture.Square
	square, err = picture.Card(in)
	return portrait, square, err
}
