package digest_test

import (
	"strings"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
)

// articleLayout is what the press asks for: the page and the letters of all other
// documents, and no tables. A photo stays with what is written under it.
func articleLayout() string {
	middle := look{align: "center", after: 120, keep: true}
	signed := look{align: "right"}
	return para(middle, run(14, "", "{{loai}}")) +
		para(middle, run(14, "b", "{{tieu_de}}")) +
		para(look{style: "Than"}, run(14, "bi", "{{sapo}}")) +
		block("than", text("Than", "{{doan}}")) +
		block("hinh", para(middle, run(14, "", "{{anh}}")), para(look{align: "center", after: 160}, run(14, "i", "{{chu_thich}}"))) +
		block("tac_gia", para(signed, run(14, "i", "{{dong}}")))
}

// An article is a sound document, of an agency's own template too, and is made for
// everybody only.
func TestArticle(t *testing.T) {
	in := articleOf(forPress(november, 13))
	file, err := digest.Article(t.Context(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, file)
	keep(t, "article", file)
	own, err := digest.Article(t.Context(), in, packDocx(t, text("Than", "{{ tieu_de }}")))
	if got := strings.TrimSpace(textOf(t, own)); err != nil || !strings.HasPrefix(got, in.Title) {
		t.Errorf("of an own template: %q, %v", got, err)
	}
	in.View = listed(privacy.Internal, november, 1).Examples[0]
	if _, err := digest.Article(t.Context(), in, nil); err == nil {
		t.Error("an article tells what internal readers see")
	}
}

// articleOf is the article about the first of a list, with two photos.
func articleOf(in digest.ListInput) digest.ArticleInput {
	v := in.Examples[0]
	caption := texts.PublicityCaption(v)
	return digest.ArticleInput{
		Office: in.Office, View: v, Title: texts.PublicityTitle(v), Sapo: v.Summary, Body: []string{v.Summary, v.Results + "."},
		Pictures: []digest.ArticlePicture{{Caption: caption, JPEG: hillside()}, {Caption: caption + ".", JPEG: hillside()}},
	}
}
