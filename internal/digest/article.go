package digest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// An ArticleInput is an article about an example, as it was approved.
type ArticleInput struct {
	Office      texts.Office
	View        privacy.View // as everybody sees it
	Title, Sapo string
	Body        []string // paragraphs
	Pictures    []ArticlePicture
}

// An ArticlePicture is a JPEG with what stands under it.
type ArticlePicture struct {
	Caption string
	JPEG    []byte
}

// Article lays an article out as the press asks for it: no letterhead, no tables.
func Article(ctx context.Context, in ArticleInput, template []byte) ([]byte, error) {
	if err := privacy.CheckFor(privacy.Public, in.View); err != nil {
		return nil, fmt.Errorf("article of %s: %w", in.View.Number, err)
	}
	return fillTemplate(ctx, ArticleTemplate, template, articleValues(in), word.About{Title: in.Title, Author: in.Office.Agency})
}

func articleValues(in ArticleInput) word.Values {
	shown := word.List{}
	for _, p := range in.Pictures {
		shown = append(shown, word.Values{
			"anh":       word.Photos{{Alt: p.Caption, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(p.JPEG)), nil }}},
			"chu_thich": word.Text(p.Caption),
		})
	}
	return word.Values{
		"loai":    word.Text(strings.ToUpper(texts.PublicityKind(in.View))),
		"tieu_de": word.Text(in.Title),
		"sapo":    word.Text(in.Sapo),
		"than":    paragraphs("doan", in.Body),
		"hinh":    shown,
		"tac_gia": paragraphs("dong", in.Office.PublicityAuthorBlock(in.View)),
	}
}
