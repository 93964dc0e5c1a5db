package review

import (
	"fmt"
	"slices"
	"testing"

	"guongsang/internal/chat"
)

// Photos that follow each other are shown together, ten at most; one alone and whatever
// is no photo stay as they are, in order.
func TestAlbums(t *testing.T) {
	for sent, want := range map[string][]int{
		"": nil, "p": {0}, "pp": {2}, "pdp": {0, 0, 0}, "ppdpp": {2, 0, 2}, "dpp": {0, 2}, "ppppppppppp": {10, 0}, "pppppppppppp": {10, 2},
	} {
		var shown []chat.Message
		for i, kind := range sent {
			mime := map[rune]string{'p': chat.JPEG, 'd': "application/octet-stream"}[kind]
			shown = append(shown, chat.Message{Text: "G-2026-0001", File: &chat.Attachment{Name: fmt.Sprint(i), MIME: mime}})
		}
		var got []int
		var names string
		for _, m := range albums(shown) {
			got = append(got, len(m.Album))
			if (m.File == nil) == (m.Album == nil) || m.Text != "G-2026-0001" {
				t.Errorf("%s: %+v", sent, m)
			}
			if m.File != nil {
				names += m.File.Name
			}
			for _, part := range m.Album {
				names += part.Name
			}
		}
		var order string
		for i := range sent {
			order += fmt.Sprint(i)
		}
		if !slices.Equal(got, want) || names != order {
			t.Errorf("%s is shown as %v, %s", sent, got, names)
		}
	}
}
