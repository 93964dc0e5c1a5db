//go:build unix

package picture

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"syscall"
	"testing"
	"time"
)

// BenchmarkBoard draws the board of a commune and that of a province. The floor
// is the packing of one empty page of the same size: x-empty is how many times
// that a page takes.
func BenchmarkBoard(b *testing.B) {
	for _, units := range []int{85, 3321} {
		b.Run(fmt.Sprintf("units=%d", units), func(b *testing.B) {
			in := district(many(units))
			drawn, err := drawBoard(in)
			if err != nil {
				b.Fatal(err)
			}
			pages := len(drawn)
			var drawing, empty time.Duration
			for b.Loop() {
				began := cpu()
				if _, err := Board(b.Context(), in); err != nil {
					b.Fatal(err)
				}
				drawing += cpu() - began
				began = cpu()
				if err := png.Encode(io.Discard, image.NewPaletted(image.Rect(0, 0, Width, 2*Width), color.Palette{paper})); err != nil {
					b.Fatal(err)
				}
				empty += cpu() - began
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(float64(drawing.Milliseconds())/float64(b.N*pages), "cpu-ms/page")
			b.ReportMetric(float64(drawing)/float64(pages)/float64(empty), "x-empty")
		})
	}
}

// cpu is the processor time that this process has used: on a machine that others
// use too, it says more than the clock.
func cpu() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
