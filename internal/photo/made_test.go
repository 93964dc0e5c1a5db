package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// picture draws a test picture: red at the left, blue at the right, the upper
// half bright.
func picture(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{R: 220, A: 255}
			if x >= w/2 {
				c = color.RGBA{B: 220, A: 255}
			}
			if y < h/2 {
				c.G = 150
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// with puts segments behind the beginning of a JPEG file.
func with(file []byte, segments ...[]byte) []byte {
	out := append([]byte{}, file[:2]...)
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, file[2:]...)
}

func segmentOf(marker byte, body string) []byte {
	out := []byte{0xFF, marker}
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(out, body...)
}

// gps is the latitude in the EXIF of the test pictures, as it stands there.
const gps = "\x00\x00\x00\x16\x00\x00\x00\x01"

// exif makes EXIF with an orientation, the maker and a place.
func exif(order binary.AppendByteOrder, how orientation) []byte {
	b := []byte("II*\x00")
	if order.String() == "BigEndian" {
		b = []byte("MM\x00*")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	short := func(tag, kind uint16, n uint32, value uint16) {
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, kind)
		b = order.AppendUint32(b, n)
		b = order.AppendUint16(b, value)
		b = order.AppendUint16(b, 0)
	}
	short(0x0112, 3, 1, uint16(how))
	short(0x8825, 4, 1, 38)
	b = order.AppendUint32(b, 0)
	b = append(b, "PhoneMaker 22N103E"+gps...)
	return segmentOf(markAPP1, "Exif\x00\x00"+string(b))
}

// talkative is a JPEG file with everything in it that must not go out.
func talkative(t testing.TB, w, h int, how orientation) []byte {
	t.Helper()
	file := with(jpegOf(t, picture(w, h)),
		segmentOf(markAPP0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x02\x01secret"),
		exif(binary.BigEndian, how),
		segmentOf(markAPP1, "http://ns.adobe.com/xap/1.0/\x00<xmp>secret</xmp>"),
		segmentOf(markAPP2, "ICC_PROFILE\x00\x01\x01colours"),
		segmentOf(markAPP2, "MPF\x00secret"),
		segmentOf(0xED, "Photoshop 3.0\x008BIM secret"),
		segmentOf(0xEB, "JP secret"),
		segmentOf(0xFE, "secret"),
	)
	return append(file, "secret film with a place"...)
}

var tells = []string{"secret", "PhoneMaker", "22N103E", gps, "Exif", "xap", "8BIM", "MPF"}
