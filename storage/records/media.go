package records

import (
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// What is known of the files that records refer to. The files themselves lie
// beside the store.

// PutMedia notes that a file is in the house under its content hash.
func (tx *Tx) PutMedia(unique, hash string) error {
	if err := tx.KeepMedia(hash); err != nil {
		return err
	}
	return kv.PutRaw(tx, layout.BucketUniques, layout.Key(unique), layout.Key(hash))
}

// MediaHash is the content hash of a file that the messenger knows under a
// unique id; "" while it is not in the house.
func (tx *Snapshot) MediaHash(unique string) string {
	t := layout.Tuple(kv.Raw(tx, layout.BucketUniques, layout.Key(unique)))
	return t.Text()
}

// MediaNames lists by content hash under which ids the messenger knows a file.
func (tx *Snapshot) MediaNames() (names map[string][]string, err error) {
	names = map[string][]string{}
	err = kv.Each(tx, layout.BucketUniques, nil, func(k, v []byte) error {
		kt, vt := layout.Tuple(k), layout.Tuple(v)
		hash := vt.Text()
		names[hash] = append(names[hash], kt.Text())
		return nil
	})
	return names, err
}

// KeepMedia takes the marks of files away that a record refers to which is
// being written.
func (tx *Tx) KeepMedia(hashes ...string) error {
	for _, hash := range hashes {
		if hash == "" || !kv.Has(tx, layout.BucketUnused, layout.Key(hash)) {
			continue
		}
		if err := kv.Delete(tx, layout.BucketUnused, layout.Key(hash)); err != nil {
			return err
		}
	}
	return nil
}
