package clerk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"guongsang/internal/photo"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// errNotHere means that a photo has not been fetched, or could not be.
var errNotHere = errors.New("not in the house")

// copyOf is the copy of a photo that may leave the house: no metadata, at most
// 1280 pixels a side. It is made once, as a rule when the photo comes, and kept
// beside the original.
func (p Papers) copyOf(ctx context.Context, store *storage.Store, hashes map[string]string, shown privacy.Photo) ([]byte, error) {
	hash := shown.Hash
	if hash == "" {
		hash = hashes[shown.Unique]
	}
	if hash == "" {
		return nil, fmt.Errorf("photo %s: %w", shown.Unique, errNotHere)
	}
	if kept, err := os.ReadFile(store.CopyPath(hash)); err == nil {
		return kept, nil
	}
	made, err := photo.Prepare(ctx, store.MediaPath(hash))
	if err != nil {
		return nil, fmt.Errorf("photo %s: %w", hash, err)
	}
	if made.Verdict != photo.Ready {
		return nil, fmt.Errorf("photo %s is %s: %w", hash, made.Verdict, made.Cause)
	}
	if err := store.PutCopy(hash, made.JPEG); err != nil {
		p.Log.Warn("copy of a photo not kept", "err", err) // it is made again next time
	}
	return made.JPEG, nil
}

// photos opens the photos of one document, each as often as it is asked for, and notes
// how large they are.
type photos struct {
	ctx     context.Context
	copyOf  func(privacy.Photo) ([]byte, error)
	leftOut map[string]error // of which there is no copy

	most   int               // bytes of one; 0: as they are kept
	shrunk map[string][]byte // to most
	sizes  map[string]int    // of those that were opened, as they were given
	all    int               // how many the examples have
	tell   *progress
	room   int // bytes that may still be put into the document until it is too large
}

// errFull means that the photos alone make a document too large.
var errFull = errors.New("photos are more than a file may have")

func (p Papers) photos(ctx context.Context, store *storage.Store, r material) *photos {
	ph := &photos{
		ctx:     ctx,
		copyOf:  func(shown privacy.Photo) ([]byte, error) { return p.copyOf(ctx, store, r.hashes, shown) },
		leftOut: map[string]error{}, sizes: map[string]int{}, tell: p.progress,
	}
	for _, v := range r.examples {
		ph.all += len(v.Photos)
	}
	return ph
}

// begin is called before each making of a document, of which a file may have most bytes.
func (ph *photos) begin(most int) { ph.room = most }

// shrinkTo makes photos smaller from now on.
func (ph *photos) shrinkTo(most int) { ph.most, ph.shrunk = most, map[string][]byte{} }

func (ph *photos) looked() int { return len(ph.sizes) }

// size is that of a photo when it was last opened; 0 if it never was.
func (ph *photos) size(p privacy.Photo) int { return ph.sizes[p.Unique] }

// open opens a photo. One of which there is no copy is left out from then on.
func (ph *photos) open(p privacy.Photo) (io.ReadCloser, error) {
	if err := ph.ctx.Err(); err != nil {
		return nil, err
	}
	if err := ph.leftOut[p.Unique]; err != nil {
		return nil, err
	}
	data, err := ph.read(p)
	if err != nil {
		if ph.ctx.Err() == nil {
			ph.leftOut[p.Unique] = err
		}
		return nil, err
	}
	ph.sizes[p.Unique] = len(data)
	if ph.most == 0 {
		ph.tell.tell(texts.PhotosSeen(len(ph.sizes), ph.all))
	} else {
		ph.tell.tell(texts.PhotosUnderWay(len(ph.shrunk), len(ph.sizes)))
	}
	return io.NopCloser(&photoReader{bytes.NewReader(data), ph}), nil
}

func (ph *photos) read(p privacy.Photo) ([]byte, error) {
	if data := ph.shrunk[p.Unique]; data != nil {
		return data, nil
	}
	data, err := ph.copyOf(p)
	if err != nil || ph.most == 0 {
		return data, err
	}
	if data, err = photo.Shrink(ph.ctx, data, ph.most); err == nil {
		ph.shrunk[p.Unique] = data
	}
	return data, err
}

// A photoReader counts the bytes of photos that are put into a document, which is done by
// WriteTo; one that is only measured is read.
type photoReader struct {
	*bytes.Reader
	photos *photos
}

func (r *photoReader) WriteTo(w io.Writer) (int64, error) {
	if r.photos.room -= r.Len(); r.photos.room < 0 {
		return 0, errFull
	}
	return r.Reader.WriteTo(w)
}
