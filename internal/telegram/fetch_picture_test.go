package telegram

import (
	"context"
	"image"
	"image/color"
	"io"
	"os"
	"testing"
	"time"

	"guongsang/internal/importer"
	"guongsang/internal/photo"
	"guongsang/storage"
)

// crawling is a picture whose decoder takes a tenth of a second for every 32
// bytes or less.
var crawling = append([]byte("CRAWL"), make([]byte, 10_000)...)

func init() {
	crawl := func(r io.Reader) (image.Image, error) {
		for {
			if _, err := r.Read(make([]byte, 32)); err == io.EOF {
				return image.NewGray(image.Rect(0, 0, 8, 8)), nil
			} else if err != nil {
				return nil, err
			}
			time.Sleep(time.Second / 10)
		}
	}
	image.RegisterFormat("crawling", "CRAWL", crawl, func(io.Reader) (image.Config, error) {
		return image.Config{ColorModel: color.GrayModel, Width: 8, Height: 8}, nil
	})
}

func (w *wire) waitingFetches() (all []storage.Fetch) {
	w.Helper()
	w.must(w.store.View(time.Now(), func(tx *storage.Snapshot) (err error) {
		all, err = tx.Fetches()
		return err
	}))
	return all
}

// told is what was said of the pictures that came, in the words of photo.
func (w *wire) told() (faults []string) {
	w.Helper()
	r := &reader{}
	w.work(r)
	for _, e := range r.events {
		faults = append(faults, e.Files[0].Fault)
	}
	return faults
}

// A picture that takes too long to decode is told of as such, and kept as it
// came.
func TestFetcherDoesNotLookForEver(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.fetch()
		f := w.sendPicture(crawling)
		w.later(time.Minute)
		if told := w.told(); len(told) != 1 || told[0] != string(photo.Slow) {
			t.Errorf("told %q", told)
		}
		if _, err := os.Stat(w.store.MediaPath(w.hash(f.Unique))); err != nil || len(w.waitingFetches()) != 0 {
			t.Errorf("not kept: %v", err)
		}
	})
}

// While a picture is looked at, that stands in the store, for the case that the
// program does not survive it. A stop in good order counts for nothing, and
// comes at once.
func TestFetcherNotesWhatItLooksAt(t *testing.T) {
	inBubble(t, func(w *wire) {
		ctx, cancel := context.WithCancel(w.Context())
		ended := make(chan struct{})
		go func() {
			NewFetcher(w.client, w.store).Run(ctx)
			close(ended)
		}()
		w.sendPicture(crawling)
		w.sendPicture(append(crawling, 1)) // waits for the other
		w.later(time.Second)
		if all := w.waitingFetches(); len(all) != 2 || all[0].Readings+all[1].Readings != 1 {
			t.Errorf("while one is looked at: %+v", all)
		}
		cancel()
		before := time.Now()
		<-ended
		if d := time.Since(before); d > time.Second {
			t.Errorf("stopping took %v", d)
		}
		if all := w.waitingFetches(); len(all) != 2 || all[0].Readings+all[1].Readings != 0 {
			t.Errorf("after a stop: %+v", all)
		}
	})
}

// A picture that the program did not survive twice is not looked at again; one
// that it did not survive once is.
func TestFetcherSetsAsideWhatEndedTheProgram(t *testing.T) {
	for readings, want := range map[int]int{1: 0, storage.MaxDeaths: 1} {
		inBubble(t, func(w *wire) {
			whole := []byte("CRAWL and no more")
			f := w.send(whole, storage.Fetch{For: "picture:7:1001", Picture: true, Readings: readings})
			w.fetch()
			w.later(time.Minute)
			if told := w.told(); len(told) != want || len(w.waitingFetches()) != 0 {
				t.Errorf("after %d: told %q", readings, told)
			}
			if _, err := os.Stat(w.store.MediaPath(w.hash(f.Unique))); err != nil {
				t.Errorf("not kept: %v", err)
			}
		})
	}
}

// A document is read when it is here, and what it says is told with its purpose;
// one that the program did not survive twice is told of as too much.
func TestFetcherReadsDocuments(t *testing.T) {
	letter, err := os.ReadFile("../docx/testdata/letter.docx")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		file     []byte
		readings int
		fault    importer.Fault
	}{{letter, 1, ""}, {letter, storage.MaxDeaths, importer.TooMuch}, {[]byte("%PDF-1.7"), 0, "pdf"}} {
		inBubble(t, func(w *wire) {
			w.fetch()
			w.send(tt.file, storage.Fetch{For: "word:7:1001", Document: true, Readings: tt.readings})
			w.later(time.Minute)
			r := &reader{}
			w.work(r)
			if len(r.events) != 1 || r.events[0].From.ID != 1001 || len(w.waitingFetches()) != 0 {
				t.Fatalf("%+v", r.events)
			}
			d, purpose, err := importer.DocumentOf(r.events[0])
			if err != nil || purpose != "word:7:1001" || d.Fault != tt.fault || (tt.fault == "") != (len(d.Persons) == 1) {
				t.Errorf("%+v for %q, %v", d, purpose, err)
			}
		})
	}
}
