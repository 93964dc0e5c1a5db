package publicity

import (
	"context"
	"fmt"
	"html"
	"strings"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
)

// A picture is a photo of a package: its file and what stands under it.
type picture struct {
	name, caption string
	jpeg          []byte
}

// articleWord lays an article out as a Word document.
func articleWord(ctx context.Context, in Input, pictures []picture) ([]byte, error) {
	article := digest.ArticleInput{Office: in.Office, View: in.View}
	article.Title, article.Sapo, article.Body = Cut(in.Forms[Article])
	for _, p := range pictures {
		article.Pictures = append(article.Pictures, digest.ArticlePicture{Caption: p.caption, JPEG: p.jpeg})
	}
	return digest.Article(ctx, article, in.Template)
}

// articleHTML lays it out with a few plain tags, for an editor who pastes it.
func articleHTML(in Input, pictures []picture) string {
	title, sapo, body := Cut(in.Forms[Article])
	var b strings.Builder
	write := func(format string, all ...any) {
		for i := range all {
			all[i] = html.EscapeString(fmt.Sprint(all[i]))
		}
		fmt.Fprintf(&b, format+"\n", all...)
	}
	write("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n</head>\n<body>", title)
	write("<h1>%s</h1>\n<p><strong>%s</strong></p>", title, sapo)
	for _, p := range body {
		write("<p>%s</p>", p)
	}
	for _, p := range pictures {
		write("<figure>\n<img src=\"%s\" alt=\"%s\">\n<figcaption>%s</figcaption>\n</figure>", p.name, p.caption, p.caption)
	}
	for _, line := range in.Office.PublicityAuthorBlock(in.View) {
		write("<p><em>%s</em></p>", line)
	}
	write("</body>\n</html>")
	return b.String()
}

// zaloText is the article of a Zalo page, each part under what the page calls it.
func zaloText(in Input) string {
	title, sapo, body := Cut(in.Forms[ZaloPage])
	titled, authored, quoted, told := texts.ZaloLabels()
	part := func(label, text string) string { return label + "\n" + text }
	return strings.Join([]string{
		part(titled, title), part(authored, in.Office.PublicityAuthor(in.View, MaxAuthor)), part(quoted, sapo), part(told, strings.Join(body, "\n\n")),
	}, "\n\n")
}

// channelText is a channel post, its caption and each message set apart.
func channelText(in Input) string {
	caption, messages := Post(in.Forms[Channel], len(in.View.Photos))
	if caption != "" {
		messages = append([]string{caption}, messages...)
	}
	return strings.Join(messages, "\n\n-----\n\n")
}

// caption is what stands under a photo.
func caption(v privacy.View, p privacy.Photo) string {
	said := strings.Join(strings.Fields(p.Caption), " ")
	if said == "" {
		said = texts.PublicityCaption(v)
	}
	if p.Author != "" {
		said = ended(said) + " " + texts.PublicityPhotographer(p.Author)
	}
	return said
}
