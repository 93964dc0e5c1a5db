package publicity

import (
	"strings"
	"testing"

	"guongsang/internal/digest"
)

// The article of a package is laid out by the agency's own template where it has one,
// and of one that does not fill there is no package.
func TestArticleOfAnOwnTemplate(t *testing.T) {
	in := input(t, "person")
	for _, built := range digest.Templates() {
		if built.Name == digest.SlipTemplate {
			in.Template = built.File // has tags that no article has
		}
	}
	if _, _, err := Package(t.Context(), in); err == nil || !strings.Contains(err.Error(), digest.ArticleTemplate) {
		t.Errorf("made from another document's template: %v", err)
	}
	for _, built := range digest.Templates() {
		if built.Name == digest.ArticleTemplate {
			in.Template = built.File
		}
	}
	own, _, err := Package(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if built, _, err := Package(t.Context(), input(t, "person")); err != nil || string(own) != string(built) {
		t.Errorf("the exported template makes another article: %v", err)
	}
}
