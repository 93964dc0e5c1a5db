package report

import (
	"path"
	"slices"
	"strings"
)

// Media is a photo, file or voice note that belongs to an example.
type Media struct {
	Kind   string // photo, document, voice, video
	FileID string // where to fetch it from until Hash is set
	Unique string
	Name   string `json:",omitempty"`
	MIME   string `json:",omitempty"`
	Size   int64  `json:",omitempty"`
	Hash   string `json:",omitempty"` // hex sha256 of the bytes once they are in the house
	// Caption is the text that came with the file, if it went nowhere else.
	Caption string `json:",omitempty"`
	Author  string `json:",omitempty"` // of a photo: who took it
}

// pictureNames end the names of pictures; some phones and desktops say no MIME
// type, or only that it is bytes.
var pictureNames = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff"}

// Picture reports whether a file is meant as a picture, whether it was sent as
// a photo or as a file. Whether it can be shown is known once it is here.
func (m Media) Picture() bool {
	switch m.Kind {
	case "photo":
		return true
	case "document":
		return strings.HasPrefix(m.MIME, "image/") || slices.Contains(pictureNames, strings.ToLower(path.Ext(m.Name)))
	}
	return false
}

// Pictures counts those of several files that are meant as pictures.
func Pictures(media []Media) (n int) {
	for _, m := range media {
		if m.Picture() {
			n++
		}
	}
	return n
}
