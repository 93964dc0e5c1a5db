package vietnamese

import (
	"slices"
	"strings"
	"testing"
)

func TestPosts(t *testing.T) {
	for post, want := range map[string]bool{"thiếu úy": true, "hộ lý": true, "trưởng ấp": true, "ông": false, "học sinh": false, "": false} {
		if slices.Contains(Posts(), post) != want {
			t.Errorf("%q is a post: %v", post, !want)
		}
	}
	for _, post := range Posts() {
		if strings.ContainsAny(post, "*#[") || strings.TrimSpace(post) != post {
			t.Errorf("%q", post)
		}
	}
}
