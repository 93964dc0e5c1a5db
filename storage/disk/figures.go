package disk

import (
	"fmt"
	"maps"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/layout"
)

// Figures say how much a store holds. They are counted by keys alone, so that a
// store of any version has them.
type Figures struct {
	Units, Members, Examples int
	Filings                  map[string]int // by period
	Media                    int            // files that the store names and the folder has
	MediaBytes               int64
}

// countFigures counts what stands in a store; the media are no part of it.
func countFigures(tx *bolt.Tx) Figures {
	f := Figures{
		Units: countKeys(tx, layout.BucketUnits), Members: countKeys(tx, layout.BucketMembers), Examples: countKeys(tx, layout.BucketExamples),
		Filings: map[string]int{},
	}
	if b := tx.Bucket(layout.BucketFilings); b != nil {
		c := b.Cursor()
		for k, _ := c.First(); k != nil; k, _ = c.Next() {
			t := layout.Tuple(k)
			f.Filings[t.Text()]++
		}
	}
	return f
}

func countKeys(tx *bolt.Tx, bucket []byte) (n int) {
	b := tx.Bucket(bucket)
	if b == nil {
		return 0
	}
	c := b.Cursor()
	for k, _ := c.First(); k != nil; k, _ = c.Next() {
		n++
	}
	return n
}

// WithMedia adds the media that a backup holds.
func (f Figures) WithMedia(media []CopiedFile) Figures {
	f.Media, f.MediaBytes = len(media), 0
	for _, c := range media {
		f.MediaBytes += c.Size
	}
	return f
}

// Equal reports whether nothing differs.
func (f Figures) Equal(g Figures) bool {
	return f.Units == g.Units && f.Members == g.Members && f.Examples == g.Examples &&
		f.Media == g.Media && f.MediaBytes == g.MediaBytes && maps.Equal(f.Filings, g.Filings)
}

// AllFilings is how many filings there are in all periods.
func (f Figures) AllFilings() (n int) {
	for _, in := range f.Filings {
		n += in
	}
	return n
}

// ReadFigures counts what stands in a store file that nobody holds; the media are
// no part of it.
func ReadFigures(path string) (f Figures, err error) {
	err = View(path, func(tx *bolt.Tx) error {
		f = countFigures(tx)
		return nil
	})
	if err != nil {
		return f, fmt.Errorf("counting what stands in %s: %w", path, err)
	}
	return f, nil
}
