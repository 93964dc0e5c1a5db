package layout

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/json"
	"io"
	"sync"
)

// deflatedMark is the first byte of JSON that was made smaller.
const deflatedMark = 2

// dictionary is what most examples have in common: the names of their fields and
// the words of the domain. Stored examples are read with it, so it may never
// change.
//
//go:embed dictionary.txt
var dictionary []byte

// A deflater takes 800 KB. There is one, because the store has one writer; a pool
// would drop it at each second collection.
var (
	deflating sync.Mutex
	deflater  = sync.OnceValue(func() *flate.Writer {
		w, err := flate.NewWriterDict(nil, flate.DefaultCompression, dictionary)
		if err != nil {
			panic(err) // the level is valid
		}
		return w
	})
	inflaters = sync.Pool{New: func() any { return flate.NewReaderDict(nil, dictionary) }}
)

// Deflate writes a value as JSON that was made smaller.
func Deflate(v any) ([]byte, error) {
	plain, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteByte(deflatedMark)
	deflating.Lock()
	defer deflating.Unlock()
	w := deflater()
	w.Reset(&b)
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}

// maxInflated bounds what a value can become: no record is near it, and damaged
// bytes must not fill the memory.
const maxInflated = 16 << 20

// IsDeflated tells such a value from those of before.
func IsDeflated(v []byte) bool { return len(v) > 0 && v[0] == deflatedMark }

// Inflate gives the JSON that was made smaller.
func Inflate(v []byte) ([]byte, error) {
	r := inflaters.Get().(io.Reader)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(v[1:]), dictionary); err != nil {
		return nil, err
	}
	b := bytes.NewBuffer(make([]byte, 0, 4*len(v)))
	n, err := b.ReadFrom(io.LimitReader(r, maxInflated+1))
	if err == nil && n > maxInflated {
		err = ErrMalformed
	}
	return b.Bytes(), err
}
