package photo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // formats that people send
	"image/jpeg"
	_ "image/png"
	"os"
	"path"
	"strings"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// MaxSide is the longest side of a copy, in pixels.
const MaxSide = 1280

// quality is that of the JPEG encoder: about 130 KB a copy.
const quality = 85

// A Verdict says what became of a file.
type Verdict string

// The verdicts. Only a Ready one comes with a copy.
const (
	Ready   Verdict = "ready"
	HEIC    Verdict = "heic"    // a picture that cannot be decoded here: carry it as it came
	Unknown Verdict = "unknown" // no picture of a known kind: carry it as it came
	Damaged Verdict = "damaged" // begins as a picture and is none
	Huge    Verdict = "huge"    // would cost too much memory, or too many walks over it
	Slow    Verdict = "slow"    // was not decoded within the time for it
)

// A Copy is what Prepare made of a file.
type Copy struct {
	Verdict       Verdict
	JPEG          []byte
	Width, Height int
	Cause         error // why there is no copy, for the log
}

// turn is held while a file or its pixels are in memory.
var turn = make(chan struct{}, 1)

// Prepare makes the copy of a photo on disk. A small upright JPEG keeps its
// compressed picture bit by bit, if it is one that all programs read; anything
// else is shrunk, turned upright and
// compressed anew. Only one picture is in memory and looked at at a time, and for
// two seconds at most; the error is the disk's, or that of a context that ended
// before the picture was judged.
func Prepare(ctx context.Context, path string) (Copy, error) {
	leave, err := enter(ctx)
	if err != nil {
		return Copy{}, err
	}
	defer leave()
	file, err := os.ReadFile(path)
	if err != nil {
		return Copy{}, fmt.Errorf("reading a picture: %w", err)
	}
	c := prepare(ctx, file)
	if err := ctx.Err(); err != nil && c.Verdict != Ready {
		return Copy{}, fmt.Errorf("decoding a picture: %w", err)
	}
	return c, nil
}

// enter waits for the turn.
func enter(ctx context.Context) (leave func(), err error) {
	select {
	case turn <- struct{}{}:
		return func() { <-turn }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("waiting to decode a picture: %w", ctx.Err())
	}
}

