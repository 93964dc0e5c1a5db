package photo

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"testing"
)

// A copy that is too large for a taker is made smaller, one that fits stays as it
// is, and what cannot be made so small is an error.
func TestShrink(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	m := image.NewGray(image.Rect(0, 0, 400, 300))
	for i := range m.Pix {
		m.Pix[i] = uint8(r.IntN(256))
	}
	m.SetGray(0, 0, color.Gray{})
	file := jpegOf(t, m)
	for _, most := range []int{len(file), len(file) / 2, len(file) / 20} {
		got, err := Shrink(t.Context(), file, most)
		if err != nil || len(got) > most {
			t.Fatalf("%d bytes for %d: %v", len(got), most, err)
		}
		if most == len(file) != bytes.Equal(got, file) {
			t.Errorf("%d of %d bytes: the file as it was: %t", most, len(file), bytes.Equal(got, file))
		}
		if _, err := jpeg.Decode(bytes.NewReader(got)); err != nil {
			t.Error(err)
		}
	}
	if _, err := Shrink(t.Context(), file, 10); err == nil {
		t.Error("a picture of ten bytes")
	}
	if _, err := Shrink(t.Context(), []byte("no picture at all"), 10); err == nil {
		t.Error("a picture of words")
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Shrink(over, file, len(file)/2); err == nil {
		t.Error("made when nobody waits")
	}
}
