package kv

import (
	"bytes"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/layout"
)

// ErrNotFound means that there is no such record.
var ErrNotFound = errors.New("no such record")

// Get reads the value of a key into what v points to, or answers ErrNotFound.
func Get(tx Reader, bucket, k []byte, v any) error {
	l := tx.Reading()
	b := l.tx.Bucket(bucket).Get(k)
	if b == nil {
		return ErrNotFound
	}
	if err := l.db.options.Codec.Decode(k, b, v); err != nil {
		return fmt.Errorf("reading %s%s: %w", bucket, layout.Format(k), err)
	}
	return nil
}

// Put writes a value.
func Put(tx Writer, bucket, k []byte, v any) error {
	b, err := tx.Reading().db.options.Codec.Encode(v)
	if err != nil {
		return fmt.Errorf("writing %s%s: %w", bucket, layout.Format(k), err)
	}
	return PutRaw(tx, bucket, k, b)
}

// PutRaw writes bytes.
func PutRaw(tx Writer, bucket, k, v []byte) error {
	b := tx.Writing().tx.Bucket(bucket)
	if layout.Growing[string(bucket)] {
		b.FillPercent = 0.9
	}
	if err := b.Put(k, v); err != nil {
		return fmt.Errorf("writing %s%s: %w", bucket, layout.Format(k), err)
	}
	return nil
}

// Delete takes a key out, if it is there.
func Delete(tx Writer, bucket, k []byte) error {
	if err := tx.Writing().tx.Bucket(bucket).Delete(k); err != nil {
		return fmt.Errorf("deleting %s%s: %w", bucket, layout.Format(k), err)
	}
	return nil
}

// Has reports whether a key is there.
func Has(tx Reader, bucket, k []byte) bool { return Raw(tx, bucket, k) != nil }

// Raw is the value of a key as it lies there, not to be kept or written to; nil
// if it is not there.
func Raw(tx Reader, bucket, k []byte) []byte { return tx.Reading().tx.Bucket(bucket).Get(k) }

// HasAny reports whether some key begins with prefix.
func HasAny(tx Reader, bucket, prefix []byte) bool {
	k, _ := CursorOf(tx, bucket).Seek(prefix)
	return k != nil && bytes.HasPrefix(k, prefix)
}

// Each calls fn for every entry whose key begins with prefix, in order.
func Each(tx Reader, bucket, prefix []byte, fn func(k, v []byte) error) error {
	return EachFrom(tx, bucket, prefix, prefix, fn)
}

// EachFrom leaves out the entries before a key.
func EachFrom(tx Reader, bucket, from, prefix []byte, fn func(k, v []byte) error) error {
	c := CursorOf(tx, bucket)
	for k, v := c.Seek(from); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
		if err := fn(k, v); err != nil {
			return err
		}
	}
	return nil
}

// Next is the next number of a bucket's own sequence.
func Next(tx Writer, bucket []byte) (uint64, error) {
	n, err := tx.Writing().tx.Bucket(bucket).NextSequence()
	if err != nil {
		return 0, fmt.Errorf("numbering in %s: %w", bucket, err)
	}
	return n, nil
}

// Finder is Raw for one bucket, to be asked very often.
func Finder(tx Reader, bucket []byte) func(k []byte) []byte {
	return tx.Reading().tx.Bucket(bucket).Get
}

// Count reads a bucket through and counts its keys.
func Count(tx Reader, bucket []byte) int { return tx.Reading().tx.Bucket(bucket).Stats().KeyN }

// A Cursor goes through a bucket, and only reads.
type Cursor struct{ bolt *bolt.Cursor }

// CursorOf is a cursor of a bucket.
func CursorOf(tx Reader, bucket []byte) Cursor {
	return Cursor{tx.Reading().tx.Bucket(bucket).Cursor()}
}

// Seek goes to a key or, if it is not there, the next; nil if there is none.
func (c Cursor) Seek(k []byte) (key, value []byte) { return c.bolt.Seek(k) }

// Floor goes to a key or, if it is not there, the last before it; nil if there is
// none.
func (c Cursor) Floor(k []byte) (key, value []byte) {
	key, value = c.bolt.Seek(k)
	switch {
	case key == nil:
		return c.bolt.Last()
	case bytes.Equal(key, k):
		return key, value
	}
	return c.bolt.Prev()
}

// First goes to the first key.
func (c Cursor) First() (key, value []byte) { return c.bolt.First() }

// Next goes to the next key.
func (c Cursor) Next() (key, value []byte) { return c.bolt.Next() }

// Prev goes to the key before.
func (c Cursor) Prev() (key, value []byte) { return c.bolt.Prev() }

// Sequence is the last number of a bucket's own sequence.
func Sequence(tx Reader, bucket []byte) uint64 { return tx.Reading().tx.Bucket(bucket).Sequence() }

// List decodes every entry whose key begins with prefix, in order.
func List[T any](tx Reader, bucket, prefix []byte) (all []T, err error) {
	l := tx.Reading()
	err = Each(tx, bucket, prefix, func(k, v []byte) error {
		var one T
		if err := l.db.options.Codec.Decode(k, v, &one); err != nil {
			return fmt.Errorf("reading %s%s: %w", bucket, layout.Format(k), err)
		}
		all = append(all, one)
		return nil
	})
	return all, err
}
