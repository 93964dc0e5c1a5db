package photo

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"testing"
)

// A pngKind is what the first chunks of a PNG say beside its size.
type pngKind struct {
	depth, colours int
	clear          bool // one colour is to be seen through
	interlaced     bool
}

// pngKinds are all that the format knows.
func pngKinds() (all []pngKind) {
	depths := map[int][]int{0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
	for colours, some := range depths {
		for _, depth := range some {
			for _, interlaced := range []bool{false, true} {
				all = append(all, pngKind{depth, colours, false, interlaced})
				if colours < 4 { // the others have a channel of their own for it
					all = append(all, pngKind{depth, colours, true, interlaced})
				}
			}
		}
	}
	return all
}

// file makes a PNG whose bits are all 0, or of which there is only the head.
func (k pngKind) file(t testing.TB, side int, pixels bool) []byte {
	file := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
		from := len(file)
		file = append(append(file, name...), data...)
		file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(side))
	head = append(binary.BigEndian.AppendUint32(head, uint32(side)), byte(k.depth), byte(k.colours), 0, 0, 0)
	if k.interlaced {
		head[12] = 1
	}
	chunk("IHDR", head)
	if k.colours == 3 {
		chunk("PLTE", make([]byte, 3<<k.depth))
	}
	if k.clear {
		chunk("tRNS", make([]byte, map[int]int{0: 2, 2: 6, 3: 1}[k.colours]))
	}
	if pixels {
		chunk("IDAT", k.pixels(t, side))
	}
	chunk("IEND", nil)
	return file
}

func (k pngKind) pixels(t testing.TB, side int) []byte {
	t.Helper()
	bits := k.depth * map[int]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[k.colours]
	passes := [][4]int{{1, 1, 0, 0}} // each so many pixels across and down, from there on
	if k.interlaced {
		passes = [][4]int{{8, 8, 0, 0}, {8, 8, 4, 0}, {4, 8, 0, 4}, {4, 4, 2, 0}, {2, 4, 0, 2}, {2, 2, 1, 0}, {1, 2, 0, 1}}
	}
	var data bytes.Buffer
	z := zlib.NewWriter(&data)
	for _, p := range passes {
		w, h := (side-p[2]+p[0]-1)/p[0], (side-p[3]+p[1]-1)/p[1]
		if _, err := z.Write(make([]byte, h*(1+(w*bits+7)/8))); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// Of every kind of PNG the decoder asks for as much memory as was said before.
func TestWhatAPNGCostsIsKnownBefore(t *testing.T) {
	const side = 400
	for _, k := range pngKinds() {
		file := k.file(t, side, true)
		said := uint64(pngPerPixel(file) * side * side / 8)
		var err error
		cost := allocated(func() { _, _, err = image.Decode(newReader(t.Context(), file)) })
		const beside = 100 << 10 // rows and what unpacks them
		if err != nil || cost > said+beside || cost+beside < said {
			t.Errorf("%+v: %d KB were said, %d KB taken, %v", k, said>>10, cost>>10, err)
		}
	}
}

// A PNG that would make more than the limit is refused by its head. The others are
// taken for damaged, as there is nothing behind the head.
func TestARichPNGIsRefused(t *testing.T) {
	const largest = 6320 // 40 megapixels
	for _, test := range []struct {
		kind pngKind
		side int
		want Verdict
	}{
		{pngKind{8, 6, false, false}, largest, Damaged},
		{pngKind{8, 6, false, true}, largest, Huge},
		{pngKind{8, 6, false, true}, 4470, Damaged},
		{pngKind{8, 2, true, true}, largest, Huge},
		{pngKind{8, 3, true, true}, largest, Damaged},
		{pngKind{16, 0, false, true}, largest, Damaged},
		{pngKind{16, 0, true, false}, largest, Huge},
		{pngKind{16, 0, true, false}, 4470, Damaged},
		{pngKind{16, 0, true, true}, 4470, Huge},
		{pngKind{16, 6, false, true}, 3160, Damaged},
		{pngKind{1, 0, true, true}, largest, Huge},
	} {
		if c := prepare(t.Context(), test.kind.file(t, test.side, false)); c.Verdict != test.want {
			t.Errorf("%+v of %d: %s, %v", test.kind, test.side, c.Verdict, c.Cause)
		}
	}
}
