package storage

import (
	"encoding/json"
	"fmt"
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A Fetch is a file to bring into the house at once, so that nothing depends
// on the messenger keeping it.
type Fetch struct {
	Seq       uint64 `json:"-"`
	FileID    string
	Unique    string
	Name      string
	MIME      string
	Size      int64
	For       string // what to tell when it is here: "" nothing, "units:<member>" a directory to import, "picture:<draft>:<member>" a picture of a draft, "word:<draft>:<member>" a document of a draft
	Picture   bool   `json:",omitempty"` // is looked at when it is here; For is told only if it cannot be shown
	Document  bool   `json:",omitempty"` // is read when it is here, as what introduces somebody; For is told what it says
	Each      bool   `json:",omitempty"` // all that a document says of each of several persons
	Made      time.Time
	NotBefore time.Time `json:",omitzero"`
	Tries     int       `json:",omitempty"`
	Readings  int       `json:",omitempty"` // a picture or document: how often the program ended, or may have, while it was looked at
}

// PutFetch asks for a file to be fetched.
func (tx *Tx) PutFetch(f Fetch) error {
	seq, err := kv.Next(tx, layout.BucketFetches)
	if err != nil {
		return err
	}
	if err := tx.KeepMedia(tx.MediaHash(f.Unique)); err != nil {
		return err
	}
	f.Made = tx.Now
	tx.g.after = append(tx.g.after, func() { wake(tx.s.fetch) })
	return kv.Put(tx, layout.BucketFetches, layout.Key(seq), f)
}

// FetchWoken delivers a token when a file is to be fetched.
func (s *Store) FetchWoken() <-chan struct{} { return s.fetch }

// Fetches lists what is to be fetched, oldest first.
func (tx *Snapshot) Fetches() (all []Fetch, err error) {
	err = kv.Each(tx, layout.BucketFetches, nil, func(k, v []byte) error {
		var f Fetch
		if err := json.Unmarshal(v, &f); err != nil {
			return fmt.Errorf("reading fetches%s: %w", layout.Format(k), err)
		}
		t := layout.Tuple(k)
		f.Seq = uint64(t.Int())
		all = append(all, f)
		return nil
	})
	return all, err
}

// UpdateFetch writes how far a fetch is: begun, put off.
func (tx *Tx) UpdateFetch(f Fetch) error {
	return kv.Put(tx, layout.BucketFetches, layout.Key(f.Seq), f)
}

// DeleteFetch ends a fetch, whether it came or was given up.
func (tx *Tx) DeleteFetch(f Fetch) error {
	return kv.Delete(tx, layout.BucketFetches, layout.Key(f.Seq))
}
