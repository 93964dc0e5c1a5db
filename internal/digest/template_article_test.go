package digest_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
)

// photoIndent is by how much photos are narrower than the text on either side: 8,2 cm are
// left, so that two and what is written under them have room on a page with the text.
const photoIndent = 2050

// articleLayout is what the press asks for: the page and the letters of all other
// documents, and no tables. A photo stays with what is written under it.
func articleLayout() string {
	middle, photo := look{align: "center", after: 120, keep: true}, look{align: "center", left: photoIndent, right: photoIndent, after: 120, keep: true}
	signed := look{align: "right"}
	return para(middle, run(14, "", "{{loai}}")) +
		para(middle, run(14, "b", "{{tieu_de}}")) +
		para(look{style: "Than"}, run(14, "bi", "{{sapo}}")) +
		block("than", text("Than", "{{doan}}")) +
		block("hinh", para(photo, run(14, "", "{{anh}}")), para(look{align: "center", after: 160}, run(14, "i", "{{chu_thich}}"))) +
		block("tac_gia", para(signed, run(14, "i", "{{dong}}")))
}

var extents = regexp.MustCompile(`<wp:extent cx="(\d+)" cy="(\d+)"`)

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
	photos := extents.FindAllStringSubmatch(partOf(t, file, "word/document.xml"), -1)
	for _, extent := range photos {
		if high, _ := strconv.Atoi(extent[2]); high > 60*36000 {
			t.Errorf("a photo is %d mm high: the second takes a page of its own", high/36000)
		}
	}
	if len(photos) != 2 {
		t.Errorf("%d photos", len(photos))
	}
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
