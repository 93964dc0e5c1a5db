package photo

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"io"
	"testing"
	"testing/synctest"
	"time"
)

// walks is a grey progressive JPEG in which every scan walks over all blocks and
// says next to nothing: "this block and the following 32,766 stay".
func walks(side uint16, scans int) []byte {
	file := []byte{0xFF, markSOI}
	table := make([]byte, 64)
	file = append(file, segmentOf(markDQT, "\x00"+string(table))...)
	frame := binary.BigEndian.AppendUint16([]byte{8}, side)
	frame = append(binary.BigEndian.AppendUint16(frame, side), 1, 1, 0x11, 0)
	file = append(file, segmentOf(markSOF2, string(frame))...)
	// One code of one bit: 0xE0, the end of a band for 2^14 blocks and as many
	// more as the next 14 bits say.
	codes := append([]byte{0x10, 1}, make([]byte, 15)...)
	file = append(file, segmentOf(markDHT, string(append(codes, 0xE0)))...)
	blocks := (int(side) + 7) / 8 * ((int(side) + 7) / 8)
	run := repeated(blocks/32767 + 1)
	for range scans {
		file = append(file, segmentOf(markSOS, "\x01\x01\x00\x01\x3F\x10")...)
		file = append(file, run...)
	}
	return append(file, 0xFF, markEOI)
}

// repeated is the code 0 and 14 set bits, n times, as a JPEG writes bits.
func repeated(n int) (out []byte) {
	bits, left := 0, 0
	for range n {
		bits, left = bits<<15|1<<14-1, left+15
		for left >= 8 {
			b := byte(bits >> (left - 8))
			if out = append(out, b); b == 0xFF {
				out = append(out, 0)
			}
			left -= 8
		}
	}
	return append(out, byte(bits<<(8-left))) // less than a byte is left: its last bit stays 0
}

// junked puts a byte between the tables and the first scan, which decoders pass
// over.
func junked(file []byte) []byte {
	at := bytes.Index(file, []byte{0xFF, markSOS})
	return append(append(append([]byte{}, file[:at]...), 0x42), file[at:]...)
}

// A JPEG that cannot be followed is not decoded, whatever a decoder would make
// of it: nobody knows how many scans it has.
func TestAStrayByteHidesNoScans(t *testing.T) {
	few, many := walks(64, 4), walks(64, 300)
	if c := prepared(t, few); c.Verdict != Ready {
		t.Fatalf("4 scans: %s, %v", c.Verdict, c.Cause)
	}
	if c := prepared(t, many); c.Verdict != Huge {
		t.Errorf("300 scans: %s, %v", c.Verdict, c.Cause)
	}
	for name, file := range map[string][]byte{"few": few, "many": many} {
		if c := prepared(t, junked(file)); c.Verdict != Damaged {
			t.Errorf("%s scans with a stray byte: %s, %v", name, c.Verdict, c.Cause)
		}
	}
	if c := prepared(t, walks(64, maxScans)); c.Verdict != Ready {
		t.Errorf("%d scans: %s, %v", maxScans, c.Verdict, c.Cause)
	}
}

// asked is a context that counts how often it is asked whether it has ended, and
// has at the last of so many times.
type asked struct {
	context.Context
	left, times int
}

func (a *asked) Err() error {
	a.times++
	if a.times > a.left && a.left > 0 {
		return context.Canceled
	}
	return nil
}

// The clock is looked at for every scan of the picture that costs most for its
// bytes, and decoding ends when it says so.
func TestNoLongWorkBetweenTwoLooksAtTheClock(t *testing.T) {
	const side = 5600 // 31 megapixels: the most that a grey progressive JPEG may have
	if err := affordable(walks(side, maxScans), "jpeg", image.Config{Width: side, Height: side}); err != nil {
		t.Fatal(err)
	}
	file := walks(side, 3)
	ctx := &asked{Context: t.Context()}
	if _, _, err := image.DecodeConfig(newReader(ctx, file)); err != nil {
		t.Fatal(err)
	}
	head := ctx.times
	ctx = &asked{Context: t.Context()}
	if _, _, err := image.Decode(newReader(ctx, file)); err != nil {
		t.Fatal(err)
	}
	if looks := ctx.times - head; looks < 3 {
		t.Errorf("%d looks for 3 scans of 31 megapixels", looks)
	}
	ctx = &asked{Context: t.Context(), left: head + 1}
	if _, _, err := image.Decode(newReader(ctx, file)); !errors.Is(err, context.Canceled) || ctx.times > ctx.left+1 {
		t.Errorf("%v after %d looks of %d", err, ctx.times, ctx.left)
	}
}

// A decoder that takes a hundredth of a second for every byte.
const crawling = time.Second / 100

func init() {
	crawl := func(r io.Reader) (image.Image, error) {
		for {
			if _, err := r.Read(make([]byte, 1)); err == io.EOF {
				return image.NewGray(image.Rect(0, 0, 8, 8)), nil
			} else if err != nil {
				return nil, err
			}
			time.Sleep(crawling)
		}
	}
	image.RegisterFormat("crawling", "CRAWL", crawl, func(io.Reader) (image.Config, error) {
		return image.Config{ColorModel: color.GrayModel, Width: 8, Height: 8}, nil
	})
}

func TestDecodingHasADeadline(t *testing.T) {
	long, short := make([]byte, 1000), make([]byte, 150)
	copy(long, "CRAWL")
	copy(short, "CRAWL")
	for _, test := range []struct {
		name    string
		file    []byte
		stop    time.Duration // of the program, after so long
		want    Verdict
		stopped bool
		after   time.Duration
	}{
		{"short", short, time.Hour, Ready, false, 1500 * time.Millisecond},
		{"long", long, time.Hour, Slow, false, maxDecoding},
		{"stopped", long, time.Second / 2, "", true, time.Second / 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := onDisk(t, test.file)
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), test.stop)
				defer cancel()
				began := time.Now()
				c, err := Prepare(ctx, path)
				if took := time.Since(began); c.Verdict != test.want || (err != nil) != test.stopped || took > test.after+mouthful*crawling {
					t.Errorf("%s, %v after %v; %v", c.Verdict, err, took, c.Cause)
				}
			})
		})
	}
}

// BenchmarkWorstPicture decodes what costs most within the limits. x-limit is how
// many times as long as decoding may take it took until it was decoded or refused:
// what is above 1 passed between two looks at the clock.
func BenchmarkWorstPicture(b *testing.B) {
	file := walks(5600, maxScans)
	for b.Loop() {
		prepared(b, file)
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(maxDecoding), "x-limit")
}
