package photo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
)

// Shrink makes a copy that Prepare made fit into so many bytes, where a taker asks
// for that: coded more coarsely first, then with fewer pixels. One that fits is
// given back as it is.
func Shrink(ctx context.Context, copied []byte, most int) ([]byte, error) {
	if len(copied) <= most {
		return copied, nil
	}
	leave, err := enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	src, err := jpeg.Decode(newReader(ctx, copied))
	if err != nil {
		return nil, fmt.Errorf("decoding a copy of %d bytes: %w", len(copied), err)
	}
	for size := src.Bounds().Size(); min(size.X, size.Y) > 1; size = image.Pt(size.X/2, size.Y/2) {
		smaller := src
		if size != src.Bounds().Size() {
			smaller = scale(src, size)
		}
		for _, coarse := range []int{75, 60, 45} {
			var b bytes.Buffer
			if err := jpeg.Encode(&b, smaller, &jpeg.Options{Quality: coarse}); err != nil {
				return nil, fmt.Errorf("encoding a smaller copy: %w", err)
			}
			if b.Len() <= most {
				return b.Bytes(), nil
			}
			if ctx.Err() != nil {
				return nil, fmt.Errorf("encoding a smaller copy: %w", ctx.Err())
			}
		}
	}
	return nil, errors.New("no picture is so small")
}
