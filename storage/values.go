package storage

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"guongsang/internal/report"
)

// How values are written, and read: JSON, but for what there is most of. An
// example is JSON made smaller; a line of the reminder log, what became of a
// row, a line of the audit log and what is left of a draft that was sent are
// packed. The first byte says which it is, so that all that earlier versions
// wrote as plain JSON still reads.

// encode writes a value.
func encode(v any) ([]byte, error) {
	switch v := v.(type) {
	case Stage:
		return v.pack(), nil
	case Delivery:
		return v.pack(), nil
	case AuditLine:
		return pack(v.By, v.Did, v.What), nil
	case report.Draft:
		if v.Sent != "" {
			return packSent(v), nil
		}
	case report.Example:
		return deflate(v)
	}
	return json.Marshal(v)
}

// decode reads the value of a key into what into points to.
func decode(k, v []byte, into any) (err error) {
	if len(v) > 0 && v[0] == deflatedMark {
		if v, err = inflate(v); err != nil {
			return err
		}
	}
	if !isPacked(v) {
		return json.Unmarshal(v, into)
	}
	u := unpack(v)
	switch into := into.(type) {
	case *Stage:
		err = into.unpack(k, &u)
	case *Delivery:
		into.unpack(&u)
	case *AuditLine:
		into.At, into.By, into.Did, into.What = auditTime(k), u.int(), u.string(), u.string()
	case *report.Draft:
		unpackSent(k, &u, into)
	case *reference: // what is packed refers to no file
		return nil
	default:
		return fmt.Errorf("%w of a %T", errMalformed, into)
	}
	if err != nil {
		return err
	}
	return u.done()
}

// deflatedMark is the first byte of JSON that was made smaller.
const deflatedMark = 2

// dictionary is what most examples have in common: the names of their fields and
// the words of the domain. Stored examples are read with it, so it may never
// change.
//
//go:embed dictionary.txt
var dictionary []byte

var (
	deflaters = sync.Pool{New: func() any {
		w, err := flate.NewWriterDict(nil, flate.DefaultCompression, dictionary)
		if err != nil {
			panic(err) // the level is valid
		}
		return w
	}}
	inflaters = sync.Pool{New: func() any { return flate.NewReaderDict(nil, dictionary) }}
)

// deflate writes a value as JSON that was made smaller.
func deflate(v any) ([]byte, error) {
	plain, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteByte(deflatedMark)
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
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

func inflate(v []byte) ([]byte, error) {
	r := inflaters.Get().(io.Reader)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(v[1:]), dictionary); err != nil {
		return nil, err
	}
	b := bytes.NewBuffer(make([]byte, 0, 4*len(v)))
	n, err := b.ReadFrom(io.LimitReader(r, maxInflated+1))
	if err == nil && n > maxInflated {
		err = errMalformed
	}
	return b.Bytes(), err
}
