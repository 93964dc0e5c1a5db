package publicity

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"

	"guongsang/internal/texts"
)

// Retraction gives what a post is replaced by that cannot be deleted: a neutral
// line, and an empty picture in JPEG form for each part of an album.
func Retraction() (line string, picture []byte, err error) {
	const wide, high = 1280, 720
	empty := image.NewGray(image.Rect(0, 0, wide, high))
	draw.Draw(empty, empty.Bounds(), image.NewUniform(color.Gray{Y: 0xEE}), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, empty, nil); err != nil {
		return "", nil, fmt.Errorf("drawing the empty picture: %w", err)
	}
	return texts.PublicityRetracted(), b.Bytes(), nil
}
