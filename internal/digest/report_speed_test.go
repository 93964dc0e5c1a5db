//go:build unix

package digest_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
	"time"

	"guongsang/internal/digest"
)

// BenchmarkReport makes a report of 1,000 examples with 200 photos, all of them shown. The
// floor is unpacking and packing the result, in the same run: x-zip is how many times its
// processor time the report takes.
func BenchmarkReport(b *testing.B) {
	in, _, template := large(b)
	benchmarkReport(b, in, template)
}

// BenchmarkHalfYear makes that of half a year with as many, beside the same floor.
func BenchmarkHalfYear(b *testing.B) {
	in, template := largeHalf(b)
	benchmarkReport(b, in, template)
}

func benchmarkReport(b *testing.B, in digest.ReportInput, template []byte) {
	hillside()
	report := func() []byte {
		file, err := digest.Report(b.Context(), in, template)
		if err != nil {
			b.Fatal(err)
		}
		return file
	}
	var took, floor time.Duration
	size := 0
	for b.Loop() {
		began := digest.CPU()
		file := report()
		took += digest.CPU() - began
		began = digest.CPU()
		repack(b, file)
		floor += digest.CPU() - began
		size = len(file)
	}
	b.ReportMetric(0, "ns/op") // of both together
	b.ReportMetric(float64(took)/float64(floor), "x-zip")
	b.ReportMetric(float64(took.Milliseconds())/float64(b.N), "cpu-ms")
	b.ReportMetric(digest.Peak(b, func() { report() })/1e6, "peak-MB")
	b.ReportMetric(float64(size)/1e6, "file-MB")
}

// repack unpacks a file and packs it again in the same ways.
func repack(b *testing.B, file []byte) {
	b.Helper()
	from, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		b.Fatal(err)
	}
	var packed bytes.Buffer
	to := zip.NewWriter(&packed)
	for _, f := range from.File {
		r, err := f.Open()
		if err != nil {
			b.Fatal(err)
		}
		w, err := to.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(w, r); err != nil {
			b.Fatal(err)
		}
		r.Close()
	}
	if err := to.Close(); err != nil {
		b.Fatal(err)
	}
}
