package storage

import (
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// encode writes a value: what became of a row is packed, all else is a record's.
func encode(v any) ([]byte, error) {
	if d, ok := v.(Delivery); ok {
		return d.pack(), nil
	}
	return records.Encode(v)
}

// decode reads the value of a key into what into points to.
func decode(k, v []byte, into any) error {
	d, ok := into.(*Delivery)
	if !ok || !layout.IsPacked(v) {
		return records.Decode(k, v, into)
	}
	u := layout.Unpack(v)
	d.unpack(&u)
	return u.Done()
}