func prepare(ctx context.Context, file []byte) (c Copy) {
	defer func() {
		if broken := recover(); broken != nil { // a file that the decoder does not survive
			c = Copy{Verdict: Damaged, Cause: fmt.Errorf("decoding a picture: %v", broken)}
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, maxDecoding)
	defer cancel()
	c, err := judged(ctx, file)
	switch {
	case err == nil:
		return c
	case ctx.Err() != nil: // whatever the decoder made of it
		return Copy{Verdict: Slow, Cause: fmt.Errorf("%w: %w", ctx.Err(), err)}
	case errors.Is(err, errTooBig):
		return Copy{Verdict: Huge, Cause: err}
	case errors.Is(err, image.ErrFormat), errors.As(err, new(jpeg.UnsupportedError)): // a whole JPEG, coded as hardly any is
		return Copy{Verdict: Unknown, Cause: err}
	}
	return Copy{Verdict: Damaged, Cause: err}
}

// judged makes the copy of a picture that can be had at a price, which is asked
// before it is paid.
func judged(ctx context.Context, file []byte) (Copy, error) {
	if isHEIC(file) {
		return Copy{Verdict: HEIC, Cause: errors.New("a picture of the HEIF family")}, nil
	}
	file = ended(file)
	config, format, err := sizeOf(ctx, file)
	if err != nil {
		return Copy{}, fmt.Errorf("reading the size of a picture: %w", err)
	}
	if config.Width <= 0 || config.Height <= 0 {
		return Copy{}, fmt.Errorf("a picture of %d by %d", config.Width, config.Height)
	}
	if err := affordable(file, format, config); err != nil {
		return Copy{}, err
	}
	return develop(ctx, file, format)
}

// rareJPEG is the format of a JPEG that the standard library does not decode.
const rareJPEG = "rare jpeg"

// sizeOf reads the head of a picture. Of a JPEG that the standard library does not
// take it is the frame, if it can be decoded here. One of four colours without a
// note of what they are is taken by the library and given up at its end.
func sizeOf(ctx context.Context, file []byte) (image.Config, string, error) {
	config, format, err := image.DecodeConfig(newReader(ctx, file))
	rare := errors.As(err, new(jpeg.UnsupportedError))
	if err == nil && format == "jpeg" && config.ColorModel == color.CMYKModel {
		rare = !bytes.Contains(file, []byte("Adobe"))
	}
	if !rare {
		return config, format, err
	}
	f, err := findFrame(file)
	if err != nil {
		return image.Config{}, "", err
	}
	return f.config(), rareJPEG, nil
}

// ended is a JPEG file with the mark at its end that some cameras and cut
// transfers leave out. Of one that ends in the middle of the picture it makes no
// whole one.
func ended(file []byte) []byte {
	end := []byte{0xFF, markEOI}
	if !bytes.HasPrefix(file, []byte{0xFF, markSOI}) || bytes.HasSuffix(file, end) {
		return file
	}
	return append(file, end...)
}

// SaysHEIC reports whether a file says of itself that it is of the HEIF family,
// by its MIME type or its name, before a byte of it is here.
func SaysHEIC(mime, name string) bool {
	says := strings.ToLower(mime + path.Ext(name))
	return strings.HasPrefix(says, "image/heic") || strings.HasPrefix(says, "image/heif") ||
		strings.HasSuffix(says, ".heic") || strings.HasSuffix(says, ".heif")
}

// isHEIC knows the pictures of newer phones by their first box.
func isHEIC(file []byte) bool {
	if len(file) < 12 || string(file[4:8]) != "ftyp" {
		return false
	}
	switch string(file[8:12]) {
	case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis":
		return true
	}
	return false
}

// develop decodes the file and makes the copy. What follows the decoding costs
// what the copy costs, whatever the picture.
func develop(ctx context.Context, file []byte, format string) (Copy, error) {
	src, err := decode(ctx, file, format)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return Copy{}, fmt.Errorf("decoding a %s: %w", format, err)
	}
	how := upright
	if format == "jpeg" || format == rareJPEG {
		how = orientationOf(file)
	}
	size := src.Bounds().Size()
	_, ink := src.(*image.CMYK) // for printers: not every program that shows pictures knows it
	if format == "jpeg" && !ink && how == upright && size.X <= MaxSide && size.Y <= MaxSide {
		if clean, err := Strip(file); err == nil {
			return Copy{Verdict: Ready, JPEG: clean, Width: size.X, Height: size.Y}, nil
		}
	}
	out := how.turn(shrink(src))
	var b bytes.Buffer
	if err := jpeg.Encode(&b, out, &jpeg.Options{Quality: quality}); err != nil {
		return Copy{}, fmt.Errorf("encoding a copy: %w", err)
	}
	return Copy{Verdict: Ready, JPEG: b.Bytes(), Width: out.Rect.Dx(), Height: out.Rect.Dy()}, nil
}

func decode(ctx context.Context, file []byte, format string) (image.Image, error) {
	if format == rareJPEG {
		return decodeRare(ctx, file)
	}
	src, _, err := image.Decode(newReader(ctx, file))
	return src, err
}

// shrink draws a picture on white paper, at most MaxSide long. Far too large
// ones go by way of twice the size, so that no row of pixels is passed over.
func shrink(src image.Image) *image.RGBA {
	size := fit(src.Bounds().Size(), MaxSide)
	if longest := max(src.Bounds().Dx(), src.Bounds().Dy()); longest > 2*MaxSide {
		src = scale(src, fit(src.Bounds().Size(), 2*MaxSide))
	}
	return scale(src, size)
}

func scale(src image.Image, size image.Point) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: size})
	op := draw.Src
	if opaque, ok := src.(interface{ Opaque() bool }); !ok || !opaque.Opaque() {
		draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
		op = draw.Over
	}
	draw.ApproxBiLinear.Scale(out, out.Rect, src, src.Bounds(), op, nil)
	return out
}

// fit gives the size within a square, never larger than before.
func fit(size image.Point, side int) image.Point {
	longest := max(size.X, size.Y)
	if longest <= side {
		return size
	}
	return image.Pt(max(1, size.X*side/longest), max(1, size.Y*side/longest))
}
